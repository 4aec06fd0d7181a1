"""How a Word file looks: styles, tables, shading and the footer. Only here is Word's own XML written."""

from collections.abc import Sequence

from docx.document import Document as Word
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

FONT = "Arial"  # on every machine, or a font of the same widths
INK, SOFT, BLUE = "111A24", "48545F", "1F4E79"
PALE, LINE, WARM = "E9EFF5", "CBD5DF", "FFF4DC"
# name: size in points, bold, colour, space before and after in points
STYLES = {
    "Normal": (10, False, INK, 0, 6),
    "Title": (22, True, BLUE, 0, 10),
    "Subtitle": (12, False, SOFT, 0, 0),
    "Heading 1": (14, True, BLUE, 18, 6),
    "Intense Quote": (10, True, INK, 4, 10),
    "Footer": (8, False, SOFT, 0, 0),
}
TABLE_SIZE = 8.5


def set_styles(word: Word, language: str) -> None:
    """Fonts, sizes and colours, and the language the text is written in."""
    for name, (size, is_bold, colour, before, after) in STYLES.items():
        style = word.styles[name]
        assert isinstance(style, ParagraphStyle)  # noqa: S101 - what the names above are in Word's own template
        font = style.font
        font.name, font.size, font.bold, font.italic = FONT, Pt(size), is_bold, False
        font.color.rgb = RGBColor.from_string(colour)
        _set_fonts(style.element.get_or_add_rPr())
        around = style.paragraph_format
        around.space_before, around.space_after = Pt(before), Pt(after)
        around.left_indent = around.right_indent = Cm(0)
        _without_border(style.element.get_or_add_pPr())
    for tag in word.styles.element.iter(qn("w:lang")):
        tag.set(qn("w:val"), language)
    for tag in word.settings.element.iter(qn("w:themeFontLang")):
        tag.set(qn("w:val"), language)


def _set_fonts(properties: BaseOxmlElement) -> None:
    """The one font for every script; a theme's fonts would win over it."""
    fonts = properties.find(qn("w:rFonts"))
    if fonts is not None:
        fonts.attrib.clear()
        for script in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{script}"), FONT)


def _without_border(properties: BaseOxmlElement) -> None:
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)


def shade(paragraph: Paragraph) -> None:
    """A band of colour behind the paragraph."""
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(_element("w:shd", val="clear", color="auto", fill=WARM), "w:spacing", "w:jc")


def write_state(word: Word, words: str, colour: str) -> None:
    """A status in its colour, with its shape and word."""
    run = word.add_paragraph().add_run(words)
    run.bold, run.font.size = True, Pt(13)
    run.font.color.rgb = RGBColor.from_string(colour.lstrip("#").upper())


def write_facts(word: Word, rows: Sequence[tuple[str, str]], width: float) -> None:
    """Labels and values, side by side."""
    table = _table(word, len(rows), 2, (width * 0.3, width * 0.7))
    for row, (label, value) in zip(table.rows, rows, strict=True):
        _write(row.cells[0], label, is_bold=True)
        _write(row.cells[1], value)
        _add_to_row(row, "w:cantSplit")


def write_table(
    word: Word,
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
    widths: Sequence[float],
    is_number: Sequence[bool],
    caption: str,
) -> None:
    """A table; its header row comes again on every page, and no row is parted by a page's end."""
    table = _table(word, 1 + len(rows), len(heads), widths)
    table._tbl.tblPr.append(_element("w:tblCaption", val=caption))
    lines = table.rows
    for cell, head, right in zip(lines[0].cells, heads, is_number, strict=True):
        _write(cell, head, is_bold=True, is_right=right)
        cell.paragraphs[0].paragraph_format.keep_with_next = True  # never a header alone at a page's end
        cell._tc.get_or_add_tcPr().append(_element("w:shd", val="clear", color="auto", fill=PALE))
    _add_to_row(lines[0], "w:cantSplit", "w:tblHeader")
    for line, row in zip(list(lines)[1:], rows, strict=True):
        for cell, words, right in zip(line.cells, row, is_number, strict=True):
            _write(cell, words, is_right=right)
        _add_to_row(line, "w:cantSplit")


def _table(word: Word, rows: int, columns: int, widths: Sequence[float]) -> Table:
    table: Table = word.add_table(rows, columns)
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    properties = table._tbl.tblPr
    borders = _element("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        borders.append(_element(f"w:{side}", val="single", sz="4", space="0", color=LINE))
    properties.insert_element_before(borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Cm(width)
    return table


def _write(cell: _Cell, words: str, *, is_bold: bool = False, is_right: bool = False) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
    if is_right:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    run = paragraph.add_run(words)
    run.bold, run.font.size = is_bold, Pt(TABLE_SIZE)


def _add_to_row(row: _Row, *tags: str) -> None:
    properties = row._tr.get_or_add_trPr()
    for tag in tags:
        properties.append(_element(tag))


def write_footer(section: Section, words: str, page: tuple[str, str, str], width: float) -> None:
    """Where it comes from at the left, and the page's number and how many there are at the right."""
    paragraph = section.footer.paragraphs[0]
    stops = paragraph.paragraph_format.tab_stops
    stops.add_tab_stop(Cm(width), WD_TAB_ALIGNMENT.RIGHT)
    before, between, after = page
    for text, field in ((f"{words}\t{before}", ""), ("", "PAGE"), (between, ""), ("", "NUMPAGES"), (after, "")):
        run = paragraph.add_run(text)
        if field:
            for part in _field(field):
                run._r.append(part)


def _field(code: str) -> list[BaseOxmlElement]:
    """A number that Word counts itself."""
    instruction = _element("w:instrText")
    instruction.text = code
    return [_element("w:fldChar", fldCharType="begin"), instruction, _element("w:fldChar", fldCharType="end")]


def _element(tag: str, **attributes: str) -> BaseOxmlElement:
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made

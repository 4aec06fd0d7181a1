"""A paper as a Word file: headings, tables whose header comes again on each page, page numbers, its language said.

The same paper gives the same bytes: nothing in the file tells when or where it was made, only the day it is as of.
"""

import io
import re
from datetime import date, datetime, time

from docx import Document
from docx.document import Document as Word
from docx.shared import Cm

from dashboard import formats
from dashboard.export import docx_parts as parts
from dashboard.export.archive import packed_anew
from dashboard.export.paper import Paper, Section, Sheet

TEXT_WIDTH = 17.4  # centimetres, on A4
LONGEST_PROPERTY = 255  # signs: what a Word file's own title may hold; a contract's title may be longer
LANGUAGES = {"sv": "sv-SE", "en": "en-GB"}
UNPRINTABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # what XML cannot hold


def docx_file(paper: Paper) -> bytes:
    """The paper as the bytes of a DOCX file."""
    word = Document()
    _set_page(word)
    parts.set_styles(word, LANGUAGES[paper.language])
    _about(word, paper)
    _head(word, paper)
    for section in paper.sections:
        _section(word, section)
    before, _, rest = paper.page.partition("{page}")
    between, _, after = rest.partition("{pages}")
    parts.write_footer(word.sections[0], printable(paper.footer), (before, between, after), TEXT_WIDTH)
    whole = io.BytesIO()
    word.save(whole)
    return packed_anew(whole.getvalue(), paper.day)


def printable(text: str) -> str:
    """The text without the control characters that no Word file can hold."""
    return UNPRINTABLE.sub("", text)


def _set_page(word: Word) -> None:
    page = word.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm((21 - TEXT_WIDTH) / 2)
    page.top_margin, page.bottom_margin, page.footer_distance = Cm(2), Cm(2.2), Cm(1)


def _about(word: Word, paper: Paper) -> None:
    about, at = word.core_properties, datetime.combine(paper.day, time())
    title = printable(f"{paper.title}: {paper.subtitle}")[:LONGEST_PROPERTY]
    about.title, about.subject, about.keywords = title, "", paper.keywords
    about.author = about.last_modified_by = paper.author
    notice = printable(paper.notice)[:LONGEST_PROPERTY]
    about.language, about.comments, about.revision = LANGUAGES[paper.language], notice, 1
    about.created = about.modified = at


def _head(word: Word, paper: Paper) -> None:
    word.add_paragraph(printable(paper.title), "Subtitle")
    word.add_paragraph(printable(paper.subtitle), "Title")
    parts.shade(word.add_paragraph(printable(paper.notice), "Intense Quote"))
    parts.write_state(word, printable(paper.state), paper.colour)
    rows = [(printable(label), printable(value)) for label, value in paper.facts.items()]
    parts.write_facts(word, rows, TEXT_WIDTH)


def _section(word: Word, section: Section) -> None:
    word.add_heading(printable(section.title), 1)
    for paragraph in section.paragraphs:
        word.add_paragraph(printable(paragraph))
    if section.sheet is not None and section.sheet.frame.height:
        _sheet(word, section.sheet, section.title)
    elif section.nothing:
        word.add_paragraph(printable(section.nothing))


def _sheet(word: Word, sheet: Sheet, caption: str) -> None:
    unit = TEXT_WIDTH / sum(sheet.widths)
    is_number = [sheet.frame.schema[name].is_numeric() for name in sheet.heads]
    rows = [[printable(cell_words(name, row[name])) for name in sheet.heads] for row in sheet.frame.to_dicts()]
    heads = [printable(head) for head in sheet.heads.values()]
    parts.write_table(word, heads, rows, [width * unit for width in sheet.widths], is_number, printable(caption))


def cell_words(name: str, value: object) -> str:
    """One cell in words: amounts in kronor to the öre, days as 2026-11-22, – for what is not known."""
    if value is None:
        return formats.NONE
    if name.endswith("_ore") and isinstance(value, int):
        return formats.kronor(value, 2)
    if isinstance(value, date):
        return formats.day(value)
    return str(value)

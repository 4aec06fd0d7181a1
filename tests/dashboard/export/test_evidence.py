"""The Word file and the archive: what they hold, how they are built, and that they are the same every time."""

import csv
import io
import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import polars as pl
import pytest
from docx import Document
from docx.document import Document as Word
from docx.oxml.ns import qn

from dashboard.export.docx import docx_file
from dashboard.export.evidence import Files, evidence_files
from dashboard.export.paper import Paper, Section, Sheet

DAY = date(2026, 11, 16)
WICKED = [
    '=HYPERLINK("http://x")',
    "+46",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "två\nrader",
    "\x00\x0b\ud800 <b>å&ö</b> 😀",
]


def sheet(rows: int = 1, words: str = "Sen leverans") -> Sheet:
    frame = pl.DataFrame({"day": [DAY] * rows, "words": [words] * rows, "right_ore": [123456] * rows})
    return Sheet("viten", frame, {"day": "Dag", "words": "Vad", "right_ore": "Rätt till"}, (2, 6, 3))


def paper(*sections: Section, language: str = "sv") -> Paper:
    made = Paper(
        title="Underlag",
        subtitle="Älvens Städ AB",
        notice="Underlag, inte rättslig bedömning.",
        facts={"Läget per": "2026-11-16", "Dataversion": "42"},
        state="Läge: ▲ Gult",
        colour="#8a5300",
        sections=sections or (Section("1. Viten", ("Så här är det.",), sheet(), "Inga."),),
        footer="Källa: Luleå Way. /leverantor?id=7",
        page="Sida {page} av {pages}",
        language="sv",
        day=DAY,
    )
    return replace(made, language="en") if language == "en" else made


def files(of: Paper) -> Files:
    return evidence_files(of, "underlag-7", "innehåll.txt", {"viten": "Viten"}, "Utelämnat: 2 st.")


def opened(content: bytes) -> Word:
    return Document(io.BytesIO(content))


def members(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_title_of_three_hundred_signs_is_whole_on_the_paper_and_cut_in_the_files_own_title() -> None:
    title = "Ramavtal " + "å" * 291

    word = opened(docx_file(replace(paper(), subtitle=title, notice=title)))

    assert word.paragraphs[1].text == title
    assert len(word.core_properties.title) == len(word.core_properties.comments) == 255


def test_the_word_file_says_what_the_paper_says() -> None:
    word = opened(docx_file(paper()))

    said = [one.text for one in word.paragraphs]
    assert said[:4] == ["Underlag", "Älvens Städ AB", "Underlag, inte rättslig bedömning.", "Läge: ▲ Gult"]
    assert [one.text for one in word.paragraphs if one.style and one.style.name == "Heading 1"] == ["1. Viten"]
    assert [[cell.text for cell in row.cells] for row in word.tables[1].rows] == [
        ["Dag", "Vad", "Rätt till"],
        ["2026-11-16", "Sen leverans", "1\u00a0234,56\u00a0kr"],
    ]


def test_a_table_has_a_true_header_that_comes_again_and_rows_that_stay_whole() -> None:
    rows = opened(docx_file(paper())).tables[1].rows

    has_header = [row._tr.trPr is not None and row._tr.trPr.find(qn("w:tblHeader")) is not None for row in rows]
    stays_whole = [row._tr.trPr is not None and row._tr.trPr.find(qn("w:cantSplit")) is not None for row in rows]
    assert (has_header, stays_whole) == ([True, False], [True, True])


def test_a_table_without_rows_is_a_sentence() -> None:
    word = opened(docx_file(paper(Section("1. Viten", (), sheet(0), "Inga."))))

    assert "Inga." in [one.text for one in word.paragraphs]
    assert len(word.tables) == 1


def test_the_footer_has_the_source_and_the_pages_are_counted_by_word() -> None:
    footer = opened(docx_file(paper())).sections[0].footer.paragraphs[0]

    codes = [one.text for one in footer._p.iter(qn("w:instrText"))]
    assert footer.text == "Källa: Luleå Way. /leverantor?id=7\tSida  av "
    assert codes == ["PAGE", "NUMPAGES"]


@pytest.mark.parametrize(("language", "tag"), [("sv", "sv-SE"), ("en", "en-GB")])
def test_the_language_is_said(language: str, tag: str) -> None:
    word = opened(docx_file(paper(language=language)))

    assert {one.get(qn("w:val")) for one in word.styles.element.iter(qn("w:lang"))} == {tag}
    assert word.core_properties.language == tag


def test_the_same_paper_gives_the_same_bytes_dated_the_day_it_is_of() -> None:
    first, second = files(paper()), files(paper())

    assert first == second
    about = opened(first.docx).core_properties
    assert about.created is not None
    assert about.modified is not None
    assert (about.created.date(), about.modified.date(), about.last_modified_by) == (DAY, DAY, "Luleå Way")
    with zipfile.ZipFile(io.BytesIO(first.archive)) as archive:
        assert {one.date_time for one in archive.infolist()} == {(2026, 11, 16, 0, 0, 0)}


def test_the_archive_holds_the_word_file_each_table_and_a_list_of_them() -> None:
    made = files(paper())
    held = members(made.archive)

    assert list(held) == ["underlag-7.docx", "viten.csv", "innehåll.txt"]
    assert held["underlag-7.docx"] == made.docx
    assert held["viten.csv"].decode("utf-8-sig") == "Dag;Vad;Rätt till\r\n2026-11-16;Sen leverans;1234,56\r\n"
    listed = held["innehåll.txt"].decode("utf-8-sig")
    assert "viten.csv: Viten" in listed
    assert "Utelämnat: 2 st." in listed


@pytest.mark.parametrize("words", WICKED)
def test_words_from_outside_harm_neither_word_nor_a_spreadsheet(words: str) -> None:
    words = words.encode("utf-8", "ignore").decode()
    made = files(paper(Section("1. Viten", (words,), sheet(words=words), "Inga.")))

    cells = list(csv.reader(io.StringIO(members(made.archive)["viten.csv"].decode("utf-8-sig")), delimiter=";"))
    assert len(cells) == 2
    assert not cells[1][1].startswith(("=", "+", "-", "@", "\t", "\r"))
    assert len(opened(made.docx).tables[1].rows) == 2


def test_a_long_table_is_made_in_time_and_kept_whole() -> None:
    word = opened(docx_file(paper(Section("1. Viten", (), sheet(300), "Inga."))))

    assert len(word.tables[1].rows) == 301


def test_libreoffice_opens_it_and_repeats_the_header(tmp_path: Path) -> None:
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice (soffice) is not on this machine")
    path = tmp_path / "underlag.docx"
    path.write_bytes(docx_file(paper(Section("1. Viten", (), sheet(120), "Inga."))))

    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)

    pdf = (tmp_path / "underlag.pdf").read_bytes()
    assert pdf.startswith(b"%PDF")
    assert pdf.count(b"/Type/Page/") + pdf.count(b"/Type/Page\n") + pdf.count(b"/Type /Page ") > 1

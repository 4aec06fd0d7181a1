"""A paper and its tables as files: a Word file, and an archive with it, each table as CSV and a list of contents."""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from dashboard.export.archive import packed
from dashboard.export.csv_file import csv_file
from dashboard.export.docx import docx_file, printable
from dashboard.export.paper import Paper, Sheet


@dataclass(frozen=True)
class Files:
    """The two files, by the same name with different ends."""

    name: str
    docx: bytes
    archive: bytes


def evidence_files(paper: Paper, name: str, contents_name: str, contents: Mapping[str, str], notes: str) -> Files:
    """The files. `contents` says of each table's file (`Sheet.file`) what it holds; `notes` ends the list."""
    word = docx_file(paper)
    sheets = [section.sheet for section in paper.sections if section.sheet is not None]
    tables = {f"{sheet.file}.csv": csv_file(_on_one_line(sheet), sheet.heads) for sheet in sheets}
    said = {f"{name}.docx": paper.title, **{f"{sheet.file}.csv": contents[sheet.file] for sheet in sheets}}
    lines = [f"{paper.title}: {paper.subtitle}", paper.notice, ""]
    lines += [f"{file}: {words}" for file, words in said.items()]
    listed = printable("\r\n".join([*lines, "", notes, paper.footer, ""]))
    members = {f"{name}.docx": word, **tables, contents_name: b"\xef\xbb\xbf" + listed.encode()}
    return Files(name, word, packed(members, paper.day))


def _on_one_line(sheet: Sheet) -> pl.DataFrame:
    """Words without what no spreadsheet shows, so that each row stays one row."""
    return sheet.frame.with_columns(pl.col(pl.String).str.replace_all(r"[\r\n\t\x00-\x1f]+", " ").str.strip_chars())

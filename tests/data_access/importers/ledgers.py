"""Hand-written ledger files with invented suppliers, in the layouts publishers really use."""

from collections.abc import Sequence
from pathlib import Path

import polars as pl
import xlsxwriter  # type: ignore[import-untyped]

# Invented organisation numbers: the first digit 4 is not in use, the check digits are right.
BYGG, SKOLMAT, STADA = "4020000016", "4031000013", "4042000010"
SPEC = (
    "kopare_id,kopare,verifikationsnummer,leverantor,leverantor_id,konto_nr,konto_text,belopp,datum,"
    "forvaltning,fakturanummer,grund,avtal,kommun_id,s_kod_nr"
)


def write(folder: Path, name: str, text: str, encoding: str = "utf-8", ends: str = "\n") -> Path:
    """The text as a file, its line feeds written as `ends`."""
    path = folder / name
    path.write_bytes(text.replace("\n", ends).encode(encoding))
    return path


def write_xlsx(folder: Path, name: str, sheets: dict[str, Sequence[Sequence[object]]]) -> Path:
    """A workbook of sheets, each a list of rows."""
    path = folder / name
    with xlsxwriter.Workbook(path) as book:
        for title, rows in sheets.items():
            sheet = book.add_worksheet(title)
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, row)
    return path


def column(frame: pl.DataFrame, name: str) -> list[object]:
    """One column's values, in the file's order."""
    return frame.sort("member", "row")[name].to_list()

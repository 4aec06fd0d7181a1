"""Register files written by hand, with invented suppliers (organisation numbers begin with the unused digit 4)."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import xlsxwriter

CANONICAL = (
    "number",
    "diarienr",
    "title",
    "supplier_orgnr",
    "supplier",
    "type",
    "regime",
    "start_date",
    "initial_end_date",
    "tills_vidare",
    "notice_buyer_m",
    "notice_supplier_m",
    "options",
    "ceiling_sek",
    "estimated_value_sek",
    "categories",
    "units",
    "exclusive",
    "procedure",
    "complexity",
    "review_risk",
    "owner",
    "framework",
)
VALID = {
    "number": "A-1",
    "diarienr": "KS 2024/1",
    "title": "Livsmedel",
    "supplier_orgnr": "442000-0012",
    "supplier": "Exempelmat AB",
    "type": "ramavtal",
    "regime": "above_threshold",
    "start_date": "2024-01-01",
    "initial_end_date": "2025-12-31",
    "options": "12 buyer 6; 12 mutual 6",
    "ceiling_sek": "10 000 000",
    "categories": "Livsmedel",
}
Cell = str | int | float | date | datetime | None


def orgnr(serial: int) -> str:
    """An invented organisation number with a right check digit."""
    nine = f"442{serial:06d}"
    total = sum(sum(divmod(int(digit) * (2 - at % 2), 10)) for at, digit in enumerate(nine))
    return f"{nine}{-total % 10}"


def contract_row(**values: str) -> dict[str, str]:
    """One valid row of the canonical register; say only what matters."""
    return {**VALID, **values}


def canonical_csv(path: Path, *rows: dict[str, str]) -> Path:
    """The rows as our own register, semicolons between the cells."""
    lines = [";".join(CANONICAL)]
    lines += [";".join(f'"{row.get(column, "")}"' for column in CANONICAL) for row in rows]
    path.write_text("\r\n".join(lines), encoding="utf-8-sig")
    return path


def workbook(path: Path, sheets: dict[str, Sequence[Sequence[Cell]]]) -> Path:
    """The cells as a workbook: days as days, text as text."""
    book = xlsxwriter.Workbook(path)
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                if isinstance(cell, date):
                    sheet.write_datetime(at, column, cell, day)
                elif cell is not None:
                    sheet.write(at, column, cell)
    book.close()
    return path

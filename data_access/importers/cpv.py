"""The CPV codes with their Swedish and English names: eight digits, the check digit after the hyphen left out."""

import re
from collections.abc import Sequence

import polars as pl

from data_access.importers.headed_sheet import Content, Layout, Rows
from data_access.importers.register_problems import Found

NAMES = {
    "code": ("cpv", "code", "kod", "cpv code", "cpv kod"),
    "name_sv": ("label sv", "name sv", "namn", "sv"),
    "name_en": ("label en", "name en", "name", "en"),
}
FRAME: dict[str, pl.DataType] = {"code": pl.String(), "name_sv": pl.String(), "name_en": pl.String()}
LENGTH = 400


def _places(header: Sequence[str]) -> dict[str, int]:
    found = {column: at for column, names in NAMES.items() for at, cell in enumerate(header) if cell in names}
    return found if len(found) == len(NAMES) else {}


def _content(rows: Rows, names: dict[str, str]) -> Content:
    """One row a code; a code that stands twice is taken once."""
    good = [(code, cells) for _, cells in rows if (code := _code(cells["code"])) and cells["name_sv"]]
    found = [
        Found("code_unreadable", row=at, column=names["code"])
        for at, cells in rows
        if not (_code(cells["code"]) and cells["name_sv"])
    ]
    frame = pl.DataFrame(
        [(code, cells["name_sv"][:LENGTH], (cells["name_en"] or cells["name_sv"])[:LENGTH]) for code, cells in good],
        schema=FRAME,
        orient="row",
    ).unique("code", keep="first", maintain_order=True)
    return Content(frame, len(good), found)


def _code(text: str) -> str | None:
    found = re.fullmatch(r"(\d{8})(?:-\d)?", text)
    return found[1] if found else None


LAYOUT = Layout("cpv", "cpv_header_missing", FRAME, _places, _content)
recognises, read = LAYOUT.recognises, LAYOUT.read

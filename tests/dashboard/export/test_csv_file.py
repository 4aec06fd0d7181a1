"""CSV for a Swedish spreadsheet."""

import csv
import io
from datetime import date

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from dashboard.export.csv_file import csv_file


def opened(content: bytes) -> list[list[str]]:
    """The cells as a spreadsheet set to Swedish reads them."""
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_amounts_are_kronor_with_a_comma_and_days_are_days() -> None:
    frame = pl.DataFrame({"name": ["Älv AB"], "amount_ore": [-123456], "posted_on": [date(2026, 11, 22)]})

    cells = opened(csv_file(frame, {"posted_on": "Datum", "name": "Leverantör", "amount_ore": "Belopp"}))

    assert cells == [["Datum", "Leverantör", "Belopp"], ["2026-11-22", "Älv AB", "-1234,56"]]


def test_text_that_could_be_a_formula_is_shown_as_text() -> None:
    wicked = ["=1+1", "+46", "-2", "@SUM(A1)", "\tx", "|cmd", "plain"]

    cells = opened(csv_file(pl.DataFrame({"t": wicked}), {"t": "Text"}))

    assert [row[0] for row in cells[1:]] == [*(f"'{text}" for text in wicked[:-1]), "plain"]


def test_what_is_not_known_is_an_empty_cell() -> None:
    frame = pl.DataFrame({"t": [None], "amount_ore": [None]}, schema={"t": pl.String, "amount_ore": pl.Int64})

    assert opened(csv_file(frame, {"t": "Text", "amount_ore": "Belopp"}))[1] == ["", ""]


@given(st.lists(st.integers(min_value=-(10**15), max_value=10**15), min_size=1, max_size=20))
def test_every_ore_comes_through(amounts: list[int]) -> None:
    cells = opened(csv_file(pl.DataFrame({"amount_ore": amounts}), {"amount_ore": "Belopp"}))

    assert [round(float(row[0].replace(",", ".")) * 100) for row in cells[1:]] == amounts


@given(st.lists(st.text(max_size=20), min_size=1, max_size=10))
def test_no_cell_of_text_begins_like_a_formula(texts: list[str]) -> None:
    cells = opened(csv_file(pl.DataFrame({"n": range(len(texts)), "t": texts}), {"n": "n", "t": "Text"}))

    assert not any(row[1][:1] in "=+-@\t\r|" and row[1] for row in cells[1:])

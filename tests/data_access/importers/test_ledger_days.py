"""Days and months are read as a whole column means them."""

from collections.abc import Callable
from datetime import date, timedelta

import polars as pl
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from data_access.importers.days import month_in_name, read_days


def read(*texts: str | None, members: list[int] | None = None) -> list[tuple[date | None, int | None]]:
    """Day and month of each text."""
    found = read_frame(*texts, members=members)
    return list(zip(found["day"].to_list(), found["month"].to_list(), strict=True))


def read_frame(*texts: str | None, members: list[int] | None = None) -> pl.DataFrame:
    """The reader's own answer."""
    return read_days(pl.Series(members or [0] * len(texts), dtype=pl.Int16), pl.Series(texts, dtype=pl.String))


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-14", "2026/3/14", "2026.03.14", "2026-03-14 00:00:00", "2026-03-14T12:30:00", "20260314", "20260314.0",
        "14/03/2026", "14.3.2026", "14-03-2026", "14/03/26", "14/03/2026 00:00", "14-Mar-2026", "14 mars 2026",
        "14 March 2026", "14-mar-26", "03/14/2026", "46095", "46095.0", " 2026-03-14 ", "260314",
    ],
)  # fmt: skip
def test_one_day_is_read_in_every_writing(text: str) -> None:
    assert read(text) == [(date(2026, 3, 14), 202603)]


@pytest.mark.parametrize("text", ["202603", "2026-03", "2026/3", "mar-2026", "mars 2026", "March 2026", "202603.0"])
def test_a_month_is_a_month_and_no_day(text: str) -> None:
    assert read(text) == [(None, 202603)]


@pytest.mark.parametrize(
    "text", ["", "-", "abc", "2026-13-01", "2026-02-30", "31/02/2026", "99999999", "0", "12345678901"]
)
def test_what_is_no_day_is_null(text: str) -> None:
    assert read(text) == [(None, None)]


def test_one_day_above_twelve_tells_how_the_whole_column_writes_days() -> None:
    assert [day for day, _ in read("01/02/2026", "25/02/2026")] == [date(2026, 2, 1), date(2026, 2, 25)]
    assert [day for day, _ in read("01/02/2026", "01/25/2026")] == [date(2026, 1, 2), date(2026, 1, 25)]


def test_where_no_part_is_above_twelve_the_fewest_months_decide() -> None:
    days = [day for day, _ in read("03/01/2026", "03/02/2026", "03/05/2026")]

    assert days == [date(2026, 3, 1), date(2026, 3, 2), date(2026, 3, 5)]


def test_where_nothing_tells_the_day_stands_first_and_it_is_said() -> None:
    found = read_frame("01/02/2026")

    assert found["day"].to_list() == [date(2026, 2, 1)]
    assert found["order_unclear"].to_list() == [True]


def test_each_file_of_an_archive_has_its_own_order() -> None:
    days = [day for day, _ in read("01/02/2026", "25/02/2026", "01/02/2026", "01/25/2026", members=[0, 0, 1, 1])]

    assert days == [date(2026, 2, 1), date(2026, 2, 25), date(2026, 1, 2), date(2026, 1, 25)]


def test_six_digits_are_months_unless_one_of_them_cannot_be() -> None:
    assert read("200112", "201905") == [(None, 200112), (None, 201905)]
    assert read("200112", "230131") == [(date(2020, 1, 12), 202001), (date(2023, 1, 31), 202301)]


def test_empty_cells_stay_empty_in_a_plain_column() -> None:
    assert read("2026-03-14", None) == [(date(2026, 3, 14), 202603), (None, None)]


FORMATS: dict[str, Callable[[date], str]] = {
    "%Y-%m-%d": lambda day: day.isoformat(),
    "%d/%m/%Y": lambda day: day.strftime("%d/%m/%Y"),
    "%m/%d/%Y": lambda day: day.strftime("%m/%d/%Y"),
    "%d-%b-%Y": lambda day: day.strftime("%d-%b-%Y"),
    "serial": lambda day: str((day - date(1899, 12, 30)).days),
    "%Y%m%d": lambda day: day.strftime("%Y%m%d"),
}


@settings(deadline=None)
@given(
    st.lists(st.dates(min_value=date(1990, 1, 1), max_value=date(2099, 12, 31)), min_size=1, max_size=20),
    st.sampled_from(sorted(FORMATS)),
)
def test_a_column_in_one_format_comes_back_as_it_was(days: list[date], form: str) -> None:
    assume("/" not in form or any(day.day > 12 for day in days))

    found = read(*(FORMATS[form](day) for day in days))

    assert [day for day, _ in found] == days
    assert [month for _, month in found] == [day.year * 100 + day.month for day in days]


@settings(deadline=None)
@given(st.lists(st.text(max_size=12), max_size=10))
def test_no_text_at_all_makes_the_reader_fall(texts: list[str]) -> None:
    assert len(read(*texts)) == len(texts)


@pytest.mark.parametrize(
    ("name", "month"),
    [
        ("2020-01.csv", 202001),
        ("reskontra_202012.csv", 202012),
        ("lev 2020_07 ny.xlsx", 202007),
        ("2020-01-31.csv", 202001),
        ("reskontra_2020.csv", None),
        ("fil-20201.csv", None),
        ("12345678.csv", None),
    ],
)
def test_a_month_is_found_in_a_file_name(name: str, month: int | None) -> None:
    assert month_in_name(name) == month


def test_a_serial_number_counts_days_as_spreadsheets_do() -> None:
    assert read("25569") == [(date(1970, 1, 1), 197001)]
    assert date(1899, 12, 30) + timedelta(days=25569) == date(1970, 1, 1)

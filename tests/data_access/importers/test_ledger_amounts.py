"""Amounts come to whole öre exactly, whatever marks a column writes them with."""

from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data_access.importers.amounts import in_kronor, with_ore


def ore(*texts: str | None, members: list[int] | None = None) -> list[int | None]:
    """The öre of one column's texts."""
    frame = pl.DataFrame(
        {"member": members or [0] * len(texts), "t": list(texts)}, schema={"member": pl.Int16, "t": pl.String}
    )
    return with_ore(frame, "t", "ore")[0]["ore"].to_list()


def slow_ore(text: str, mark: str) -> int | None:
    """The same for one text whose column has this decimal mark: slow and obvious."""
    sign = 1
    kept = []
    for letter in text.strip():
        if letter in "-−(" or letter == "–":
            sign = -1
        elif letter == mark:
            kept.append(".")
        elif letter.isdigit():
            kept.append(letter)
    try:
        number = Decimal("".join(kept))
    except InvalidOperation:
        return None
    return sign * int((number * 100).quantize(Decimal(1), rounding=ROUND_HALF_UP))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1234", 123_400),
        ("1234.5", 123_450),
        ("-0.01", -1),
        ("+3.40", 340),
        (".5", 50),
        ("1 234,56", 123_456),
        ("1\u00a0234\u202f567,89", 123_456_789),
        ("1.234.567,89", 123_456_789),
        ("1,234,567.89", 123_456_789),
        (" 765.00 ", 76_500),
        ("(1,250.00)", -125_000),
        ("1250,00-", -125_000),
        ("\u22121250,00", -125_000),
        ("\u20131 250", -125_000),
        ("£1,250.00", 125_000),
        ("-£12.50", -1_250),
        ("1 250 kr", 125_000),
        ("SEK 1250,50", 125_050),
        ("1'250.50", 125_050),
        ("250:-", 25_000),
        ("99999999999.99", 9_999_999_999_999),
    ],
)
def test_an_amount_is_read_as_a_person_reads_it(text: str, expected: int) -> None:
    assert ore(text) == [expected]


@pytest.mark.parametrize(
    "text", ["", "-", "abc", "2026-01-15", "1.2.3", "####", "12 st", "1,2,3", "--5", "nan", "inf", "1e5"]
)
def test_what_is_no_amount_is_null(text: str) -> None:
    assert ore(text, "1.00") == [None, 100]


@pytest.mark.parametrize(("text", "expected"), [("1.005", 101), ("-1.005", -101), ("2.675", 268), ("1.0049", 100)])
def test_half_an_ore_goes_away_from_zero_without_float_error(text: str, expected: int) -> None:
    assert ore(text, "1.00") == [expected, 100]


def test_the_decimal_mark_is_one_for_the_whole_column() -> None:
    assert ore("1.234", "5,50", "12") == [123_400, 550, 1_200]
    assert ore("1,234", "5.50", "12") == [123_400, 550, 1_200]


def test_marks_that_only_stand_before_three_digits_are_thousands_and_said_to_be_unclear() -> None:
    frame = pl.DataFrame({"member": [0, 0], "t": ["1.234", "500"]})

    parsed, unclear = with_ore(frame, "t", "ore")

    assert parsed["ore"].to_list() == [123_400, 50_000]
    assert unclear == 1


def test_each_file_of_an_archive_has_its_own_decimal_mark() -> None:
    assert ore("1.234", "5,50", "1,234", "5.50", members=[0, 0, 1, 1]) == [123_400, 550, 123_400, 550]


def test_more_than_two_decimals_are_counted_unless_they_are_zeros() -> None:
    frame = pl.DataFrame({"member": [0, 0, 0], "t": ["1.005", "1.500", "2.25"]})

    parsed, _ = with_ore(frame, "t", "ore")

    assert parsed["_rounded"].to_list() == [True, False, False]


AMOUNTS = st.decimals(min_value=-(10**10), max_value=10**10, places=2, allow_nan=False, allow_infinity=False)
GROUPS = st.sampled_from(["", " ", "\u00a0", ".", "'"])
SIGNS = st.sampled_from(["-{}", "{}-", "({})", "\u2212{}"])


def written(amount: Decimal, group: str, sign: str) -> str:
    """The amount as a Swedish file writes it."""
    whole = f"{abs(amount):,.2f}".replace(",", "\0").replace(".", ",").replace("\0", group)
    return sign.format(whole) if amount < 0 else whole


@settings(deadline=None)
@given(st.lists(st.tuples(AMOUNTS, SIGNS), min_size=1, max_size=20), GROUPS)
def test_amounts_with_decimal_commas_agree_with_the_slow_reading(
    amounts: list[tuple[Decimal, str]], group: str
) -> None:
    texts = [written(amount, group, sign) for amount, sign in amounts]

    assert ore(*texts) == [slow_ore(text, ",") for text in texts] == [int(amount * 100) for amount, _ in amounts]


@settings(deadline=None)
@given(st.lists(st.decimals(min_value=-(10**9), max_value=10**9, places=5), min_size=1, max_size=20))
def test_amounts_with_many_decimals_agree_with_the_slow_reading(amounts: list[Decimal]) -> None:
    texts = [f"{amount:.5f}" for amount in amounts]

    assert ore(*texts) == [slow_ore(text, ".") for text in texts]


@settings(deadline=None)
@given(st.lists(st.text(max_size=12), max_size=10))
def test_no_text_at_all_makes_the_reader_fall(texts: list[str]) -> None:
    assert len(ore(*texts)) == len(texts)


@settings(deadline=None)
@given(st.integers(min_value=-(10**12), max_value=10**12))
def test_ore_are_written_in_kronor_exactly(amount: int) -> None:
    assert Decimal(in_kronor(amount)) * 100 == amount

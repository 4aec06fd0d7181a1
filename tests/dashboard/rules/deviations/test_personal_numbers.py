"""Personal numbers are found however they are written; other numbers are let through."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.rules.deviations.personal_numbers import has_personal_number


def check_digit(nine: str) -> str:
    """The tenth digit, worked out slowly."""
    total = 0
    for at, one in enumerate(nine):
        product = int(one) * (2 if at % 2 == 0 else 1)
        total += sum(int(digit) for digit in str(product))
    return str(-total % 10)


@pytest.mark.parametrize(
    "text",
    [
        "6408233234",
        "640823-3234",
        "640823+3234",
        "640823 3234",
        "196408233234",
        "19640823-3234",
        "19640823 3234",
        "1964-08-23-3234",
        "640823–3234",
        "640823−3234",
        "６４０８２３-３２３４",
        "6408\u200b23-3234",
        "Ring 640823-3234, tack",
        "(640823-3234)",
        "pnr640823-3234x",
        "order 12345, 640823-3234",
        "701063-2391",  # a coordination number: the day is 60 more
        "000229-" + "123" + check_digit("000229123"),  # 29 February 2000
    ],
)
def test_a_personal_number_is_found(text: str) -> None:
    assert has_personal_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "212000-1355",
        "2120001355",
        "556012-5790",
        "16556012-5790",
        "SE556012579001",
        "070-123 45 67",
        "0701-23 45 67",
        "+46 70 123 45 67",
        "0920-45 30 00",
        "08-508 290 00",
        "0701234567",
        "640823-3235",  # the check digit is wrong
        "641323-3230",  # no such month
        "640832-3236",  # no such day
        "990229-" + "123" + check_digit("990229123"),  # neither 1999 nor 2099 has that day
        "2026-11-16 09:30",
        "Order 64082332341",
        "DNR 2026/1234",
        "7350053850019",
        "",
    ],
)
def test_other_numbers_are_let_through(text: str) -> None:
    assert not has_personal_number(text)


@given(
    st.dates(date(1900, 1, 1), date(2026, 11, 16)),
    st.integers(0, 999),
    st.sampled_from(["", "-", "+", " ", "–"]),
    st.booleans(),
    st.booleans(),
    st.text(st.characters(blacklist_categories=("Nd", "Nl", "No", "Cs")), max_size=5),
)
def test_every_number_a_person_can_have_is_found_anywhere_in_a_text(
    born: date, serial: int, mark: str, has_century: bool, is_coordination: bool, around: str
) -> None:
    day = f"{born:%y%m}{born.day + 60 * is_coordination:02}"
    nine = f"{day}{serial:03}"
    century = f"{born:%Y}"[:2] if has_century else ""

    assert has_personal_number(f"{around}{century}{day}{mark}{serial:03}{check_digit(nine)}{around}")


@given(st.dates(date(1900, 1, 1), date(2026, 11, 16)), st.integers(20, 99), st.integers(0, 9999))
def test_no_organisation_number_is_taken_for_a_persons(day: date, month: int, last: int) -> None:
    assert not has_personal_number(f"{day:%y}{month}{day:%d}-{last:04}")

"""The worked examples that were computed by hand: dates, notice, standstill, ceiling and direct-award limit."""

from datetime import date

import polars as pl
import pytest

from dashboard.rules.decisions.burn import burn_index, time_left
from dashboard.rules.decisions.standstill import first_signing_day, standstill_ends
from dashboard.rules.thresholds import is_within, limit_on
from data_access.queries.frames import polars_type
from data_access.tables.goals import threshold
from data_access.writes.reference import read_reference
from tests.dashboard.rules.decisions.build import TWO, Row, dates

BEFORE = date(2025, 5, 1)


def called(*days: date) -> list[Row]:
    """The two options of the example, the first ones called on these days."""
    return [{**row, "exercised_on": day} for row, day in zip(TWO, [*days, None, None], strict=False)]


def test_the_example_before_any_option_is_called() -> None:
    found = dates(BEFORE)

    assert found["current_end"] == date(2026, 2, 28)
    assert found["max_end"] == date(2028, 2, 29)
    assert found["option_call_deadline"] == date(2025, 8, 28)  # a Thursday, and not the 31st
    assert found["option_decide_by"] == date(2025, 6, 30)  # 29 July is in the summer
    assert found["reprocure_start_latest"] == date(2025, 5, 9)  # 11 May is a Sunday
    assert found["reprocure_start_unreviewed"] == date(2025, 7, 10)
    assert found["decision_gate"] == date(2025, 5, 9)


def test_the_example_after_the_first_option() -> None:
    found = dates(date(2025, 9, 1), called(date(2025, 8, 1)))

    assert found["current_end"] == date(2027, 2, 28)
    assert found["option_call_deadline"] == date(2026, 8, 28)
    assert found["option_decide_by"] == date(2026, 6, 30)
    assert found["reprocure_start_latest"] == date(2026, 5, 11)
    assert (found["options_used"], found["options_left"]) == (1, 1)


def test_the_example_after_both_options() -> None:
    found = dates(date(2026, 9, 1), called(date(2025, 8, 1), date(2026, 8, 1)))

    assert found["current_end"] == found["max_end"] == date(2028, 2, 29)
    assert found["reprocure_start_unreviewed"] == date(2027, 7, 9)  # the 11th is a Sunday
    assert found["reprocure_start_latest"] == date(2027, 5, 12)
    assert found["decision_gate"] == date(2027, 5, 12)
    assert found["option_call_deadline"] is None


def test_nine_months_notice_for_the_end_of_the_year_is_given_by_the_end_of_march() -> None:
    found = dates(
        date(2026, 1, 15),
        [],
        initial_end_on=None,
        is_until_further_notice=True,
        notice_buyer_months=9,
        desired_end_on=date(2026, 12, 31),
    )

    assert found["notice_deadline"] == date(2026, 3, 31)


def test_a_standstill_that_ends_on_midsommarafton_goes_on_to_the_monday() -> None:
    sent_on = date(2026, 6, 9)

    assert standstill_ends(sent_on) == date(2026, 6, 22)
    assert first_signing_day(sent_on) == date(2026, 6, 23)


@pytest.mark.parametrize(
    ("sent_on", "is_electronic", "announced_until", "signing"),
    [
        (date(2026, 3, 2), True, None, date(2026, 3, 13)),
        (date(2026, 3, 2), False, None, date(2026, 3, 18)),
        (date(2026, 3, 2), True, date(2026, 3, 20), date(2026, 3, 21)),  # a longer time binds
        (date(2026, 3, 2), True, date(2026, 3, 9), date(2026, 3, 13)),  # a shorter one does not
        (date(2026, 12, 14), True, None, date(2026, 12, 29)),  # julafton to the Monday after
    ],
)
def test_the_standstill_is_counted_from_the_day_after_the_notice(
    sent_on: date, is_electronic: bool, announced_until: date | None, signing: date
) -> None:
    found = first_signing_day(sent_on, is_electronic=is_electronic, announced_until=announced_until)

    assert found == signing


def test_a_ceiling_used_faster_than_the_time_runs_out_before_the_term() -> None:
    used, ceiling, passed, whole = (pl.lit(value) for value in (13.8, 24.0, 18, 36))

    index, left = pl.select(burn_index(used, ceiling, passed, whole), left=time_left(used, ceiling, passed)).row(0)

    assert index == pytest.approx(1.15)
    assert round(left, 2) == 13.30


@pytest.mark.parametrize("ceiling", [None, 0])
def test_a_ceiling_that_is_not_known_is_not_burnt(ceiling: int | None) -> None:
    used, unknown = pl.lit(5), pl.lit(ceiling, pl.Int64)

    found = pl.select(burn_index(used, unknown, pl.lit(1), pl.lit(2)), left=time_left(used, unknown, pl.lit(1)))

    assert found.row(0) == (None, None)


@pytest.mark.parametrize(
    ("day", "kronor", "may"), [(date(2025, 5, 1), 700_000, False), (date(2019, 5, 1), 586_907, True)]
)
def test_the_direct_award_limit_itself_is_too_much_since_2022(day: date, kronor: int, may: bool) -> None:
    schema = {column.name: polars_type(column.type) for column in threshold.c if column.name != "id"}
    limits = pl.DataFrame(read_reference("thresholds.csv", threshold), schema=schema)

    assert pl.select(is_within(pl.lit(kronor * 100), limit_on(limits, day))).item() is may

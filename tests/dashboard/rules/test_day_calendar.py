"""Spans of days become a calendar: every day once, answered by all the spans that hold it."""

from datetime import date, timedelta

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.rules.day_calendar import Calendar, pieces, told
from dashboard.rules.descent import with_descendants
from dashboard.rules.terms import BEGINNING, FOR_EVER, with_term
from tests.build import frame

days = st.dates(date(2025, 11, 1), date(2026, 3, 31))
span = st.tuples(st.integers(1, 2), days, days)
SPAN = {"key": pl.Int64, "from_day": pl.Date, "to_day": pl.Date}


@settings(max_examples=60, deadline=None)
@given(st.lists(span, max_size=6), days)
def test_a_day_is_answered_by_the_spans_that_hold_it(spans: list[tuple[int, date, date]], day: date):
    calendar = Calendar.ending(date(2026, 2, 28), months=3)
    laid = calendar.by_month(told(pieces(pl.DataFrame(spans, SPAN, orient="row"), [pl.len()]), pl.col("len")), "n")

    for key in (1, 2):
        month = min(max(day.year * 12 + day.month - 1 - calendar.first_month, 0), 2)
        rows = laid.filter(pl.col("n_key") == key * 3 + month).to_dicts()
        assert len(rows) <= 1
        answer = None
        for row in rows:
            answer = row["n_0"]
            for turn in range(1, (laid.width - 2) // 2 + 1):
                if row[f"n_from_{turn}"] is not None and day >= row[f"n_from_{turn}"]:
                    answer = row[f"n_{turn}"]
        assert (answer or 0) == sum(one == key and first <= day <= last for one, first, last in spans)


def test_the_pieces_of_a_key_follow_each_other_without_gap():
    spans = pl.DataFrame([(1, date(2026, 1, 1), date(2026, 1, 31))], SPAN, orient="row")

    cut = pieces(spans, []).sort("first")

    assert cut["first"].to_list() == [BEGINNING, date(2026, 1, 1), date(2026, 2, 1)]
    assert cut["last"].to_list()[:2] == [day - timedelta(days=1) for day in cut["first"].to_list()[1:]]
    assert cut["last"][-1] == FOR_EVER


def test_extending_keeps_the_end_of_a_month():
    ends = {"start_on": date(2024, 3, 1), "initial_end_on": date(2026, 2, 28)}
    options = [
        {"contract_id": 1, "length_months": 12, "exercised_on": date(2025, 6, 1)},
        {"contract_id": 1, "length_months": 12, "exercised_on": date(2026, 6, 1), "sequence": 2},
        {"contract_id": 1, "length_months": 12, "sequence": 3},
    ]

    def last_day(used: int) -> date:
        return with_term(frame("contracts", [ends]), frame("options", options[:used]), date(2026, 7, 1))["to_day"][0]

    assert [last_day(used) for used in (0, 1, 2, 3)] == [
        date(2026, 2, 28),
        date(2027, 2, 28),
        date(2028, 2, 29),
        date(2028, 2, 29),
    ]


def test_a_contract_without_start_or_end_has_no_term_unless_it_runs_until_further_notice():
    rows = [
        {"start_on": None},
        {"initial_end_on": None},
        {"initial_end_on": None, "is_until_further_notice": True},
        {"initial_end_on": None, "is_until_further_notice": True, "terminated_on": date(2026, 5, 1)},
    ]

    terms = with_term(frame("contracts", rows), frame("options", []), date(2026, 7, 1))

    assert terms["to_day"].to_list() == [None, None, FOR_EVER, date(2026, 5, 1)]
    assert terms["from_day"].null_count() == 2


def test_everything_below_is_found_even_in_a_tree_with_a_ring():
    tree = pl.DataFrame({"id": [1, 2, 3, 4, 5], "parent_id": [None, 1, 2, 5, 4]})

    pairs = with_descendants(tree).sort("ancestor", "id").rows()

    assert pairs == [(1, 1), (1, 2), (1, 3), (2, 2), (2, 3), (3, 3), (4, 4), (4, 5), (5, 4), (5, 5)]

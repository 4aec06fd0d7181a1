"""Red flags: each limit from both sides, what raises none, and the words that it is no verdict."""

from datetime import date, timedelta
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.rules.red_flags import all_flags
from dashboard.rules.red_flags.kind import NO_VERDICT
from dashboard.rules.red_flags.limits import FlagLimits, flag_limits
from dashboard.text import Language
from data_access.tables.goals import rule_limit
from data_access.writes.reference import read_reference
from tests.dashboard.metrics.frames import frame
from tests.dashboard.rules.changes.build import change, contract, judged

TODAY = date(2025, 12, 1)
Rows = list[dict[str, Any]]
FLAGS = {one.key: one for one in all_flags()}
ACTIVE = {"contract_id": pl.Int64, "from_on": pl.Date, "to_on": pl.Date}


def found(key: str, limits: FlagLimits | None = None, **given_rows: Any) -> Rows:
    """What the flag is raised at."""
    return FLAGS[key].find(frames(**given_rows), limits or FlagLimits(), TODAY).to_dicts()


def frames(
    procurement: Rows | None = None,
    bid: Rows | None = None,
    review_case: Rows | None = None,
    changes: Rows | None = None,
    to_on: date | None = date(2026, 6, 1),
) -> dict[str, pl.DataFrame]:
    active = [{"contract_id": 1, "from_on": date(2022, 1, 1), "to_on": to_on}]
    return {
        "procurement": frame("procurement", procurement or []),
        "bid": frame("bid", bid or []),
        "review_case": frame("review_case", review_case or []),
        "change": judged([contract()], changes or [], TODAY),
        "active": pl.DataFrame(active, ACTIVE),
    }


def tendered(**more: Any) -> dict[str, Any]:
    return {
        "title": "Städ",
        "published_on": date(2025, 3, 1),
        "tender_deadline_on": date(2025, 5, 1),
        "category_id": 1,
        **more,
    }


def bids(*of_lots: int, procurement_id: int = 1) -> Rows:
    """So many bids in lot 1, lot 2, …"""
    return [
        {"procurement_id": procurement_id, "lot": lot}
        for lot, count in enumerate(of_lots, start=1)
        for _ in range(count)
    ]


def test_one_bid_is_single_two_are_few_and_three_are_neither() -> None:
    given_rows: dict[str, Any] = {"procurement": [tendered()], "bid": bids(1, 2, 3)}

    assert [row["lot"] for row in found("single_bid", **given_rows)] == [1]
    assert [row["lot"] for row in found("few_bids", **given_rows)] == [2]


def test_a_lot_without_recorded_bids_is_unknown_and_raises_nothing() -> None:
    assert found("single_bid", procurement=[tendered()]) == []
    assert found("few_bids", procurement=[tendered()]) == []


@pytest.mark.parametrize(
    ("deadline", "count"),
    [(date(2024, 12, 1), 0), (date(2024, 12, 2), 1), (TODAY - timedelta(days=1), 1), (TODAY, 0)],
)
def test_bids_are_counted_when_the_deadline_has_passed_and_for_a_year(deadline: date, count: int) -> None:
    assert len(found("single_bid", procurement=[tendered(tender_deadline_on=deadline)], bid=bids(1))) == count


@pytest.mark.parametrize("more", [{"regime": "direct_award"}, {"published_on": None}])
def test_what_was_not_announced_met_no_competition_to_judge(more: dict[str, Any]) -> None:
    assert found("single_bid", procurement=[tendered(**more)], bid=bids(1)) == []


def test_a_category_above_the_limit_is_often_reviewed_and_at_it_is_not() -> None:
    limits = FlagLimits(review_share=0.2)
    cases = [{"procurement_id": 1}] * 14

    assert found("review_rate", limits, procurement=[tendered()] * 5, review_case=cases) == []
    (row,) = found("review_rate", limits, procurement=[tendered()] * 5, review_case=[*cases, {"procurement_id": 2}])
    assert (row["reviewed"], row["announced"], row["reviewed_share"]) == (2, 5, 0.4)
    assert row["low_share"] < 0.4 < row["high_share"]


def test_few_procurements_say_nothing_of_a_category_nor_do_old_ones() -> None:
    cases = [{"procurement_id": 1}]
    old = tendered(published_on=date(2022, 12, 1))

    assert found("review_rate", procurement=[tendered()] * 4, review_case=cases) == []
    assert found("review_rate", procurement=[tendered()] * 4 + [old], review_case=cases) == []
    assert len(found("review_rate", procurement=[tendered()] * 5, review_case=cases)) == 1


def test_a_change_in_the_last_days_is_late_and_so_is_one_after_the_end() -> None:
    ends = date(2025, 10, 1)
    days = [ends - timedelta(days=180), ends - timedelta(days=179), ends + timedelta(days=5)]
    rows = [change(at, 100, decided_on=day) for at, day in enumerate(days, start=1)]

    assert [(row["change_id"], row["days_left"]) for row in found("late_changes", changes=rows, to_on=ends)] == [
        (3, -5),
        (2, 179),
    ]


def test_a_contract_without_an_end_and_a_change_without_a_day_are_not_late() -> None:
    assert found("late_changes", changes=[change(1, 100)], to_on=None) == []
    assert found("late_changes", changes=[change(1, 100, decided_on=None)], to_on=date(2025, 3, 2)) == []


@pytest.mark.parametrize(("ore", "count"), [(1_499_999_99, 0), (1_500_000_00, 1), (-1_500_000_00, 1)])
def test_changes_on_all_grounds_together_are_large_from_the_limit(ore: int, count: int) -> None:
    parts = [change(1, ore - 7, legal_basis="17:10"), change(2, 7, legal_basis="17:11")]

    assert len(found("large_changes", changes=parts)) == count


def test_an_unknown_amount_gives_no_share_and_no_flag() -> None:
    assert found("large_changes", changes=[change(1, 9_000_000_00), change(2, None)]) == []


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("key", list(FLAGS))
def test_every_flag_is_told_as_a_reason_to_look_and_no_verdict(key: str, language: Language) -> None:
    given_rows: dict[str, Any] = {
        "procurement": [tendered()] * 5,
        "bid": bids(1, 2),
        "review_case": [{"procurement_id": 1}],
        "changes": [change(1, 3_000_000_00, decided_on=date(2025, 11, 1))],
        "to_on": date(2025, 12, 31),
    }

    (row,) = found(key, **given_rows)

    sentence = FLAGS[key].sentence(row, language)
    assert sentence.endswith(NO_VERDICT.in_language(language))
    assert "{" not in sentence
    assert row[FLAGS[key].about] == 1


def test_nothing_raises_no_flag() -> None:
    assert len(FLAGS) == 5
    assert all(found(key) == [] for key in FLAGS)


def test_the_words_are_the_promised_ones() -> None:
    assert NO_VERDICT.sv == "En anledning att titta, inte en dom."


def test_the_limits_in_the_reference_file_are_those_the_flags_know() -> None:
    rows = pl.DataFrame(read_reference("rule_limits.csv", rule_limit))
    keys = {key for key in rows["key"] if key.startswith("flag_")}

    assert keys == {f"flag_{name}" for name in vars(FlagLimits())}
    assert flag_limits(rows.with_columns(pl.col("value").cast(pl.Float64)), TODAY) == FlagLimits()


LOTS = st.lists(st.tuples(st.integers(1, 4), st.integers(1, 2)), max_size=14)
DEADLINES = st.lists(st.none() | st.dates(date(2024, 10, 1), date(2026, 1, 1)), min_size=4, max_size=4)


@settings(max_examples=60, deadline=None)
@given(LOTS, DEADLINES)
def test_counting_lot_by_lot_gives_the_same(lots: list[tuple[int, int]], deadlines: list[date | None]) -> None:
    given_rows: dict[str, Any] = {
        "procurement": [tendered(tender_deadline_on=day) for day in deadlines],
        "bid": [{"procurement_id": procurement, "lot": lot} for procurement, lot in lots],
    }
    year_ago = date(2024, 12, 1)

    for key, counts in (("single_bid", (1,)), ("few_bids", (2,))):
        slow = set()
        for procurement, lot in set(lots):
            day = deadlines[procurement - 1]
            if day is not None and year_ago < day < TODAY and lots.count((procurement, lot)) in counts:
                slow.add((procurement, lot))
        assert {(row["procurement_id"], row["lot"]) for row in found(key, **given_rows)} == slow

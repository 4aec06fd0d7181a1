"""Whether procurements are published as planned, which cases are lost, and how long a review holds a contract up."""

from datetime import date, timedelta
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from sqlalchemy import CheckConstraint

from dashboard.data.metric_values import ask_for, measure_windows, split_of
from dashboard.filters import Filters, rolling
from dashboard.metrics import metric
from dashboard.periods import Grain, window
from dashboard.rules.working_days import is_working_day
from dashboard.views.metric_rows_words import COLUMNS, OUTCOMES, with_words
from data_access.tables.procurements import review_case
from tests.dashboard.metrics.frames import frames
from tests.dashboard.metrics.test_formulas import Given, measured, times

AS_OF = date(2026, 10, 31)
FIRST = date(2025, 11, 1)
PLANNED = date(2026, 3, 10)


def planned(day: date | None, published: date | None, **more: Any) -> dict[str, Any]:
    return {"planned_publish_on": day, "published_on": published, **more}


def test_published_on_the_thirtieth_day_is_as_planned_and_on_the_next_is_not() -> None:
    offs = (-31, -30, 0, 30, 31)

    found = measured("K-KAT-2", procurement=[planned(PLANNED, PLANNED + timedelta(days=off)) for off in offs])

    assert (found["good"], found["known"], found["value"]) == (3, 5, 0.6)


def test_not_published_is_a_no_and_without_a_planned_day_it_is_unknown() -> None:
    rows = [*times(5, **planned(PLANNED, None)), *times(2, **planned(None, PLANNED))]

    found = measured("K-KAT-2", procurement=rows)

    assert (found["value"], found["n"], found["n_unknown"]) == (0.0, 5, 2)


def test_neither_planned_nor_published_belongs_to_no_period() -> None:
    assert measured("K-KAT-2", procurement=times(5, **planned(None, None)))["n_unknown"] == 0


def test_nothing_is_said_until_thirty_days_have_passed_since_the_planned_day() -> None:
    due, young = AS_OF - timedelta(days=30), AS_OF - timedelta(days=29)

    found = measured("K-KAT-2", procurement=[planned(due, AS_OF), planned(young, young), planned(young, None)])

    assert (found["good"], found["n"]) == (1, 1)


def test_what_was_published_after_the_day_asked_about_was_not_published_then() -> None:
    rows = times(5, **planned(PLANNED, PLANNED + timedelta(days=10)))
    asked = ask_for(frames(procurement=rows), rolling(202604), [window(202604, Grain.ROLLING)], date(2026, 4, 9))
    before = ask_for(frames(procurement=rows), rolling(202603), [window(202603, Grain.ROLLING)], date(2026, 3, 19))

    assert measure_windows(metric("K-KAT-2"), asked)["good"].item() == 5
    assert measure_windows(metric("K-KAT-2"), before)["n"].item() == 0


@pytest.mark.parametrize("regime", ["direct_award", "lov"])
def test_what_is_never_announced_is_in_no_plan_for_it(regime: str) -> None:
    assert measured("K-KAT-2", procurement=times(5, **planned(PLANNED, None, regime=regime)))["n"] == 0


def case(outcome: str, decided: date | None = date(2026, 5, 1), **more: Any) -> dict[str, Any]:
    return {"procurement_id": 1, "outcome": outcome, "filed_on": date(2026, 1, 5), "decided_on": decided, **more}


def test_a_case_granted_in_part_is_lost_and_all_decided_cases_count() -> None:
    outcomes = ("bifall", "delvis", "avslag", "avskriven", "avvisad", "aterkallad", "avslag", "avslag")

    found = measured("K-OVE-2", procurement=[{}], review_case=[case(outcome) for outcome in outcomes])
    tried = measured("K-OVE-2p", procurement=[{}], review_case=[case(outcome) for outcome in outcomes])

    assert (found["good"], found["known"], found["value"]) == (2, 8, 0.25)
    assert (tried["good"], tried["known"], tried["value"]) == (2, 5, 0.4)


def test_a_case_counts_when_it_was_decided_and_one_that_is_pending_does_not() -> None:
    days = (date(2025, 10, 31), FIRST, AS_OF, date(2026, 11, 1))
    rows = [*(case("avslag", day) for day in days), case("pending", None)]

    found = measured("K-OVE-2", review_case=rows)

    assert (found["n"], found["n_unknown"]) == (2, 0)


def test_a_decided_case_without_an_outcome_is_unknown() -> None:
    for code in ("K-OVE-2", "K-OVE-2p"):
        found = measured(code, review_case=[case("pending"), *(case("bifall") for _ in range(5))])
        assert (found["n"], found["n_unknown"]) == (5, 1)


def held_up(sent: date | None, signed: date | None) -> dict[str, Any]:
    return {"award_notice_sent_on": sent, "contract_signed_on": signed}


def reviewed(*rows: dict[str, Any]) -> dict[str, Given]:
    cases = [{"procurement_id": at, "filed_on": date(2026, 6, 12)} for at in range(1, len(rows) + 1)]
    return {"procurement": list(rows), "review_case": cases}


def test_the_delay_runs_from_the_end_of_the_standstill() -> None:
    sent = date(2026, 6, 9)  # the tenth day is midsommarafton: the standstill ends on Monday the 22nd

    found = measured("K-OVE-3", **reviewed(*times(5, **held_up(sent, date(2026, 9, 30)))))

    assert (found["n"], found["value"]) == (5, 100)


def test_a_procurement_counts_once_however_many_cases_it_has() -> None:
    given_rows = reviewed(*times(5, **held_up(date(2026, 6, 1), date(2026, 9, 30))))
    given_rows["review_case"] *= 14

    assert measured("K-OVE-3", **given_rows)["n"] == 5


def test_a_review_filed_after_signing_held_nothing_up() -> None:
    signed = [held_up(date(2026, 5, 1), date(2026, 6, 11)), held_up(date(2026, 5, 1), date(2026, 6, 12))]

    assert measured("K-OVE-3", **reviewed(*signed))["n"] == 1


def test_without_a_notice_or_signed_before_the_standstill_was_over_the_delay_is_unknown() -> None:
    rows = [held_up(None, date(2026, 9, 30)), held_up(date(2026, 9, 29), date(2026, 9, 30))]

    found = measured("K-OVE-3", **reviewed(*rows))

    assert (found["n"], found["n_unknown"]) == (0, 2)


def test_what_is_not_signed_or_not_reviewed_is_not_there() -> None:
    rows = reviewed(held_up(date(2026, 6, 1), None), held_up(date(2026, 6, 1), AS_OF + timedelta(days=1)))
    rows["procurement"].append(held_up(date(2026, 6, 1), date(2026, 9, 30)))

    assert measured("K-OVE-3", **rows)["n"] == 0


@pytest.mark.parametrize("code", ["K-OVE-2", "K-OVE-3"])
def test_a_case_belongs_to_its_procurements_unit_category_and_bidders(code: str) -> None:
    given_rows = reviewed(
        {**held_up(date(2026, 6, 1), date(2026, 9, 30)), "unit_id": 1, "category_id": 2},
        held_up(date(2026, 6, 1), date(2026, 9, 30)),
    )
    cases = [{**row, "outcome": "avslag", "decided_on": date(2026, 8, 1)} for row in given_rows["review_case"]]
    bids: Given = [{"procurement_id": 1, "supplier_id": 7}, {"procurement_id": 1, "supplier_id": 8}]
    tables = frames(procurement=given_rows["procurement"], review_case=cases, bid=bids, unit=[{"id": 1}])

    for dimension, wanted in (
        ("unit_id", {1: 1, None: 1}),
        ("category_id", {2: 1, None: 1}),
        ("supplier_id", {7: 1, 8: 1, None: 1}),
    ):
        bars = split_of(metric(code), dimension, tables, rolling(202610), AS_OF, Grain.ROLLING)
        assert dict(bars.select(dimension, "n").iter_rows()) == wanted
        chosen: dict[str, Any] = {dimension: max(key for key in wanted if key)}
        asked = ask_for(tables, Filters(202511, 202610, **chosen), [window(202610, Grain.ROLLING)], AS_OF)
        assert measure_windows(metric(code), asked)["n"].item() == 1


@pytest.mark.parametrize("name", ["planned_procurements", "decided_reviews", "held_up_procurements"])
def test_the_rows_behind_have_the_columns_they_are_shown_by(name: str) -> None:
    given_rows = reviewed({**held_up(date(2026, 6, 1), date(2026, 9, 30)), "planned_publish_on": PLANNED})
    cases = [{**row, "outcome": "bifall", "decided_on": date(2026, 8, 1)} for row in given_rows["review_case"]]
    tables = frames(procurement=given_rows["procurement"], review_case=cases)
    rows = ask_for(tables, rolling(202610), [window(202610, Grain.ROLLING)], AS_OF).every(name)

    shown = with_words(rows, name, "sv")

    assert rows.height == 1
    assert {column.name for column in COLUMNS[name]} <= set(shown.columns)


def test_every_outcome_has_words() -> None:
    checks = [one for one in review_case.constraints if isinstance(one, CheckConstraint)]
    check = next(str(one.sqltext) for one in checks if "outcome" in str(one.sqltext))

    assert all(f"'{code}'" in check for code in OUTCOMES)
    assert check.count("'") == 2 * len(OUTCOMES)


some_day = some.dates(date(2025, 6, 1), date(2027, 1, 31))
some_procurement = some.fixed_dictionaries(
    {
        "planned_publish_on": some.none() | some_day,
        "published_on": some.none() | some_day,
        "award_notice_sent_on": some.none() | some_day,
        "contract_signed_on": some.none() | some_day,
        "regime": some.sampled_from(["above_threshold", "direct_award", None]),
    }
)
some_case = some.fixed_dictionaries(
    {
        "procurement_id": some.integers(1, 4),
        "filed_on": some_day,
        "decided_on": some.none() | some_day,
        "outcome": some.sampled_from(["pending", "bifall", "delvis", "avslag", "aterkallad"]),
    }
)


@settings(max_examples=60, deadline=None)
@given(some.lists(some_procurement, max_size=8), some.lists(some_case, max_size=8))
def test_the_fast_metrics_agree_with_the_slow_ones(rows: Given, cases: Given) -> None:
    found = {
        code: measured(code, procurement=rows, review_case=cases)
        for code in ("K-KAT-2", "K-OVE-2", "K-OVE-2p", "K-OVE-3")
    }

    for code, slow in (
        ("K-KAT-2", slow_planned(rows)),
        ("K-OVE-2", slow_lost(cases, "bifall", "delvis", "avslag", "aterkallad")),
        ("K-OVE-2p", slow_lost(cases, "bifall", "delvis", "avslag")),
        ("K-OVE-3", slow_delay(rows, cases)),
    ):
        assert (found[code]["good"], found[code]["n"], found[code]["n_unknown"]) == slow


def slow_planned(rows: Given) -> tuple[int, int, int]:
    good = n = unknown = 0
    for row in rows:
        day, published = row["planned_publish_on"], row["published_on"]
        if row["regime"] == "direct_award":
            continue
        if day is None:
            unknown += published is not None and FIRST <= published <= AS_OF
        elif day >= FIRST and day + timedelta(days=30) <= AS_OF:
            n += 1
            good += published is not None and published <= AS_OF and -30 <= (published - day).days <= 30
    return good, n, unknown


def slow_lost(cases: Given, *outcomes: str) -> tuple[int, int, int]:
    decided = [one for one in cases if one["decided_on"] is not None and FIRST <= one["decided_on"] <= AS_OF]
    n = [one for one in decided if one["outcome"] in outcomes]
    lost = sum(one["outcome"] in ("bifall", "delvis") for one in n)
    return lost, len(n), sum(one["outcome"] == "pending" for one in decided)


def slow_delay(rows: Given, cases: Given) -> tuple[int, int, int]:
    days = n = unknown = 0
    for at, row in enumerate(rows, start=1):
        sent, signed = row["award_notice_sent_on"], row["contract_signed_on"]
        filed = [one["filed_on"] for one in cases if one["procurement_id"] == at]
        if signed is None or not FIRST <= signed <= AS_OF or not filed or min(filed) > signed:
            continue
        if sent is None:
            unknown += 1
            continue
        last = sent + timedelta(days=10)
        while not is_working_day(last):
            last += timedelta(days=1)
        if signed < last:
            unknown += 1
            continue
        n += 1
        days += (signed - last).days
    return days, n, unknown


def test_the_rows_of_a_case_show_its_outcome_in_words() -> None:
    rows = pl.DataFrame({"outcome": ["delvis"], "supplier_id": [None]}, {"outcome": pl.String, "supplier_id": pl.Int64})

    assert with_words(rows, "decided_reviews", "sv")["outcome_words"].to_list() == ["Delvis bifall"]

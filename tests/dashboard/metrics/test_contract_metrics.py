"""Metrics on contracts as they stood on the window's last day: active, due, followed up, filled in."""

from datetime import date
from typing import Any

import polars as pl

from dashboard.data.metric_values import ask_for, measure_windows, split_of
from dashboard.filters import Filters, rolling
from dashboard.metrics import metric
from dashboard.periods import Grain, window
from dashboard.rules.follow_up.risk_class import SCORES
from dashboard.rules.scope import NOT_STATED
from tests.dashboard.metrics.frames import frames
from tests.dashboard.metrics.test_formulas import Given, measured, times

AS_OF = date(2026, 10, 31)
PLANNED: dict[str, Given] = {"follow_up_plan": [{"contract_id": 99}]}
DUE = {"risk_class": 3}


def visits(*days: date, **more: Any) -> dict[str, Given]:
    """A follow-up of contract 1, 2, … on each of the days."""
    plans: Given = [{"contract_id": at} for at in range(1, len(days) + 1)]
    return {
        "follow_up_plan": plans,
        "follow_up_activity": [{"plan_id": at, "done_on": day, **more} for at, day in enumerate(days, 1)],
    }


def test_a_follow_up_not_done_is_a_no_and_not_an_unknown() -> None:
    found = measured("K-UPP-1", contract=times(10, **DUE), **visits(date(2026, 5, 1), date(2026, 6, 1)))

    assert (found["value"], found["coverage"]) == (0.2, 1.0)


def test_a_follow_up_counts_for_twelve_months_and_no_longer() -> None:
    days = (date(2025, 10, 31), date(2025, 11, 1), date(2026, 10, 31), date(2026, 11, 1))

    found = measured("K-UPP-1", contract=times(5, **DUE), **visits(*days))

    assert found["good"] == 2


def test_a_follow_up_without_evidence_does_not_count() -> None:
    found = measured("K-UPP-1", contract=times(5, **DUE), **visits(date(2026, 5, 1), evidence=" "))

    assert found["good"] == 0


def test_two_follow_ups_of_a_contract_count_once() -> None:
    twice = visits(date(2026, 5, 1), date(2026, 6, 1))
    twice["follow_up_plan"] = times(2, contract_id=1)

    assert measured("K-UPP-1", contract=times(5, **DUE), **twice)["good"] == 1


def test_contracts_of_low_risk_and_value_need_no_follow_up_and_those_of_neither_are_unknown() -> None:
    contracts: Given = [
        {"risk_class": 2},
        {"risk_class": 1},
        {"risk_class": 1, "estimated_value_ore": 1_000_000_00},
        {"risk_class": None, "ceiling_ore": 2_000_000_00},
        {"risk_class": None, "estimated_value_ore": 5_00},
    ]

    found = measured("K-UPP-1", contract=contracts)

    assert (found["n"], found["n_unknown"]) == (3, 1)


def test_the_class_of_the_last_scoring_up_to_the_day_decides_whether_a_contract_shall_be_followed_up() -> None:
    low, high = (dict.fromkeys(SCORES, score) for score in (1, 4))
    scorings: Given = [
        {"contract_id": 1, "scored_on": date(2026, 10, 31), **high},
        {"contract_id": 2, "scored_on": date(2026, 11, 1), **high},  # the day after
        {"contract_id": 3, "scored_on": date(2026, 5, 1), **low},
    ]
    contracts: Given = [{"risk_class": 1}, {"risk_class": 1}, {"risk_class": 4}, {"risk_class": 4}]

    found = measured("K-UPP-1", contract=contracts, risk_score=scorings)

    assert (found["n"], found["n_unknown"]) == (2, 0)


def test_only_contracts_active_on_the_day_are_counted() -> None:
    contracts: Given = [
        DUE,
        {**DUE, "initial_end_on": date(2026, 10, 30)},  # ended
        {**DUE, "start_on": date(2026, 11, 1)},  # not begun
        {**DUE, "terminated_on": date(2026, 1, 1)},
        {**DUE, "initial_end_on": None, "is_until_further_notice": True},
        {**DUE, "initial_end_on": None},  # nobody knows
        {**DUE, "is_secret": True},
    ]

    found = measured("K-UPP-1", contract=contracts)

    assert (found["n"], found["n_unknown"]) == (2, 1)


def test_an_exercised_option_keeps_the_contract_active() -> None:
    contracts = times(5, **DUE, initial_end_on=date(2026, 1, 31))
    options = [{"contract_id": 1, "length_months": 12, "exercised_on": date(2025, 12, 1)}]

    assert measured("K-UPP-1", contract=contracts, option=options)["n"] == 1


def test_a_gender_requirement_is_followed_up_by_its_own_check_or_in_a_visit() -> None:
    kinds: Given = [{"contract_id": at, "type": "gender"} for at in range(1, 6)]
    kinds[0]["checked_on"] = date(2026, 2, 1)
    kinds[1]["checked_on"] = date(2024, 2, 1)
    seen = visits(date(2026, 5, 1), date(2026, 5, 1), date(2026, 5, 1), covers="gender")

    found = measured("K-JST-1", contract=times(7), requirement=[*kinds, {"contract_id": 6, "type": "climate"}], **seen)

    assert (found["good"], found["known"]) == (3, 5)


def test_a_visit_that_covered_something_else_checks_no_labour_terms() -> None:
    terms: Given = [{"contract_id": at, "type": "labour"} for at in range(1, 6)]

    other = measured("K-JML-1b", contract=times(5), requirement=terms, **visits(date(2026, 5, 1), covers="climate"))
    right = measured("K-JML-1b", contract=times(5), requirement=terms, **visits(date(2026, 5, 1), covers="labour"))

    assert (other["good"], right["good"]) == (0, 1)


def test_a_contract_has_twenty_mandatory_fields() -> None:
    empty = {"start_on": None, "initial_end_on": None, "type": "other"}
    full = {
        **dict.fromkeys(("registration_number", "title", "procedure", "owner", "controller"), "x"),
        **dict.fromkeys(("notice_buyer_months", "notice_supplier_months", "ceiling_ore", "estimated_value_ore"), 1),
        **dict.fromkeys(("risk_class", "criticality"), 2),
        **dict.fromkeys(("is_exclusive", "has_price_list", "has_price_clause"), False),
        "regime": "above_threshold",
    }

    found = measured(
        "K-DIG-1",
        contract=[full, empty],
        scope=[{"contract_id": 1, "category_id": 1}],
        contract_supplier=[{"contract_id": 1, "supplier_id": 1}],
        supplier=[{"orgnr": "4000000007"}],
    )

    assert (found["n"], found["good"], found["value"]) == (40, 20, 0.5)


def test_a_ceiling_of_nought_is_not_filled_in_and_until_further_notice_is_an_end() -> None:
    contracts: Given = [{"ceiling_ore": 0}, {"initial_end_on": None, "is_until_further_notice": True}]

    rows = ask_for(frames(contract=contracts), rolling(202610), [window(202610, Grain.ROLLING)], AS_OF)
    filled = {(row["row_id"], row["field"]): row["is_filled"] for row in rows["contract_fields"].to_dicts()}

    assert filled[1, "field_ceiling"] is False
    assert filled[2, "field_end"] is True


UNITS: Given = [{"id": 1}, {"id": 2}, {"id": 3, "parent_id": 2}]
SCOPE: Given = [
    {"contract_id": 1, "category_id": 1, "unit_id": None},
    {"contract_id": 2, "category_id": 1, "unit_id": 2},
    {"contract_id": 2, "category_id": 2, "unit_id": 2},
    {"contract_id": 3, "category_id": 2, "unit_id": 1},
]


def test_a_bar_is_the_same_as_the_filter_on_it_also_where_contracts_belong_to_several() -> None:
    categories: Given = [{"id": 1}, {"id": 2, "parent_id": 1}]
    tables = frames(**PLANNED, contract=times(3, **DUE), unit=UNITS, scope=SCOPE, category=categories)
    one = metric("K-UPP-1")

    for dimension in ("unit_id", "category_id"):
        bars = split_of(one, dimension, tables, rolling(202610), AS_OF, Grain.ROLLING)
        for row in bars.to_dicts():
            narrowed = Filters(202511, 202610, **{dimension: row[dimension]})
            alone = measure_windows(one, ask_for(tables, narrowed, [window(202610, Grain.ROLLING)], AS_OF))
            assert alone["n"].item() == row["n"], (dimension, row)


def test_the_bar_of_contracts_of_no_category_is_the_filter_on_what_is_not_stated() -> None:
    scope: Given = [{"contract_id": 1, "category_id": 1, "unit_id": None}]
    tables = frames(**PLANNED, contract=times(3, **DUE), unit=UNITS, scope=scope, category=[{"id": 1}])
    one, nobodys = metric("K-UPP-1"), Filters(202511, 202610, category_id=NOT_STATED)

    bars = split_of(one, "category_id", tables, rolling(202610), AS_OF, Grain.ROLLING)
    alone = measure_windows(one, ask_for(tables, nobodys, [window(202610, Grain.ROLLING)], AS_OF))

    assert alone["n"].item() == bars.filter(pl.col("category_id").is_null())["n"].item() == 2


def test_the_municipality_and_its_committees_buy_nothing_themselves() -> None:
    units: Given = [
        {"id": 1, "type": "kommun"},
        {"id": 2, "type": "namnd", "parent_id": 1},
        {"id": 3, "parent_id": 2},
        {"id": 4, "type": "bolag"},
    ]
    scope: Given = [
        {"contract_id": 1, "category_id": 1, "unit_id": None},
        {"contract_id": 2, "category_id": 1, "unit_id": 1},
    ]
    tables = frames(**PLANNED, contract=times(2, **DUE), unit=units, scope=scope, category=[{"id": 1}])

    bars = split_of(metric("K-UPP-1"), "unit_id", tables, rolling(202610), AS_OF, Grain.ROLLING)

    assert dict(bars.select("unit_id", "n").iter_rows()) == {3: 2, 4: 1}


def test_a_contract_for_every_unit_is_every_units_and_one_for_a_department_its_units_too() -> None:
    tables = frames(**PLANNED, contract=times(3, **DUE), unit=UNITS, scope=SCOPE, category=[{"id": 1}, {"id": 2}])

    bars = split_of(metric("K-UPP-1"), "unit_id", tables, rolling(202610), AS_OF, Grain.ROLLING)

    assert dict(bars.select("unit_id", "n").iter_rows()) == {1: 2, 2: 2, 3: 2}

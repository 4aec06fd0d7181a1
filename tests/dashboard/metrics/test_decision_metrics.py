"""How many procurements an officer completes, and how often an extension was forced."""

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from dashboard.data.metric_values import ask_for, measure_windows
from dashboard.filters import Filters
from dashboard.metrics import metric
from dashboard.periods import Grain, window
from tests.dashboard.metrics.frames import frames
from tests.dashboard.metrics.test_formulas import Given, measured, times
from tests.slow.decisions import slow_back, slow_extend_end

Row = dict[str, Any]
AS_OF, FIRST = date(2026, 10, 31), date(2025, 11, 1)
MONTHS = [202511, 202512, *range(202601, 202611)]
SIGNED = date(2026, 5, 4)
LEADS = [
    {"procedure": "open", "complexity": "any", "part": part, "p50_days": days, "p80_days": 300, "source": "s"}
    | {"valid_from": date(2015, 1, 1), "valid_to": None}
    for part, days in (("documents", 204), ("transition", 30))
]
BUFFERS = [{"risk": "normal", "days": 60, "valid_from": date(2015, 1, 1)}]
END = date(2027, 2, 28)
LATEST = date(2026, 5, 11)  # 294 days before the day after the end


def officers(count: float, months: list[int] = MONTHS) -> Given:
    return [{"period": month, "officers": count} for month in months]


def test_the_procurements_of_a_year_are_divided_by_the_officers_of_the_year() -> None:
    signed = times(36, contract_signed_on=SIGNED)

    found = measured("K-PRO-2", procurement=signed, officer_capacity=officers(4.0))

    assert (found["n"], found["value"], found["coverage"]) == (36, 9.0, 1.0)


@pytest.mark.parametrize(("count", "status"), [(11, "red"), (16, "amber"), (24, "green"), (56, "amber"), (61, "red")])
def test_both_too_few_and_too_many_are_off_the_target(count: int, status: str) -> None:
    signed = times(count, contract_signed_on=SIGNED)
    targets = [{"metric": "K-PRO-2", "valid_from": date(2020, 1, 1), "green": 6, "green_to": 12}]
    targets[0] |= {"amber": 4, "amber_to": 15}

    found = measured("K-PRO-2", procurement=signed, officer_capacity=officers(4.0), target=targets)

    assert found["status"] == status


def test_a_shorter_period_is_a_year_all_the_same() -> None:
    tables = frames(procurement=times(9, contract_signed_on=SIGNED), officer_capacity=officers(4.0))
    quarter = Filters(202604, 202606)

    asked = ask_for(tables, quarter, [window(202606, Grain.PERIOD, 202604)], AS_OF)

    assert measure_windows(metric("K-PRO-2"), asked)["value"].item() == 9.0


def test_months_without_officers_are_left_out_with_what_was_signed_in_them() -> None:
    signed = [*times(9, contract_signed_on=SIGNED), *times(7, contract_signed_on=date(2026, 1, 7))]
    known = [month for month in MONTHS if month >= 202602]

    found = measured("K-PRO-2", procurement=signed, officer_capacity=officers(4.0, known))

    assert (found["n"], found["n_unknown"], found["value"]) == (9, 7, 3.0)
    assert found["coverage"] == 0.75


def test_only_announced_procurements_that_were_not_cancelled_count() -> None:
    signed = {"contract_signed_on": SIGNED}
    rows = [
        *times(5, **signed),
        {**signed, "regime": "direct_award"},
        {**signed, "published_on": None},
        {**signed, "cancelled_on": date(2026, 4, 1)},
        {"contract_signed_on": date(2026, 11, 1)},
        {"contract_signed_on": None},
    ]

    assert measured("K-PRO-2", procurement=rows, officer_capacity=officers(1.0))["n"] == 5


def test_there_is_no_number_for_one_department() -> None:
    tables = frames(procurement=times(9, contract_signed_on=SIGNED), officer_capacity=officers(4.0))

    asked = ask_for(tables, Filters(202511, 202610, unit_id=1), [window(202610, Grain.ROLLING)], AS_OF)

    assert measure_windows(metric("K-PRO-2"), asked)["reason"].item() == "filter"


@settings(max_examples=60, deadline=None)
@given(
    some.lists(some.one_of(some.none(), some.dates(date(2025, 8, 1), date(2026, 12, 31))), max_size=20),
    some.dictionaries(some.sampled_from(MONTHS), some.sampled_from([0.5, 1.0, 3.5]), min_size=1),
)
def test_the_number_per_officer_agrees_with_counting(days: list[Any], given_officers: dict[int, float]) -> None:
    capacity = [{"period": month, "officers": count} for month, count in given_officers.items()]

    found = measured("K-PRO-2", procurement=[{"contract_signed_on": day} for day in days], officer_capacity=capacity)

    signed = [day for day in days if day is not None and FIRST <= day <= AS_OF]
    known = [day for day in signed if day.year * 100 + day.month in given_officers]
    years = sum((Fraction(count) for count in given_officers.values()), Fraction(0)) / 12
    assert (found["n"], found["n_unknown"]) == (len(known), len(signed) - len(known))
    if len(known) >= 5:
        assert found["value"] == pytest.approx(float(len(known) / years))


def extended(day: date, **contract: Any) -> dict[str, Given]:
    """Five contracts alike, that each used an option on the day."""
    usual = {"initial_end_on": END, "procedure": "Öppet förfarande", "review_risk": "normal"}
    used = {"sequence": 1, "length_months": 12, "mode": "buyer", "exercised_on": day}
    return {
        "contract": times(5, **(usual | contract)),
        "option": [used | {"contract_id": at} for at in range(1, 6)],
        "lead_time": LEADS,
        "review_buffer": BUFFERS,
    }


def test_an_extension_on_the_last_day_to_begin_to_procure_is_not_forced_and_on_the_next_it_is() -> None:
    on_it, after = (measured("K-KAT-2b", **extended(LATEST + timedelta(days=late))) for late in (0, 1))

    assert (on_it["n"], on_it["good"]) == (5, 0)
    assert (after["n"], after["good"], after["value"]) == (5, 5, 1.0)


def test_without_a_lead_time_or_an_end_nothing_is_known() -> None:
    day = LATEST + timedelta(days=90)

    for contract in ({"procedure": None}, {"initial_end_on": None}):
        found = measured("K-KAT-2b", **extended(day, **contract))
        assert (found["n"], found["n_unknown"]) == (0, 5)


def test_one_too_late_even_without_a_review_is_forced_although_the_risk_is_not_known() -> None:
    early = measured("K-KAT-2b", **extended(LATEST, review_risk=None))
    late = measured("K-KAT-2b", **extended(LATEST + timedelta(days=75), review_risk=None))

    assert (early["n"], early["n_unknown"]) == (0, 5)
    assert (late["n"], late["good"]) == (5, 5)


def test_the_end_is_the_one_before_the_option_was_used() -> None:
    tables = extended(LATEST + timedelta(days=1))
    first = {"sequence": 1, "length_months": 12, "mode": "buyer", "exercised_on": date(2024, 1, 8)}
    later = [one | {"sequence": 2} for one in tables["option"]]
    tables["option"] = [*later, *(first | {"contract_id": at} for at in range(1, 6))]

    found = measured("K-KAT-2b", **tables)

    assert (found["n"], found["good"]) == (5, 0)


@pytest.mark.parametrize(("option", "contract"), [({"mode": "automatic"}, {}), ({}, {"is_secret": True})])
def test_what_renews_by_itself_and_what_is_secret_is_left_out(option: Row, contract: Row) -> None:
    tables = extended(LATEST + timedelta(days=1), **contract)
    tables["option"] = [one | option for one in tables["option"]]

    assert measured("K-KAT-2b", **tables)["n"] == 0


some_day = some.dates(date(2025, 9, 1), date(2026, 12, 31))
some_option = some.fixed_dictionaries(
    {
        "contract_id": some.integers(1, 3),
        "length_months": some.sampled_from([6, 12]),
        "mode": some.sampled_from(["buyer", "mutual", "automatic"]),
        "exercised_on": some.none() | some_day,
        "declined_on": some.none() | some_day,
    }
)
some_contract = some.fixed_dictionaries(
    {
        "initial_end_on": some.none() | some.dates(date(2026, 1, 1), date(2027, 12, 31)),
        "procedure": some.sampled_from(["Öppet förfarande", "Öppet förfarande", None]),
        "review_risk": some.sampled_from(["normal", None]),
        "is_secret": some.sampled_from([False, False, False, True]),
    }
)


@settings(max_examples=80, deadline=None)
@given(some.lists(some_contract, min_size=3, max_size=3), some.lists(some_option, max_size=8))
def test_forced_extensions_agree_with_counting_back_day_by_day(contracts: Given, drawn: Given) -> None:
    options = [{"id": at, "sequence": at, **row} for at, row in enumerate(drawn, start=1)]

    found = measured("K-KAT-2b", contract=contracts, option=options, lead_time=LEADS, review_buffer=BUFFERS)

    assert (found["good"], found["n"], found["n_unknown"]) == slow_forced(contracts, options)


def slow_forced(contracts: Given, options: Given) -> tuple[int, int, int]:
    forced = n = unknown = 0
    for at, contract in enumerate(contracts, start=1):
        end = contract["initial_end_on"]
        for one in (row for row in options if row["contract_id"] == at):
            is_automatic = one["mode"] == "automatic"
            if one["exercised_on"] is None and not (is_automatic and one["declined_on"] is None):
                continue
            if not is_automatic and FIRST <= one["exercised_on"] <= AS_OF and not contract["is_secret"]:
                judged = _slow_judged(one["exercised_on"], end, contract)
                unknown += judged is None
                n += judged is not None
                forced += judged is True
            end = end and slow_extend_end(end, one["length_months"])
    return forced, n, unknown


def _slow_judged(decided: date, end: date | None, contract: Row) -> bool | None:
    if end is None or contract["procedure"] is None:
        return None
    least = end - timedelta(days=234 - 1)
    if contract["review_risk"] is None:
        return True if decided > slow_back(least) else None
    return decided > slow_back(least - timedelta(days=60)) or decided > slow_back(least)

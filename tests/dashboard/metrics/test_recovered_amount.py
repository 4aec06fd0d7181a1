"""What follow-up brought back: on the fingers, and against adding up row by row."""

from calendar import monthrange
from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.data.metric_values import ask_for, measure_windows
from dashboard.filters import Filters, rolling
from dashboard.metric_words import value_words
from dashboard.metrics import metric
from dashboard.periods import Grain, window
from tests.dashboard.metrics.frames import frames

Given = list[dict[str, Any]]
AS_OF = date(2026, 10, 31)
LAST = 202610


def measured(code: str, filters: Any = None, **given_rows: Any) -> dict[str, Any]:
    """The metric for the twelve months to October 2026; five credits of one öre so that there is enough to count."""
    small = [credit(1) for _ in range(5)]
    filled = {**given_rows, "deviation": [*given_rows.get("deviation", []), *small]}
    filled.setdefault("contract", [{}])
    asked = ask_for(frames(**filled), filters or rolling(LAST), [window(LAST, Grain.ROLLING)], AS_OF)
    return measure_windows(metric(code), asked).row(0, named=True)


def credit(ore: int, **more: Any) -> dict[str, Any]:
    days = {"observed_on": date(2026, 1, 5), "closed_on": date(2026, 3, 1)}
    return {"supplier_id": 1, "contract_id": 1, "credited_ore": ore, "state": "verified", **days, **more}


def penalty(*states: tuple[str, date, int], **more: Any) -> dict[str, Given]:
    """A penalty and its events."""
    events = [
        {"penalty_id": 1, "sequence": at, "state": state, "happened_on": day, "amount_ore": ore}
        for at, (state, day, ore) in enumerate(states, start=1)
    ]
    return {"penalty": [{"supplier_id": 1, "contract_id": 1, **more}], "penalty_event": events}


def sek(found: dict[str, Any]) -> float:
    return float(round(found["value"] - 0.05, 2))


def test_credits_price_reductions_and_claims_are_added_up() -> None:
    claim = penalty(("entitled", date(2026, 2, 1), 500_00), ("claimed", date(2026, 4, 1), 400_00))

    found = measured("K-UPP-3", deviation=[credit(100_00), credit(50_00, remedy="price_reduction")], **claim)

    assert (sek(found), found["n"]) == (550.0, 8)


def test_a_claim_counts_when_it_was_made_with_what_it_is_now() -> None:
    early = penalty(("claimed", date(2025, 10, 31), 400_00), ("received", date(2026, 4, 1), 400_00))
    lowered = penalty(("claimed", date(2025, 11, 1), 400_00), ("decided", date(2026, 4, 1), 300_00))

    assert sek(measured("K-UPP-3", **early)) == 0
    assert sek(measured("K-UPP-3", **lowered)) == 300


def test_what_was_waived_or_never_claimed_brought_nothing() -> None:
    waived = penalty(("claimed", date(2026, 4, 1), 400_00), ("waived", date(2026, 5, 1), 400_00))

    assert sek(measured("K-UPP-3", **waived)) == 0
    assert sek(measured("K-UPP-3", **penalty(("entitled", date(2026, 4, 1), 400_00)))) == 0


def test_a_dismissed_deviation_and_a_secret_contract_bring_nothing() -> None:
    rows = [credit(100_00, state="dismissed"), credit(100_00, contract_id=2)]

    found = measured("K-UPP-3", deviation=rows, contract=[{}, {"is_secret": True}])

    assert sek(found) == 0


def test_a_credit_counts_the_day_it_was_closed_else_told_of_else_seen() -> None:
    closed_before = credit(100_00, closed_on=date(2025, 10, 31))
    told_within = credit(10_00, closed_on=None, complained_on=date(2026, 2, 1), observed_on=date(2025, 9, 1))
    seen_within = credit(1_00, closed_on=None)

    assert sek(measured("K-UPP-3", deviation=[closed_before, told_within, seen_within])) == 11


def test_a_penalty_belongs_to_the_unit_that_met_the_deviation() -> None:
    claim = penalty(("claimed", date(2026, 4, 1), 400_00), deviation_id=1)
    rows = [credit(5_00, unit_id=7)]

    found = measured("K-UPP-3", Filters(202511, LAST, unit_id=7), deviation=rows, **claim)

    assert (found["n"], found["good"]) == (2, 405.0)


def test_the_amount_is_held_against_what_was_bought_on_contracts_followed_up() -> None:
    followed = {"follow_up_plan": [{"contract_id": 1}], "follow_up_activity": [{"plan_id": 1, "done_on": AS_OF}]}
    cube = [
        {"line_class": "A", "contract_id": 1, "amount_ore": 1_000_000_00},
        {"line_class": "B", "contract_id": 1, "amount_ore": 1_000_000_00, "period": 202511},
        {"line_class": "A", "contract_id": 1, "amount_ore": 9_000_000_00, "period": 202510},
        {"line_class": "C", "contract_id": 1, "amount_ore": 9_000_000_00},
        {"line_class": "A", "contract_id": 2, "amount_ore": 9_000_000_00},
    ]

    found = measured("K-UPP-3b", deviation=[credit(24_000_00 - 5)], cube=cube, contract=[{}, {}], **followed)

    assert found["value"] == 12.0
    assert (found["n"], found["known"]) == (6, 2_000_000_00)
    assert value_words(metric("K-UPP-3b"), found["value"], "sv").endswith("‰")


def test_a_follow_up_without_evidence_or_over_a_year_old_does_not_count_as_one() -> None:
    plans = [{"contract_id": 1}, {"contract_id": 1}]
    done = [{"plan_id": 1, "done_on": AS_OF, "evidence": " "}, {"plan_id": 2, "done_on": date(2025, 10, 31)}]
    cube = [{"line_class": "A", "contract_id": 1, "amount_ore": 100}]

    found = measured("K-UPP-3b", cube=cube, follow_up_plan=plans, follow_up_activity=done)

    assert (found["known"], found["value"]) == (0, None)


def test_fewer_than_five_give_a_count_and_no_amount() -> None:
    rows = ask_for(frames(deviation=[credit(1)], contract=[{}]), rolling(LAST), [window(LAST, Grain.ROLLING)], AS_OF)

    found = measure_windows(metric("K-UPP-3"), rows).row(0, named=True)

    assert (found["n"], found["value"]) == (1, None)


DAY = st.integers(0, 900).map(lambda days: date(2024, 10, 1) + timedelta(days=days))
STATE = st.sampled_from(["entitled", "claimed", "decided", "invoiced", "received", "waived"])
CREDIT = st.tuples(st.integers(0, 10**6), DAY, st.sampled_from(["verified", "confirmed", "dismissed"]))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(CREDIT, max_size=8),
    st.lists(st.lists(st.tuples(STATE, DAY, st.integers(0, 10**6)), min_size=1, max_size=4), max_size=6),
)
def test_it_agrees_with_adding_up_row_by_row(
    credited: list[tuple[int, date, str]], penalties: list[list[tuple[str, date, int]]]
) -> None:
    deviations = [credit(ore, closed_on=day, state=state) for ore, day, state in credited]
    events = [
        {"penalty_id": at, "sequence": number, "state": state, "happened_on": day, "amount_ore": ore}
        for at, moves in enumerate(penalties, start=1)
        for number, (state, day, ore) in enumerate(moves, start=1)
    ]
    raised = [{"supplier_id": 1, "contract_id": 1} for _ in penalties]

    found = measured("K-UPP-3", deviation=deviations, penalty=raised, penalty_event=events)

    assert round(found["good"] * 100) == 5 + slow_recovered(credited, penalties)


def slow_recovered(credited: list[tuple[int, date, str]], penalties: list[list[tuple[str, date, int]]]) -> int:
    first, last = date(2025, 11, 1), date(2026, 10, monthrange(2026, 10)[1])
    total = 0
    for ore, day, state in credited:
        if state != "dismissed" and first <= day <= last:
            total += ore
    for moves in penalties:
        claimed_on = None
        for state, day, _ in moves:
            if state in ("claimed", "decided", "invoiced", "received") and claimed_on is None:
                claimed_on = day
        if claimed_on is not None and first <= claimed_on <= last and moves[-1][0] not in ("waived", "entitled"):
            total += moves[-1][2]
    return total

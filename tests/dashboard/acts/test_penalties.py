"""Penalties are set down, raised, moved on, lowered and waived: by those who may, once, with reasons, in the log."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

import polars as pl
import pytest
from sqlalchemy import Engine, insert

from dashboard.acts.move_penalty import move_penalty, register_penalty
from dashboard.acts.raise_penalty import Breach, raise_penalty, recount_penalty
from dashboard.acts.set_penalty_clause import Terms, set_penalty_clause
from dashboard.people import Person
from dashboard.refusals import sentences
from dashboard.rules.sanctions.penalty_moves import Step
from data_access.engine import reading, writing
from data_access.errors import Conflict, Refused
from data_access.queries import sanctions
from data_access.tables.people import delegation
from tests.dashboard.acts.cases import (
    CONTROLLER,
    LEADER,
    NOW,
    OPERATIONS,
    TODAY,
    case_row,
    complete,
    logged,
    open_one,
    report,
    settle,
)

WEEKLY = Terms("12.3", "started_week", amount_ore=25_000_00, cap_ore=100_000_00)
LATE = Breach(1, date(2026, 10, 1), date(2026, 10, 17))
CLAIM = Step("claimed", date(2026, 11, 10), 75_000_00, registration_number="KS 2026/12")
WAIVE = Step("waived", date(2026, 11, 10), 0, "Förseningen berodde på oss själva 😀 <b>", "KS 2026/77")


@pytest.fixture(autouse=True)
def municipality(database: Engine) -> None:
    settle()


def key() -> str:
    return uuid4().hex


def clause(terms: Terms = WEEKLY, **given: Any) -> int:
    made = set_penalty_clause(CONTROLLER, key(), NOW, contract_id=1, terms=terms, **given)
    assert made is not None
    return made


def raised(breach: Breach = LATE, terms: Terms = WEEKLY, by: Person = CONTROLLER, form: str | None = None) -> int:
    made = raise_penalty(by, form or key(), NOW, clause_id=clause(terms), breach=breach)
    assert made is not None
    return made


def move(penalty_id: int, seen: int, step: Step, by: Person = CONTROLLER, form: str | None = None) -> None:
    move_penalty(by, form or key(), NOW, penalty_id, seen, step)


def penalty(penalty_id: int) -> dict[str, Any]:
    with reading() as connection:
        found = sanctions.read_penalties(connection)
    return found.row(by_predicate=pl.col("id") == penalty_id, named=True)


def events(penalty_id: int) -> list[tuple[str, int, str | None]]:
    with reading() as connection:
        found = sanctions.read_events_of(connection, penalty_id)
    return [(one["state"], one["amount_ore"], one["registration_number"]) for one in found]


def refused_codes(refused: Refused) -> tuple[str, ...]:
    return tuple(refused.details["codes"])  # type: ignore[arg-type]


def test_seventeen_days_late_give_a_right_to_seventy_five_thousand_with_its_arithmetic() -> None:
    row = penalty(raised())

    assert (row["entitled_ore"], row["contract_id"], row["version"]) == (75_000_00, 1, 1)
    assert "3 påbörjade veckor" in row["arithmetic"]
    assert events(row["id"]) == [("entitled", 75_000_00, None)]


def test_the_same_form_saved_twice_raises_one_penalty() -> None:
    one = clause()

    first, second = (raise_penalty(CONTROLLER, "same", NOW, clause_id=one, breach=LATE) for _ in range(2))

    assert first == second
    assert len(logged("raise_penalty")) == 1


def test_a_percentage_is_kept_exactly_and_taken_of_the_order() -> None:
    share = Terms("9", "percent", percent=Decimal("2.5"))

    row = penalty(raised(replace(LATE, base_ore=1_234_567_89), share))

    assert row["entitled_ore"] == 30_864_20


@pytest.mark.parametrize(
    ("terms", "code"),
    [
        (replace(WEEKLY, amount_ore=0), "clause_amount"),
        (replace(WEEKLY, amount_ore=None), "clause_amount"),
        (replace(WEEKLY, percent=Decimal(1)), "clause_amount"),
        (replace(WEEKLY, unit="percent"), "clause_amount"),
        (Terms("1", "percent", percent=Decimal("100.1")), "clause_amount"),
        (replace(WEEKLY, cap_ore=0), "clause_cap"),
        (replace(WEEKLY, claim_within_days=0), "clause_days"),
    ],
)
def test_terms_that_cannot_be_are_refused(terms: Terms, code: str) -> None:
    with pytest.raises(Refused) as refused:
        clause(terms)

    assert refused_codes(refused.value) == (code,)


def test_a_changed_clause_leaves_penalties_raised_before_as_they_were() -> None:
    penalty_id = raised()
    clause_id = penalty(penalty_id)["clause_id"]

    clause(replace(WEEKLY, amount_ore=1_00), clause_id=clause_id, seen=1)

    assert penalty(penalty_id)["entitled_ore"] == 75_000_00
    before, after = logged("set_penalty_clause")[-1].before, logged("set_penalty_clause")[-1].after
    assert (before, after["amount_ore"]) == ({"amount_ore": 25_000_00}, 1_00)
    with pytest.raises(Conflict):
        clause(WEEKLY, clause_id=clause_id, seen=1)


@pytest.mark.parametrize(
    ("breach", "terms", "codes"),
    [
        (replace(LATE, supplier_id=2), WEEKLY, ("penalty_supplier",)),
        (replace(LATE, to_on=date(2026, 9, 30)), WEEKLY, ("penalty_days",)),
        (replace(LATE, to_on=TODAY + timedelta(days=1)), WEEKLY, ("penalty_days",)),
        (replace(LATE, case_id=99), WEEKLY, ("penalty_about",)),
        (LATE, Terms("9", "percent", percent=Decimal(1)), ("penalty_base",)),
        (replace(LATE, base_ore=1), Terms("9", "percent", percent=Decimal(1)), ("penalty_nothing",)),
    ],
)
def test_a_breach_the_clause_gives_no_right_for_is_refused_and_logged(
    breach: Breach, terms: Terms, codes: tuple[str, ...]
) -> None:
    with pytest.raises(Refused) as refused:
        raised(breach, terms)

    assert refused_codes(refused.value) == codes
    assert logged("raise_penalty_refused")[0].after["codes"] == list(codes)


def test_a_clause_for_another_kind_of_deviation_gives_no_right() -> None:
    deviation_id = report()
    complete(deviation_id)

    with pytest.raises(Refused) as refused:
        raised(replace(LATE, deviation_id=deviation_id), replace(WEEKLY, category="price"))

    assert refused_codes(refused.value) == ("penalty_category",)


def test_a_delay_that_goes_on_is_counted_up_to_today_and_again_when_it_ends() -> None:
    penalty_id = raised(replace(LATE, to_on=None))

    recount_penalty(CONTROLLER, key(), NOW, penalty_id, 1, date(2026, 10, 5))

    assert [ore for _, ore, _ in events(penalty_id)] == [100_000_00, 25_000_00]
    assert (penalty(penalty_id)["entitled_ore"], penalty(penalty_id)["version"]) == (25_000_00, 2)


def test_the_days_stand_once_the_penalty_is_claimed() -> None:
    penalty_id = raised()
    move(penalty_id, 1, CLAIM)

    with pytest.raises(Refused) as refused:
        recount_penalty(CONTROLLER, key(), NOW, penalty_id, 2, date(2026, 10, 5))

    assert refused_codes(refused.value) == ("penalty_settled",)


def test_a_penalty_goes_from_claim_to_money() -> None:
    penalty_id = raised()

    for seen, state in enumerate(("claimed", "decided", "invoiced", "received"), start=1):
        move(penalty_id, seen, replace(CLAIM, state=state))

    assert [state for state, _, _ in events(penalty_id)] == ["entitled", "claimed", "decided", "invoiced", "received"]
    assert len(logged("move_penalty")) == 4


def test_waiving_without_reason_and_number_is_refused_with_both_reasons_in_words_and_kept_out_of_the_rows() -> None:
    penalty_id = raised()

    with pytest.raises(Refused) as refused:
        move(penalty_id, 1, replace(WAIVE, reason="för kort", registration_number=""))

    assert refused_codes(refused.value) == ("penalty_waive_reason", "penalty_waive_number")
    assert len(sentences(refused.value)) == 3
    assert len(events(penalty_id)) == 1
    assert penalty(penalty_id)["version"] == 1
    assert logged("move_penalty_refused")[0].object_id == penalty_id


def test_a_waiver_is_of_the_whole_amount_and_its_reason_is_kept_as_written() -> None:
    penalty_id = raised()

    move(penalty_id, 1, WAIVE)

    assert events(penalty_id)[-1] == ("waived", 75_000_00, "KS 2026/77")
    assert logged("move_penalty")[0].reason == WAIVE.reason


def test_the_log_names_the_delegation_a_decision_was_taken_by_and_says_when_none_was_found() -> None:
    row = {"decision": "penalty", "role": "team_leader", "limit_ore": 75_000_00, "valid_from": date(2026, 1, 1)}
    with writing() as connection:
        connection.execute(insert(delegation).values(**row, registration_number="KS 2025/1", source="", status=""))
    first, second = raised(), raised()

    move(first, 1, WAIVE, by=LEADER)
    move(second, 1, WAIVE, by=CONTROLLER)

    assert [entry.after["delegation"] for entry in logged("move_penalty")] == ["KS 2025/1", None]


def test_a_clause_that_needs_notice_waits_for_the_complaint() -> None:
    deviation_id = report()
    complete(deviation_id)
    penalty_id = raised(replace(LATE, deviation_id=deviation_id), replace(WEEKLY, needs_notice=True))

    with pytest.raises(Refused) as refused:
        move(penalty_id, 1, CLAIM)
    complete(deviation_id, 2, "c2", complained_on=TODAY)
    move(penalty_id, 1, CLAIM)

    assert refused_codes(refused.value) == ("penalty_no_notice",)
    assert events(penalty_id)[-1][0] == "claimed"


def test_a_number_that_was_missing_is_a_row_of_its_own() -> None:
    penalty_id = raised()
    move(penalty_id, 1, replace(CLAIM, registration_number=""))

    register_penalty(CONTROLLER, key(), NOW, penalty_id, 2, "KS 2026/40")

    assert events(penalty_id)[1:] == [("claimed", 75_000_00, None), ("claimed", 75_000_00, "KS 2026/40")]
    with pytest.raises(Refused):
        register_penalty(CONTROLLER, key(), NOW, penalty_id, 3, " ")


def test_what_is_done_with_a_penalty_moves_the_version_of_its_case() -> None:
    case_id = open_one()
    before = case_row(case_id)["version"]

    penalty_id = raised(replace(LATE, case_id=case_id))
    move(penalty_id, 1, CLAIM)

    assert case_row(case_id)["version"] == before + 2


def test_operations_may_neither_raise_nor_waive_and_the_log_says_that_they_tried() -> None:
    penalty_id = raised()

    with pytest.raises(Refused, match="not_allowed"):
        raise_penalty(OPERATIONS, key(), NOW, clause_id=1, breach=LATE)
    with pytest.raises(Refused, match="not_allowed"):
        move(penalty_id, 1, WAIVE, by=OPERATIONS)

    assert len(events(penalty_id)) == 1
    assert (logged("raise_penalty_refused")[0].who, logged("move_penalty_refused")[0].who) == ("oskar", "oskar")


def test_two_who_move_the_same_penalty_at_once_are_one_move_and_one_conflict() -> None:
    penalty_id = raised()

    def attempt(step: Step) -> str:
        try:
            move(penalty_id, 1, step)
        except Conflict:
            return "conflict"
        return "done"

    with ThreadPoolExecutor(2) as pool:
        outcomes = sorted(pool.map(attempt, (CLAIM, WAIVE)))

    assert outcomes == ["conflict", "done"]
    assert len(events(penalty_id)) == 2


def test_a_double_click_on_two_servers_is_one_move() -> None:
    penalty_id = raised()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: move(penalty_id, 1, CLAIM, form="one form"), range(4)))

    assert [state for state, _, _ in events(penalty_id)] == ["entitled", "claimed"]

"""A signal is answered by a person: accepted it becomes a report, dismissed it needs a reason, and no step is moved."""

from datetime import datetime
from typing import Any

import polars as pl
import pytest
from sqlalchemy import Engine

from dashboard.acts.answer_signal import answer_signal
from dashboard.people import Person
from data_access.engine import reading, writing
from data_access.errors import Conflict, Refused
from data_access.queries import escalation as queries
from data_access.writes.merging import merge
from tests.dashboard.acts.cases import (
    CONTROLLER,
    NOW,
    OPERATIONS,
    OTHER_CONTROLLER,
    TODAY,
    case_row,
    deviation_row,
    logged,
    open_one,
    settle,
)

SAYS = "3 reklamationer på 30 dagar, den senaste 2026-11-16."
WHY = "Samma sak som förra veckan"


@pytest.fixture(autouse=True)
def municipality(database: Engine) -> None:
    settle()


def answer(key: str = "a1", by: Person = CONTROLLER, now: datetime = NOW, **said: Any) -> int | None:
    """Accepts three complaints to supplier 1 on contract 1."""
    asked = {"kind": "complaints", "supplier_id": 1, "contract_id": 1, "case_id": None, "level": 3.0, "says": SAYS}
    return answer_signal(by, key, now, **{**asked, "is_accepted": True, "reason": "", **said})


def answers() -> pl.DataFrame:
    with reading() as connection:
        return queries.read_signal_answers(connection)


def deviations() -> pl.DataFrame:
    with reading() as connection:
        return queries.read_deviations(connection)


def test_an_accepted_signal_is_a_reported_deviation_with_the_arithmetic_as_its_words() -> None:
    answer()

    made = deviation_row(answers()["deviation_id"].item())
    assert (made["supplier_id"], made["contract_id"], made["case_id"]) == (1, 1, None)
    assert (made["description"], made["observed_on"], made["state"]) == (SAYS, TODAY, "reported")
    assert (made["category"], made["severity"], made["reported_by"]) == ("defective", 2, "anna")
    assert len(logged("answer_signal")) == 1


def test_the_same_answer_twice_is_one_deviation() -> None:
    first, second = answer("same"), answer("same")

    assert first == second
    assert (answers().height, deviations().height) == (1, 1)


@pytest.mark.parametrize("reason", ["", "  kort    ", "nio tkn: "])
def test_dismissing_needs_a_reason_of_ten_characters(reason: str) -> None:
    with pytest.raises(Refused) as refused:
        answer(is_accepted=False, reason=reason)

    assert refused.value.code == "dismissal_reason_short"
    assert answers().is_empty()
    assert len(logged("answer_signal_refused")) == 1


def test_a_dismissed_signal_is_kept_with_its_reason_and_makes_no_deviation() -> None:
    answer(is_accepted=False, reason="  Tio tecken")

    row = answers().row(0, named=True)
    assert (row["reason"], row["level"], row["is_accepted"], row["deviation_id"]) == ("Tio tecken", 3.0, False, None)
    assert deviations().is_empty()


def test_a_personal_number_in_the_reason_is_refused_and_not_logged() -> None:
    with pytest.raises(Refused, match="text_personal_number"):
        answer(is_accepted=False, reason="Chauffören 640823-3234 är ny")

    assert "640823" not in str([row.after for row in logged()])


def test_a_proposed_step_is_taken_up_in_the_case_which_stands_where_it_stood() -> None:
    case_id = open_one()
    before = case_row(case_id)

    answer(kind="small_deviations", case_id=case_id, level=6.0)

    assert answers()["case_id"].item() == case_id
    assert deviations().is_empty()
    assert case_row(case_id) == before


def test_a_proposed_step_needs_a_case_to_be_taken_up_in() -> None:
    with pytest.raises(Refused, match="signal_needs_case"):
        answer(kind="small_deviations", level=6.0)

    assert answers().is_empty()
    assert answer("a2", kind="small_deviations", level=6.0, is_accepted=False, reason=WHY)


def test_the_second_of_two_who_answer_is_told_and_nothing_is_made_twice() -> None:
    answer("a1", CONTROLLER)

    with pytest.raises(Conflict):
        answer("a2", OTHER_CONTROLLER)

    assert (answers().height, deviations().height) == (1, 1)


def test_a_signal_that_returned_is_answered_by_somebody_who_saw_the_answer_before() -> None:
    first = answer("a1", is_accepted=False, reason=WHY)

    second = answer("a2", level=4.0, seen=first)

    assert answers()["id"].to_list() == [first, second]


def test_signals_about_others_are_answered_on_their_own() -> None:
    answer("a1")

    given = [
        answer("a2", contract_id=None),
        answer("a3", contract_id=2),
        answer("a4", supplier_id=2, contract_id=2),
        answer("a5", kind="late_deliveries"),
    ]

    assert len(set(given)) == 4


def test_the_answer_about_a_merged_supplier_is_about_the_one_it_is_today() -> None:
    with writing() as connection:
        merge(connection, 3, 1, "anna", TODAY)

    answer(supplier_id=3, contract_id=None)

    assert (answers()["supplier_id"].item(), deviations()["supplier_id"].item()) == (1, 1)


def test_a_supplier_that_is_not_here_is_refused() -> None:
    with pytest.raises(Refused, match="supplier_unknown"):
        answer(supplier_id=99)


def test_operations_may_not_answer() -> None:
    with pytest.raises(Refused, match="not_allowed"):
        answer(by=OPERATIONS)

    assert answers().is_empty()

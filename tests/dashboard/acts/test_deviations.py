"""A deviation is reported by anybody, completed by those who steer, and nobody's work is lost."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, update

from dashboard.acts.open_case import open_case
from data_access.engine import writing
from data_access.errors import Conflict, Refused
from data_access.tables.contracts import contract_supplier
from data_access.writes.merging import merge
from tests.dashboard.acts.cases import (
    CONTROLLER,
    NOW,
    OPERATIONS,
    OTHER_CONTROLLER,
    TODAY,
    case_row,
    complete,
    deviation_row,
    logged,
    open_one,
    report,
    settle,
)


@pytest.fixture(autouse=True)
def municipality(database: Engine) -> None:
    settle()


def test_a_report_names_the_only_supplier_of_its_contract_and_is_logged_without_its_text() -> None:
    row = deviation_row(report())

    assert (row["supplier_id"], row["state"], row["reported_by"], row["version"]) == (1, "reported", "oskar", 1)
    log = logged("report_deviation")
    assert log[0].after["observed_on"] == TODAY.isoformat()
    assert "Varorna" not in str(log[0].after)


def test_the_same_form_saved_twice_is_one_report() -> None:
    first, second = report("same"), report("same")

    assert first == second
    assert len(logged("report_deviation")) == 1


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"observed_on": TODAY + timedelta(days=1)}, "observed_day"),
        ({"observed_on": date(1999, 12, 31)}, "observed_day"),
        ({"description": " \n"}, "text_missing"),
        ({"description": "x" * 10_001}, "text_too_long"),
        ({"description": "Chauffören 640823-3234 kom inte"}, "text_personal_number"),
        ({"evidence": "javascript:alert(1)"}, "link_unsafe"),
        ({"evidence": "https://user:pw@example.org/"}, "link_unsafe"),
        ({"contract_id": None}, "supplier_needed"),
        ({"contract_id": 2}, "supplier_needed"),
        ({"contract_id": 77}, "contract_unknown"),
        ({"contract_id": 1, "supplier_id": 2}, "supplier_not_on_contract"),
        ({"contract_id": None, "supplier_id": 99}, "supplier_unknown"),
        ({"unit_id": 99}, "unit_unknown"),
    ],
)
def test_a_report_that_cannot_be_right_is_refused_and_only_the_refusal_is_kept(said: dict[str, Any], code: str) -> None:
    with pytest.raises(Refused) as refused:
        report(**said)

    assert refused.value.code == code
    assert [row.act for row in logged()] == ["report_deviation_refused"]
    assert logged()[0].after["code"] == code


def test_completing_asks_for_everything_at_once() -> None:
    made = report(contract_id=None, supplier_id=1)

    with pytest.raises(Refused) as refused:
        complete(made, contract_id=None, requirement_id=None, category=None, severity=None)

    assert refused.value.details["codes"] == ("contract_needed", "category_needed", "severity_needed", "breach_needed")


def test_a_change_on_top_of_somebody_elses_is_a_conflict_and_changes_nothing() -> None:
    made = report()
    complete(made, seen=1, key="a", severity=3)

    with pytest.raises(Conflict):
        complete(made, seen=1, key="b", by=OTHER_CONTROLLER, severity=1)

    assert deviation_row(made)["severity"] == 3


def test_operations_may_report_and_not_complete() -> None:
    made = report()

    with pytest.raises(Refused, match="not_allowed"):
        complete(made, by=OPERATIONS)

    assert deviation_row(made)["state"] == "reported"


def test_a_confirmed_deviation_comes_to_the_open_case_and_the_case_moves_on_a_version() -> None:
    case_id, made = open_one(), report()

    complete(made)

    assert deviation_row(made)["case_id"] == case_id
    assert case_row(case_id)["version"] == 2


def test_opening_a_case_that_is_open_gives_the_same_case() -> None:
    made = report()
    first = open_one("a")

    again = open_case(CONTROLLER, "b", NOW, 1, 1, [made])

    assert again == first
    assert deviation_row(made)["case_id"] == first
    assert len(logged("open_case")) == 1


def test_a_deviation_goes_from_reported_to_verified_and_back_with_its_days() -> None:
    made = report()
    seen = []

    for version, state in enumerate(("confirmed", "remedied", "verified", "confirmed"), start=1):
        complete(made, version, state + str(version), state=state)
        row = deviation_row(made)
        seen.append((row["state"], row["closed_on"], row["reopened_on"]))

    assert seen == [
        ("confirmed", None, None),
        ("remedied", None, None),
        ("verified", TODAY, None),
        ("confirmed", None, TODAY),
    ]
    log = logged("complete_deviation")[-1]
    day = TODAY.isoformat()
    assert log.before == {"state": "verified", "reopened_on": None, "closed_on": day, "closed_before_on": None}
    assert log.after == {"state": "confirmed", "reopened_on": day, "closed_on": None, "closed_before_on": day}


def test_a_step_left_out_is_refused_and_a_dismissal_needs_a_reason() -> None:
    made = report()

    for key, said, code in (
        ("a", {"state": "verified"}, "deviation_state"),
        ("b", {"state": "dismissed"}, "dismissal_needs_reason"),
        ("c", {"requirement_id": 2}, "requirement_not_on_contract"),
        ("d", {"contract_id": 77}, "contract_unknown"),
    ):
        with pytest.raises(Refused) as refused:
            complete(made, key=key, **said)
        assert code in refused.value.details["codes"]  # type: ignore[operator]
    complete(made, key="e", state="dismissed", note="Fel leverantör.")

    assert deviation_row(made)["closed_on"] == TODAY


def test_a_closed_deviation_takes_a_credit_and_a_note_only() -> None:
    made = report()
    for version, state in enumerate(("confirmed", "remedied", "verified"), start=1):
        complete(made, version, state, state=state)

    complete(made, 4, "credit", state="verified", credited_ore=150_000, note="Kreditfaktura 17")
    with pytest.raises(Refused, match="deviation_closed"):
        complete(made, 5, "more", state="verified", severity=4)

    assert deviation_row(made)["credited_ore"] == 150_000


def test_a_supplier_that_was_merged_is_the_one_it_became() -> None:
    with writing() as connection:
        merge(connection, 3, 1, "anna", TODAY)

    made = report(supplier_id=3, contract_id=1)

    assert deviation_row(made)["supplier_id"] == 1
    complete(made)


def test_a_supplier_that_the_register_has_taken_off_the_contract_hinders_no_verifying() -> None:
    made = report()
    complete(made)
    with writing() as connection:
        connection.execute(update(contract_supplier).where(contract_supplier.c.contract_id == 1).values(supplier_id=2))

    complete(made, 2, "later", state="remedied")

    assert deviation_row(made)["state"] == "remedied"

"""What an audit found and what a supplier says are kept as said, once, and by those who may."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine

from dashboard.acts.record_word import record_audit_result, record_comment
from dashboard.people import Person
from data_access.engine import reading
from data_access.errors import Refused
from data_access.queries.supplier_word import read_audit_results, read_supplier_comments
from tests.dashboard.acts.cases import CONTROLLER, NOW, OPERATIONS, TODAY, logged, settle


@pytest.fixture(autouse=True)
def municipality(database: Engine) -> None:
    settle()


def audit(key: str = "a1", by: Person = CONTROLLER, **said: Any) -> int | None:
    found = {"supplier_id": 1, "source": "Hållbarhetskollen", "result": "red", "assessed_on": TODAY, "reference": None}
    return record_audit_result(by, key, NOW, **{**found, **said})


def comment(key: str = "k1", by: Person = CONTROLLER, **said: Any) -> int | None:
    given = {"supplier_id": 1, "contract_id": 1, "said_on": TODAY, "comment": "Vi har bytt <b>åkeri</b> 😀"}
    return record_comment(by, key, NOW, **{**given, "self_rating": 4, "would_use_again": None, **said})


def audits() -> list[dict[str, Any]]:
    with reading() as connection:
        return read_audit_results(connection).to_dicts()


def comments() -> list[dict[str, Any]]:
    with reading() as connection:
        return read_supplier_comments(connection).to_dicts()


def test_an_audit_result_is_kept_with_who_recorded_it_and_logged() -> None:
    audit(reference=" https://example.org/rapport ")

    row = audits()[0]
    assert (row["result"], row["assessed_on"], row["reference"]) == ("red", TODAY, "https://example.org/rapport")
    assert (row["recorded_by"], row["recorded_at"]) == ("anna", NOW)
    assert logged("record_audit_result")[0].after["assessed_on"] == TODAY.isoformat()


def test_the_same_form_twice_is_one_row() -> None:
    assert audit("same") == audit("same")
    assert comment("again") == comment("again")

    assert (len(audits()), len(comments())) == (1, 1)


def test_a_source_has_one_result_a_day_for_each_supplier() -> None:
    audit("a1")
    audit("a2", assessed_on=TODAY - timedelta(days=1))
    audit("a3", source="Egen revision")
    audit("a4", supplier_id=2)

    with pytest.raises(Refused, match="audit_result_known"):
        audit("a5", result="green")

    assert [row["assessed_on"] for row in audits()] == [TODAY - timedelta(days=1), TODAY, TODAY, TODAY]


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"supplier_id": 99}, "supplier_unknown"),
        ({"assessed_on": TODAY + timedelta(days=1)}, "day_impossible"),
        ({"assessed_on": date(1999, 12, 31)}, "day_impossible"),
        ({"result": "blue"}, "audit_result_unknown"),
        ({"source": "  "}, "text_missing"),
        ({"source": "x" * 101}, "text_too_long"),
        ({"reference": "javascript:alert(1)"}, "link_unsafe"),
    ],
)
def test_what_cannot_be_an_audit_result_is_refused(said: dict[str, Any], code: str) -> None:
    with pytest.raises(Refused) as refused:
        audit(**said)

    assert refused.value.code == code
    assert audits() == []


@pytest.mark.parametrize("day", [TODAY, date(2000, 1, 1)])
def test_the_first_and_the_last_day_that_can_be(day: date) -> None:
    audit(assessed_on=day)
    comment(said_on=day)

    assert (audits()[0]["assessed_on"], comments()[0]["said_on"]) == (day, day)


def test_a_comment_is_kept_as_it_was_written() -> None:
    comment(would_use_again=False)

    row = comments()[0]
    assert (row["comment"], row["self_rating"], row["would_use_again"]) == ("Vi har bytt <b>åkeri</b> 😀", 4, False)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"supplier_id": 99}, "supplier_unknown"),
        ({"contract_id": 2, "supplier_id": 3}, "supplier_not_on_contract"),
        ({"said_on": TODAY + timedelta(days=1)}, "day_impossible"),
        ({"self_rating": 0}, "rating_out_of_range"),
        ({"self_rating": 6}, "rating_out_of_range"),
        ({"comment": ""}, "text_missing"),
        ({"comment": "Ring 640823-3234"}, "text_personal_number"),
    ],
)
def test_what_cannot_be_a_comment_is_refused(said: dict[str, Any], code: str) -> None:
    with pytest.raises(Refused) as refused:
        comment(**said)

    assert refused.value.code == code
    assert comments() == []


def test_operations_may_record_neither() -> None:
    with pytest.raises(Refused, match="not_allowed"):
        audit(by=OPERATIONS)
    with pytest.raises(Refused, match="not_allowed"):
        comment(by=OPERATIONS)

    assert len(logged("record_audit_result_refused")) == len(logged("record_comment_refused")) == 1

"""A signal waits until it is answered, and again when it is worse or about something new."""

from datetime import date, datetime
from typing import Any

import polars as pl
import pytest

from dashboard.rules.signals.waiting import waiting

FOUND: dict[str, Any] = {
    "kind": pl.String,
    "supplier_id": pl.Int64,
    "contract_id": pl.Int64,
    "level": pl.Float64,
    "began_on": pl.Date,
}
ANSWERS: dict[str, Any] = {
    "id": pl.Int64,
    **{name: kind for name, kind in FOUND.items() if name != "began_on"},
    "is_accepted": pl.Boolean,
    "reason": pl.String,
    "at": pl.Datetime("us"),
}
NOON = datetime.fromisoformat("2026-11-10T12:00")
ONE = {"kind": "complaints", "supplier_id": 1, "contract_id": 1, "level": 3.0}


def found(**given: Any) -> pl.DataFrame:
    return pl.DataFrame([{**ONE, "began_on": date(2026, 11, 2), **given}], schema=FOUND)


def answers(*given: dict[str, Any]) -> pl.DataFrame:
    rows = [
        {**ONE, "id": number, "is_accepted": False, "reason": "Redan löst", "at": NOON, **one}
        for number, one in enumerate(given, start=1)
    ]
    return pl.DataFrame(rows, schema=ANSWERS)


def test_a_signal_never_answered_waits() -> None:
    row = waiting(found(), answers()).row(0, named=True)

    assert [row[name] for name in ("answer_id", "answered_level", "answered_reason", "was_accepted")] == [None] * 4


@pytest.mark.parametrize("is_accepted", [True, False])
def test_an_answered_signal_is_gone(is_accepted: bool) -> None:
    assert waiting(found(), answers({"is_accepted": is_accepted})).is_empty()


@pytest.mark.parametrize(("level", "waits"), [(2.0, 0), (3.0, 0), (3.000001, 1), (4.0, 1)])
def test_a_dismissed_signal_returns_when_it_is_worse(level: float, waits: int) -> None:
    rows = waiting(found(level=level), answers({}))

    assert rows.height == waits
    assert rows["answered_reason"].to_list() == ["Redan löst"] * waits


@pytest.mark.parametrize(("began_on", "waits"), [(date(2026, 11, 10), 0), (date(2026, 11, 11), 1), (None, 0)])
def test_an_answer_from_before_it_began_was_about_something_else(began_on: date | None, waits: int) -> None:
    rows = waiting(found(began_on=began_on, level=2.0), answers({}))

    assert rows.height == waits
    assert rows["answer_id"].to_list() == [1] * waits
    assert rows["answered_reason"].to_list() == [None] * waits  # not worse: nothing to compare with


def test_the_latest_answer_holds() -> None:
    twice = answers({"level": 5.0}, {"level": 2.0, "at": NOON.replace(hour=13)})
    same_moment = answers({"level": 2.0}, {"level": 5.0})

    assert waiting(found(), twice)["answer_id"].to_list() == [2]
    assert waiting(found(), same_moment).is_empty()


@pytest.mark.parametrize("other", [{"kind": "late_deliveries"}, {"supplier_id": 2}, {"contract_id": 2}])
def test_an_answer_about_another_is_no_answer(other: dict[str, Any]) -> None:
    assert waiting(found(), answers(other)).height == 1


def test_a_signal_about_no_contract_is_answered_by_one_about_none() -> None:
    assert waiting(found(contract_id=None), answers({"contract_id": None})).is_empty()
    assert waiting(found(contract_id=None), answers({})).height == 1

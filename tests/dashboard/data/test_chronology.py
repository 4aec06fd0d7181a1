"""The chronology of a case: every source, in order, with what is withdrawn or confidential said."""

from datetime import date, datetime
from typing import Any

import polars as pl
import pytest

from dashboard.data import chronology as history
from dashboard.data.build import Edition
from data_access.queries.frames import polars_type
from data_access.tables import escalation, sanctions

EDITION = Edition(1, None, None, date(2026, 11, 16))
TABLES = {
    "deviation": escalation.deviation,
    "escalation_case": escalation.escalation_case,
    "escalation_event": escalation.escalation_event,
    "case_record": escalation.case_record,
    "penalty": sanctions.penalty,
    "penalty_event": sanctions.penalty_event,
    "erp_block": sanctions.erp_block,
}
DAY, NEXT = date(2026, 11, 2), date(2026, 11, 3)
NOON = datetime.fromisoformat("2026-11-02T12:00")
Row = dict[str, Any]
DEFAULTS: dict[str, Row] = {
    "deviation": {"case_id": 1, "observed_on": DAY, "reported_at": NOON, "reported_by": "oskar", "description": "Sent"},
    "escalation_case": {"opened_on": DAY, "opened_by": "anna"},
    "escalation_event": {
        "case_id": 1,
        "event": "indicator_warning",
        "from_step": 0,
        "to_step": 1,
        "happened_on": DAY,
        "at": NOON,
        "who": "anna",
        "reason": "Sena leveranser",
    },
    "case_record": {
        "case_id": 1,
        "kind": "contact",
        "done_on": DAY,
        "at": NOON,
        "who": "anna",
        "is_confidential": False,
    },
    "penalty": {"case_id": 1},
    "penalty_event": {
        "penalty_id": 1,
        "state": "entitled",
        "happened_on": DAY,
        "at": NOON,
        "who": "anna",
        "amount_ore": 9,
    },
    "erp_block": {"case_id": 1, "requested_on": DAY, "requested_by": "anna", "reason": "Stopp"},
}


def told(monkeypatch: pytest.MonkeyPatch, **rows: list[Row]) -> pl.DataFrame:
    """The chronology of case 1 where the tables hold these rows."""

    def register(_edition: Edition, name: str) -> pl.DataFrame:
        schema = {column.name: polars_type(column.type) for column in TABLES[name].columns}
        whole = [
            {**dict.fromkeys(schema), "id": number, **DEFAULTS[name], **row}
            for number, row in enumerate(rows.get(name, []), start=1)
        ]
        return pl.DataFrame(whole, schema=schema, orient="row")

    monkeypatch.setattr(history, "register", register)
    return history.chronology(EDITION, 1)


def test_a_case_of_nothing_has_no_rows_and_all_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = told(monkeypatch)

    assert rows.is_empty()
    assert dict(rows.schema) == {
        name: pl.Datetime("us") if name == "at" else kind for name, kind in history.SCHEMA.items()
    }


def test_within_a_day_what_led_to_the_rest_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    one_of_each: dict[str, list[Row]] = {name: [{}] for name in TABLES}

    rows = told(monkeypatch, **one_of_each)

    assert rows["source"].to_list() == ["deviation", "opened", "record", "penalty", "block", "event"]
    assert rows["code"].to_list() == [None, None, "contact", "entitled", "requested", "indicator_warning"]


def test_days_come_before_sources_and_what_was_written_down_first_before_the_rest(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rows = told(
        monkeypatch,
        escalation_event=[{}],
        deviation=[{"observed_on": NEXT}],
        case_record=[{"at": NOON.replace(hour=14), "kind": "meeting"}, {}, {"at": NOON.replace(hour=14)}],
    )

    assert rows.select("day", "source", "id").rows() == [
        (DAY, "record", 2),
        (DAY, "record", 1),
        (DAY, "record", 3),
        (DAY, "event", 1),
        (NEXT, "deviation", 1),
    ]


def test_a_block_has_a_row_for_each_stage_it_has_come_to(monkeypatch: pytest.MonkeyPatch) -> None:
    lifted = {"executed_on": NEXT, "executed_by": "bo", "lifted_on": NEXT, "lifted_by": "tea", "lifted_reason": "Klart"}

    rows = told(monkeypatch, erp_block=[lifted, {}])

    assert sorted(rows.select("id", "code", "who", "words").rows()) == [
        (1, "executed", "bo", None),
        (1, "lifted", "tea", "Klart"),
        (1, "requested", "anna", "Stopp"),
        (2, "requested", "anna", "Stopp"),
    ]


def test_what_is_withdrawn_or_confidential_is_there_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    records: list[Row] = [{}, {"withdrawn_at": NOON}, {"is_confidential": True, "note": "Strategi"}]

    rows = told(monkeypatch, case_record=records, deviation=[{}])

    said = rows.filter(pl.col("source") == "record").select("id", "is_withdrawn", "is_confidential").rows()
    assert said == [(1, False, False), (2, True, False), (3, False, True)]
    assert rows.filter(pl.col("source") == "deviation").select("is_withdrawn", "is_confidential").rows() == [
        (False, False)
    ]


def test_only_what_belongs_to_the_case_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    other = {"case_id": 2}

    rows = told(
        monkeypatch,
        **{name: [other] for name in ("deviation", "escalation_event", "case_record", "erp_block", "penalty")},
        penalty_event=[{}],
        escalation_case=[{"id": 2}],
    )

    assert rows.is_empty()


def test_numbers_deadlines_verdicts_and_amounts_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    record: Row = {
        "deadline_on": NEXT,
        "verdict": True,
        "registration_number": "KS 2026/9",
        "document_state": "dispatched",
    }

    rows = told(monkeypatch, case_record=[record], penalty=[{}], penalty_event=[{"amount_ore": 1_234_50}])

    assert rows.row(0, named=True) | record == rows.row(0, named=True)
    assert rows["amount_ore"].to_list() == [None, 1_234_50]

"""Who may record what, what a record needs, and that every code of the database has words."""

from datetime import date, timedelta

import pytest

from dashboard import deviation_words
from dashboard.roles import ROLE_NAMES
from dashboard.rules.deviations.records import (
    ORDER,
    acting_role,
    permission_for,
    record_obstacles,
    recording_role,
)
from data_access.tables import escalation as tables

TODAY = date(2026, 11, 16)
CHIEF, LEGAL, LEADER = "chief_purchasing_officer", "legal_counsel", "team_leader"


def record(**said: object) -> dict[str, object]:
    plain = {"kind": "contact", "done_on": TODAY, "deadline_on": None, "verdict": None, "document_state": None}
    return {**plain, **said}


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (deviation_words.CATEGORIES, tables.DEVIATION_CATEGORIES),
        (deviation_words.STATES, tables.DEVIATION_STATES),
        (deviation_words.REMEDIES, tables.REMEDIES),
        (deviation_words.EVENTS, tables.EVENTS),
        (deviation_words.RECORDS, tables.RECORDS),
        (deviation_words.DOCUMENT_STATES, tables.DOCUMENT_STATES),
        (deviation_words.SEVERITIES, (1, 2, 3, 4)),
        (deviation_words.SEVERITY_MEANINGS, (1, 2, 3, 4)),
    ],
)
def test_every_code_the_database_keeps_has_words(words: dict[object, object], codes: tuple[object, ...]) -> None:
    assert set(words) == set(codes)


@pytest.mark.parametrize(
    ("kind", "roles", "role"),
    [
        ("legal_assessment", {LEGAL}, LEGAL),
        ("legal_assessment", {CHIEF, LEADER}, None),
        ("lowering_agreed", {CHIEF, LEGAL}, LEGAL),
        ("fast_track_approval", {CHIEF, LEADER}, CHIEF),
        ("fast_track_approval", {LEGAL}, LEGAL),
        ("fast_track_approval", {LEADER}, None),
        ("complaint", {LEADER, "contract_controller"}, LEADER),
    ],
)
def test_a_record_is_made_in_the_role_that_may(kind: str, roles: set[str], role: str | None) -> None:
    assert recording_role(kind, frozenset(roles)) == role


def test_legal_records_ask_for_legal_counsel_and_every_role_has_its_place() -> None:
    assert permission_for("legal_assessment") == permission_for("lowering_agreed") == "record_legal"
    assert permission_for("contact") == "record_act"
    assert set(ORDER) == set(ROLE_NAMES)
    assert acting_role(frozenset()) is None


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ({}, []),
        ({"deadline_on": TODAY}, []),
        ({"kind": "penalty_decision", "verdict": False}, []),
        ({"kind": "penalty_decision"}, ["verdict_needed"]),
        ({"kind": "nonsense"}, ["value_unknown"]),
        ({"document_state": "lost"}, ["value_unknown"]),
        ({"done_on": TODAY + timedelta(days=1)}, ["day_impossible"]),
        ({"done_on": date(1999, 1, 1)}, ["day_impossible"]),
        ({"deadline_on": TODAY - timedelta(days=1)}, ["deadline_before_done"]),
    ],
)
def test_what_is_wrong_with_a_record_is_said(said: dict[str, object], codes: list[str]) -> None:
    assert record_obstacles(record(**said), TODAY) == codes

"""The audit log in words: every act and object our code logs has a name, and values read as people say them."""

import re
from pathlib import Path

import pytest
from sqlalchemy import Table

from dashboard.log_values import value_words
from dashboard.log_words import ACTS, FIELDS, OBJECTS, act_words
from dashboard.rules.permissions import MAY
from data_access.tables.decisions import (
    amendment,
    contract_decision,
    contract_valuation,
    officer_capacity,
    plan_item,
    plan_stage,
)

ROOT = Path(__file__).parents[2]
CODE = "\n".join(
    path.read_text("utf-8") for part in ("dashboard/acts", "data_access") for path in (ROOT / part).rglob("*.py")
)
NOT_DONE = {"see_log"}  # looking changes nothing and is not logged
NAMES = {"supplier": {4: "Norrbygg AB"}}


def test_every_act_that_may_be_refused_has_words() -> None:
    assert MAY.keys() - NOT_DONE <= ACTS.keys()
    assert act_words()["merge_suppliers_refused"].sv == "Nekad: sammanslagning av leverantörer"


def test_every_act_and_object_our_code_logs_has_words() -> None:
    logged = re.findall(r'log\(\s*connection,\s*person,\s*now,\s*"([a-z_]+)",\s*\("([a-z_]+)"', CODE)
    acts = {*re.findall(r'act="([a-z_]+)"', CODE), *re.findall(r'perform\(\s*"([a-z_]+)"', CODE)}
    objects = {*re.findall(r'object_type="([a-z_]+)"', CODE), *(about for _, about in logged)}
    acts |= {act for act, _ in logged}

    assert len(logged) > 10
    assert acts - ACTS.keys() == set()
    assert objects - OBJECTS.keys() == set()


@pytest.mark.parametrize(
    "table", [contract_decision, amendment, contract_valuation, plan_item, plan_stage, officer_capacity], ids=str
)
def test_what_is_kept_of_decisions_changes_and_plans_has_words(table: Table) -> None:
    not_logged = {"id", "who", "at", "role", "reason", "version", "recorded_by", "recorded_at", "plan_item_id"}

    assert {column.name for column in table.columns} - not_logged <= FIELDS.keys()


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("severity", 3, "Allvarlig"),
        ("state", "confirmed", "Bekräftad"),
        ("state", "received", "Betalt"),
        ("supplier_id", 4, "Norrbygg AB"),
        ("supplier_id", 5, "5"),
        ("amount_ore", 1_234_50, "1\u00a0234,50\u00a0kr"),
        ("roles", ["legal_counsel", "operations"], "Jurist, Verksamheten"),
        ("codes", ["one_step_at_a_time"], "Ett ärende flyttas ett steg i taget, och det står nu på steg …"),
        ("is_active", True, "ja"),
        ("note", None, "–"),
        ("due_on", "2026-12-01", "2026-12-01"),
        ("kind", "reprocure", "Ny upphandling"),
        ("way", "possible_with_risk", "Möjlig med risk"),
        ("stage", "market", "Kartlägga marknad"),
        ("state", "signed", "Avtal tecknat"),
        ("category", "unheard_of", "unheard_of"),
    ],
)
def test_a_value_reads_as_people_say_it(field: str, value: object, words: str) -> None:
    assert value_words(field, value, "sv", NAMES) == words

"""The decisions about one contract, the newest first: what, by whom, why, by what right, and what became of it."""

import re
from collections.abc import Mapping
from html import escape
from typing import Any

import polars as pl

from dashboard import formats, session
from dashboard.charts.theme import STATUS
from dashboard.data.contract_decisions import ContractDecisions, delegation
from dashboard.data.people import people
from dashboard.decision_words import KINDS
from dashboard.language import t
from dashboard.layout import page_url, section, table
from dashboard.roles import ROLE_NAMES
from dashboard.rules.decisions.deciding import DELEGATED
from dashboard.table_html import Column
from dashboard.text import Text

TITLE = Text(sv="Beslut om avtalet", en="Decisions about the contract")
NONE = Text(sv="Inget beslut är sparat om avtalet.", en="No decision about the contract is saved.")
DAY, KIND = Text(sv="Dag", en="Day"), Text(sv="Beslut", en="Decision")
EFFECT, STANDS = Text(sv="Vad det ändrade", en="What it changed"), Text(sv="Gäller", en="Stands")
WHO, WHY = Text(sv="Vem och var", en="Who and where"), Text(sv="Skäl", en="Reason")
RIGHT, NUMBER = Text(sv="Delegation", en="Delegation"), Text(sv="Diarienummer", en="Registration number")
MOVED = Text(sv="Slutar {new} i stället för {old}", en="Ends {new} instead of {old}")
ENDS = Text(sv="Slutar {new}", en="Ends {new}")
PUT_BACK = Text(sv="Beslutet {day} gäller inte längre", en="The decision of {day} no longer stands")
IN_PLAN = Text(sv="I upphandlingsplanen, behövs {day}", en="In the procurement plan, needed {day}")
CASE = Text(sv="Ärende {number}", en="Case {number}")
NOTHING = Text(sv="Inget datum ändrades", en="No date was changed")
HOLDS, UNDONE = Text(sv="Ja", en="Yes"), Text(sv="Ångrat {day}", en="Undone {day}")
NOT_NEEDED = Text(sv="Behövs inte", en="Not needed")
NO_DELEGATION = Text(sv="Ingen delegation funnen", en="No delegation found")
BY_DELEGATION = Text(sv="{role}, från {day}", en="{role}, since {day}")
DAYS = re.compile(r"\d{4}-\d\d-\d\d")
FOUND = Text(sv="Fanns när beslutet sparades", en="There was one when it was saved")


def history(known: ContractDecisions) -> None:
    """The table, or a sentence where nothing is decided."""
    section(t(TITLE), "" if known.rows.height else t(NONE))
    if known.rows.is_empty():
        return
    days = dict(known.rows.select("id", "decided_on").iter_rows())
    rows = [_said(row, known, days) for row in known.rows.iter_rows(named=True)]
    columns = (
        Column("day", DAY, "day"),
        Column("kind", KIND),
        Column("effect", EFFECT, "html"),
        Column("stands", STANDS, "html"),
        Column("who", WHO),
        Column("why", WHY),
        Column("right", RIGHT, "html"),
        Column("number", NUMBER, "code"),
    )
    table(pl.DataFrame(rows, infer_schema_length=None), columns, t(TITLE))


def _said(row: Mapping[str, Any], known: ContractDecisions, days: Mapping[int, Any]) -> dict[str, Any]:
    names = people(session.edition()).names
    who = [names.get(row["who"], row["who"]), *([t(ROLE_NAMES[row["role"]]).lower()] if row["role"] else [])]
    return {
        "day": row["decided_on"],
        "kind": t(KINDS[row["kind"]]),
        "effect": _effect(row, known, days),
        "stands": _stands(row),
        "who": f"{', '.join(who)}. {row['forum']}",
        "why": row["reason"],
        "right": _right(row),
        "number": row["registration_number"],
    }


def _effect(row: Mapping[str, Any], known: ContractDecisions, days: Mapping[int, Any]) -> str:
    new, old = row["new_end_on"], row["end_before_on"]
    if row["kind"] == "undo":
        return _unbroken(t(PUT_BACK, day=formats.day(days.get(row["undoes_id"]))))
    if row["kind"] == "sanction" and row["case_id"] is not None:
        return _link(page_url("case", id=row["case_id"]), t(CASE, number=row["case_id"]))
    if (line := known.plan.get(row["id"])) is not None:
        return _link(page_url("project_plan", id=line["id"]), t(IN_PLAN, day=formats.day(line["needed_on"])))
    if new is None:
        return escape(t(NOTHING))
    is_moved = old is not None and old != new
    words = t(MOVED, new=formats.day(new), old=formats.day(old)) if is_moved else t(ENDS, new=formats.day(new))
    return _unbroken(words)


def _unbroken(words: str) -> str:
    """Escaped, with no day broken over two lines."""
    return DAYS.sub(r"<span style='white-space:nowrap'>\g<0></span>", escape(words))


def _link(address: str, words: str) -> str:
    return f"<a href='{escape(address)}'>{_unbroken(words)}</a>"


def _stands(row: Mapping[str, Any]) -> str:
    if row["kind"] == "undo":
        return formats.NONE
    if row["undone_on"] is not None:
        return _status("no_target", t(UNDONE, day=formats.day(row["undone_on"])))
    return _status("green", t(HOLDS))


def _right(row: Mapping[str, Any]) -> str:
    """The delegation it was taken by, as it stood that day; or that none was found."""
    if row["has_delegation"] is None:
        return formats.NONE if row["kind"] in ("undo", *DELEGATED) else escape(t(NOT_NEEDED))
    if not row["has_delegation"]:
        return _status("amber", t(NO_DELEGATION))
    roles = frozenset({row["role"]} - {None})
    found = delegation(session.edition(), row["contract_id"], row["kind"], roles, row["decided_on"])
    return _unbroken(delegation_words(found) if found else t(FOUND))


def delegation_words(found: Mapping[str, Any]) -> str:
    """What a delegation is called: whose, since when, and the committee's number where it is known."""
    named = t(BY_DELEGATION, role=t(ROLE_NAMES[found["role"]]), day=formats.day(found["valid_from"]))
    return f"{named} ({found['registration_number']})" if found["registration_number"] else named


def _status(status: str, words: str) -> str:
    look = STATUS[status]
    return f"<span class='lw-status' style='color:{look.text}'>{look.shape} {escape(words)}</span>"

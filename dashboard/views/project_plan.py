"""The parts of a project plan's page: its sentence, its chain, its milestones and stages, and what is known."""

from collections.abc import Mapping
from datetime import date
from html import escape
from typing import Any

import polars as pl
import streamlit as st

from dashboard import formats
from dashboard.charts.project_plan import build_project_plan
from dashboard.charts.theme import STATUS
from dashboard.data.edition import Edition
from dashboard.data.people import people
from dashboard.data.project_plans import Project, contract_chain, contract_names
from dashboard.decision_words import REASONS
from dashboard.language import language, t
from dashboard.layout import facts, page_url, paragraph, section, show, table
from dashboard.plan_words import (
    COMPLEXITIES,
    MILESTONE_STATES,
    MILESTONES,
    PROCEDURES,
    RISKS,
    SOURCES,
    STAGES,
    STATES,
    WARNINGS,
    ZONES,
)
from dashboard.rules.plans.chain import Link
from dashboard.rules.plans.procurement_plan import DECISION, GATE
from dashboard.rules.plans.progress import BEHIND, next_of
from dashboard.table_html import Column
from dashboard.text import Text

NEXT = Text(
    sv="Nästa milstolpe är {name}, senast {day}: {count} dagar kvar.",
    en="The next milestone is {name}, by {day}: {count} days left.",
)
NEXT_TODAY = Text(sv="Nästa milstolpe är {name}: i dag.", en="The next milestone is {name}: today.")
NEXT_LATE = Text(
    sv="Nästa milstolpe är {name}. Den skulle ha varit klar {day}, för {count} dagar sedan.",
    en="The next milestone is {name}. It should have been done by {day}, {count} days ago.",
)
BEHIND_PLAN = Text(sv=" Den planerade dagen, {day}, har passerat.", en=" The planned day, {day}, has passed.")
ALL_DONE = Text(sv="Alla milstolpar är passerade.", en="Every milestone is passed.")
CANCELLED = Text(sv="Raden är avbruten.", en="The line is cancelled.")
CANNOT = Text(
    sv="Planen kan inte räknas fram: {why}. Fyll i det på raden eller i avtalsregistret.",
    en="The plan cannot be computed: {why}. Enter it on the line or in the contract register.",
)
NOT_DECIDED = Text(
    sv="Ingen har beslutat om avtalet. Så här ser planen ut om det ska upphandlas.",
    en="Nobody has decided on the contract. This is the plan if it is to be procured anew.",
)
DECIDE = Text(sv="Besluta om avtalet", en="Decide on the contract")
MADE_BY = Text(sv="Raden kommer av ett beslut", en="The line comes from a decision")
CHAIN = Text(sv="Kedjan", en="The chain")
REPLACES, REPLACED = Text(sv="Ersätter", en="Replaces"), Text(sv="Ersätts av", en="Replaced by")
THIS = Text(sv="den här planen", en="this plan")
PLAN = Text(sv="projektplan", en="project plan")
TABLE = Text(sv="Milstolparna", en="The milestones")
MILESTONE, ZONE = Text(sv="Milstolpe", en="Milestone"), Text(sv="Zon", en="Zone")
DUE, PLANNED = Text(sv="Senast", en="By"), Text(sv="Planerad", en="Planned")
DONE, STATE = Text(sv="Klar", en="Done"), Text(sv="Läge", en="State")
STAGE_TITLE = Text(sv="Skeden och dagar", en="Stages and days")
NOT_BEGUN = Text(sv="Arbetet har inte börjat.", en="Work has not begun.")
STAGE, ENTERED, LEFT = Text(sv="Skede", en="Stage"), Text(sv="Började", en="Began"), Text(sv="Slutade", en="Ended")
DAYS, LATE_DAYS = Text(sv="Dagar", en="Days"), Text(sv="Dagar för sent", en="Days too late")
LEAVE_BY = Text(sv="Klart senast", en="Done by")
KNOWN = Text(sv="Raden i planen", en="The line in the plan")
NEEDED, HOURS = Text(sv="Avtalet ska gälla från", en="The contract holds from"), Text(sv="Timmar", en="Hours")
VALUE, PROCEDURE = Text(sv="Uppskattat värde", en="Estimated value"), Text(sv="Förfarande", en="Procedure")
COMPLEXITY, RISK = Text(sv="Komplexitet", en="Complexity"), Text(sv="Risk för överprövning", en="Risk of a review")
WHOSE, SOURCE = Text(sv="Ansvarig", en="Responsible"), Text(sv="Varifrån", en="From where")
CONTRACT = Text(sv="Avtalet som ersätts", en="The contract it replaces")


def sentence(one: Project, today: date) -> str:
    """The next milestone and how long is left, or why there is none."""
    if one.line["state"] == "cancelled":
        return t(CANCELLED)
    if one.missing:
        return t(CANNOT, why=_missing(one))
    following = next_of(one.found)
    if following is None:
        return t(ALL_DONE)
    days = (following.due_on - today).days
    words = NEXT if days > 0 else NEXT_TODAY if days == 0 else NEXT_LATE
    name = t(MILESTONES[following.key])
    said = {"name": name[0].lower() + name[1:], "day": formats.day(following.due_on)}
    behind = t(BEHIND_PLAN, day=formats.day(following.planned_on)) if following.state == BEHIND else ""
    return t(words, **said, count=formats.number(abs(days))) + behind


def _missing(one: Project) -> str:
    return "; ".join(t(REASONS[code]) for code in one.missing).lower()


def decided(one: Project) -> None:
    """What the line rests on: a decision, or a decision point nobody has decided at; each leads to the contract."""
    source, contract_id = one.line["source"], one.line["contract_id"]
    if source not in (DECISION, GATE):
        return
    if source == GATE:
        paragraph(t(NOT_DECIDED))
    address = page_url("contract", id=contract_id, **{"del": "beslut"})
    words = t(DECIDE if source == GATE else MADE_BY)
    st.html(f"<p class='lw-link'><a href='{escape(address)}'>{escape(words)}</a></p>")


def replaced_by(edition: Edition, today: date, contract_id: int) -> None:
    """On a contract's page: what it replaces and what replaces it, as links; nothing where neither is known."""
    found = contract_chain(edition, today, contract_id)
    at, names = found.index(Link("contract", contract_id)), contract_names(edition, today)
    for words, near in ((REPLACES, found[max(at - 2, 0) : at]), (REPLACED, found[at + 1 : at + 3])):
        if near:
            contract_first = sorted(near, key=lambda link: link.kind)
            around = ", ".join(_link(link, names, is_here=False) for link in contract_first)
            st.html(f"<p class='lw-text'>{escape(t(words))} {around}</p>")


def links(edition: Edition, today: date, found: tuple[Link, ...], here: Link) -> None:
    """The chain as a line of links; nothing where there is but one."""
    if len(found) < 2:
        return
    names = contract_names(edition, today)
    said = [_link(link, names, is_here=link == here) for link in found]
    st.html(f"<p class='lw-text'>{escape(t(CHAIN))}: {' → '.join(said)}</p>")


def _link(link: Link, names: Mapping[int, str], *, is_here: bool) -> str:
    is_contract = link.kind == "contract"
    words = names.get(link.key, "") if is_contract else t(PLAN)
    if is_here:
        return f"<strong>{escape(words if is_contract else t(THIS))}</strong>"
    address = page_url("contract" if is_contract else "project_plan", id=link.key)
    return f"<a href='{escape(address)}'>{escape(words)}</a>"


def timeline(one: Project, today: date) -> None:
    """The milestones as a picture, the same as a table, and what the law changed; nothing where they are not known."""
    if not one.found:
        return
    show(build_project_plan(one.found, today, language()), "project_plan")
    section(t(TABLE))
    table(milestone_rows(one), milestone_columns(), t(TABLE))
    for code in one.warnings:
        paragraph(t(WARNINGS[code]))


def milestone_rows(one: Project) -> pl.DataFrame:
    """`zone, milestone, due_on, planned_on, done_on, state` (HTML) and `state_word`, in order."""
    rows = [
        {
            "zone": t(ZONES[found.zone]),
            "milestone": t(MILESTONES[found.key]),
            "due_on": found.due_on,
            "planned_on": found.planned_on,
            "done_on": found.done_on,
            "state": _state(found.state),
            "state_word": t(MILESTONE_STATES[found.state][1]),
        }
        for found in one.found
    ]
    days = {"due_on": pl.Date, "planned_on": pl.Date, "done_on": pl.Date}
    return pl.DataFrame(rows, schema_overrides=days)


def milestone_columns() -> list[Column]:
    """The columns of the milestones."""
    return [
        Column("zone", ZONE),
        Column("milestone", MILESTONE),
        Column("due_on", DUE, "day"),
        Column("planned_on", PLANNED, "day"),
        Column("done_on", DONE, "day"),
        Column("state", STATE, "html"),
    ]


def _state(state: str) -> str:
    status, words = MILESTONE_STATES[state]
    look = STATUS[status]
    return f"<span class='lw-status' style='color:{look.text}'>{look.shape} {escape(t(words))}</span>"


def stages(one: Project) -> None:
    """How many days each stage took, and how late it was left or is."""
    if one.item is None:
        return
    section(t(STAGE_TITLE))
    if one.stages.is_empty():
        paragraph(t(NOT_BEGUN))
        return
    columns = (
        Column("stage_word", STAGE),
        Column("entered_on", ENTERED, "day"),
        Column("left_on", LEFT, "day"),
        Column("days", DAYS, "number"),
        Column("due_on", LEAVE_BY, "day"),
        Column("late_days", LATE_DAYS, "number"),
    )
    table(stage_rows(one), columns, t(STAGE_TITLE))


def stage_rows(one: Project) -> pl.DataFrame:
    """The stages with `stage_word`."""
    words = {code: t(word) for code, word in STAGES.items()}
    return one.stages.with_columns(stage_word=pl.col("stage").replace_strict(words, return_dtype=pl.String))


def known(edition: Edition, one: Project) -> None:
    """What the line says."""
    section(t(KNOWN))
    contract_id = one.line["contract_id"]
    places = {} if contract_id is None else {t(CONTRACT): page_url("contract", id=contract_id)}
    facts(known_facts(edition, one), places)


def known_facts(edition: Edition, one: Project) -> dict[str, str]:
    """Name -> value of what the line says."""
    line = one.line
    responsible = line["responsible"] or formats.NONE
    said: dict[Text, Any] = {
        SOURCE: t(SOURCES[line["source"]]),
        STATE: t(STATES[line["state"]]),
        CONTRACT: line["number"] or formats.NONE,
        NEEDED: formats.day(line["needed_on"]),
        VALUE: formats.kronor(line["value_ore"]),
        HOURS: formats.number(line["hours"]),
        PROCEDURE: _word(PROCEDURES, line["procedure"]),
        COMPLEXITY: _word(COMPLEXITIES, line["complexity"]),
        RISK: _word(RISKS, line["review_risk"]),
        WHOSE: people(edition).names.get(responsible, responsible),
    }
    return {t(name): value for name, value in said.items()}


def _word(words: Mapping[str, Text], code: str | None) -> str:
    return t(words[code]) if code is not None and code in words else formats.NONE

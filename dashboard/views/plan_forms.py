"""The forms of the plans' lines: a new need, and a change of a line."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import streamlit as st

from dashboard import session
from dashboard.acts.plan_procurement import STATES as STATE_CODES
from dashboard.acts.plan_procurement import PlanLine, plan_procurement
from dashboard.data.edition import Edition
from dashboard.data.people import people
from dashboard.data.project_plans import Project, contract_names, procurement_names
from dashboard.decision_refusals import require
from dashboard.forms import Form, fill_in, open_form, parse_ore, save
from dashboard.language import t
from dashboard.plan_words import COMPLEXITIES, PROCEDURES, RISKS, STATES
from dashboard.rules.permissions import may
from dashboard.text import Text
from dashboard.views.permission import permitted

WIDTH = 900
NONE_YET = 0  # no row has this id: a choice that can be taken back
MOST_ORE, LONGEST_HOURS = 10**15, 6  # more is a slip of the pen, and more than a database keeps
NEW = Text(sv="Lägg in ett nytt behov", en="Add a new need")
CHANGE = Text(sv="Ändra raden i planen", en="Change the line in the plan")
TITLE = Text(sv="Vad ska upphandlas?", en="What is to be procured?")
NEEDED = Text(sv="Första dagen avtalet ska gälla", en="First day the contract must hold")
UNIT, CATEGORY = Text(sv="Förvaltning", en="Department"), Text(sv="Kategori", en="Category")
VALUE = Text(sv="Uppskattat värde i kronor, alla år", en="Estimated value in SEK, every year")
HOURS = Text(sv="Upphandlarnas timmar", en="The officers' hours")
PROCEDURE, COMPLEXITY = Text(sv="Förfarande", en="Procedure"), Text(sv="Komplexitet", en="Complexity")
RISK = Text(sv="Risk för överprövning", en="Risk of a review")
WHOSE = Text(sv="Ansvarig", en="Responsible")
START = Text(sv="Planerad start (tomt: räknas bakåt)", en="Planned start (empty: counted back)")
PUBLISH = Text(sv="Planerad annons", en="Planned notice")
SIGN = Text(sv="Planerat avtal", en="Planned signing")
PLANNED = {"planned_start_on": START, "planned_publish_on": PUBLISH, "planned_sign_on": SIGN}
STATE = Text(sv="Läge", en="State")
SUCCESSOR = Text(sv="Avtalet det ledde till", en="The contract it led to")
PROCUREMENT = Text(sv="Upphandlingen i registret", en="The procurement in the register")
NOT_YET = Text(sv="Inget än", en="None yet")
NOT_SHOWN = Text(sv="Visas inte här", en="Not shown here")
SAVE = Text(sv="Spara", en="Save")
ADDED = Text(sv="Behovet är inlagt i planen.", en="The need is in the plan.")
CHANGED = Text(sv="Raden är ändrad.", en="The line is changed.")


@dataclass(frozen=True)
class _Typed:
    """What was typed of amounts; the rest is in `values` as it is kept."""

    values: Mapping[str, Any]
    amount: str
    hours: str


def new_need(edition: Edition, today: date) -> None:
    """A line without a contract, folded away."""
    with st.expander(t(NEW)):
        person = permitted("plan_procurement")
        if person is None:
            return
        form = open_form("new_need")
        with st.form(form.name, width=WIDTH, border=False):
            typed = _fields(form, edition, {}, today)
            if st.form_submit_button(t(SAVE), type="primary"):

                def act() -> object:
                    return plan_procurement(person, form.key, session.now(), _line(typed, {}))

                save(form, act, ADDED)


def change_line(edition: Edition, today: date, one: Project) -> None:
    """Everything that can be changed of a line, folded away; nothing where only a decision point made it."""
    if one.item is None:
        return
    item = {**one.item, **{name: one.line[name] for name in ("procedure", "complexity", "review_risk")}}
    with st.expander(t(CHANGE)):
        person = permitted("plan_procurement")
        if person is None:
            return
        form = open_form("change_plan_line", item["id"], item["version"])
        with st.form(form.name, width=WIDTH, border=False):
            typed = _fields(form, edition, item, today)
            links = _links(form, edition, today, item)
            if st.form_submit_button(t(SAVE), type="primary"):

                def act() -> object:
                    line = _line(typed, {**links, "contract_id": item["contract_id"]})
                    return plan_procurement(person, form.key, session.now(), line, item["id"], form.seen)

                save(form, act, CHANGED)


def _fields(form: Form, edition: Edition, item: Mapping[str, Any], today: date) -> _Typed:
    """The fields that a new need and a line share, with what the line says now."""
    known = session.available()
    offered = {*known.offered_units, item.get("unit_id")}  # a unit the line has already stays when it is saved
    units: dict[Any, Text | str] = {key: name for key, name in known.units.items() if key in offered}
    categories: dict[Any, Text | str] = dict(known.categories)
    values: dict[str, Any] = {"title": form.text("title", TITLE, value=item.get("title", ""), longest=300)}
    left, right = st.columns(2)
    with left:
        values["needed_on"] = form.day("needed_on", NEEDED, item.get("needed_on"), earliest=_earliest(item, today))
        values["unit_id"] = form.choose("unit", UNIT, units, item.get("unit_id"))
        values["category_id"] = form.choose("category", CATEGORY, categories, item.get("category_id"))
        amount = form.amount("value", VALUE, item.get("estimated_value_ore"))
        hours = form.text("hours", HOURS, value=_written(item.get("hours")), longest=10)
    with right:
        values["procedure"] = form.choose("procedure", PROCEDURE, PROCEDURES, item.get("procedure"))
        values["complexity"] = form.choose("complexity", COMPLEXITY, COMPLEXITIES, item.get("complexity"))
        values["review_risk"] = form.choose("risk", RISK, RISKS, item.get("review_risk"))
        values["responsible"] = form.choose("responsible", WHOSE, _who(edition, item), item.get("responsible"))
    days = st.columns(3)
    for place, (name, label) in zip(days, PLANNED.items(), strict=True):
        with place:
            values[name] = form.day(name, label, item.get(name))
    return _Typed(values, amount, hours)


def _who(edition: Edition, item: Mapping[str, Any]) -> dict[Any, Text | str]:
    """Those who may plan, by key; and whoever the line names already."""
    known = people(edition)
    names = {key: one.name for key, one in known.active.items() if may(one.roles, "plan_procurement")}
    now = item.get("responsible")
    return {**({now: known.names.get(now, now)} if now else {}), **names}


def _earliest(item: Mapping[str, Any], today: date) -> date:
    """A new need lies ahead; a line may be older."""
    known: date = item.get("needed_on", today)
    return min(known, today)


def _links(form: Form, edition: Edition, today: date, item: Mapping[str, Any]) -> dict[str, Any]:
    """The state, and what the line has led to."""
    states: dict[Any, Text | str] = {code: STATES[code] for code in STATE_CODES}
    after: dict[Any, Text | str] = {NONE_YET: NOT_YET, **contract_names(edition, today)}
    after.pop(item["contract_id"], None)
    procured: dict[Any, Text | str] = {NONE_YET: NOT_YET, **procurement_names(edition)}
    for options, name in ((procured, "procurement_id"), (after, "successor_id")):
        options.setdefault(item[name] or NONE_YET, NOT_SHOWN)  # kept when the line is saved, and still not told
    left, middle, right = st.columns(3)
    with left:
        state = form.choose("state", STATE, states, item["state"])
    with middle:
        procurement = form.choose("procurement", PROCUREMENT, procured, item["procurement_id"] or NONE_YET)
    with right:
        successor = form.choose("successor", SUCCESSOR, after, item["successor_id"] or NONE_YET)
    return {"state": state, "procurement_id": procurement or None, "successor_id": successor or None}


def _line(typed: _Typed, more: Mapping[str, Any]) -> PlanLine:
    """The line as typed. Raises Refused where something lacks or cannot be read."""
    values = typed.values
    fill_in((TITLE, values["title"]), (NEEDED, values["needed_on"]))
    amount = parse_ore(typed.amount)
    require(["amendment_number"] if abs(amount or 0) > MOST_ORE else [], None, of="plan_item")
    return PlanLine(**values, estimated_value_ore=amount, hours=_whole(typed.hours), **more)


def _whole(written: str) -> int | None:
    """The hours typed; None where nothing is. Raises Refused where they are no whole number."""
    plain = "".join(written.split())
    is_whole = plain.isascii() and plain.isdigit() and len(plain) <= LONGEST_HOURS
    require(["plan_hours"] if plain and not is_whole else [], None, of="plan_item")
    return int(plain) if plain else None


def _written(hours: int | None) -> str:
    return "" if hours is None else str(hours)

"""The parts of a case's page: where it stands, what is missing, and the forms."""

from datetime import date
from html import escape
from typing import Any

import polars as pl
import streamlit as st

from dashboard import formats
from dashboard.data.case import Case
from dashboard.deck import STEP_NAMES
from dashboard.deviation_words import RECORDS
from dashboard.language import language, t
from dashboard.layout import Crumb, empty, page_url, paragraph, section, table
from dashboard.people import Person
from dashboard.permission_words import who_may
from dashboard.roles import ROLE_NAMES
from dashboard.rules.escalation.missing import Missing
from dashboard.rules.escalation.time_limits import step_time
from dashboard.rules.permissions import may
from dashboard.table_html import Column
from dashboard.text import Text
from dashboard.views import case_move, case_people, case_plan, case_record
from dashboard.views.ids import asked_id
from dashboard.views.missing import how_much, state_html
from dashboard.views.permission import SAY_WHO

TODAY = Text(sv="Steg {step} sedan i dag. {gaps}", en="On step {step} since today. {gaps}")
ONE_DAY = Text(sv="Steg {step} sedan i går. {gaps}", en="On step {step} since yesterday. {gaps}")
DAYS = Text(sv="Steg {step} i {count} dagar. {gaps}", en="On step {step} for {count} days. {gaps}")
ENDED = Text(sv="Ärendet avslutades {day}.", en="The case ended {day}.")
NOTHING = Text(sv="Inget saknas.", en="Nothing is missing.")
STEPS = Text(sv="Eskaleringstrappan", en="The escalation ladder")
TITLE = Text(sv="Vad saknas på det här steget?", en="What is missing on this step?")
WHAT, WHO, DUE = Text(sv="Att göra", en="To do"), Text(sv="Vem", en="Who"), Text(sv="Senast", en="By")
STATE = Text(sv="Läge", en="Standing")
FROM_FAST_TRACK = Text(sv=" (efter snabbspåret)", en=" (after the fast track)")
NUMBER, COUNSEL = "registration_number", "legal_counsel"
DO = Text(sv="Vad vill du göra?", en="What do you want to do?")
FOR = Text(sv="{needs}: {kind}", en="{needs}: {kind}")


def way_here(escalation: str, case: Case) -> list[Crumb]:
    """The board, the supplier and the contract, each a link."""
    return [
        Crumb(escalation, page_url("escalation")),
        Crumb(case.row["supplier"], page_url("supplier", id=case.facts.supplier_id, **{"del": "arenden"})),
        Crumb(case.row["contract"], page_url("contract", id=case.facts.contract_id)),
    ]


REMINDERS = {
    "reminder": Text(
        sv="■ Påminnelse till {roles}: {used} av högst {longest} arbetsdagar på steget har gått ({share}). Flytta "
        "ärendet eller registrera en kontroll.",
        en="■ A reminder to {roles}: {used} of at most {longest} working days on the step have passed ({share}). Move "
        "the case or record a check.",
    ),
    "proposal": Text(
        sv="■ {used} av högst {longest} arbetsdagar på steget har gått ({share}), så nästa steg föreslås. "
        "Det avgörs av {roles}.",
        en="■ {used} of at most {longest} working days on the step have passed ({share}), so the next step is "
        "proposed. It is for {roles} to decide.",
    ),
}
TO_PROPOSALS = Text(sv="Till förslagen", en="To the proposals")


def sentence(case: Case, today: date) -> str:
    """Where it stands and what is missing."""
    late = sum(one.is_overdue for one in case.missing)
    gaps = how_much(len(case.missing), late)
    if not case.facts.is_open:
        return t(ENDED, day=formats.day(case.facts.closed_on)) + (f" {gaps}" if case.missing else "")
    days = step_time(case.facts, case.rules, today).days
    words = (TODAY, ONE_DAY)[days] if days < 2 else DAYS
    return t(words, step=case.facts.step, count=formats.number(days), gaps=gaps)


def time_used(case: Case, today: date) -> None:
    """Who is to be reminded, once the longest time on the step is used; nothing before that."""
    time = step_time(case.facts, case.rules, today)
    if time.state == "none":
        return
    roles = ", ".join(t(ROLE_NAMES[role]).lower() for role in time.roles)
    share = formats.share(time.share, 0)
    words = {"used": time.working_days, "longest": time.max_working_days, "share": share, "roles": roles}
    empty(t(REMINDERS[time.state], **words), t(TO_PROPOSALS), page_url("proposals"))


def steps(case: Case) -> None:
    """The five steps with their names; the present one is marked."""
    parts = "".join(
        f"<li{' aria-current=step' if step == case.facts.step else ''} class='lw-step-{step}'>"
        f"<b>{step}</b> {escape(t(name))}</li>"
        for step, name in enumerate(STEP_NAMES)
    )
    st.html(f"<ol class='lw-steps' aria-label='{escape(t(STEPS))}'>{parts}</ol>")


def gaps(case: Case) -> None:
    """What is missing, each with its day, whose it is, and a link that opens the form for it."""
    section(t(TITLE))
    if not case.missing:
        paragraph(t(NOTHING))
        return
    rows = [_gap(one, case.facts.id) for one in case.missing]
    frame = pl.DataFrame(rows, schema={"what": pl.String, "who": pl.String, "due": pl.Date, "state": pl.String})
    columns = (
        Column("what", WHAT, "html"),
        Column("who", WHO),
        Column("due", DUE, "day"),
        Column("state", STATE, "html"),
    )
    table(frame, columns, t(TITLE))


def _gap(one: Missing, case_id: int) -> dict[str, Any]:
    words = t(one.needs)
    if one.kind:
        words = t(FOR, needs=words, kind=t(RECORDS[one.kind]).lower())
    if one.is_from_fast_track:
        words += t(FROM_FAST_TRACK)
    if one.key in RECORDS or one.key in (NUMBER, COUNSEL):
        record = one.about[1] if one.about and one.about[0] == "record" else None
        words = f"<a href='{escape(page_url('case', id=case_id, gor=one.key, post=record))}'>{escape(words)}</a>"
    else:
        words = escape(words)
    return {"what": words, "who": t(ROLE_NAMES[one.role]), "due": one.due_on, "state": state_html(one.is_overdue)}


def asked_record() -> str | None:
    """The kind of record the address asks the form for."""
    asked = st.query_params.get("gor", "")
    return asked if asked in RECORDS else None


def forms(person: Person | None, case: Case, today: date) -> None:
    """What can be done in the case, each folded away until it is wanted; one that the address asks for stands open."""
    if not case.facts.is_open and not case.missing:
        return
    section(t(DO))
    if person is None:
        paragraph(t(SAY_WHO))
        return
    if not may(person.roles, "record_act") and not may(person.roles, "register_act") and not _may_move(person, case):
        paragraph(who_may("record_act", language()))
        return
    wanted, asked = asked_record(), st.query_params.get("gor")
    with st.expander(t(case_record.TITLE), expanded=wanted is not None):
        case_record.record_form(person, case.row, wanted)
    if case.facts.is_open:
        with st.expander(t(case_move.TITLE)):
            case_move.move_form(person, case.row, case.facts, case.rules, today)
    with st.expander(t(case_record.FILL_IN_NUMBER), expanded=asked == NUMBER):
        case_record.number_form(person, case.row, case.unnumbered, asked_id("post"))
    if case.facts.is_open:
        with st.expander(t(case_people.TITLE), expanded=asked == COUNSEL):
            case_people.member_form(person, case.row, case.people, case.members, COUNSEL if asked == COUNSEL else None)
        case_plan.plan_forms(person, case.row, case.items, today)
        if may(person.roles, "withdraw_record"):
            with st.expander(t(case_record.TAKE_BACK)):
                case_record.withdraw_form(person, case.facts.id, case.records)


def _may_move(person: Person, case: Case) -> bool:
    """Whether any move on the ladder is this person's to make."""
    return any(person.roles & set(case.rules.may_move(step)) for step in range(1, len(STEP_NAMES)))

"""The signals that wait, each with its arithmetic and its two answers."""

from functools import partial
from html import escape
from typing import Any

import polars as pl
import streamlit as st

from dashboard import session
from dashboard.acts.answer_signal import answer_signal
from dashboard.data.signals import sentence
from dashboard.forms import open_form, save
from dashboard.language import language, t
from dashboard.layout import page_url, paragraph
from dashboard.people import Person
from dashboard.permission_words import who_may
from dashboard.rules.permissions import may
from dashboard.rules.signals import signal
from dashboard.text import Text

SHOWN = 10
MORE = Text(
    sv="Visar {shown} av {all}. Besvara dem, eller välj ett slag.",
    en="Showing {shown} of {all}. Answer them, or choose a kind.",
)
ACCEPT = Text(sv="Skapa avvikelse", en="Make it a deviation")
TAKE_UP = Text(sv="Ta upp i ärendet", en="Take it up in the case")
DISMISS = Text(sv="Avfärda med skäl", en="Dismiss with a reason")
REASON = Text(sv="Skäl (minst 10 tecken för att avfärda)", en="Reason (at least 10 characters to dismiss)")
SAVED = Text(sv="Svaret är sparat.", en="The answer is saved.")
CAME_BACK = Text(
    sv="Avfärdades tidigare ({reason}) men har blivit värre.", en="Dismissed before ({reason}), now worse."
)
WORSE = Text(sv="Togs upp tidigare men har blivit värre.", en="Taken up before, now worse.")
CASE = Text(sv="Till ärendet på steg {step}", en="To the case on step {step}")


def kinds_with_counts(rows: pl.DataFrame) -> dict[str, Text]:
    """The kinds there are, in the order they stand, with how many of each."""
    counts = rows.group_by("kind", maintain_order=True).len().iter_rows()
    names = {kind: (signal(kind).name, count) for kind, count in counts}
    return {kind: Text(sv=f"{name.sv} ({count})", en=f"{name.en} ({count})") for kind, (name, count) in names.items()}


def inbox(person: Person | None, rows: pl.DataFrame) -> None:
    """The first of them; whoever may not answer sees them without the answers."""
    may_answer = person is not None and may(person.roles, "answer_signal")
    if not may_answer:
        paragraph(who_may("answer_signal", language()))
    for row in rows.head(SHOWN).iter_rows(named=True):
        with st.container(border=True):
            st.html(_about(row))
            if may_answer and person is not None:
                _answers(person, row)
    if rows.height > SHOWN:
        paragraph(t(MORE, shown=SHOWN, all=rows.height))


def _about(row: dict[str, Any]) -> str:
    """What it is, at whom, and its arithmetic."""
    supplier = f"<a href='{escape(page_url('supplier', id=row['supplier_id']))}'>{escape(row['supplier'])}</a>"
    contract = ""
    if row["contract_id"] is not None:
        address = escape(page_url("contract", id=row["contract_id"]))
        contract = f" · <a href='{address}'>{escape(row['contract'])}</a>"
    case = ""
    if row["case_id"] is not None:
        address = escape(page_url("case", id=row["case_id"]))
        case = f" · <a href='{address}'>{escape(t(CASE, step=row['step']))}</a>"
    said = escape(sentence(row, language()))
    return (
        f"<h2 class='lw-signal'>{escape(t(signal(row['kind']).name))}</h2><p>{supplier}{contract}{case}</p>"
        f"<p>{said}{escape(_before(row))}</p>"
    )


def _before(row: dict[str, Any]) -> str:
    if row["answered_level"] is None:
        return ""
    return " " + (t(WORSE) if row["was_accepted"] else t(CAME_BACK, reason=row["answered_reason"]))


def _answers(person: Person, row: dict[str, Any]) -> None:
    about = f"{row['kind']}_{row['supplier_id']}_{row['contract_id'] or 0}"
    form = open_form(f"signal_{about}")
    with st.form(form.name, border=False):
        written, yes, no = st.columns([6, 2, 2], vertical_alignment="bottom")
        with written:
            reason = form.text("reason", REASON, longest=2000)
        label = t(TAKE_UP if row["proposes_step"] else ACCEPT)
        accepted = yes.form_submit_button(label, key=form.field("accept"), width="stretch")
        dismissed = no.form_submit_button(t(DISMISS), key=form.field("dismiss"), width="stretch")
    if accepted or dismissed:
        act = partial(
            answer_signal,
            person,
            form.key,
            session.now(),
            kind=row["kind"],
            supplier_id=row["supplier_id"],
            contract_id=row["contract_id"],
            case_id=row["case_id"],
            level=row["level"],
            says=sentence(row, "sv"),
            is_accepted=bool(accepted),
            reason=reason,
            seen=row["answer_id"],
        )
        save(form, act, SAVED)

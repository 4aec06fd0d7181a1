"""The forms for a contract's changes and its value. What will happen stands there before anything is saved."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl
import streamlit as st

from dashboard import formats, session
from dashboard.acts.change_contract import GROUNDS, LARGEST_ORE, Amendment, record_amendment
from dashboard.change_words import explained, ground_words, headroom_words
from dashboard.data import changes as data
from dashboard.data.changes import OneContract
from dashboard.forms import Form, fill_in, open_form, parse_ore, save
from dashboard.language import language, t
from dashboard.layout import paragraph
from dashboard.people import Person
from dashboard.text import Text
from dashboard.views.html_list import items
from dashboard.views.permission import permitted
from dashboard.views.value_form import value_form
from data_access.errors import Refused

WIDTH = 1000
RECORD = Text(sv="Anteckna en ändring", en="Note a change")
CORRECT = Text(sv="Rätta en ändring eller fyll i annonsen", en="Correct a change, or fill in its notice")
VALUE_TITLE = Text(sv="Ange avtalets värde", en="Give the contract's value")
WHICH = Text(sv="Vilken ändring", en="Which change")
DAY = Text(sv="Undertecknad den", en="Signed on")
GROUND = Text(sv="Grund i 17 kap. LOU", en="Ground in LOU chapter 17")
AMOUNT = Text(sv="Ändringens värde i kronor", en="The change's value in SEK")
AMOUNT_HELP = Text(
    sv="Utan moms. Skriv minus före om avtalet blir mindre, till exempel −60 000.",
    en="Without VAT. Begin with a minus where the contract becomes smaller, such as −60 000.",
)
WHAT = Text(sv="Vad ändras?", en="What is changed?")
NOTICE = Text(sv="Annonserad den (krävs enligt 11 och 12 §§)", en="Announced on (required by sections 11 and 12)")
NUMBER = Text(sv="Diarienummer", en="Registration number")
SAVE_CHANGE = Text(sv="Spara ändringen", en="Save the change")
SAVE_CORRECTION = Text(sv="Spara rättelsen", en="Save the correction")
SAVED = Text(sv="Ändringen är sparad.", en="The change is saved.")
FILL_IN = Text(
    sv="Fyll i dag, grund och värde, så står det här vad som händer innan du sparar.",
    en="Fill in day, ground and value, and it says here what happens before you save.",
)
AFTER = Text(
    sv="Om du sparar: ändringarna enligt 17:9 blir netto {net} ({share} av det omräknade värdet). Nu är de {net_now} "
    "({share_now}).",
    en="If you save: the changes under 17:9 become {net} net ({share} of the indexed value). Now they are {net_now} "
    "({share_now}).",
)


@dataclass(frozen=True)
class Typed:
    """A change as it stands in its form."""

    day: date | None
    ground: str | None
    amount: str
    what: str
    notice: date | None
    number: str


def change_forms(one: OneContract, today: date) -> None:
    """To note a change, to correct one, and to give the contract's value: folded away."""
    contract_id = one.row["contract_id"]
    with st.expander(t(RECORD)):
        if (person := permitted("record_amendment")) is not None:
            _change_form(person, open_form("record_amendment", contract_id), one, None, today)
    if not one.changes.is_empty():
        with st.expander(t(CORRECT)):
            if (person := permitted("record_amendment")) is not None:
                _correct(person, one, today)
    with st.expander(t(VALUE_TITLE)):
        if (person := permitted("value_contract")) is not None:
            value_form(person, one, today)


def _correct(person: Person, one: OneContract, today: date) -> None:
    rows = {row["change_id"]: row for row in one.changes.to_dicts()}

    def words(change_id: int) -> str:
        row = rows[change_id]
        return f"{formats.day(row['decided_on'])} {ground_words(row['legal_basis'], language())}"

    key = f"which_change_{one.row['contract_id']}"
    change_id = st.selectbox(t(WHICH), list(rows), format_func=words, key=key, width=WIDTH)
    row = rows[change_id]
    _change_form(person, open_form("correct_amendment", change_id, row["version"]), one, row, today)


def _change_form(person: Person, form: Form, one: OneContract, row: dict[str, Any] | None, today: date) -> None:
    """A new change, or the one in `row` to be corrected. Its fields answer at once: what happens is said before."""
    with st.container(width=WIDTH):
        typed = _fields(form, row or {}, today)
        change_id = 0 if row is None else row["change_id"]
        _consequences(one, typed, change_id, today)
        if st.button(t(SAVE_CORRECTION if row else SAVE_CHANGE), type="primary", key=form.field("save")):

            def act() -> object:
                fill_in((DAY, typed.day), (GROUND, typed.ground), (AMOUNT, typed.amount), (WHAT, typed.what))
                ore = parse_ore(typed.amount) or 0
                told = Amendment(
                    typed.day or today, typed.ground or "", ore, typed.what, typed.notice, typed.number or None
                )
                about = (one.row["contract_id"], told, change_id or None, form.seen)
                return record_amendment(person, form.key, session.now(), *about)

            save(form, act, SAVED)


def _fields(form: Form, row: dict[str, Any], today: date) -> Typed:
    grounds: dict[str, Text | str] = {code: ground_words(code, language()) for code in GROUNDS}
    left, middle, right = st.columns(3)
    with left:
        day = form.day("day", DAY, row.get("decided_on"), latest=today)
    with middle:
        ground = form.choose("ground", GROUND, grounds, row.get("legal_basis"))
    with right:
        amount = form.amount("amount", AMOUNT, row.get("value_delta_ore"), AMOUNT_HELP)
    what = form.long_text("what", WHAT, value=row.get("description", ""))
    left, right = st.columns(2)
    with left:
        notice = form.day("notice", NOTICE, row.get("notice_published_on"), latest=today)
    with right:
        number = form.text("number", NUMBER, value=row.get("registration_number") or "", longest=60)
    return Typed(day, ground, amount, what, notice, number)


def _consequences(one: OneContract, typed: Typed, change_id: int, today: date) -> None:
    """The new net value and share and the answer, worked out as if it were saved."""
    ore = _ore(typed.amount)
    if typed.day is None or typed.ground is None or ore is None:
        st.caption(t(FILL_IN))
        return
    change = {
        "change_id": change_id,
        "decided_on": typed.day,
        "value_delta_ore": ore,
        "legal_basis": typed.ground,
        "notice_published_on": typed.notice,
    }
    after = data.with_change(session.edition(), today, one.row["contract_id"], change)
    if after is None:
        return
    now = one.row
    said = {"net": after.row["net_ore"], "net_now": now["net_ore"]}
    shares = {"share": after.row["net_share"], "share_now": now["net_share"]}
    words = {name: formats.kronor(value) for name, value in said.items()}
    words |= {name: formats.share(value, 2) for name, value in shares.items()}
    paragraph(f"{t(AFTER, **words)} {headroom_words(after.row, language())}")
    number = change_id or max(after.changes["change_id"])
    items(explained(after.changes.row(by_predicate=pl.col("change_id") == number, named=True), language()))


def _ore(written: str) -> int | None:
    """The öre, none where nothing that can be saved is typed: the form says so when it is saved."""
    try:
        ore = parse_ore(written)
    except Refused:
        return None
    return None if ore is None or abs(ore) > LARGEST_ORE else ore

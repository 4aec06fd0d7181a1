"""What a decision about a contract will do, said before it is saved; and what was done, said after."""

from datetime import date
from typing import Any

from dashboard import formats, session
from dashboard.data.contract_decisions import delegation, value_ore
from dashboard.decision_refusals import said
from dashboard.decision_words import KINDS, REASONS
from dashboard.language import language, t
from dashboard.people import Person
from dashboard.rules.decisions.deciding import DELEGATED, Standpoint, effect, needed_on
from dashboard.rules.decisions.deciding import obstacles as obstacles_to
from dashboard.text import Text
from dashboard.views.decision_history import delegation_words
from dashboard.views.decision_sentence import days_words

EXTENDS = Text(
    sv="Option {option} används: avtalet slutar {new} i stället för {old}.",
    en="Option {option} is used: the contract ends {new} instead of {old}.",
)
GIVES_NOTICE = Text(sv="Avtalet sägs upp och slutar {new}.", en="Notice is given and the contract ends {new}.")
PROCURES = Text(
    sv="En rad läggs i upphandlingsplanen: nytt avtal behövs {needed}, upphandlingen börjar {start}.",
    en="A line is put into the procurement plan: a new contract is needed {needed}, the procurement begins {start}.",
)
PROCURES_FROM = Text(
    sv="En rad läggs i upphandlingsplanen: nytt avtal behövs {needed}.",
    en="A line is put into the procurement plan: a new contract is needed {needed}.",
)
ASKS_DAY = Text(
    sv="En rad läggs i upphandlingsplanen. Ange när det nya avtalet behövs: det här har ingen slutdag.",
    en="A line is put into the procurement plan. Say when the new contract is needed: this one has no last day.",
)
LAPSES = Text(sv="Avtalet löper ut {end} och förlängs inte.", en="The contract lapses on {end} and is not extended.")
STOPS = Text(
    sv="Avtalet slutar {end}: det förlängs inte av sig självt längre.",
    en="The contract ends on {end}: it no longer renews by itself.",
)
SANCTIONS = Text(
    sv="Ärendet tas upp i eskaleringen. Avtalets slutdag ändras inte.",
    en="It is taken up in the escalation. The contract's last day does not change.",
)
TO_KNOW = Text(sv="Att veta: {why}.", en="To know: {why}.")
GAP = Text(sv="Sedan saknas avtal i {days}.", en="After that there is no contract for {days}.")
GAP_COST = Text(
    sv="Sedan saknas avtal i {days}. Då köps för omkring {cost}.",
    en="After that there is no contract for {days}, in which about {cost} is bought.",
)
COVERED = Text(sv="Delegation: {name}.", en="Delegation: {name}.")
NOT_COVERED = Text(
    sv="■ Ingen delegation funnen för dina roller. Avtalets värde: {value}. Kontrollera vem som får besluta. "
    "Beslutet går att spara och märks då.",
    en="■ No delegation is found for your roles. The contract's value: {value}. Check who may decide. "
    "The decision can be saved and is then marked.",
)
UNKNOWN_VALUE = Text(sv="okänt", en="unknown")
EXTENDED = Text(sv="Avtalet är förlängt till {new}.", en="The contract is extended to {new}.")
ENDED = Text(sv="Avtalet är uppsagt och slutar {new}.", en="Notice is given and the contract ends {new}.")
PLANNED = Text(
    sv="Beslutet är sparat. Upphandlingen finns nu i upphandlingsplanen.",
    en="The decision is saved. The procurement is now in the procurement plan.",
)
SAVED = Text(sv="Beslutet är sparat: {kind}.", en="The decision is saved: {kind}.")


def effect_words(
    person: Person, at: Standpoint, kind: str, contract_id: int, needed: date | None, today: date
) -> list[str]:
    """Sentences: what it changes, or why it will be refused, the risk, the gap, and by what right."""
    option: Any = at.dates["next_option"]
    turned: Any = at.way["turned_on"] if at.way else None
    if codes := obstacles_to(at, kind, option, (), today):
        return [said(code, turned).in_language(language()) for code in codes]
    return [_change(at, kind, needed), *_to_know(at), *_gap(at, kind), *_right(person, contract_id, kind, today)]


def _change(at: Standpoint, kind: str, needed: date | None) -> str:
    new, old = effect(at, kind).get("new_end_on"), at.dates["current_end"]
    match kind:
        case "extend":
            option = formats.number(at.dates["next_option"])
            return t(EXTENDS, option=option, new=formats.day(new), old=formats.day(old))
        case "terminate":
            return t(GIVES_NOTICE, new=formats.day(new))
        case "reprocure":
            return _procures(at, needed)
        case "expire":
            return t(STOPS if new else LAPSES, end=formats.day(old))
    return t(SANCTIONS)


def _procures(at: Standpoint, needed: date | None) -> str:
    day, start = needed_on(at) or needed, at.dates["reprocure_start_latest"]
    if day is None:
        return t(ASKS_DAY)
    if start is None:
        return t(PROCURES_FROM, needed=formats.day(day))
    return t(PROCURES, needed=formats.day(day), start=formats.day(max(start, session.today())))


def _to_know(at: Standpoint) -> list[str]:
    if at.way is None or at.way["state"] == "possible":
        return []
    why = "; ".join(t(REASONS[code]).lower() for code in at.way["reasons"])
    return [t(TO_KNOW, why=why)] if why else []


def _gap(at: Standpoint, kind: str) -> list[str]:
    """How long there is no contract afterwards, if a new procurement begins today."""
    if at.way is None or kind == "extend" or not at.way["gap_days"]:
        return []
    days, cost = days_words(at.way["gap_days"]), at.way["gap_cost_ore"]
    return [t(GAP_COST, days=days, cost=formats.short_kronor(cost)) if cost else t(GAP, days=days)]


def _right(person: Person, contract_id: int, kind: str, today: date) -> list[str]:
    if kind not in DELEGATED:
        return []
    found = delegation(session.edition(), contract_id, kind, person.roles, today)
    if found is not None:
        return [t(COVERED, name=delegation_words(found))]
    value = value_ore(session.edition(), contract_id, today)
    return [t(NOT_COVERED, value=t(UNKNOWN_VALUE) if value is None else formats.kronor(value))]


def done_words(at: Standpoint, kind: str) -> Text:
    """What is said in passing when it is saved."""
    new = formats.day(effect(at, kind).get("new_end_on"))
    if kind == "reprocure":
        return PLANNED
    words = {"extend": EXTENDED, "terminate": ENDED}.get(kind, SAVED)
    return Text(
        sv=words.sv.format(new=new, kind=KINDS[kind].sv.lower()),
        en=words.en.format(new=new, kind=KINDS[kind].en.lower()),
    )

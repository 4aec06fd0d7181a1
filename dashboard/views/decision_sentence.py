"""What must be decided about a contract, by when, and which ways are open: the sentence its part begins with."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from dashboard import formats, session
from dashboard.data.contract_decisions import ContractDecisions, handling_decision
from dashboard.data.decision_page import OneContract
from dashboard.decision_words import KINDS, REASONS, WAYS
from dashboard.language import t
from dashboard.rules.decisions.ways import KEYS
from dashboard.text import Text

ENDED = Text(sv="Avtalet slutade {day}.", en="The contract ended on {day}.")
TODAY = Text(sv="Beslutet ska fattas i dag, {day}.", en="The decision is due today, {day}.")
AHEAD = Text(sv="Beslut senast {day}, {left} kvar.", en="Decide by {day}, {left} left.")
PASSED = Text(sv="Beslutet skulle ha fattats {day}, för {left} sedan.", en="It was due {day}, {left} ago.")
ONE_DAY, DAYS = Text(sv="1 dag", en="1 day"), Text(sv="{count} dagar", en="{count} days")
AT_LATEST = Text(
    sv="Beslut senast {day}, kanske tidigare: allt kan inte beräknas ({why}).",
    en="Decide by {day} or earlier: not everything can be computed ({why}).",
)
NOT_ALL = Text(sv="Allt kan inte beräknas ({why}).", en="Not everything can be computed ({why}).")
UNKNOWN = Text(sv="Beslutspunkten kan inte beräknas: {why}.", en="The decision point cannot be computed: {why}.")
NO_GATE = Text(sv="Inget beslut har någon sista dag.", en="No decision has a last day.")
OPEN = Text(sv="Öppet {day}: {ways}.", en="Open on {day}: {ways}.")
OPEN_TODAY = Text(sv="Öppet i dag: {ways}.", en="Open today: {ways}.")
NOTHING_OPEN = Text(sv="Ingen väg är öppen {day}.", en="No way is open on {day}.")
RISKY = Text(sv="{way} med risk", en="{way} with risk")
HANDLED = Text(
    sv="Beslutat {day}: {kind}. Inget mer behöver beslutas nu.",
    en="Decided {day}: {kind}. Nothing more needs to be decided now.",
)
LAST = Text(sv="Senaste beslut: {kind}, {day}.", en="Latest decision: {kind}, {day}.")
OPEN_STATES = ("possible", "possible_with_risk")


def sentence(one: OneContract, known: ContractDecisions, day: date, today: date) -> str:
    """By when a decision is due on `day`, or which has handled it, and what is open then."""
    handling = handling_decision(session.edition(), day, known.contract_id)
    opened = _open(one, day, today)
    if handling is not None:
        return f"{_decided(HANDLED, handling)} {opened}"
    last = [_decided(LAST, row) for row in known.standing[:1]]
    return " ".join([_by_when(one, day), opened, *last])


def _decided(words: Text, row: Mapping[str, Any]) -> str:
    return t(words, kind=t(KINDS[row["kind"]]).lower(), day=formats.day(row["decided_on"]))


def _by_when(one: OneContract, day: date) -> str:
    gate: Any = one.row["decision_gate"]
    end: Any = one.row["current_end"]
    if end is not None and end < day:
        return t(ENDED, day=formats.day(end))
    if gate is None:
        return _without_gate(one, day)
    if gate == day:
        return t(TODAY, day=formats.day(day))
    return _days(AHEAD if gate > day else PASSED, gate, day)


def _days(words: Text, gate: date, day: date) -> str:
    return t(words, day=formats.day(gate), left=days_words(abs((gate - day).days)))


def days_words(count: int) -> str:
    """A number of days."""
    return t(ONE_DAY) if count == 1 else t(DAYS, count=formats.number(count))


def _without_gate(one: OneContract, day: date) -> str:
    why = "; ".join(t(REASONS[code]).lower() for code in one.missing["decision_gate"])
    latest: Any = one.row["gate_no_later_than"]
    if latest is not None and latest < day:
        return f"{_days(PASSED, latest, day)} {t(NOT_ALL, why=why)}"
    if latest is not None:
        return t(AT_LATEST, day=formats.day(latest), why=why)
    return t(UNKNOWN, why=why) if why else t(NO_GATE)


def _open(one: OneContract, day: date, today: date) -> str:
    states = {row["way"]: row["state"] for row in one.ways.iter_rows(named=True)}
    named = [
        t(WAYS[key]).lower() if states[key] == "possible" else t(RISKY, way=t(WAYS[key]).lower())
        for key in KEYS
        if states[key] in OPEN_STATES
    ]
    if not named:
        return t(NOTHING_OPEN, day=formats.day(day))
    return t(OPEN_TODAY if day == today else OPEN, day=formats.day(day), ways=", ".join(named))

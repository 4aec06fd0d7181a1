"""Where do we stand on each goal, in each part of the process? Three goals by three zones, as a table of links."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from dashboard.charts.theme import STATUS
from dashboard.deck import ZONES as ZONE_WORDS
from dashboard.goals import GOAL_NAMES, OUTSIDE_SCOPE, ZONES, Goal, in_scope, indicators_in
from dashboard.text import Language, Text

CAPTION = Text(sv="Mål och processzoner", en="Goals and process zones")
GOAL = Text(sv="Mål", en="Goal")
ZONE = Text(sv="Zon {number}", en="Zone {number}")
NOT_MEASURED = Text(sv="{n} utan nyckeltal här", en="{n} without a metric here")
NONE_MEASURED = Text(sv="Inget nyckeltal mäter den här zonen ännu", en="No metric measures this zone yet")


@dataclass(frozen=True)
class Entry:
    """An indicator's metric in one zone: its status, its value in words, and the address of its page."""

    indicator: str
    zone: int
    status: str
    value: str
    address: str
    metric: str = ""  # the metric's own name, read aloud


def goal_matrix(entries: Sequence[Entry], addresses: dict[Goal, str], language: Language) -> str:
    """The matrix as HTML. A cell the steering model leaves out says so; so does an indicator nothing measures."""
    heads = "".join(f"<th scope='col'>{_zone_head(zone, language)}</th>" for zone in ZONES)
    rows = "".join(_goal_row(goal, entries, addresses[goal], language) for goal in Goal)
    corner = f"<td><span class='lw-hidden'>{GOAL.in_language(language)}</span></td>"
    caption = f"<caption class='lw-hidden'>{CAPTION.in_language(language)}</caption>"
    return f"<table class='lw-matrix'>{caption}<thead><tr>{corner}{heads}</tr></thead><tbody>{rows}</tbody></table>"


def _zone_head(number: int, language: Language) -> str:
    name = next(zone.name for zone in ZONE_WORDS if zone.number == number)
    return f"{ZONE.in_language(language, number=number)} <span>{escape(name.in_language(language))}</span>"


def _goal_row(goal: Goal, entries: Sequence[Entry], address: str, language: Language) -> str:
    name = escape(GOAL_NAMES[goal].in_language(language))
    cells = "".join(_cell(goal, zone, entries, language) for zone in ZONES)
    return f"<tr><th scope='row'><a href='{escape(address)}'>{name}</a></th>{cells}</tr>"


def _cell(goal: Goal, zone: int, entries: Sequence[Entry], language: Language) -> str:
    if not in_scope(goal, zone):
        return f"<td class='lw-outside'>{escape(OUTSIDE_SCOPE.in_language(language))}</td>"
    names = {one.key: one.name.in_language(language) for one in indicators_in(goal, zone)}
    here = [entry for entry in entries if entry.zone == zone and entry.indicator in names]
    items = "".join(_item(entry, names[entry.indicator], language) for entry in here)
    measured = {entry.indicator for entry in here}
    missing = [name for key, name in names.items() if key not in measured]
    note = _missing_note(missing, bool(measured), language) if missing else ""
    return f"<td>{f'<ul>{items}</ul>' if items else ''}{note}</td>"


def _missing_note(names: Sequence[str], has_others: bool, language: Language) -> str:
    """How many indicators nothing measures here, with their names one click away."""
    words = (NOT_MEASURED if has_others else NONE_MEASURED).in_language(language, n=len(names))
    return f"<details><summary>{escape(words)}</summary>{escape(', '.join(names))}</details>"


def _item(entry: Entry, name: str, language: Language) -> str:
    look = STATUS[entry.status]
    return (
        f"<li><a href='{escape(entry.address)}' title='{escape(entry.metric, quote=True)}'>"
        f"<span class='lw-shape' style='color:{look.fill}' aria-hidden='true'>{look.shape}</span>"
        f"<span class='lw-name'>{escape(name)}</span> <b>{escape(entry.value)}</b> "
        f"<span class='lw-word' style='color:{look.text}'>{escape(look.word.in_language(language))}</span></a></li>"
    )

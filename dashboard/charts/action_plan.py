"""Is the action plan on its way: what is done, what is late, and what comes next?"""

from datetime import date, timedelta
from typing import Any

import polars as pl

from dashboard import formats
from dashboard.charts.theme import INK, STATUS, Spec, finished
from dashboard.text import Language, Text

ROW = 44
FILLS = {"verified": "#1f4e79", "done": "#9db2c9", "open": "#dbe1e7", "late": STATUS["red"].fill}
STATES = {
    "verified": Text(sv="● Klart och kontrollerat", en="● Done and verified"),
    "done": Text(sv="◐ Klart enligt leverantören", en="◐ Done, says the supplier"),
    "open": Text(sv="○ Pågår", en="○ Under way"),
    "late": Text(sv="■ Försenat", en="■ Late"),
}
ALL_DONE = Text(sv="Handlingsplanen är genomförd och kontrollerad", en="The action plan is carried out and verified")
LATE = Text(sv="{count} av {all} åtgärder är försenade", en="{count} of {all} actions are late")
ON_TIME = Text(
    sv="{count} av {all} åtgärder är klara, ingen är försenad", en="{count} of {all} actions are done, none is late"
)
TODAY = Text(sv="I dag", en="Today")
OWNER, FROM, TO = Text(sv="Ansvarig", en="Owner"), Text(sv="Från", en="From"), Text(sv="Till", en="To")


def action_state(row: dict[str, Any], today: date) -> str:
    """verified, done, late or open: the same word in the chart and in the table."""
    if row["verified_on"] is not None:
        return "verified"
    if row["done_on"] is not None:
        return "done"
    return "late" if row["due_on"] < today else "open"


def build_action_plan(items: pl.DataFrame, today: date, language: Language) -> Spec:
    """A bar an action from its first to its last day. `items`: `description, owner, start_on, due_on, done_on,
    verified_on`, in the order they shall stand.
    """
    rows = [_value(place, row, today, language) for place, row in enumerate(items.iter_rows(named=True), start=1)]
    words = {state: STATES[state].in_language(language) for state in STATES}
    y = {"field": "name", "type": "nominal", "sort": None, "title": None, "axis": {"labelLimit": 230, "ticks": False}}
    bars = {
        "data": {"values": rows},
        "mark": {"type": "bar", "height": 20, "stroke": INK, "strokeWidth": 0.4},
        "encoding": {
            "y": y,
            "x": {
                "field": "start",
                "type": "temporal",
                "scale": {"type": "utc"},
                "title": None,
                "axis": {"format": "%Y-%m-%d", "tickCount": 4},
            },
            "x2": {"field": "end"},
            "color": {
                "field": "state",
                "type": "nominal",
                "sort": None,
                "scale": {"domain": list(words.values()), "range": list(FILLS.values())},
                "legend": {"orient": "top", "title": None, "labelLimit": 0, "columns": 2},
            },
            "tooltip": [
                {"field": "whole", "title": " "},
                {"field": "owner", "title": OWNER.in_language(language)},
                {"field": "from", "title": FROM.in_language(language)},
                {"field": "to", "title": TO.in_language(language)},
                {"field": "state", "title": " "},
            ],
        },
    }
    return finished(
        {"height": {"step": ROW}, "layer": [bars, *_today(today, language)]},
        language,
        title=headline(items, today, language),
    )


def headline(items: pl.DataFrame, today: date, language: Language) -> str:
    """How the plan stands, in one sentence."""
    states = [action_state(row, today) for row in items.iter_rows(named=True)]
    if set(states) == {"verified"}:
        return ALL_DONE.in_language(language)
    if late := states.count("late"):
        return LATE.in_language(language, count=late, all=len(states))
    return ON_TIME.in_language(language, count=states.count("done") + states.count("verified"), all=len(states))


def _value(place: int, row: dict[str, Any], today: date, language: Language) -> dict[str, Any]:
    whole = " ".join(str(row["description"]).split())
    return {
        "name": f"{place}. {whole if len(whole) < 48 else whole[:46] + '…'}",
        "whole": whole[:300],
        "owner": row["owner"],
        "start": row["start_on"].isoformat(),
        "end": (row["due_on"] + timedelta(days=1)).isoformat(),
        "from": formats.day(row["start_on"]),
        "to": formats.day(row["due_on"]),
        "state": STATES[action_state(row, today)].in_language(language),
    }


def _today(today: date, language: Language) -> list[Spec]:
    data = {"values": [{"day": today.isoformat(), "label": TODAY.in_language(language)}]}
    x = {"field": "day", "type": "temporal", "scale": {"type": "utc"}}
    text = {"type": "text", "y": 0, "dy": -8, "fontWeight": 600, "color": INK}
    return [
        {"data": data, "mark": {"type": "rule", "color": INK, "strokeWidth": 2.5}, "encoding": {"x": x}},
        {"data": data, "mark": text, "encoding": {"x": x, "text": {"field": "label", "type": "nominal"}}},
    ]

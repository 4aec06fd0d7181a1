"""Which contracts must be decided about next, and how long is there left?"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import polars as pl

from dashboard import formats
from dashboard.charts.theme import INK, STATUS, Spec, finished
from dashboard.text import Language, Text

ROW = 62
THREE_MONTHS = timedelta(days=91)
BACK, AHEAD = timedelta(days=300), timedelta(days=900)  # what the timeline shows around today
SOON, NEAR = 14, 60  # days left: red square, amber triangle
TERM, USED, OPEN = "#1f4e79", "#80a4c8", "#ffffff"

TITLE = Text(
    sv="{count} beslut måste fattas senast {day}",
    en="{count} decisions must be made by {day}",
)
ONE = Text(sv="Ett beslut måste fattas senast {day}", en="One decision must be made by {day}")
NONE = Text(sv="Inget beslut måste fattas senast {day}", en="No decision must be made by {day}")
SUBTITLE = Text(
    sv="Markören är sista dagen att besluta om förlängning, uppsägning eller ny upphandling",
    en="The mark is the last day to decide on extension, notice or new procurement",
)
PARTS = {
    "term": Text(sv="Avtalstid", en="Term"),
    "used": Text(sv="Option, utnyttjad", en="Option, used"),
    "open": Text(sv="Option, inte beslutad", en="Option, not decided"),
}
LEFT = Text(sv="{days} dagar", en="{days} days")
LATE = Text(sv="{days} dagar för sent", en="{days} days too late")
ONE_LEFT, ONE_LATE = Text(sv="1 dag", en="1 day"), Text(sv="1 dag för sent", en="1 day too late")
TODAY_LEFT = Text(sv="i dag", en="today")
TODAY = Text(sv="I dag {day}", en="Today {day}")
CONTRACT, FROM, TO = Text(sv="Avtal", en="Contract"), Text(sv="Från", en="From"), Text(sv="Till", en="To")
GATE = Text(sv="Beslut senast", en="Decide by")


def build_decision_timeline(
    rows: pl.DataFrame, soon: int, today: date, language: Language, link: Callable[[int], str]
) -> Spec:
    """A bar a contract with its term, its options used and open, and its decision gate.

    `rows`, in the order they shall stand: `contract_id, number, title, start_on, initial_end_on, current_end_on,
    max_end_on, gate_on` (all but the first three may be null); `soon`: how many gates come within three months, of
    contracts not drawn too; `link(contract_id)` is where a mark leads.
    """
    span = {"domain": [_day(today - BACK), _day(today + AHEAD)], "type": "utc", "clamp": True}
    records = [_names(place, row, link) | row for place, row in enumerate(rows.iter_rows(named=True), start=1)]
    y = {
        "field": "name",
        "type": "nominal",
        "sort": [one["name"] for one in records],
        "title": None,
        "axis": {"ticks": False, "domain": False, "labelLimit": 340, "labelPadding": 8},
    }
    axis = {"orient": "top", "format": "%Y-%m", "tickCount": 7, "grid": True}
    x = {"type": "temporal", "scale": span, "title": None, "axis": axis}
    layers = [_bars(records, x, y, language), *_gates(records, today, x, y, language), *today_line(today, x, language)]
    title = headline(soon, today, language)
    return finished(
        {"height": {"step": ROW}, "layer": layers}, language, title=title, subtitle=SUBTITLE.in_language(language)
    )


def headline(soon: int, today: date, language: Language) -> str:
    """How many gates come within three months."""
    words = TITLE if soon > 1 else ONE if soon else NONE
    return words.in_language(language, count=soon, day=formats.day(today + THREE_MONTHS))


def gate_words(gate_on: date, today: date, language: Language) -> str:
    """The days left, or how late it is."""
    days = (gate_on - today).days
    if days == 0:
        return TODAY_LEFT.in_language(language)
    one, more = (ONE_LEFT, LEFT) if days > 0 else (ONE_LATE, LATE)
    return (one if abs(days) == 1 else more).in_language(language, days=formats.number(abs(days)))


def gate_status(gate_on: date, today: date) -> str:
    """red within two weeks or passed, amber within two months, else green."""
    days = (gate_on - today).days
    return "red" if days <= SOON else "amber" if days <= NEAR else "green"


def _names(place: int, row: dict[str, Any], link: Callable[[int], str]) -> dict[str, Any]:
    title = " ".join(str(row["title"]).split())
    short = title if len(title) <= 26 else f"{title[:25]}…"
    return {"name": f"{short} {row['number']}", "place": place, "href": link(row["contract_id"])}


def _bars(records: list[dict[str, Any]], x: Spec, y: Spec, language: Language) -> Spec:
    values = [part for one in records for part in _parts(one, language)]
    words = {part: PARTS[part].in_language(language) for part in PARTS}
    scale = {"domain": list(words.values()), "range": [TERM, USED, OPEN]}
    legend = {"orient": "top", "title": None, "symbolStrokeColor": TERM, "labelLimit": 0}
    return {
        "data": {"values": values},
        "mark": {"type": "bar", "height": 32, "cursor": "pointer", "stroke": TERM, "strokeWidth": 1.4, "clip": True},
        "encoding": {
            "y": y,
            "x": {"field": "from", **x},
            "x2": {"field": "to"},
            "color": {"field": "part", "type": "nominal", "sort": None, "scale": scale, "legend": legend},
            "strokeDash": {
                "condition": {"test": f"datum.part == '{words['open']}'", "value": [6, 4]},
                "value": [1, 0],
            },
            "href": {"field": "href", "type": "nominal"},
            "tooltip": [
                {"field": "name", "title": CONTRACT.in_language(language)},
                {"field": "part", "title": " "},
                {"field": "first", "title": FROM.in_language(language)},
                {"field": "last", "title": TO.in_language(language)},
            ],
        },
    }


def _parts(row: dict[str, Any], language: Language) -> list[dict[str, Any]]:
    """The term, the options used and those not decided, each from its first day to the day after its last."""
    ends = (("term", row["initial_end_on"]), ("used", row["current_end_on"]), ("open", row["max_end_on"]))
    first, found = row["start_on"], []
    for part, last in ends:
        if first is not None and last is not None and last >= first:
            found.append(
                {
                    "name": row["name"],
                    "href": row["href"],
                    "part": PARTS[part].in_language(language),
                    "from": _day(first),
                    "to": _day(last + timedelta(days=1)),
                    "first": formats.day(first),
                    "last": formats.day(last),
                }
            )
            first = last + timedelta(days=1)
    return found


def _gates(records: list[dict[str, Any]], today: date, x: Spec, y: Spec, language: Language) -> list[Spec]:
    values = [
        {
            "name": row["name"],
            "href": row["href"],
            "day": _day(row["gate_on"]),
            "written": formats.day(row["gate_on"]),
            "left": gate_words(row["gate_on"], today, language),
            "status": gate_status(row["gate_on"], today),
        }
        for row in records
        if row["gate_on"] is not None
    ]
    looks = {status: STATUS[status] for status in ("red", "amber", "green")}
    shapes = {"red": "square", "amber": "triangle-up", "green": "circle"}
    place = {"y": y, "x": {"field": "day", **x}, "href": {"field": "href", "type": "nominal"}}
    fill = {"domain": list(looks), "range": [look.fill for look in looks.values()]}
    tooltip = [{"field": "name", "title": " "}, {"field": "written", "title": GATE.in_language(language)}]
    marks: Spec = {
        "data": {"values": values},
        "mark": {"type": "point", "filled": True, "size": 320, "stroke": "#ffffff", "strokeWidth": 2, "opacity": 1},
        "encoding": {
            **place,
            "fill": {"field": "status", "type": "nominal", "scale": fill, "legend": None},
            "shape": {
                "field": "status",
                "type": "nominal",
                "scale": {"domain": list(shapes), "range": list(shapes.values())},
                "legend": None,
            },
            "tooltip": tooltip,
        },
    }
    tests = [{"test": f"datum.status == '{status}'", "value": look.text} for status, look in looks.items()]
    words: Spec = {
        "data": {"values": values},
        "mark": {"type": "text", "dy": -25, "dx": 6, "fontWeight": 600, "align": "left"},
        "encoding": {
            **place,
            "text": {"field": "left", "type": "nominal"},
            "color": {"condition": tests, "value": INK},
        },
    }
    return [marks, words]


def today_line(today: date, x: Spec, language: Language) -> list[Spec]:
    """A rule at the day, with its date under it."""
    data = {"values": [{"day": _day(today), "label": TODAY.in_language(language, day=formats.day(today))}]}
    place = {"x": {"field": "day", **x}}
    text = {"type": "text", "y": {"expr": "height"}, "dy": 14, "fontWeight": 600, "color": INK}
    return [
        {"data": data, "mark": {"type": "rule", "color": INK, "strokeWidth": 3}, "encoding": place},
        {"data": data, "mark": text, "encoding": {**place, "text": {"field": "label", "type": "nominal"}}},
    ]


def _day(day: date) -> str:
    return day.isoformat()

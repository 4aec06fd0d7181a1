"""Which procurements start next, and how do they lie until their contracts are needed?"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

import polars as pl

from dashboard import formats
from dashboard.charts.decision_timeline import THREE_MONTHS, gate_status, gate_words, today_line
from dashboard.charts.theme import BLUE, INK, PALE_BLUE, STATUS, Spec, finished
from dashboard.text import Language, Text

ROW = 62
AIR = timedelta(days=45)  # around the first and the last day drawn: room for the words at a start
# What is shown -> the sentence for none, one and several.
TITLES: Mapping[str, tuple[Text, Text, Text]] = {
    "start": (
        Text(sv="Ingen upphandling ska starta senast {day}", en="No procurement must start by {day}"),
        Text(sv="En upphandling ska starta senast {day}", en="One procurement must start by {day}"),
        Text(sv="{count} upphandlingar ska starta senast {day}", en="{count} procurements must start by {day}"),
    ),
    "late": (
        Text(sv="Ingen upphandling är sen", en="No procurement is late"),
        Text(sv="En upphandling skulle redan ha startat", en="One procurement should have started already"),
        Text(sv="{count} upphandlingar skulle redan ha startat", en="{count} procurements should have started already"),
    ),
    "running": (
        Text(sv="Ingen upphandling pågår", en="No procurement is under way"),
        Text(sv="En upphandling pågår", en="One procurement is under way"),
        Text(sv="{count} upphandlingar pågår", en="{count} procurements are under way"),
    ),
    "over": (
        Text(sv="Ingen upphandling är klar eller avbruten", en="No procurement is done or cancelled"),
        Text(sv="En upphandling är klar eller avbruten", en="One procurement is done or cancelled"),
        Text(sv="{count} upphandlingar är klara eller avbrutna", en="{count} procurements are done or cancelled"),
    ),
}
SUBTITLE = Text(
    sv="Markören är dagen att starta. Avtalet ska gälla där den sista stapeln slutar",
    en="The mark is the day to start. The contract must hold where the last bar ends",
)
# From the day in the first column to that in the second.
PARTS: Mapping[str, tuple[str, str, Text, str]] = {
    "prepare": ("start_on", "publish_on", Text(sv="Förbereda", en="Prepare"), PALE_BLUE),
    "procure": ("publish_on", "sign_on", Text(sv="Upphandla", en="Procure"), BLUE),
    "implement": ("sign_on", "needed_on", Text(sv="Implementera", en="Implement"), "#ffffff"),
}
LINE, FROM, TO = Text(sv="Upphandling", en="Procurement"), Text(sv="Från", en="From"), Text(sv="Till", en="To")
START = Text(sv="Starta", en="Start")
BEGUN = Text(sv="pågår", en="under way")
LONGEST = 30


def build_procurement_plan(
    rows: pl.DataFrame,
    counted: tuple[str, int],
    today: date,
    language: Language,
    link: Callable[[Mapping[str, Any]], str],
) -> Spec:
    """A bar a line with its preparation, procurement and implementation, and the day to start.

    `rows`, in the order they shall stand: as `plan_lines`; lines without a start have no bars. `counted`: what is
    said (one of TITLES) and of how many, lines not drawn too; `start` is within three months. `link(row)` is where a
    mark leads.
    """
    records = [_named(place, row, link) for place, row in enumerate(rows.iter_rows(named=True), start=1)]
    first = min([today, *(one["start_on"] for one in records if one["start_on"])]) - AIR
    last = max([today, *(one["needed_on"] for one in records)]) + AIR
    x = {
        "type": "temporal",
        "scale": {"domain": [first.isoformat(), last.isoformat()], "type": "utc", "clamp": True},
        "title": None,
        "axis": {"orient": "top", "format": "%Y-%m", "tickCount": 7, "grid": True},
    }
    y = {
        "field": "name",
        "type": "nominal",
        "sort": [one["name"] for one in records],
        "title": None,
        "scale": {"paddingOuter": 0.3},  # room for the words over the first bar
        "axis": {"ticks": False, "domain": False, "labelLimit": 340, "labelPadding": 8},
    }
    layers = [_bars(records, x, y, language), *_starts(records, today, x, y, language), *today_line(today, x, language)]
    return finished(
        {"height": {"step": ROW}, "layer": layers},
        language,
        title=headline(*counted, today, language),
        subtitle=SUBTITLE.in_language(language),
    )


def headline(kind: str, count: int, today: date, language: Language) -> str:
    """How many there are of the kind."""
    words = TITLES[kind][min(count, 2)]
    return words.in_language(language, count=formats.number(count), day=formats.day(today + THREE_MONTHS))


def _named(place: int, row: dict[str, Any], link: Callable[[Mapping[str, Any]], str]) -> dict[str, Any]:
    """The row with a name of its own, also where two lines are called the same."""
    title = " ".join(str(row["title"]).split())
    short = title if len(title) <= LONGEST else f"{title[: LONGEST - 1]}…"
    return {**row, "name": f"{short} {row['number'] or f'({place})'}", "href": link(row)}


def _bars(records: list[dict[str, Any]], x: Spec, y: Spec, language: Language) -> Spec:
    values = [part for one in records for part in _parts(one, language)]
    scale = {
        "domain": [words.in_language(language) for _, _, words, _ in PARTS.values()],
        "range": [colour for *_, colour in PARTS.values()],
    }
    legend = {"orient": "top", "title": None, "symbolStrokeColor": BLUE, "labelLimit": 0}
    return {
        "data": {"values": values},
        "mark": {"type": "bar", "height": 30, "cursor": "pointer", "stroke": BLUE, "strokeWidth": 1.4, "clip": True},
        "encoding": {
            "y": y,
            "x": {"field": "from", **x},
            "x2": {"field": "to"},
            "color": {"field": "part", "type": "nominal", "sort": None, "scale": scale, "legend": legend},
            "href": {"field": "href", "type": "nominal"},
            "tooltip": [
                {"field": "name", "title": LINE.in_language(language)},
                {"field": "part", "title": " "},
                {"field": "from", "type": "nominal", "title": FROM.in_language(language)},
                {"field": "to", "type": "nominal", "title": TO.in_language(language)},
            ],
        },
    }


def _parts(row: dict[str, Any], language: Language) -> list[dict[str, Any]]:
    """The parts whose days are known and in order; a contract that is signed too late has no time to implement."""
    return [
        {
            "name": row["name"],
            "href": row["href"],
            "part": words.in_language(language),
            "from": row[first].isoformat(),
            "to": row[last].isoformat(),
        }
        for first, last, words, _ in PARTS.values()
        if row[first] is not None and row[last] is not None and row[first] < row[last]
    ]


def _starts(records: list[dict[str, Any]], today: date, x: Spec, y: Spec, language: Language) -> list[Spec]:
    """The day to start, with how long is left; of what has begun only that it has."""
    values = []
    for row in records:
        if row["start_on"] is None:
            continue
        is_waiting = row["state"] in ("planned", "undecided")
        said = gate_words(row["start_on"], today, language) if is_waiting else BEGUN.in_language(language)
        status = gate_status(row["start_on"], today) if is_waiting else "no_target"
        day = row["start_on"].isoformat()
        values.append({"name": row["name"], "href": row["href"], "day": day, "left": said, "status": status})
    shapes = {"red": "square", "amber": "triangle-up", "green": "circle", "no_target": "diamond"}
    place = {"y": y, "x": {"field": "day", **x}, "href": {"field": "href", "type": "nominal"}}
    mark = {"type": "point", "filled": True, "size": 300, "stroke": "#ffffff", "strokeWidth": 2, "opacity": 1}
    tests = [{"test": f"datum.status == '{status}'", "value": STATUS[status].text} for status in shapes]
    return [
        {
            "data": {"values": values},
            "mark": mark,
            "encoding": {
                **place,
                "fill": _scaled([STATUS[status].fill for status in shapes], list(shapes)),
                "shape": _scaled(list(shapes.values()), list(shapes)),
                "tooltip": [
                    {"field": "name", "title": " "},
                    {"field": "day", "type": "nominal", "title": START.in_language(language)},
                ],
            },
        },
        {
            "data": {"values": values},
            "mark": {"type": "text", "dy": -25, "align": "left", "fontWeight": 600},
            "encoding": {
                **place,
                "text": {"field": "left", "type": "nominal"},
                "color": {"condition": tests, "value": INK},
            },
        },
    ]


def _scaled(values: list[str], statuses: list[str]) -> Spec:
    scale = {"domain": statuses, "range": values}
    return {"field": "status", "type": "nominal", "scale": scale, "legend": None}

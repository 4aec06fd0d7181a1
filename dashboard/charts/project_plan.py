"""Which milestone of a procurement comes next, and when is each at the latest?"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from dashboard import formats
from dashboard.charts.decision_timeline import today_line
from dashboard.charts.theme import INK, STATUS, Spec, finished
from dashboard.plan_words import MILESTONE_STATES, MILESTONES, ZONES
from dashboard.rules.plans.progress import LATE, PASSED, Milestone, next_of
from dashboard.text import Language, Text

ROW = 34
AIR = timedelta(days=20)
SHADES = {1: "#e9eff5", 2: "#cfdcea", 3: "#e9eff5"}
NEXT = Text(sv="Nästa milstolpe: {name} senast {day}", en="Next milestone: {name} by {day}")
LATE_WORDS = Text(sv="{name} skulle ha varit klar {day}", en="{name} should have been done by {day}")
ALL_DONE = Text(sv="Alla milstolpar är passerade", en="Every milestone is passed")
SUBTITLE = Text(
    sv="Markören är sista dagen för varje milstolpe, räknad bakåt från dagen då avtalet ska gälla",
    en="The mark is the last day for each milestone, counted back from the day the contract must hold",
)
DONE_ON, DONE_SOME_DAY = Text(sv="klar {day}", en="done {day}"), Text(sv="klar", en="done")
DUE, STATE = Text(sv="Senast", en="By"), Text(sv="Läge", en="State")


def build_project_plan(found: Sequence[Milestone], today: date, language: Language) -> Spec:
    """A mark a milestone, in order, with its day; the zones lie behind as bands with their names."""
    values = [_record(one, language) for one in found]
    first, last = found[0].due_on, found[-1].due_on
    domain = [min(today, first) - AIR, max(today, last) + AIR]
    x = {
        "type": "temporal",
        "scale": {"domain": [day.isoformat() for day in domain], "type": "utc", "clamp": True},
        "title": None,
        "axis": {"orient": "top", "format": "%Y-%m", "tickCount": 7, "grid": True},
    }
    y = {
        "field": "name",
        "type": "nominal",
        "sort": [one["name"] for one in values],
        "title": None,
        "scale": {"padding": 1},  # room for the zones' names under the last row
        "axis": {"ticks": False, "domain": False, "labelLimit": 260, "labelPadding": 8},
    }
    layers = [*_zones(found, x, language), *_marks(values, x, y, language), *today_line(today, x, language)]
    return finished(
        {"height": {"step": ROW}, "layer": layers},
        language,
        title=headline(found, language),
        subtitle=SUBTITLE.in_language(language),
    )


def headline(found: Sequence[Milestone], language: Language) -> str:
    """The next milestone and its day."""
    one = next_of(tuple(found))
    if one is None:
        return ALL_DONE.in_language(language)
    words = LATE_WORDS if one.state == LATE else NEXT
    name = MILESTONES[one.key].in_language(language)
    said = name if one.state == LATE else name[0].lower() + name[1:]
    return words.in_language(language, name=said, day=formats.day(one.due_on))


def _record(one: Milestone, language: Language) -> dict[str, Any]:
    status, words = MILESTONE_STATES[one.state]
    return {
        "name": MILESTONES[one.key].in_language(language),
        "day": one.due_on.isoformat(),
        "status": status,
        "state": words.in_language(language),
        "label": _label(one, language),
    }


def _label(one: Milestone, language: Language) -> str:
    """Its last day, or when it was done."""
    if one.state not in PASSED:
        return formats.day(one.due_on)
    words = DONE_SOME_DAY if one.done_on is None else DONE_ON
    return words.in_language(language, day=formats.day(one.done_on))


def _zones(found: Sequence[Milestone], x: Spec, language: Language) -> list[Spec]:
    """Each zone from the end of the one before it to its last milestone."""
    values, begins = [], found[0].due_on
    for zone, words in ZONES.items():
        ends = max(one.due_on for one in found if one.zone <= zone)
        said = words.in_language(language).split(":")[0]
        values.append({"zone": zone, "from": begins.isoformat(), "to": ends.isoformat(), "words": said})
        begins = ends
    span = {"x": {"field": "from", **x}, "x2": {"field": "to"}}
    shade = {"domain": list(SHADES), "range": list(SHADES.values())}
    band: Spec = {
        "data": {"values": values},
        "mark": {"type": "rect", "clip": True},
        "encoding": {**span, "color": {"field": "zone", "type": "nominal", "scale": shade, "legend": None}},
    }
    words_mark = {"type": "text", "align": "left", "dx": 4, "y": {"expr": "height"}, "dy": -8, "color": INK}
    names: Spec = {
        "data": {"values": values},
        "mark": words_mark,
        "encoding": {"x": {"field": "from", **x}, "text": {"field": "words", "type": "nominal"}},
    }
    return [band, names]


def _marks(values: list[dict[str, Any]], x: Spec, y: Spec, language: Language) -> list[Spec]:
    shapes = {"green": "circle", "amber": "triangle-up", "red": "square", "no_target": "diamond"}
    fills = [STATUS[status].fill for status in shapes]
    place = {"y": y, "x": {"field": "day", **x}}
    tests = [{"test": f"datum.status == '{status}'", "value": STATUS[status].text} for status in shapes]

    def scaled(chosen: list[str]) -> Spec:
        scale = {"domain": list(shapes), "range": chosen}
        return {"field": "status", "type": "nominal", "scale": scale, "legend": None}

    marks: Spec = {
        "data": {"values": values},
        "mark": {"type": "point", "filled": True, "size": 230, "stroke": "#ffffff", "strokeWidth": 1.5, "opacity": 1},
        "encoding": {
            **place,
            "fill": scaled(fills),
            "shape": scaled(list(shapes.values())),
            "tooltip": [
                {"field": "name", "title": " "},
                {"field": "day", "type": "nominal", "title": DUE.in_language(language)},
                {"field": "state", "title": STATE.in_language(language)},
            ],
        },
    }
    words: Spec = {
        "data": {"values": values},
        "mark": {"type": "text", "align": "left", "dx": 14, "fontWeight": 600},
        "encoding": {
            **place,
            "text": {"field": "label", "type": "nominal"},
            "color": {"condition": tests, "value": INK},
        },
    }
    return [marks, words]

"""Is what was planned done, in each risk class? One bar a class: in time, late, not done."""

from collections.abc import Callable
from typing import Any

import polars as pl

from dashboard import formats
from dashboard.charts.parts import AIR
from dashboard.charts.theme import STATUS, Spec, finished
from dashboard.follow_up_words import CLASS_WORD, NO_CLASS, STATES
from dashboard.text import Language, Text

ROW = 44
SEGMENTS = {"done": "green", "late": "amber", "not_done": "red"}  # which status each state looks like
TITLE = Text(
    sv="{share} av de planerade uppföljningarna är gjorda i tid",
    en="{share} of the planned follow-ups are done in time",
)
SUBTITLE = Text(
    sv="Planerade uppföljningar per riskklass. Siffran efter stapeln är antalet gjorda i tid av alla planerade",
    en="Planned follow-ups by risk class. The figure after the bar is the number done in time of all planned",
)
LABEL = Text(sv="{done} av {planned}", en="{done} of {planned}")
COUNT = Text(sv="Antal", en="Count")


def build_follow_up_by_class(counts: pl.DataFrame, language: Language, link: Callable[[int | None], str]) -> Spec:
    """`counts`: `risk_class` (null: none) with `done`, `late`, `not_done`, `planned`, one row or more with something
    planned; `link(risk_class)` is where a bar leads."""
    rows = counts.filter(pl.col("planned") > 0).sort("risk_class", descending=True, nulls_last=True)
    names = {row["risk_class"]: class_name(row["risk_class"], language) for row in rows.iter_rows(named=True)}
    y = {
        "field": "name",
        "type": "nominal",
        "sort": list(names.values()),
        "title": None,
        "axis": {"ticks": False, "domain": False, "labelPadding": 8},
    }
    spec = {
        "padding": AIR,
        "height": {"step": ROW},
        "layer": [_bars(_long(rows, names, language, link), y, language), _labels(rows, names, y, language)],
    }
    return finished(spec, language, title=headline(rows, language), subtitle=SUBTITLE.in_language(language))


def class_name(risk_class: int | None, language: Language) -> str:
    """'Riskklass 3', or that there is none."""
    return (NO_CLASS if risk_class is None else CLASS_WORD).in_language(language, number=risk_class)


def headline(rows: pl.DataFrame, language: Language) -> str:
    """The share done in time of all that were planned."""
    share = int(rows["done"].sum()) / max(int(rows["planned"].sum()), 1)
    return TITLE.in_language(language, share=formats.share(share, 0))


def _long(
    rows: pl.DataFrame, names: dict[int | None, str], language: Language, link: Callable[[int | None], str]
) -> list[dict[str, Any]]:
    return [
        {
            "name": names[row["risk_class"]],
            "state": _legend(state, language),
            "place": place,
            "count": row[state],
            "href": link(row["risk_class"]),
        }
        for row in rows.iter_rows(named=True)
        for place, state in enumerate(SEGMENTS)
    ]


def _legend(state: str, language: Language) -> str:
    shape, word = STATES[state]
    return f"{shape} {word.in_language(language)}"


def _bars(values: list[dict[str, Any]], y: Spec, language: Language) -> Spec:
    colours = [STATUS[status].fill for status in SEGMENTS.values()]
    return {
        "data": {"values": values},
        "mark": {"type": "bar", "cursor": "pointer", "size": 26, "stroke": "white", "strokeWidth": 1},
        "encoding": {
            "x": {"field": "count", "type": "quantitative", "title": None, "axis": {"tickMinStep": 1, "tickCount": 6}},
            "y": y,
            "color": {
                "field": "state",
                "type": "nominal",
                "sort": None,
                "scale": {"domain": [_legend(state, language) for state in SEGMENTS], "range": colours},
            },
            "order": {"field": "place", "type": "ordinal"},
            "href": {"field": "href", "type": "nominal"},
            "tooltip": [
                {"field": "name", "title": " "},
                {"field": "state", "title": " "},
                {"field": "count", "title": COUNT.in_language(language)},
            ],
        },
    }


def _labels(rows: pl.DataFrame, names: dict[int | None, str], y: Spec, language: Language) -> Spec:
    values = [
        {
            "name": names[row["risk_class"]],
            "end": row["planned"],
            "label": LABEL.in_language(
                language, done=formats.number(row["done"]), planned=formats.number(row["planned"])
            ),
        }
        for row in rows.iter_rows(named=True)
    ]
    return {
        "data": {"values": values},
        "mark": {"type": "text", "align": "left", "dx": 6},
        "encoding": {
            "x": {"field": "end", "type": "quantitative"},
            "y": y,
            "text": {"field": "label", "type": "nominal"},
        },
    }

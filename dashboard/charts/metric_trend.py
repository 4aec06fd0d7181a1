"""How has the metric moved, and what was its target then? A line with its interval, and the dated target as steps."""

from typing import Any

import polars as pl

from dashboard.charts.parts import AIR, HALF_A_MONTH
from dashboard.charts.theme import BLUE, INK, SOFT_INK, Spec, finished
from dashboard.text import Language, Text

VALUE = Text(sv="Utfall", en="Value")
TARGET = Text(sv="Mål", en="Target")
BETWEEN = Text(sv="Mellan", en="Between")
COUNTED = Text(sv="Antal", en="Count")
HEIGHT = 300


def metric_trend(points: pl.DataFrame, language: Language, title: str, subtitle: str, number: str) -> Spec:
    """One point a period.

    `points`: `label` (the period in words, in order), `value`, `low`, `high`, `target` (null where none),
    `written`, `interval`, `target_written`, `n`. `number` is how the axis writes values, in d3's way.
    """
    labels = points["label"].to_list()
    every = max(1, -(-len(labels) // 6))
    x = {
        "field": "label",
        "type": "ordinal",
        "sort": labels,
        "title": None,
        "axis": {
            "labelAngle": 0,
            "values": [label for at, label in enumerate(reversed(labels)) if at % every == 0],
            "labelOverlap": "greedy",
        },
    }
    scale = {"zero": False, "nice": True, "padding": 12}
    y: dict[str, Any] = {"type": "quantitative", "title": None, "axis": {"format": number, "tickCount": 5}}
    layers = [_interval(y, scale), *_target(points, y, scale, language), *_line(y, scale, language)]
    spec = {
        "data": {"values": points.to_dicts()},
        "padding": {**AIR, "right": HALF_A_MONTH},
        "height": HEIGHT,
        "encoding": {"x": x},
        "layer": layers,
    }
    return finished(spec, language, title=title, subtitle=subtitle)


def _interval(y: dict[str, Any], scale: dict[str, Any]) -> Spec:
    return {
        "mark": {"type": "area", "color": BLUE, "opacity": 0.14},
        "encoding": {"y": {**y, "field": "low", "scale": scale}, "y2": {"field": "high"}},
    }


def _line(y: dict[str, Any], scale: dict[str, Any], language: Language) -> list[Spec]:
    tips = [
        {"field": "label", "title": " "},
        {"field": "written", "title": VALUE.in_language(language)},
        {"field": "interval", "title": BETWEEN.in_language(language)},
        {"field": "target_written", "title": TARGET.in_language(language)},
        {"field": "n", "title": COUNTED.in_language(language), "format": ",.0f"},
    ]
    value = {"y": {**y, "field": "value", "scale": scale}}
    return [
        {"mark": {"type": "line", "color": BLUE, "strokeWidth": 3}, "encoding": value},
        {
            "mark": {"type": "point", "filled": True, "opacity": 1, "color": BLUE, "size": 60},
            "encoding": {**value, "tooltip": tips},
        },
        {
            "transform": [
                {"filter": "isValid(datum.value)"},
                {"window": [{"op": "row_number", "as": "at"}]},
                {"joinaggregate": [{"op": "max", "field": "at", "as": "end"}]},
                {"filter": "datum.at == datum.end"},
            ],
            "mark": {"type": "text", "dy": -16, "align": "right", "dx": 14, "fontWeight": 700, "fontSize": 18},
            "encoding": {**value, "text": {"field": "written"}},
        },
    ]


def _target(points: pl.DataFrame, y: dict[str, Any], scale: dict[str, Any], language: Language) -> list[Spec]:
    if points["target"].is_null().all():
        return []
    target = {"y": {**y, "field": "target", "scale": scale}}
    first = points.filter(pl.col("target").is_not_null())["label"][0]
    return [
        {
            "mark": {"type": "line", "interpolate": "step", "color": INK, "strokeDash": [6, 4], "strokeWidth": 2},
            "encoding": target,
        },
        {
            "transform": [{"filter": {"field": "label", "equal": first}}],
            "mark": {"type": "text", "align": "left", "dy": -9, "color": SOFT_INK, "fontWeight": 600},
            "encoding": {**target, "text": {"field": "target_written"}},
        },
    ]

"""Where does the metric's value come from? One bar a group, with the target as a line; every bar is a link."""

import polars as pl

from dashboard.charts.theme import INK, STATUS, Spec, finished
from dashboard.text import Language, Text

ROW = 32
MOST = 15
COUNTED = Text(sv="Antal", en="Count")
BETWEEN = Text(sv="Mellan", en="Between")
VALUE = Text(sv="Utfall", en="Value")


def metric_split(
    groups: pl.DataFrame, language: Language, title: str, subtitle: str, target: float | None, number: str
) -> Spec:
    """`groups`: `name`, `value`, `written`, `interval`, `n`, `status` (as in the theme), `address`, in order."""
    shown = groups.filter(pl.col("value").is_not_null()).head(MOST)
    values = shown.with_columns(
        fill=_look(shown, "fill"), edge=_look(shown, "text"), label=pl.col("written") + "  " + _look(shown, "shape")
    )
    y = {
        "field": "name",
        "type": "nominal",
        "sort": shown["name"].to_list(),
        "title": None,
        "axis": {"ticks": False, "domain": False, "labelPadding": 8, "labelLimit": 300},
    }
    x = {"field": "value", "type": "quantitative", "title": None, "axis": {"format": number, "tickCount": 5}}
    spec = {
        "data": {"values": values.to_dicts()},
        "height": {"step": ROW},
        "layer": [_bars(x, y, language), *_target(target), _labels(y)],
    }
    return finished(spec, language, title=title, subtitle=subtitle)


def _bars(x: Spec, y: Spec, language: Language) -> Spec:
    tips = [
        {"field": "name", "title": " "},
        {"field": "written", "title": VALUE.in_language(language)},
        {"field": "interval", "title": BETWEEN.in_language(language)},
        {"field": "n", "title": COUNTED.in_language(language), "format": ",.0f"},
    ]
    return {
        "mark": {"type": "bar", "size": 20, "strokeWidth": 1.5, "cursor": "pointer"},
        "encoding": {
            "x": x,
            "y": y,
            "color": {"field": "fill", "type": "nominal", "scale": None},
            "stroke": {"field": "edge", "type": "nominal", "scale": None},
            "href": {"field": "address", "type": "nominal"},
            "tooltip": tips,
        },
    }


def _labels(y: Spec) -> Spec:
    """The values in a column of their own at the right, where neither bars nor the target's line cross them."""
    return {
        "mark": {"type": "text", "align": "left", "dx": 8},
        "encoding": {"x": {"value": "width"}, "y": y, "text": {"field": "label", "type": "nominal"}},
    }


def _target(target: float | None) -> list[Spec]:
    if target is None:
        return []
    return [
        {
            "data": {"values": [{"target": target}]},
            "mark": {"type": "rule", "color": INK, "strokeDash": [6, 4], "strokeWidth": 2},
            "encoding": {"x": {"field": "target", "type": "quantitative"}},
        }
    ]


def _look(frame: pl.DataFrame, part: str) -> pl.Series:
    return pl.Series(part, [getattr(STATUS[status], part) for status in frame["status"]], dtype=pl.String)

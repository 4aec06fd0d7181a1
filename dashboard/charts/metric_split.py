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
    names = shown["name"].to_list()
    y = {
        "field": "name",
        "type": "nominal",
        "sort": names,
        "title": None,
        "axis": {"ticks": False, "domain": False, "labelPadding": 8, "labelLimit": 260},
    }
    x = {"field": "value", "type": "quantitative", "title": None, "axis": {"format": number, "tickCount": 5}}
    values = shown.with_columns(
        fill=_look(shown, "fill"), edge=_look(shown, "text"), label=pl.col("written") + "  " + _look(shown, "shape")
    )
    tips = [
        {"field": "name", "title": " "},
        {"field": "written", "title": VALUE.in_language(language)},
        {"field": "interval", "title": BETWEEN.in_language(language)},
        {"field": "n", "title": COUNTED.in_language(language), "format": ",.0f"},
    ]
    bars = {
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
    labels = {
        "mark": {"type": "text", "align": "left", "dx": 8},
        "encoding": {"x": {"value": "width"}, "y": y, "text": {"field": "label", "type": "nominal"}},
    }
    line = {
        "data": {"values": [{"target": target}]},
        "mark": {"type": "rule", "color": INK, "strokeDash": [6, 4], "strokeWidth": 2},
        "encoding": {"x": {"field": "target", "type": "quantitative"}},
    }
    spec = {
        "data": {"values": values.to_dicts()},
        "height": {"step": ROW},
        "layer": [bars, *([line] if target is not None else []), labels],
    }
    return finished(spec, language, title=title, subtitle=subtitle)


def _look(frame: pl.DataFrame, part: str) -> pl.Series:
    return pl.Series(part, [getattr(STATUS[status], part) for status in frame["status"]], dtype=pl.String)

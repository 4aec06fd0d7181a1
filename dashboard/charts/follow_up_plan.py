"""Which months are full of follow-ups, in each risk class, and how much is overdue already?"""

from collections.abc import Callable
from typing import Any

import polars as pl

from dashboard import formats
from dashboard.charts.follow_up_by_class import class_name
from dashboard.charts.theme import BLUE, EMPTY, GRID, INK, STATUS, Spec, finished, locale
from dashboard.month_words import month_in_words
from dashboard.text import Language, Text

ROW = 46
DARK = 0.62  # from this part of the highest number on, white reads better than ink
Link = Callable[[int | None, int], str]
TITLE = Text(sv="Flest uppföljningar i {month}: {count}", en="Most follow-ups in {month}: {count}")
ONLY_OVERDUE = Text(
    sv="Inget är planerat de kommande tolv månaderna", en="Nothing is planned in the next twelve months"
)
SUBTITLE = Text(
    sv="Antal uppföljningar per riskklass: först de som är försenade, sedan de som är planerade varje månad",
    en="Number of follow-ups by risk class: first those that are overdue, then those planned each month",
)
OVERDUE = Text(sv="Försenade", en="Overdue")
COUNT, MONTH = Text(sv="Antal", en="Number"), Text(sv="Månad", en="Month")


def build_follow_up_plan(counts: pl.DataFrame, language: Language, link: Link) -> Spec:
    """A square a class and month with its number. `counts`: `risk_class` (null: none), `month` (0: overdue), `count`,
    one row for each class and month, in order; `link(risk_class, month)` is where a square leads."""
    names = {month: month_name(month, language) for month in counts["month"].unique(maintain_order=True)}
    most = counts.filter(pl.col("month") > 0)["count"].max() or 1
    values = [_value(row, names, language, link, int(str(most))) for row in counts.iter_rows(named=True)]
    spec = {
        "data": {"values": values},
        "height": {"step": ROW},
        "encoding": {
            "x": _axis("month", list(names.values()), {"orient": "top", "labelAngle": 0, "labelOverlap": False}),
            "y": _axis("name", list(dict.fromkeys(one["name"] for one in values)), {"labelPadding": 8}),
            "href": {"field": "href", "type": "nominal"},
            "tooltip": [
                {"field": "name", "title": " "},
                {"field": "month", "title": MONTH.in_language(language)},
                {"field": "count", "title": COUNT.in_language(language)},
            ],
        },
        "layer": [_squares(int(str(most))), _numbers()],
    }
    return finished(spec, language, title=headline(counts, language), subtitle=SUBTITLE.in_language(language))


def month_name(month: int, language: Language) -> str:
    """'mar 27', or with shape and word that it is overdue."""
    if not month:
        return f"{STATUS['red'].shape} {OVERDUE.in_language(language)}"
    return f"{locale(language)['time']['shortMonths'][month % 100 - 1]} {month // 100 % 100:02d}"


def headline(counts: pl.DataFrame, language: Language) -> str:
    """The fullest month; of two alike the first."""
    ahead = counts.filter(pl.col("month") > 0).group_by("month", maintain_order=True).agg(pl.col("count").sum())
    fullest = ahead.sort("count", "month", descending=[True, False]).row(0, named=True) if ahead.height else None
    if fullest is None or not fullest["count"]:
        return ONLY_OVERDUE.in_language(language)
    month = month_in_words(fullest["month"], language)
    return TITLE.in_language(language, month=month, count=formats.number(fullest["count"]))


def _value(row: dict[str, Any], names: dict[int, str], language: Language, link: Link, most: int) -> dict[str, Any]:
    is_overdue = not row["month"]
    kind = "none" if not row["count"] else "overdue" if is_overdue else "planned"
    return {
        "name": class_name(row["risk_class"], language),
        "month": names[row["month"]],
        "count": row["count"],
        "kind": kind,
        "is_dark": kind == "overdue" or row["count"] > DARK * most,
        "href": link(row["risk_class"], row["month"]),
    }


def _axis(field: str, order: list[str], axis: Spec) -> Spec:
    look = {"ticks": False, "domain": False, **axis}
    return {"field": field, "type": "ordinal", "sort": order, "title": None, "axis": look}


def _squares(most: int) -> Spec:
    fills = [
        {"test": "datum.kind == 'none'", "value": GRID},
        {"test": "datum.kind == 'overdue'", "value": STATUS["red"].fill},
    ]
    scale = {"domain": [0, most], "range": [EMPTY, BLUE]}
    return {
        "mark": {"type": "rect", "stroke": "white", "strokeWidth": 3, "cornerRadius": 4, "cursor": "pointer"},
        "encoding": {
            "color": {"condition": fills, "field": "count", "type": "quantitative", "scale": scale, "legend": None}
        },
    }


def _numbers() -> Spec:
    return {
        "transform": [{"filter": "datum.count > 0"}],
        "mark": {"type": "text", "fontWeight": 600, "fontSize": 16, "cursor": "pointer"},
        "encoding": {
            "text": {"field": "count", "type": "quantitative"},
            "color": {"condition": {"test": "datum.is_dark", "value": "#ffffff"}, "value": INK},
        },
    }

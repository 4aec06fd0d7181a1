"""A metric over time and by group: each a chart, and the same as a table."""

from typing import Any

import polars as pl

from dashboard import formats
from dashboard.charts.metric_split import metric_split
from dashboard.charts.metric_trend import metric_trend
from dashboard.data.overview import Measured
from dashboard.filters import KEYS, NO_ANSWER, Filters
from dashboard.language import language, t
from dashboard.layout import empty, page_url, section, show, table_behind
from dashboard.metric import AnyMetric, Better, Unit
from dashboard.metric_words import plain, value_words
from dashboard.periods import GRAIN_NAMES, Grain
from dashboard.rules.scope import NOT_STATED
from dashboard.status import DEFINITIONS, Reason, Status
from dashboard.table_html import Column
from dashboard.text import Text

PLAIN = ",~r"  # as many decimals as there are: an axis from 7 to 8 has some, one in thousands none
NUMBER = {Unit.SHARE: ".0%", Unit.KG_PER_SEK: ",.3f", Unit.SEK: ",.0f"}
BY = {
    "unit": Text(sv="Förvaltning", en="Department"),
    "category": Text(sv="Kategori", en="Category"),
    "supplier": Text(sv="Leverantör", en="Supplier"),
}
GRAINS = {
    one.value: GRAIN_NAMES[one] for one in (Grain.ROLLING, Grain.MONTH, Grain.TERTIAL, Grain.HALF_YEAR, Grain.YEAR)
}
TREND = Text(sv="{name}: från {first} till {last}", en="{name}: from {first} to {last}")
TREND_SHORT = Text(sv="{name} över tid", en="{name} over time")
TREND_HOW = Text(
    sv="{grain}. Streckad linje: målet som gällde då. Skuggat: så osäkert är värdet.",
    en="{grain}. Dashed: the target that held then. Shaded: how uncertain the value is.",
)
SPLIT_REACH = Text(sv="{n} av {all} når målet", en="{n} of {all} reach the target")
SPLIT_PLAIN = Text(sv="{name} per {by}", en="{name} by {by}")
SPLIT_HOW = Text(
    sv="Störst underlag överst, högst {most}. Streckad linje: målet. En stapel leder till sitt underlag.",
    en="Largest first, at most {most}. Dashed: the target. A bar leads to its rows.",
)
NOT_SPLIT = Text(
    sv="Underlaget säger inte vilken {by} det gäller.", en="The rows of this metric do not state the {by}."
)
VALUE = Text(sv="Utfall", en="Value")
STATUS = Text(sv="Läge", en="Status")
BETWEEN = Text(sv="Mellan", en="Between")
COVERAGE = Text(sv="Täckning", en="Coverage")
COUNT = Text(sv="Antal", en="Count")
PERIOD = Text(sv="Period", en="Period")
TARGET = Text(sv="Mål", en="Target")
MOST = 15


def widest_split(filters: Filters) -> str:
    """The first way to split that the visitor's choice has not already settled."""
    settled = {"unit": filters.unit_id, "category": filters.category_id, "supplier": filters.supplier_id}
    return next((by for by, value in settled.items() if value is None), "unit")


def trend(metric: AnyMetric, points: pl.DataFrame, grain: Grain) -> None:
    """The metric over time with the target that held then, and the same as a table."""
    spoken = language()
    rows = [_point(metric, row, spoken) for row in points.iter_rows(named=True)]
    frame = pl.DataFrame(rows, infer_schema_length=None)
    known = frame.filter(pl.col("value").is_not_null())
    if known.is_empty():
        section(t(TREND_SHORT, name=t(metric.name)))
        empty(t(DEFINITIONS[Status.NO_DATA]))
        return
    title = t(TREND, name=t(metric.name), first=known["written"][0], last=known["written"][-1])
    subtitle = t(TREND_HOW, grain=t(GRAIN_NAMES[grain]))
    show(metric_trend(frame, spoken, title, subtitle, NUMBER.get(metric.unit, PLAIN)), f"trend {metric.code}")
    columns = [
        Column("label", PERIOD),
        Column("written", VALUE),
        Column("interval", BETWEEN),
        Column("target_written", TARGET),
        Column("n", COUNT, "number"),
        Column("status", STATUS, "status"),
    ]
    table_behind(frame.reverse(), columns, title)


def _point(metric: AnyMetric, row: dict[str, Any], spoken: Any) -> dict[str, Any]:
    target = None if metric.better is Better.NEUTRAL else row["target_green"]
    return {
        "label": row[f"label_{spoken}"],
        **{name: row[name] for name in ("value", "low", "high", "n", "status")},
        "target": target,
        "written": value_words(metric, row["value"], spoken),
        "interval": _interval(metric, row, spoken),
        "target_written": plain(metric, target, spoken),
    }


def _interval(metric: AnyMetric, row: dict[str, Any], spoken: Any) -> str:
    if row["low"] is None or row["high"] is None:
        return formats.NONE
    return f"{value_words(metric, row['low'], spoken)}–{value_words(metric, row['high'], spoken)}"


def split(one: Measured, groups: pl.DataFrame, by: str) -> None:
    """The metric for each group, each a link to the rows behind it, and the same as a table."""
    metric, spoken, word = one.metric, language(), t(BY[by]).lower()
    if groups.is_empty() or groups["reason"].eq_missing(Reason.FILTER.value).all():
        empty(t(NOT_SPLIT, by=word))
        return
    rows = [_group(metric, row, by, spoken) for row in groups.iter_rows(named=True)]
    frame = pl.DataFrame(rows, infer_schema_length=None)
    target = None if metric.better in (Better.NEUTRAL, Better.BAND) else one.row["target_green"]
    judged = groups.filter(pl.col("status").is_in(["green", "amber", "red"]))
    title = (
        t(SPLIT_REACH, n=judged.filter(pl.col("status") == "green").height, all=judged.height)
        if judged.height
        else t(SPLIT_PLAIN, name=t(metric.name), by=word)
    )
    number = NUMBER.get(metric.unit, PLAIN)
    if frame["value"].is_not_null().any():
        how = t(SPLIT_HOW, most=MOST)
        show(metric_split(frame, spoken, title, how, target, number), f"split {metric.code} {by}")
    columns = [
        Column("name", BY[by], page="metric", query={"kod": "code", KEYS[f"{by}_id"]: "id"}),
        Column("written", VALUE),
        Column("status", STATUS, "status"),
        Column("interval", BETWEEN),
        Column("coverage", COVERAGE, "share", 0),
        Column("n", COUNT, "number"),
    ]
    table_behind(frame, columns, title)


def _group(metric: AnyMetric, row: dict[str, Any], by: str, spoken: Any) -> dict[str, Any]:
    key = NOT_STATED if row["id"] is None else row["id"]
    return {
        "code": metric.code,
        "id": key,
        "name": row["name"] or t(NO_ANSWER),
        **{name: row[name] for name in ("value", "n", "coverage", "status")},
        "written": value_words(metric, row["value"], spoken),
        "interval": _interval(metric, row, spoken),
        "address": page_url("metric", **{"kod": metric.code, KEYS[f"{by}_id"]: key}),
    }

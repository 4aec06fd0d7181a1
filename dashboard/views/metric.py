"""The parts of the page of one metric."""

from dataclasses import replace
from typing import Any

import polars as pl

from dashboard import formats
from dashboard.cards import draw_bullets
from dashboard.charts.metric_split import metric_split
from dashboard.charts.metric_trend import metric_trend
from dashboard.data.metric_page import Behind
from dashboard.data.overview import Measured
from dashboard.filters import KEYS, Filters, months_between
from dashboard.language import language, t
from dashboard.layout import choice, empty, facts, page_url, section, show, table, table_behind
from dashboard.metric import DECISIONS, AnyMetric, Better, Share, Unit
from dashboard.metric_cards import card_with_zones
from dashboard.metric_words import count_words, plain, sureness_words, target_words, value_words
from dashboard.periods import GRAIN_NAMES, Grain
from dashboard.status import DEFINITIONS, REASONS, Reason, Status
from dashboard.table_html import Column
from dashboard.text import Text
from dashboard.views.metric_rows_words import columns_of, money_frame, with_words

NUMBER = {Unit.SHARE: ".0%", Unit.KG_PER_SEK: ",.3f"}
BY = {
    "unit": Text(sv="Förvaltning", en="Department"),
    "category": Text(sv="Kategori", en="Category"),
    "supplier": Text(sv="Leverantör", en="Supplier"),
}
GRAINS = {
    one.value: GRAIN_NAMES[one] for one in (Grain.ROLLING, Grain.MONTH, Grain.TERTIAL, Grain.HALF_YEAR, Grain.YEAR)
}
SINCE = Text(sv="Samma tid i fjol var värdet {last_year}.", en="The same time last year the value was {last_year}.")
NO_COMPARISON = Text(sv="Det finns inget värde från i fjol att jämföra med.", en="There is no value from last year.")
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
NOT_STATED = Text(sv="Ej angiven", en="Not stated")
VALUE = Text(sv="Utfall", en="Value")
STATUS = Text(sv="Läge", en="Status")
BETWEEN = Text(sv="Mellan", en="Between")
COVERAGE = Text(sv="Täckning", en="Coverage")
COUNT = Text(sv="Antal", en="Count")
PERIOD = Text(sv="Period", en="Period")
TARGET = Text(sv="Mål", en="Target")
ROWS = Text(sv="Underlaget bakom värdet", en="The rows behind the value")
ROWS_SUM = Text(sv="{good} av {known} ger {value}.", en="{good} of {known} gives {value}.")
ROWS_UNKNOWN = Text(sv="Dessutom {unknown} som inte går att bedöma.", en="And {unknown} that cannot be judged.")
ROWS_COUNTED = Text(sv="{n} rader.", en="{n} rows.")
WHICH = Text(sv="Visa", en="Show")
WHICH_ROWS = {
    "alla": Text(sv="Alla", en="All"),
    "ja": Text(sv="De som räknas in", en="Those that count"),
    "nej": Text(sv="De som inte räknas in", en="Those that do not"),
    "okand": Text(sv="De som inte går att bedöma", en="Those that cannot be judged"),
}
YES = Text(sv="Ja", en="Yes")
NO = Text(sv="Nej", en="No")
UNJUDGED = Text(sv="Går inte att bedöma", en="Cannot be judged")
DEFINITION = Text(sv="Så räknas det", en="How it is counted")
WHY = Text(sv="Varför", en="Why")
FORMULA = Text(sv="Formel", en="Formula")
PITFALLS = Text(sv="Att tänka på", en="Bear in mind")
SOURCE = Text(sv="Källa", en="Source")
OWNER = Text(sv="Ansvarig", en="Owner")
SERVES = Text(sv="Leder till beslut om att", en="Leads to decisions to")
CODE = Text(sv="Kod", en="Code")
REVIEWED = Text(sv="Definitionen granskad", en="Definition reviewed")
TARGET_SOURCE = Text(sv="Målet kommer från", en="The target comes from")
SURENESS = Text(sv="Säkerhet", en="Certainty")
PREVIOUS = Text(sv="Perioden före", en="The period before")
LAST_YEAR = Text(sv="Samma tid i fjol", en="Same time last year")
P80 = Text(sv="80 % ligger på högst", en="80 % are at most")
STATUS_MEANS = Text(sv="Läget betyder", en="The status means")
MOST = 15
YEAR = 12
SHOWN_ROWS = 25


def sentence(one: Measured) -> str:
    """The value, its target, and last year's value, in a sentence or two."""
    metric, row, spoken = one.metric, one.row, language()
    if row["value"] is None:
        reason = t(REASONS[Reason(row["reason"])]) if row["reason"] else t(DEFINITIONS[Status.NO_DATA])
        return f"{reason}. {count_words(metric, row, spoken)}."
    first = f"{value_words(metric, row['value'], spoken)}, {target_words(metric, row, spoken)}."
    if row["last_year"] is None:
        return f"{first} {t(NO_COMPARISON)}"
    return f"{first} {t(SINCE, last_year=value_words(metric, row['last_year'], spoken))}"


def value(one: Measured) -> None:
    """The value as a bar with its target, and everything that says how to read it."""
    draw_bullets([replace(card_with_zones(one), name=t(one.metric.question), address="")])


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
    show(metric_trend(frame, spoken, title, subtitle, NUMBER.get(metric.unit, ",.0f")), f"trend {metric.code}")
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


def widest_split(filters: Filters) -> str:
    """The first way to split that the visitor's choice has not already settled."""
    settled = {"unit": filters.unit_id, "category": filters.category_id, "supplier": filters.supplier_id}
    return next((by for by, value in settled.items() if value is None), "unit")


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
    number = NUMBER.get(metric.unit, ",.0f")
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
    return {
        "code": metric.code,
        "id": row["id"],
        "name": row["name"] or t(NOT_STATED),
        **{name: row[name] for name in ("value", "n", "coverage", "status")},
        "written": value_words(metric, row["value"], spoken),
        "interval": _interval(metric, row, spoken),
        "address": page_url("metric", **{"kod": metric.code, KEYS[f"{by}_id"]: row["id"]}) if row["id"] else None,
    }


def rows(one: Measured, found: Behind) -> None:
    """The rows behind the value, with sums that are the value; all of them, or those that count in one way."""
    section(t(ROWS), _sum_words(one, found))
    frame = with_words(found.rows, found.frame, language())
    if isinstance(one.metric, Share):
        which = choice(WHICH, "visa", WHICH_ROWS, default="alla")
        frame = frame.filter(_is_in(which))
    shown = frame.head(SHOWN_ROWS)
    shown = shown.with_columns(_judged(one.metric, shown))
    table(shown, columns_of(found.frame, one.metric), t(ROWS), total=frame.height)


def _is_in(which: str) -> pl.Expr:
    counts = pl.col("good_of").fill_null(0) != 0
    match which:
        case "ja":
            return pl.col("is_known") & counts
        case "nej":
            return pl.col("is_known") & ~counts
        case "okand":
            return ~pl.col("is_known")
    return pl.lit(True)


def _sum_words(one: Measured, found: Behind) -> str:
    metric = one.metric
    if found.rows.is_empty():
        return ""
    if not isinstance(metric, Share):
        return t(ROWS_COUNTED, n=formats.number(found.rows.height))
    written = formats.kronor if money_frame(metric) else formats.number
    words = t(
        ROWS_SUM,
        good=written(round(found.good)),
        known=written(round(found.known)),
        value=value_words(metric, one.row["value"], language()),
    )
    return f"{words} {t(ROWS_UNKNOWN, unknown=written(round(found.unknown)))}" if found.unknown else words


def _judged(metric: AnyMetric, shown: pl.DataFrame) -> pl.Series:
    """In words, how each row counts: yes, no, cannot be judged; or its own value."""
    yes, no, unjudged = t(YES), t(NO), t(UNJUDGED)
    words = [
        unjudged
        if not is_known
        else (yes if good else no)
        if isinstance(metric, Share)
        else value_words(metric, good, language())
        for good, is_known in shown.select("good_of", "is_known").iter_rows()
    ]
    return pl.Series("judged", words, dtype=pl.String)


def definition(one: Measured) -> None:
    """What the metric is, who answers for it, and what it may not be used for."""
    metric, row = one.metric, one.row
    section(t(DEFINITION), t(metric.question))
    known = {
        t(WHY): t(metric.why),
        t(FORMULA): t(metric.formula),
        t(PITFALLS): t(metric.pitfalls),
        t(SOURCE): t(metric.source),
        t(OWNER): t(metric.owner),
        t(SERVES): ", ".join(t(DECISIONS[kind]) for kind in metric.serves),
        t(CODE): metric.code,
        t(REVIEWED): formats.day(metric.reviewed),
    }
    if row["target_source"]:
        known[t(TARGET_SOURCE)] = row["target_source"]
    facts(known)


def reading(one: Measured) -> None:
    """How sure the value is and what it is compared with, as names and values."""
    metric, row, spoken = one.metric, one.row, language()
    known = {
        t(SURENESS): sureness_words(metric, row, spoken) or formats.NONE,
        t(LAST_YEAR): value_words(metric, row["last_year"], spoken),
    }
    if len(months_between(row["period_from"], row["period_to"])) != YEAR:  # else the same as last year
        known[t(PREVIOUS)] = value_words(metric, row["previous"], spoken)
    if row["p80"] is not None:
        known[t(P80)] = value_words(metric, row["p80"], spoken)
    if row["status"] in set(Status):
        known[t(STATUS_MEANS)] = t(DEFINITIONS[Status(row["status"])])
    facts(known)

"""The rows behind a metric's value, with sums that are the value."""

import polars as pl

from dashboard import formats
from dashboard.data.metric_page import Behind
from dashboard.data.overview import Measured
from dashboard.language import language, t
from dashboard.layout import choice, section, table
from dashboard.metric import AnyMetric, Share
from dashboard.metric_words import value_words
from dashboard.text import Text
from dashboard.views.metric_rows_words import columns_of, money_frame, with_words

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
SHOWN_ROWS = 25


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

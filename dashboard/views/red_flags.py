"""The parts of the page of red flags: how many of each, and each with its arithmetic and what to look for."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import polars as pl

from dashboard import formats
from dashboard.charts.red_flags import build_red_flags
from dashboard.data.changes import PART
from dashboard.data.red_flags import METRICS, Raised
from dashboard.filters import KEYS
from dashboard.language import language, t
from dashboard.layout import empty, page_url, section, show, table, table_behind
from dashboard.metric_words import count_words, value_words
from dashboard.metrics import metric
from dashboard.rules.red_flags import all_flags
from dashboard.rules.red_flags.kind import NO_VERDICT, Flag
from dashboard.table_html import Column
from dashboard.text import Text

FLAG_KEY, ALL = "flagga", "alla"
FEW, LISTED = 10, 100
FLAGS = {flag.key: flag for flag in all_flags()}
CHOICES = {ALL: Text(sv="Alla", en="All")} | {key: flag.name for key, flag in FLAGS.items()}

FOUND = Text(
    sv="{count} anledningar att titta: {parts}. Ingen av dem är en dom.",
    en="{count} reasons to look: {parts}. None of them is a verdict.",
)
ONE = Text(sv="En anledning att titta: {parts}. Den är ingen dom.", en="One reason to look: {parts}. It is no verdict.")
NONE = Text(sv="Ingen anledning att titta närmare i det här urvalet.", en="No reason to look closer in this selection.")
NO_DATA = Text(
    sv="Underlag saknas: här finns varken anbud, annonserade upphandlingar eller avtalsändringar att titta på.",
    en="Data missing: there are no bids, announced procurements or contract changes to look at.",
)
NOTHING_OF = Text(sv="Underlag saknas: {what} i urvalet.", en="Data missing: {what} in the selection.")
LOOK = Text(sv="Att titta efter: {look}", en="What to look for: {look}")
QUIET = Text(sv="Ingen flagga. {count} {what} har gåtts igenom.", en="No flag. {count} {what} were looked at.")
OF = {
    "single_bid": Text(sv="delar med anbud", en="lots with bids"),
    "few_bids": Text(sv="delar med anbud", en="lots with bids"),
    "review_rate": Text(sv="kategorier med tillräckligt många upphandlingar", en="categories with enough procurements"),
    "late_changes": Text(sv="avtalsändringar", en="contract changes"),
    "large_changes": Text(sv="ändrade avtal", en="changed contracts"),
}
NONE_OF = {
    "single_bid": Text(sv="inga anbud är registrerade", en="no bids are registered"),
    "few_bids": Text(sv="inga anbud är registrerade", en="no bids are registered"),
    "review_rate": Text(
        sv="ingen kategori har tillräckligt många annonserade upphandlingar",
        en="no category has enough announced procurements",
    ),
    "late_changes": Text(sv="inga avtalsändringar är registrerade", en="no contract changes are registered"),
    "large_changes": Text(sv="inga avtalsändringar är registrerade", en="no contract changes are registered"),
}
COUNTS = Text(sv="Antal per flagga", en="Number per flag")
FLAG, COUNT, LOOKED_AT = Text(sv="Flagga", en="Flag"), Text(sv="Antal", en="Number"), Text(sv="Av", en="Of")
THING, WHY = Text(sv="Gäller", en="About"), Text(sv="Varför", en="Why")
FOLLOWED = Text(sv="Nyckeltal som följer samma sak", en="Metrics that follow the same thing")
STATUS = Text(sv="Läge", en="Status")
METRIC, VALUE = Text(sv="Nyckeltal", en="Metric"), Text(sv="Värde", en="Value")
SHOWN = (*METRICS.values(), "K-KAT-2b")  # and the extensions forced by beginning too late


def sentence(raised: Sequence[Raised]) -> str:
    """How many there are of each flag."""
    count = sum(one.rows.height for one in raised)
    if not count:
        return t(NONE)
    parts = [
        f"{t(FLAGS[one.key].name).lower()} ({formats.number(one.rows.height)})" for one in raised if one.rows.height
    ]
    return t(ONE if count == 1 else FOUND, count=formats.number(count), parts=", ".join(parts))


def picture(raised: Sequence[Raised]) -> None:
    """How many of each flag, with the table behind."""
    rows = pl.DataFrame(
        [(one.key, t(FLAGS[one.key].name), one.rows.height, one.of) for one in raised],
        schema={"key": pl.String, "name": pl.String, "count": pl.Int64, "of": pl.Int64},
        orient="row",
    )
    show(build_red_flags(rows, language(), lambda key: page_url("red_flags", **{FLAG_KEY: key})), "red_flags")
    columns = [
        Column("name", FLAG, page="red_flags", query={FLAG_KEY: "key"}),
        Column("count", COUNT, "number"),
        Column("of", LOOKED_AT, "number"),
    ]
    table_behind(rows, columns, t(COUNTS))


def flags(raised: Sequence[Raised], chosen: str) -> None:
    """Each flag in full where one is chosen, else the first of each."""
    for one in raised:
        if chosen in (ALL, one.key):
            _flag(one, FEW if chosen == ALL else LISTED)


def _flag(one: Raised, most: int) -> None:
    flag = FLAGS[one.key]
    section(t(flag.name), f"{t(NO_VERDICT)} {t(LOOK, look=t(flag.look))}")
    if not one.of:
        empty(t(NOTHING_OF, what=t(NONE_OF[one.key])))
    elif one.rows.is_empty():
        empty(t(QUIET, count=formats.number(one.of), what=t(OF[one.key])))
    else:
        said = [
            {"thing": _thing(row, flag), "why": flag.arithmetic(row, language())}
            for row in one.rows.head(most).iter_rows(named=True)
        ]
        columns = [Column("thing", THING, "html"), Column("why", WHY)]
        table(pl.DataFrame(said), columns, t(flag.name), most, one.rows.height)


def followed(values: pl.DataFrame) -> None:
    """What the same questions are followed by over time; each leads to its page and the rows behind it."""
    section(t(FOLLOWED))
    rows = {row["code"]: row for row in values.filter(pl.col("code").is_in(SHOWN)).iter_rows(named=True)}
    said = [
        {
            "code": code,
            "name": t(metric(code).name),
            "value": value_words(metric(code), rows[code]["value"], language()),
            "n": count_words(metric(code), rows[code], language()),
            "status": rows[code]["status"],
        }
        for code in SHOWN
    ]
    columns = [
        Column("name", METRIC, page="metric", query={"kod": "code"}),
        Column("value", VALUE),
        Column("n", LOOKED_AT),
        Column("status", STATUS, "status"),
    ]
    table(pl.DataFrame(said), columns, t(FOLLOWED))


def _thing(row: Mapping[str, Any], flag: Flag) -> str:
    """What it is about, as a link: to the contract and its changes, else to the metric's rows for the category."""
    words = escape(row["thing"] or formats.NONE)
    if row["contract_id"] is not None:
        part = PART if flag.about == "contract_id" else None
        address = page_url("contract", **{"id": row["contract_id"], "del": part})
    else:
        category = {KEYS["category_id"]: row["category_id"]}
        address = page_url("metric", kod=METRICS[flag.key], **category)
    return f"<a href='{escape(address)}'>{words}</a>"

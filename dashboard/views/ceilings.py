"""The parts of the page of ceilings: the picture of those that need attention, and the table of all."""

from html import escape
from typing import Any

import polars as pl

from dashboard import formats
from dashboard.ceiling_words import STATES
from dashboard.charts.ceiling_shares import build_ceiling_shares
from dashboard.charts.theme import STATUS
from dashboard.language import language, t
from dashboard.layout import page_url, paragraph, section, show, table
from dashboard.rules.ceilings_forecast.limits import WHOLE, CeilingLimits
from dashboard.table_html import Column
from dashboard.text import Text

SHOWN = 8
LISTED = 100
PART = {"del": "tak"}
NUMBER, TITLE = Text(sv="Avtal", en="Contract"), Text(sv="Rubrik", en="Title")
SUPPLIER = Text(sv="Leverantör", en="Supplier")
STATE = Text(sv="Läge", en="State")
USED, CEILING = Text(sv="Använt", en="Used"), Text(sv="Tak", en="Ceiling")
SHARE = Text(sv="Andel", en="Share")
FORECAST = Text(sv="Nås omkring", en="Reached about")
BETWEEN = Text(sv="Mellan", en="Between")
DAYS = Text(sv="Dagar före slutet", en="Days before the end")
ENDS = Text(sv="Slutar", en="Ends")
LIST = Text(sv="Avtalen, det taket som är närmast först", en="The contracts, the closest ceiling first")
RANGE = Text(sv="{first} och {last}", en="{first} and {last}")
FROM = Text(sv="tidigast {first}", en="{first} at the earliest")
ABOUT = Text(
    sv="Gränserna är daterade uppgifter som kan ändras: {watch} följ taket, {reprocure} pröva ny upphandling, {stop} "
    "inga nya avrop utan beslut. De gäller sedan {since} och är kommunens egna planeringsvärden.",
    en="The limits are dated data that can be changed: {watch} watch the ceiling, {reprocure} consider a new "
    "procurement, {stop} no new call-offs without a decision. They hold since {since} and are the municipality's own.",
)
COUNTED = Text(
    sv="Räknat: fakturor på avtalet till och med {day}, avrop under det en gång, och beställningar från de senaste "
    "{months} månaderna som inte är fakturerade.",
    en="Counted: invoices on the contract up to {day}, call-offs under it once, and orders of the last {months} months "
    "that are not invoiced.",
)


def attention(rows: pl.DataFrame, limits: CeilingLimits) -> None:
    """The ceilings closest to being reached as bars; the table under them says the same."""
    needed = rows.filter("needs_attention").head(SHOWN)
    if needed.height:
        link = lambda key: page_url("contract", id=key, **PART)  # noqa: E731 - handed on as it is
        show(build_ceiling_shares(needed, rows, limits, language(), link), "ceilings")


def ceiling_list(rows: pl.DataFrame) -> None:
    """Every contract with its state, its use and its forecast."""
    section(t(LIST))
    first = rows.head(LISTED)
    shown = first.with_columns(
        pl.Series("said", [_state(row) for row in first.iter_rows(named=True)], dtype=pl.String),
        pl.Series("ceiling", [_ceiling(value) for value in first["ceiling_ore"]], dtype=pl.String),
        pl.Series("between", [_between(row) for row in first.iter_rows(named=True)], dtype=pl.String),
        part=pl.lit(PART["del"]),
    )
    columns = [
        Column("number", NUMBER, "code", page="contract", query={"id": "contract_id", "del": "part"}),
        Column("title", TITLE),
        Column("supplier_name", SUPPLIER),
        Column("said", STATE, "html"),
        Column("used_ore", USED, "short_kr"),
        Column("ceiling", CEILING, "code"),
        Column("used_share", SHARE, "share", decimals=0),
        Column("forecast_on", FORECAST, "day"),
        Column("between", BETWEEN),
        Column("days_before_end", DAYS, "number"),
        Column("to_on", ENDS, "day"),
    ]
    table(shown, columns, t(LIST), LISTED, rows.height)


def _state(row: dict[str, Any]) -> str:
    look = STATUS[row["status"]]
    return f"<span class='lw-status' style='color:{look.text}'>{look.shape} {escape(t(STATES[row['state']]))}</span>"


def _ceiling(value: int | None) -> str:
    return t(STATES["unknown"]) if value is None else formats.short_kronor(value)


def _between(row: dict[str, Any]) -> str:
    first, last = row["earliest_on"], row["latest_on"]
    if first is None or row["is_full"]:
        return formats.NONE
    if last is None:
        return t(FROM, first=formats.day(first))
    return t(RANGE, first=formats.day(first), last=formats.day(last))


def about_limits(limits: CeilingLimits, as_of: str, since: str) -> None:
    """What the limits are, since when, and what is counted."""
    parts = {"watch": limits.watch_share, "reprocure": limits.reprocure_share, "stop": limits.stop_share}
    paragraph(t(ABOUT, since=since, **{name: formats.share(part / WHOLE, 0) for name, part in parts.items()}))
    paragraph(t(COUNTED, day=as_of, months=limits.order_months))

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

SHOWN, FULL = 8, 3
LISTED = 100
PART = {"del": "tak"}
NUMBER, TITLE = Text(sv="Avtal", en="Contract"), Text(sv="Rubrik", en="Title")
STATE = Text(sv="Läge", en="State")
USED, CEILING = Text(sv="Använt", en="Used"), Text(sv="Tak", en="Ceiling")
SHARE = Text(sv="Andel", en="Share")
FORECAST = Text(sv="Nås omkring", en="Reached about")
DAYS = Text(sv="Dagar före slutet", en="Days before the end")
LIST = Text(sv="Avtalen, det taket som är närmast först", en="The contracts, the closest ceiling first")
RANGE = Text(sv="{first} till {last}", en="{first} to {last}")
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
    """Some ceilings that are reached and those closest to it, as bars; the table under them says the same."""
    needed = in_whole_percent(rows).filter("needs_attention")
    full = needed.filter("is_full").head(FULL)  # the others can still be helped
    shown = pl.concat([full, needed.filter(~pl.col("is_full")).head(SHOWN - full.height)])
    if shown.height:
        link = lambda key: page_url("contract", id=key, **PART)  # noqa: E731 - handed on as it is
        show(build_ceiling_shares(shown, rows, limits, language(), link), "ceilings")


def ceiling_list(rows: pl.DataFrame) -> None:
    """Every contract with its state, its use and its forecast."""
    section(t(LIST))
    first = in_whole_percent(rows.head(LISTED))
    shown = first.with_columns(
        pl.Series("said", [_state(row) for row in first.iter_rows(named=True)], dtype=pl.String),
        pl.Series("ceiling", [_ceiling(value) for value in first["ceiling_ore"]], dtype=pl.String),
        pl.Series("reached", [_reached(row) for row in first.iter_rows(named=True)], dtype=pl.String),
        part=pl.lit(PART["del"]),
    )
    columns = [
        Column("number", NUMBER, "code", page="contract", query={"id": "contract_id", "del": "part"}),
        Column("title", TITLE),
        Column("said", STATE, "html"),
        Column("used_ore", USED, "short_kr"),
        Column("ceiling", CEILING, "code"),
        Column("used_share", SHARE, "share", decimals=0),
        Column("reached", FORECAST, "html"),
        Column("days_before_end", DAYS, "number"),
    ]
    table(shown, columns, t(LIST), LISTED, rows.height)


def in_whole_percent(rows: pl.DataFrame) -> pl.DataFrame:
    """Shares cut and never rounded up: 99.6 per cent is not the whole ceiling."""
    percent = (pl.col("used_share") * 100 + 1e-9).floor()
    return rows.with_columns(used_share=percent / 100)


def _state(row: dict[str, Any]) -> str:
    look = STATUS[row["status"]]
    return f"<span class='lw-status' style='color:{look.text}'>{look.shape} {escape(t(STATES[row['state']]))}</span>"


def _ceiling(value: int | None) -> str:
    return t(STATES["unknown"]) if value is None else formats.short_kronor(value)


def _reached(row: dict[str, Any]) -> str:
    """The day, and under it the days it may lie between."""
    first, last, day = row["earliest_on"], row["latest_on"], formats.day(row["forecast_on"])
    if first is None or row["is_full"]:
        return day
    words = FROM if last is None else RANGE
    return f"{day}<p class='lw-small lw-day'>{t(words, first=formats.day(first), last=formats.day(last))}</p>"


def about_limits(limits: CeilingLimits, as_of: str, since: str) -> None:
    """What the limits are, since when, and what is counted."""
    parts = {"watch": limits.watch_share, "reprocure": limits.reprocure_share, "stop": limits.stop_share}
    paragraph(t(ABOUT, since=since, **{name: formats.share(part / WHOLE, 0) for name, part in parts.items()}))
    paragraph(t(COUNTED, day=as_of, months=limits.order_months))

"""Every metric's value, target and status for the twelve months that end with a day."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from dashboard.console import print_json, print_table
from dashboard.data.build import current_edition
from dashboard.data.metric_values import values_of
from dashboard.data.tables import read_tables
from dashboard.filters import rolling
from dashboard.formats import day, number, period
from dashboard.metric_words import target_words, value_words
from dashboard.metrics import metric
from dashboard.rules.scope import left_out
from dashboard.status import STATUS_NAMES, Status

COLUMNS = ("Kod", "Nyckeltal", "Värde", "Mål", "Läge", "Antal")


def show_metrics(as_of: date | None, today: date, *, as_json: bool) -> None:
    """Prints one row for each metric; `as_of` is the edition's day unless a person names another."""
    edition = current_edition(today)
    until = as_of or edition.as_of
    tables = read_tables(edition)
    filters = replace(rolling(last_whole_month(until)), left_out=left_out(tables["unit"], "kommun"))
    rows = values_of(tables, filters, until).rows(named=True)
    if as_json:
        named = [{"code": row["code"], "name": metric(row["code"]).name.sv} | row for row in rows]
        period_asked = {"period_from": filters.period_from, "period_to": filters.period_to}
        print_json({"as_of": until, **period_asked, "edition": edition.number, "metrics": named})
        return
    title = f"Nyckeltal {period(filters.period_from)} – {period(filters.period_to)}, läget {day(until)}"
    print_table(title, COLUMNS, [_row(row) for row in rows])


def last_whole_month(until: date) -> int:
    """The last month that had ended when `until` was over: 202611 for 2026-11-30, 202610 for 2026-11-29."""
    ended = (until + timedelta(days=1)).replace(day=1) - timedelta(days=1)
    return ended.year * 100 + ended.month


def _row(row: dict[str, Any]) -> tuple[object, ...]:
    one = metric(row["code"])
    status = STATUS_NAMES[Status(row["status"])].sv
    return (
        one.code,
        one.name.sv,
        value_words(one, row["value"], "sv"),
        target_words(one, row, "sv"),
        status,
        number(row["n"]),
    )

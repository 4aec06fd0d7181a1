"""By when each contract must be decided on, which ways are open, and why a date is missing. For scripts and mail."""

from datetime import date
from typing import Any

import polars as pl

from dashboard.console import print_json, print_table
from dashboard.data.build import current_edition, sample_day
from dashboard.data.ceiling_frames import read_last_days
from dashboard.data.decision_frames import Decisions, decisions_on, read_decision_frames
from dashboard.decision_words import DATES, REASONS, STATES, WAYS
from dashboard.formats import day
from dashboard.rules.decisions.ways import KEYS, count_ways
from data_access.engine import reading
from data_access.errors import Refused

Row = dict[str, Any]
OF_CONTRACT = (
    *("id", "number", "title", "supplier_name", "is_ended", "is_secret"),
    *DATES,
    *("end_possible", "auto_extension_stop", "reprocure_start_unreviewed", "gate_no_later_than"),
    *("is_end_forecast", "options_used", "options_left", "lead_days", "lead_source", "buffer_days"),
    *("decision_id", "decision_kind", "decided_on", "is_handled", "alert_from_on", "work_state"),
)
COLUMNS = (
    *("Avtal", "Slutar", "Som längst", "Förläng senast", "Besluta senast", "Säg upp senast"),
    *("Upphandla senast", "Beslutspunkt", "Räcker till", "Lucka", "Vägar", "Varför något saknas"),
)
FORECAST = "prognos"  # the day is when the ceiling is forecast to be reached


def show_decisions(as_of: date | None, number: str | None, today: date, *, as_json: bool) -> None:
    """Prints one row for each contract, the next decision first. A day leaves out what happened later.

    The day is `as_of`, else the made-up municipality's own, else `today`. The table and the counts leave out contracts
    that have ended, and the counts leave out secret ones, as the page does; `number` asks for a single one. Raises
    Refused (`contract_number_unknown`).
    """
    until = as_of or sample_day() or today
    with reading() as connection:
        frames = read_decision_frames(connection)
    found = decisions_on(frames, until, read_last_days(current_edition(today), until))
    rows = _rows(found, number)
    if as_json:
        running = found.dated.filter(~pl.col("is_ended"), ~pl.col("is_secret"))["id"]
        counts = count_ways(found.ways.filter(pl.col("contract_id").is_in(running.implode())))
        documents = [_document(row) for row in rows]
        print_json({"as_of": until, "contracts": documents, "counts": counts.rows(named=True)})
        return
    shown = [row for row in rows if number is not None or not row["is_ended"]]
    print_table(f"Beslutspunkter {day(until)}: {len(shown)} avtal", COLUMNS, [_cells(row) for row in shown])


def _rows(found: Decisions, number: str | None) -> list[Row]:
    """A row a contract, the first gate first: OF_CONTRACT, `ways` and `missing`. A secret one keeps only its number."""
    wanted = found.dated if number is None else found.dated.filter(pl.col("number") == number)
    if number is not None and wanted.is_empty():
        raise Refused("contract_number_unknown", number=number)
    named = wanted.with_columns(pl.when(~pl.col("is_secret")).then(pl.col("title", "supplier_name")))
    ways: dict[int, list[Row]] = {}
    for way in found.ways.iter_rows(named=True):
        ways.setdefault(way["contract_id"], []).append(way)
    missing = {row["id"]: row for row in found.missing.iter_rows(named=True)}
    rows = named.sort("decision_gate", "gate_no_later_than", "number", nulls_last=True).select(OF_CONTRACT)
    return [{**row, "ways": ways[row["id"]], "missing": missing[row["id"]]} for row in rows.iter_rows(named=True)]


def _document(row: Row) -> Row:
    """The contract as JSON: days as text, codes with their words."""
    missing = {name: _said(codes) for name, codes in row["missing"].items() if name in DATES and codes}
    ways = [_way(way) for way in row["ways"]]
    kept = {name: value for name, value in row.items() if name not in ("ways", "missing", "supplier_name")}
    return {
        **kept,
        "supplier": row["supplier_name"],
        "ways": ways,
        "missing": missing,
        "faults": _said(row["missing"]["faults"]),
    }


def _way(way: Row) -> Row:
    kept = {name: value for name, value in way.items() if name not in ("contract_id", "reasons")}
    names = {"name": WAYS[way["way"]].sv, "state_name": STATES[way["state"]].sv}
    return {**kept, **names, "reasons": _said(way["reasons"])}


def _said(codes: list[str]) -> list[Row]:
    return [{"code": code, "text": REASONS[code].sv} for code in codes]


def _cells(row: Row) -> tuple[object, ...]:
    dates: list[object] = [row[name] if name == "gap_days" else day(row[name]) for name in DATES]
    if row["is_end_forecast"]:
        dates[list(DATES).index("effective_end")] = f"{day(row['effective_end'])}\n{FORECAST}"
    why = dict.fromkeys(code for name in DATES for code in row["missing"][name])
    codes = dict.fromkeys((*why, *row["missing"]["faults"]))
    by_key = {way["way"]: way for way in row["ways"]}
    ways = "\n".join(_way_words(by_key[key]) for key in KEYS)
    return row["number"], *dates, ways, "\n".join(REASONS[code].sv for code in codes) or None


def _way_words(way: Row) -> str:
    """'Förläng: möjlig till 2026-08-28', 'Upphandla: för sent sedan 2026-07-11'."""
    words = f"{WAYS[way['way']].sv}: {STATES[way['state']].sv.lower()}"
    if way["last_on"] is not None:
        return f"{words} till {day(way['last_on'])}"
    return words if way["turned_on"] is None else f"{words} sedan {day(way['turned_on'])}"

"""The day that can be moved, and one contract's ways, dates and options."""

from collections.abc import Mapping
from datetime import date
from html import escape
from typing import Any

import polars as pl
import streamlit as st

from dashboard import formats
from dashboard.charts.theme import STATUS
from dashboard.data.decision_page import OneContract
from dashboard.decision_words import DATES, FORECAST, OPTION_MODES, OPTION_STATES, REASONS, STATES, WAYS
from dashboard.language import t
from dashboard.layout import facts, paragraph, section, table
from dashboard.rules.decisions.ways import KEYS
from dashboard.table_html import Column
from dashboard.text import Text

DAY_KEY = "dag"
DAY = Text(sv="Hur ser det ut den dagen?", en="How does it look on that day?")
NO_FAULT = frozenset({"no_option", "no_option_left", "option_declined", "open_ended"})  # then there is no such day
LOOKS = {
    "possible": STATUS["green"],
    "possible_with_risk": STATUS["amber"],
    "too_late": STATUS["red"],
    "not_offered": STATUS["no_target"],
    "unknown": STATUS["no_data"],
}
WAY, STATE = Text(sv="Väg", en="Way"), Text(sv="Läge", en="Standing")
GAP = Text(sv="Dagar utan avtal", en="Days without a contract")
COUNTS = Text(sv="Vilka vägar är öppna?", en="Which ways are open?")
TURNED = Text(sv="Sedan", en="Since")
LAST = Text(sv="Till och med", en="Until")
WHY = Text(sv="Varför", en="Why")
COST = Text(sv="Köp under luckan", en="Purchases in the gap")
DATES_TITLE = Text(sv="Avtalets datum", en="The contract's dates")
CANNOT = Text(sv="Kan inte beräknas: {why}", en="Cannot be computed: {why}")
FAULTS = Text(sv="Att rätta i registret: {why}.", en="To correct in the register: {why}.")
OPTIONS = Text(sv="Optionerna", en="The options")
OPTION, MODE = Text(sv="Option", en="Option"), Text(sv="Hur", en="How")
CALL, DECIDE = Text(sv="Förläng senast", en="Extend by"), Text(sv="Besluta senast", en="Decide by")
BEGINS = Text(sv="Slut utan den", en="End without it")


def asked_day(today: date, last: date) -> date:
    """The day the address asks for, between today and `last`; today where it asks for none."""
    try:
        asked = date.fromisoformat(st.query_params.get(DAY_KEY, ""))
    except ValueError:
        return today
    return min(max(asked, today), last)


def day_slider(today: date, last: date) -> date:
    """The slider; where it stands is in the address, so that a link shows the same day."""
    st.session_state[DAY_KEY] = asked_day(today, last)
    st.slider(t(DAY), today, last, key=DAY_KEY, format="YYYY-MM-DD", on_change=_moved, args=(today,))
    return asked_day(today, last)


def _moved(today: date) -> None:
    chosen: date = st.session_state[DAY_KEY]
    if chosen == today:
        st.query_params.pop(DAY_KEY, None)
    else:
        st.query_params[DAY_KEY] = chosen.isoformat()


def ways_of(one: OneContract) -> None:
    """The five ways, each with its state, since and until when, and why."""
    section(t(COUNTS))
    order = {key: place for place, key in enumerate(KEYS)}
    rows = sorted(one.ways.iter_rows(named=True), key=lambda row: order[row["way"]])
    said = [
        {
            "way": t(WAYS[row["way"]]),
            "state": _way_status(row["state"]),
            "turned_on": row["turned_on"],
            "last_on": row["last_on"],
            "gap_days": row["gap_days"],
            "cost": row["gap_cost_ore"],
            "why": _reasons(row["reasons"]),
        }
        for row in rows
    ]
    frame = pl.DataFrame(said, infer_schema_length=None)
    columns = (
        Column("way", WAY),
        Column("state", STATE, "html"),
        Column("turned_on", TURNED, "day"),
        Column("last_on", LAST, "day"),
        Column("gap_days", GAP, "number"),
        Column("cost", COST, "kr"),
        Column("why", WHY),
    )
    table(frame, columns, t(COUNTS))


def _way_status(state: str) -> str:
    look = LOOKS[state]
    return f"<span class='lw-status' style='color:{look.text}'>{look.shape} {escape(t(STATES[state]))}</span>"


def _reasons(codes: list[str]) -> str:
    return "; ".join(t(REASONS[code]) for code in codes)


def dates_of(one: OneContract) -> None:
    """Every date, or why it cannot be computed."""
    section(t(DATES_TITLE))
    facts({t(words): _date_words(one, name) for name, words in DATES.items()})
    if one.missing["faults"]:
        paragraph(t(FAULTS, why=_reasons(one.missing["faults"])))


def _date_words(one: OneContract, name: str) -> str:
    value: Any = one.row[name]
    if value is None:
        codes = one.missing.get(name, [])
        why = _reasons(codes)
        if not why or NO_FAULT.issuperset(codes):
            return why or formats.NONE
        return t(CANNOT, why=why.lower())
    if name == "effective_end" and one.row["is_end_forecast"]:
        return t(FORECAST, day=formats.day(value))
    return formats.day(value) if isinstance(value, date) else formats.number(value)


def options_of(one: OneContract) -> None:
    """The options with their days; nothing where there are none."""
    if one.options.is_empty():
        return
    section(t(OPTIONS))
    rows = _said(_said(one.options, "mode", OPTION_MODES), "state", OPTION_STATES)
    columns = (
        Column("sequence", OPTION, "number"),
        Column("mode", MODE),
        Column("begins_on", BEGINS, "day"),
        Column("ends_on", LAST, "day"),
        Column("call_deadline", CALL, "day"),
        Column("decide_by", DECIDE, "day"),
        Column("state", STATE),
    )
    table(rows, columns, t(OPTIONS))


def _said(rows: pl.DataFrame, column: str, words: Mapping[str, Text]) -> pl.DataFrame:
    return rows.with_columns(pl.Series(column, [t(words[code]) for code in rows[column]], dtype=pl.String))

"""The parts of the board: what is missing in counts, and the open cases."""

from collections.abc import Callable, Mapping
from html import escape
from typing import Any

import polars as pl
import streamlit as st

from dashboard import formats, session
from dashboard.charts.theme import STATUS
from dashboard.data.people import people
from dashboard.deck import STEP_NAMES
from dashboard.deviation_words import EVENTS
from dashboard.language import counted, t
from dashboard.layout import paragraph, section, table, url_maker
from dashboard.missing_words import MISSING
from dashboard.table_html import Column
from dashboard.text import Text

LISTED = 50
CASES = Text(sv="Öppna ärenden", en="Open cases")
CASE = Text(sv="Ärende", en="Case")
STEP, DAYS = Text(sv="Steg", en="Step"), Text(sv="Dagar", en="Days")
STANDING = Text(sv="Läge", en="Standing")
LAST = Text(sv="Senaste flytt", en="Last move")
MISSING_COUNT = Text(sv="Saknas", en="Missing")
NEXT_DUE = Text(sv="Närmaste dag", en="Next day")
OPENED = Text(sv="Öppnat, inte flyttat än", en="Opened, not moved yet")
MOVED = Text(sv="{event} {day}, {who}", en="{event} {day}, {who}")
LONGEST_REASON = 90
LOOKS = {"act": STATUS["red"], "under_way": STATUS["amber"], "followed": STATUS["green"]}
STANDINGS = {
    "act": Text(sv="Behöver åtgärd", en="Needs action"),
    "under_way": Text(sv="Pågår", en="Under way"),
    "followed": Text(sv="Följs", en="Followed"),
}
PLANS = {
    "none": Text(sv="utan plan", en="without a plan"),
    "on_time": Text(sv="i plan", en="in a plan"),
    "late": Text(sv="planen är försenad", en="the plan is late"),
    "done": Text(sv="planen är genomförd", en="the plan is carried out"),
}
GAPS = Text(sv="Vad saknas på stegen?", en="What is missing on the steps?")
NO_GAPS = Text(sv="Inget saknas i de öppna ärendena.", en="Nothing is missing in the open cases.")
LATE = Text(sv="{count} försenade", en="{count} late")
LATE_ONE = Text(sv="{count} försenad", en="{count} late")
IN_TIME = Text(sv="återstår", en="remains")


def gap_cards(gaps: pl.DataFrame) -> None:
    """A small card for each thing missing: how often, and how often late. `gaps`: `key, count, overdue`."""
    section(t(GAPS))
    if gaps.is_empty():
        paragraph(t(NO_GAPS))
        return
    address = url_maker()
    cards = "".join(_card(row, address) for row in gaps.iter_rows(named=True))
    st.html(f"<ul class='lw-gaps'>{cards}</ul>")


def _card(row: dict[str, Any], address: Callable[..., str]) -> str:
    look = STATUS["red"] if row["overdue"] else STATUS["amber"]
    late = counted(row["overdue"], LATE_ONE, LATE) if row["overdue"] else t(IN_TIME)
    leads = escape(address("missing", vad=row["key"]))
    return (
        f"<li><a href='{leads}'><b>{row['count']}</b> {escape(t(MISSING[row['key']]))}</a>"
        f"<small style='color:{look.text}'>{look.shape} {escape(late)}</small></li>"
    )


def case_table(rows: pl.DataFrame, limit: int = LISTED) -> None:
    """The open cases, highest step and longest stay first, each with a link to it."""
    section(t(CASES))
    address, names = url_maker(), people(session.edition()).names
    words = [_in_words(row, names, address) for row in rows.head(limit).iter_rows(named=True)]
    cells = ("case", "level", "stands", "last")
    shown = rows.head(limit).with_columns(
        **{name: pl.Series([one[name] for one in words], dtype=pl.String) for name in cells}
    )
    columns = (
        Column("case", CASE, "html"),
        Column("level", STEP, "html"),
        Column("days", DAYS, "number"),
        Column("stands", STANDING, "html"),
        Column("missing", MISSING_COUNT, "number"),
        Column("next_due", NEXT_DUE, "day"),
        Column("last", LAST, "html"),
    )
    table(shown, columns, t(CASES), limit, rows.height)


def _in_words(row: dict[str, Any], names: Mapping[str, str], address: Callable[..., str]) -> dict[str, str]:
    case = f"<a href='{escape(address('case', id=row['case_id']))}'>{escape(row['supplier'])}</a>"
    contract = f"<a href='{escape(address('contract', id=row['contract_id']))}'>{escape(row['contract'])}</a>"
    return {
        "case": f"{case}<small class='lw-under'>{contract}</small>",
        "level": step_html(row["step"]),
        "stands": standing_html(row["standing"], row["plan"], row["step"]),
        "last": last_move(row, names),
    }


def step_html(step: int) -> str:
    """The step's digit on its colour; its name is said when pointed at and to those who listen."""
    name = escape(t(STEP_NAMES[step]))
    return f"<span class='lw-step lw-step-{step}' title='{name}'>{step}<span class='lw-hidden'> {name}</span></span>"


def standing_html(standing: str, plan: str, step: int) -> str:
    """Status as shape, colour and word, crossed with what is being done: 'Behöver åtgärd, i plan'."""
    look = LOOKS[standing]
    says_plan = plan != "none" or step >= 2
    words = t(STANDINGS[standing]) + (f", {t(PLANS[plan])}" if says_plan else "")
    return f"<span class='lw-status' style='color:{look.text}'>{look.shape} {escape(words)}</span>"


def last_move(row: dict[str, Any], names: Mapping[str, str]) -> str:
    """Who made the last move and when, and under it why; as HTML."""
    if row["event"] is None:
        return escape(t(OPENED))
    reason = " ".join(row["reason"].split())
    short = reason if len(reason) <= LONGEST_REASON else f"{reason[: LONGEST_REASON - 1]}…"
    who = names.get(row["who"], row["who"])
    moved = t(MOVED, event=t(EVENTS[row["event"]]), who=who, day=formats.day(row["moved_on"]))
    return f"{escape(moved)}<small class='lw-under'>{escape(short)}</small>"

"""The parts of the board: what is missing in counts, and the open cases."""

from html import escape
from typing import Any

import polars as pl
import streamlit as st

from dashboard import formats
from dashboard.charts.theme import STATUS
from dashboard.deck import STEP_NAMES
from dashboard.deviation_words import EVENTS
from dashboard.language import t
from dashboard.layout import page_url, paragraph, section, table
from dashboard.missing_words import MISSING
from dashboard.table_html import Column
from dashboard.text import Text

LISTED = 50
CASES = Text(sv="Öppna ärenden", en="Open cases")
SUPPLIER, CONTRACT = Text(sv="Leverantör", en="Supplier"), Text(sv="Avtal", en="Contract")
STEP, DAYS = Text(sv="Steg", en="Step"), Text(sv="Dagar på steget", en="Days on the step")
STANDING = Text(sv="Läge", en="Standing")
LAST = Text(sv="Senaste flytt", en="Last move")
MISSING_COUNT = Text(sv="Saknas", en="Missing")
NEXT_DUE = Text(sv="Närmaste dag", en="Next day")
OPENED = Text(sv="Öppnat, inte flyttat än", en="Opened, not moved yet")
MOVED = Text(sv="{event}, {who} {day}: {reason}", en="{event}, {who} {day}: {reason}")
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
GAP = Text(sv="{count} saknar", en="{count} lack")
LATE = Text(sv="{count} försenade", en="{count} late")


def gap_cards(gaps: pl.DataFrame) -> None:
    """A small card for each thing missing: how many cases, how many of them late. `gaps`: `key, cases, overdue`."""
    section(t(GAPS))
    if gaps.is_empty():
        paragraph(t(NO_GAPS))
        return
    cards = "".join(_card(row) for row in gaps.iter_rows(named=True))
    st.html(f"<ul class='lw-gaps'>{cards}</ul>")


def _card(row: dict[str, Any]) -> str:
    look = STATUS["red"] if row["overdue"] else STATUS["amber"]
    late = f"<small>{look.shape} {escape(t(LATE, count=row['overdue']))}</small>" if row["overdue"] else ""
    address = escape(page_url("missing", vad=row["key"]))
    words = escape(t(MISSING[row["key"]]))
    return (
        f"<li><a href='{address}'><b>{row['cases']}</b> {words}</a><span style='color:{look.text}'>{late}</span></li>"
    )


def case_table(rows: pl.DataFrame, limit: int = LISTED) -> None:
    """The open cases, highest step and longest stay first."""
    section(t(CASES))
    words = [_in_words(row) for row in rows.head(limit).iter_rows(named=True)]
    shown = rows.head(limit).with_columns(
        **{name: pl.Series([one[name] for one in words], dtype=pl.String) for name in ("level", "stands", "last")}
    )
    columns = (
        Column("supplier", SUPPLIER, page="case", query={"id": "case_id"}),
        Column("contract", CONTRACT, "code", page="contract", query={"id": "contract_id"}),
        Column("level", STEP),
        Column("days", DAYS, "number"),
        Column("stands", STANDING, "html"),
        Column("missing", MISSING_COUNT, "number"),
        Column("next_due", NEXT_DUE, "day"),
        Column("last", LAST),
    )
    table(shown, columns, t(CASES), limit, rows.height)


def _in_words(row: dict[str, Any]) -> dict[str, str]:
    return {
        "level": f"{row['step']} {t(STEP_NAMES[row['step']])}",
        "stands": standing_html(row["standing"], row["plan"], row["step"]),
        "last": last_move(row),
    }


def standing_html(standing: str, plan: str, step: int) -> str:
    """Status as shape, colour and word, crossed with what is being done: 'Behöver åtgärd, i plan'."""
    look = LOOKS[standing]
    says_plan = plan != "none" or step >= 2
    words = t(STANDINGS[standing]) + (f", {t(PLANS[plan])}" if says_plan else "")
    return f"<span class='lw-status' style='color:{look.text}'>{look.shape} {escape(words)}</span>"


def last_move(row: dict[str, Any]) -> str:
    """Who made the last move, when and why."""
    if row["event"] is None:
        return t(OPENED)
    reason = " ".join(row["reason"].split())
    short = reason if len(reason) <= LONGEST_REASON else f"{reason[: LONGEST_REASON - 1]}…"
    return t(MOVED, event=t(EVENTS[row["event"]]), who=row["who"], day=formats.day(row["moved_on"]), reason=short)

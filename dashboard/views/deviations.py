"""The parts of the deviations' pages: the list, one deviation's facts, and where it belongs."""

from collections.abc import Collection, Mapping
from datetime import date
from html import escape
from typing import Any

import polars as pl
import streamlit as st

from dashboard import formats
from dashboard.charts.theme import STATUS
from dashboard.deviation_words import CATEGORIES, REMEDIES, SEVERITIES, STATES
from dashboard.language import t
from dashboard.layout import facts, page_url, table
from dashboard.rules.escalation.facts import DeviationFact
from dashboard.rules.escalation.step_rules import StepLimits
from dashboard.rules.escalation.time_limits import complaint_clock
from dashboard.table_html import Column
from dashboard.text import Text

LISTED = 100
SHORTEST = 90  # characters of a description that a list shows

OBSERVED = Text(sv="Upptäckt", en="Observed")
WHAT = Text(sv="Vad", en="What")
SUPPLIER = Text(sv="Leverantör", en="Supplier")
CONTRACT = Text(sv="Avtal", en="Contract")
KIND = Text(sv="Slag", en="Kind")
SEVERITY = Text(sv="Allvar", en="Severity")
STATE = Text(sv="Läge", en="State")
DUE = Text(sv="Ska vara åtgärdad", en="To be remedied by")
LATE = Text(sv="{state}, försenad", en="{state}, late")
PLACE = Text(sv="Var", en="Where")
UNIT = Text(sv="Förvaltning", en="Department")
REPORTED = Text(sv="Anmäld", en="Reported")
REPORTED_BY = Text(sv="{day} av {who}", en="{day} by {who}")
EVIDENCE = Text(sv="Underlag", en="Evidence")
CLAUSE = Text(sv="Brutet krav eller villkor", en="Breached requirement or term")
REMEDY = Text(sv="Rättelse", en="Remedy")
COMPLAINED = Text(sv="Reklamerad", en="Complaint sent")
CREDITED = Text(sv="Krediterat eller prisavdrag", en="Credited or price reduction")
CLOSED = Text(sv="Avslutad", en="Closed")
REOPENED = Text(sv="Öppnad igen", en="Opened again")
NOTE = Text(sv="Anteckning", en="Note")
WAITS = Text(
    sv="Anmälan väntar på att avtal, slag och allvar fylls i.",
    en="The report waits for contract, kind and severity to be filled in.",
)
COMPLAIN = Text(sv="Reklamera skriftligt senast {day}.", en="Complain in writing by {day}.")
LATE_COMPLAINT = Text(
    sv="Reklamationen skulle ha skickats senast {day}. Den ska ske inom skälig tid.",
    en="The complaint should have been sent by {day}. It must be made within reasonable time.",
)
OVERDUE = Text(sv="Skulle ha varit åtgärdad {day}.", en="Should have been remedied by {day}.")
STANDS = Text(sv="Läge: {state}.", en="State: {state}.")


LOOKS = {"reported": "amber", "confirmed": "amber", "remedied": "amber", "verified": "green", "dismissed": "no_data"}
SHORT_STATES = {"remedied": Text(sv="Åtgärdad", en="Remedied")}


def month_url(month: int) -> str:
    """The list of one month's deviations, the closed ones too."""
    return page_url("deviations", visa="alla", manad=month)


def asked_month() -> int | None:
    """The month in the address, such as 202610; None where there is none that can be read."""
    asked = st.query_params.get("manad", "")
    return int(asked) if asked.isdecimal() and len(asked) == 6 and 1 <= int(asked[4:]) <= 12 else None


def of_month(rows: pl.DataFrame, month: int | None) -> pl.DataFrame:
    """The rows observed in the month; all of them where no month is asked for."""
    return rows if month is None else rows.filter(pl.col("period") == month)


def deviation_table(rows: pl.DataFrame, caption: str, limit: int = LISTED, leave_out: Collection[str] = ()) -> None:
    """The deviations, each with a link to its own page; `leave_out`: columns that would say the same in every row."""
    shown = rows.head(limit)
    words = [_in_words(row) for row in shown.iter_rows(named=True)]
    lists = {name: pl.Series([one[name] for one in words], dtype=pl.String) for name in ("what", "kind", "stands")}
    columns = (
        Column("observed_on", OBSERVED, "day"),
        Column("what", WHAT, page="deviation", query={"id": "id"}),
        Column("supplier", SUPPLIER, page="supplier", query={"id": "supplier_id"}),
        Column("contract", CONTRACT, "code", page="contract", query={"id": "contract_id"}),
        Column("kind", KIND),
        Column("severity", SEVERITY, "number"),
        Column("stands", STATE, "html"),
        Column("due_on", DUE, "day"),
    )
    wanted = [column for column in columns if column.name not in leave_out]
    table(shown.with_columns(**lists), wanted, caption, limit, rows.height)


def _in_words(row: dict[str, Any]) -> dict[str, str]:
    description = " ".join(str(row["description"]).split())
    return {
        "what": description if len(description) <= SHORTEST else f"{description[: SHORTEST - 1]}…",
        "kind": t(CATEGORIES[row["category"]]) if row["category"] else formats.NONE,
        "stands": state_html(row),
    }


def state_html(row: dict[str, Any]) -> str:
    """The state as shape, colour and word: late, under way, closed, or dismissed."""
    look = STATUS["red" if row["is_overdue"] else LOOKS[row["state"]]]
    state = t(SHORT_STATES.get(row["state"], STATES[row["state"]]))
    words = t(LATE, state=state) if row["is_overdue"] else state
    return f"<span class='lw-status' style='color:{look.text}'>{look.shape} {escape(words)}</span>"


def about(row: dict[str, Any], requirement: str | None, names: Mapping[str, str]) -> None:
    """What is known of one deviation; `names`: a person's key -> name."""
    severity = row["severity"]
    known = {
        SUPPLIER: row["supplier"],
        CONTRACT: row["contract"],
        OBSERVED: formats.day(row["observed_on"]),
        PLACE: row["place"],
        UNIT: row["unit"],
        REPORTED: t(
            REPORTED_BY,
            day=formats.day(row["reported_at"].date()),
            who=names.get(row["reported_by"], row["reported_by"]),
        ),
        EVIDENCE: row["evidence"],
        CLAUSE: requirement or row["clause"],
        KIND: t(CATEGORIES[row["category"]]) if row["category"] else None,
        SEVERITY: f"{severity} – {t(SEVERITIES[severity])}" if severity else None,
        COMPLAINED: _day(row["complained_on"]),
        DUE: _day(row["due_on"]),
        REMEDY: t(REMEDIES[row["remedy"]]) if row["remedy"] else None,
        STATE: t(STATES[row["state"]]),
        CREDITED: formats.kronor(row["credited_ore"], 2) if row["credited_ore"] is not None else None,
        CLOSED: _day(row["closed_on"]),
        REOPENED: _day(row["reopened_on"]),
        NOTE: row["note"],
    }
    links = {t(SUPPLIER): page_url("supplier", id=row["supplier_id"])}
    if row["contract_id"] is not None:
        links[t(CONTRACT)] = page_url("contract", id=row["contract_id"])
    facts({t(label): str(value) for label, value in known.items() if value}, links)


def _day(value: date | None) -> str | None:
    return None if value is None else formats.day(value)


def sentence(row: dict[str, Any], limits: StepLimits, today: date) -> str:
    """What matters about it today: the complaint's clock while it runs, else how it stands."""
    if row["is_incomplete"]:
        return t(WAITS)
    if row["is_open"] and row["complained_on"] is None:
        fact = DeviationFact(row["id"], row["category"], row["severity"], row["state"], row["observed_on"])
        clock = complaint_clock(fact, limits, today)
        return t(LATE_COMPLAINT if clock.is_late else COMPLAIN, day=formats.day(clock.due_on))
    if row["is_overdue"]:
        return t(OVERDUE, day=formats.day(row["due_on"]))
    return t(STANDS, state=t(STATES[row["state"]]))


def words(row: dict[str, Any]) -> None:
    """What was written, just as it was written."""
    st.html(f"<blockquote class='lw-quote'>{escape(row['description'])}</blockquote>")

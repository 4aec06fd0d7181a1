"""One contract with its options and the lead times of the examples: say only what matters to the test."""

from datetime import date
from typing import Any

import polars as pl

from dashboard.rules.decisions.decision_dates import GIVEN, with_decision_dates
from dashboard.rules.decisions.lead_times import LeadTimes
from dashboard.rules.decisions.missing import with_missing
from dashboard.rules.decisions.ways import ways
from tests.build import frame

Row = dict[str, Any]
LEADS = {"open": 234, "direct_award": 27}
BUFFERS = {"low": 0, "normal": 60, "high": 130}
LEAD_TIMES = LeadTimes(
    pl.DataFrame(
        [(name, "any", days, days + 100, "planeringsvärde") for name, days in LEADS.items()],
        schema=["procedure", "complexity", "lead_days", "lead_days_p80", "lead_source"],
        orient="row",
    ),
    pl.DataFrame({"risk": list(BUFFERS), "buffer_days": list(BUFFERS.values())}),
)
# A framework agreement of two years with two options of a year, the buyer's to call.
EXAMPLE: Row = {
    "start_on": date(2024, 3, 1),
    "initial_end_on": date(2026, 2, 28),
    "notice_buyer_months": 6,
    "procedure": "Öppet förfarande",
    "review_risk": "normal",
}
TWO: list[Row] = [{"call_deadline_months": 6}, {"call_deadline_months": 6}]


def dated_frame(contracts: list[Row], options: list[Row], today: date) -> pl.DataFrame:
    """`with_decision_dates` of whole rows."""
    rows = [{name: value for name, value in row.items() if name not in GIVEN} for row in contracts]
    given = pl.DataFrame([{name: row.get(name) for name in GIVEN} for row in contracts], schema=dict(GIVEN))
    known = frame("contracts", rows).hstack(given)
    return with_decision_dates(known, frame("options", options), today, LEAD_TIMES)


def dated(today: date, options: list[Row] | None = None, **contract: Any) -> pl.DataFrame:
    """The example with changes, and its options in order."""
    chosen = TWO if options is None else options
    numbered = [{"contract_id": 1, "sequence": place, **row} for place, row in enumerate(chosen, start=1)]
    return dated_frame([{**EXAMPLE, **contract}], numbered, today)


def dates(today: date, options: list[Row] | None = None, **contract: Any) -> Row:
    """The dates of the one contract."""
    return dated(today, options, **contract).row(0, named=True)


def why(today: date, options: list[Row] | None = None, **contract: Any) -> Row:
    """Why dates are missing, and the faults."""
    return with_missing(dated(today, options, **contract)).row(0, named=True)


def ways_of(today: date, options: list[Row] | None = None, **contract: Any) -> dict[str, Row]:
    """Way -> its row."""
    rows = ways(dated(today, options, **contract), today).iter_rows(named=True)
    return {row["way"]: row for row in rows}

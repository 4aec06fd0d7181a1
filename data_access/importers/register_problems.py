"""The codes a register import may give, and how many problems of one kind become one line of the report.

Words for every code stand in `dashboard/register_import_words.py`.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import polars as pl

from data_access.errors import Problem
from data_access.importers.frame import ERROR_SCHEMA

FATAL = (
    "pdf_not_read",
    "register_header_missing",
    "statistics_header_missing",
    "cpv_header_missing",
    "audit_header_missing",
    "no_rows_taken",
)
REFUSED_ROWS = (
    "contract_unnamed",
    "repeated_header",
    "audit_supplier_missing",
    "audit_supplier_unknown",
    "audit_result_unreadable",
    "audit_result_differs",
    "audit_day_unreadable",
    "audit_day_ahead",
)
VALUES = (  # the value is left out, the contract is kept
    "date_unreadable",
    "period_unreadable",
    "amount_unreadable",
    "months_unreadable",
    "yes_no_unreadable",
    "type_unknown",
    "regime_unknown",
    "options_unreadable",
    "orgnr_invalid",
    "text_cut",
    "reference_missing",
    "code_unreadable",
)
NOTICES = (
    "rows_refused",
    "total_rows_left_out",
    "number_made_up",
    "option_mode_assumed",
    "option_length_missing",
    "option_from_max_end",
    "end_before_start",
    "end_missing",
    "end_open",
    "start_missing",
    "dates_differ",
    "rows_disagree",
    "suppliers_differ_in_count",
    "contract_without_supplier",
    "supplier_without_orgnr",
    "supplier_proposed",
    "suppliers_masked",
    "ceiling_unknown",
    "unit_unknown",
    "framework_unknown",
    "units_without_category",
    "column_not_used",
    "sheet_skipped",
    "unit_price_suspected",
    "value_missing",
)
CODES = FATAL + REFUSED_ROWS + VALUES + NOTICES


@dataclass(frozen=True)
class Found:
    """One thing found at one place."""

    code: str
    member: str | None = None
    row: int | None = None
    column: str | None = None


def as_problems(found: Iterable[Found]) -> tuple[Problem, ...]:
    """One problem for each code and column, with the first row and how many there are."""
    first: dict[tuple[str, str | None], Found] = {}
    counts: dict[tuple[str, str | None], int] = {}
    for one in found:
        key = (one.code, one.column)
        first.setdefault(key, one)
        counts[key] = counts.get(key, 0) + 1
    return tuple(
        Problem(one.code, row=one.row, column=one.column, count=counts[key], member=one.member)
        for key, one in first.items()
    )


def as_errors(found: Iterable[Found]) -> pl.DataFrame:
    """Refused rows and values left out, one row each: `member`, `row`, `column`, `reason`."""
    reasons = REFUSED_ROWS + VALUES
    rows = [(one.member, one.row, one.column, one.code) for one in found if one.code in reasons and one.row is not None]
    return pl.DataFrame(rows, schema=ERROR_SCHEMA, orient="row")

"""What pages ask about imports: the list, and one import with its report and the rows it refused."""

from dataclasses import dataclass
from typing import Any

import polars as pl
import streamlit as st

from dashboard.data.edition import Edition
from data_access.engine import reading
from data_access.importers.report import ImportReport
from data_access.queries.imports import list_imports, read_import, read_row_errors
from data_access.stored_report import report_from_json

ERRORS_SHOWN = 200


@st.cache_resource(max_entries=4, show_spinner=False)
def imports(edition: Edition) -> pl.DataFrame:
    """Every import, newest first; the columns of the table but the report."""
    with reading() as connection:
        return list_imports(connection)


@dataclass(frozen=True)
class Import:
    """One import. `report` is None for data that came from no file."""

    row: dict[str, Any]
    report: ImportReport | None
    errors: pl.DataFrame  # member, row, column, reason


@st.cache_resource(max_entries=16, show_spinner=False)
def one_import(edition: Edition, import_id: int) -> Import | None:
    """One import, or None where there is none with this id."""
    row = imports(edition).filter(pl.col("id") == import_id)
    if row.is_empty():
        return None
    with reading() as connection:
        stored = read_import(connection, import_id)
        errors = read_row_errors(connection, import_id, ERRORS_SHOWN)
    has_report = stored is not None and "sha256" in stored.report
    report = report_from_json(stored.report) if stored is not None and has_report else None
    return Import(row.row(0, named=True), report, errors)

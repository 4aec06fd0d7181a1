"""What has come in before: the list, one import with its report, and the way to take it away again."""

from datetime import datetime

import polars as pl
import streamlit as st

from dashboard import formats
from dashboard.acts.undo_import import undo_import
from dashboard.data.imports import Import
from dashboard.language import language, t
from dashboard.layout import empty, paragraph, section, table
from dashboard.refusals import about_error
from dashboard.register_words import IMPORT_KINDS, IMPORT_STATES, words
from dashboard.table_html import Column
from dashboard.text import Text
from dashboard.views import import_report
from dashboard.views.permission import permitted
from data_access.errors import LuleaWayError

IMPORT_KEY = "import"
LIST = Text(sv="Importer hittills", en="Imports so far")
NOTHING = Text(sv="Inget har importerats än.", en="Nothing has been imported yet.")
FILE = Text(sv="Fil", en="File")
KIND = Text(sv="Slag", en="Kind")
SOURCE = Text(sv="Källa", en="Source")
WHEN = Text(sv="När", en="When")
BY = Text(sv="Av", en="By")
ROWS = Text(sv="Rader", en="Rows")
REFUSED = Text(sv="Inte lästa", en="Not read")
AMOUNT = Text(sv="Belopp", en="Amount")
FIRST = Text(sv="Från", en="From")
LAST = Text(sv="Till", en="To")
STATE = Text(sv="Läge", en="State")
NO_REPORT = Text(sv="Uppgifterna är påhittade och har ingen rapport.", en="These facts are made up and have no report.")
ONE = Text(sv="Rapport: {file}", en="Report: {file}")
UNDO = Text(sv="Ångra importen", en="Undo the import")
UNDO_SURE = Text(
    sv="Ja, ta bort allt som kom med {file} ({rows} rader)", en="Yes, remove all that came with {file} ({rows} rows)"
)
UNDONE = Text(sv="Importen är ångrad.", en="The import is undone.")


def list_of_imports(rows: pl.DataFrame) -> None:
    """Every import, newest first; the file's name leads to its report."""
    section(t(LIST))
    if rows.is_empty():
        empty(t(NOTHING))
        return
    shown = rows.with_columns(
        pl.col("kind").replace_strict(words(IMPORT_KINDS, language())),
        pl.col("state").replace_strict(words(IMPORT_STATES, language())),
        when=pl.col("taken_at").dt.strftime("%Y-%m-%d %H:%M"),
    )
    table(
        shown,
        [
            Column("file_name", FILE, "file", page="imports", query={IMPORT_KEY: "id"}),
            Column("kind", KIND),
            Column("source", SOURCE),
            Column("when", WHEN, "code"),
            Column("taken_by", BY),
            Column("rows_taken", ROWS, "number"),
            Column("rows_refused", REFUSED, "number"),
            Column("amount_ore", AMOUNT, "kr"),
            Column("period_min", FIRST, "period"),
            Column("period_max", LAST, "period"),
            Column("state", STATE),
        ],
        t(LIST),
    )


def one_import(found: Import, now: datetime) -> None:
    """One import's report, and the way to undo it where it still holds."""
    section(t(ONE, file=found.row["file_name"]))
    if found.report is None:
        paragraph(t(NO_REPORT))
    else:
        import_report.counts(found.report)
        import_report.problems(found.report, found.row["kind"])
        import_report.refused_rows(found.errors, found.row["kind"])
        if found.report.columns:
            import_report.columns(found.report.columns, {})
    if found.row["state"] == "taken" and found.row["kind"] != "sample":
        _undo(found, now)


def _undo(found: Import, now: datetime) -> None:
    person, key, row = permitted("undo_import"), found.row["id"], found.row
    if person is None:
        return
    sure = st.checkbox(t(UNDO_SURE, file=row["file_name"], rows=formats.number(row["rows_taken"])), key=f"sure_{key}")
    if not st.button(t(UNDO), disabled=not sure, key=f"undo_{key}"):
        return
    try:
        undo_import(key, person, now)
    except LuleaWayError as error:
        st.error(about_error(error, language()))
        return
    st.toast(t(UNDONE), duration=8)
    st.rerun()

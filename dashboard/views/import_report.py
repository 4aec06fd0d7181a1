"""An import's report on a page: counts and sums that reconcile, what was wrong, and how the columns were read."""

from collections.abc import Mapping

import polars as pl
import streamlit as st

from dashboard import formats
from dashboard.language import language, t
from dashboard.layout import facts, section, table
from dashboard.ledger_words import ALL_MEANINGS
from dashboard.refusals import about_problem
from dashboard.table_html import Column
from dashboard.text import Text
from data_access.errors import Problem
from data_access.importers.report import ImportReport

READ = Text(sv="Rader lästa", en="Rows read")
TAKEN = Text(sv="Rader som tas in", en="Rows taken")
REFUSED = Text(sv="Rader som inte kan läsas", en="Rows that cannot be read")
TOTALS = Text(sv="Summarader som lämnas utanför", en="Total rows left out")
MASKED = Text(sv="Rader med skyddade leverantörer", en="Rows with masked suppliers")
SUM = Text(sv="Summa som tas in", en="Sum taken")
SUM_REFUSED = Text(sv="Summa som inte kan läsas", en="Sum refused")
SUM_TOTALS = Text(sv="Summa på summarader", en="Sum on total rows")
DAYS = Text(sv="Dagar", en="Days")
FROM_TO = Text(sv="{first} till {last}", en="{first} to {last}")
ENCODING = Text(sv="Teckenkodning", en="Encoding")
SEPARATOR = Text(sv="Skiljetecken", en="Separator")
SOURCE = Text(sv="Källa", en="Source")
SEPARATORS = {
    "\t": Text(sv="tabb", en="tab"),
    ";": Text(sv="semikolon", en="semicolon"),
    ",": Text(sv="komma", en="comma"),
}
PROBLEMS = Text(sv="Att känna till", en="Good to know")
ROWS = Text(sv="Rader som inte kan läsas", en="Rows that cannot be read")
ROW = Text(sv="Rad", en="Row")
FILE = Text(sv="Fil", en="File")
COLUMN = Text(sv="Kolumn", en="Column")
REASON = Text(sv="Orsak", en="Reason")
MEANING = Text(sv="Uppgift", en="Meaning")
EXAMPLES = Text(sv="Exempel", en="Examples")
COLUMNS = Text(sv="Så här läses kolumnerna", en="How the columns are read")


def counts(report: ImportReport) -> None:
    """The counts and sums; those of nothing are left out."""
    rows = {
        t(SOURCE): report.source,
        t(READ): formats.number(report.rows_read),
        t(TAKEN): formats.number(report.rows_taken),
    }
    for words, count in ((REFUSED, report.rows_refused), (TOTALS, report.total_rows), (MASKED, report.masked_rows)):
        if count:
            rows[t(words)] = formats.number(count)
    rows[t(SUM)] = _kronor(report.amount_sum)
    if report.rows_refused:
        rows[t(SUM_REFUSED)] = _kronor(report.amount_sum_refused)
    if report.total_rows:
        rows[t(SUM_TOTALS)] = _kronor(report.amount_sum_total_rows)
    if report.date_min:
        rows[t(DAYS)] = t(FROM_TO, first=report.date_min, last=report.date_max)
    if report.encoding:
        rows[t(ENCODING)] = report.encoding
    if report.separator:
        known = SEPARATORS.get(report.separator)
        rows[t(SEPARATOR)] = t(known) if known else report.separator
    facts(rows)


def _kronor(written: str) -> str:
    amount = formats.parse_number(written)
    return formats.NONE if amount is None else f"{formats.number(amount, 2)}{formats.NBSP}kr"


def problems(report: ImportReport, kind: str) -> None:
    """Every problem in a sentence, what stops the file first."""
    if not report.problems:
        return
    section(t(PROBLEMS))
    for problem in sorted(report.problems, key=lambda one: not one.is_fatal):
        said = about_problem(problem, language(), kind)
        (st.error if problem.is_fatal else st.info)(said)


def refused_rows(errors: pl.DataFrame | None, kind: str) -> None:
    """Row by row, what could not be read; never what stood there."""
    if errors is None or errors.is_empty():
        return
    section(t(ROWS))
    reasons = {code: about_problem(Problem(code), language(), kind) for code in errors["reason"].unique()}
    shown = errors.with_columns(pl.col("reason").replace_strict(reasons))
    has_members = shown["member"].n_unique() > 1
    member = [Column("member", FILE)] if has_members else []
    columns = [*member, Column("row", ROW, "number"), Column("column", COLUMN), Column("reason", REASON)]
    table(shown, columns, t(ROWS), limit=100)


def columns(mapping: Mapping[str, str], examples: Mapping[str, list[str]]) -> None:
    """Which column was read as what, with a few values."""
    section(t(COLUMNS))
    rows = [
        (t(words), mapping[meaning], ", ".join(examples.get(mapping[meaning], [])))
        for meaning, words in ALL_MEANINGS.items()
        if mapping.get(meaning)
    ]
    frame = pl.DataFrame(rows, schema={"meaning": pl.String, "column": pl.String, "examples": pl.String}, orient="row")
    shown = [Column("examples", EXAMPLES)] if examples else []
    table(frame, [Column("meaning", MEANING), Column("column", COLUMN), *shown], t(COLUMNS))

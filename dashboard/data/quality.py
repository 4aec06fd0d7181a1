"""How good the data is: what is missing and whose it is, what is covered, and how fresh it is."""

from datetime import date

import polars as pl
import streamlit as st

from dashboard.data import edition as editions
from dashboard.data.edition import Edition
from dashboard.data.imports import imports
from dashboard.data.registers import read_register, register
from dashboard.rules.coverage_shares import coverage_shares
from dashboard.rules.ends import with_ends_on
from dashboard.rules.gaps import count_gaps, gap_rows, prepared
from dashboard.rules.months import with_missing_months
from data_access.ledger import scan

TABLES = ("contract", "option", "amendment", "scope", "contract_supplier", "supplier", "category", "threshold")


def count_register_gaps(cube: pl.DataFrame, today: date) -> pl.DataFrame:
    """One row a check, read from the registers as they are now: `code, missing, of, share`."""
    return count_gaps(_prepared({name: read_register(name) for name in TABLES}, cube, today))


def _prepared(tables: dict[str, pl.DataFrame], cube: pl.DataFrame, today: date) -> dict[str, pl.DataFrame]:
    classed = cube.filter(pl.col("line_class").is_not_null())  # a category of pensions needs no buyer
    bought = classed.group_by(id=pl.col("category_id").cast(pl.Int64)).agg(pl.col("amount_ore").sum())
    return prepared(
        {
            **tables,
            "contract": with_ends_on(tables["contract"].filter(~pl.col("is_secret")), tables["option"], today),
            "category": tables["category"]
            .join(bought, on="id", how="left")
            .with_columns(pl.col("amount_ore").fill_null(0)),
        },
        today,
    )


@st.cache_resource(max_entries=4, show_spinner=False)
def frames_to_check(edition: Edition) -> dict[str, pl.DataFrame]:
    """The frames the checks look at, as of the edition's day."""
    return _prepared({name: register(edition, name) for name in TABLES}, editions.cube(edition), edition.as_of)


@st.cache_resource(max_entries=4, show_spinner=False)
def gaps(edition: Edition) -> pl.DataFrame:
    """One row a check: `code, missing, of, share`, the largest share first."""
    return count_gaps(frames_to_check(edition))


def rows_behind(edition: Edition, code: str) -> pl.DataFrame:
    """The rows one check found."""
    return gap_rows(frames_to_check(edition), code)


def coverage(edition: Edition) -> pl.DataFrame:
    """How much of the spend each thing is known for: `code, known_ore, of_ore, share`."""
    return _coverage(edition.of_registers)


@st.cache_resource(max_entries=4, show_spinner=False)
def _coverage(edition: Edition) -> pl.DataFrame:
    return coverage_shares(editions.cube(edition))


def months(edition: Edition) -> pl.DataFrame:
    """The months each source has given: `source, period, lines`; null lines: a month missing in between."""
    return _months(edition.of_registers)


@st.cache_resource(max_entries=4, show_spinner=False)
def _months(edition: Edition) -> pl.DataFrame:
    counted = scan(edition.ledger_version).group_by("import_id", "period").agg(lines=pl.len()).collect()
    sources = imports(edition).select(import_id=pl.col("id").cast(pl.Int32), source="source")
    named = counted.join(sources, on="import_id").filter(pl.col("period").is_not_null())
    return with_missing_months(
        named.group_by("source", "period").agg(pl.col("lines").sum().cast(pl.Int64)).sort("source", "period")
    )


@st.cache_resource(max_entries=4, show_spinner=False)
def freshness(edition: Edition) -> pl.DataFrame:
    """One row a source: `source, kind, taken_at, rows_taken, period_min, period_max, missing`, the latest first."""
    standing = imports(edition).filter(pl.col("state") == "taken")
    lacking = months(edition).group_by("source").agg(missing=pl.col("lines").null_count().cast(pl.Int64))
    return (
        standing.group_by("source", "kind")
        .agg(
            pl.col("taken_at").max(),
            pl.col("rows_taken").sum(),
            pl.col("period_min").min(),
            pl.col("period_max").max(),
        )
        .join(lacking, on="source", how="left")
        .sort("taken_at", "source", descending=[True, False])
    )


@st.cache_resource(max_entries=4, show_spinner=False)
def proposals(edition: Edition) -> pl.DataFrame:
    """The open proposals: `id, name, supplier_id, supplier, orgnr, score, contract_id`, the likeliest first."""
    suppliers = register(edition, "supplier").select(supplier_id="id", supplier="name", orgnr="orgnr")
    return (
        register(edition, "match_proposal")
        .filter(pl.col("state") == "open")
        .join(suppliers, on="supplier_id")
        .sort("score", "name", descending=[True, False])
    )


@st.cache_resource(max_entries=4, show_spinner=False)
def merges(edition: Edition) -> pl.DataFrame:
    """Every merge, newest first: the columns of the table, `was` and `now` (the two names)."""
    suppliers = register(edition, "supplier").select("id", "name")
    return (
        register(edition, "merge")
        .join(suppliers.rename({"id": "from_supplier_id", "name": "was"}), on="from_supplier_id")
        .join(suppliers.rename({"id": "into_supplier_id", "name": "now"}), on="into_supplier_id")
        .sort("id", descending=True)
    )


def thresholds_in_force(edition: Edition) -> pl.DataFrame:
    """The legal limits that hold on the edition's day: the columns of the table."""
    return frames_to_check(edition)["threshold"].filter("is_in_force").sort("law", "purchase_class")

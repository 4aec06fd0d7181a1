"""What pages ask about deviations: the register, one of them, and what a report may be about."""

from datetime import date

import polars as pl
import streamlit as st

from dashboard.data.edition import Edition
from dashboard.data.narrowing import narrowed_by_unit
from dashboard.data.registers import register
from dashboard.filters import Filters

OPEN_STATES = ("reported", "confirmed", "remedied")


@st.cache_resource(max_entries=4, show_spinner=False)
def deviations(edition: Edition, today: date) -> pl.DataFrame:
    """Every deviation, the newest first: the table's columns and `supplier`, `contract` (number), `unit`, `is_open`,
    `is_overdue` (open past its due day), `is_incomplete` (nobody has said of what contract, kind or severity it is),
    `period`.
    """
    contract, category = pl.col("contract_id").is_null(), pl.col("category").is_null()
    return (
        register(edition, "deviation")
        .join(register(edition, "supplier").select(supplier_id="id", supplier="name"), on="supplier_id")
        .join(register(edition, "contract").select(contract_id="id", contract="number"), on="contract_id", how="left")
        .join(register(edition, "unit").select(unit_id="id", unit="name"), on="unit_id", how="left")
        .with_columns(
            is_open=pl.col("state").is_in(OPEN_STATES),
            period=pl.col("observed_on").dt.year().cast(pl.Int64) * 100 + pl.col("observed_on").dt.month(),
        )
        .with_columns(
            is_overdue=pl.col("is_open") & (pl.col("due_on") < today).fill_null(False),
            is_incomplete=pl.col("is_open") & (contract | category | pl.col("severity").is_null()),
        )
        .sort("observed_on", "id", descending=True)
    )


@st.cache_resource(max_entries=8, show_spinner=False)
def chosen_deviations(edition: Edition, today: date, filters: Filters) -> pl.DataFrame:
    """Those of the unit (or scope), the supplier and the category chosen; the period does not narrow a register."""
    return narrowed_by_unit(edition, deviations(edition, today), filters)


def month_span(today: date, months: int = 12) -> tuple[int, int]:
    """The first and the last of the `months` months that end with today's."""
    year, month = divmod(today.year * 12 + today.month - months, 12)
    return year * 100 + month + 1, today.year * 100 + today.month


def deviation(edition: Edition, today: date, deviation_id: int) -> dict[str, object] | None:
    """One deviation, or None where there is none with this id."""
    found = deviations(edition, today).filter(pl.col("id") == deviation_id)
    return None if found.is_empty() else found.row(0, named=True)


@st.cache_resource(max_entries=4, show_spinner=False)
def by_month(edition: Edition, today: date, filters: Filters) -> pl.DataFrame:
    """`period`, `severity` (0: not yet judged), `count` of the months of `month_span`."""
    rows = chosen_deviations(edition, today, filters).filter(pl.col("period").is_between(*month_span(today)))
    grouped = rows.group_by("period", pl.col("severity").fill_null(0)).agg(count=pl.len())
    return grouped.sort("period", "severity")


@st.cache_resource(max_entries=4, show_spinner=False)
def subjects(edition: Edition) -> dict[tuple[int, int], str]:
    """What can be reported about: (supplier, contract) and (supplier, 0 for no contract) -> how it is written."""
    suppliers = register(edition, "supplier").filter(~pl.col("is_masked")).select(supplier_id="id", supplier="name")
    links = register(edition, "contract_supplier").select("supplier_id", "contract_id")
    contracts = register(edition, "contract").filter(~pl.col("is_secret")).select("number", "title", contract_id="id")
    held = (
        links.join(contracts, on="contract_id")
        .join(suppliers, on="supplier_id")
        .sort("supplier", "number")
        .select("supplier_id", "contract_id", words=pl.format("{} – {} {}", "supplier", "number", "title"))
    )
    alone = suppliers.sort("supplier").select("supplier_id", contract_id=pl.lit(0, pl.Int64), words="supplier")
    rows = pl.concat([held, alone]).sort("words")
    return {(row[0], row[1]): row[2] for row in rows.iter_rows()}


@st.cache_resource(max_entries=64, show_spinner=False)
def requirements(edition: Edition, contract_id: int) -> dict[int, str]:
    """The contract's requirements, as one chooses among them."""
    rows = register(edition, "requirement").filter(pl.col("contract_id") == contract_id)
    return dict(rows.select("id", "description").iter_rows())


def contracts_of(edition: Edition, supplier_id: int) -> dict[int, str]:
    """The contracts the supplier is on."""
    links = register(edition, "contract_supplier").filter(pl.col("supplier_id") == supplier_id)
    rows = (
        register(edition, "contract")
        .join(links.select(id="contract_id"), on="id", how="semi")
        .filter(~pl.col("is_secret"))
    )
    return {row[0]: f"{row[1]} {row[2]}" for row in rows.select("id", "number", "title").sort("number").iter_rows()}


def requirement(edition: Edition, row: dict[str, object]) -> str | None:
    """The words of the requirement a deviation is about, where one is chosen."""
    contract_id, requirement_id = row["contract_id"], row["requirement_id"]
    if not isinstance(contract_id, int) or not isinstance(requirement_id, int):
        return None
    return requirements(edition, contract_id).get(requirement_id)

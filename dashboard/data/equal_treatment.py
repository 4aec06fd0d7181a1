"""What the page of equal treatment shows: each deviation held against its group, and the groups."""

from datetime import date

import polars as pl
import streamlit as st

from dashboard.data.edition import Edition
from dashboard.data.narrowing import narrowed_by_unit
from dashboard.data.registers import register
from dashboard.data.sanctions import penalties
from dashboard.filters import Filters
from dashboard.rules.sanctions.equal_treatment import groups, treated

NAMED = ("supplier", "contract", "unit")


@st.cache_resource(max_entries=4, show_spinner=False)
def deviations(edition: Edition, today: date) -> pl.DataFrame:
    """Every deviation with a known kind and severity, on contracts that are not secret: `treated` and NAMED."""
    secret = register(edition, "contract").filter("is_secret")["id"]
    known = register(edition, "deviation").filter(~pl.col("contract_id").is_in(secret.implode()).fill_null(False))
    found = treated(
        known,
        register(edition, "escalation_event"),
        register(edition, "case_record"),
        penalties(edition, today),
        today,
    )
    contracts = register(edition, "contract").select(contract_id="id", contract="number")
    return (
        found.join(
            register(edition, "supplier").select(supplier_id="id", supplier="name"), on="supplier_id", how="left"
        )
        .join(contracts, on="contract_id", how="left")
        .join(register(edition, "unit").select(unit_id="id", unit="name"), on="unit_id", how="left")
    )


def chosen_deviations(edition: Edition, today: date, filters: Filters) -> pl.DataFrame:
    """Those of the supplier, unit and category chosen; each is still held against the whole of its group."""
    return narrowed_by_unit(edition, deviations(edition, today), filters)


def compared_groups(rows: pl.DataFrame) -> pl.DataFrame:
    """The groups of these deviations; columns as `rules.sanctions.equal_treatment.groups`."""
    return groups(rows)


def standing_out(rows: pl.DataFrame) -> pl.DataFrame:
    """Those that differ from their group, the furthest off and the worst first."""
    far = (pl.col("step") - pl.col("median_step")).abs()
    return rows.filter("stands_out").sort(far, "severity", "observed_on", descending=True)

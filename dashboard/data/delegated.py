"""The decisions made by delegation in the months chosen, to be reported to the committee."""

from datetime import date

import polars as pl
import streamlit as st

from dashboard.data.edition import Edition
from dashboard.data.people import people
from dashboard.data.registers import register
from dashboard.filters import Filters
from dashboard.periods import last_day
from dashboard.rules.escalation.delegated import delegated_decisions, with_cover


@st.cache_resource(max_entries=8, show_spinner=False)
def delegated(edition: Edition, filters: Filters) -> pl.DataFrame:
    """`delegated_decisions` with `is_covered`, `supplier`, `contract` and `name` (of who decided), the newest first.

    Decided within the months chosen, of the supplier chosen. A secret contract is left out.
    """
    rows = delegated_decisions(
        register(edition, "case_record"),
        register(edition, "escalation_case"),
        register(edition, "penalty"),
        register(edition, "penalty_event"),
        register(edition, "contract_decision"),
    )
    first = date(*divmod(filters.period_from, 100), 1)
    wanted = rows.filter(pl.col("decided_on").is_between(first, last_day(filters.period_to)))
    if filters.supplier_id is not None:
        wanted = wanted.filter(pl.col("supplier_id") == filters.supplier_id)
    contracts = register(edition, "contract").filter(~pl.col("is_secret")).select(contract_id="id", contract="number")
    suppliers = register(edition, "supplier").select(supplier_id="id", supplier="name")
    named = wanted.join(contracts, on="contract_id").join(suppliers, on="supplier_id", how="left")
    names = people(edition).names
    said = pl.Series("name", [names.get(who, who) for who in named["who"]], dtype=pl.String)
    covered = with_cover(named.with_columns(said), register(edition, "delegation"))
    return covered.sort("decided_on", "contract", descending=[True, False])

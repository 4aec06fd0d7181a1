"""What counts against every ceiling, and each ceiling's last day: read once an edition and day, for the dates."""

from datetime import date

import polars as pl
import streamlit as st

from dashboard.data import edition as editions
from dashboard.data.ceiling_frames import CeilingUse, ceiling_use, ceilings_of, last_days
from dashboard.data.edition import Edition
from dashboard.data.registers import register


@st.cache_resource(max_entries=8, show_spinner=False)
def use_on(edition: Edition, day: date) -> CeilingUse:
    """What counts by `day`."""
    registers = [register(edition, name) for name in ("contract", "order", "rule_limit")]
    return ceiling_use(edition, day, editions.cube(edition), *registers)


@st.cache_resource(max_entries=8, show_spinner=False)
def ceiling_days(edition: Edition, day: date) -> pl.DataFrame:
    """`contract_id, exhausted_on, ceiling_forecast_on` of the ceilings with such a day."""
    return last_days(ceilings_of(register(edition, "contract"), use_on(edition, day)), day)

"""What pages ask about decisions: the dates and ways of every contract on the day chosen, computed once a day."""

from datetime import date

import polars as pl
import streamlit as st

from dashboard.data import build
from dashboard.data.decision_frames import Decisions, decisions_on, reached_ceilings, read_decision_frames
from dashboard.data.edition import Edition
from data_access.engine import reading


@st.cache_resource(max_entries=32, show_spinner=False)
def decisions(edition: Edition, day: date) -> Decisions:
    """Every contract on `day`; the ceilings are those the ledger says were reached by then."""
    exhausted = build.frame(edition.of_registers, "exhausted")
    return decisions_on(frames(edition), day, reached_ceilings(exhausted, day))


@st.cache_resource(max_entries=3, show_spinner=False)
def frames(edition: Edition) -> dict[str, pl.DataFrame]:
    """The tables the dates rest on, as of one moment."""
    with reading() as connection:
        return read_decision_frames(connection)

"""The signals that wait for an answer."""

from datetime import date

import polars as pl
import streamlit as st

from dashboard.data import edition as editions
from dashboard.data import escalation
from dashboard.data.edition import Edition
from dashboard.data.registers import register
from dashboard.rules.escalation.active import active_spans, is_active
from dashboard.rules.signals import all_signals
from dashboard.rules.signals.limits import signal_limits
from dashboard.rules.signals.price_deviations import overcharged
from dashboard.rules.signals.seen import seen
from dashboard.rules.signals.waiting import waiting
from dashboard.text import Language
from data_access import ledger

MONTHS = 3  # that a price may have been wrong in
SCHEMA = {
    "kind": pl.String,
    "supplier_id": pl.Int64,
    "contract_id": pl.Int64,
    "level": pl.Float64,
    "began_on": pl.Date,
    "says_sv": pl.String,
    "says_en": pl.String,
    "severity": pl.Int64,
    "proposes_step": pl.Boolean,
}


class _Frames:
    """The frames signals ask for: registers by name, and those made here."""

    def __init__(self, edition: Edition, today: date) -> None:
        self.edition = edition
        self.made = {
            "active": active_spans(register(edition, "contract"), register(edition, "option"), today).filter(
                is_active(pl.lit(today))
            ),
            "case": escalation.open_cases(edition, today),
        }

    def __getitem__(self, name: str) -> pl.DataFrame:
        if name in self.made:
            return self.made[name]
        if name == "cube":
            return editions.cube(self.edition)
        return _overcharged(self.edition.of_registers) if name == "overcharged" else register(self.edition, name)


@st.cache_resource(max_entries=2, show_spinner=False)
def _overcharged(edition: Edition) -> pl.DataFrame:
    """What was paid above the price list in the last months of the ledger; made anew when the registers change."""
    items, links = register(edition, "price_item"), register(edition, "contract_supplier")
    aliases = register(edition, "supplier_alias").select("supplier_id", alias_id=pl.col("id").cast(pl.Int32))
    parties = aliases.join(links.select("supplier_id", "contract_id").unique(), on="supplier_id")
    periods = editions.cube(edition)["period"].unique().sort().tail(MONTHS)
    lines = ledger.scan(edition.ledger_version).filter(
        pl.col("period").is_in(periods.implode()), pl.col("article_no").is_in(items["article_no"].unique().implode())
    )
    return overcharged(lines, items, parties).collect()


@st.cache_resource(max_entries=2, show_spinner=False)
def found(edition: Edition, today: date) -> pl.DataFrame:
    """Every signal there is today, answered or not: SCHEMA."""
    frames, limits = _Frames(edition, today), signal_limits(register(edition, "rule_limit"), today)
    rows = [
        {
            "kind": one.key,
            "supplier_id": row["supplier_id"],
            "contract_id": row["contract_id"],
            "level": row["level"],
            "began_on": row["began_on"],
            "says_sv": one.sentence(row, "sv"),
            "says_en": one.sentence(row, "en"),
            "severity": one.severity,
            "proposes_step": one.proposes_step,
        }
        for one in all_signals()
        for row in seen(one, frames, limits, today).iter_rows(named=True)
    ]
    return pl.DataFrame(rows, schema=SCHEMA, orient="row")


@st.cache_resource(max_entries=2, show_spinner=False)
def inbox(edition: Edition, today: date) -> pl.DataFrame:
    """The signals that wait, the most serious first: SCHEMA, the latest answer (`waiting`), `supplier`, `contract`
    (number), `case_id` and `step` of the open case.
    """
    answers = register(edition, "signal_answer")
    rows = waiting(found(edition, today), answers)
    suppliers = register(edition, "supplier").select(supplier_id="id", supplier="name")
    contracts = register(edition, "contract").select(contract_id="id", contract="number")
    cases = escalation.open_cases(edition, today).select("supplier_id", "contract_id", "case_id", "step")
    return (
        rows.join(suppliers, on="supplier_id")
        .join(contracts, on="contract_id", how="left")
        .join(cases, on=["supplier_id", "contract_id"], how="left", nulls_equal=True)
        .sort(
            *("proposes_step", "severity", "kind", "level", "supplier", "supplier_id", "contract_id"),
            descending=[True, True, False, True, False, False, False],
        )
    )


def sentence(row: dict[str, object], language: Language) -> str:
    """The arithmetic of one row."""
    return str(row[f"says_{language}"])

"""The frames metrics are made of, read at first use and kept: the cubes of an edition and its registers."""

from collections.abc import Callable, Collection, Mapping
from threading import RLock

import polars as pl

from dashboard.data import build
from dashboard.data.build import Edition
from dashboard.data.row_frames.ledger import enriched_ledger
from data_access.engine import Connection, reading
from data_access.queries import (
    categories,
    contracts,
    decisions,
    escalation,
    follow_up,
    goals,
    lead_times,
    orders,
    organisation,
    procurements,
    sanctions,
    suppliers,
)

READERS: Mapping[str, Callable[[Connection], pl.DataFrame]] = {
    "bid": procurements.read_bids,
    "category": categories.read_categories,
    "category_strategy": categories.read_category_strategies,
    "contract": contracts.read_contracts,
    "contract_supplier": contracts.read_contract_suppliers,
    "deviation": escalation.read_deviations,
    "emission_factor": categories.read_emission_factors,
    "follow_up_activity": follow_up.read_follow_up_activities,
    "follow_up_plan": follow_up.read_follow_up_plan,
    "lead_time": lead_times.read_lead_times,
    "officer_capacity": decisions.read_capacity,
    "option": contracts.read_contract_options,
    "order": orders.read_orders,
    "order_line": orders.read_order_lines,
    "penalty": sanctions.read_penalties,
    "penalty_event": sanctions.read_penalty_events,
    "price_deflator": categories.read_price_deflators,
    "price_item": contracts.read_price_items,
    "procurement": procurements.read_procurements,
    "requirement": contracts.read_requirements,
    "review_buffer": lead_times.read_review_buffers,
    "review_case": procurements.read_review_cases,
    "risk_score": follow_up.read_risk_scores,
    "rule_limit": goals.read_rule_limits,
    "scope": contracts.read_contract_scope,
    "supplier": suppliers.read_suppliers,
    "survey_response": follow_up.read_survey_responses,
    "target": goals.read_targets,
    "threshold": goals.read_thresholds,
    "unit": organisation.read_units,
}
# These change only in writes that move the registers; the others are read anew after every write.
OF_REGISTERS = frozenset(
    {
        "bid",
        "category",
        "category_strategy",
        "contract",
        "contract_supplier",
        "emission_factor",
        "option",
        "order",
        "order_line",
        "price_deflator",
        "price_item",
        "procurement",
        "review_case",
        "scope",
        "supplier",
        "threshold",
        "unit",
    }
)


class Frames:
    """Frames by name. `ledger` is the cube with what the registers know of it, made at first use.

    Where `shared` is given, what `known` lacks is its: the frames of the edition at which the registers last changed.
    """

    def __init__(self, known: Mapping[str, pl.DataFrame], shared: "Frames | None" = None) -> None:
        self._known = dict(known)
        self._shared = shared
        self._making = RLock()  # two pages that ask at once wait for one answer

    def __getitem__(self, name: str) -> pl.DataFrame:
        """The frame with this name; KeyError where there is none."""
        if self._shared is not None and name not in self._known:
            return self._shared[name]
        with self._making:
            if name == "ledger" and name not in self._known:
                self._known[name] = enriched_ledger(self)
            return self._known[name]


def read_registers(known: Collection[str] = ()) -> dict[str, pl.DataFrame]:
    """Every register a metric needs and that is not `known`, as of one moment."""
    with reading() as connection:
        return {name: read(connection) for name, read in READERS.items() if name not in known}


def read_tables(edition: Edition, shared: Frames | None = None) -> Frames:
    """The frames of an edition; what changes only with the registers is taken from `shared`, where that is given."""
    if shared is not None:
        return Frames(read_registers(OF_REGISTERS), shared)
    return Frames({**read_registers(), **{name: build.frame(edition, name) for name in ("cube", "invoices")}})

"""The row frames metrics name, and what each can be narrowed and split by."""

from collections.abc import Callable
from dataclasses import dataclass

import polars as pl

from dashboard.data.row_frames import (
    contracts,
    deviations,
    extensions,
    invoices,
    ledger,
    officers,
    orders,
    planned,
    procurements,
    recoveries,
    reviews,
    suppliers,
    surveys,
)
from dashboard.data.row_frames.ask import DIMENSIONS, Ask, Tables
from dashboard.rules.limits import limits_on


@dataclass(frozen=True)
class RowFrame:
    """How a row frame is made. `is_state`: its `period` is the last month of a window, as things stood then.

    Where there are very many rows, `facts` are all the columns a metric may ask about and `sums` those that add up.
    """

    build: Callable[[Tables, Ask], pl.DataFrame]
    is_state: bool = False
    dimensions: tuple[str, ...] = DIMENSIONS
    facts: tuple[str, ...] = ()
    sums: tuple[str, ...] = ()


ROW_FRAMES: dict[str, RowFrame] = {
    "ledger": RowFrame(ledger.ledger_rows, facts=ledger.FACTS, sums=ledger.SUMS),
    "invoices": RowFrame(
        invoices.invoice_rows, dimensions=("unit_id", "supplier_id"), facts=invoices.FACTS, sums=invoices.SUMS
    ),
    "suppliers": RowFrame(suppliers.supplier_rows, is_state=True),
    "contracts": RowFrame(contracts.contract_rows, is_state=True),
    "contract_fields": RowFrame(contracts.contract_field_rows, is_state=True),
    "published_procurements": RowFrame(procurements.published_rows),
    "mature_procurements": RowFrame(procurements.mature_rows),
    "signed_procurements": RowFrame(procurements.signed_rows),
    "planned_procurements": RowFrame(planned.planned_rows),
    "officers": RowFrame(officers.officer_rows, dimensions=()),
    "extensions": RowFrame(extensions.extension_rows),
    "decided_reviews": RowFrame(reviews.decided_rows),
    "held_up_procurements": RowFrame(reviews.held_up_rows),
    "lots": RowFrame(procurements.lot_rows),
    "won_lots": RowFrame(procurements.won_rows),
    "order_lines": RowFrame(orders.order_rows),
    "deliveries": RowFrame(orders.delivery_rows),
    "surveys": RowFrame(surveys.survey_rows),
    "deviations": RowFrame(deviations.deviation_rows),
    "closed_deviations": RowFrame(deviations.closed_deviation_rows),
    "settled_deviations": RowFrame(deviations.settled_deviation_rows),
    "recoveries": RowFrame(recoveries.recovery_rows, is_state=True),
}


class Rows:
    """The row frames for one question, each made at first use: metrics that count the same rows share them."""

    def __init__(self, tables: Tables, ask: Ask) -> None:
        self.tables = tables
        self.ask = ask
        self.limits = limits_on(tables["rule_limit"], ask.as_of)
        self._made: dict[str, pl.DataFrame] = {}

    def reach_back_to(self, name: str, first: int) -> bool:
        """Whether the ledger, where the frame rests on it, begins in the month `first` or earlier."""
        source = {"ledger": "cube", "suppliers": "cube", "invoices": "invoices"}.get(name)
        begins = self.tables[source]["period"].min() if source else None
        return not isinstance(begins, int) or begins <= first

    def __getitem__(self, name: str) -> pl.DataFrame:
        """The rows of the frame `name`; rows that no metric could tell apart are added up where there are many."""
        if name not in self._made:
            self._made[name] = self._condensed(ROW_FRAMES[name])
        return self._made[name]

    def every(self, name: str) -> pl.DataFrame:
        """The rows of the frame `name`, one by one; columns as its builder says."""
        return ROW_FRAMES[name].build(self.tables, self.ask)

    def _condensed(self, frame: RowFrame) -> pl.DataFrame:
        rows = frame.build(self.tables, self.ask)
        if not frame.facts:
            return rows
        return rows.group_by("period", *self.ask.by, *frame.facts).agg(pl.col(*frame.sums).sum())

"""The row frames metrics name, and what each can be narrowed and split by."""

from collections.abc import Callable
from dataclasses import dataclass

import polars as pl

from dashboard.data.row_frames import contracts, invoices, ledger, orders, procurements, suppliers, surveys
from dashboard.data.row_frames.ask import DIMENSIONS, Ask, Tables
from dashboard.rules.limits import limits_on


@dataclass(frozen=True)
class RowFrame:
    """How a row frame is made. `is_state`: its `period` is the last month of a window, as things stood then."""

    build: Callable[[Tables, Ask], pl.DataFrame]
    is_state: bool = False
    dimensions: tuple[str, ...] = DIMENSIONS


ROW_FRAMES: dict[str, RowFrame] = {
    "ledger": RowFrame(ledger.ledger_rows),
    "invoices": RowFrame(invoices.invoice_rows, dimensions=("unit_id", "supplier_id")),
    "suppliers": RowFrame(suppliers.supplier_rows, is_state=True),
    "contracts": RowFrame(contracts.contract_rows, is_state=True),
    "contract_fields": RowFrame(contracts.contract_field_rows, is_state=True),
    "published_procurements": RowFrame(procurements.published_rows),
    "mature_procurements": RowFrame(procurements.mature_rows),
    "signed_procurements": RowFrame(procurements.signed_rows),
    "lots": RowFrame(procurements.lot_rows),
    "won_lots": RowFrame(procurements.won_rows),
    "order_lines": RowFrame(orders.order_rows),
    "deliveries": RowFrame(orders.delivery_rows),
    "surveys": RowFrame(surveys.survey_rows),
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
        """The rows of the frame `name`; columns as its builder says."""
        if name not in self._made:
            self._made[name] = ROW_FRAMES[name].build(self.tables, self.ask)
        return self._made[name]

"""The row frames metrics name, and what each can be narrowed and split by."""

from collections.abc import Callable
from dataclasses import dataclass

import polars as pl

from dashboard.data.row_frames import contracts, invoices, ledger, orders, procurements, suppliers, surveys
from dashboard.data.row_frames.ask import DIMENSIONS, Ask, Tables


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


def metric_rows(name: str, tables: Tables, ask: Ask) -> pl.DataFrame:
    """The rows of the frame `name` for this question; columns as its builder says."""
    return ROW_FRAMES[name].build(tables, ask)

"""One valid ledger line, or a valid row of a file; say only what matters."""

from typing import Any

import polars as pl

from data_access.importers.frame import FRAME_SCHEMA
from data_access.ledger_schema import LEDGER_SCHEMA


def lines(*rows: dict[str, Any]) -> pl.DataFrame:
    """Lines as the ledger stores them."""
    usual = {"member": 0, "row": 2, "period": 202611, "alias_id": 1, "amount_ore": 100_00, "is_gross": False}
    return pl.DataFrame([usual | row for row in rows], schema=LEDGER_SCHEMA)


def file_rows(*rows: dict[str, Any]) -> pl.DataFrame:
    """Rows as a reader gives them, before names and codes have ids."""
    usual = {"member": 0, "period": 202611, "amount_ore": 100_00, "is_gross": False}
    counted = [usual | {"row": number} | row for number, row in enumerate(rows, start=2)]
    return pl.DataFrame(counted, schema=FRAME_SCHEMA)

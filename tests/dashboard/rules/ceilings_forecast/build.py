"""Contracts with ceilings and what was bought on them: one valid row, say only what matters."""

from datetime import date
from typing import Any

import polars as pl

from dashboard.rules.ceilings_forecast.forecast import ceiling_forecast
from dashboard.rules.ceilings_forecast.limits import CeilingLimits

Row = dict[str, Any]
CONTRACT = {"contract_id": pl.Int64, "ceiling_ore": pl.Int64, "from_on": pl.Date, "to_on": pl.Date}
CONSUMED = {"contract_id": pl.Int64, "period": pl.Int32, "amount_ore": pl.Int64}
CALL_OFF = {"contract_id": pl.Int64, "framework_id": pl.Int64}
ORDER = {"contract_id": pl.Int64, "open_ore": pl.Int64}
FIRST, LAST = 202301, 202506


def contract(**more: Any) -> Row:
    """A ceiling of 1 000 kr over three years, of which half has passed."""
    term = {"from_on": date(2024, 1, 1), "to_on": date(2026, 12, 31)}
    return {"contract_id": 1, "ceiling_ore": 100_000, **term, **more}


def bought(*ore: int, contract_id: int = 1, last: int = LAST) -> list[Row]:
    """What was bought in each of the months that end with `last`."""
    ends = last // 100 * 12 + last % 100 - 1
    numbers = range(ends - len(ore) + 1, ends + 1)
    return [
        {"contract_id": contract_id, "period": at // 12 * 100 + at % 12 + 1, "amount_ore": amount}
        for at, amount in zip(numbers, ore, strict=True)
    ]


def forecast(
    contracts: list[Row], consumed: list[Row], call_offs: list[Row] | None = None, open_orders: list[Row] | None = None
) -> list[Row]:
    """The contracts at the end of June 2025, in order."""
    return ceiling_forecast(
        pl.DataFrame(contracts, CONTRACT),
        pl.DataFrame(consumed, CONSUMED),
        pl.DataFrame(call_offs or [], CALL_OFF),
        pl.DataFrame(open_orders or [], ORDER),
        CeilingLimits(),
        FIRST,
        LAST,
    ).to_dicts()

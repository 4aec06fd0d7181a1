"""Ceilings of frameworks: set after what the plan will buy, so that some are reached before the term ends."""

import numpy as np
import polars as pl

from sample_data.clock import MONTHS, Floats
from sample_data.contracts import Contract
from sample_data.draw import stream
from sample_data.plan import COMPLIANCE, MSEK, Plan, openings
from sample_data.stories import EXHAUSTED_ON


def bought_sek(plan: Plan) -> Floats:
    """What each contract will sell in each month, about: `[contract, month]`."""
    bought = np.zeros((len(plan.category), MONTHS))
    for month in range(MONTHS):
        opened = openings(plan, month)
        np.add.at(bought[:, month], opened.contract, opened.weight * COMPLIANCE[plan.category[opened.contract]])
    return bought


def ceilings(contracts: list[Contract], plan: Plan) -> list[int | None]:
    """Ore by contract; null where nobody knows. One in ten is too low for what is bought."""
    rng = stream("ceilings")
    total = bought_sek(plan).sum(axis=1)
    return [_ceiling(rng, contract, total[place]) for place, contract in enumerate(contracts)]


def _ceiling(rng: np.random.Generator, contract: Contract, bought: float) -> int | None:
    draw, factor = rng.random(), rng.uniform(1.7, 3.2)
    may_run_out = draw > 0.9 and MSEK[contract.category] < 32
    is_stated = draw >= (0.22 if contract.type == "ramavtal" else 0.5)
    if not is_stated or bought <= 0:
        return None
    return _round(bought * (rng.uniform(0.7, 0.95) if may_run_out else factor))


def exhausting_ceiling(lines: pl.DataFrame) -> int:
    """The ceiling that the told framework reaches on its day; `lines` are its lines."""
    days = pl.coalesce("delivered_on", "ordered_on", "invoiced_on", "posted_on")
    bought = lines.filter(days < EXHAUSTED_ON)["amount_ore"].sum()
    return _round(float(bought) / 100)


def _round(sek: float) -> int:
    return max(round(sek / 100_000), 1) * 10_000_000

"""The contracts as arrays: which of them a department can buy a category on, month by month."""

from dataclasses import dataclass

import numpy as np

from sample_data.categories import CATALOGUE, COUNT, category_id
from sample_data.clock import STARTS, Bools, Days, Floats, Ints
from sample_data.contracts import EVERY_UNIT, Contract
from sample_data.draw import chance, stream
from sample_data.organisation import BUYERS, profile_weights
from sample_data.stories import FIXED_TERMS, SLIDING, TOLD

UNITS = len(BUYERS)
MOST_SUPPLIERS = 4
RANK_EDGES = np.array([0.78, 0.93, 0.98])

MSEK: Floats = CATALOGUE["msek"].to_numpy()
UNIT_SHARES: Floats = np.array([profile_weights(profile) for profile in CATALOGUE["profile"]])
IS_TOLD: Bools = CATALOGUE["code"].is_in(TOLD).to_numpy()
COMPLIANCE: Floats = CATALOGUE["compliance"].cast(float).to_numpy()


@dataclass(frozen=True)
class Plan:
    """One place in every array for each contract; `suppliers` holds ids, 0 where there are fewer."""

    category: Ints
    unit: Ints
    start: Days
    end: Days
    suppliers: Ints
    supplier_count: Ints
    is_ranked: Bools
    is_e_tradeable: Bools
    has_prices: Bools
    sliding: int  # the contract whose supplier slides


@dataclass(frozen=True)
class Openings:
    """Pairs of contract and buyer open in one month, sorted by `key` = category x UNITS + buyer."""

    contract: Ints
    key: Ints
    weight: Floats  # SEK a month, the buyer's cost of the category parted among its open contracts

    def pick(self, keys: Ints, draw: Floats) -> Ints:
        """A contract's position for each key, -1 where none is open."""
        low = np.searchsorted(self.key, keys, side="left")
        count = np.searchsorted(self.key, keys, side="right") - low
        place = low + np.floor(draw * count).astype(np.int64)
        return np.where(count > 0, self.contract[np.minimum(place, len(self.contract) - 1)], -1)


def plan(contracts: list[Contract]) -> Plan:
    """The contracts as arrays, with what chance decides about them."""
    suppliers = np.zeros((len(contracts), MOST_SUPPLIERS), dtype=np.int64)
    for place, contract in enumerate(contracts):
        suppliers[place, : len(contract.suppliers)] = contract.suppliers
    category = np.array([contract.category for contract in contracts])
    is_framework = np.array([contract.type == "ramavtal" for contract in contracts])
    return Plan(
        category,
        np.array([contract.unit for contract in contracts]),
        np.array([contract.start for contract in contracts], dtype="datetime64[D]"),
        np.array([contract.end for contract in contracts], dtype="datetime64[D]"),
        suppliers,
        np.count_nonzero(suppliers, axis=1),
        np.array([contract.is_ranked for contract in contracts]),
        is_framework & (CATALOGUE["etrade"].to_numpy()[category] == 1),
        is_framework
        & (CATALOGUE["prices"].to_numpy()[category] == 1)
        & (chance(stream("price lists"), 0.8, len(contracts)) | (category == category_id(SLIDING) - 1)),
        told_contract(contracts, SLIDING),
    )


def told_contract(contracts: list[Contract], code: str) -> int:
    """The position of the contract that the story of this category is about."""
    start, _ = FIXED_TERMS[code]
    wanted = (category_id(code) - 1, EVERY_UNIT, start)
    return next(i for i, one in enumerate(contracts) if (one.category, one.unit, one.start) == wanted)


def openings(plan: Plan, month: int) -> Openings:
    """What is open in a month: begun by its middle and not ended before its first day."""
    middle = STARTS[month] + np.timedelta64(14, "D")
    is_open = (plan.start <= middle) & (plan.end >= STARTS[month]) & (plan.supplier_count > 0)
    wide = np.flatnonzero(is_open & (plan.unit == EVERY_UNIT))
    own = np.flatnonzero(is_open & (plan.unit != EVERY_UNIT))
    contract = np.concatenate([np.repeat(wide, UNITS), own])
    unit = np.concatenate([np.tile(np.arange(UNITS), len(wide)), plan.unit[own]])
    key = plan.category[contract] * UNITS + unit
    order = np.argsort(key, kind="stable")
    contract, key = contract[order], key[order]
    sharers = np.bincount(key, minlength=COUNT * UNITS)[key]
    weight = (MSEK[:, None] * UNIT_SHARES).reshape(-1)[key] / sharers * 1e6 / 12
    return Openings(contract, key, weight)


def pick_supplier(plan: Plan, contract: Ints, draw: Floats) -> Ints:
    """A supplier of each contract: mostly the first where they are ranked, else any of them."""
    count = plan.supplier_count[contract]
    ranked = np.minimum(np.searchsorted(RANK_EDGES, draw, side="right"), count - 1)
    place = np.where(plan.is_ranked[contract], ranked, np.floor(draw * count).astype(np.int64))
    return plan.suppliers[contract, place]

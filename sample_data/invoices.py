"""The invoices of a month: what was bought, for whom, which way, from which supplier, and behind which order."""

from dataclasses import dataclass

import numpy as np

from sample_data.categories import CATALOGUE, COUNT
from sample_data.clock import MONTHS, Floats, Ints
from sample_data.draw import chance, weighted
from sample_data.organisation import LOYALTY, LOYALTY_GAIN
from sample_data.plan import COMPLIANCE, IS_TOLD, MSEK, UNIT_SHARES, UNITS, Openings, openings, pick_supplier
from sample_data.suppliers import Suppliers
from sample_data.world import World

ON_CONTRACT, OUTSIDE, DIRECT, OTHER = 0, 1, 2, 3


@dataclass(frozen=True)
class Invoices:
    """One place for each invoice of a month; `contract` is -1 where it was not bought on one."""

    category: Ints
    unit: Ints
    route: Ints
    contract: Ints
    supplier: Ints
    order: Ints


def draw_invoices(rng: np.random.Generator, world: World, month: int, size: int) -> Invoices:
    """`size` invoices of one month."""
    weight = np.where(IS_TOLD, 0.0, MSEK**0.62)
    category = weighted(rng, weight, size)
    unit = np.minimum((rng.random(size)[:, None] > np.cumsum(UNIT_SHARES, axis=1)[category]).sum(axis=1), UNITS - 1)
    opened = openings(world.plan, month)
    contract = opened.pick(category * UNITS + unit, rng.random(size))
    route = _routes(rng, month, category, unit, contract)
    supplier, contract = _suppliers(rng, world, month, opened, category, unit, route, contract)
    order, supplier, unit = _orders(rng, world, month, contract, supplier, unit)
    return Invoices(category, unit, route, contract, supplier, order)


def _routes(rng: np.random.Generator, month: int, category: Ints, unit: Ints, contract: Ints) -> Ints:
    """Which way each purchase took: on a contract where there is one, more and more often."""
    gain = LOYALTY[unit] + LOYALTY_GAIN[unit] * month / MONTHS
    loyal = np.clip(COMPLIANCE[category] - 0.055 + gain, 0, 1)
    outside = np.where(chance(rng, 0.24, len(category)), OTHER, OUTSIDE)
    without = np.select([chance(rng, 0.5, len(category)), chance(rng, 0.12, len(category))], [DIRECT, OTHER], OUTSIDE)
    drawn = np.where(contract >= 0, np.where(chance(rng, loyal, len(category)), ON_CONTRACT, outside), without)
    return np.where(CATALOGUE["contracts"].to_numpy()[category] == 0, np.where(drawn == OTHER, OUTSIDE, drawn), drawn)


def _suppliers(
    rng: np.random.Generator,
    world: World,
    month: int,
    opened: Openings,
    category: Ints,
    unit: Ints,
    route: Ints,
    contract: Ints,
) -> tuple[Ints, Ints]:
    """A supplier for each invoice by its route, and the contract, -1 where the route was another."""
    size = len(category)
    on_contract = pick_supplier(world.plan, np.maximum(contract, 0), rng.random(size))
    free = _free_supplier(world.suppliers, category, rng.random(size) ** 2.4)
    neighbour = opened.pick((category + 1) % COUNT * UNITS + unit, rng.random(size))
    other = np.where(neighbour >= 0, pick_supplier(world.plan, np.maximum(neighbour, 0), rng.random(size)), free)
    awarded = world.awards.pick(month, category, rng.random(size))
    supplier = np.select(
        [route == ON_CONTRACT, route == OTHER, (route == DIRECT) & (awarded > 0)], [on_contract, other, awarded], free
    )
    return supplier, np.where(route == ON_CONTRACT, contract, -1)


def _free_supplier(suppliers: Suppliers, category: Ints, draw: Floats) -> Ints:
    """A supplier of the trade that has no contract; where all may sell (nothing to compete for), any of them."""
    free = suppliers.is_reserved & ~suppliers.is_tail | (CATALOGUE["contracts"].to_numpy()[suppliers.home] == 0)
    ids = np.flatnonzero(free)
    ids = ids[np.argsort(suppliers.home[ids], kind="stable")]
    low = np.searchsorted(suppliers.home[ids], category, side="left")
    count = np.searchsorted(suppliers.home[ids], category, side="right") - low
    return ids[low + np.floor(draw * count).astype(np.int64)] + 1


def _orders(
    rng: np.random.Generator, world: World, month: int, contract: Ints, supplier: Ints, unit: Ints
) -> tuple[Ints, Ints, Ints]:
    """An order behind most invoices of the shop; supplier and buyer are then those of the order."""
    size = len(contract)
    position = np.maximum(contract, 0)
    share = np.where(world.plan.is_e_tradeable[position], 0.68 + 0.16 * month / MONTHS, 0.1)
    wanted = (contract >= 0) & chance(rng, share, size)
    earlier = np.maximum(month - chance(rng, 0.66 + 0.16 * month / MONTHS, size).astype(np.int64), 0)
    order = np.where(wanted, world.orders.pick(earlier, contract, rng.random(size)), -1)
    place = np.maximum(order, 0)
    return (
        order,
        np.where(order >= 0, world.orders.supplier[place], supplier),
        np.where(order >= 0, world.orders.unit[place], unit),
    )

"""Forty thousand purchase orders, whatever the number of ledger lines, and what was promised and received."""

from dataclasses import dataclass

import numpy as np
import polars as pl

from sample_data.clock import AS_OF, MONTHS, STARTS, Bools, Days, Floats, Ints
from sample_data.draw import chance, stream, weighted
from sample_data.organisation import BUYERS
from sample_data.plan import UNITS, Plan, openings, pick_supplier
from sample_data.prices import ARTICLES, CORE, Prices
from sample_data.stories import SLIDE_FROM

ORDERS = 40_000
CHANNELS = ("ehandel", "punchout", "fritext", "mejl", "telefon")
IN_THE_SHOP = np.array([0.50, 0.14, 0.12, 0.16, 0.08])
ELSEWHERE = np.array([0.0, 0.0, 0.2, 0.5, 0.3])


@dataclass(frozen=True)
class Orders:
    """Orders sorted by month; ids are places plus one. `pool` finds a contract's orders of one month."""

    contract: Ints
    unit: Ints
    supplier: Ints
    month: Ints
    created: Days
    channel: Ints
    value_ore: Ints
    numbers: pl.Series
    pool_key: Ints  # month x contracts + contract, sorted
    pool_order: Ints
    contracts: int

    def pick(self, month: Ints, contract: Ints, draw: Floats) -> Ints:
        """An order of each contract in each month, -1 where there is none."""
        keys = month * self.contracts + contract
        low = np.searchsorted(self.pool_key, keys, side="left")
        count = np.searchsorted(self.pool_key, keys, side="right") - low
        place = np.minimum(low + np.floor(draw * count).astype(np.int64), len(self.pool_order) - 1)
        return np.where((count > 0) & (contract >= 0), self.pool_order[place], -1)


def orders(plan: Plan) -> Orders:
    """Draws the orders month by month among the open contracts; those for the e-commerce system mostly."""
    parts = [_month(plan, month) for month in range(MONTHS)]
    contract, unit, supplier, month, created, channel, value = (
        np.concatenate(column) for column in zip(*parts, strict=True)
    )
    key = month * len(plan.category) + contract
    order = np.argsort(key, kind="stable")
    year = created.astype("datetime64[Y]").astype(str)
    numbers = [f"B{y[2:]}{place + 1:06d}" for place, y in enumerate(year)]
    return Orders(
        contract, unit, supplier, month, created, channel, value,
        pl.Series(numbers), key[order], order, len(plan.category),
    )  # fmt: skip


def _month(plan: Plan, month: int) -> tuple[Ints, Ints, Ints, Ints, Days, Ints, Ints]:
    rng = stream("orders", month)
    size = ORDERS * (month + 1) // MONTHS - ORDERS * month // MONTHS
    opened = openings(plan, month)
    wanted = np.sqrt(opened.weight) * np.where(plan.is_e_tradeable[opened.contract], 1.0, 0.12)
    place = weighted(rng, wanted, size)
    contract, unit = opened.contract[place], opened.key[place] % UNITS
    days = int((STARTS[month + 1] - STARTS[month]).astype(int))
    created = np.sort(STARTS[month] + rng.integers(0, days, size).astype("timedelta64[D]"))
    shift = 0.14 * month / MONTHS  # the shop gains on e-mail
    shop = weighted(rng, IN_THE_SHOP + np.array([shift, 0, 0, -shift * 0.7, -shift * 0.3]), size)
    channel = np.where(plan.is_e_tradeable[contract], shop, weighted(rng, ELSEWHERE, size))
    value = (rng.lognormal(9.0, 1.2, size) * 100).astype(np.int64)
    supplier = pick_supplier(plan, contract, rng.random(size))
    return contract, unit, supplier, np.full(size, month), created, channel, value


def order_rows(made: Orders) -> pl.DataFrame:
    """Rows of `purchase_order`."""
    return pl.DataFrame(
        {
            "id": np.arange(1, len(made.contract) + 1),
            "number": made.numbers,
            "created_on": made.created,
            "unit_id": np.array(BUYERS)[made.unit],
            "supplier_id": made.supplier,
            "contract_id": made.contract + 1,
            "channel": pl.Series(CHANNELS).gather(made.channel),
            "value_ore": made.value_ore,
        }
    )


def order_line_rows(plan: Plan, prices: Prices, made: Orders) -> pl.DataFrame:
    """Rows of `order_line`: one to three an order, most received in time and whole."""
    rng = stream("order lines")
    count = rng.choice([1, 2, 3], len(made.contract), p=[0.62, 0.26, 0.12])
    order = np.repeat(np.arange(len(made.contract)), count)
    size = len(order)
    contract = made.contract[order]
    has_list = plan.has_prices[contract] & chance(rng, 0.9, size)
    core = chance(rng, 0.66 + 0.14 * made.month[order] / MONTHS, size)
    drawn = np.where(core, rng.integers(0, CORE, size), rng.integers(CORE, ARTICLES, size))
    article = np.where(has_list, drawn, -1)
    quantity = rng.integers(1, 40, size).astype(float)
    promised = made.created[order] + rng.integers(3, 20, size).astype("timedelta64[D]")
    late = _late(rng, contract == plan.sliding, promised)
    received = promised + np.where(late, rng.integers(1, 25, size), -rng.integers(0, 3, size)).astype("timedelta64[D]")
    is_short = chance(rng, np.where(late, 0.10, 0.006), size)
    is_open = received > np.datetime64(AS_OF)
    return pl.DataFrame(
        {
            "id": np.arange(1, size + 1),
            "order_id": order + 1,
            "article_no": prices.article_numbers(contract, article),
            "category_id": plan.category[contract] + 1,
            "quantity": quantity,
            "value_ore": made.value_ore[order] // count[order],
            "promised_on": pl.Series(promised).set(pl.Series(chance(rng, 0.06, size)), None),
            "received_on": pl.Series(received).set(pl.Series(is_open), None),
            "quantity_ok": pl.Series(np.where(is_short, np.floor(quantity * 0.8), quantity)).set(
                pl.Series(is_open), None
            ),
        }
    )


def _late(rng: np.random.Generator, slides: Bools, promised: Days) -> Bools:
    """One line in forty-five is late; on the sliding supplier's contract more and more."""
    months = (promised - SLIDE_FROM).astype(int) / 30
    slide = np.clip(0.06 + 0.045 * months, 0.06, 0.55)
    return chance(rng, np.where(slides, slide, 0.022), len(slides))

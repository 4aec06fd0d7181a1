"""What each line costs: a month's cost of a category is its plan's, whatever the number of lines."""

from dataclasses import dataclass

import numpy as np
import polars as pl

from sample_data.categories import COUNT
from sample_data.clock import FIRST_MONTH, MONTHS, STARTS, Bools, Days, Floats, Ints
from sample_data.draw import chance
from sample_data.plan import MSEK
from sample_data.prices import ARTICLES, CORE
from sample_data.stories import SLIDE_FROM
from sample_data.world import World

SEASON = np.array([0.96, 0.94, 1.02, 1.0, 1.0, 1.06, 0.72, 0.9, 1.02, 1.06, 1.06, 1.26])
GROWTH = 0.022  # a year


@dataclass(frozen=True)
class Money:
    """One place for each line; `article` is -1, price and quantity null where the line names no article."""

    article: Ints
    unit_price_ore: pl.Series
    quantity: pl.Series
    amount_ore: Ints


def draw_money(
    rng: np.random.Generator, world: World, month: int, category: Ints, contract: Ints, days: Days, of: Ints
) -> Money:
    """The money of lines whose category, contract (-1: none) and day that counts are given; `of` is their invoice."""
    amount = _amounts(rng, month, category, of)
    place = np.maximum(contract, 0)
    article = _articles(rng, (contract >= 0) & world.plan.has_prices[place])
    agreed = world.prices.at(world.plan, place, np.maximum(article, 0), days)
    price = np.maximum(np.round(agreed * _deviation(rng, month, contract == world.plan.sliding)), 1).astype(np.int64)
    quantity = np.maximum(np.round(amount / price), 1)
    none = pl.Series(article < 0)
    return Money(
        article,
        pl.Series(price).set(none, None),
        pl.Series(quantity).set(none, None),
        np.where(article >= 0, (quantity * price).astype(np.int64), amount),
    )


def _amounts(rng: np.random.Generator, month: int, category: Ints, of: Ints) -> Ints:
    """Many small lines and few large ones, so scaled that each category costs what the plan says."""
    raw = rng.lognormal(0, 1.25, int(of[-1]) + 1)[of] * rng.lognormal(0, 0.7, len(of))
    season = SEASON[(month + FIRST_MONTH[1] - 1) % 12] * (1 + GROWTH * (month - MONTHS / 2) / 12)
    scale = MSEK * 1e8 / 12 * season / np.maximum(np.bincount(category, raw, COUNT), 1e-9)
    amounts: Ints = np.maximum(raw * scale[category], 100).astype(np.int64)
    return amounts


def _articles(rng: np.random.Generator, may_have: Bools) -> Ints:
    """An article for most lines of a contract with a price list, of its core assortment mostly."""
    size = len(may_have)
    core = chance(rng, 0.72, size)
    drawn = np.where(core, rng.integers(0, CORE, size), rng.integers(CORE, ARTICLES, size))
    return np.where(may_have & chance(rng, 0.78, size), drawn, -1)


def _deviation(rng: np.random.Generator, month: int, slides: Bools) -> Floats:
    """What is charged over what was agreed: 1 nearly always, not so at the sliding supplier of late."""
    size = len(slides)
    is_off = chance(rng, np.where(slides & (STARTS[month] >= SLIDE_FROM), 0.3, 0.035), size)
    return np.where(is_off, rng.uniform(1.02, 1.14, size), 1.0)

"""Price lists: two dozen articles a contract, the first ten its core assortment, prices raised once a year in."""

from dataclasses import dataclass

import numpy as np
import polars as pl

from sample_data.categories import CATALOGUE
from sample_data.clock import Days, Ints
from sample_data.draw import stream
from sample_data.plan import Plan

ARTICLES = 24
CORE = 10
RAISE = 1.028
RAISED_AFTER = np.timedelta64(365, "D")
UNITS_OF_SALE = ("st", "frp", "kg", "tim", "m2")


@dataclass(frozen=True)
class Prices:
    """`ore[contract, article]` as first agreed, and `raised` after a year; 0 rows where there is no list."""

    place: Ints  # by contract: the row in `ore`, -1 without a list
    ore: Ints
    raised: Ints
    numbers: pl.Series  # article numbers, row by row

    def at(self, plan: Plan, contract: Ints, article: Ints, day: Days) -> Ints:
        """The agreed price of each article on its day."""
        row = self.place[contract]
        is_raised = day >= plan.start[contract] + RAISED_AFTER
        return np.where(is_raised, self.raised[row, article], self.ore[row, article])

    def article_numbers(self, contract: Ints, article: Ints) -> pl.Series:
        """Article numbers; null where `article` is negative."""
        place = np.where(article >= 0, self.place[contract] * ARTICLES + article, -1)
        return self.numbers.gather(pl.Series(place).replace(-1, None))


def prices(plan: Plan) -> Prices:
    """Prices for every contract with a list: dear things in dear categories."""
    with_list = np.flatnonzero(plan.has_prices)
    rng = stream("prices")
    dear = np.sqrt(CATALOGUE["msek"].to_numpy()[plan.category[with_list]])[:, None] * 6_000
    ore = np.maximum(900, dear * rng.lognormal(0, 0.9, (len(with_list), ARTICLES))).astype(np.int64) // 50 * 50
    place = np.full(len(plan.category), -1)
    place[with_list] = np.arange(len(with_list))
    numbers = [f"A{contract + 1:03d}-{article + 1:02d}" for contract in with_list for article in range(ARTICLES)]
    return Prices(place, ore, (ore * RAISE).astype(np.int64), pl.Series(numbers, dtype=pl.String))


def price_items(plan: Plan, made: Prices) -> pl.DataFrame:
    """Rows of `price_item`: the first year's price and the one after it."""
    contract = np.repeat(np.flatnonzero(plan.has_prices), ARTICLES)
    article = np.tile(np.arange(ARTICLES), len(contract) // ARTICLES)
    start = plan.start[contract]
    names = CATALOGUE["name"].gather(plan.category[contract])
    shared = {
        "contract_id": contract + 1,
        "article_no": made.numbers,
        "description": names + " " + pl.Series((article + 1).astype(str)),
        "unit": [UNITS_OF_SALE[place % len(UNITS_OF_SALE)] for place in article],
        "is_core": article < CORE,
    }
    first = {"unit_price_ore": made.ore.ravel(), "valid_from": start, "valid_to": start + RAISED_AFTER - 1}
    later = {"unit_price_ore": made.raised.ravel(), "valid_from": start + RAISED_AFTER, "valid_to": None}
    frames = [
        pl.DataFrame(shared | version).with_columns(pl.col("valid_to").cast(pl.Date)) for version in (first, later)
    ]
    return pl.concat(frames).select(pl.int_range(1, pl.len() + 1).alias("id"), pl.all())

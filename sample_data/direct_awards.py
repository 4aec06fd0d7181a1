"""Direct awards: for what no contract covers, most of them documented as they should be."""

from dataclasses import dataclass

import numpy as np
import polars as pl

from sample_data.categories import CATALOGUE, COUNT
from sample_data.clock import STARTS, Bools, Days, Floats, Ints
from sample_data.draw import chance, stream
from sample_data.organisation import BUYERS, profile_weights
from sample_data.plan import IS_TOLD
from sample_data.suppliers import Suppliers

AWARDS = 460
YEAR = np.timedelta64(365, "D")


@dataclass(frozen=True)
class DirectAwards:
    """One place for each award; `unit` is a buyer's position, -1 for every unit."""

    category: Ints
    supplier: Ints
    unit: Ints
    decided: Days
    value_ore: Ints
    is_documented: Bools
    quotes: Ints

    def pick(self, month: int, category: Ints, draw: Floats) -> Ints:
        """A supplier awarded each category and every unit within the year before; 0 where nobody is."""
        start = STARTS[month]
        valid = np.flatnonzero((self.decided <= start) & (self.decided + YEAR > STARTS[month + 1]) & (self.unit < 0))
        valid = valid[np.argsort(self.category[valid], kind="stable")]
        low = np.searchsorted(self.category[valid], category, side="left")
        count = np.searchsorted(self.category[valid], category, side="right") - low
        place = np.minimum(low + np.floor(draw * count).astype(np.int64), len(valid) - 1)
        return np.where(count > 0, self.supplier[valid[place]], 0)


def direct_awards(suppliers: Suppliers) -> DirectAwards:
    """Awards over four years, most in categories without a contract for all."""
    rng = stream("direct awards")
    reach = CATALOGUE["reach"].to_numpy()
    weight = np.select([reach == "partly", reach == "wide"], [4.0, 0.5], 3.0) * (np.arange(COUNT) >= 13) * ~IS_TOLD
    category = rng.choice(COUNT, AWARDS, p=weight / weight.sum())
    units = [int(rng.choice(len(BUYERS), p=profile_weights(CATALOGUE["profile"][int(place)]))) for place in category]
    return DirectAwards(
        category,
        np.array([int(rng.choice(suppliers.of(int(place), reserved=True))) for place in category]),
        np.where(chance(rng, 0.7, AWARDS), -1, np.array(units)),
        np.datetime64("2022-11-01") + rng.integers(0, 1440, AWARDS).astype("timedelta64[D]"),
        np.minimum(rng.lognormal(12.2, 0.7, AWARDS), 690_000).astype(np.int64) // 500 * 500 * 100,
        chance(rng, 0.88, AWARDS),
        rng.integers(0, 4, AWARDS),
    )


def award_rows(made: DirectAwards) -> pl.DataFrame:
    """Rows of `direct_award`; one in fifteen has no registration number."""
    size = len(made.category)
    year = made.decided.astype("datetime64[Y]").astype(str)
    unit_ids = pl.Series([None if place < 0 else BUYERS[place] for place in made.unit], dtype=pl.Int64)
    numbers = pl.Series([None if i % 15 == 7 else f"DUP {year[i]}/{i + 1:04d}" for i in range(size)])
    return pl.DataFrame(
        {
            "id": np.arange(1, size + 1),
            "registration_number": numbers,
            "supplier_id": made.supplier,
            "category_id": made.category + 1,
            "unit_id": unit_ids,
            "value_ore": made.value_ore,
            "decided_on": made.decided,
            "valid_to": made.decided + YEAR,
            "legal_basis": pl.Series(["LOU 19 a kap."] * size),
            "quotes": made.quotes,
            "is_documented": made.is_documented,
        }
    )

"""Seven hundred contracts: chains of frameworks that follow each other, contracts of single departments, odd ones."""

from dataclasses import dataclass, field
from datetime import date, timedelta

import numpy as np

from sample_data.categories import CATALOGUE, category_id
from sample_data.clock import AS_OF, Ints, add_months, extend_end
from sample_data.draw import stream
from sample_data.organisation import BUYERS, DEPARTMENTS, profile_weights
from sample_data.stories import FIXED_TERMS
from sample_data.suppliers import Suppliers

CONTRACTS = 700
EVERY_UNIT = -1
SINGLE_TYPES = ("kontrakt", "avrop", "direkt", "dis", "other")
SINGLE_SHARES = (0.54, 0.24, 0.17, 0.03, 0.02)


@dataclass
class Option:
    """A right to go on: how long, who decides, how many months before the end, and what became of it."""

    length: int
    mode: str
    call_months: int | None
    exercised_on: date | None = None
    declined_on: date | None = None


@dataclass
class Contract:
    """One contract as the register holds it. `category` and `unit` are positions; the id is its place plus one."""

    category: int
    unit: int
    type: str
    start: date
    initial_end: date
    options: list[Option] = field(default_factory=list)
    suppliers: list[int] = field(default_factory=list)
    is_ranked: bool = False
    terminated_on: date | None = None
    is_until_further_notice: bool = False

    @property
    def end(self) -> date:
        """The last day of validity with the options called so far; far ahead where it runs until further notice."""
        if self.is_until_further_notice:
            return date(2099, 12, 31)
        end = extend_end(self.initial_end, sum(option.length for option in self.options if option.exercised_on))
        return min(end, self.terminated_on) if self.terminated_on else end


def contracts(suppliers: Suppliers) -> list[Contract]:
    """Chains for every category after its number of contracts, then single contracts up to the full number."""
    made: list[Contract] = []
    for category, row in enumerate(CATALOGUE.iter_rows(named=True)):
        if row["contracts"]:
            made += _of_category(category, row, suppliers)
    singles = _singles(suppliers, CONTRACTS - len(made))
    return made + singles


def _of_category(category: int, row: dict[str, object], suppliers: Suppliers) -> list[Contract]:
    rng = stream("contracts", category)
    pool = _Pool(rng.permutation(suppliers.of(category, reserved=False)))
    chains = max(1, round(int(str(row["contracts"])) / 3.0))
    wide = min(chains, 1 + (chains >= 5)) if row["reach"] == "wide" else 0
    buyers = _buyers(str(row["profile"]), str(row["reach"]))
    made: list[Contract] = []
    for chain in range(chains):
        unit = EVERY_UNIT if chain < wide else buyers[(chain - wide) % len(buyers)]
        fixed = FIXED_TERMS.get(str(row["code"])) if chain == 0 else None
        made += _chain(rng, category, unit, pool, fixed)
    return made


class _Pool:
    """Hands out suppliers in turn, so that contracts running together seldom share one."""

    def __init__(self, ids: Ints) -> None:
        self.ids, self.next = ids, 0

    def take(self, count: int) -> list[int]:
        count = min(count, len(self.ids))
        taken = [int(self.ids[(self.next + place) % len(self.ids)]) for place in range(count)]
        self.next += count
        return taken


def _buyers(profile: str, reach: str) -> list[int]:
    """Positions of the departments that may have contracts of their own: those that buy at least 4 %, largest first.

    Where contracts reach only part of the municipality, the smaller half of them has none.
    """
    weights = profile_weights(profile)[: len(DEPARTMENTS)]
    likely = [int(place) for place in np.argsort(-weights, kind="stable") if weights[place] >= 0.04]
    return likely[: (len(likely) + 1) // 2] if reach == "partly" else likely


def _chain(
    rng: np.random.Generator, category: int, unit: int, pool: _Pool, fixed: tuple[date, int] | None
) -> list[Contract]:
    """Contracts after each other, until one reaches past the sample's last day."""
    start = add_months(date(2019, 7, 1), int(rng.integers(0, 44)))
    made: list[Contract] = []
    while start <= AS_OF:
        if fixed and add_months(start, 24) > fixed[0]:
            made.append(_fixed(category, unit, pool, fixed))
            return made
        made.append(_one(rng, category, unit, pool, start))
        gap = int(rng.integers(25, 140)) if rng.random() < 0.06 else 0
        start = made[-1].end + timedelta(days=1 + gap)
        if fixed and start > fixed[0] - timedelta(days=365):
            start = fixed[0]
    is_told = CATALOGUE["code"][category] in FIXED_TERMS  # the story says that nothing follows
    if made[-1].end < add_months(AS_OF, 5) and rng.random() < 0.4 and not is_told:
        made.append(_one(rng, category, unit, pool, start))
    return made


def _fixed(category: int, unit: int, pool: _Pool, term: tuple[date, int]) -> Contract:
    """The framework a story is about: two ranked suppliers, no options."""
    start, months = term
    return Contract(
        category, unit, "ramavtal", start, extend_end(start - timedelta(days=1), months), [], pool.take(2), True
    )


def _one(rng: np.random.Generator, category: int, unit: int, pool: _Pool, start: date) -> Contract:
    """A framework for every unit or a contract of one, with options called where their day has passed."""
    is_framework = unit == EVERY_UNIT or rng.random() < 0.4
    months = int(rng.choice([24, 36, 48, 60], p=[0.6, 0.2, 0.17, 0.03]))
    count = int(rng.choice([1, 2, 3, 4], p=[0.35, 0.25, 0.25, 0.15])) if is_framework else 1
    made = Contract(
        category,
        unit,
        "ramavtal" if is_framework else "kontrakt",
        start,
        extend_end(start - timedelta(days=1), months),
        _options(rng, months),
        pool.take(count),
        count > 1 and bool(rng.random() < 0.75),
    )
    _settle_options(rng, made)
    return made


def _options(rng: np.random.Generator, months: int) -> list[Option]:
    if months >= 48:
        return []
    mode = str(rng.choice(["buyer", "mutual", "automatic"], p=[0.62, 0.3, 0.08]))
    call = None if rng.random() < 0.07 else int(rng.choice([3, 6, 6, 9]))
    return [Option(12, mode, call) for _ in range(2 if months == 24 else 1)]


def _settle_options(rng: np.random.Generator, contract: Contract) -> None:
    """Calls each option whose decision day has passed, declines some; after a no nothing follows."""
    for option in contract.options:
        decide_by = add_months(contract.end, -(option.call_months or 3)) - timedelta(days=int(rng.integers(5, 60)))
        if decide_by > AS_OF:
            return
        if rng.random() < 0.12:
            option.declined_on = decide_by
            return
        option.exercised_on = decide_by


def _singles(suppliers: Suppliers, count: int) -> list[Contract]:
    """Contracts of one department and one supplier; the last twenty are of kinds that are not procured at all."""
    rng = stream("singles")
    weight = CATALOGUE["contracts"].to_numpy()
    places = rng.choice(np.flatnonzero(weight > 0), count - 20, p=weight[weight > 0] / weight.sum())
    made = [_single(rng, int(place), str(rng.choice(SINGLE_TYPES, p=SINGLE_SHARES)), suppliers) for place in places]
    care, rent = category_id("PL3") - 1, category_id("LO1") - 1
    return made + [_single(rng, *((care, "LOV") if turn < 8 else (rent, "hyra")), suppliers) for turn in range(20)]


def _single(rng: np.random.Generator, category: int, kind: str, suppliers: Suppliers) -> Contract:
    """One contract: some run until further notice, a few were ended early."""
    row = CATALOGUE.row(category, named=True)
    start = date(2020, 1, 1) + timedelta(days=int(rng.integers(0, 365 * 6 + 240)))
    end = extend_end(start - timedelta(days=1), int(rng.choice([6, 12, 12, 24, 36])))
    buyer = int(rng.choice(_buyers(str(row["profile"]), str(row["reach"]))))
    made = Contract(category, buyer, kind, start, end, [], [int(rng.choice(suppliers.of(category, reserved=False)))])
    made.is_until_further_notice = bool(rng.random() < 0.05)
    if rng.random() < 0.03:
        made.terminated_on = start + (end - start) // 2
    return made


def buyer_id(unit: int) -> int | None:
    """The org_unit id of a buyer's position; null where the contract is everybody's."""
    return None if unit == EVERY_UNIT else BUYERS[unit]

"""Which contracts and suppliers the stories are about: real parties of the register, no supplier in two stories."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from sample_data.categories import category_id
from sample_data.clock import SAMPLE_ON
from sample_data.contracts import Contract
from sample_data.draw import stream

CLEANING = ("ST1", date(2025, 1, 1))  # the second framework for cleaning: used by everybody, ordered from every month


def choice(contracts: list[Contract], left_out: set[int]) -> "Choice":
    """The contracts in the order they are handed out; those with a mistake in the register are left out."""
    drawn = [int(place) for place in stream("escalation").permutation(len(contracts))]
    return Choice(contracts, [place for place in drawn if place not in left_out], set(), set())


def cleaning(contracts: list[Contract]) -> int:
    """The position of the contract whose supplier goes to the end of the ladder."""
    code, start = CLEANING
    return next(i for i, one in enumerate(contracts) if (one.category, one.start) == (category_id(code) - 1, start))


@dataclass
class Choice:
    """Hands out contracts (positions) and their suppliers (ids), each supplier once."""

    contracts: list[Contract]
    order: list[int]
    used: set[int]  # suppliers
    places: set[int]  # contracts: told of twice only when all others are

    def told(self, place: int, supplier: int) -> tuple[int, int]:
        """The party a story names itself."""
        self.used.add(supplier)
        self.places.add(place)
        return place, supplier

    def active(self, since: date) -> tuple[int, int]:
        """The next contract that ran on `since` and runs on the sample's day."""
        return self._next(lambda one: one.start <= since and one.end >= SAMPLE_ON and not one.terminated_on)

    def ended(self) -> tuple[int, int]:
        """The next contract that was ended early within the sample's time, five months or more after its start."""
        return self._next(
            lambda one: (
                one.terminated_on is not None
                and date(2024, 1, 1) < one.terminated_on < date(2026, 8, 1)
                and one.terminated_on - one.start > timedelta(days=150)
            )
        )

    def _next(self, is_fit: Callable[[Contract], bool]) -> tuple[int, int]:
        fit = [place for place in self.order if is_fit(self.contracts[place])]
        for place in (*(place for place in fit if place not in self.places), *fit):
            free = [supplier for supplier in self.contracts[place].suppliers if supplier not in self.used]
            if free:
                return self.told(place, free[0])
        raise ValueError("no contract is left to tell of")

"""The five measures of contract compliance, out of the sums of the line classes.

Each comes as low <= point <= high: what is unknown (U) counted as all bad, left out, and counted as all good. Credit
notes are negative; where a class sums to less than nothing the three may change order, so low and high are taken as
the least and the greatest of them. No denominator gives no value. Shares are 0-1.
"""

from collections.abc import Mapping
from dataclasses import dataclass

ON_CONTRACT = ("A", "A-", "B")
KNOWN = ("A", "A-", "B", "C", "D", "E", "F")
COVERED = ("A", "A-", "B", "C", "E")


@dataclass(frozen=True)
class Interval:
    """A share with what the unknown can do to it."""

    low: float
    point: float
    high: float


@dataclass(frozen=True)
class Compliance:
    """The measures of one selection of lines; None where there is nothing to measure."""

    supplier: Interval | None  # leverantörstrohet: do we buy from suppliers that we have a contract with?
    contract: Interval | None  # avtalstrohet: where a contract exists, do we use it?
    price: float | None  # pristrohet: of the lines whose price was checked, how much was right?
    evidence: float | None  # how much of what is on contract could be checked line by line?
    covered: float | None  # avtalstäckning: how much of what we buy is covered by contracts?
    lawful: float | None  # regelefterlevnad: how much is bought in a compliant way?
    coverage: float | None  # how much could be classified at all?


def compliance(sums: Mapping[str, float]) -> Compliance:
    """The measures, from the sum of each class (`A`, `A-`, `B` … `U`; a class that is missing is 0)."""
    known, unknown = _sum(sums, KNOWN), sums.get("U", 0)
    return Compliance(
        supplier=_interval(_sum(sums, (*ON_CONTRACT, "C")), known, unknown),
        contract=_interval(_sum(sums, ON_CONTRACT), _sum(sums, COVERED), unknown),
        price=_share(sums.get("A", 0), _sum(sums, ("A", "A-"))),
        evidence=_share(_sum(sums, ("A", "A-")), _sum(sums, ON_CONTRACT)),
        covered=_share(_sum(sums, COVERED), known),
        lawful=_share(_sum(sums, (*ON_CONTRACT, "D")), known),
        coverage=_share(known, known + unknown),
    )


def _sum(sums: Mapping[str, float], classes: tuple[str, ...]) -> float:
    return sum(sums.get(letter, 0) for letter in classes)


def _share(part: float, whole: float) -> float | None:
    return part / whole if whole > 0 else None


def _interval(good: float, whole: float, unknown: float) -> Interval | None:
    if whole <= 0 or whole + unknown <= 0:
        return None
    point, bounds = good / whole, (good / (whole + unknown), (good + unknown) / (whole + unknown))
    return Interval(min(point, *bounds), point, max(point, *bounds))

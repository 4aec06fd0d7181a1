"""Which unit of money a chart counts in, so that its axis shows a handful of digits."""

from dataclasses import dataclass

from dashboard.text import Text


@dataclass(frozen=True)
class Unit:
    """A unit, and how many öre it holds."""

    name: Text
    ore: int
    decimals: int


MILLIONS = Unit(Text(sv="miljoner kronor", en="million kronor"), 100_000_000, 1)
THOUSANDS = Unit(Text(sv="tusen kronor", en="thousand kronor"), 100_000, 0)
KRONOR = Unit(Text(sv="kronor", en="kronor"), 100, 0)


def money_unit(largest_ore: int | None) -> Unit:
    """Millions from ten millions up, thousands from ten thousand up, else kronor."""
    size = abs(largest_ore or 0)
    if size >= 10 * MILLIONS.ore:
        return MILLIONS
    return THOUSANDS if size >= 10 * THOUSANDS.ore else KRONOR

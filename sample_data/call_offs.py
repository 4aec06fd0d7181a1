"""Contracts that are call-offs under a framework agreement of their category: a dozen, as far as registers tell."""

from datetime import date

from sample_data.contracts import EVERY_UNIT, Contract

MOST = 12
RUNNING = date(2026, 1, 1)  # a call-off that ended before this has little in the ledger


def frameworks(contracts: list[Contract]) -> list[int | None]:
    """The id of each contract's framework, by its place; null for all but the first MOST that can have one."""
    found = [_framework(contracts, place) for place in range(len(contracts))]
    told = [place for place, one in enumerate(found) if one is not None][:MOST]
    return [one if place in told else None for place, one in enumerate(found)]


def _framework(contracts: list[Contract], place: int) -> int | None:
    """One that stands before it in the register, is open to its department and holds on its first day."""
    own = contracts[place]
    if own.type != "avrop" or own.end < RUNNING:
        return None
    fits = (
        at + 1
        for at, one in enumerate(contracts[:place])
        if one.type == "ramavtal"
        and one.category == own.category
        and one.unit in (EVERY_UNIT, own.unit)
        and one.start <= own.start <= one.end
    )
    return next(fits, None)

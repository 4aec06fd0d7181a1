"""What a signal is: where it is looked for, how bad it is, and the arithmetic that says so."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

import polars as pl

from dashboard import formats
from dashboard.rules.signals.limits import SignalLimits
from dashboard.text import Language, Text


class Frames(Protocol):
    """The tables by name, and `cube`."""

    def __getitem__(self, name: str, /) -> pl.DataFrame:
        """The frame with this name."""


Find = Callable[[Frames, SignalLimits, date], pl.DataFrame]


@dataclass(frozen=True)
class Signal:
    """One kind of signal.

    `find` gives one row for each supplier and contract it is seen at: `supplier_id`, `contract_id` (null: none),
    `level` (higher is worse: an answered signal comes back where it rises) and the columns that `says` names. Columns
    called `…_share`, `…_ore` and `…_on` are written as shares, amounts and days. `began_on`, where there is one, is the
    first day of what it rests on: an answer from before that day was about something else.
    """

    key: str
    name: Text
    says: Text
    find: Find
    category: str  # of the deviation it may become
    severity: int
    proposes_step: bool = False  # true: about the case as a whole, to be moved rather than registered anew
    outlives_contract: bool = False  # true: worth an answer though the contract is over, as money to claim back is

    def sentence(self, row: Mapping[str, object], language: Language) -> str:
        """The arithmetic, in words."""
        return self.says.in_language(language, **{name: written(name, value) for name, value in row.items()})


def written(name: str, value: object) -> str:
    """A value as its name asks for: a share, an amount in öre, a day or a number."""
    if value is None:
        return formats.NONE
    if name.endswith("_share") and isinstance(value, float):
        return formats.share(value)
    if name.endswith("_ore") and isinstance(value, int):
        return formats.kronor(value)
    if isinstance(value, date):
        return formats.day(value)
    if isinstance(value, float):
        return formats.number(value, 0 if value == round(value) else 2)
    return formats.number(value) if isinstance(value, int) else str(value)

"""What a red flag is: where it is looked for, and the arithmetic that raises it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

import polars as pl

from dashboard.rules.red_flags.limits import FlagLimits
from dashboard.rules.signals.kind import written
from dashboard.text import Language, Text

NO_VERDICT = Text(sv="En anledning att titta, inte en dom.", en="A reason to look, not a verdict.")


class Frames(Protocol):
    """The tables by name; `change`, the rows of `judged_changes`; and `active`: `contract_id`, `from_on`, `to_on`."""

    def __getitem__(self, name: str, /) -> pl.DataFrame:
        """The frame with this name."""


@dataclass(frozen=True)
class Flag:
    """One kind of flag.

    `find` gives one row for each thing it is raised at, the worst first: the id of what it is `about`
    (`procurement_id`, `category_id` or `contract_id`) and the columns that `says` names. Columns called `…_share`,
    `…_ore` and `…_on` are written as shares, amounts and days. What cannot be judged raises no flag.
    """

    key: str
    order: int
    about: str
    name: Text
    says: Text
    look: Text  # what to look for, and what may well explain it
    find: Callable[[Frames, FlagLimits, date], pl.DataFrame]

    def arithmetic(self, row: Mapping[str, object], language: Language) -> str:
        """The numbers that raised it, in words."""
        return self.says.in_language(language, **{name: written(name, value) for name, value in row.items()})

    def sentence(self, row: Mapping[str, object], language: Language) -> str:
        """The arithmetic in words, and that it is no verdict."""
        return f"{self.arithmetic(row, language)} {NO_VERDICT.in_language(language)}"

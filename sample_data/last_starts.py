"""The day by which a procurement must begin for the contract after it to hold in time, about as the pages say it."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from sample_data.clock import AS_OF, MONTHS, PERIODS, SAMPLE_ON, Floats, add_months
from sample_data.contracts import Contract

Row = dict[str, object]
DAY = timedelta(days=1)
OPEN = "öppet förfarande"
BUFFERS = {"låg": 0, "normal": 60, "hög": 130}
YEAR = 12
FEWEST_SEK = 1_000.0  # a month
MORE = 1.2  # what is bought in a month comes in lumps


@dataclass(frozen=True)
class Parts:
    """How many days each part of a procurement takes."""

    preparation: int
    publication: int
    evaluation: int
    signing: int
    transition: int

    @property
    def lead(self) -> int:
        """All of them."""
        return self.before + self.transition

    @property
    def before(self) -> int:
        """Those before the contract is signed."""
        return self.preparation + self.publication + self.evaluation + self.signing


PARTS = {
    (OPEN, None): Parts(128, 35, 30, 19, 30),
    ("förenklat förfarande", "enkel"): Parts(60, 25, 20, 17, 20),
    ("förenklat förfarande", "normal"): Parts(140, 35, 35, 22, 45),
    ("förenklat förfarande", "komplex"): Parts(135, 35, 33, 22, 45),
}


@dataclass(frozen=True)
class Need:
    """One contract that something must follow: where it stands in the register, when it ends, and what it takes.

    `ends` is the last day, or the day the ceiling is reached where that comes first (`by_ceiling`). `start_by` is the
    last day to begin, `gate` the day by which it must be decided.
    """

    place: int
    ends: date
    by_ceiling: bool
    parts: Parts
    start_by: date
    gate: date
    has_option: bool


def need(place: int, one: Contract, row: Row, bought: Floats) -> Need | None:
    """The need after the contract; None where the register lacks what it takes to count. `bought`: SEK by month."""
    procedure = row["procedure"]
    parts = PARTS.get((str(procedure), None if procedure == OPEN else str(row["complexity"])))
    if parts is None:
        return None
    full = _runs_out(row["ceiling_ore"], bought)
    ends = min(one.end, full) if full else one.end
    start_by = ends + DAY - timedelta(days=parts.lead + BUFFERS.get(str(row["review_risk"]), 0))
    option = _decide_by(one)
    gate = min(start_by, option) if option and option >= SAMPLE_ON else start_by
    return Need(place, ends, ends < one.end, parts, start_by, gate, option is not None)


def _decide_by(one: Contract) -> date | None:
    """The last day to call the next option; None where none is open."""
    for option in one.options:
        if option.declined_on is not None:
            return None
        if option.exercised_on is None:
            return add_months(one.end, -(option.call_months or 3))
    return None


def _runs_out(ceiling_ore: object, bought: Floats) -> date | None:
    """The day the ceiling was reached, or will be if as much is bought as in the last year; None without one."""
    if ceiling_ore is None:
        return None
    left = int(str(ceiling_ore)) / 100 - np.cumsum(bought)
    passed = np.flatnonzero(left <= 0)
    if passed.size:
        period = PERIODS[int(passed[0])]
        return date(period // 100, period % 100, 15)
    last = bought[MONTHS - YEAR :]
    monthly = MORE * float(last.sum()) / max(int((last > 0).sum()), 1)
    if monthly < FEWEST_SEK:
        return None
    return AS_OF + timedelta(days=round(min(float(left[-1]) / monthly, 600.0) * 30.4))

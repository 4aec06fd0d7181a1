"""What a metric is: its words, its rows, and what is counted in them. Counting itself is in `measure.py`.

Every kind says with a null that a row could not be judged. Null is not false: where a missing value means no, the
metric says so with `fill_null(False)`.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

import polars as pl

from dashboard.goals import Goal
from dashboard.text import Text


class Better(StrEnum):
    """Which way is good."""

    HIGHER = "higher"
    LOWER = "lower"
    BAND = "band"  # inside the target's two ends
    NEUTRAL = "neutral"  # followed, never judged


class Unit(StrEnum):
    """What the value is written in."""

    SHARE = "share"  # 0-1, shown as per cent
    DAYS = "days"
    INDEX = "index"  # 0-100
    NUMBER = "number"
    TONNES = "tonnes"  # of CO2 equivalents
    KG_PER_SEK = "kg_per_sek"
    SEK = "sek"
    PER_MILLE = "per_mille"


class DecisionKind(StrEnum):
    """A decision a metric can lead to. We never measure just for the sake of measuring."""

    EXTEND = "extend"
    TERMINATE = "terminate"
    REPROCURE = "reprocure"
    SANCTION = "sanction"
    FOLLOW_UP = "follow_up"
    ORDERING = "ordering"
    PLAN = "plan"
    REQUIREMENTS = "requirements"
    REGISTER = "register"


DECISIONS = {
    DecisionKind.EXTEND: Text(sv="Förlänga avtal", en="Extend a contract"),
    DecisionKind.TERMINATE: Text(sv="Säga upp avtal", en="Terminate a contract"),
    DecisionKind.REPROCURE: Text(sv="Upphandla på nytt", en="Procure again"),
    DecisionKind.SANCTION: Text(sv="Använda avtalets påföljder", en="Use the contract's sanctions"),
    DecisionKind.FOLLOW_UP: Text(sv="Ändra uppföljningen", en="Change the follow-up"),
    DecisionKind.ORDERING: Text(sv="Ändra hur vi beställer", en="Change how we order"),
    DecisionKind.PLAN: Text(sv="Ändra upphandlingsplanen", en="Change the procurement plan"),
    DecisionKind.REQUIREMENTS: Text(sv="Ändra kraven i nästa upphandling", en="Change the next procurement's demands"),
    DecisionKind.REGISTER: Text(sv="Rätta registret", en="Correct the register"),
}


def every_row() -> pl.Expr:
    """One for each row."""
    return pl.lit(1)


@dataclass(frozen=True, kw_only=True, eq=False)
class Metric:
    """What all kinds share.

    `rows` names the row frame (`data/metric_rows.py`), `of` says which of its rows belong to the metric, and `count`
    how many things a row stands for: `counts` is the word for those things, and n their number.
    """

    code: str
    name: Text
    question: Text
    why: Text
    formula: Text
    pitfalls: Text
    source: Text
    counts: Text
    goal: Goal
    zones: tuple[int, ...]
    indicator: str
    rows: str
    better: Better
    owner: Text
    serves: tuple[DecisionKind, ...]
    reviewed: date
    unit: Unit = Unit.SHARE
    of: pl.Expr = field(default_factory=lambda: pl.lit(True))
    count: pl.Expr = field(default_factory=every_row)
    needs: tuple[str, ...] = ()  # registers without which a no says nothing: an empty one gives no value
    needs_coverage: bool = True  # false for a survey: its coverage is the response rate, its interval says the rest
    is_headline: bool = False
    order: int = 0  # among the metrics of its indicator; the indicator's own metric has 0


@dataclass(frozen=True, kw_only=True, eq=False)
class Share(Metric):
    """The weight of the rows where `good` is true, of the weight of the rows where it is known.

    `good` is what is counted, whichever way is better: for cancelled procurements it is "was cancelled".
    """

    good: pl.Expr
    weight: pl.Expr = field(default_factory=every_row)
    is_counted: bool = True  # false where the weight is money: then there is no Wilson interval


@dataclass(frozen=True, kw_only=True, eq=False)
class Median(Metric):
    """The middle value of `each`, and the value 80 per cent stay below or at (P80)."""

    each: pl.Expr


@dataclass(frozen=True, kw_only=True, eq=False)
class Mean(Metric):
    """The mean of `each`, with a 95 per cent interval; `floor` and `ceiling` are the ends of its scale."""

    each: pl.Expr
    floor: float | None = None
    ceiling: float | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class Amount(Metric):
    """The sum of `each`; `weight` says how much of the whole is known."""

    each: pl.Expr
    weight: pl.Expr


@dataclass(frozen=True, kw_only=True, eq=False)
class Ratio(Metric):
    """The sum of `each` to the sum of `weight`, over the rows where `each` is known."""

    each: pl.Expr
    weight: pl.Expr


AnyMetric = Share | Median | Mean | Amount | Ratio

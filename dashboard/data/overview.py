"""What the first page shows: every metric's value and trend, and what needs attention."""

from dataclasses import dataclass
from typing import Any

import polars as pl

from dashboard.data import metrics
from dashboard.data.edition import Edition
from dashboard.filters import Filters
from dashboard.goals import Goal
from dashboard.metric import AnyMetric, Share
from dashboard.metrics import all_metrics
from dashboard.rules.attention import attention

MOST_HEADLINES = 7


@dataclass(frozen=True)
class Measured:
    """A metric with its values now and its trend, oldest first."""

    metric: AnyMetric
    row: dict[str, Any]
    trend: tuple[float | None, ...]


@dataclass(frozen=True)
class Overview:
    """Every metric measured, by code, and the codes that need attention, those of greatest consequence first."""

    measured: dict[str, Measured]
    attention: pl.DataFrame

    @property
    def headlines(self) -> list[Measured]:
        """The metrics the first page shows largest."""
        return [one for one in self.measured.values() if one.metric.is_headline][:MOST_HEADLINES]

    def count(self, status: str, goal: Goal | None = None) -> int:
        """How many metrics (of one goal) have this status."""
        return sum(one.row["status"] == status for one in self.of_goal(goal))

    def of_goal(self, goal: Goal | None) -> list[Measured]:
        """The metrics of one goal, or all of them."""
        return [one for one in self.measured.values() if goal is None or one.metric.goal is goal]

    def of_indicator(self, indicator: str) -> list[Measured]:
        """The metrics of an indicator, its main one first."""
        own = [one for one in self.measured.values() if one.metric.indicator == indicator]
        return sorted(own, key=lambda one: (one.metric.order, one.metric.code))


def overview(edition: Edition, filters: Filters) -> Overview:
    """Every metric for the visitor's choice."""
    values = metrics.values(edition, filters)
    trends = metrics.trends(edition, filters)
    lines = {code: tuple(group["value"]) for (code,), group in trends.sort("period").group_by("code")}
    rows = {row["code"]: row for row in values.iter_rows(named=True)}
    measured = {
        metric.code: Measured(metric, rows[metric.code], lines.get(metric.code, ())) for metric in all_metrics()
    }
    return Overview(measured, attention(_with_money(values)))


def _with_money(values: pl.DataFrame) -> pl.DataFrame:
    money = [metric.code for metric in all_metrics() if isinstance(metric, Share) and not metric.is_counted]
    return values.with_columns(is_money=pl.col("code").is_in(money))

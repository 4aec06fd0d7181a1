"""From a value and its target to a status: a word with a written definition, never a colour alone.

A value that equals its limit is on the good side of it. No data is a status of its own and never green.
"""

from enum import StrEnum

import polars as pl

from dashboard.metric import Better, Metric
from dashboard.rules.limits import Limits
from dashboard.text import Text


class Status(StrEnum):
    """The statuses, worst last but for the two that are no judgement."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    NO_TARGET = "no_target"
    NO_DATA = "no_data"


STATUS_NAMES = {
    Status.GREEN: Text(sv="Når målet", en="On target"),
    Status.AMBER: Text(sv="Nära målet", en="Near target"),
    Status.RED: Text(sv="Behöver åtgärd", en="Needs action"),
    Status.NO_TARGET: Text(sv="Följs utan mål", en="Followed, no target"),
    Status.NO_DATA: Text(sv="Underlag saknas", en="No data"),
}

DEFINITIONS = {
    Status.GREEN: Text(
        sv="Värdet är lika med målvärdet eller bättre.",
        en="The value equals the target or is better.",
    ),
    Status.AMBER: Text(
        sv="Värdet når inte målet men ligger inom toleransen, gränsen medräknad.",
        en="The value misses the target but lies within the tolerance, its limit included.",
    ),
    Status.RED: Text(
        sv="Värdet ligger utanför toleransen.",
        en="The value lies outside the tolerance.",
    ),
    Status.NO_TARGET: Text(
        sv="Nyckeltalet följs utan att bedömas, eller så är inget mål beslutat för dagen det gäller.",
        en="The metric is followed without a judgement, or no target is decided for the day in question.",
    ),
    Status.NO_DATA: Text(
        sv="Det finns inget underlag, för litet underlag, eller så går för lite av det att bedöma.",
        en="There is no data, too little of it, or too little of it can be judged.",
    ),
}


class Reason(StrEnum):
    """Why there is no judgement."""

    NOTHING = "nothing"
    FEW = "few"
    UNKNOWN = "unknown"
    COVERAGE = "coverage"
    FILTER = "filter"
    REGISTER = "register"
    TARGET = "target"


REASONS = {
    Reason.NOTHING: Text(sv="Inga rader i urvalet", en="No rows in the selection"),
    Reason.FEW: Text(sv="För få rader: bara antal visas", en="Too few rows: only counts are shown"),
    Reason.UNKNOWN: Text(sv="Ingen rad går att bedöma", en="No row can be judged"),
    Reason.COVERAGE: Text(sv="För liten del går att bedöma", en="Too small a part can be judged"),
    Reason.FILTER: Text(sv="Nyckeltalet kan inte delas upp så", en="The metric cannot be narrowed like that"),
    Reason.REGISTER: Text(
        sv="Ett register som nyckeltalet bygger på är tomt", en="A register the metric rests on is empty"
    ),
    Reason.TARGET: Text(sv="Inget mål gäller för dagen", en="No target holds on the day"),
}


def with_status(measured: pl.DataFrame, metric: Metric, limits: Limits) -> pl.DataFrame:
    """Adds `status`, `reason` (null where judged) and `is_uncertain` (coverage between the two limits).

    Needs the columns of `measure` and the target's: `target_green`, `target_green_to`, `target_amber`,
    `target_amber_to`.
    """
    better = metric.better
    coverage = pl.col("coverage") if metric.needs_coverage else pl.lit(1.0)
    reason = _reason(coverage, limits)
    no_target = pl.lit(True) if better is Better.NEUTRAL else pl.col("target_green").is_null()
    target = pl.when(no_target & (better is not Better.NEUTRAL)).then(pl.lit(Reason.TARGET.value))
    status = (
        pl.when(reason.is_not_null())
        .then(pl.lit(Status.NO_DATA.value))
        .when(no_target)
        .then(pl.lit(Status.NO_TARGET.value))
        .when(_reaches("target_green", better))
        .then(pl.lit(Status.GREEN.value))
        .when(_reaches("target_amber", better))
        .then(pl.lit(Status.AMBER.value))
        .otherwise(pl.lit(Status.RED.value))
    )
    between = (coverage >= limits.coverage_uncertain) & (coverage < limits.coverage_normal)
    return measured.with_columns(
        status=status, reason=pl.coalesce(reason, target), is_uncertain=between.fill_null(False)
    )


def _reason(coverage: pl.Expr, limits: Limits) -> pl.Expr:
    n, n_unknown = pl.col("n"), pl.col("n_unknown")
    return (
        pl.when((n == 0) & (n_unknown == 0))
        .then(pl.lit(Reason.NOTHING.value))
        .when(n == 0)
        .then(pl.lit(Reason.UNKNOWN.value))
        .when("is_count_only")
        .then(pl.lit(Reason.FEW.value))
        .when(pl.col("value").is_null())
        .then(pl.lit(Reason.NOTHING.value))
        .when(coverage < limits.coverage_uncertain)
        .then(pl.lit(Reason.COVERAGE.value))
    )


def _reaches(limit: str, better: Better) -> pl.Expr:
    value, edge = pl.col("value"), pl.col(limit)
    match better:
        case Better.LOWER:
            good = value <= edge
        case Better.BAND:
            good = (value >= edge) & (value <= pl.col(f"{limit}_to"))
        case _:
            good = value >= edge
    return good.fill_null(False)

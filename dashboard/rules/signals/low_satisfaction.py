"""Users who are not content: an index below the limit with enough answers."""

from datetime import date, timedelta

import polars as pl

from dashboard.rules.signals.kind import Frames, Signal
from dashboard.rules.signals.limits import SignalLimits
from dashboard.text import Text

YEAR = timedelta(days=365)
QUESTIONS = ("overall", "expectation", "ideal")


def find(frames: Frames, limits: SignalLimits, today: date) -> pl.DataFrame:
    """The index of the last twelve months by contract; its supplier is the contract's only one, else it is nobody's."""
    only = (
        frames["contract_supplier"]
        .group_by("contract_id")
        .agg(supplier=pl.when(pl.len() == 1).then(pl.col("supplier_id").first()))
    )
    answered = pl.all_horizontal(pl.col(name).is_not_null() for name in QUESTIONS)
    index = (pl.mean_horizontal(*QUESTIONS) - 1) / 9 * 100
    return (
        frames["survey_response"]
        .filter(pl.col("kind") == "NKI", answered, pl.col("asked_on").is_between(today - YEAR, today))
        .join(only, on="contract_id", how="left")
        .with_columns(supplier_id=pl.coalesce("supplier_id", "supplier"), index=index)
        .filter(pl.col("supplier_id").is_not_null())
        .group_by("supplier_id", "contract_id")
        .agg(answers=pl.len().cast(pl.Int64), index=pl.col("index").mean().round(6), began_on=pl.col("asked_on").min())
        .filter(pl.col("answers") >= limits.min_answers, pl.col("index") < limits.satisfaction_index)
        .with_columns(level=100 - pl.col("index"), limit=pl.lit(limits.satisfaction_index))
    )


SIGNAL = Signal(
    key="low_satisfaction",
    name=Text(sv="Missnöjda användare", en="Discontented users"),
    says=Text(
        sv="Nöjd-kund-index är {index} av 100 ({answers} svar det senaste året). Gränsen är {limit}.",
        en="The customer satisfaction index is {index} of 100 ({answers} answers in the last year). The limit is "
        "{limit}.",
    ),
    find=find,
    category="defective",
    severity=2,
)

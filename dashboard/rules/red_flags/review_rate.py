"""A category whose procurements go to court more often than the limit."""

from datetime import date

import polars as pl

from dashboard.rules.red_flags.bids import announced
from dashboard.rules.red_flags.kind import Flag, Frames
from dashboard.rules.red_flags.limits import FlagLimits
from dashboard.rules.wilson import wilson_high, wilson_low
from dashboard.text import Text


def find(frames: Frames, limits: FlagLimits, today: date) -> pl.DataFrame:
    """`category_id`, `announced`, `reviewed`, `reviewed_share`, `low_share`, `high_share` (Wilson) and `limit_share`.

    Procurements are counted, not case numbers, by the day they were published. At the limit is not above it.
    """
    since = pl.lit(today).dt.offset_by(f"-{limits.review_months}mo")
    reviewed = frames["review_case"]["procurement_id"].unique()
    counted = (
        announced(frames["procurement"])
        .filter(pl.col("published_on") > since, pl.col("published_on") <= today)
        .drop_nulls("category_id")
        .group_by("category_id")
        .agg(
            announced=pl.len().cast(pl.Int64),
            reviewed=pl.col("procurement_id").is_in(reviewed.implode()).sum().cast(pl.Int64),
        )
    )
    hits, n = pl.col("reviewed"), pl.col("announced")
    return (
        counted.with_columns(
            reviewed_share=hits / n,
            low_share=wilson_low(hits, n),
            high_share=wilson_high(hits, n),
            limit_share=pl.lit(limits.review_share),
        )
        .filter(pl.col("announced") >= limits.review_least, pl.col("reviewed_share") > limits.review_share)
        .sort("reviewed_share", "category_id", descending=[True, False])
    )


FLAG = Flag(
    key="review_rate",
    order=3,
    about="category_id",
    name=Text(sv="Ofta överprövat", en="Often reviewed"),
    says=Text(
        sv="{reviewed} av {announced} annonserade upphandlingar överprövades: {reviewed_share} (mellan {low_share} och "
        "{high_share}). Gränsen är {limit_share}.",
        en="{reviewed} of {announced} announced procurements were reviewed: {reviewed_share} (between {low_share} and "
        "{high_share}). The limit is {limit_share}.",
    ),
    look=Text(
        sv="Läs domarna: är det samma brist som återkommer? Hård konkurrens ger också fler överprövningar.",
        en="Read the judgements: is it the same flaw each time? Strong competition gives more reviews too.",
    ),
    find=find,
)

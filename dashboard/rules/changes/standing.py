"""Where a contract stands with its changes on a day: how much is used of 17:9, and how much room is left."""

from datetime import date

import polars as pl

from dashboard.rules.changes.inputs import with_inputs, with_threshold
from dashboard.rules.changes.limits import ChangeLimits
from dashboard.rules.changes.paragraphs import RULE_VERSION, WORST_FIRST


def standing(
    contracts: pl.DataFrame, judged: pl.DataFrame, thresholds: pl.DataFrame, limits: ChangeLimits, as_of: date
) -> pl.DataFrame:
    """One row a contract, in the order of `contracts`; `judged` is what `judged_changes` gave for the same day.

    `indexed_ore`, `threshold_ore` (in force on `as_of`: the next change meets that one), `net_ore` and `gross_ore` (the
    changes counted in 17:9; without any 0), `net_share`, `gross_share`, `largest_ore` (the largest net value within
    17:9), `headroom_ore` (how much more an increase may be, 0 where there is none left), `room_down_ore` (the same for
    a decrease), `share_room_ore` (an increase by the limit in per cent alone: the headroom is never more),
    `limit_share`, `largest_share_ore`, `changes`, `notices_missing`, `missing` (codes), `answer` (the worst of its
    changes, null without any), `is_guidance` and `rule_version`. Null where something is missing: never a guess.
    """
    known = with_threshold(with_inputs(contracts, limits), thresholds, pl.lit(as_of))
    joined = known.join(_summed(judged), on="contract_id", how="left", maintain_order="left")
    filled = joined.with_columns(pl.col("changes", "notices_missing").fill_null(0))
    is_whole = pl.col("is_whole").fill_null(True)
    netted = filled.with_columns(pl.when(is_whole).then(pl.col("net_ore", "gross_ore").fill_null(0))).with_columns(
        largest_ore=_largest(), missing=_missing(is_whole)
    )
    largest, net = pl.col("largest_ore"), pl.col("net_ore")
    return netted.with_columns(
        net_share=net / pl.col("indexed_ore"),
        gross_share=pl.col("gross_ore") / pl.col("indexed_ore"),
        headroom_ore=(largest - net).clip(0),
        room_down_ore=(largest + net).clip(0),
        share_room_ore=(pl.col("largest_share_ore") - net).clip(0),
        rule_version=pl.lit(RULE_VERSION),
    ).drop("is_whole", "purchase_class", "largest_extra_ore")


def _summed(judged: pl.DataFrame) -> pl.DataFrame:
    """By contract; `is_whole`: every counted change has an amount."""
    counted = pl.col("value_delta_ore").filter("is_counted")
    rank = pl.col("answer").replace_strict({one.value: at for at, one in enumerate(WORST_FIRST)}, return_dtype=pl.Int8)
    worst = {at: one.value for at, one in enumerate(WORST_FIRST)}
    return judged.group_by("contract_id").agg(
        net_ore=counted.sum(),
        gross_ore=counted.abs().sum(),
        is_whole=counted.null_count() == 0,
        changes=pl.len().cast(pl.Int64),
        notices_missing=pl.col("is_notice_missing").sum().cast(pl.Int64),
        answer=rank.min().replace_strict(worst, return_dtype=pl.String),
    )


def _largest() -> pl.Expr:
    """Both limits must be known: the lower of them is the one that binds."""
    lowest = pl.min_horizontal("largest_share_ore", pl.col("threshold_ore") - 1)
    return pl.when(pl.col("largest_share_ore").is_not_null() & pl.col("threshold_ore").is_not_null()).then(lowest)


def _missing(is_whole: pl.Expr) -> pl.Expr:
    no_kind = pl.col("kind").is_null() | pl.col("purchase_class").is_null()
    lacks = {
        "regime": pl.col("is_direct").is_null(),
        "value": ~(pl.col("value_ore") > 0).fill_null(False),
        "index": ~(pl.col("index_ppm") > 0).fill_null(False),
        "kind": no_kind,
        "threshold": ~no_kind & pl.col("threshold_ore").is_null(),
        "delta": ~is_whole,
    }
    return pl.concat_list([pl.when(lack).then(pl.lit(code)) for code, lack in lacks.items()]).list.drop_nulls()

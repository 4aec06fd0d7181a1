"""A contract whose changes, whatever they rest on, together are a large part of its value."""

from datetime import date

import polars as pl

from dashboard.rules.red_flags.kind import Flag, Frames
from dashboard.rules.red_flags.limits import FlagLimits
from dashboard.text import Text


def find(frames: Frames, limits: FlagLimits, today: date) -> pl.DataFrame:
    """`contract_id`, `changes`, `net_ore`, `indexed_ore`, `changed_share` (of the indexed value) and `limit_share`.

    All grounds count together, also those outside 17:9: each can be allowed and the whole still worth a look. Where an
    amount or the value is not known there is no share, and no flag. At the limit is large.
    """
    summed = (
        frames["change"]
        .filter((pl.col("decided_on") <= today).fill_null(True))
        .group_by("contract_id")
        .agg(
            changes=pl.len().cast(pl.Int64),
            net_ore=pl.col("value_delta_ore").sum(),
            indexed_ore=pl.col("indexed_ore").first(),
            is_whole=pl.col("value_delta_ore").null_count() == 0,
        )
    )
    return (
        summed.filter("is_whole")
        .with_columns(changed_share=pl.col("net_ore").abs() / pl.col("indexed_ore"))
        .filter(pl.col("changed_share") >= limits.large_share)
        .with_columns(limit_share=pl.lit(limits.large_share))
        .drop("is_whole")
        .sort("changed_share", "contract_id", descending=[True, False])
    )


FLAG = Flag(
    key="large_changes",
    order=5,
    about="contract_id",
    name=Text(sv="Stora ändringar", en="Large changes"),
    says=Text(
        sv="Ändringar: {changes}, netto {net_ore}: {changed_share} av det omräknade värdet {indexed_ore}. Från "
        "{limit_share} är stort.",
        en="Changes: {changes}, {net_ore} net: {changed_share} of the indexed value {indexed_ore}. From "
        "{limit_share} is large.",
    ),
    look=Text(
        sv="Hade andra lämnat anbud på det avtal som det har blivit? En klausul i upphandlingen kan förklara det.",
        en="Would others have bid for the contract it has become? A clause in the procurement may explain it.",
    ),
    find=find,
)

"""Classified lines rolled up to the small cubes that every page reads."""

from typing import Any

import narwhals as nw

from dashboard.rules.codes import WORDS, word

CUBE_KEYS = (
    "period",
    "unit_id",
    "category_id",
    "supplier_id",
    "contract_id",
    "spend_class",
    "line_class",
    "has_resolved_ref",
    "order_state",
    "order_channel",
    "is_small_departure",
    "is_rank_departure",
)


def roll_up(lines: Any) -> Any:
    """Öre and lines of each combination of CUBE_KEYS. `lines` are classified, in words or in codes."""
    grouped = nw.from_native(lines).group_by(*CUBE_KEYS)
    return nw.to_native(grouped.agg(nw.col("amount_ore").sum(), lines=nw.len().cast(nw.Int64)))


def in_words(coded: Any) -> Any:
    """The words for the numbers that `classify` uses, in those of its columns that are there."""
    frame = nw.from_native(coded)
    present = set(frame.collect_schema().names())
    return nw.to_native(
        frame.with_columns(*(word(column, words) for column, words in WORDS.items() if column in present))
    )

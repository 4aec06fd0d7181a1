"""Classified lines rolled up to the small cube that every page reads."""

from functools import reduce
from typing import Any

import narwhals as nw

from dashboard.rules.codes import WORDS, word

IDS = ("period", "unit_id", "category_id", "supplier_id", "contract_id")
KINDS = (
    "spend_class",
    "line_class",
    "has_resolved_ref",
    "order_state",
    "order_channel",
    "is_small_departure",
    "is_rank_departure",
)
CUBE_KEYS = (*IDS, *KINDS)


def roll_up(coded: Any) -> Any:
    """Öre and lines of each combination of CUBE_KEYS, in words. `coded` are lines as `line_class.classify` gives them.

    The short columns are packed into one number while the lines are grouped: six keys are cheaper than twelve.
    """
    packed = reduce(lambda number, column: number * _room(column) + _digit(column), KINDS[1:], _digit(KINDS[0]))
    narrow = nw.from_native(coded).select(*IDS, "amount_ore", kind=packed)
    grouped = narrow.group_by(*IDS, "kind").agg(nw.col("amount_ore").sum(), lines=nw.len().cast(nw.Int64))
    return in_words(nw.to_native(_unpacked(grouped)))


def in_words(coded: Any) -> Any:
    """The words for the numbers that `classify` uses, in those of its columns that are there."""
    frame = nw.from_native(coded)
    present = set(frame.collect_schema().names())
    return nw.to_native(
        frame.with_columns(*(word(column, words) for column, words in WORDS.items() if column in present))
    )


def _room(column: str) -> int:
    """How many values there are: the words and null, or false and true."""
    return len(WORDS[column]) + 1 if column in WORDS else 2


def _digit(column: str) -> nw.Expr:
    return nw.coalesce(nw.col(column).cast(nw.Int16()), nw.lit(_room(column) - 1, dtype=nw.Int16()))


def _unpacked(grouped: Any) -> Any:
    """The columns again; the number for null is no word's number, so that it becomes null with the words."""
    frame, below = grouped, 1
    for column in reversed(KINDS):
        digit = (nw.col("kind") // below) % _room(column)
        frame = frame.with_columns(**{column: digit if column in WORDS else digit == 1})
        below *= _room(column)
    return frame.select(*CUBE_KEYS, "amount_ore", "lines")

"""Small whole numbers that stand for words while millions of lines are worked on; the words come back at the end."""

from typing import Any

import narwhals as nw
import polars as pl

Lines = nw.LazyFrame[Any]  # ledger lines in whichever engine holds them

LINE_CLASSES = ("A", "A-", "B", "C", "D", "E", "F", "U")
SPEND_CLASSES = ("procurable", "unknown", "transfer", "premises", "monopoly", "placement", "internal", "sensitive")
METHODS = ("contract_ref", "order_ref", "article", "supplier_category_unit", "supplier_category", "ambiguous")
CONFIDENCE = {"contract_ref": 1.0, "order_ref": 0.95, "article": 0.9, "supplier_category_unit": 0.8}
CONFIDENCE["supplier_category"] = 0.6
ORDER_STATES = ("before", "after", "missing")
CHANNELS = ("ehandel", "punchout", "fritext", "mejl", "telefon")
COVERS = ("closed", "open", "doubtful")  # what is known of contracts that cover a need
DAY_SOURCES = ("delivery", "order", "invoice", "posting", "month")

WORDS = {
    "line_class": LINE_CLASSES,
    "spend_class": SPEND_CLASSES,
    "match_method": METHODS,
    "order_state": ORDER_STATES,
    "order_channel": CHANNELS,
    "day_from": DAY_SOURCES,
}


def code(words: tuple[str, ...], word: str) -> int:
    """The number of a word."""
    return words.index(word)


def encoded(column: str, words: tuple[str, ...]) -> pl.Expr:
    """A column of words as their numbers."""
    return pl.col(column).replace_strict(list(words), list(range(len(words))), return_dtype=pl.Int8, default=None)


def word(column: str, words: tuple[str, ...]) -> nw.Expr:
    """The words of a column of numbers; null stays null."""
    spoken = nw.lit(None, dtype=nw.String)
    for number, one in reversed(list(enumerate(words))):
        spoken = nw.when(nw.col(column) == number).then(nw.lit(one)).otherwise(spoken)
    return spoken.alias(column)

"""The class of each addressable ledger line: bought on a contract, beside one, or without one.

The first that holds decides:
U         neither account nor category says what was bought
A, A-, B  the line belongs to a contract in force on its day: with the article on a price list valid that day and the
          price right (A) or wrong (A-); else B
C         as that, but the ceiling was reached or the invoice came too late; U where several contracts are possible and
          this is so for some of them only
U         the supplier or the day is unknown
C         the supplier holds an active contract, but not for this
U         the category is unknown, or whether another contract covers the need
E         another supplier's contract covers the need
D         no contract covers it, and a documented direct award does
F         none of this

Lines whose spend cannot be competed for have no class. Equality joins, filters and when/then only, so the same lines
run lazily on any engine that Narwhals speaks to.
"""

from typing import Any

import narwhals as nw

from dashboard.rules.codes import (
    CONFIDENCE,
    LINE_CLASSES,
    METHODS,
    ORDER_STATES,
    SPEND_CLASSES,
    WORDS,
    Lines,
    code,
    word,
)
from dashboard.rules.coverage import Coverage
from dashboard.rules.line_facts import with_day, with_spend
from dashboard.rules.line_match import kept_day, with_answer, with_contract, with_references

SCRATCH = (
    "month",
    "invoice_day",
    "place",
    "is_ranked",
    "all_by",
    "any_by",
    "article",
    "order_created_on",
    "order_ore",
    "price_low",
    "price_high",
    "scope_has_award",
    "held_is",
    "cover_is_doubtful",
    "cover_is_open",
)


def with_line_class(lines: Any, coverage: Coverage) -> Any:
    """The lines with what was decided about each, in words.

    Adds on_day, day_from, supplier_id, spend_class, spend_rule_id, line_class, contract_id, match_method,
    match_confidence, is_small_departure, is_rank_departure, has_resolved_ref, order_state, order_channel; category_id
    becomes the category that holds (the line's, else its account's). `lines` is a lazy frame of the engine that
    `coverage`'s frames are given in; its columns are those of the ledger.
    """
    coded = nw.from_native(classify(lines, coverage))
    confident = coded.with_columns(match_confidence=_confidence())
    return nw.to_native(confident.with_columns(*(word(column, words) for column, words in WORDS.items())))


def classify(lines: Any, coverage: Coverage) -> Any:
    """As `with_line_class` without the confidence, and with small numbers (`codes`) for words: faster to group by."""
    frame = with_match(lines, coverage)
    frame = _with_price(frame, coverage)
    frame = with_answer(frame, coverage, "held", nw.col("supplier_id").cast(nw.Int64))
    frame = with_answer(frame, coverage, "cover", nw.col("place"))
    frame = frame.with_columns(line_class=_line_class())
    return nw.to_native(frame.with_columns(**_flags(coverage)).drop(*SCRATCH))


def with_match(lines: Any, coverage: Coverage) -> Lines:
    """The lines with day, supplier, spend class and contract; the first half of `classify`."""
    frame = with_day(nw.from_native(lines), coverage)
    frame = with_spend(frame, coverage)
    return with_contract(with_references(frame, coverage), coverage)


def _with_price(lines: Lines, coverage: Coverage) -> Lines:
    """Adds the prices that agree with the list of the line's contract, on the days the list holds."""
    if "prices" in coverage.empty:
        return lines.with_columns(price_low=nw.lit(None, dtype=nw.Int64()), price_high=nw.lit(None, dtype=nw.Int64()))
    key = nw.col("contract_id").cast(nw.Int64) * coverage.articles + nw.col("article")
    met = lines.with_columns(price_key=key).join(nw.from_native(coverage.frames["prices"]), on="price_key", how="left")
    return kept_day(met, "price").drop("price_key")


def _is(column: str, words: tuple[str, ...], *chosen: str) -> nw.Expr:
    return nw.col(column).is_in([code(words, one) for one in chosen])


def _letter(letter: str) -> nw.Expr:
    return nw.lit(code(LINE_CLASSES, letter), dtype=nw.Int8())


def _line_class() -> nw.Expr:
    """The rule of this module's docstring, read from below."""
    decided = nw.when(nw.col("scope_has_award")).then(_letter("D")).otherwise(_letter("F"))
    decided = nw.when(~nw.col("cover_is_doubtful").is_null()).then(_letter("E")).otherwise(decided)
    is_doubtful = nw.col("place").is_null() | nw.col("cover_is_doubtful")
    decided = nw.when(is_doubtful).then(_letter("U")).otherwise(decided)
    decided = nw.when(nw.col("held_is")).then(_letter("C")).otherwise(decided)
    is_nobody = nw.col("supplier_id").is_null() | nw.col("on_day").is_null()
    decided = nw.when(is_nobody).then(_letter("U")).otherwise(decided)
    decided = nw.when(~nw.col("any_by").is_null()).then(_on_contract()).otherwise(decided)
    decided = nw.when(_is("spend_class", SPEND_CLASSES, "unknown")).then(_letter("U")).otherwise(decided)
    return nw.when(_is("spend_class", SPEND_CLASSES, "procurable", "unknown")).then(decided)


def _on_contract() -> nw.Expr:
    """B, or A and A- where the price can be checked; C where no possible contract is good, U where only some are."""
    price = nw.col("unit_price_ore")
    is_right = (price >= nw.col("price_low")) & (price <= nw.col("price_high"))
    priced = nw.when(is_right).then(_letter("A")).otherwise(_letter("A-"))
    has_evidence = ~nw.col("price_low").is_null() & ~price.is_null()
    good = nw.when(has_evidence).then(priced).otherwise(_letter("B"))
    some = nw.when(nw.col("any_by") >= nw.col("invoice_day")).then(_letter("U")).otherwise(_letter("C"))
    return nw.when(nw.col("all_by") >= nw.col("invoice_day")).then(good).otherwise(some)


def _flags(coverage: Coverage) -> dict[str, nw.Expr]:
    """What is shown beside the class."""
    amount = nw.coalesce("order_ore", "amount_ore").abs()
    is_small = (
        _is("line_class", LINE_CLASSES, "E") & nw.col("cover_is_open") & (amount < coverage.limits.small_departure_ore)
    )
    is_ranked = _is("line_class", LINE_CLASSES, "A", "A-", "B") & nw.col("is_ranked")
    order_day = nw.coalesce("order_created_on", "ordered_on")
    after = nw.lit(code(ORDER_STATES, "after"), dtype=nw.Int8())
    before = nw.lit(code(ORDER_STATES, "before"), dtype=nw.Int8())
    state = nw.when(order_day < nw.col("invoice_day")).then(before).otherwise(after)
    return {
        "is_small_departure": nw.coalesce(is_small, nw.lit(False)),
        "is_rank_departure": nw.coalesce(is_ranked, nw.lit(False)),
        "order_state": nw.when(order_day.is_null())
        .then(nw.lit(code(ORDER_STATES, "missing"), dtype=nw.Int8()))
        .otherwise(state),
    }


def _confidence() -> nw.Expr:
    confidence = nw.lit(None, dtype=nw.Float64())
    for method, value in CONFIDENCE.items():
        confidence = nw.when(nw.col("match_method") == code(METHODS, method)).then(nw.lit(value)).otherwise(confidence)
    return confidence

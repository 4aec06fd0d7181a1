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
run lazily on any engine that Narwhals speaks to. Most lines say a day and no reference; they take a shorter way
through fewer joins.
"""

from typing import Any

import narwhals as nw

from dashboard.rules.codes import (
    CONFIDENCE,
    COVERS,
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
from dashboard.rules.line_facts import has_day, with_day, with_said_day, with_spend
from dashboard.rules.line_match import (
    has_reference,
    kept_day,
    with_answer,
    with_contract,
    with_contract_by_scope,
    with_references,
    without_references,
)

MATCH_SCRATCH = ("is_ranked", "all_by", "any_by", "invoice_day")
CLASS_SCRATCH = (
    "month",
    "place",
    "verdict",
    "has_award",
    "held",
    "cover",
    "is_small_amount",
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
    raw, is_plain = nw.from_native(lines), has_day() & ~has_reference()
    plain = with_said_day(raw.filter(is_plain), coverage)
    plain = _with_order(plain, coverage, nw.col("ordered_on"), nw.col("amount_ore"))
    plain = with_contract_by_scope(with_spend(plain, coverage), coverage)
    plain = without_references(_judged(plain, _letter("B"), coverage))
    written = with_references(with_day(raw.filter(~is_plain), coverage), coverage)
    ordered_on, ore = nw.coalesce("order_created_on", "ordered_on"), nw.coalesce("order_ore", "amount_ore")
    written = _with_order(written, coverage, ordered_on, ore).drop("order_created_on", "order_ore")
    written = with_contract(with_spend(written, coverage), coverage)
    written = _judged(_with_price(written, coverage), _priced(), coverage)
    return nw.to_native(nw.concat([plain, written.select(plain.collect_schema().names())], how="vertical"))


def _with_order(lines: Lines, coverage: Coverage, day: nw.Expr, ore: nw.Expr) -> Lines:
    """Adds order_state, whether the order came before the invoice, and is_small_amount, whether it is a small one.

    `day` and `ore` are those of the order, or of the line where no order is known. Before the joins that find the
    contract, so that these carry fewer columns.
    """
    before, after, missing = (nw.lit(code(ORDER_STATES, state), dtype=nw.Int8()) for state in ORDER_STATES)
    state = nw.when(day < nw.col("invoice_day")).then(before).otherwise(after)
    return lines.with_columns(
        order_state=nw.when(day.is_null()).then(missing).otherwise(state),
        is_small_amount=ore.abs() < int(coverage.limits.small_departure_sek * 100),
    )


def _judged(lines: Lines, good: nw.Expr, coverage: Coverage) -> Lines:
    """What the contract says is settled before the next joins, so that they carry fewer columns."""
    lines = lines.with_columns(verdict=_verdict(good))
    lines = lines.with_columns(is_rank_departure=_is_rank_departure()).drop(*MATCH_SCRATCH)
    lines = with_answer(lines, coverage, "held", nw.col("supplier_id").cast(nw.Int64))
    lines = with_answer(lines, coverage, "cover", nw.col("place"))
    lines = lines.with_columns(line_class=_line_class())
    return lines.with_columns(is_small_departure=_is_small_departure()).drop(*CLASS_SCRATCH)


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
    decided = nw.when(nw.col("has_award")).then(_letter("D")).otherwise(_letter("F"))
    decided = nw.when(~nw.col("cover").is_null()).then(_letter("E")).otherwise(decided)
    is_doubtful = nw.col("place").is_null() | _is("cover", COVERS, "doubtful")
    decided = nw.when(is_doubtful).then(_letter("U")).otherwise(decided)
    decided = nw.when(~nw.col("held").is_null()).then(_letter("C")).otherwise(decided)
    is_nobody = nw.col("supplier_id").is_null() | nw.col("on_day").is_null()
    decided = nw.when(is_nobody).then(_letter("U")).otherwise(decided)
    decided = nw.when(~nw.col("verdict").is_null()).then(nw.col("verdict")).otherwise(decided)
    decided = nw.when(_is("spend_class", SPEND_CLASSES, "unknown")).then(_letter("U")).otherwise(decided)
    return nw.when(_is("spend_class", SPEND_CLASSES, "procurable", "unknown")).then(decided)


def _priced() -> nw.Expr:
    """A or A- where the price can be checked, else B."""
    price = nw.col("unit_price_ore")
    is_right = (price >= nw.col("price_low")) & (price <= nw.col("price_high"))
    priced = nw.when(is_right).then(_letter("A")).otherwise(_letter("A-"))
    has_evidence = ~nw.col("price_low").is_null() & ~price.is_null()
    return nw.when(has_evidence).then(priced).otherwise(_letter("B"))


def _verdict(good: nw.Expr) -> nw.Expr:
    """What the line's contract makes of it: `good`, C where no possible contract is good, U where only some are.

    Null where it has none.
    """
    some = nw.when(nw.col("any_by") >= nw.col("invoice_day")).then(_letter("U")).otherwise(_letter("C"))
    settled = nw.when(nw.col("all_by") >= nw.col("invoice_day")).then(good).otherwise(some)
    return nw.when(~nw.col("any_by").is_null()).then(settled)


def _is_rank_departure() -> nw.Expr:
    """On a contract that ranks its suppliers, from one that is not the first."""
    is_on_contract = _is("verdict", LINE_CLASSES, "A", "A-", "B") & _is("spend_class", SPEND_CLASSES, "procurable")
    return nw.coalesce(is_on_contract & nw.col("is_ranked"), nw.lit(False))


def _is_small_departure() -> nw.Expr:
    """Small, and every contract that covers the need lets others sell too."""
    is_small = _is("line_class", LINE_CLASSES, "E") & _is("cover", COVERS, "open") & nw.col("is_small_amount")
    return nw.coalesce(is_small, nw.lit(False))


def _confidence() -> nw.Expr:
    confidence = nw.lit(None, dtype=nw.Float64())
    for method, value in CONFIDENCE.items():
        confidence = nw.when(nw.col("match_method") == code(METHODS, method)).then(nw.lit(value)).otherwise(confidence)
    return confidence

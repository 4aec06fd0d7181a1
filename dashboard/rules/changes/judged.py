"""Each change and what can be said of it, in the order 17:10 → 17:9 → 17:11/12 → 17:13 → 17:14 → new procurement."""

from datetime import date

import polars as pl

from dashboard.rules.changes.inputs import with_inputs, with_threshold
from dashboard.rules.changes.limits import ChangeLimits
from dashboard.rules.changes.paragraphs import BY_COUNSEL, BY_HALF, EXTRA_ORDER, RULE_VERSION, SMALL, Answer
from dashboard.rules.changes.small_value import is_below_share, is_below_threshold, with_net

BASIS = pl.col("legal_basis")
INPUTS = ("value_ore", "index_ppm", "kind", "regime", "law", "is_direct", "is_guidance", "indexed_ore", "limit_share")
EDGES = ("largest_share_ore", "largest_extra_ore", "purchase_class")


def judged_changes(
    contracts: pl.DataFrame, changes: pl.DataFrame, thresholds: pl.DataFrame, limits: ChangeLimits, as_of: date
) -> pl.DataFrame:
    """One row a change decided by `as_of` (or without a day), in order of contract and day.

    `contracts`: the columns `with_inputs` needs. `changes`: `change_id`, `contract_id`, `decided_on`,
    `value_delta_ore` (signed, excluding VAT), `legal_basis` ("17:9" … "17:14", null: not stated) and
    `notice_published_on`. Adds the inputs, `threshold_ore` (in force on the day of the change), `net_ore`,
    `net_share`, `delta_share`, `is_below_threshold`, `is_below_share`, `is_small` (17:9), `is_within_half` (17:11 and
    17:12), `is_notice_missing` (17:16), `missing` (codes), `paragraph` (null: new procurement), `arithmetic`, `answer`
    and `rule_version`. Outside 17 kap `arithmetic` is guidance and the answer is for counsel, by the principles in
    19:2. A test that fails decides also where the other cannot be computed.
    """
    known = with_inputs(contracts, limits).select("contract_id", *INPUTS, *EDGES)
    decided = changes.filter(pl.col("decided_on").is_null() | (pl.col("decided_on") <= as_of))
    rows = with_threshold(
        with_net(decided).join(known, on="contract_id", how="left", maintain_order="left"),
        thresholds,
        pl.col("decided_on"),
    )
    tested = rows.with_columns(
        is_below_threshold=is_below_threshold(),
        is_below_share=is_below_share(),
        is_within_half=pl.col("value_delta_ore").abs() <= pl.col("largest_extra_ore"),
        net_share=pl.col("net_ore") / pl.col("indexed_ore"),
        delta_share=pl.col("value_delta_ore") / pl.col("indexed_ore"),
        is_notice_missing=_is_notice_missing(as_of),
    ).with_columns(is_small=pl.col("is_below_threshold") & pl.col("is_below_share"), missing=_missing())
    answered = tested.with_columns(paragraph=_paragraph(), arithmetic=_arithmetic())
    return answered.with_columns(answer=_answer(), rule_version=pl.lit(RULE_VERSION)).drop(EDGES)


def _is_notice_missing(as_of: date) -> pl.Expr:
    """17:16: changes under 17:11 and 17:12 are announced; a notice after `as_of` is not there yet."""
    is_published = (pl.col("notice_published_on") <= as_of).fill_null(False)
    return BASIS.is_in(BY_HALF).fill_null(False) & pl.col("is_direct").fill_null(False) & ~is_published


def _missing() -> pl.Expr:
    """What the paragraph the change rests on needs and the registers do not say."""
    by_value = ~BASIS.is_in(BY_COUNSEL).fill_null(False)
    counted = pl.col("is_counted")
    kind = counted & pl.col("purchase_class").is_null()
    lacks = {
        "regime": pl.col("is_direct").is_null(),
        "value": by_value & ~(pl.col("value_ore") > 0).fill_null(False),
        "index": by_value & ~(pl.col("index_ppm") > 0).fill_null(False),
        "kind": kind | (counted & pl.col("kind").is_null()),
        "day": counted & pl.col("decided_on").is_null(),
        "threshold": counted & pl.col("decided_on").is_not_null() & ~kind & pl.col("threshold_ore").is_null(),
        "delta": by_value & pl.col("value_delta_ore").is_null(),
        "earlier": counted
        & pl.col("net_ore").is_null()
        & pl.col("value_delta_ore").is_not_null()
        & pl.col("decided_on").is_not_null(),
    }
    named = [pl.when(lack).then(pl.lit(code)) for code, lack in lacks.items()]
    return pl.concat_list(named).list.drop_nulls()


def _paragraph() -> pl.Expr:
    """The paragraph the answer is about: the one it rests on, else the first that is still open."""
    return (
        pl.when(BASIS.is_not_null())
        .then(BASIS)
        .when(pl.col("is_small").fill_null(True))
        .then(pl.lit(SMALL))
        .when(pl.col("is_within_half"))
        .then(pl.lit(EXTRA_ORDER))
    )


def _arithmetic() -> pl.Expr:
    half, small = pl.col("is_within_half"), pl.col("is_small")
    by_half = pl.when(half).then(_said(Answer.LEGAL)).when(~half).then(_said(Answer.PROBABLY_NOT))
    return (
        pl.when(BASIS.is_in(BY_COUNSEL))
        .then(_said(Answer.LEGAL))
        .when(BASIS.is_in(BY_HALF))
        .then(by_half.otherwise(_said(Answer.UNKNOWN)))
        .when(small)
        .then(_said(Answer.ALLOWED))
        .when(small.is_null())
        .then(_said(Answer.UNKNOWN))
        .when(BASIS.is_null())
        .then(by_half.otherwise(_said(Answer.UNKNOWN)))
        .otherwise(_said(Answer.PROBABLY_NOT))
    )


def _answer() -> pl.Expr:
    """Outside 17 kap counsel answers; where the regime is not known nobody can say which rules hold."""
    is_computed = pl.col("arithmetic") != Answer.UNKNOWN.value
    return (
        pl.when(pl.col("is_direct").is_null())
        .then(_said(Answer.UNKNOWN))
        .when(~pl.col("is_direct") & is_computed)
        .then(_said(Answer.LEGAL))
        .otherwise(pl.col("arithmetic"))
    )


def _said(answer: Answer) -> pl.Expr:
    return pl.lit(answer.value)

"""Every penalty with its state, and the money parted into received, under way, waived, not claimed and reduced."""

from datetime import date

import polars as pl

from dashboard.rules.sanctions.penalty_moves import PURSUED, SINGLE

PARTS = ("received_ore", "under_way_ore", "waived_ore", "not_claimed_ore", "reduced_ore")
LOST = ("waived_ore", "not_claimed_ore", "reduced_ore")


def penalty_ledger(
    penalties: pl.DataFrame, events: pl.DataFrame, clauses: pl.DataFrame, usual_days: int, today: date
) -> pl.DataFrame:
    """One row a penalty, those with the greatest loss first.

    The penalty's own columns, its clause's `clause, unit, category, needs_notice, cap_ore`, the last event's `state,
    amount_ore, state_on, reason, registration_number` (the latest number given in that state), `year` (of the first
    day late), `claim_by`, `is_lapsed` (nobody claimed in time), the five PARTS and `lost_ore`.

    `lost_ore` is what we had a right to and did not take: the whole of a right that was waived or not claimed in
    time, and what a claim was lowered by. What is under way may still come. So for each penalty received + under way
    + lost is the right, or more where more than the right was claimed.
    """
    terms = clauses.select("clause", "unit", "category", "needs_notice", "claim_within_days", "cap_ore", clause_id="id")
    rows = penalties.join(terms, on="clause_id", how="left").join(_standing(events), on="id", how="left")
    rows = rows.with_columns(
        state=pl.col("state").fill_null("entitled"), amount_ore=pl.col("amount_ore").fill_null(pl.col("entitled_ore"))
    )
    rows = rows.with_columns(year=pl.col("from_on").dt.year(), claim_by=_claim_by(usual_days))
    is_late = ((pl.col("state") == "entitled") & (pl.col("claim_by") < today)).fill_null(False)
    return _parted(rows.with_columns(is_lapsed=is_late)).sort("lost_ore", "id", descending=[True, False])


def _standing(events: pl.DataFrame) -> pl.DataFrame:
    """The last event of each penalty; the number may have come in a later row of the same state."""
    ordered = events.sort("penalty_id", "sequence")
    is_last_state = pl.col("state") == pl.col("state").last().over("penalty_id")
    return (
        ordered.filter(is_last_state)
        .group_by(id="penalty_id")
        .agg(
            pl.col("state", "amount_ore", "happened_on").last(),
            pl.col("reason", "registration_number").drop_nulls().last(),
        )
        .rename({"happened_on": "state_on"})
    )


def _claim_by(usual_days: int) -> pl.Expr:
    last = pl.coalesce("to_on", pl.when(pl.col("unit").is_in(SINGLE)).then(pl.col("from_on")))
    days = pl.col("claim_within_days").fill_null(usual_days)
    return last + pl.duration(days=days)


def _parted(rows: pl.DataFrame) -> pl.DataFrame:
    state, amount, right = pl.col("state"), pl.col("amount_ore"), pl.col("entitled_ore")
    is_open = (state == "entitled") & ~pl.col("is_lapsed")
    nothing = pl.lit(0, dtype=pl.Int64)
    pursued = state.is_in([*PURSUED, "received"])
    return rows.with_columns(
        received_ore=pl.when(state == "received").then(amount).otherwise(nothing),
        under_way_ore=pl.when(state.is_in(PURSUED)).then(amount).when(is_open).then(right).otherwise(nothing),
        waived_ore=pl.when(state == "waived").then(right).otherwise(nothing),
        not_claimed_ore=pl.when("is_lapsed").then(right).otherwise(nothing),
        reduced_ore=pl.when(pursued).then((right - amount).clip(0)).otherwise(nothing),
    ).with_columns(lost_ore=pl.sum_horizontal(LOST))


def lost_by(rows: pl.DataFrame, *by: str) -> pl.DataFrame:
    """The parts and the right summed by these columns: `*by, *PARTS, lost_ore, entitled_ore, n` (penalties)."""
    summed = pl.col(*PARTS, "lost_ore", "entitled_ore").sum()
    return rows.group_by(*by).agg(summed, n=pl.len().cast(pl.Int64)).sort(*by)

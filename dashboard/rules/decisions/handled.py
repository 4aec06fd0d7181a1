"""Which contracts have their gate handled: a decision that stands, and saw the end that still holds.

To give notice, to procure anew and to let lapse handle the gate. An extension moves the end, so the next gate is a new
one, and a sanction handles nothing. When dates change the gate is armed again: the decision was about another end.
"""

from datetime import date

import polars as pl

HANDLING = ("terminate", "expire", "reprocure")
OF_DECISION = {"id": "decision_id", "kind": "decision_kind", "decided_on": "decided_on"}
SEEN = "seen_end_on"


def with_handled(
    dated: pl.DataFrame,
    decisions: pl.DataFrame,
    plan_items: pl.DataFrame,
    plan_stages: pl.DataFrame,
    day: date | None = None,
) -> pl.DataFrame:
    """`dated` with `decision_id, decision_kind, decided_on, is_handled` and `is_begun`. Order is kept.

    `dated` as of `with_decision_dates`; the others have the tables' columns. The decision is the newest that handles
    the gate; null where none does. `is_begun`: work on what follows has begun, decided or not. What was decided or
    entered after `day` is not looked at, where a day is given.
    """
    known, stages = (
        (decisions, plan_stages)
        if day is None
        else (decisions.filter(pl.col("decided_on") <= day), plan_stages.filter(pl.col("entered_on") <= day))
    )
    return _with_begun(_with_decision(dated, _handling(known, plan_items)), plan_items, stages)


def _handling(decisions: pl.DataFrame, plan_items: pl.DataFrame) -> pl.DataFrame:
    """Decisions that may handle a gate, with the end each saw: not undone, and their line in the plan not cancelled."""
    undone = decisions["undoes_id"].drop_nulls()
    dropped = plan_items.filter(pl.col("state") == "cancelled")["decision_id"].drop_nulls()
    may = pl.col("kind").is_in(HANDLING) & ~pl.col("id").is_in(undone.implode())
    is_dropped = (pl.col("kind") == "reprocure") & pl.col("id").is_in(dropped.implode())
    seen = pl.coalesce("new_end_on", "end_before_on").alias(SEEN)
    renamed = (pl.col(name).alias(called) for name, called in OF_DECISION.items())
    return decisions.filter(may, ~is_dropped).select(seen, *renamed, id="contract_id")


def _with_decision(dated: pl.DataFrame, handling: pl.DataFrame) -> pl.DataFrame:
    """Adds the newest decision whose end is the one that holds."""
    ends = dated.select("id", "current_end")
    still = handling.join(ends, on="id").filter(pl.col(SEEN).eq_missing(pl.col("current_end")))
    newest = still.sort("decision_id").unique("id", keep="last").drop(SEEN, "current_end")
    joined = dated.join(newest, on="id", how="left", maintain_order="left")
    return joined.with_columns(is_handled=pl.col("decision_id").is_not_null())


def _with_begun(dated: pl.DataFrame, plan_items: pl.DataFrame, stages: pl.DataFrame) -> pl.DataFrame:
    """Adds `is_begun`: a line for the contract is not cancelled, and has a stage, a procurement or a state beyond plan.

    One that is signed was for the end it saw: it counts where its contract is not needed before the gate.
    """
    has_stage = pl.col("id").is_in(stages["plan_item_id"].implode())
    begun = (pl.col("state") != "planned") | pl.col("procurement_id").is_not_null() | has_stage
    lines = plan_items.filter(pl.col("contract_id").is_not_null(), pl.col("state") != "cancelled", begun)
    signed = pl.when(pl.col("state") == "signed").then("needed_on")
    of_contract = lines.group_by(id="contract_id").agg(
        has_running=(pl.col("state") != "signed").any(), signed_for_on=signed.max()
    )
    gate = pl.coalesce("decision_gate", "gate_no_later_than")
    is_for_this = (pl.col("signed_for_on") >= gate).fill_null(pl.col("signed_for_on").is_not_null())
    return (
        dated.join(of_contract, on="id", how="left", maintain_order="left")
        .with_columns(is_begun=pl.col("has_running").fill_null(False) | is_for_this)
        .drop("has_running", "signed_for_on")
    )

"""Decisions made on the committee's behalf, which are reported to it (kommunallagen 6 kap. 40 §, 7 kap. 8 §)."""

import polars as pl

# What was decided -> the decision of the delegation order that must cover it.
COVERED_BY = {
    "termination": "termination",
    "penalty_charged": "penalty",
    "penalty_waived": "penalty",
    "extend": "extension",
    "terminate": "notice",
    "reprocure": "procurement",
}
SCHEMA: dict[str, pl.DataType | type[pl.DataType]] = {
    "decided_on": pl.Date,
    "kind": pl.String,  # a key of COVERED_BY
    "supplier_id": pl.Int64,  # null: about the contract whoever is on it
    "contract_id": pl.Int64,
    "case_id": pl.Int64,
    "amount_ore": pl.Int64,
    "who": pl.String,
    "role": pl.String,
    "registration_number": pl.String,
}


def delegated_decisions(
    records: pl.DataFrame,
    cases: pl.DataFrame,
    penalties: pl.DataFrame,
    penalty_events: pl.DataFrame,
    decisions: pl.DataFrame,
) -> pl.DataFrame:
    """SCHEMA, the oldest first. The frames have the columns of their tables.

    A decision to terminate counts where it says yes and stands; a penalty's when it is decided or waived, with the
    number its last row of that state has; a contract's where no later decision undoes it.
    """
    parts = [_terminations(records, cases), _penalties(penalties, penalty_events), _contracts(decisions)]
    rows = pl.concat([part.select(pl.col(name).cast(kind) for name, kind in SCHEMA.items()) for part in parts])
    return rows.sort("decided_on", "kind", "contract_id", maintain_order=True)


def _terminations(records: pl.DataFrame, cases: pl.DataFrame) -> pl.DataFrame:
    decided = (pl.col("kind") == "termination_decision") & pl.col("verdict").fill_null(False)
    standing = records.filter(decided, pl.col("withdrawn_at").is_null())
    of_case = cases.select("supplier_id", "contract_id", case_id="id")
    return standing.join(of_case, on="case_id").with_columns(
        decided_on="done_on", kind=pl.lit("termination"), amount_ore=pl.lit(None, pl.Int64)
    )


def _penalties(penalties: pl.DataFrame, events: pl.DataFrame) -> pl.DataFrame:
    """One decision for each penalty and state: a later row of the same state only gives it its number."""
    kinds = {"decided": "penalty_charged", "waived": "penalty_waived"}
    formal = events.filter(pl.col("state").is_in(list(kinds))).sort("penalty_id", "sequence")
    first = formal.group_by("penalty_id", "state", maintain_order=True).agg(
        pl.col("who", "role").first(),
        pl.col("amount_ore").last(),
        pl.col("registration_number").drop_nulls().last(),
        decided_on=pl.col("happened_on").first(),
    )
    of_penalty = penalties.select("supplier_id", "contract_id", "case_id", penalty_id="id")
    return first.join(of_penalty, on="penalty_id", maintain_order="left").with_columns(
        kind=pl.col("state").replace_strict(kinds, return_dtype=pl.String)
    )


def _contracts(decisions: pl.DataFrame) -> pl.DataFrame:
    undone = decisions["undoes_id"].drop_nulls()
    standing = decisions.filter(pl.col("kind").is_in(list(COVERED_BY)), ~pl.col("id").is_in(undone.implode()))
    return standing.with_columns(supplier_id=pl.lit(None, pl.Int64), amount_ore=pl.lit(None, pl.Int64))


def with_cover(rows: pl.DataFrame, delegations: pl.DataFrame) -> pl.DataFrame:
    """Adds `is_covered`: whether a delegation valid on the day covers the decision, the role and the amount.

    A delegation with a limit does not cover an amount that is not known.
    """
    numbered = rows.with_row_index("place").with_columns(
        decision=pl.col("kind").replace_strict(COVERED_BY, return_dtype=pl.String)
    )
    known = delegations.select("decision", "role", "limit_ore", "valid_from", "valid_to")
    is_valid = (pl.col("valid_from") <= pl.col("decided_on")) & (
        pl.col("valid_to").is_null() | (pl.col("valid_to") >= pl.col("decided_on"))
    )
    is_within = pl.col("limit_ore").is_null() | (pl.col("amount_ore") <= pl.col("limit_ore")).fill_null(False)
    covered = numbered.join(known, on=["decision", "role"]).filter(is_valid, is_within)["place"].unique()
    return numbered.with_columns(is_covered=pl.col("place").is_in(covered.implode())).drop("place", "decision")

"""Who may take a decision on behalf of a committee: the delegation valid that day, by kind, role and amount."""

from datetime import date

import polars as pl


def delegated(
    delegations: pl.DataFrame, decision: str, roles: frozenset[str], amount_ore: int, day: date
) -> dict[str, object] | None:
    """The delegation that covers it, the one with the lowest limit that is enough; None where there is none.

    `delegations` has the columns of the table; a limit that is null holds for whatever amount. A municipality that
    says nothing of delegations has none, and then a person must ask who may decide (KL 6:37, 7:5–8).
    """
    covers = (
        (pl.col("decision") == decision)
        & pl.col("role").is_in(sorted(roles))
        & (pl.col("limit_ore").is_null() | (pl.col("limit_ore") >= amount_ore))
        & (pl.col("valid_from") <= day)
        & (pl.col("valid_to").is_null() | (pl.col("valid_to") >= day))
    )
    found = delegations.filter(covers).sort("limit_ore", nulls_last=True)
    return found.row(0, named=True) if found.height else None

"""Which units count where no single one is chosen: the municipality's own, its companies, or both.

The municipality's own is the rule: a company is another contracting authority, and is looked at apart. A line whose
unit is not known counts as the municipality's.
"""

from typing import Literal, get_args

import polars as pl

from dashboard.rules.descent import with_descendants

NOT_STATED = 0  # as a choice of unit, category or supplier: the rows that do not say which; no id is 0
Scope = Literal["kommun", "bolag", "alla"]
SCOPES: tuple[Scope, ...] = get_args(Scope)


def left_out(units: pl.DataFrame, scope: Scope) -> tuple[int, ...]:
    """The ids of the units that do not count; `units` has id, parent_id and is_in_scope."""
    if scope == "alla":
        return ()
    outside = units.filter(~pl.col("is_in_scope")).select(ancestor="id")
    companies = with_descendants(units.select("id", "parent_id")).join(outside, on="ancestor", how="semi")["id"]
    is_company = pl.col("id").is_in(companies.implode())
    found = units.filter(is_company if scope == "kommun" else ~is_company)["id"].unique().sort()
    return tuple(found.to_list())


def counts(left_out: tuple[int, ...], scope: Scope = "kommun") -> pl.Expr:
    """Whether a row with a `unit_id` counts."""
    is_out = pl.col("unit_id").is_in(list(left_out))
    return ~is_out.fill_null(scope == "bolag")


def is_of(column: str, wanted: int) -> pl.Expr:
    """Whether a row is of the unit, category or supplier `wanted`; NOT_STATED is the rows that do not say."""
    return pl.col(column).is_null() if wanted == NOT_STATED else pl.col(column) == wanted

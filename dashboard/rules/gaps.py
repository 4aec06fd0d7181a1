"""Counts what is missing in the registers: each check of `gap_checks` is a share of the rows it concerns.

`frames` holds a frame a table: contract, option, change, supplier, category, threshold; their columns are those of
the tables plus those that `prepared()` adds.
"""

from collections.abc import Mapping
from datetime import date

import polars as pl

from dashboard.rules.decisions.decision_dates import option_dates
from dashboard.rules.decisions.terms import with_first_term
from dashboard.rules.gap_checks import CHECKS, Check

GAP_SCHEMA = {"code": pl.String, "missing": pl.Int64, "of": pl.Int64, "share": pl.Float64}


def count_gaps(frames: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    """One row a check: `code, missing, of, share`; a share of nothing is null. Largest share first."""
    rows = [(check.code, *_counted(frames[check.table], check)) for check in CHECKS]
    counted = pl.DataFrame(rows, schema={k: v for k, v in GAP_SCHEMA.items() if k != "share"}, orient="row")
    return counted.with_columns(share=pl.when(pl.col("of") > 0).then(pl.col("missing") / pl.col("of"))).sort(
        "share", "missing", descending=True, nulls_last=True
    )


def gap_rows(frames: Mapping[str, pl.DataFrame], code: str) -> pl.DataFrame:
    """The rows behind one check, with every column of their table."""
    check = next(check for check in CHECKS if check.code == code)
    return frames[check.table].filter(check.among, check.missing)


def _counted(frame: pl.DataFrame, check: Check) -> tuple[int, int]:
    of = frame.filter(check.among)
    return of.filter(check.missing).height, of.height


def prepared(tables: Mapping[str, pl.DataFrame], today: date) -> dict[str, pl.DataFrame]:
    """The frames the checks look at, from the registers' own tables as they stand on `today`.

    `tables`: contract (with `ends_on`), option, amendment, scope, contract_supplier, supplier, category (with
    `amount_ore`), threshold. A contract without a known end is active until somebody says otherwise.
    """
    contract = (
        with_first_term(tables["contract"], tables["option"])
        .with_columns(
            is_active=(pl.col("ends_on").is_null() | (pl.col("ends_on") >= today))
            & (pl.col("terminated_on").is_null() | (pl.col("terminated_on") >= today))
        )
        .join(_counts(tables["scope"], "contract_id", "categories"), left_on="id", right_on="contract_id", how="left")
        .join(
            _counts(tables["contract_supplier"], "contract_id", "suppliers"),
            left_on="id",
            right_on="contract_id",
            how="left",
        )
        .with_columns(pl.col("categories", "suppliers").fill_null(0))
    )
    of_supplier = _counts(tables["contract_supplier"], "supplier_id", "contracts")
    in_force = (pl.col("valid_from") <= today) & (pl.col("valid_to").is_null() | (pl.col("valid_to") >= today))
    return {
        "contract": contract,
        "option": _options(tables, contract, today),
        "change": tables["amendment"]
        .join(contract.select("number", "title", "regime", contract_id="id"), on="contract_id")
        .with_columns(is_notice_missing=~(pl.col("notice_published_on") <= today).fill_null(False)),
        "supplier": tables["supplier"]
        .join(of_supplier, left_on="id", right_on="supplier_id", how="left")
        .with_columns(pl.col("contracts").fill_null(0)),
        "category": tables["category"],
        "threshold": tables["threshold"].with_columns(is_in_force=in_force),
    }


def _options(tables: Mapping[str, pl.DataFrame], contract: pl.DataFrame, today: date) -> pl.DataFrame:
    """The options with what their contract says, and what is odd about them (as in `rules.decisions.options`)."""
    of_contract = contract.select("is_active", "number", "title", "notice_buyer_months", contract_id="id")
    dated = option_dates(tables["contract"], tables["option"], today)
    odd = dated.select("contract_id", "sequence", "is_late_deadline", "is_out_of_order")
    return (
        tables["option"]
        .join(of_contract, on="contract_id")
        .join(odd, on=["contract_id", "sequence"], how="left", maintain_order="left")
        .with_columns(pl.col("is_late_deadline", "is_out_of_order").fill_null(False))
    )


def _counts(frame: pl.DataFrame, by: str, name: str) -> pl.DataFrame:
    return frame.group_by(by).agg(pl.len().cast(pl.Int64).alias(name))

"""Answers to the questions put to users (NKI) and suppliers (NLI)."""

import polars as pl

from dashboard.data.row_frames.ask import Ask, Tables, month, narrowed

QUESTIONS = ("overall", "expectation", "ideal")


def survey_rows(tables: Tables, ask: Ask) -> pl.DataFrame:
    """One row a person asked: `row_id, period, kind, contract_id, index` and the dimensions.

    `index` is (mean of the three answers - 1) / 9 x 100, null where an answer is missing. An NKI answer without a
    supplier of its own gets the contract's where that has exactly one, and the contract's one category likewise.
    """
    only = pl.col("supplier_id").first()
    suppliers = (
        tables["contract_supplier"].group_by("contract_id").agg(contract_supplier=pl.when(pl.len() == 1).then(only))
    )
    category = pl.col("category_id").first()
    categories = (
        tables["scope"]
        .select("contract_id", "category_id")
        .unique()
        .group_by("contract_id")
        .agg(category_id=pl.when(pl.len() == 1).then(category))
    )
    answered = pl.all_horizontal(pl.col(name).is_not_null() for name in QUESTIONS)
    rows = (
        tables["survey_response"]
        .rename({"id": "row_id"})
        .filter(pl.col("asked_on") <= ask.as_of)
        .join(suppliers, on="contract_id", how="left")
        .join(categories, on="contract_id", how="left")
        .with_columns(
            month("asked_on"),
            supplier_id=pl.coalesce("supplier_id", "contract_supplier"),
            index=pl.when(answered).then((pl.mean_horizontal(*QUESTIONS) - 1) / 9 * 100),
        )
        .drop("contract_supplier", *QUESTIONS)
    )
    return narrowed(rows, ask)

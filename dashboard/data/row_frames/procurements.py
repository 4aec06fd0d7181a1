"""Announced procurements, placed in the month that counts for the question, and their lots and won bids."""

import polars as pl

from dashboard.data.row_frames.ask import Ask, Tables, month, narrowed
from dashboard.data.row_frames.members import bidder_members
from dashboard.rules.limits import limits_on

NOT_ANNOUNCED = ("direct_award", "lov")
KEPT = (
    "row_id",
    "registration_number",
    "title",
    "procedure",
    "regime",
    "category_id",
    "unit_id",
    "estimated_value_ore",
    "published_on",
    "contract_signed_on",
    "cancelled_on",
    "has_labour_terms",
    "has_innovation",
    "has_functional_requirements",
    "has_gender_analysis",
    "is_cancelled",
    "is_reviewed",
    "is_labour_risk",
    "lead_days",
    "award_days",
)


def published_rows(tables: Tables, ask: Ask) -> pl.DataFrame:
    """One row an announced procurement, in the month it was published: `period` and KEPT.

    `is_cancelled`: cancelled on or after publication. `is_reviewed`: at least one review case, however many.
    `lead_days`: from assignment to signed contract, null where a day is missing or they stand in the wrong order.
    `is_labour_risk`: the category's, null without a category.
    """
    return _placed(tables, ask, pl.col("published_on"))


def mature_rows(tables: Tables, ask: Ask) -> pl.DataFrame:
    """As `published_rows`, but in the month the procurement had been published so long that its fate can be judged."""
    months = int(limits_on(tables["rule_limit"], ask.as_of).cohort_age_months)
    return _placed(tables, ask, pl.col("published_on").dt.offset_by(f"{months}mo"))


def signed_rows(tables: Tables, ask: Ask) -> pl.DataFrame:
    """As `published_rows`, but in the month the contract was signed, and without those that never were."""
    return _placed(tables, ask, pl.col("contract_signed_on"))


def lot_rows(tables: Tables, ask: Ask) -> pl.DataFrame:
    """One row a lot with bids, in the month of the tender deadline: `period`, `lot`, `bids` and KEPT.

    An announced procurement whose deadline has passed and of which no bid is recorded is one row with null `bids`.
    """
    rows = _placed(tables, ask, pl.col("tender_deadline_on"), until=pl.col("tender_deadline_on") < ask.as_of)
    counted = tables["bid"].group_by("lot", row_id="procurement_id").agg(bids=pl.len().cast(pl.Int64))
    return rows.join(counted, on="row_id", how="left")


def won_rows(tables: Tables, ask: Ask) -> pl.DataFrame:
    """One row a won lot and supplier, in the month of the award: `lot`, `supplier_id`, `is_sme`, `price_ore`, KEPT.

    `is_sme` is what the bid says, else what is known of the supplier.
    """
    awarded = pl.coalesce("award_notice_sent_on", "contract_signed_on", "tender_deadline_on")
    rows = _announced(tables).with_columns(event_on=awarded).drop_nulls("event_on")
    sizes = tables["supplier"].select(supplier_id="id", known_sme="is_sme")
    won = (
        tables["bid"]
        .filter("has_won")
        .select("lot", "supplier_id", "is_sme", "price_ore", row_id="procurement_id")
        .join(sizes, on="supplier_id", how="left")
        .with_columns(is_sme=pl.coalesce("is_sme", "known_sme"))
        .drop("known_sme")
    )
    placed = rows.join(won, on="row_id").with_columns(month("event_on")).filter(pl.col("event_on") <= ask.as_of)
    return narrowed(placed.select("period", "lot", "supplier_id", "is_sme", "price_ore", *KEPT), ask)


def _placed(tables: Tables, ask: Ask, day: pl.Expr, until: pl.Expr | None = None) -> pl.DataFrame:
    rows = _announced(tables).with_columns(event_on=day).drop_nulls("event_on")
    rows = rows.filter(pl.col("event_on") <= ask.as_of if until is None else until)
    return narrowed(rows.with_columns(month("event_on")).select("period", *KEPT), ask, bidder_members(tables))


def _announced(tables: Tables) -> pl.DataFrame:
    reviewed = tables["review_case"]["procurement_id"].unique()
    risk = tables["category"].select(category_id="id", is_labour_risk="is_labour_risk")
    lead = (pl.col("contract_signed_on") - pl.col("project_start_on")).dt.total_days()
    award = (pl.col("award_notice_sent_on") - pl.col("tender_deadline_on")).dt.total_days()
    return (
        tables["procurement"]
        .filter(pl.col("published_on").is_not_null(), ~pl.col("regime").is_in(NOT_ANNOUNCED).fill_null(False))
        .rename({"id": "row_id"})
        .join(risk, on="category_id", how="left")
        .with_columns(
            is_cancelled=(pl.col("cancelled_on") >= pl.col("published_on")).fill_null(False),
            is_reviewed=pl.col("row_id").is_in(reviewed.implode()),
            lead_days=pl.when(lead >= 0).then(lead),
            award_days=pl.when(award >= 0).then(award),
        )
    )

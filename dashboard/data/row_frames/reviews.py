"""Court cases about procurements, placed in the month they were decided, and the contracts they held up."""

import polars as pl

from dashboard.data.row_frames.ask import Ask, Tables, month, narrowed
from dashboard.data.row_frames.members import bidder_members
from dashboard.rules.reviews import is_lost, is_tried, with_delay

PROCUREMENT = ("registration_number", "title", "category_id", "unit_id")
DECIDED = ("case_number", "court", "filed_on", "decided_on", "outcome", "is_lost", "is_tried")
HELD_UP = ("published_on", "award_notice_sent_on", "standstill_ends_on", "contract_signed_on", "delay_days", "cases")


def decided_rows(tables: Tables, ask: Ask) -> pl.DataFrame:
    """One row a court case, in the month it was decided: `period`, `row_id`, `procurement_id`, PROCUREMENT and DECIDED.

    A procurement with several case numbers has several rows: it is the court's decisions that are counted.
    """
    of = tables["procurement"].select(*PROCUREMENT, procurement_id="id")
    cases = (
        tables["review_case"]
        .filter(pl.col("decided_on") <= ask.as_of)
        .rename({"id": "row_id"})
        .join(of, on="procurement_id", how="left", maintain_order="left")
        .with_columns(month("decided_on"), is_lost=is_lost(), is_tried=is_tried())
    )
    bidders = bidder_members(tables)["supplier_id"].rename({"row_id": "procurement_id"})
    members = cases.select("row_id", "procurement_id").join(bidders, on="procurement_id").drop("procurement_id")
    return narrowed(
        cases.select("period", "row_id", "procurement_id", *PROCUREMENT, *DECIDED), ask, {"supplier_id": members}
    )


def held_up_rows(tables: Tables, ask: Ask) -> pl.DataFrame:
    """One row a reviewed procurement, in the month its contract was signed: `period`, `row_id`, PROCUREMENT, HELD_UP.

    A procurement counts once, however many `cases` it has. A review that was filed after signing held nothing up.
    """
    signed = (
        tables["procurement"]
        .filter(pl.col("contract_signed_on") <= ask.as_of)
        .select("published_on", "award_notice_sent_on", "contract_signed_on", *PROCUREMENT, row_id="id")
    )
    before = (
        tables["review_case"]
        .select("filed_on", row_id="procurement_id")
        .join(signed.select("row_id", "contract_signed_on"), on="row_id")
        .filter(pl.col("filed_on") <= pl.col("contract_signed_on"))
    )
    counted = before.group_by("row_id").agg(cases=pl.len().cast(pl.Int64))
    rows = with_delay(signed.join(counted, on="row_id", maintain_order="left"))
    placed = rows.with_columns(month("contract_signed_on")).select("period", "row_id", *PROCUREMENT, *HELD_UP)
    return narrowed(placed, ask, bidder_members(tables))

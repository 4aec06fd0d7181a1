"""Procurements that were to be announced, placed in the month they were planned to be."""

import polars as pl

from dashboard.data.row_frames.ask import Ask, Tables, month, narrowed
from dashboard.data.row_frames.members import bidder_members
from dashboard.data.row_frames.procurements import NOT_ANNOUNCED
from dashboard.rules.published_as_planned import days_off, is_as_planned, is_due

KEPT = (
    "row_id",
    "registration_number",
    "title",
    "category_id",
    "unit_id",
    "planned_publish_on",
    "published_on",
    "days_off",
    "is_as_planned",
)


def planned_rows(tables: Tables, ask: Ask) -> pl.DataFrame:
    """One row a procurement in the month it was planned to be published: `period` and KEPT.

    Those whose 30 days have not passed are left out. One that was published without a planned day stands in the month
    it was published, with null `is_as_planned`.
    """
    as_of = ask.as_of
    is_unplanned = pl.col("planned_publish_on").is_null() & (pl.col("published_on") <= as_of)
    judged = (
        tables["procurement"]
        .filter(~pl.col("regime").is_in(NOT_ANNOUNCED).fill_null(False))
        .filter(pl.coalesce(is_due(as_of), is_unplanned))
        .rename({"id": "row_id"})
        .with_columns(
            event_on=pl.coalesce("planned_publish_on", "published_on"),
            days_off=days_off(as_of),
            is_as_planned=is_as_planned(as_of),
        )
    )
    return narrowed(judged.with_columns(month("event_on")).select("period", *KEPT), ask, bidder_members(tables))

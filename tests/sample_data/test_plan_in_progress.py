"""The sample's work in progress holds together: decided in time, begun after it was decided, and somebody's own."""

from datetime import date

import polars as pl
import pytest

from sample_data.clock import SAMPLE_ON
from sample_data.plan_in_progress import TOLD
from tests.sample_data.conftest import Sample


@pytest.fixture
def lines(sample: Sample) -> pl.DataFrame:
    """The plan's lines of a decision, with their decision and their contract."""
    decisions = sample.tables["contract_decision"].rename({"id": "decision_id"}).drop("contract_id")
    contracts = sample.tables["contract"].rename({"id": "contract_id"}).select("contract_id", "owner", "start_on")
    return sample.tables["plan_item"].join(decisions, on="decision_id").join(contracts, on="contract_id")


def test_most_procurements_under_way_were_decided_in_time_and_some_were_not(lines: pl.DataFrame) -> None:
    ways = dict(lines.group_by("way").len().iter_rows())

    assert 70 <= lines.height <= 120
    assert ways["possible"] > 0.7 * lines.height
    assert {"possible_with_risk", "too_late"} <= set(ways)


def test_nobody_decides_or_enters_a_stage_before_the_contract_began_or_after_today(
    sample: Sample, lines: pl.DataFrame
) -> None:
    stages = sample.tables["plan_stage"].join(
        lines.select("decided_on", plan_item_id="id"), on="plan_item_id", how="inner"
    )

    assert lines.filter(pl.col("decided_on") <= pl.col("start_on")).is_empty()
    assert stages.height > 100
    assert stages.filter(pl.col("entered_on") < pl.col("decided_on")).is_empty()
    assert stages.filter(pl.col("entered_on") >= SAMPLE_ON).is_empty()


def test_the_stages_of_each_line_come_in_order_and_those_of_what_has_not_begun_are_none(sample: Sample) -> None:
    order = ["planning", "needs", "market", "procure", "implement", "manage"]
    stages = sample.tables["plan_stage"].sort("plan_item_id", "entered_on", "id")
    waiting = sample.tables["plan_item"].filter(pl.col("state") == "planned")["id"]

    entered = stages.group_by("plan_item_id", maintain_order=True).agg("stage")["stage"].to_list()

    assert all(found == order[: len(found)] for found in entered)
    assert stages.filter(pl.col("plan_item_id").is_in(waiting.implode())).is_empty()


def test_what_nobody_owns_is_left_to_be_found(sample: Sample, lines: pl.DataFrame) -> None:
    told = sample.tables["category"].filter(pl.col("code").is_in(TOLD))["id"]
    since = lines.filter(pl.col("id") > 20)

    owned = since.filter(pl.col("successor_id").is_null())

    assert len(told) == len(TOLD)
    assert owned["owner"].null_count() == 0
    assert since.filter(pl.col("category_id").is_in(told.implode())).is_empty()


def test_some_lines_have_the_procurement_that_is_going_on_and_some_the_contract_that_follows(
    sample: Sample, lines: pl.DataFrame
) -> None:
    procurements = sample.tables["procurement"].select("published_on", procurement_id="id")
    contracts = sample.tables["contract"].select(successor_id="id", begins="start_on")

    going = lines.join(procurements, on="procurement_id").filter(pl.col("successor_id").is_null())
    followed = lines.join(contracts, on="successor_id")

    assert going.height >= 3
    assert going.filter(pl.col("published_on") < pl.col("planned_start_on")).is_empty()
    assert 2 <= followed.height <= 10
    assert followed["begins"].to_list() == followed["needed_on"].to_list()


def test_what_begins_in_the_autumn_of_2027_takes_most_of_the_hours_there_are(sample: Sample) -> None:
    capacity = dict(sample.tables["officer_capacity"].select("period", "hours").iter_rows())
    waits = sample.tables["plan_item"].filter(
        pl.col("planned_start_on").is_between(date(2027, 9, 1), date(2027, 10, 31)), pl.col("state") == "planned"
    )

    assert waits["hours"].sum() / 5 > 0.8 * capacity[202710]

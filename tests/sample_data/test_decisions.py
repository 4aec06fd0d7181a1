"""The sample's decisions hold together: every kind, one undone, one without delegation, and no story is moved."""

from pathlib import Path

import polars as pl

from dashboard.data.decision_frames import decisions_on, read_decision_frames
from data_access.engine import engine
from sample_data.clock import AS_OF
from tests.sample_data.conftest import Sample


def test_every_kind_of_decision_was_taken_and_one_was_undone(sample: Sample) -> None:
    rows = sample.tables["contract_decision"]

    undone = rows.filter(pl.col("id").is_in(rows["undoes_id"].drop_nulls().implode()))

    assert set(rows["kind"]) == {"extend", "terminate", "reprocure", "sanction", "expire", "undo"}
    assert undone["kind"].to_list() == ["extend"]
    assert rows.filter(~pl.col("has_delegation"))["role"].to_list() == ["team_leader"]


def test_no_decision_moves_an_end_within_the_months_of_the_ledger(sample: Sample) -> None:
    rows = sample.tables["contract_decision"].drop_nulls("new_end_on")

    assert rows.height >= 4
    assert rows.select((pl.col("new_end_on") > AS_OF).all(), (pl.col("end_before_on") > AS_OF).all()).row(0) == (
        True,
        True,
    )


def test_a_line_of_the_plan_leads_from_a_contract_by_a_procurement_to_its_successor(sample: Sample) -> None:
    line = sample.tables["plan_item"].drop_nulls("successor_id").row(0, named=True)
    successor = sample.tables["contract"].filter(pl.col("id") == line["successor_id"]).row(0, named=True)
    stages = sample.tables["plan_stage"].filter(pl.col("plan_item_id") == line["id"]).sort("entered_on")

    assert successor["procurement_id"] == line["procurement_id"]
    assert successor["start_on"] == line["needed_on"]
    assert stages["stage"].to_list() == ["planning", "needs", "market", "procure", "implement", "manage"]


def test_the_plan_has_every_state_and_an_autumn_above_capacity(sample: Sample) -> None:
    items, capacity = sample.tables["plan_item"], sample.tables["officer_capacity"]
    autumn = items.filter(pl.col("planned_start_on").dt.strftime("%Y%m") == "202709")["hours"].sum()

    assert set(items["state"]) == {"planned", "started", "published", "awarded", "signed", "cancelled"}
    assert capacity["period"].to_list()[0:49:24] == [202411, 202611, 202811]
    assert autumn > capacity.filter(pl.col("period") == 202709)["hours"].item()


def test_a_procurement_decided_with_a_risk_had_one_by_the_rules_on_its_day(sample_home: Path, sample: Sample) -> None:
    late = sample.tables["contract_decision"].filter(pl.col("way") == "possible_with_risk").row(0, named=True)
    with engine(f"sqlite:///{sample_home / 'luleaway.db'}").connect() as connection:
        found = decisions_on(read_decision_frames(connection), late["decided_on"])

    way = found.ways.filter(pl.col("contract_id") == late["contract_id"], pl.col("way") == "reprocure")

    assert (late["kind"], way["state"].to_list()) == ("reprocure", ["possible_with_risk"])


def test_the_log_tells_of_every_decision_and_of_the_lines_they_made(sample: Sample) -> None:
    log, rows = sample.tables["audit_log"], sample.tables["contract_decision"]
    acts = log.filter(pl.col("object_type") == "contract_decision").select("object_id", "act", "who", "at")
    expected = rows.select(
        object_id="id",
        act=pl.when(pl.col("kind") == "undo").then(pl.lit("undo_decision")).otherwise(pl.format("decide_{}", "kind")),
        who="who",
        at="at",
    )
    made = sample.tables["plan_item"].drop_nulls("decision_id")["id"]
    planned = log.filter(pl.col("act") == "plan_procurement")["object_id"]

    assert acts.sort("object_id").rows() == expected.sort("object_id").rows()
    assert set(planned) == set(made)
    assert len(made) >= 2

"""Every story about follow-up can be told from the rows, and every case went by the ladder's rules."""

from datetime import date, datetime, time
from typing import Any

import polars as pl
import pytest

from dashboard.data.case_facts import frames_as_of, read_case_frames
from dashboard.rules.escalation.case_facts import facts_of
from dashboard.rules.escalation.facts import CaseFacts
from dashboard.rules.escalation.missing import missing
from dashboard.rules.escalation.obstacles import obstacles
from dashboard.rules.escalation.step_rules import step_rules
from dashboard.rules.escalation.time_limits import step_time
from dashboard.rules.follow_up.risk_class import SCORES, risk_class
from dashboard.rules.sanctions.entitled import Clause, entitled
from dashboard.rules.signals import all_signals
from data_access.engine import engine
from data_access.tables.escalation import DEVIATION_CATEGORIES, DEVIATION_STATES, SETTLED
from data_access.tables.people import ROLES
from data_access.tables.sanctions import PENALTY_STATES, PENALTY_UNITS
from sample_data.clock import SAMPLE_ON
from sample_data.escalation.blocks import BLOCKED_ON
from tests.sample_data.conftest import Sample

AHEAD = {"due_on", "deadline_on", "planned_on", "check_due_on", "evidence_due_on"}  # days that may lie ahead
TOLD_HERE = (
    "deviation", "escalation_case", "escalation_event", "case_member", "case_record", "action_item", "signal_answer",
    "penalty", "penalty_event", "erp_block", "audit_result", "supplier_comment", "risk_score", "handover",
    "follow_up_check",
)  # fmt: skip


@pytest.fixture(scope="module")
def frames(sample_home: Any) -> dict[str, pl.DataFrame]:
    """What the ladder's rules are told of the sample."""
    with engine(f"sqlite:///{sample_home / 'luleaway.db'}").connect() as connection:
        return read_case_frames(connection)


@pytest.fixture(scope="module")
def cases(frames: dict[str, pl.DataFrame]) -> dict[int, CaseFacts]:
    """Every case as it stands on the sample's day."""
    return facts_of(frames, SAMPLE_ON)


def at_step(cases: dict[int, CaseFacts], step: int) -> list[CaseFacts]:
    return [case for case in cases.values() if case.is_open and case.step == step]


def lacks(case: CaseFacts, frames: dict[str, pl.DataFrame]) -> set[str]:
    return {one.key for one in missing(case, step_rules(frames, SAMPLE_ON), SAMPLE_ON)}


def refusals(frames: dict[str, pl.DataFrame], event: dict[str, Any]) -> list[str]:
    """Why the move could not have been made on its day, as things stood then."""
    day, case_id = event["happened_on"], event["case_id"]
    then = frames_as_of(frames, day)
    is_later = (pl.col("case_id") == case_id) & (pl.col("sequence") >= event["sequence"])
    then["escalation_event"] = then["escalation_event"].filter(~is_later)
    then["escalation_case"] = then["escalation_case"].with_columns(
        closed_on=pl.when(pl.col("id") != case_id).then("closed_on")
    )
    roles = frozenset(frames["person"].row(by_predicate=pl.col("key") == event["who"], named=True)["roles"])
    facts, rules = facts_of(then, day)[case_id], step_rules(then, day)
    found = obstacles(event["event"], facts, rules, day, roles, event["reason"], event["registration_number"])
    return [one.code for one in found]


def test_every_move_could_be_made_by_the_rules_on_its_day(frames: dict[str, pl.DataFrame]) -> None:
    moves = frames["escalation_event"].rows(named=True)

    refused = {(move["case_id"], move["sequence"]): refusals(frames, move) for move in moves}

    assert len(moves) > 70
    assert {move: codes for move, codes in refused.items() if codes} == {}


def test_a_move_without_what_it_needs_would_have_been_found(frames: dict[str, pl.DataFrame]) -> None:
    without = frames | {"case_record": frames["case_record"].filter(pl.col("kind") != "legal_assessment")}
    moves = without["escalation_event"].filter(pl.col("event") == "decision_terminate").rows(named=True)

    codes = {code for move in moves for code in refusals(without, move)}

    assert codes == {"no_legal_assessment"}


def test_moves_follow_each_other_in_steps_days_and_numbers(sample: Sample) -> None:
    moves = sample.tables["escalation_event"].sort("case_id", "sequence")
    last = pl.col("to_step").shift(1).over("case_id").fill_null(0)
    earlier = pl.col("happened_on").shift(1).over("case_id")

    checked = moves.select(
        step=(pl.col("from_step") == last).all(),
        day=(pl.col("happened_on") > earlier).fill_null(True).all(),
        number=(pl.col("sequence") == pl.col("sequence").cum_count().over("case_id")).all(),
    )

    assert checked.row(0) == (True, True, True)


@pytest.mark.parametrize("table", TOLD_HERE)
def test_nothing_has_happened_after_the_day_it_is(sample: Sample, table: str) -> None:
    rows = sample.tables[table]
    last = datetime.combine(SAMPLE_ON, time.max)
    days = [name for name, kind in rows.schema.items() if kind == pl.Date and name not in AHEAD]
    moments = [name for name, kind in rows.schema.items() if isinstance(kind, pl.Datetime)]

    late = [name for name in days if (rows[name] > SAMPLE_ON).any()]
    later = [name for name in moments if (rows[name] > last).any()]

    assert days or moments
    assert (late, later) == ([], [])


def test_the_day_stands_still_on_the_sixteenth_of_november(sample: Sample) -> None:
    assert sample.tables["edition"]["sample_on"].to_list() == [date(2026, 11, 16)] == [SAMPLE_ON]


def test_people_are_invented_and_every_role_has_somebody(sample: Sample) -> None:
    people, roles = sample.tables["person"], sample.tables["person_role"]

    assert people["is_invented"].all()
    assert set(roles["role"]) == set(ROLES)
    assert (roles["role"] == "contract_controller").sum() >= 3
    assert people.filter(~pl.col("is_active"))["key"].to_list() == ["jon.legal"]


def test_the_register_names_controllers_and_owners_that_exist(sample: Sample) -> None:
    names = set(sample.tables["person"]["name"])

    assert set(sample.tables["contract"]["controller"].drop_nulls()) <= names
    assert set(sample.tables["contract"]["owner"].drop_nulls()) <= names
    assert set(sample.tables["follow_up_plan"]["responsible"].drop_nulls()) <= names


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("deviation", "reported_by"), ("escalation_case", "opened_by"), ("escalation_event", "who"),
        ("case_record", "who"), ("signal_answer", "who"), ("penalty_event", "who"), ("erp_block", "requested_by"),
        ("erp_block", "executed_by"), ("erp_block", "lifted_by"), ("risk_score", "who"), ("handover", "received_by"),
        ("handover", "handed_over_by"), ("audit_result", "recorded_by"), ("supplier_comment", "recorded_by"),
        ("requirement", "checked_by"), ("follow_up_check", "who"),
    ],
)  # fmt: skip
def test_whoever_did_something_is_a_person_of_the_municipality(sample: Sample, table: str, column: str) -> None:
    who = set(sample.tables[table][column].drop_nulls())

    assert who
    assert who <= set(sample.tables["person"]["key"])


def test_deviations_are_of_every_category_severity_and_state_and_from_many(sample: Sample) -> None:
    rows = sample.tables["deviation"]

    assert 230 <= rows.height <= 300
    assert set(rows["category"].drop_nulls()) == set(DEVIATION_CATEGORIES)
    assert set(rows["severity"].drop_nulls()) == {1, 2, 3, 4}
    assert set(rows["state"]) == set(DEVIATION_STATES)
    assert rows["unit_id"].n_unique() >= 8
    assert rows["supplier_id"].n_unique() >= 75


@pytest.mark.parametrize(
    "kind",
    [
        (pl.col("state") == "reported") & pl.col("category").is_null() & pl.col("contract_id").is_null(),
        (pl.col("state") == "confirmed") & (pl.col("due_on") < SAMPLE_ON),
        (pl.col("state") == "confirmed") & (pl.col("due_on") >= SAMPLE_ON),
        (pl.col("state") == "verified") & (pl.col("closed_on") <= pl.col("due_on")),
        (pl.col("state") == "verified") & (pl.col("closed_on") > pl.col("due_on")),
        pl.col("reopened_on").is_not_null(),
        pl.col("complained_on").is_null() & (pl.col("state") == "confirmed"),
        (pl.col("complained_on") - pl.col("observed_on")).dt.total_days() > 16,
        pl.col("credited_ore") > 0,
        pl.col("requirement_id").is_not_null(),
        pl.col("case_id").is_null() & (pl.col("state") == "dismissed"),
    ],
)
def test_deviations_ended_and_wait_in_every_way(sample: Sample, kind: pl.Expr) -> None:
    assert sample.tables["deviation"].filter(kind).height >= 3


def test_cases_stand_on_every_step_and_are_closed_in_both_ways(cases: dict[int, CaseFacts]) -> None:
    ended = [case.step for case in cases.values() if case.closed_on]

    assert all(at_step(cases, step) for step in range(5))
    assert ended.count(0) >= 6
    assert ended.count(SETTLED) == 2
    assert 28 <= len(cases) <= 36


def test_one_case_has_been_all_the_way_up_to_three_and_down(cases: dict[int, CaseFacts]) -> None:
    ways = [[event.to_step for event in case.events] for case in cases.values()]

    assert [1, 2, 3, 2, 1, 0] in ways
    assert [1, 2, 3, 4, 3] in ways
    assert [3] in ways
    assert [] in ways


def test_the_sliding_supplier_climbs_on_order_lines_that_did_come_late(
    sample: Sample, cases: dict[int, CaseFacts]
) -> None:
    told = sample.tables["deviation"].filter(pl.col("evidence").str.starts_with("Beställning B"))
    case = cases[told["case_id"][0]]
    lines = sample.tables["order_line"].join(
        sample.tables["purchase_order"].select("number", order_id="id"), on="order_id"
    )
    parts = pl.col("evidence").str.extract_groups(
        r"Beställning (?<number>\w+), utlovad (?<due>\S+), mottagen (?<got>\S+)"
    )
    named = told.select(parts.alias("parts")).unnest("parts").with_columns(pl.col("due", "got").str.to_date())

    found = lines.join(named, left_on=["number", "promised_on", "received_on"], right_on=["number", "due", "got"])

    assert told.height >= 10
    assert found["number"].n_unique() == told.height
    assert [event.to_step for event in case.events] == [1, 2, 3]
    assert case.is_open
    assert told.sort("observed_on")["severity"].to_list() == sorted(told["severity"])


def test_the_terminated_supplier_is_ordered_from_after_the_block(sample: Sample, cases: dict[int, CaseFacts]) -> None:
    case = at_step(cases, 4)[0]
    lines = sample.lines.join(
        sample.tables["supplier_alias"].select("supplier_id", alias_id=pl.col("id").cast(pl.Int32)), on="alias_id"
    )

    after = lines.filter(pl.col("supplier_id") == case.supplier_id, pl.col("posted_on") > BLOCKED_ON)
    kinds = {record.kind for record in case.records}

    assert case.blocks[0].executed_on == BLOCKED_ON == case.entered_on
    assert after.height > 0
    assert {"legal_assessment", "termination_decision", "declaration_of_termination", "exclusion_file"} <= kinds


def test_one_supplier_on_step_three_lacks_exactly_its_legal_counsel(
    cases: dict[int, CaseFacts], frames: dict[str, pl.DataFrame]
) -> None:
    without = [case for case in at_step(cases, 3) if "legal_counsel" not in case.members]

    assert [lacks(case, frames) for case in without] == [{"legal_counsel"}]


def test_two_cases_on_step_two_have_no_number_and_three_no_action_plan(
    cases: dict[int, CaseFacts], frames: dict[str, pl.DataFrame]
) -> None:
    gaps = [lacks(case, frames) for case in at_step(cases, 2)]

    assert sum("registration_number" in one for one in gaps) == 2
    assert sum("action_plan" in one for one in gaps) == 3


def test_the_fast_track_was_approved_twice_and_lacks_papers_of_the_skipped_steps(
    cases: dict[int, CaseFacts], frames: dict[str, pl.DataFrame]
) -> None:
    case = next(case for case in cases.values() if [event.event for event in case.events] == ["fast_track"])

    approved = {record.role for record in case.done("fast_track_approval")}

    assert approved == {"chief_purchasing_officer", "legal_counsel"}
    assert {"complaint", "action_plan"} & lacks(case, frames)


def test_the_same_breach_met_a_penalty_here_and_nothing_there(sample: Sample, cases: dict[int, CaseFacts]) -> None:
    penalties = sample.tables["penalty"].join(
        sample.tables["penalty_event"].sort("sequence").group_by(id="penalty_id").agg(pl.col("state", "reason").last()),
        on="id",
    )
    grave = {
        case.step: case
        for case in cases.values()
        if case.is_open and any((one.category, one.severity) == ("environment", 3) for one in case.deviations)
    }

    outcome = {step: penalties.filter(pl.col("case_id") == case.id).row(0, named=True) for step, case in grave.items()}

    assert set(grave) == {1, 3}
    assert outcome[3]["state"] == "claimed"
    assert (outcome[1]["state"], outcome[1]["reason"]) == ("waived", "Utgår.")


def test_one_supplier_has_six_small_deviations_in_ninety_days_and_no_case(sample: Sample) -> None:
    recent = sample.tables["deviation"].filter(
        (pl.lit(SAMPLE_ON) - pl.col("observed_on")).dt.total_days() <= 90, pl.col("severity") == 1
    )
    busy = recent.group_by("supplier_id").agg(n=pl.len(), cases=pl.col("case_id").count()).filter(pl.col("n") >= 6)

    assert busy["cases"].to_list() == [0]


def test_audits_say_other_things_than_we_do(sample: Sample, cases: dict[int, CaseFacts]) -> None:
    steps = {case.supplier_id: case.step for case in cases.values() if case.is_open}
    last = sample.tables["audit_result"].sort("assessed_on").unique("supplier_id", keep="last")
    result = {row["supplier_id"]: row["result"] for row in last.rows(named=True)}
    told = {supplier for supplier, colour in result.items() if supplier in steps}

    assert any(colour == "red" and supplier not in steps for supplier, colour in result.items())
    assert any(result[supplier] == "green" and steps[supplier] == 3 for supplier in told)
    assert last.filter(pl.col("assessed_on") < date(2024, 11, 16)).height >= 1


def test_cases_are_past_their_time_and_far_past_it(
    cases: dict[int, CaseFacts], frames: dict[str, pl.DataFrame]
) -> None:
    rules = step_rules(frames, SAMPLE_ON)
    states = [step_time(case, rules, SAMPLE_ON).state for case in cases.values() if case.is_open]

    assert {"none", "reminder", "proposal"} <= set(states)


def test_penalties_are_in_every_state_and_unit_and_counted_by_the_rule(sample: Sample) -> None:
    clauses = {row["id"]: row for row in sample.tables["penalty_clause"].rows(named=True)}
    last = sample.tables["penalty_event"].sort("sequence").group_by("penalty_id").agg(pl.col("state").last())

    for row in sample.tables["penalty"].rows(named=True):
        terms = clauses[row["clause_id"]]
        clause = Clause(terms["unit"], terms["amount_ore"], terms["percent"], terms["cap_ore"])
        counted = entitled(clause, row["from_on"], row["to_on"] or row["from_on"], row["base_ore"])
        assert (row["entitled_ore"], row["arithmetic"]) == (counted.ore, counted.arithmetic)

    assert set(last["state"]) == set(PENALTY_STATES)
    assert {terms["unit"] for terms in clauses.values()} == set(PENALTY_UNITS)


def test_seventeen_days_late_gave_seventy_five_thousand(sample: Sample) -> None:
    rows = sample.tables["penalty"].filter(
        (pl.col("to_on") - pl.col("from_on")).dt.total_days() == 16, pl.col("entitled_ore") == 7_500_000
    )

    assert "17 dagar är 3 påbörjade veckor" in rows["arithmetic"][0]


def test_much_was_never_claimed_and_some_was_waived_with_and_without_a_reason(sample: Sample) -> None:
    last = (
        sample.tables["penalty_event"]
        .sort("sequence")
        .group_by("penalty_id")
        .agg(pl.col("state", "amount_ore", "reason").last())
    )
    waived = last.filter(pl.col("state") == "waived")

    assert last.filter(pl.col("state") == "entitled")["amount_ore"].sum() > 30_000_000
    assert waived["reason"].str.len_chars().max() > 40
    assert (waived["reason"].str.len_chars().fill_null(0) < 10).any()


def test_the_last_score_of_a_contract_gives_the_class_in_the_register(sample: Sample) -> None:
    last = sample.tables["risk_score"].sort("scored_on").unique("contract_id", keep="last")
    both = last.join(sample.tables["contract"].select("risk_class", contract_id="id"), on="contract_id")

    classes = [risk_class({name: row[name] for name in SCORES}) for row in both.rows(named=True)]

    assert classes == both["risk_class"].to_list()
    assert last.height > 450
    assert sample.tables["risk_score"].height > last.height + 20


def test_checklists_were_received_wait_or_were_never_handed_over(sample: Sample) -> None:
    handed = sample.tables["handover"]
    running = sample.tables["contract"].filter(
        pl.col("start_on") <= date(2026, 9, 1), pl.col("initial_end_on") > SAMPLE_ON
    )

    assert handed["received_on"].null_count() > 20
    assert handed["received_on"].count() > 100
    assert running.join(handed, left_on="id", right_on="contract_id", how="anti").height > 20


def test_requirements_are_met_partly_and_not_overdue_and_unplanned(sample: Sample) -> None:
    rows = sample.tables["requirement"]
    is_overdue = pl.col("checked_on").is_null() & (pl.col("check_due_on") < SAMPLE_ON)

    assert set(rows["outcome"].drop_nulls()) == {"met", "partly", "not_met"}
    assert rows.filter(is_overdue).height > 50
    assert rows["check_method"].null_count() > 50
    assert rows.filter(pl.col("outcome") == "met")["evidence"].null_count() == 0


def test_a_signal_was_dismissed_and_others_became_deviations(sample: Sample) -> None:
    answers = sample.tables["signal_answer"]

    assert set(answers["kind"]) <= {one.key for one in all_signals()}
    assert answers.filter(~pl.col("is_accepted")).height >= 2
    assert answers.filter("is_accepted")["deviation_id"].null_count() == 0


def test_numbers_of_formal_acts_are_made_up_in_one_form(sample: Sample) -> None:
    columns = (
        ("case_record", "registration_number"),
        ("penalty_event", "registration_number"),
        ("escalation_case", "registration_number"),
    )
    numbers = pl.concat([sample.tables[table][column].drop_nulls() for table, column in columns])

    assert numbers.str.contains(r"^KS 20\d\d/\d+(-\d+)?$").all()
    assert len(numbers) > 100


def test_the_log_tells_who_did_what_in_order_and_what_was_refused(sample: Sample) -> None:
    log = sample.tables["audit_log"]
    people = set(sample.tables["person"]["key"])
    moves = log.filter(pl.col("act") == "move_case")

    assert log["at"].is_sorted()
    assert set(log["who"]) <= people
    assert moves.height == sample.tables["escalation_event"].height
    assert moves["reason"].null_count() == 0
    assert log.filter(pl.col("act") == "move_case_refused").height >= 3


def test_the_log_keeps_no_note_of_a_confidential_act(sample: Sample) -> None:
    secret = sample.tables["case_record"].filter("is_confidential")["note"].drop_nulls()
    written = "".join(str(row) for row in sample.tables["audit_log"].select("before", "after", "reason").rows())

    assert len(secret) > 0
    assert not any(note in written for note in secret)

"""A gate is handled by a decision that stands about the end that holds, and is armed again when dates change."""

from datetime import date
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from dashboard.rules.decisions.handled import with_handled
from tests.dashboard.frames import rows_of
from tests.slow.handled import slow_begun, slow_handled

Row = dict[str, Any]
TODAY = date(2026, 11, 16)
END, GATE, LATER = date(2027, 8, 31), date(2026, 12, 1), date(2028, 8, 31)
DECIDED: Row = {"contract_id": 1, "decided_on": date(2026, 11, 2), "end_before_on": END}
LINE: Row = {"contract_id": 1, "state": "planned", "needed_on": date(2027, 9, 1)}


def contracts(*rows: Row) -> pl.DataFrame:
    """The columns of `with_decision_dates` that matter."""
    schema = {"id": pl.Int64, "current_end": pl.Date, "decision_gate": pl.Date, "gate_no_later_than": pl.Date}
    usual = {"current_end": END, "decision_gate": GATE, "gate_no_later_than": GATE}
    return pl.DataFrame([{"id": at, **usual, **row} for at, row in enumerate(rows, start=1)], schema=schema)


def handled(
    decisions: list[Row], items: list[Row] | None = None, stages: list[Row] | None = None, **contract: Any
) -> Row:
    """The one contract."""
    return with_handled(
        contracts(contract),
        rows_of("contract_decision", decisions),
        rows_of("plan_item", items or []),
        rows_of("plan_stage", stages or []),
        TODAY,
    ).row(0, named=True)


@pytest.mark.parametrize("kind", ["terminate", "expire", "reprocure"])
def test_a_decision_about_the_end_that_holds_handles_the_gate(kind: str) -> None:
    found = handled([DECIDED | {"kind": kind}])

    assert found["is_handled"]
    assert (found["decision_id"], found["decision_kind"], found["decided_on"]) == (1, kind, date(2026, 11, 2))


@pytest.mark.parametrize("kind", ["sanction", "extend", "undo"])
def test_other_decisions_handle_nothing(kind: str) -> None:
    assert not handled([DECIDED | {"kind": kind}])["is_handled"]


def test_a_decision_that_is_undone_handles_nothing() -> None:
    undo = {**DECIDED, "kind": "undo", "undoes_id": 1}

    found = handled([DECIDED | {"kind": "reprocure"}, undo])

    assert not found["is_handled"]
    assert found["decision_kind"] is None


def test_the_gate_is_armed_again_when_the_end_moves() -> None:
    found = handled([DECIDED | {"kind": "reprocure"}], current_end=LATER)

    assert not found["is_handled"]


def test_a_notice_is_about_the_end_it_gave_and_not_the_one_before() -> None:
    notice = DECIDED | {"kind": "terminate", "new_end_on": date(2027, 3, 31)}

    assert handled([notice], current_end=date(2027, 3, 31))["is_handled"]
    assert not handled([notice], current_end=END)["is_handled"]


def test_a_decision_about_a_contract_without_an_end_holds_until_it_has_one() -> None:
    open_ended = DECIDED | {"kind": "reprocure", "end_before_on": None}

    assert handled([open_ended], current_end=None)["is_handled"]
    assert not handled([open_ended])["is_handled"]


def test_a_new_procurement_whose_line_in_the_plan_is_cancelled_handles_nothing() -> None:
    decision = DECIDED | {"kind": "reprocure"}
    line = LINE | {"decision_id": 1}

    assert handled([decision], [line])["is_handled"]
    assert not handled([decision], [line | {"state": "cancelled"}])["is_handled"]


def test_of_two_decisions_the_newest_is_named() -> None:
    found = handled([DECIDED | {"kind": "reprocure"}, DECIDED | {"kind": "expire"}])

    assert (found["decision_id"], found["decision_kind"]) == (2, "expire")


def test_what_was_decided_after_the_day_was_not_known_then() -> None:
    later = DECIDED | {"kind": "reprocure", "decided_on": date(2026, 11, 17)}

    assert not handled([later])["is_handled"]


def test_a_decision_undone_after_the_day_stood_on_the_day() -> None:
    undo = {**DECIDED, "kind": "undo", "undoes_id": 1, "decided_on": date(2026, 11, 17)}

    assert handled([DECIDED | {"kind": "expire"}, undo])["is_handled"]


def test_a_line_that_is_only_planned_is_no_work() -> None:
    assert not handled([], [LINE])["is_begun"]


@pytest.mark.parametrize("more", [{"state": "started"}, {"state": "published"}, {"procurement_id": 7}])
def test_a_line_with_a_state_or_a_procurement_is_work_begun(more: Row) -> None:
    assert handled([], [LINE | more])["is_begun"]
    assert not handled([], [LINE | {"procurement_id": 7, "state": "cancelled"}])["is_begun"]


def test_a_line_that_has_entered_a_stage_is_work_begun_from_that_day() -> None:
    today = {"plan_item_id": 1, "stage": "planning", "entered_on": TODAY}
    tomorrow = today | {"entered_on": date(2026, 11, 17)}

    assert handled([], [LINE], [today])["is_begun"]
    assert not handled([], [LINE], [tomorrow])["is_begun"]


def test_a_signed_line_for_an_earlier_term_is_no_work_for_this_one() -> None:
    signed = LINE | {"state": "signed"}

    assert handled([], [signed])["is_begun"]
    assert not handled([], [signed | {"needed_on": date(2026, 11, 30)}])["is_begun"]
    assert handled([], [signed], decision_gate=None, gate_no_later_than=None)["is_begun"]


def test_no_decisions_leave_the_columns_empty_with_their_types() -> None:
    decisions, items, stages = (rows_of(name, []) for name in ("contract_decision", "plan_item", "plan_stage"))

    found = with_handled(contracts({}, {}), decisions, items, stages)

    assert found.select("decision_id", "decision_kind", "decided_on", "is_handled", "is_begun").schema == {
        "decision_id": pl.Int64,
        "decision_kind": pl.String,
        "decided_on": pl.Date,
        "is_handled": pl.Boolean,
        "is_begun": pl.Boolean,
    }
    assert found["is_handled"].to_list() == [False, False]


ENDS = some.sampled_from([END, LATER, None])
DAYS = some.sampled_from([date(2026, 11, 2), TODAY, date(2026, 11, 17), GATE, date(2027, 9, 1)])
WHOSE = some.sampled_from([1, 2, 3])
ITEM_STATES = some.sampled_from(["planned", "started", "published", "awarded", "signed", "cancelled"])
DECISIONS = some.lists(
    some.fixed_dictionaries(
        {
            "contract_id": WHOSE,
            "kind": some.sampled_from(["extend", "terminate", "reprocure", "sanction", "expire"]),
            "end_before_on": ENDS,
            "new_end_on": ENDS,
            "decided_on": DAYS,
            "undone": some.sampled_from([None, None, TODAY, date(2026, 11, 17)]),
        }
    ),
    max_size=6,
)
ITEMS = some.lists(
    some.fixed_dictionaries(
        {
            "contract_id": some.sampled_from([1, 2, 3, None]),
            "decision_id": some.sampled_from([None, 1, 2, 3]),
            "procurement_id": some.sampled_from([None, None, 5]),
            "state": ITEM_STATES,
            "needed_on": DAYS,
        }
    ),
    max_size=5,
)
STAGES = some.lists(
    some.fixed_dictionaries({"plan_item_id": some.integers(1, 5), "stage": some.just("needs"), "entered_on": DAYS}),
    max_size=3,
)


@settings(deadline=None, max_examples=150)
@given(some.lists(ENDS, min_size=3, max_size=3), some.sampled_from([GATE, None]), DECISIONS, ITEMS, STAGES, DAYS)
def test_it_agrees_with_reading_row_by_row(
    ends: list[Any], gate: Any, drawn: list[Row], items: list[Row], stages: list[Row], day: date
) -> None:
    decisions = [{"id": at, "undoes_id": None, **row} for at, row in enumerate(drawn, start=1)]
    undoing: Row = {"kind": "undo", "end_before_on": None, "new_end_on": None}
    for row in [one for one in decisions if one["undone"]]:
        new = {"id": len(decisions) + 1, "contract_id": row["contract_id"], "decided_on": row["undone"]}
        decisions.append(undoing | new | {"undoes_id": row["id"]})
    dated = contracts(*({"current_end": end, "decision_gate": gate} for end in ends))
    numbered = [{"id": at, **row} for at, row in enumerate(items, start=1)]

    found = with_handled(
        dated,
        rows_of("contract_decision", decisions),
        rows_of("plan_item", numbered),
        rows_of("plan_stage", stages),
        day,
    )

    for got, one in zip(found.rows(named=True), dated.rows(named=True), strict=True):
        slow = slow_handled(one, decisions, numbered, day) | {"is_begun": slow_begun(one, numbered, stages, day)}
        assert {name: got[name] for name in slow} == slow

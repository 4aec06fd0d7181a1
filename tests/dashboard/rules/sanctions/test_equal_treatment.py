"""The same kind of deviation, as bad: which step and which sanction, who stands out, and what reasons were given."""

from datetime import date, datetime
from typing import Any

import polars as pl
import pytest

from dashboard.rules.sanctions.equal_treatment import FEWEST, groups, treated
from dashboard.rules.sanctions.penalty_ledger import penalty_ledger
from tests.dashboard.frames import rows_of

TODAY = date(2026, 11, 16)
SEEN = date(2026, 3, 2)
Rows = list[dict[str, Any]]


def judged(deviations: Rows, **tables: Rows) -> pl.DataFrame:
    """Late deliveries of severity 2, each of a supplier and a case of its own, unless said otherwise."""
    usual = {"category": "late", "severity": 2, "state": "confirmed", "observed_on": SEEN}
    rows = [{**usual, "supplier_id": at, "case_id": at, **row} for at, row in enumerate(deviations, start=1)]
    of_case: dict[int, int] = {}
    events = []
    for event in tables.get("events", []):
        of_case[event["case_id"]] = of_case.get(event["case_id"], 0) + 1
        plain = {"sequence": of_case[event["case_id"]], "event": "deviation_confirmed", "happened_on": SEEN}
        events.append({**plain, **event})
    clause = [{"clause": "1", "unit": "event", "needs_notice": False}]
    fines = penalty_ledger(
        rows_of(
            "penalty", [{"clause_id": 1, "from_on": SEEN, "entitled_ore": 1, **row} for row in tables.get("fines", [])]
        ),
        rows_of("penalty_event", tables.get("fine_events", [])),
        rows_of("penalty_clause", clause),
        180,
        TODAY,
    )
    records = [{"done_on": date(2026, 3, 20), **row} for row in tables.get("records", [])]
    return treated(
        rows_of("deviation", rows),
        rows_of("escalation_event", events),
        rows_of("case_record", records),
        fines,
        TODAY,
    ).sort("id")


def at_step(case_id: int, step: int, **more: Any) -> dict[str, Any]:
    return {"case_id": case_id, "from_step": step - 1, "to_step": step, "reason": f"skäl {case_id}", **more}


def test_two_suppliers_with_the_same_deviation_and_another_step_are_shown_with_their_reasons() -> None:
    found = judged([{}, {}, {"supplier_id": 1}], events=[at_step(1, 2), at_step(2, 4), at_step(3, 2)])

    outliers = found.filter("stands_out")
    assert outliers.select("supplier_id", "step", "median_step", "reason").rows() == [(2, 4, 2.0, "skäl 2")]


def test_the_same_step_and_sanction_for_all_stands_out_for_nobody() -> None:
    found = judged([{}] * 3, events=[at_step(one, 2) for one in (1, 2, 3)])

    assert not found["stands_out"].any()


def test_too_few_are_not_compared() -> None:
    found = judged([{}] * (FEWEST - 1), events=[at_step(1, 4)])

    assert not found["is_compared"].any()
    assert not found["stands_out"].any()


@pytest.mark.parametrize("other", [{"category": "price"}, {"severity": 3}, {"state": "dismissed"}, {"category": None}])
def test_another_kind_another_severity_or_a_dismissed_one_is_not_of_the_group(other: dict[str, Any]) -> None:
    found = judged([{}, {}, other])

    assert found.filter(category="late", severity=2)["n"].to_list() == [2, 2]


def test_the_step_is_the_highest_while_the_deviation_was_open() -> None:
    events = [
        at_step(1, 3, happened_on=date(2026, 1, 1)),
        at_step(1, 1, happened_on=date(2026, 3, 2)),
        at_step(1, 2, happened_on=date(2026, 3, 10)),
        at_step(1, 4, happened_on=date(2026, 5, 1)),
    ]

    closed = judged([{"closed_on": date(2026, 4, 1)}], events=events)
    still_open = judged([{}], events=events)

    assert (closed["step"].item(), still_open["step"].item()) == (2, 4)


def test_the_end_of_a_case_is_no_step_above_termination() -> None:
    events = [at_step(1, 4), at_step(1, 5, event="settled", happened_on=date(2026, 4, 1))]

    assert judged([{}], events=events)["step"].item() == 4


def test_without_a_case_the_step_is_nought() -> None:
    row = judged([{"case_id": None}]).row(0, named=True)

    assert (row["step"], row["sanction"], row["reason"]) == (0, "none", None)


@pytest.mark.parametrize(
    ("tables", "sanction"),
    [
        ({}, "none"),
        ({"records": [{"case_id": 1, "kind": "complaint"}]}, "complaint"),
        ({"records": [{"case_id": 1, "kind": "notice_of_breach"}]}, "notice"),
        ({"records": [{"case_id": 1, "kind": "declaration_of_termination"}]}, "termination"),
        ({"records": [{"case_id": 1, "kind": "termination_decision", "verdict": False}]}, "none"),
        ({"records": [{"case_id": 1, "kind": "notice_of_breach", "done_on": date(2026, 3, 1)}]}, "none"),
        (
            {
                "records": [
                    {
                        "case_id": 1,
                        "kind": "notice_of_breach",
                        "withdrawn_at": datetime.fromisoformat("2026-04-01T00:00"),
                    }
                ]
            },
            "none",
        ),
        ({"events": [at_step(1, 4, event="decision_terminate")]}, "termination"),
        ({"fines": [{"case_id": 1}], "fine_events": [{"state": "claimed"}]}, "claimed"),
        ({"fines": [{"deviation_id": 1}], "fine_events": [{"state": "waived"}]}, "waived"),
        ({"fines": [{"case_id": 1, "deviation_id": 9}], "fine_events": [{"state": "claimed"}]}, "none"),
        ({"fines": [{"case_id": 1}], "fine_events": [{"state": "entitled"}]}, "none"),
    ],
)
def test_the_sanction_is_the_heaviest_that_was_used(tables: dict[str, Rows], sanction: str) -> None:
    filled = {"penalty_id": 1, "sequence": 1, "amount_ore": 1, "happened_on": SEEN}
    fine_events = [{**filled, **event} for event in tables.get("fine_events", [])]

    assert judged([{}], **{**tables, "fine_events": fine_events})["sanction"].item() == sanction


def test_a_complaint_on_the_deviation_itself_counts_and_gives_way_to_heavier_ones() -> None:
    told = [{"complained_on": SEEN}]

    assert judged(told)["sanction"].item() == "complaint"
    assert judged(told, records=[{"case_id": 1, "kind": "notice_of_breach"}])["sanction"].item() == "notice"


def test_another_sanction_than_the_usual_one_stands_out_and_its_lack_of_reason_shows() -> None:
    found = judged([{"complained_on": SEEN}, {"complained_on": SEEN}, {}])

    outlier = found.filter("stands_out").row(0, named=True)
    assert (outlier["id"], outlier["usual_sanction"], outlier["reason"]) == (3, "complaint", None)
    assert groups(found).select("standing_out", "without_reason").row(0) == (1, 1)


def test_where_no_sanction_is_the_usual_one_nobody_stands_out_for_theirs() -> None:
    found = judged([{"complained_on": SEEN}] * 2 + [{}] * 2)

    assert found["usual_sanction"].null_count() == 4
    assert not found["stands_out"].any()


def test_the_reason_for_a_waiver_is_shown_beside_that_of_the_step() -> None:
    waived = {
        "penalty_id": 1,
        "sequence": 1,
        "state": "waived",
        "amount_ore": 1,
        "happened_on": SEEN,
        "reason": "vårt fel",
    }

    found = judged([{}], events=[at_step(1, 2)], fines=[{"deviation_id": 1}], fine_events=[waived])

    assert found["reason"].item() == "skäl 1 · vårt fel"


def test_nothing_at_all_is_no_rows() -> None:
    assert judged([]).is_empty()
    assert groups(judged([])).is_empty()

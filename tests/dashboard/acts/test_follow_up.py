"""Planning, recording and checking follow-up: allowed by role, once a form, logged, and nobody's work is lost."""

import threading
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import polars as pl
import pytest
from sqlalchemy import Engine

from dashboard.acts.check_requirement import check_requirement, plan_requirement
from dashboard.acts.hand_over import hand_over, receive_handover
from dashboard.acts.plan_follow_up import plan_follow_up
from dashboard.acts.record_follow_up import record_follow_up
from dashboard.acts.score_risk import score_risk
from dashboard.acts.tick_checklist import tick_checklist
from dashboard.people import Person
from dashboard.rules.follow_up.proposal import Proposed
from dashboard.rules.follow_up.risk_class import SCORES
from data_access.engine import reading
from data_access.errors import Conflict, LuleaWayError, Refused
from data_access.queries import contracts, follow_up
from tests.dashboard.acts.cases import CONTROLLER, LEADER, NOW, OPERATIONS, OTHER_CONTROLLER, TODAY, logged, settle, who

OFFICER = who(7, "ulla", "procurement_officer")
SOON = TODAY + timedelta(days=30)
LONG = "Räksmörgås 'citat' \"dubbla\" <b>html</b> 🦌 " * 200


@pytest.fixture(autouse=True)
def settled(database: Engine) -> None:
    settle()


def score(key: str = "s", seen: int = 0, by: Person = CONTROLLER, **said: Any) -> int:
    filled = {"scores": dict.fromkeys(SCORES, 3), "reason": "Ny bedömning"}
    made = score_risk(by, key, NOW, 1, seen, **{**filled, **said})
    assert made is not None
    return made


def plan(key: str = "p", seen: int = 0, by: Person = CONTROLLER, *rows: Proposed) -> None:
    plan_follow_up(by, key, NOW, 1, seen, rows=rows or (Proposed(SOON, "moten"),), responsible="Avtalscontroller")


def record(key: str = "r", seen: int = 1, by: Person = CONTROLLER, **said: Any) -> int | None:
    filled = {"done_on": TODAY, "covers": None, "result": "Utan anmärkning", "evidence": "Protokoll 12"}
    return record_follow_up(by, key, NOW, 1, seen, **{**filled, **said})


def check(key: str = "c", seen: int = 1, by: Person = CONTROLLER, **said: Any) -> int | None:
    filled = {"outcome": "met", "checked_on": TODAY, "evidence": "https://arkiv.exempel.se/1"}
    return check_requirement(by, key, NOW, 1, seen, **{**filled, **said})


def plan_check(key: str = "pc", seen: int = 1, by: Person = OFFICER) -> int | None:
    return plan_requirement(by, key, NOW, 1, seen, method="kvalitet_sla", due_on=SOON)


def table(read: Callable[..., pl.DataFrame]) -> list[dict[str, Any]]:
    with reading() as connection:
        return read(connection).to_dicts()


def test_a_scoring_is_kept_beside_the_earlier_ones_and_logged_with_its_class(database: Engine) -> None:
    first = score()
    score("s2", first, scores={**dict.fromkeys(SCORES, 3), "history": 4}, reason=LONG)

    rows = table(follow_up.read_risk_scores)
    assert [(row["history"], row["reason"]) for row in rows] == [(3, "Ny bedömning"), (4, LONG.strip())]
    assert [(row.who, row.after["risk_class"]) for row in logged("score_risk")] == [("anna", 3), ("anna", 4)]


@pytest.mark.parametrize("bad", [{"history": None}, {"history": 0}, {"history": 5}])
def test_a_scoring_without_all_six_scores_is_refused(bad: dict[str, int | None]) -> None:
    with pytest.raises(Refused, match="scores_incomplete"):
        score(scores={**dict.fromkeys(SCORES, 3), **bad})

    assert table(follow_up.read_risk_scores) == []
    assert [row.after["code"] for row in logged("score_risk_refused")] == ["scores_incomplete"]


def test_whoever_scored_first_is_not_written_over() -> None:
    score()

    with pytest.raises(Conflict):
        score("s2", 0, OTHER_CONTROLLER)


def test_a_proposed_plan_is_put_in_once_however_often_it_is_accepted() -> None:
    rows = (Proposed(SOON, "moten"), Proposed(SOON, "csr"))

    plan("p", 0, CONTROLLER, *rows)
    plan("p", 0, CONTROLLER, *rows)
    with pytest.raises(Conflict):
        plan("p2", 0, OTHER_CONTROLLER, *rows)

    kept = [(row["planned_on"], row["method"], row["responsible"]) for row in table(follow_up.read_follow_up_plan)]
    assert kept == [(SOON, "moten", "Avtalscontroller"), (SOON, "csr", "Avtalscontroller")]
    assert len(logged("plan_follow_up")) == 1


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (Proposed(TODAY - timedelta(days=1), "moten"), "planned_day"),
        (Proposed(date(2028, 1, 1), "moten"), "planned_after_end"),
        (Proposed(SOON, "gissning"), "follow_up_method"),
    ],
)
def test_what_cannot_be_planned_is_refused_with_the_reason(row: Proposed, code: str) -> None:
    with pytest.raises(Refused, match=code):
        plan("p", 0, CONTROLLER, row)


def test_a_follow_up_may_be_planned_on_the_contracts_last_day() -> None:
    plan("p", 0, CONTROLLER, Proposed(date(2027, 12, 31), "moten"))

    assert len(table(follow_up.read_follow_up_plan)) == 1


def test_what_was_done_is_kept_with_its_evidence_and_without_it_too() -> None:
    plan()

    record(evidence=" ")
    record("r2", 2, result=None)

    kept = [(row["done_on"], row["result"], row["evidence"]) for row in table(follow_up.read_follow_up_activities)]
    assert kept == [(TODAY, "Utan anmärkning", None), (TODAY, None, "Protokoll 12")]
    assert [row.object_id for row in logged("record_follow_up")] == [1, 1]


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"done_on": TODAY + timedelta(days=1)}, "done_day"),
        ({"covers": "annat"}, "covers_unknown"),
        ({"evidence": "javascript:alert(1)"}, "link_unsafe"),
        ({"evidence": "x" * 201}, "text_too_long"),
        ({"result": "Talade med 19811218-9876"}, "text_personal_number"),
    ],
)
def test_what_cannot_have_been_done_is_refused_with_the_reason(said: dict[str, Any], code: str) -> None:
    plan()

    with pytest.raises(Refused, match=code):
        record(**said)

    assert table(follow_up.read_follow_up_activities) == []


def test_a_follow_up_that_is_not_there_is_refused() -> None:
    with pytest.raises(Refused, match="follow_up_plan_unknown"):
        record()


def test_an_item_of_the_checklist_can_be_gone_through_again_and_again() -> None:
    for key, day in (("t1", TODAY - timedelta(days=300)), ("t2", TODAY)):
        tick_checklist(CONTROLLER, key, NOW, 1, item="spend", done_on=day, note=None)

    assert [row["done_on"] for row in table(follow_up.read_follow_up_checks)] == [TODAY - timedelta(days=300), TODAY]
    with pytest.raises(Refused, match="checklist_item_unknown"):
        tick_checklist(CONTROLLER, "t3", NOW, 1, item="annat", done_on=TODAY, note=None)


def requirement() -> dict[str, Any]:
    return next(row for row in table(contracts.read_requirements) if row["id"] == 1)


def test_a_requirement_says_how_when_and_what_came_of_it() -> None:
    plan_check()
    check(seen=2, outcome="partly")

    kept = requirement()
    assert (kept["check_method"], kept["check_due_on"]) == ("kvalitet_sla", SOON)
    assert (kept["outcome"], kept["checked_on"], kept["checked_by"]) == ("partly", TODAY, "anna")
    entry = logged("check_requirement")[0]
    assert (entry.before["outcome"], entry.after["outcome"]) == (None, "partly")


def test_a_requirement_is_met_only_with_evidence_and_not_met_without() -> None:
    with pytest.raises(Refused, match="outcome_evidence"):
        check(evidence=None)

    check(outcome="not_met", evidence=None)

    assert requirement()["outcome"] == "not_met"


def test_a_requirement_changed_meanwhile_is_not_written_over() -> None:
    plan_check()

    with pytest.raises(Conflict):
        check(seen=1)

    assert requirement()["outcome"] is None


def test_a_checklist_is_handed_over_when_every_requirement_is_planned_and_received_by_somebody_else() -> None:
    with pytest.raises(Refused, match="requirements_unplanned"):
        hand_over(LEADER, "h", NOW, 1, note=None)
    plan_check()

    made = hand_over(LEADER, "h", NOW, 1, note="Se bilaga 2")
    assert made is not None
    with pytest.raises(Refused, match="already_handed_over"):
        hand_over(OFFICER, "h2", NOW, 1, note=None)
    with pytest.raises(Refused, match="own_handover"):
        receive_handover(LEADER, "m", NOW, made, 1)
    receive_handover(CONTROLLER, "m", NOW, made, 1)
    with pytest.raises(Refused, match="already_received"):
        receive_handover(OTHER_CONTROLLER, "m2", NOW, made, 2)

    row = table(follow_up.read_handovers)[0]
    assert (row["handed_over_by"], row["received_by"], row["received_on"]) == ("tea", "anna", TODAY)


@pytest.mark.parametrize(
    ("act", "by"),
    [
        (score, OPERATIONS),
        (plan, OFFICER),
        (record, OPERATIONS),
        (check, OFFICER),
        (plan_check, OPERATIONS),
        (lambda by: hand_over(by, "h", NOW, 1, note=None), CONTROLLER),
        (lambda by: tick_checklist(by, "t", NOW, 1, item="spend", done_on=TODAY, note=None), OFFICER),
        (lambda by: receive_handover(by, "m", NOW, 1, 1), OFFICER),
    ],
)
def test_whoever_has_not_the_role_may_not_and_the_log_says_so(act: Callable[..., object], by: Person) -> None:
    with pytest.raises(Refused, match="not_allowed"):
        act(by=by)

    assert [row.after["code"] for row in logged()] == ["not_allowed"]


def at_once(*deeds: Callable[[], object]) -> list[str]:
    """Does them at the same moment and says how each went."""
    went: list[str] = []
    start = threading.Barrier(len(deeds))

    def run(deed: Callable[[], object]) -> None:
        start.wait()
        try:
            deed()
            went.append("done")
        except LuleaWayError as error:
            went.append(type(error).__name__)

    threads = [threading.Thread(target=run, args=(deed,)) for deed in deeds]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    return sorted(went)


def test_of_two_who_do_the_same_at_once_one_is_told_that_the_other_was_first() -> None:
    plan()
    plan_check()

    recorded = at_once(lambda: record("r1"), lambda: record("r2", by=OTHER_CONTROLLER))
    scored = at_once(lambda: score("s1"), lambda: score("s2", by=OTHER_CONTROLLER))
    planned = at_once(lambda: plan("p1", 1), lambda: plan("p2", 1, OTHER_CONTROLLER))
    checked = at_once(lambda: check("c1", 2), lambda: check("c2", 2, OTHER_CONTROLLER, outcome="partly"))

    assert recorded == scored == planned == checked == ["Conflict", "done"]
    assert len(table(follow_up.read_follow_up_activities)) == len(table(follow_up.read_risk_scores)) == 1
    assert len(table(follow_up.read_follow_up_plan)) == 2


def test_a_form_sent_twice_at_once_makes_one_row() -> None:
    plan()

    went = at_once(lambda: record("same"), lambda: record("same"))

    assert went == ["done", "done"]
    assert len(table(follow_up.read_follow_up_activities)) == 1

"""A milestone is done, late or to come; what is done later means that what comes before it is done."""

from datetime import date, timedelta
from typing import Any

from dashboard.rules.plans.progress import done_days, milestones, next_of
from dashboard.rules.plans.project_plan import Days, schedule

TODAY = date(2027, 10, 1)
DUE = schedule(date(2028, 3, 1), Days(120, 35, 30, 19, 30, 60), "open")
NOTHING: dict[str, Any] = dict.fromkeys(
    ("project_start_on", "published_on", "tender_deadline_on", "award_notice_sent_on", "contract_signed_on")
)


def line(**said: Any) -> dict[str, Any]:
    days = dict.fromkeys(("planned_start_on", "planned_publish_on", "planned_sign_on"))
    return {"state": "planned", **days, **said}


def states(line: dict[str, Any] | None, done: dict[str, date]) -> dict[str, str]:
    return {one.key: one.state for one in milestones(DUE, line, done, TODAY)}


def test_what_nobody_has_begun_is_late_until_today_and_to_come_after() -> None:
    found = states(line(), {})

    assert [key for key, state in found.items() if state == "late"] == [
        "start", "needs_done", "market_done", "published",
    ]  # fmt: skip
    assert found["tenders_in"] == "coming"


def test_what_comes_before_something_done_is_done_too() -> None:
    found = states(line(), {"published": date(2027, 9, 7)})

    assert [key for key, state in found.items() if state == "done"] == [
        "start", "needs_done", "market_done", "published",
    ]  # fmt: skip


def test_the_state_of_the_line_says_how_far_it_is() -> None:
    assert next_of(milestones(DUE, line(state="awarded"), {}, TODAY)).key == "standstill_over"  # type: ignore[union-attr]


def test_without_a_line_nothing_is_done() -> None:
    found = milestones(DUE, None, {}, TODAY)

    assert next_of(found) == found[0]
    assert found[0].planned_on is None


def test_with_everything_done_there_is_no_next() -> None:
    assert next_of(milestones(DUE, line(state="signed"), {"implemented": TODAY}, TODAY)) is None


def test_the_planned_days_stand_beside_the_last_ones() -> None:
    found = milestones(DUE, line(planned_publish_on=date(2027, 12, 1)), {}, TODAY)

    assert {one.key: one.planned_on for one in found if one.planned_on} == {"published": date(2027, 12, 1)}


def test_a_stage_that_is_entered_ends_the_one_before_it() -> None:
    entered = {"planning": date(2027, 5, 1), "needs": date(2027, 5, 20), "market": date(2027, 6, 20)}

    assert done_days(entered, None, TODAY) == {"start": date(2027, 5, 1), "needs_done": date(2027, 6, 20)}


def test_the_procurements_own_days_win_and_what_lies_ahead_is_not_done() -> None:
    known = NOTHING | {"project_start_on": date(2027, 4, 1), "tender_deadline_on": date(2027, 11, 1)}

    assert done_days({"planning": date(2027, 5, 1)}, known, TODAY) == {"start": date(2027, 4, 1)}


def test_an_award_ends_the_evaluation_and_its_standstill_ten_days_later() -> None:
    known = NOTHING | {"award_notice_sent_on": date(2027, 9, 10)}

    assert done_days({}, known, TODAY) == {
        "awarded": date(2027, 9, 10),
        "evaluated": date(2027, 9, 10),
        "standstill_over": date(2027, 9, 20),
    }


def test_a_planned_day_that_passed_before_the_last_one_is_behind_and_not_late() -> None:
    planned = line(planned_sign_on=date(2027, 9, 1))

    found = {one.key: one.state for one in milestones(DUE, planned, {}, TODAY)}

    assert (found["signed"], found["awarded"], found["published"]) == ("behind", "coming", "late")


def test_what_was_done_after_its_last_day_was_done_too_late() -> None:
    late = {"published": DUE["published"], "market_done": DUE["market_done"] + timedelta(days=1)}

    found = {one.key: one.state for one in milestones(DUE, line(), late, TODAY)}

    assert (found["market_done"], found["published"], found["start"]) == ("done_late", "done", "done")

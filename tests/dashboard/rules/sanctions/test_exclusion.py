"""What may be told of in a later procurement, until when, and how well it is documented."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from dashboard.rules.escalation.facts import CaseFacts, PenaltyFact
from dashboard.rules.sanctions.exclusion import (
    CaseEvidence,
    Ground,
    best,
    deficiency,
    grounds,
    judged,
    points,
    terminated_on,
)
from tests.dashboard.rules.escalation.build import DAY, case, day, deviation, event, record

CLAIM = date(2026, 3, 20)
WHOLE = ("complaint", "supplier_reply", "notice_of_breach", "legal_assessment", "termination_decision")


def terminated(**given: Any) -> CaseFacts:
    """A case on step 4 with a serious deviation and every paper."""
    papers = tuple(record(kind, day(5), number) for number, kind in enumerate(WHOLE, 1))
    return case(4, deviations=(deviation(severity=3),), records=papers, **given)


def test_a_serious_deficiency_that_ended_the_contract_early_may_be_told_of_for_three_years() -> None:
    declared = replace(terminated(), records=(record("declaration_of_termination", day(10)),))

    found = grounds(CaseEvidence(declared))

    assert found == (Ground(1, 1, "serious", "termination", day(10), date(2029, 3, 12)),)


def test_without_a_declaration_the_decisions_day_counts() -> None:
    assert terminated_on(terminated()) == DAY


def test_a_draft_of_the_declaration_ends_nothing() -> None:
    draft = record("declaration_of_termination", day(10), document_state="draft")

    assert terminated_on(case(4, records=(draft,))) == DAY


def test_a_termination_that_was_withdrawn_is_none() -> None:
    back = case(4)

    assert terminated_on(replace(back, events=(*back.events, event("withdraw", 4)))) is None


def test_three_years_after_the_last_of_february_is_the_last_of_february() -> None:
    found = grounds(CaseEvidence(terminated(), claimed_on=(date(2024, 2, 29),)))

    assert found[-1].usable_until == date(2027, 2, 28)


@pytest.mark.parametrize(
    ("deviations", "expected"),
    [
        ((), None),
        ((deviation(severity=2),), None),
        ((deviation(severity=3),), "serious"),
        ((deviation(severity=4, state="reported"),), None),
        ((deviation(severity=4, state="dismissed"),), None),
        ((deviation(severity=3, state="verified"),), "serious"),
        ((deviation(number=1), deviation(number=2)), "persistent"),
        ((deviation(number=1), deviation(number=2, category="price")), None),
        ((deviation(number=1), deviation(number=2, state="dismissed")), None),
        ((deviation(reopened_on=day(3)),), "persistent"),
    ],
)
def test_what_is_serious_or_persistent(deviations: tuple[Any, ...], expected: str | None) -> None:
    assert deficiency(case(2, deviations=deviations)) == expected


def test_a_plan_that_failed_makes_a_deficiency_persistent() -> None:
    assert deficiency(case(3, deviations=(deviation(),))) == "persistent"
    assert deficiency(case(3)) is None


def test_a_deficiency_without_a_sanction_gives_no_ground() -> None:
    assert grounds(CaseEvidence(case(3, deviations=(deviation(severity=4),)))) == ()


def test_a_sanction_without_a_deficiency_gives_no_ground() -> None:
    assert grounds(CaseEvidence(case(1), claimed_on=(CLAIM,), damages_on=(CLAIM,))) == ()


def test_penalties_and_damages_are_sanctions_of_their_own_the_latest_first() -> None:
    found = grounds(CaseEvidence(terminated(), claimed_on=(CLAIM,), damages_on=(day(30),)))

    assert [(one.sanction, one.event_on) for one in found] == [
        ("damages", day(30)),
        ("penalty", CLAIM),
        ("termination", DAY),
    ]


def test_a_ground_may_be_told_of_on_its_last_day_and_not_the_day_after() -> None:
    one = judged(CaseEvidence(terminated()))

    assert one.usable_until(date(2029, 3, 2)) == date(2029, 3, 2)
    assert one.usable_until(date(2029, 3, 3)) is None
    assert best([one], date(2029, 3, 3)) is None


def test_with_everything_there_the_light_is_green() -> None:
    assert judged(CaseEvidence(terminated())).light == "green"


@pytest.mark.parametrize(
    ("lacks", "light"),
    [
        ("complaint", "red"),
        ("supplier_reply", "red"),
        ("termination_decision", "red"),
        ("notice_of_breach", "amber"),
        ("legal_assessment", "amber"),
    ],
)
def test_each_paper_that_lacks_says_so(lacks: str, light: str) -> None:
    whole = terminated()
    without = replace(whole, records=tuple(one for one in whole.records if one.kind != lacks))

    assert judged(CaseEvidence(without)).light == light


@pytest.mark.parametrize(("given", "code"), [({"unnamed": 2}, "requirement"), ({"unregistered": 2}, "numbers")])
def test_what_lacks_is_counted(given: dict[str, int], code: str) -> None:
    found = judged(CaseEvidence(terminated(), **given))

    lacking = [(one.code, one.lacking) for one in found.points if not one.is_there]
    assert (found.light, lacking) == ("amber", [(code, 2)])


def test_a_draft_or_a_withdrawn_paper_is_not_there() -> None:
    draft = record("notice_of_breach", document_state="draft")
    withdrawn = record("legal_assessment", number=2, is_withdrawn=True)

    found = {one.code: one.is_there for one in points(CaseEvidence(case(3, records=(draft, withdrawn))))}

    assert (found["notice"], found["legal"]) == (False, False)


def test_a_complaint_may_stand_on_the_deviation_instead() -> None:
    told = case(2, deviations=(deviation(complained_on=DAY),))

    assert next(one for one in points(CaseEvidence(told)) if one.code == "complaint").is_there


@pytest.mark.parametrize(("state", "is_there"), [("claimed", False), ("decided", True), ("waived", False)])
def test_a_penalty_that_is_only_claimed_is_not_decided(state: str, is_there: bool) -> None:
    facts = case(2, deviations=(deviation(severity=3),), penalties=(PenaltyFact(1, state, False, CLAIM),))

    found = {one.code: one.is_there for one in points(CaseEvidence(facts, claimed_on=(CLAIM,)))}

    assert found["sanction"] is is_there


def test_a_decision_not_to_terminate_is_no_sanction() -> None:
    facts = case(3, records=(record("termination_decision", verdict=False),))

    assert not next(one for one in points(CaseEvidence(facts)) if one.code == "sanction").is_there


def test_a_case_without_a_ground_has_no_light() -> None:
    assert judged(CaseEvidence(case(1))).light == "no_data"


def test_the_best_documented_case_speaks_for_the_supplier_and_of_equals_the_one_that_lasts() -> None:
    good = judged(CaseEvidence(terminated()))
    later = judged(CaseEvidence(replace(terminated(), id=2), claimed_on=(day(40),)))
    poor = judged(CaseEvidence(replace(terminated(), id=3, records=()), claimed_on=(day(90),)))

    assert best([poor, good, later], DAY) == later
    assert best([poor, good], DAY) == good
    assert best([], DAY) is None

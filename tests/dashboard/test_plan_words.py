"""Every code of the plans has words."""

from dashboard import plan_words as w
from dashboard.acts import plan_procurement
from dashboard.rules.decisions.register_words import COMPLEXITY_WORDS, PROCEDURE_WORDS, RISK_WORDS
from dashboard.rules.plans import procurement_plan, progress, project_plan, stages


def test_sources_and_states_have_words_in_order() -> None:
    assert set(w.SOURCES) == set(procurement_plan.SOURCES)
    assert tuple(w.STATES) == (procurement_plan.UNDECIDED, *plan_procurement.STATES)


def test_stages_zones_and_milestones_have_words_in_order() -> None:
    assert list(w.STAGES) == list(stages.STAGES)
    assert set(w.ZONES) == set(stages.STAGES.values())
    assert list(w.MILESTONES) == list(project_plan.ZONES)
    assert set(w.MILESTONE_STATES) == {*progress.PASSED, progress.LATE, progress.BEHIND, progress.COMING}


def test_procedures_complexities_and_risks_are_those_of_the_lead_times() -> None:
    assert list(w.PROCEDURES) == list(PROCEDURE_WORDS)
    assert list(w.COMPLEXITIES) == list(COMPLEXITY_WORDS)
    assert list(w.RISKS) == list(RISK_WORDS)


def test_every_warning_has_words() -> None:
    short = project_plan.Days(0, 0, 0, 0, 0, 0)

    assert set(w.WARNINGS) == set(project_plan.warnings(short, "open"))

"""Where a requirement stands."""

from datetime import date

import pytest

from dashboard.rules.follow_up.requirements import REQUIREMENT_STATES, with_requirement_state
from tests.dashboard.frames import one_row

TODAY = date(2026, 11, 16)
YESTERDAY, TOMORROW = date(2026, 11, 15), date(2026, 11, 17)


@pytest.mark.parametrize(
    ("values", "wanted"),
    [
        ({}, "unplanned"),
        ({"check_method": "csr"}, "planned"),
        ({"check_due_on": TODAY}, "planned"),
        ({"check_due_on": YESTERDAY}, "overdue"),
        ({"evidence_due_on": YESTERDAY}, "overdue"),
        ({"evidence_due_on": YESTERDAY, "check_due_on": TOMORROW}, "planned"),  # put off on purpose
        ({"evidence_due_on": TOMORROW}, "unplanned"),
        ({"checked_on": YESTERDAY, "check_due_on": date(2026, 1, 1)}, "checked"),
        ({"checked_on": YESTERDAY, "outcome": "partly"}, "partly"),
        ({"checked_on": YESTERDAY, "outcome": "not_met"}, "not_met"),
        ({"outcome": "met"}, "unplanned"),  # an outcome without a day is no check
    ],
)
def test_the_state_of_a_requirement(values: dict[str, object], wanted: str) -> None:
    found = with_requirement_state(one_row("requirement", id=1, contract_id=1, **values), TODAY)["state"].item()

    assert found == wanted
    assert found in REQUIREMENT_STATES

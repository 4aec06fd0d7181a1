"""The proposals' page lists the suppliers whose audit and our own step disagree."""

from datetime import date

import pytest

from dashboard.data import dossier
from dashboard.data import edition as editions
from tests.pages.open import opened, written

pytestmark = pytest.mark.usefixtures("sample")
TODAY = date(2026, 11, 16)


def test_a_red_audit_of_a_supplier_on_step_0_is_listed_by_name() -> None:
    conflicts = dossier.audit_conflicts(editions.current(TODAY), TODAY)
    reds = conflicts.filter(conflicts["verdict"] == "theirs_worse")["supplier"].to_list()

    page = written(opened("proposals"))

    assert reds
    assert all(name in page.split("Där revisionen och vårt steg säger olika", 1)[1] for name in reds)

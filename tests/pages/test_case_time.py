"""A case whose time on the step is used says who is to be reminded; it leads to its documents and invoice lines."""

from datetime import date

import polars as pl
import pytest

from dashboard.data import edition as editions
from dashboard.data import escalation
from tests.pages.open import opened, written

pytestmark = pytest.mark.usefixtures("sample")
TODAY = date(2026, 11, 16)


def case_with(clock: str) -> str:
    cases = escalation.open_cases(editions.current(TODAY), TODAY)
    return str(cases.filter(pl.col("clock") == clock)["case_id"][0])


@pytest.mark.parametrize(("clock", "said"), [("reminder", "Påminnelse till"), ("proposal", "nästa steg föreslås")])
def test_a_case_past_its_time_says_so(clock: str, said: str) -> None:
    assert said in written(opened("case", id=case_with(clock)))


def test_a_case_within_its_time_reminds_nobody() -> None:
    page = written(opened("case", id=case_with("none")))

    assert "Påminnelse till" not in page
    assert "nästa steg föreslås" not in page


def test_a_case_leads_to_its_deviations_and_to_the_contracts_invoice_lines() -> None:
    page = written(opened("case", id=case_with("none")))

    assert "/avvikelse?id=" in page
    assert "/fakturarader?" in page

"""The list of delegated decisions, of the months chosen, as a table and as a file."""

import pytest

from tests.pages.open import opened, written

pytestmark = pytest.mark.usefixtures("sample")


def test_the_list_says_how_many_and_what_each_lacks() -> None:
    page = opened("delegated")

    assert "ska anmälas till nämnden" in written(page)
    assert "Hävning av avtal" in written(page)
    assert not page.exception


def test_months_without_decisions_say_so() -> None:
    page = opened("delegated", fran="202311", till="202311")

    assert "Inga delegationsbeslut i de valda månaderna." in written(page)

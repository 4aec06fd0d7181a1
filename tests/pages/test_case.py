"""A case's page offers what one may do, and says who may where one may not."""

from pathlib import Path

import pytest

from tests.pages.open import opened, written


def test_whoever_may_do_nothing_in_a_case_is_told_who_may(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LULEAWAY_PERSON", "nisse.operations")

    page = opened("case", id="1")

    assert "Det här får bara den göra som är avtalscontroller" in written(page)
    assert "Flytta ärendet" not in [part.label for part in page.expander]


def test_a_team_leader_is_offered_to_move_the_case(sample: Path) -> None:
    page = opened("case", id="1")

    assert "Flytta ärendet" in [part.label for part in page.expander]

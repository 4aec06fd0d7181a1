"""The open cases as the command line and scheduled mail tell of them."""

from datetime import date
from typing import Any

import polars as pl
import pytest

from dashboard.data.case_facts import read_case_frames
from dashboard.data.open_cases import open_cases
from data_access.engine import engine

TODAY = date(2026, 11, 16)


@pytest.fixture
def frames(sample_home: Any) -> dict[str, pl.DataFrame]:
    """The frames of the sample municipality."""
    with engine(f"sqlite:///{sample_home / 'luleaway.db'}").connect() as connection:
        return read_case_frames(connection)


def test_the_highest_step_comes_first_and_on_it_the_longest_stay(frames: dict[str, pl.DataFrame]) -> None:
    order = [(one.facts.step, one.time.days) for one in open_cases(frames, TODAY)]

    assert order == sorted(order, reverse=True)
    assert {step for step, _ in order} == {0, 1, 2, 3, 4}


def test_a_closed_case_is_told_of_only_while_it_was_open(frames: dict[str, pl.DataFrame]) -> None:
    closed = frames["escalation_case"].filter(pl.col("closed_on").is_not_null()).row(0, named=True)

    before = {one.facts.id for one in open_cases(frames, closed["opened_on"])}
    after = {one.facts.id for one in open_cases(frames, closed["closed_on"])}

    assert closed["id"] in before
    assert closed["id"] not in after


def test_whoever_is_responsible_is_named_and_a_role_without_anybody_is_said(frames: dict[str, pl.DataFrame]) -> None:
    lacking = [one for one in open_cases(frames, TODAY) if None in one.responsible.values()]

    assert [{role for role, name in one.responsible.items() if name is None} for one in lacking] == [{"legal_counsel"}]
    assert all(" " in name for one in lacking for name in one.responsible.values() if name)


def test_rules_are_those_of_the_day(frames: dict[str, pl.DataFrame]) -> None:
    begins = pl.when(pl.col("key") == "meeting").then(pl.lit(date(2026, 11, 1))).otherwise("valid_from")
    later = frames | {"step_obligation": frames["step_obligation"].with_columns(valid_from=begins)}

    then, now = (
        [gap.key for one in open_cases(later, day) for gap in one.missing] for day in (date(2026, 10, 30), TODAY)
    )

    assert "meeting" not in then
    assert "meeting" in now


def test_the_title_of_a_secret_contract_is_not_told(frames: dict[str, pl.DataFrame]) -> None:
    secret = frames | {"contract": frames["contract"].with_columns(is_secret=True)}

    assert {one.title for one in open_cases(secret, TODAY)} == {None}


def test_a_masked_supplier_goes_by_its_pseudonym(frames: dict[str, pl.DataFrame]) -> None:
    case = open_cases(frames, TODAY)[0].facts
    name = pl.when(pl.col("id") == case.supplier_id).then(pl.lit("Enskild näringsidkare 1a2b")).otherwise("name")
    masked = frames | {"supplier": frames["supplier"].with_columns(name=name)}

    assert open_cases(masked, TODAY)[0].supplier == "Enskild näringsidkare 1a2b"

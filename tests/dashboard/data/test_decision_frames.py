"""What is known of decisions on a day: steps, ceilings, spend, and nothing that happened later."""

from datetime import date
from typing import Any

import polars as pl
import pytest

from dashboard.data import build
from dashboard.data.decision_frames import Decisions, decisions_on, reached_ceilings, read_decision_frames
from dashboard.data.decision_page import on_day
from dashboard.rules.decisions.steps import steps_on
from data_access.engine import engine
from tests.dashboard.frames import rows_of

TODAY = date(2026, 11, 16)
EARLIER = date(2025, 6, 2)


@pytest.fixture(scope="module")
def frames(sample_home: Any) -> dict[str, pl.DataFrame]:
    """The frames of the sample municipality."""
    with engine(f"sqlite:///{sample_home / 'luleaway.db'}").connect() as connection:
        return read_decision_frames(connection)


def test_every_contract_is_there_once_in_every_part(frames: dict[str, pl.DataFrame]) -> None:
    found: Decisions = decisions_on(frames, TODAY)

    ids = frames["contract"]["id"].to_list()
    assert found.dated["id"].to_list() == found.missing["id"].to_list() == ids
    assert found.ways["contract_id"].to_list() == [number for number in ids for _ in range(5)]


def test_an_option_called_later_is_still_open_on_an_earlier_day(frames: dict[str, pl.DataFrame]) -> None:
    later = frames["option"].filter(pl.col("exercised_on") > EARLIER)["id"].len()

    then, now = (decisions_on(frames, day).options.filter(pl.col("state") == "used").height for day in (EARLIER, TODAY))

    assert later > 0
    assert then < now


def test_what_the_ledger_knows_ends_a_contract_earlier_and_costs_its_gap(frames: dict[str, pl.DataFrame]) -> None:
    plain = decisions_on(frames, TODAY)
    late = plain.ways.filter(pl.col("way") == "let_lapse", pl.col("gap_days") > 0)["contract_id"][0]
    known = pl.DataFrame({"contract_id": [late], "exhausted_on": [date(2026, 1, 31)], "daily_spend_ore": [100.0]})

    found = decisions_on(frames, TODAY, known)

    (dated,) = found.dated.filter(pl.col("id") == late)["effective_end"].to_list()
    way = found.ways.filter(pl.col("contract_id") == late, pl.col("way") == "let_lapse").row(0, named=True)
    assert dated == min(date(2026, 1, 31), plain.dated.filter(pl.col("id") == late)["effective_end"].item())
    assert way["gap_cost_ore"] == way["gap_days"] * 100


def test_a_ceiling_reached_later_was_not_reached_then() -> None:
    exhausted = pl.DataFrame({"contract_id": [1, 2], "exhausted_from": [date(2026, 5, 1), date(2026, 5, 2)]})

    found = reached_ceilings(exhausted, date(2026, 5, 1))

    assert found.rows() == [(1, date(2026, 4, 30))]


def test_a_contracts_step_is_the_highest_of_its_open_cases_on_the_day() -> None:
    opened = {"contract_id": 1, "opened_on": date(2026, 1, 1)}
    cases = rows_of("escalation_case", [opened, opened, {**opened, "closed_on": date(2026, 3, 1)}])
    moves = [(1, 1, 2, date(2026, 2, 1)), (1, 2, 3, date(2026, 6, 1)), (2, 1, 1, date(2026, 2, 1))]
    moves += [(3, 1, 4, date(2026, 2, 1))]
    events = rows_of(
        "escalation_event",
        [{"case_id": a, "sequence": b, "to_step": c, "happened_on": d} for a, b, c, d in moves],
    )

    found = {day: steps_on(cases, events, day)["step"].to_list() for day in (
        date(2025, 12, 31), date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1), date(2026, 6, 1),
    )}  # fmt: skip

    assert list(found.values()) == [[], [0], [4], [2], [3]]


def test_a_day_before_any_lead_time_held_has_none_to_count_with(frames: dict[str, pl.DataFrame]) -> None:
    found = decisions_on(frames, date(2010, 1, 4))

    assert found.dated["lead_days"].null_count() == found.dated.height
    assert found.missing.filter(pl.col("reprocure_start_latest").list.len() == 0).is_empty()


def test_pages_get_what_the_command_line_tells(sample_home: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LULEAWAY_HOME", str(sample_home))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    edition = build.current_edition(TODAY)

    shown = on_day(edition, TODAY)

    assert on_day(edition, TODAY) is shown
    assert shown.dated["exhausted_on"].drop_nulls().len() > 0
    assert shown.dated.height == shown.missing.height

"""`luleaway escalation`: the open cases, for scripts and scheduled mail."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from dashboard import cli

CASE = {
    "id", "supplier", "contract", "registration_number", "opened_on", "step", "step_name", "entered_on", "days",
    "working_days", "max_working_days", "share", "clock", "last_move", "responsible", "missing",
}  # fmt: skip
GAP = {"key", "name", "needs", "of", "step", "role", "due_on", "is_overdue"}


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    """Runs the command as the shell would; gives its exit status."""
    monkeypatch.setattr(sys, "argv", ["luleaway", "escalation", *arguments])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    return int(ended.value.code or 0)


@pytest.fixture
def in_sample(sample_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LULEAWAY_HOME", str(sample_home))
    monkeypatch.delenv("DATABASE_URL", raising=False)


def document(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out)


def test_the_document_has_the_same_keys_for_every_case(
    in_sample: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    status = run(monkeypatch, "--json")
    told = document(capsys)

    assert status == 0
    assert told.keys() == {"as_of", "cases"}
    assert len(told["cases"]) >= 20
    assert all(case.keys() == CASE for case in told["cases"])
    assert all(gap.keys() == GAP for case in told["cases"] for gap in case["missing"])


def test_the_day_is_the_municipalitys_own_where_it_is_made_up(
    in_sample: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(monkeypatch, "--json")

    assert document(capsys)["as_of"] == "2026-11-16"


def test_on_an_earlier_day_nothing_of_what_came_later_is_told(
    in_sample: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    status = run(monkeypatch, "--as-of", "2026-05-01", "--json")
    told = document(capsys)
    days = [case["entered_on"] for case in told["cases"]]

    assert status == 0
    assert told["as_of"] == "2026-05-01"
    assert 0 < len(days) < 20
    assert max(days) <= "2026-05-01"


def test_what_is_missing_is_said_with_its_day_and_who_is_responsible(
    in_sample: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    status = run(monkeypatch)
    printed = " ".join(capsys.readouterr().out.split())

    assert status == 0
    assert "Öppna ärenden 2026-11-16" in printed
    assert "Jurist, försenat sedan 2026-10-05" in printed
    assert "Jurist: ingen utsedd" in printed
    assert "4 Fortsatta avvikelser" in printed


def test_an_empty_database_has_no_cases(
    database: Engine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    status = run(monkeypatch, "--as-of", "2026-05-01", "--json")

    assert (status, document(capsys)) == (0, {"as_of": "2026-05-01", "cases": []})


@pytest.mark.parametrize("day", ["igår", "1066-10-14", "2026-02-30"])
def test_a_day_that_cannot_be_is_a_wrong_call(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], day: str
) -> None:
    assert run(monkeypatch, "--as-of", day, "--json") == 2
    assert document(capsys)["error"]["code"] == "wrong_call"

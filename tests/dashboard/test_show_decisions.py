"""`luleaway decisions`: the dates and ways of every contract, for scripts and scheduled mail."""

import json
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from dashboard import cli
from dashboard.decision_words import DATES, STATES, WAYS
from dashboard.rules.decisions.ways import KEYS
from data_access.engine import writing
from data_access.tables.contracts import contract, contract_option
from data_access.writes.reference import seed_reference

WAY = {
    "way", "name", "state", "state_name", "turned_on", "last_on", "ends_on", "gap_days", "least_gap_days",
    "gap_cost_ore", "reasons",
}  # fmt: skip


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    """Runs the command as the shell would; gives its exit status."""
    monkeypatch.setattr(sys, "argv", ["luleaway", "decisions", *arguments])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    return int(ended.value.code or 0)


def document(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out)


@pytest.fixture
def in_sample(sample_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LULEAWAY_HOME", str(sample_home))
    monkeypatch.delenv("DATABASE_URL", raising=False)


@pytest.fixture
def example(database: Engine) -> None:
    """One framework agreement with two options."""
    with writing(database) as connection:
        seed_reference(connection)
        number = connection.execute(
            contract.insert().values(
                number="R-1",
                title="Ramavtal",
                type="ramavtal",
                start_on=date(2024, 3, 1),
                initial_end_on=date(2026, 2, 28),
                notice_buyer_months=6,
                procedure="öppet förfarande",
                review_risk="normal",
            )
        ).inserted_primary_key[0]
        for sequence in (1, 2):
            connection.execute(
                contract_option.insert().values(
                    contract_id=number, sequence=sequence, length_months=12, mode="buyer", call_deadline_months=6
                )
            )


def test_the_example_is_told_with_every_date(
    example: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    status = run(monkeypatch, "--as-of", "2025-05-01", "--contract", "R-1", "--json")
    (found,) = document(capsys)["contracts"]

    assert status == 0
    assert {name: found[name] for name in DATES} == {
        "current_end": "2026-02-28",
        "max_end": "2028-02-29",
        "option_call_deadline": "2025-08-28",
        "option_decide_by": "2025-06-30",
        "notice_deadline": "2025-08-28",
        "reprocure_start_latest": "2025-05-09",
        "decision_gate": "2025-05-09",
        "effective_end": "2026-02-28",
        "gap_days": 0,
    }
    assert (found["missing"], found["faults"]) == ({}, [])


def test_moving_the_day_closes_the_ways_one_by_one(
    example: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found = []
    for day in ("2025-05-09", "2025-05-10", "2025-07-11", "2025-08-29"):
        run(monkeypatch, "--as-of", day, "--json")
        (one,) = document(capsys)["contracts"]
        found.append([way["state"] for way in one["ways"][:3]])

    assert found == [
        ["possible", "possible", "possible"],
        ["possible", "possible", "possible_with_risk"],
        ["possible", "possible", "too_late"],
        ["too_late", "too_late", "too_late"],
    ]


def test_the_document_has_the_same_keys_for_every_contract(
    in_sample: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    status = run(monkeypatch, "--json")
    told = document(capsys)

    assert status == 0
    assert told.keys() == {"as_of", "contracts", "counts"}
    assert told["as_of"] == "2026-11-16"
    assert len({frozenset(one) for one in told["contracts"]}) == 1
    assert all([way["way"] for way in one["ways"]] == list(KEYS) for one in told["contracts"])
    assert all(way.keys() == WAY for one in told["contracts"] for way in one["ways"])


def test_a_date_is_missing_exactly_where_a_reason_is_given(
    in_sample: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(monkeypatch, "--json")
    contracts = document(capsys)["contracts"]

    assert all({name for name in DATES if one[name] is None} == set(one["missing"]) for one in contracts)
    assert all(one["decision_gate"] is None for one in contracts if one["effective_end"] is None)
    assert {one["is_end_forecast"] for one in contracts if one["current_end"] is None and one["effective_end"]} == {
        True
    }


def test_the_end_that_is_only_forecast_is_called_a_forecast(
    in_sample: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(monkeypatch, "--json")
    of = next(one for one in document(capsys)["contracts"] if one["is_end_forecast"] and not one["is_ended"])

    run(monkeypatch, "--contract", of["number"])

    assert of["effective_end"] < (of["current_end"] or "9999")
    assert "prognos" in capsys.readouterr().out


def test_the_counts_are_those_of_the_contracts_that_the_page_shows(
    in_sample: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(monkeypatch, "--json")
    told = document(capsys)

    counts = {(row["way"], row["state"]): row["contracts"] for row in told["counts"]}
    running = [one for one in told["contracts"] if not one["is_ended"] and not one["is_secret"]]
    assert counts.keys() == {(way, state) for way in WAYS for state in STATES}
    assert {key: count for key, count in counts.items() if count} == Counter(
        (way["way"], way["state"]) for one in running for way in one["ways"]
    )


def test_the_sample_has_an_example_of_every_way_that_is_open_and_of_most_that_are_not(
    in_sample: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(monkeypatch, "--json")

    met = {(row["way"], row["state"]) for row in document(capsys)["counts"] if row["contracts"]}

    assert {("reprocure", state) for state in ("possible", "possible_with_risk", "too_late", "unknown")} <= met
    assert {("extend", state) for state in STATES} <= met
    assert {("terminate", "possible"), ("terminate", "too_late"), ("let_lapse", "possible")} <= met


def test_one_contract_is_told_the_same_as_among_all(
    in_sample: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(monkeypatch, "--json")
    among = next(one for one in document(capsys)["contracts"] if "egna upphandlingar" in (one["lead_source"] or ""))

    run(monkeypatch, "--contract", among["number"], "--json")

    assert document(capsys)["contracts"] == [among]


def test_the_table_says_the_state_of_each_way_and_why_a_date_is_missing(
    in_sample: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    status = run(monkeypatch)
    printed = " ".join(capsys.readouterr().out.split())

    assert status == 0
    assert "Beslutspunkter 2026-11-16" in printed
    assert "Förläng: möjlig till" in printed
    assert "Slutdatum saknas" in printed


def test_a_number_nobody_has_is_refused_in_words(
    example: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    status = run(monkeypatch, "--contract", "R-2", "--json")

    assert status == 1
    assert document(capsys)["error"] == {
        "code": "contract_number_unknown",
        "message": "Det finns inget avtal med nummer R-2.",
        "status": 1,
    }


def test_a_secret_contract_is_told_by_its_number_only(
    example: None, database: Engine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with writing(database) as connection:
        connection.execute(contract.update().values(is_secret=True, supplier_name="Hemlig AB"))

    run(monkeypatch, "--json")
    told = document(capsys)
    (found,) = told["contracts"]

    assert (found["number"], found["title"], found["supplier"], found["is_secret"]) == ("R-1", None, None, True)
    assert all(row["contracts"] == 0 for row in told["counts"])  # as on the page


def test_an_empty_database_has_no_contracts(
    database: Engine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    status = run(monkeypatch, "--as-of", "2026-05-01", "--json")
    told = document(capsys)

    assert (status, told["contracts"]) == (0, [])
    assert all(row["contracts"] == 0 for row in told["counts"])


@pytest.mark.parametrize("day", ["igår", "1066-10-14", "2026-02-30"])
def test_a_day_that_cannot_be_is_a_wrong_call(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], day: str
) -> None:
    assert run(monkeypatch, "--as-of", day, "--json") == 2
    assert document(capsys)["error"]["code"] == "wrong_call"

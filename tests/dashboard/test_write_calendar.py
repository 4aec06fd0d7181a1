"""`luleaway calendar`: the file for the office and for one person, the list as JSON, and how it ends."""

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from sqlalchemy import Engine

from dashboard import cli
from dashboard.calendar_words import KINDS
from data_access.engine import writing
from data_access.tables.contracts import contract, contract_option
from data_access.writes.reference import seed_reference


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str | Path) -> int:
    """Runs the command as the shell would; gives its exit status."""
    monkeypatch.setattr(sys, "argv", ["luleaway", "calendar", *map(str, arguments)])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    return int(ended.value.code or 0)


def document(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out)


def events_in(file: Path) -> dict[str, Any]:
    """The events of the file by their uid."""
    return {str(event["UID"]): event for event in Calendar.from_ical(file.read_bytes()).walk("VEVENT")}


@pytest.fixture
def in_sample(sample_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LULEAWAY_HOME", str(sample_home))
    monkeypatch.delenv("DATABASE_URL", raising=False)


@pytest.fixture
def example(database: Engine) -> None:
    """An agreement with an option, and a secret one that is the same."""
    with writing(database) as connection:
        seed_reference(connection)
        for number, is_secret in (("R-1", False), ("HEMLIG-2", True)):
            made = connection.execute(
                contract.insert().values(
                    number=number,
                    title=f"Städ {number}",
                    type="ramavtal",
                    start_on=date(2024, 3, 1),
                    initial_end_on=date(2026, 2, 28),
                    notice_buyer_months=6,
                    owner="Åsa Öberg",
                    is_secret=is_secret,
                )
            ).inserted_primary_key[0]
            connection.execute(
                contract_option.insert().values(
                    contract_id=made, sequence=1, length_months=12, mode="buyer", call_deadline_months=6
                )
            )


def test_the_file_holds_the_contracts_days_and_nothing_of_a_secret_one(
    example: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "kalender.ics"

    status = run(monkeypatch, "--out", file, "--as-of", "2025-05-01", "--address", "https://x.se")

    found = events_in(file)
    said = capsys.readouterr()
    assert (status, said.out) == (0, "")
    assert "händelser från 2025-05-01" in said.err
    assert {uid.split("-", 2)[2] for uid in found} == {"gate@luleaway", "notice@luleaway", "option-1@luleaway"}
    assert "HEMLIG" not in file.read_bytes().replace(b"\r\n ", b"").decode()
    assert {uid.split("-")[1] for uid in found} == {"1"}


def test_a_second_file_has_the_same_uids_and_a_moved_end_moves_the_days_only(
    example: None, database: Engine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    files = [tmp_path / f"{number}.ics" for number in range(3)]
    for file in files[:2]:
        assert run(monkeypatch, "--out", file, "--as-of", "2025-05-01") == 0
    with writing(database) as connection:
        connection.execute(contract.update().values(initial_end_on=date(2026, 8, 31)))

    assert run(monkeypatch, "--out", files[2], "--as-of", "2025-05-01") == 0

    first, second, moved = (events_in(file) for file in files)
    assert first.keys() == second.keys() == moved.keys()
    assert all(first[uid]["DTSTART"].dt == second[uid]["DTSTART"].dt for uid in first)
    assert all(first[uid]["DTSTART"].dt < moved[uid]["DTSTART"].dt for uid in first)


def test_the_list_is_the_events_of_the_file(
    in_sample: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "kontoret.ics"

    status = run(monkeypatch, "--out", file, "--json")
    told, found = document(capsys), events_in(file)

    assert (status, told["as_of"], told["file"]) == (0, "2026-11-16", str(file))
    assert [one["uid"] for one in told["events"]] == list(found)
    assert [one["day"] for one in told["events"]] == sorted(one["day"] for one in told["events"])
    assert {one["kind"] for one in told["events"]} == KINDS.keys()
    assert all(one["description"] == found[one["uid"]]["DESCRIPTION"] for one in told["events"])
    assert told["events"][0]["day"] >= "2026-11-16"


def test_a_person_gets_a_part_of_what_the_office_gets(
    in_sample: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert run(monkeypatch, "--json") == 0
    office = document(capsys)["events"]
    name = next(one["owner"] for one in office if one["kind"] == "gate" and one["owner"])
    file = tmp_path / "en.ics"

    assert run(monkeypatch, "--json", "--person", name.upper(), "--out", file) == 0

    own = document(capsys)["events"]
    assert 0 < len(own) < len(office)
    assert {one["uid"] for one in own} < {one["uid"] for one in office}
    assert (
        {one["uid"] for one in office if one["owner"] == name} <= {one["uid"] for one in own} == events_in(file).keys()
    )


def test_a_name_that_nobody_has_is_said_and_writes_nothing(
    in_sample: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "x.ics"

    status = run(monkeypatch, "--json", "--person", "Ingen Alls", "--out", file)

    assert status == 1
    assert document(capsys)["error"]["code"] == "calendar_person_unknown"
    assert not file.exists()


def test_nothing_to_come_lists_nothing_and_writes_no_file(
    sqlite_database: Engine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert run(monkeypatch, "--json", "--as-of", "2026-05-01") == 0
    assert document(capsys) == {"as_of": "2026-05-01", "person": None, "file": None, "events": []}

    assert run(monkeypatch, "--out", tmp_path / "x.ics") == 1
    assert "ingen fil skrevs" in capsys.readouterr().err
    assert not (tmp_path / "x.ics").exists()


def test_a_folder_that_is_not_there_is_said_in_a_sentence(
    in_sample: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert run(monkeypatch, "--out", tmp_path / "finns-inte" / "x.ics") == 1
    assert "Det går inte att läsa eller skriva" in capsys.readouterr().err


@pytest.mark.parametrize(
    "call",
    [
        [],
        ["--json", "--as-of", "igår"],
        ["--json", "--address", "x.se"],
        ["--json", "--address", "https://x.se\r\n"],
        ["--out"],
    ],
)
def test_a_wrong_call_has_status_2(monkeypatch: pytest.MonkeyPatch, call: list[str]) -> None:
    assert run(monkeypatch, *call) == 2


def test_the_help_says_in_swedish_what_it_does(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "--help") == 0
    assert "Skriv en kalenderfil" in capsys.readouterr().out

"""The command line: what it prints where, and the status it ends with."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from dashboard import cli

GOOD = "leverantor;leverantor_id;konto_nr;belopp;datum\nAcme AB;456000-0006;5410;1 000,50;2026-10-01\n"
HALF = GOOD + "Acme AB;456000-0006;5410;mycket;2026-10-02\n"
KEYS = {
    "path",
    "source",
    "rows_read",
    "rows_taken",
    "rows_refused",
    "total_rows",
    "masked_rows",
    "amount_sum",
    "date_min",
    "date_max",
    "encoding",
    "separator",
    "columns",
    "problems",
}


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str | Path) -> int:
    """Runs the command as the shell would; gives its exit status."""
    monkeypatch.setattr(sys, "argv", ["luleaway", *map(str, arguments)])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    return int(ended.value.code or 0)


def document(capsys: pytest.CaptureFixture[str]) -> Any:
    """The one JSON document on stdout."""
    return json.loads(capsys.readouterr().out)


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "reskontra.csv"
    path.write_text(GOOD, encoding="utf-8")
    return path


@pytest.fixture
def half(tmp_path: Path) -> Path:
    path = tmp_path / "halv.csv"
    path.write_text(HALF, encoding="utf-8")
    return path


def test_a_dry_run_says_all_there_is_and_takes_nothing(
    database: Engine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], good: Path
) -> None:
    status = run(monkeypatch, "import", good, "--dry-run", "--json")
    (file,) = document(capsys)["files"]
    run(monkeypatch, "imports", "--json")

    assert status == 0
    assert file.keys() >= KEYS
    assert (file["path"], file["rows_taken"], file["amount_sum"], file["state"]) == (str(good), 1, "1000.50", "new")
    assert document(capsys) == {"imports": []}


def test_an_import_is_listed_and_undone(
    database: Engine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], good: Path
) -> None:
    assert run(monkeypatch, "import", good, "--as", "raindance", "--json") == 0
    (file,) = document(capsys)["files"]

    assert run(monkeypatch, "imports", "--undo", str(file["import_id"]), "--json") == 0
    (stored,) = document(capsys)["imports"]

    assert (file["state"], file["source"]) == ("taken", "raindance")
    assert (stored["id"], stored["state"], stored["amount_ore"]) == (file["import_id"], "undone", 1000_50)


def test_one_refused_file_does_not_stop_the_others(
    sqlite_database: Engine,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    good: Path,
    half: Path,
) -> None:
    status = run(monkeypatch, "import", half, good, "--json")

    states = [file["state"] for file in document(capsys)["files"]]
    assert (status, states) == (1, ["refused", "taken"])


def test_refused_rows_are_left_out_when_a_person_accepts_that(
    sqlite_database: Engine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], half: Path
) -> None:
    status = run(monkeypatch, "import", half, "--accept-errors", "--json")

    (file,) = document(capsys)["files"]
    assert (status, file["state"], file["rows_taken"], file["rows_refused"]) == (0, "taken", 1, 1)


@pytest.mark.parametrize("content", [None, b"", b"PK\x03\x04", b"%PDF-1.7", b"a;b\n1;2\n"])
@pytest.mark.parametrize("extra", [[], ["--dry-run"], ["--json"]])
def test_what_cannot_be_read_ends_with_words_and_status_1(
    sqlite_database: Engine,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    content: bytes | None,
    extra: list[str],
) -> None:
    path = tmp_path / "fel.csv"
    if content is not None:
        path.write_bytes(content)

    status = run(monkeypatch, "import", path, *extra)

    printed = capsys.readouterr()
    assert status == 1
    assert "Traceback" not in printed.err
    assert "Det gick inte (" not in printed.err
    if "--json" in extra:
        (file,) = json.loads(printed.out)["files"]
        assert file["problems"]
    else:
        assert str(path) in printed.err


def test_undoing_what_is_not_there_ends_with_words_and_status_1(
    sqlite_database: Engine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    status = run(monkeypatch, "imports", "--undo", "17")

    assert status == 1
    assert "Det finns ingen import med nummer 17." in capsys.readouterr().err


@pytest.mark.parametrize("call", [["import"], ["unknown"], ["metrics", "--as-of", "igår"], ["demo", "--lines", "x"]])
def test_a_wrong_call_has_status_2(monkeypatch: pytest.MonkeyPatch, call: list[str]) -> None:
    assert run(monkeypatch, *call) == 2


@pytest.mark.parametrize("command", ["demo", "serve", "import", "imports", "metrics", "escalation", "check", "db"])
def test_every_command_says_in_swedish_what_it_does(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    assert run(monkeypatch, command, "--help") == 0

    assert len(capsys.readouterr().out) > 100


def test_the_database_is_made_ready(
    database: Engine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "db", "upgrade") == 0

    assert "Databasen är klar." in capsys.readouterr().err


@pytest.mark.parametrize("command", [["metrics"], ["check"], ["imports"], ["escalation"]])
def test_an_empty_database_has_an_answer_too(
    sqlite_database: Engine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    assert run(monkeypatch, *command) == 0
    assert run(monkeypatch, *command, "--json") == 0


@pytest.mark.parametrize("command", [["metrics", "--as-of", "2026-06-30"], ["check"], ["imports"], ["escalation"]])
def test_json_is_alone_on_stdout(
    sample_home: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], command: list[str]
) -> None:
    monkeypatch.setenv("LULEAWAY_HOME", str(sample_home))

    assert run(monkeypatch, *command, "--json") == 0
    assert json.loads(capfd.readouterr().out)


def test_json_is_alone_on_the_stdout_of_a_process_too(sample_home: Path) -> None:
    environment = {**os.environ, "LULEAWAY_HOME": str(sample_home), "DATABASE_URL": "", "LEDGER_URL": ""}
    command = [sys.executable, "-m", "dashboard.cli", "escalation", "--json"]

    ended = subprocess.run(command, env=environment, cwd=Path(__file__).parents[2], capture_output=True, check=True)

    assert json.loads(ended.stdout)


def test_the_check_says_which_rule_left_out_what(
    sample_home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LULEAWAY_HOME", str(sample_home))

    assert run(monkeypatch, "check", "--json") == 0
    rules = document(capsys)["spend_audit"]
    assert run(monkeypatch, "check") == 0
    printed = capsys.readouterr().out

    assert {"procurable", "premises", "transfer"} <= {rule["spend_class"] for rule in rules}
    assert all(rule["reason"] in printed for rule in rules if rule["reason"])


def test_help_loads_nothing_heavy() -> None:
    heavy = {"polars", "streamlit", "sqlalchemy", "rich"}
    code = f"import dashboard.cli, sys; sys.exit(bool({heavy} & sys.modules.keys()))"

    assert subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[2], check=False).returncode == 0

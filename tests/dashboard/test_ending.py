"""How a command ends: one sentence, one document, and never a stack trace or a value from a file."""

import json
import sys
from pathlib import Path

import polars as pl
import pytest

from dashboard import cli
from dashboard.commands.ending import about_failure
from data_access import importing
from data_access.engine import close_engines

GOOD = "leverantor;leverantor_id;konto_nr;belopp;datum\nAcme AB;456000-0006;5410;1 000,50;2026-10-01\n"


def ended(monkeypatch: pytest.MonkeyPatch, *arguments: str | Path) -> int:
    monkeypatch.setattr(sys, "argv", ["luleaway", *map(str, arguments)])
    with pytest.raises(SystemExit) as end:
        cli.main()
    return int(end.value.code or 0)


@pytest.mark.parametrize(
    ("arguments", "status", "code"),
    [
        (["imports", "--undo", "99", "--json"], 1, "import_unknown"),
        (["imports", "--undo", "99999999999999999999", "--json"], 2, "wrong_call"),
        (["metrics", "--as-of", "nonsense", "--json"], 2, "wrong_call"),
        (["metrics", "--as-of", "9999-12-31", "--json"], 2, "wrong_call"),
        (["import", "--json"], 2, "wrong_call"),
        (["check", "--lala", "--json"], 2, "wrong_call"),
    ],
)
def test_what_cannot_be_done_is_one_document_too(
    arguments: list[str],
    status: int,
    code: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("LULEAWAY_HOME", str(tmp_path))
    monkeypatch.delenv("DATABASE_URL", raising=False)

    ends = ended(monkeypatch, *arguments)

    assert ends == status
    assert json.loads(capsys.readouterr().out)["error"]["code"] == code
    close_engines()


@pytest.mark.parametrize("url", ["nonsense", "mysql://x:hemligt@localhost/db", "postgresql://x:hemligt@localhost:1/db"])
def test_an_address_that_is_no_database_is_said_to_be_none(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LULEAWAY_HOME", str(tmp_path))
    monkeypatch.setenv("DATABASE_URL", url)

    ends = ended(monkeypatch, "metrics")

    said = capsys.readouterr().err
    assert ends == 1
    assert "DATABASE_URL" in said
    assert "hemligt" not in said
    assert "Traceback" not in said


def test_a_fault_of_ours_keeps_no_other_file_out_and_shows_no_value(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LULEAWAY_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    good, bad = tmp_path / "bra.csv", tmp_path / "fel.csv"
    good.write_text(GOOD, encoding="utf-8")
    bad.write_text(GOOD, encoding="utf-8")

    real = importing.preview

    def faulty(path: Path, source: str | None) -> object:
        if path == bad:
            raise ValueError("811218-9876")
        return real(path, source)

    monkeypatch.setattr("dashboard.commands.take_files.preview", faulty)

    ends = ended(monkeypatch, "import", bad, good, "--dry-run", "--json")

    printed = capsys.readouterr()
    assert ends == 1
    assert [file["state"] for file in json.loads(printed.out)["files"]] == ["refused", "new"]
    assert "811218" not in printed.out + printed.err
    close_engines()


def test_a_fault_is_told_by_its_kind_and_place_alone() -> None:
    try:
        pl.Series(["811218-9876"]).cast(pl.Int64)
    except pl.exceptions.PolarsError as error:
        said = about_failure(error)

    assert "InvalidOperationError" in said
    assert "tests/dashboard/test_ending.py:" in said
    assert "811218" not in said


def test_ctrl_c_ends_with_a_sentence(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "today", interrupted)

    ends = ended(monkeypatch, "check")

    assert ends == 130
    assert "Avbrutet" in capsys.readouterr().err

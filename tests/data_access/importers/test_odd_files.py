"""Files that are empty, far too large, or written by somebody who wants them to break something."""

import json
import zipfile
from pathlib import Path

import pytest

from data_access.errors import Refused
from data_access.importers.ledger import ReadLedger, read_ledger
from data_access.importing import preview
from data_access.recognising import recognise
from tests.data_access.importers.ledgers import column, write, write_xlsx

HEADER = "Leverantör;Datum;Konto;Belopp"
LINE = "Bygget Prov AB;2026-01-02;4010;{}"


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LULEAWAY_HOME", str(tmp_path / "home"))


def fatal(found: ReadLedger) -> list[str]:
    return [problem.code for problem in found.report.problems if problem.is_fatal]


def refusal(path: Path) -> str:
    """Why the file is not taken, whoever said so."""
    try:
        return preview(path).report.problems[0].code
    except Refused as refused:
        return refused.code


def test_a_header_without_rows_is_refused(tmp_path: Path) -> None:
    assert fatal(read_ledger(write(tmp_path, "a.csv", HEADER + "\n"))) == ["no_rows_taken"]


def test_a_sheet_with_nothing_but_a_header_is_refused(tmp_path: Path) -> None:
    assert fatal(read_ledger(write_xlsx(tmp_path, "a.xlsx", {"Blad": [HEADER.split(";")]}))) == ["no_rows_taken"]


def test_records_whose_values_are_nested_are_refused(tmp_path: Path) -> None:
    records = [{"Leverantör": {"namn": "A"}, "Belopp": [1, 2], "Datum": "2026-01-01"}]

    found = read_ledger(write(tmp_path, "a.json", json.dumps(records)))

    assert fatal(found) == ["no_rows_taken"]


def test_text_that_is_no_unicode_is_no_json(tmp_path: Path) -> None:
    text = '[{"Leverant\\u00f6r": "\\ud800 AB", "Belopp": "5,00", "Datum": "2026-01-01"}]'

    assert fatal(read_ledger(write(tmp_path, "a.json", text))) == ["json_broken"]


@pytest.mark.parametrize("amount", ["99999999999999999999", "92233720368547758,07", "-100000000000,00", "1e309"])
def test_an_amount_that_no_line_has_is_refused_with_its_row(tmp_path: Path, amount: str) -> None:
    rows = "\n".join([HEADER, LINE.format("5,00"), LINE.format(amount), LINE.format("99999999999,99")])

    found = read_ledger(write(tmp_path, "a.csv", rows + "\n"))

    assert found.errors.select("row", "reason").rows() == [(3, "amount_unreadable")]
    assert found.report.amount_sum == "100000000004.99"


@pytest.mark.parametrize("day", ["9999-12-31", "1899-12-31", "0000-00-00", "31/12/9999", "2026-02-31"])
def test_a_day_that_stands_for_none_is_none(tmp_path: Path, day: str) -> None:
    rows = "\n".join([HEADER, LINE.format("5,00"), LINE.format("5,00").replace("2026-01-02", day)])

    found = read_ledger(write(tmp_path, "a.csv", rows + "\n"))

    assert column(found.frame, "period") == [202601, None]
    assert ("day_unreadable", 1) in [(problem.code, problem.count) for problem in found.report.problems]


@pytest.mark.parametrize("name", ["a.xlsx", "a.zip"])
def test_a_cell_at_the_end_of_the_world_does_not_end_the_program(tmp_path: Path, name: str) -> None:
    rows: list[list[object]] = [[], *([[]] * 200_000), [None] * 800 + ["x"]]
    rows[0], rows[1] = [*HEADER.split(";")], [*LINE.format("5,00").split(";")]
    path = write_xlsx(tmp_path, "a.xlsx", {"Blad": rows})
    if name == "a.zip":
        with zipfile.ZipFile(tmp_path / name, "w") as archive:
            archive.write(path, "bok.xlsx")

    assert refusal(tmp_path / name) == "workbook_too_wide"


def test_a_wide_sheet_with_few_rows_is_read(tmp_path: Path) -> None:
    rows = [[*HEADER.split(";"), *(f"k{i}" for i in range(2_000))], [*LINE.format("5,00").split(";"), *["x"] * 2_000]]

    path = write_xlsx(tmp_path, "a.xlsx", {"Blad": rows})

    assert recognise(path) == "ledger"
    assert read_ledger(path).report.amount_sum == "5.00"

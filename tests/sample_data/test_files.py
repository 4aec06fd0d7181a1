"""The sample's files are such as a municipality exports, and our own import reads them."""

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from data_access.importers.ledger import read_ledger
from data_access.importers.register import read_register
from sample_data.__main__ import main
from sample_data.files import write_files

LINES = 36_000


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of a ledger of a thousand lines a month."""
    made = tmp_path_factory.mktemp("files")
    write_files(made, LINES)
    return made


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LULEAWAY_HOME", str(tmp_path / "home"))


@pytest.mark.parametrize("name", ["reskontra_raindance_202610.csv", "leverantorsreskontra_202610.csv"])
def test_the_month_is_read_whole_with_its_credit_notes_and_masked_persons(folder: Path, name: str) -> None:
    read = read_ledger(folder / name)

    assert read.errors.is_empty()
    assert read.report.rows_taken > 900
    assert read.report.masked_rows > 0
    assert (read.frame["amount_ore"] < 0).any()
    assert read.frame["posted_on"].min() == date(2026, 10, 1)
    assert read.frame["mask_key"].is_not_null().sum() == read.report.masked_rows


def test_the_two_layouts_hold_the_same_lines_to_the_ore(folder: Path) -> None:
    amounts = [read_ledger(path).frame["amount_ore"] for path in sorted(folder.glob("*reskontra_*.csv"))]

    assert amounts[0].sum() == amounts[1].sum()
    assert amounts[0].sort().equals(amounts[1].sort())


def test_the_sum_at_the_end_of_the_export_is_left_out_and_reported(folder: Path) -> None:
    read = read_ledger(folder / "reskontra_raindance_202610.csv")

    assert read.report.total_rows == 1
    assert read.report.encoding == "cp1252"
    assert {"category_text", "order_ref", "delivered_on", "contract_ref"} <= set(read.report.columns)


@pytest.mark.parametrize("name", ["avtalsregister.xlsx", "avtalsregister.csv"])
def test_the_register_is_read_with_its_mistakes_said(folder: Path, name: str) -> None:
    read = read_register(folder / name)

    codes = {problem.code for problem in read.report.problems}
    assert read.report.rows_refused == 0
    assert read.report.rows_taken > 697
    assert {"end_missing", "end_before_start", "supplier_without_orgnr", "ceiling_unknown"} <= codes


def test_the_two_registers_say_the_same(folder: Path) -> None:
    table = pl.read_csv(folder / "avtalsregister.csv", separator=";", infer_schema=False)
    book = pl.read_excel(folder / "avtalsregister.xlsx", infer_schema_length=0)

    assert table.columns == book.columns
    assert table["number"].equals(book["number"])


def test_the_command_writes_the_files_and_leaves_the_data_folder_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(["--files", str(tmp_path / "ut"), "--lines", "36000"])

    assert status == 0
    assert len(capsys.readouterr().out.splitlines()) == len(list((tmp_path / "ut").iterdir())) == 4
    assert not (tmp_path / "home").exists()


def test_too_few_lines_are_a_wrong_call(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--lines", "10"])

    assert left.value.code == 2
    assert "at least" in capsys.readouterr().err

"""The official procurement statistics, in a hand-written file and in the published one."""

from pathlib import Path

import polars as pl

from data_access.importers import uhm
from data_access.recognising import recognise
from tests.data_access.importers.registers import Cell, workbook

HEADER = (
    "År",
    "Namn för köpare",
    "Rättslig grund",
    "Upphandlings-ID",
    "Upphandlingens titel",
    "Kontrakterat värde, Summa",
)


def statistics(path: Path, *rows: tuple[Cell, ...]) -> Path:
    return workbook(path, {"Kontrakterat värde, Summa": [HEADER, *rows]})


def row(
    reference: str | None = "X1", value: Cell = 1_000_000, buyer: str | None = "EXEMPELKOMMUNEN"
) -> tuple[Cell, ...]:
    return (2021, buyer, "LOU", reference, "Titel", value)


def test_a_value_too_low_to_be_true_and_a_value_of_nought_are_kept_and_flagged(tmp_path: Path) -> None:
    path = statistics(tmp_path / "s.xlsx", row(), row("X2", 1460), row("X3", 0), row("X4", 10_000))

    read = uhm.read(path)

    assert read.frame.select("reference", "value_ore", "flag").rows() == [
        ("X1", 100_000_000, None),
        ("X2", 146_000, "unit_price_suspected"),
        ("X3", 0, "value_missing"),
        ("X4", 1_000_000, None),
    ]
    assert read.report.amount_sum == "1011460.00"
    assert (read.report.rows_read, read.report.rows_taken, read.report.rows_refused) == (4, 4, 0)


def test_rows_that_cannot_be_read_are_refused_with_row_and_column(tmp_path: Path) -> None:
    path = statistics(tmp_path / "s.xlsx", row(), row(reference=None), row(value="okänt"))

    read = uhm.read(path)

    assert read.errors.select("row", "column", "reason").rows() == [
        (3, "Upphandlings-ID", "reference_missing"),
        (4, "Kontrakterat värde, Summa", "amount_unreadable"),
    ]
    assert (read.report.rows_read, read.report.rows_taken, read.report.rows_refused) == (3, 1, 2)


def test_another_workbook_is_no_statistics(tmp_path: Path) -> None:
    path = workbook(tmp_path / "s.xlsx", {"Blad1": [("År", "Antal"), (2021, 4)]})

    read = uhm.read(path)

    assert not uhm.recognises(path)
    assert [(problem.code, problem.is_fatal) for problem in read.report.problems] == [
        ("statistics_header_missing", True)
    ]


def test_the_published_statistics_come_to_the_published_figures(real_data: Path) -> None:
    path = real_data / "uhm_upphandlingsstatistik" / "contracted_value.xlsx"

    read = uhm.read(path)

    lulea = read.frame.filter(buyer="LULEÅ KOMMUN")
    assert recognise(path) == "statistics"
    assert (read.report.rows_read, read.report.rows_taken) == (9_780, 9_780)
    assert read.frame["buyer"].n_unique() == 857
    assert (lulea.height, lulea["value_ore"].sum()) == (66, 15_936_719_000)
    assert lulea.filter(pl.col("reference") == "KA785")["flag"].to_list() == ["unit_price_suspected"]

"""Hidden total rows are found, left out and told; real postings that look like them stay."""

from pathlib import Path

import pytest

from data_access.importers.ledger import ReadLedger, read_ledger
from tests.data_access.importers.ledgers import column, write

HEADER = "Förvaltning;Leverantör;Datum;Belopp;Konto"
LINES = "Skola;Bygget Prov AB;2026-01-02;100,00;4010\nSkola;Skolmat Prov AB;2026-01-03;250,50;4010\n"


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LULEAWAY_HOME", str(tmp_path / "home"))


def read(folder: Path, *more: str) -> ReadLedger:
    """Two lines, and what stands below them."""
    return read_ledger(write(folder, "a.csv", f"{HEADER}\n{LINES}" + "".join(f"{row}\n" for row in more)))


@pytest.mark.parametrize(
    "total",
    [
        "Summa;;;350,50;",
        "Totalt:;;;350,50;",
        ";Grand Total;;350,50;",
        "Total, alla;;;350,50;",
        ";;;350,50;",
        ";;;999,00;",
        "Delsumma;;;350,50;",
        "Skola;;;350,50;4010",
    ],
)
def test_a_total_row_is_left_out_and_reported(tmp_path: Path, total: str) -> None:
    report = read(tmp_path, total).report

    assert (report.rows_read, report.rows_taken, report.total_rows) == (3, 2, 1)
    assert report.amount_sum == "350.50"
    assert report.amount_sum_total_rows in ("350.50", "999.00")
    assert [(p.count, p.row) for p in report.problems if p.code == "total_rows_left_out"] == [(1, 4)]


@pytest.mark.parametrize(
    "line",
    [
        "Skola;Total Prov AB;2026-01-04;350,50;4010",  # a company with such a name
        "Skola;Bygget Prov AB;2026-01-04;350,50;4010",  # the sum of the rest, by chance
        "Skola;;2026-01-04;350,50;4010",  # no supplier, but a day
        "Skola;;;12,00;4010",  # no supplier and no day, but no sum either
    ],
)
def test_a_line_that_only_looks_like_a_total_stays(tmp_path: Path, line: str) -> None:
    report = read(tmp_path, line).report

    assert (report.rows_taken, report.total_rows) == (3, 0)


def test_a_pivot_table_below_the_total_is_left_out_with_it(tmp_path: Path) -> None:
    report = read(tmp_path, "", ";;;;", "Total;;;350,50;", "", "Skola;;;350,50;", "Rad;Summa;;;").report

    assert (report.rows_read, report.rows_taken, report.total_rows, report.rows_refused) == (5, 2, 3, 0)
    assert report.amount_sum_all == "1051.50"


def test_a_note_below_the_lines_is_a_refused_row_and_not_forgotten(tmp_path: Path) -> None:
    found = read(tmp_path, "Källa: ekonomisystemet;;;;")

    assert found.errors.rows() == [(None, 4, "Belopp", "amount_empty")]


def test_empty_rows_are_no_rows(tmp_path: Path) -> None:
    report = read(tmp_path, "", ";;;;", " ; ;;;", "").report

    assert report.rows_read == 2


def test_sums_far_to_the_right_of_the_table_are_told(tmp_path: Path) -> None:
    found = read(tmp_path, ";;;;;;;;53479,42;46852,64")

    assert found.errors.rows() == [(None, 4, None, "too_many_fields")]


def test_repeated_lines_are_real_postings_and_stay(tmp_path: Path) -> None:
    found = read(tmp_path, *LINES.strip().splitlines() * 3)

    assert found.report.rows_taken == 8
    assert column(found.frame, "row") == [2, 3, 4, 5, 6, 7, 8, 9]


def test_a_header_in_the_middle_is_refused_as_what_it_is(tmp_path: Path) -> None:
    found = read(tmp_path, HEADER, "Skola;Bygget Prov AB;2026-01-04;1,00;4010")

    assert found.errors.rows() == [(None, 4, "Belopp", "repeated_header")]
    assert found.report.rows_taken == 3

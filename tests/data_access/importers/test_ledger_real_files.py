"""Real ledgers come to the rows and sums that were counted for them by other means."""

from decimal import Decimal
from pathlib import Path

import pytest

from data_access.importers.ledger import ReadLedger, read_ledger
from data_access.importers.report import ImportReport

# file, rows, sum of the amount column over all rows, sum of hidden total rows, amount column, encoding, separator
FILES = [
    ("se/goteborg_extract_2020-2023.derived.csv", 1_139, "343277553.96", "0.00", "Belopp exkl moms", "utf-8", ";"),
    ("se/vgr_sample_202601.csv", 4, "5047504.73", "0.00", "nettobelopp", "utf-8", ";"),
    ("uk/bradford/2018-05.csv", 11_556, "45347513.42", "0.00", "Net Amount", "cp1252", ","),
    ("uk/harrogate/2020-03.csv", 2_186, "3766963.65", "0.00", "Net Amount", "ascii", ","),
    ("uk/lambeth/2012-06-payments.csv", 3_157, "80068275.37", "40292334.84", "Invoice Nett Amount", "utf-8", ","),
    ("uk/leeds/2010-12.raw.csv", 10_303, "77179009.24", "0.00", "Net amount", "ascii", ","),
    ("uk/leeds/2011-12.raw.csv", 9_954, "157835421.00", "78917710.50", "Net amount", "cp1252", ","),
    ("uk/leeds/2012-11.raw.csv", 10_050, "71558583.35", "0.00", "NetAmount", "ascii", ","),
    ("uk/leeds/2020-06.raw.csv", 16_176, "104445727.45", "0.00", "Amount", "cp1252", ","),
    ("uk/manchester/2015-11.csv", 3_925, "52367805.51", "0.00", "Net Amount", "ascii", ","),
    ("uk/oxford/expenditure-over-500-apr-jun-2017.csv", 4_052, "16264882.46", "0.00", "Amount", "ascii", ","),
    ("uk/oxford/expenditure-over-500-jan-mar-2018.csv", 1_220, "4339765.85", "0.00", "Amount", "ascii", ","),
    ("uk/salford/2016-07.csv", 1_132, "19588663.22", "0.00", "Net", "ascii", ","),
    ("uk/trafford/trafford-supplier-spend-2024-25.zip", 210_068, "565219573.74", "0.00", "Amount", "utf-8", ","),
]


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LULEAWAY_HOME", str(tmp_path / "home"))


def reconciles(report: ImportReport) -> bool:
    """Whether every row and every öre is taken, refused or left out as a total."""
    parts = (report.amount_sum, report.amount_sum_refused, report.amount_sum_total_rows)
    rows = report.rows_taken + report.rows_refused + report.total_rows
    return report.rows_read == rows and Decimal(report.amount_sum_all) == sum(map(Decimal, parts))


@pytest.mark.parametrize(("name", "rows", "total", "hidden", "column", "encoding", "separator"), FILES)
def test_a_real_ledger_comes_to_its_rows_and_sums(
    real_data: Path, name: str, rows: int, total: str, hidden: str, column: str, encoding: str, separator: str
) -> None:
    report = read_ledger(real_data / "ledgers" / name).report

    assert reconciles(report)
    assert (report.rows_read, report.amount_sum_all, report.amount_sum_total_rows) == (rows, total, hidden)
    assert report.columns["amount"] == column
    assert (report.encoding, report.separator) == (encoding, separator)
    assert not report.is_gross


def test_lines_below_a_preamble_are_taken_and_the_sums_below_them_are_not(real_data: Path) -> None:
    read = read_ledger(real_data / "ledgers/uk/lambeth/2012-06-payments.csv")

    assert read.report.members[0].header_row == 10
    assert read.report.amount_sum == "39775940.53"
    assert read.errors["row"].min() > 10  # type: ignore[operator]
    assert set(read.errors["reason"]) == {"amount_unreadable", "amount_empty"}


def test_totals_by_supplier_are_no_ledger(real_data: Path) -> None:
    read = read_ledger(real_data / "ledgers/uk/lambeth/2011-01-payments.csv")

    assert [(problem.code, problem.is_fatal) for problem in read.report.problems] == [("supplier_totals_only", True)]
    assert read.frame.is_empty()


def test_repeated_lines_and_credit_notes_stay(real_data: Path) -> None:
    frame = read_ledger(real_data / "ledgers/uk/trafford/trafford-supplier-spend-2024-25.zip").frame

    assert frame.height == 210_068
    assert (frame["amount_ore"] < 0).sum() == 25_107


@pytest.fixture(scope="module")
def gateshead(real_data: Path, tmp_path_factory: pytest.TempPathFactory) -> ReadLedger:
    """The large archive, read once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LULEAWAY_HOME", str(tmp_path_factory.mktemp("home")))
        return read_ledger(real_data / "ledgers/uk/large/gateshead_2010-2022_monthly.tar.gz")


def test_an_archive_of_141_files_is_one_import_and_reconciles(gateshead: ReadLedger) -> None:
    report = gateshead.report

    assert reconciles(report)
    assert report.rows_read == 946_473
    assert len(report.members) == 141
    assert sum(member.rows_read for member in report.members) == 946_473
    assert report.amount_sum_all == "2964701643.49"
    assert report.total_rows == 11
    assert (gateshead.frame["amount_ore"] < 0).sum() == 14_556


def test_eighteen_headers_all_find_supplier_amount_and_day(gateshead: ReadLedger) -> None:
    members = gateshead.report.members
    meanings = {"supplier_name", "amount", "posted_on", "voucher_no", "unit_name", "category_text", "account_text"}

    assert all(meanings <= member.columns.keys() for member in members)
    assert {member.columns["amount"] for member in members} == {"Amount"}
    assert {member.columns["posted_on"] for member in members} == {"Updated"}
    assert "Suuplier ID (T)" in {member.columns["supplier_name"] for member in members}


def test_a_company_called_redactive_is_no_masked_person(gateshead: ReadLedger) -> None:
    names = set(gateshead.frame["supplier_name"].unique().to_list())

    assert "REDACTIVE EVENTS LTD" in names
    assert not any(name and name.startswith("REDACTED") for name in names)
    assert gateshead.report.masked_rows == 21_066


def test_the_month_is_that_of_the_day_where_the_period_counts_fiscal_months(gateshead: ReadLedger) -> None:
    frame = gateshead.frame.drop_nulls("posted_on")

    assert (frame["period"] == frame["posted_on"].dt.year() * 100 + frame["posted_on"].dt.month()).all()

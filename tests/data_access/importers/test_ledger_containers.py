"""What a file holds is told from its bytes; nothing too large, nothing that points outside, is opened."""

import gzip
import io
import tarfile
import zipfile
from pathlib import Path

import pytest
import xlsxwriter  # type: ignore[import-untyped]
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data_access.importers.containers import Limits
from data_access.importers.ledger import ReadLedger, read_ledger
from tests.data_access.importers.ledgers import column, write, write_xlsx

LEDGER = "Leverantör;Datum;Konto;Belopp\nBygget Prov AB;2026-01-02;4010;{}\n"


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LULEAWAY_HOME", str(tmp_path / "home"))


def zipped(folder: Path, members: dict[str, str], name: str = "a.zip") -> Path:
    """An archive of texts."""
    path = folder / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, text in members.items():
            archive.writestr(member, text)
    return path


def tarred(folder: Path, members: dict[str, str], mode: str = "w:gz") -> Path:
    """The same as a tar."""
    path = folder / "a.tar.gz"
    with tarfile.open(path, mode) as archive:  # type: ignore[call-overload]
        for member, text in members.items():
            entry = tarfile.TarInfo(member)
            entry.size = len(text.encode())
            archive.addfile(entry, io.BytesIO(text.encode()))
    return path


def fatal(read: ReadLedger) -> list[str]:
    """The codes that refuse the file; and then there is no frame."""
    codes = [problem.code for problem in read.report.problems if problem.is_fatal]
    assert read.report.is_refused == bool(codes)
    assert not codes or read.frame.is_empty()
    return codes


@pytest.mark.parametrize("pack", [zipped, tarred])
def test_an_archive_is_one_ledger_with_a_number_for_each_file(tmp_path: Path, pack: object) -> None:
    path = pack(tmp_path, {"2026/01.csv": LEDGER.format("1,00"), "2026/02.csv": LEDGER.format("2,50")})  # type: ignore[operator]

    read = read_ledger(path)

    assert column(read.frame, "member") == [0, 1]
    assert column(read.frame, "amount_ore") == [100, 250]
    assert [member.name for member in read.report.members] == ["2026/01.csv", "2026/02.csv"]
    assert read.report.amount_sum == "3.50"


def test_a_single_compressed_file_is_read_as_the_file_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.csv.gz"
    path.write_bytes(gzip.compress(LEDGER.format("1,00").encode()))

    assert column(read_ledger(path).frame, "amount_ore") == [100]


def test_a_plain_tar_is_read_too(tmp_path: Path) -> None:
    assert column(read_ledger(tarred(tmp_path, {"a.csv": LEDGER.format("1,00")}, "w")).frame, "amount_ore") == [100]


def test_a_workbook_in_an_archive_is_read(tmp_path: Path) -> None:
    book = write_xlsx(tmp_path, "b.xlsx", {"Blad1": [["Leverantör", "Datum", "Belopp"], ["Prov AB", "2026-01-02", 5]]})
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(book, "b.xlsx")

    assert column(read_ledger(path).frame, "amount_ore") == [500]


def test_a_sheet_for_each_month_is_read_whole_and_other_sheets_are_not(tmp_path: Path) -> None:
    header = ["Leverantör", "Datum", "Belopp"]
    path = write_xlsx(
        tmp_path,
        "a.xlsx",
        {
            "Info": [["Kontakt", "Ekonomi"]],
            "Januari": [["Reskontra"], [], header, ["Prov AB", "2026-01-02", 1]],
            "Februari": [["Reskontra"], [], header, ["Prov AB", "2026-02-02", 2]],
        },
    )

    read = read_ledger(path)

    assert column(read.frame, "amount_ore") == [100, 200]
    assert column(read.frame, "row") == [4, 4]
    assert [member.name for member in read.report.members] == ["a.xlsx#Januari", "a.xlsx#Februari"]


def workbook_with_hidden(folder: Path, *hidden: str) -> Path:
    """One line in each of two like sheets."""
    path = folder / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        for amount, title in enumerate(("Info", "Januari", "Kopia")):
            sheet = book.add_worksheet(title)
            for at, row in enumerate((["Leverantör", "Datum", "Belopp"], ["Prov AB", "2026-01-02", amount])):
                sheet.write_row(at, 0, row if amount else ["Kontakt", "Ekonomi"])
            if title in hidden:
                sheet.hide()
    return path


def test_a_hidden_sheet_with_the_same_header_is_left_out_and_told(tmp_path: Path) -> None:
    read = read_ledger(workbook_with_hidden(tmp_path, "Kopia"))

    assert column(read.frame, "amount_ore") == [100]
    assert [(p.code, p.member, p.is_fatal) for p in read.report.problems] == [("sheet_hidden", "a.xlsx#Kopia", False)]


def test_sheets_are_read_where_all_that_look_like_a_ledger_are_hidden(tmp_path: Path) -> None:
    read = read_ledger(workbook_with_hidden(tmp_path, "Januari", "Kopia"))

    assert column(read.frame, "amount_ore") == [100, 200]


def test_a_file_of_an_archive_that_is_no_ledger_is_left_out_and_told(tmp_path: Path) -> None:
    read = read_ledger(
        zipped(tmp_path, {"a.csv": LEDGER.format("1,00"), "kontoplan.csv": "Konto;Text\n4010;Material\n"})
    )

    assert [(p.code, p.member) for p in read.report.problems] == [("member_skipped", "kontoplan.csv")]
    assert read.report.rows_taken == 1


def test_an_archive_larger_than_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    bomb = {"a.csv": LEDGER.format("1,00") + "0" * 1_000_000}

    assert fatal(read_ledger(zipped(tmp_path, bomb), limits=Limits(unpacked_bytes=100_000))) == ["archive_too_large"]
    assert fatal(read_ledger(tarred(tmp_path, bomb), limits=Limits(unpacked_bytes=100_000))) == ["archive_too_large"]
    assert fatal(read_ledger(zipped(tmp_path, bomb), limits=Limits(file_bytes=10))) == ["file_too_large"]


def test_a_compressed_file_larger_than_the_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv.gz"
    path.write_bytes(gzip.compress(b"0" * 1_000_000))

    assert fatal(read_ledger(path, limits=Limits(unpacked_bytes=100_000))) == ["archive_too_large"]


def test_the_sum_of_a_workbook_counts_too(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path, "a.xlsx", {"Blad1": [["Leverantör", "Belopp"]] * 2_000})

    assert fatal(read_ledger(path, limits=Limits(unpacked_bytes=10_000))) == ["archive_too_large"]


def test_too_many_files_are_refused(tmp_path: Path) -> None:
    many = {f"{number}.csv": LEDGER.format("1,00") for number in range(5)}

    assert fatal(read_ledger(zipped(tmp_path, many), limits=Limits(members=4))) == ["archive_too_large"]
    assert fatal(read_ledger(tarred(tmp_path, many), limits=Limits(members=4))) == ["archive_too_large"]


@pytest.mark.parametrize("name", ["../a.csv", "/etc/a.csv", "b/../../a.csv", "..\\a.csv", "C:/a.csv"])
def test_a_name_that_points_out_of_the_archive_is_refused(tmp_path: Path, name: str) -> None:
    assert fatal(read_ledger(zipped(tmp_path, {name: LEDGER.format("1,00")}))) == ["archive_path"]
    assert fatal(read_ledger(tarred(tmp_path, {name: LEDGER.format("1,00")}))) == ["archive_path"]


def test_an_archive_in_an_archive_is_not_opened(tmp_path: Path) -> None:
    inner = zipped(tmp_path, {"a.csv": LEDGER.format("1,00")}, "inner.zip")
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(inner, "inner.zip")

    assert fatal(read_ledger(path)) == ["archive_broken"]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.csv", b"", "file_empty"),
        ("a.csv", b"\xef\xbb\xbf \r\n", "file_empty"),
        ("a.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "format_unknown"),
        ("a.xml", b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "format_unknown"),
        ("a.parquet", b"PAR1" + b"\0" * 100, "format_unknown"),
        ("a.zip", b"PK\x03\x04" + b"\0" * 50, "archive_broken"),
        ("a.tar.gz", b"\x1f\x8b\x08\x00" + b"\0" * 50, "archive_broken"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "workbook_broken"),
        ("a.json", b"{not json", "json_broken"),
        ("a.json", b'{"results": []}', "table_missing"),
        ("a.json", b"[" * 100_000, "json_broken"),
        ("a.csv", bytes(range(256)) * 20, "text_unreadable"),
        ("a.csv", b"one column\nof words\n", "table_missing"),
        ("a.csv", b"Leverant\xf6r;Datum\nProv AB;2026-01-01\n", "amount_missing"),
        ("a.csv", b"Belopp;Datum\n5,00;2026-01-01\n", "supplier_missing"),
        ("a.csv", b"Leverant\xf6r;Datum;Belopp\nProv AB;2026-01-01;inget\nProv AB;2026-01-01;alls\n", "amount_missing"),
    ],
)
def test_garbage_is_refused_with_a_code(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)

    assert fatal(read_ledger(path)) == [code]


def test_a_file_that_is_not_there_is_refused_with_a_code(tmp_path: Path) -> None:
    assert fatal(read_ledger(tmp_path / "none.csv")) == ["file_missing"]


HEADS = st.sampled_from(
    [b"", b"\xef\xbb\xbf", b"\xff\xfe", b"PK\x03\x04", b"\x1f\x8b", b"{", b"[", b"Belopp;Datum;Lev\n"]
)
CELLS = st.sampled_from(
    [b"Belopp", b"Leverant\xf6r", b"Datum", b";", b",", b'"', b"\n", b"\r", b"1,00", b"2026-01-02", b"X AB"]
)


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(HEADS, st.one_of(st.binary(max_size=300), st.lists(CELLS, max_size=60).map(b"".join)))
def test_no_bytes_at_all_make_the_reader_fall(tmp_path: Path, head: bytes, body: bytes) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(head + body)

    report = read_ledger(path).report

    assert report.rows_read == report.rows_taken + report.rows_refused + report.total_rows


def test_a_quote_that_never_closes_costs_its_own_line_only(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "a.csv",
        'Leverantör,Datum,Belopp\n"Prov, AB",2026-01-01,1.00\n"Trasig AB,2026-01-02,2.00\n"Hel" AB,2026-01-03,3.00\n'
        "Rör 5 tum,2026-01-04,4.00\n",
    )

    read = read_ledger(path)

    assert column(read.frame, "amount_ore") == [100, 200, 300, 400]
    assert column(read.frame, "supplier_name") == ["Prov, AB", "Trasig AB", "Hel AB", "Rör 5 tum"]
    assert [(p.code, p.count) for p in read.report.problems] == [("quotes_repaired", 2)]


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-16-le", "utf-16-le"),
        ("cp1252", "cp1252"),
    ],
)
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_every_encoding_line_end_and_separator_gives_the_same_rows(
    tmp_path: Path, encoding: str, said: str, ends: str, separator: str
) -> None:
    text = "Leverantör;Datum;Belopp;Förvaltning\nÅkeri Prov AB;2026-01-02;1.50;Gata\nÖl Prov AB;2026-01-03;-2.00;Kök\n"

    read = read_ledger(write(tmp_path, "a.csv", text.replace(";", separator), encoding, ends))

    assert (read.report.encoding, read.report.separator) == (said, separator)
    assert column(read.frame, "supplier_name") == ["Åkeri Prov AB", "Öl Prov AB"]
    assert column(read.frame, "amount_ore") == [150, -200]

"""Our own register: what is taken, what is left out and said, and what is refused."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data_access.importers.register import ReadRegister, read_register, recognises
from tests.data_access.importers.registers import CANONICAL, canonical_csv, contract_row, orgnr, workbook


def codes(read: ReadRegister) -> dict[str, int | None]:
    return {problem.code: problem.count for problem in read.report.problems}


def test_the_same_register_as_csv_and_as_workbook_reads_the_same(tmp_path: Path) -> None:
    row = contract_row(units="Skolan; Omsorgen", tills_vidare="nej", exclusive="ja", notice_buyer_m="6", owner="Inköp")
    as_csv = canonical_csv(tmp_path / "r.csv", row)
    as_workbook = workbook(tmp_path / "r.xlsx", {"Blad1": [CANONICAL, [row.get(column, "") for column in CANONICAL]]})

    one, other = read_register(as_csv), read_register(as_workbook)

    assert recognises(as_csv)
    assert recognises(as_workbook)
    assert one.contracts.equals(other.contracts)
    assert one.options.equals(other.options)
    assert one.scope.equals(other.scope)
    assert one.suppliers.equals(other.suppliers)
    assert one.scope["unit"].to_list() == ["Skolan", "Omsorgen"]
    assert codes(one) == {}


def test_a_value_that_cannot_be_read_is_left_out_and_the_contract_is_kept(tmp_path: Path) -> None:
    row = contract_row(start_date="våren", ceiling_sek="mycket", options="ibland", exclusive="kanske", type="okänt")

    read = read_register(canonical_csv(tmp_path / "r.csv", row))

    assert read.contracts.select("start_on", "ceiling_ore", "is_exclusive", "type").row(0) == (
        None,
        None,
        None,
        "other",
    )
    assert read.options.is_empty()
    assert read.errors.select("row", "column", "reason").sort("column").rows() == [
        (2, "ceiling_sek", "amount_unreadable"),
        (2, "exclusive", "yes_no_unreadable"),
        (2, "options", "options_unreadable"),
        (2, "start_date", "date_unreadable"),
        (2, "type", "type_unknown"),
    ]
    assert read.report.rows_refused == 0


@pytest.mark.parametrize("blank", ["", "0", "0.0", "0,00", "-"])
def test_a_blank_ceiling_is_unknown_and_the_estimate_is_never_taken_for_it(blank: str, tmp_path: Path) -> None:
    row = contract_row(ceiling_sek=blank, estimated_value_sek="500 000")

    read = read_register(canonical_csv(tmp_path / "r.csv", row))

    assert read.contracts.select("ceiling_ore", "estimated_value_ore").row(0) == (None, 50_000_000)
    assert codes(read) == {"ceiling_unknown": 1}


def test_a_row_that_names_no_contract_is_refused_and_a_total_is_left_out(tmp_path: Path) -> None:
    nothing = {"owner": "Inköp", "complexity": "hög"}
    total = {"number": "Summa", "ceiling_sek": "10 000 000"}

    read = read_register(canonical_csv(tmp_path / "r.csv", contract_row(), nothing, {}, total))

    report = read.report
    assert (report.rows_read, report.rows_taken, report.rows_refused, report.total_rows) == (3, 1, 1, 1)
    assert read.errors.select("row", "reason").rows() == [(3, "contract_unnamed")]
    assert codes(read) == {"rows_refused": 1, "contract_unnamed": 1, "total_rows_left_out": 1}


def test_several_suppliers_in_one_row_or_in_several_rows_are_one_contract(tmp_path: Path) -> None:
    in_one = contract_row(supplier="Ett AB; Två AB", supplier_orgnr=f"{orgnr(1)}; {orgnr(2)}")
    in_two = [contract_row(number="A-2", supplier=f"{n} AB", supplier_orgnr=orgnr(n)) for n in (3, 4)]

    read = read_register(canonical_csv(tmp_path / "r.csv", in_one, *in_two))

    assert read.contracts["number"].to_list() == ["A-1", "A-2"]
    assert read.suppliers.select("number", "orgnr").rows() == [
        ("A-1", orgnr(1)),
        ("A-1", orgnr(2)),
        ("A-2", orgnr(3)),
        ("A-2", orgnr(4)),
    ]
    assert read.options.height == 4


def test_numbers_that_do_not_pair_with_the_names_are_not_used(tmp_path: Path) -> None:
    row = contract_row(supplier="Ett AB; Två AB", supplier_orgnr=orgnr(1))

    read = read_register(canonical_csv(tmp_path / "r.csv", row))

    assert read.suppliers["orgnr"].to_list() == [None, None]
    assert codes(read)["suppliers_differ_in_count"] == 1


def test_a_contract_without_number_gets_one_that_is_the_same_each_time(tmp_path: Path) -> None:
    rows = [contract_row(number="", diarienr="", title=title) for title in ("Ett", "Två")]

    first = read_register(canonical_csv(tmp_path / "1.csv", *rows))
    again = read_register(canonical_csv(tmp_path / "2.csv", contract_row(), *reversed(rows)))

    assert first.contracts["number"].n_unique() == 2
    assert set(first.contracts["number"]) < set(again.contracts["number"])
    assert codes(first)["number_made_up"] == 2


def test_ends_that_make_no_sense_are_kept_and_said(tmp_path: Path) -> None:
    backwards = contract_row(start_date="2025-01-01", initial_end_date="2024-01-01")
    endless = contract_row(number="A-2", initial_end_date="", tills_vidare="ja")
    forgotten = contract_row(number="A-3", initial_end_date="")
    far = contract_row(number="A-4", initial_end_date="9999-12-31")

    read = read_register(canonical_csv(tmp_path / "r.csv", backwards, endless, forgotten, far))

    assert read.contracts.select("initial_end_on", "is_until_further_notice").rows() == [
        (date(2024, 1, 1), False),
        (None, True),
        (None, False),
        (None, True),
    ]
    assert codes(read) == {"end_before_start": 1, "end_missing": 1}


def test_rows_of_one_contract_that_disagree_are_said(tmp_path: Path) -> None:
    read = read_register(canonical_csv(tmp_path / "r.csv", contract_row(title="Ett"), contract_row(title="Två")))

    assert read.contracts["title"].to_list() == ["Ett"]
    assert codes(read) == {"rows_disagree": 1}


def test_invalid_truncated_and_missing_numbers_are_unmatchable_and_counted(tmp_path: Path) -> None:
    numbers = ("556181-9478", "44200", "", orgnr(9))
    rows = [contract_row(number=f"A-{at}", supplier_orgnr=number) for at, number in enumerate(numbers)]

    read = read_register(canonical_csv(tmp_path / "r.csv", *rows))

    assert read.suppliers["orgnr"].to_list() == [None, None, None, orgnr(9)]
    assert codes(read) == {"orgnr_invalid": 2, "supplier_without_orgnr": 3}


def test_a_sole_trader_is_a_pseudonym_before_anything_leaves_the_reader(tmp_path: Path) -> None:
    row = contract_row(supplier_orgnr="640823-3234", supplier="Berit Påhittad", title="Städning, Berit Påhittad")

    read = read_register(canonical_csv(tmp_path / "r.csv", row))

    said = str((read.contracts.to_dicts(), read.suppliers.to_dicts(), read.report, read.errors.to_dicts()))
    assert "Berit" not in said
    assert "640823" not in said
    assert read.report.masked_rows == 1


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file_empty"),
        (b"a;b;c\r\n1;2;3\r\n", "register_header_missing"),
        (b"%PDF-1.4", "pdf_not_read"),
        (b"PK\x03\x04 not really a workbook", "archive_broken"),
        (b"\x00\x01\x02\x03" * 100, "text_unreadable"),
    ],
)
def test_what_is_no_register_is_refused_with_the_reason(content: bytes, code: str, tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    path.write_bytes(content)

    read = read_register(path)

    assert read.report.is_refused
    assert [problem.code for problem in read.report.problems] == [code]
    assert read.contracts.is_empty()


def test_a_register_with_a_header_and_nothing_below_is_refused(tmp_path: Path) -> None:
    read = read_register(canonical_csv(tmp_path / "r.csv"))

    assert read.report.is_refused
    assert "no_rows_taken" in codes(read)


def test_a_contract_without_any_supplier_is_kept_and_said(tmp_path: Path) -> None:
    read = read_register(canonical_csv(tmp_path / "r.csv", contract_row(supplier="", supplier_orgnr="")))

    assert read.contracts.height == 1
    assert codes(read) == {"contract_without_supplier": 1}


cell = st.text(alphabet=st.characters(codec="utf-8", exclude_characters='"\0'), max_size=12)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.dictionaries(st.sampled_from(CANONICAL), cell, max_size=8), max_size=5))
def test_whatever_stands_in_the_cells_every_row_is_accounted_for(rows: list[dict[str, str]], tmp_path: Path) -> None:
    path = canonical_csv(tmp_path / "r.csv", contract_row(), *rows)

    report = read_register(path).report

    assert report.rows_read == report.rows_taken + report.rows_refused + report.total_rows
    assert not report.is_refused


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (("Avtalsnummer", "Avrop från"), [("C-1", "A-1")]),
        (("Avtalsnummer", "Ramavtalsnummer"), [("C-1", "A-1")]),
        (("Avtals-ID", "Överordnat avtal"), [("C-1", "A-1")]),
        (("Ramavtalsnummer", "Anteckning"), []),
    ],
)
def test_the_framework_a_call_off_is_made_under_is_told_by_its_number(
    tmp_path: Path, header: tuple[str, str], expected: list[tuple[str, str]]
) -> None:
    rows = [(*header, "Avtal", "Leverantör", "Startdatum"), ("C-1", "A-1", "Mjölk", "Mejeriet AB", "2024-01-01")]

    read = read_register(workbook(tmp_path / "r.xlsx", {"Blad1": rows}))

    assert read.frameworks.rows() == expected
    assert read.contracts["number"].to_list() == ["C-1"]


def test_the_framework_column_is_found_wherever_it_stands(tmp_path: Path) -> None:
    header = ("Ramavtalsnummer", "Avtalsnummer", "Avtal", "Leverantör", "Startdatum")
    delivered = ("Mejeriet AB", "2024-01-01")
    rows = [header, ("A-1", "C-1", "Mjölk", *delivered), ("", "A-1", "Mat", *delivered)]

    read = read_register(workbook(tmp_path / "r.xlsx", {"Blad1": rows}))

    assert read.frameworks.rows() == [("C-1", "A-1")]

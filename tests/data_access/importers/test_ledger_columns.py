"""The meaning of columns is told by their names and values, and a person may say otherwise."""

import json
from pathlib import Path

import pytest

from data_access.importers.column_names import NAMES
from data_access.importers.columns import normal, propose
from data_access.importers.ledger import read_ledger
from tests.data_access.importers.ledgers import BYGG, column, write

TEXT = "Köpare;Lev;Datum;Summa A;Summa B\nProv;Bygget Prov AB;2026-01-02;100,00;125,00\n"


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LULEAWAY_HOME", str(tmp_path / "home"))


@pytest.mark.parametrize(
    "name", ["Förvaltning", " FÖRVALTNING: ", "forvaltning", "Förvaltning¹", "Förvaltning 1)", "för-valt_ning"]
)
def test_names_are_compared_without_what_varies(name: str) -> None:
    assert normal(name) == "forvaltning"


@pytest.mark.parametrize("meaning", [meaning for meaning in NAMES if meaning != "buyer"])
def test_every_meaning_is_found_by_its_best_name(meaning: str) -> None:
    assert propose([NAMES[meaning][0], "xyzxyz"], [[], []], {}).get(meaning) == 0


def test_no_name_stands_for_two_meanings_at_once() -> None:
    shared = {"expenditurecategory", "categoryinternalname"}  # the finer of the two columns is the account
    names = [name for known in NAMES.values() for name in known if name not in shared]

    assert len(names) == len(set(names))


def test_a_misspelled_name_is_still_found() -> None:
    assert propose(["Leverntör", "Beloopp exkl moms"], [["Prov AB"], ["1,00"]], {}) == {"supplier_name": 0, "amount": 1}


def test_values_of_another_kind_outweigh_a_name() -> None:
    found = propose(["Belopp", "Netto"], [["se bilaga"], ["100,00"]], {})

    assert found == {"amount": 1}


def test_the_net_column_is_taken_where_gross_and_vat_stand_beside_it(tmp_path: Path) -> None:
    path = write(
        tmp_path, "a.csv", "Leverantör;Datum;Belopp inkl moms;Moms;Belopp exkl moms\nProv AB;2026-01-02;125;25;100\n"
    )

    read = read_ledger(path)

    assert read.mapping["amount"] == "Belopp exkl moms"
    assert column(read.frame, "amount_ore") == [10_000]
    assert not read.report.is_gross


def test_gross_less_vat_is_net(tmp_path: Path) -> None:
    read = read_ledger(write(tmp_path, "a.csv", "Leverantör;Datum;Brutto;Moms\nProv AB;2026-01-02;125,10;25,02\n"))

    assert column(read.frame, "amount_ore") == [10_008]
    assert column(read.frame, "is_gross") == [False]


def test_gross_alone_is_taken_and_said_to_be_gross(tmp_path: Path) -> None:
    read = read_ledger(write(tmp_path, "a.csv", "Leverantör;Datum;Belopp inkl. moms\nProv AB;2026-01-02;125,00\n"))

    assert column(read.frame, "is_gross") == [True]
    assert read.report.is_gross
    assert [(p.code, p.column) for p in read.report.problems] == [("amount_is_gross", "Belopp inkl. moms")]


def test_a_person_may_say_what_the_columns_mean(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", TEXT)

    read = read_ledger(path, {"supplier_name": "Lev", "amount": "Summa A"})

    assert column(read.frame, "amount_ore") == [10_000]
    assert read.mapping["supplier_name"] == "Lev"
    assert read.mapping["posted_on"] == "Datum"


def test_a_person_may_say_that_there_is_no_such_column(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", "Leverantör;Datum;Belopp;Avtal\nProv AB;2026-01-02;1,00;Samverkan\n")

    read = read_ledger(path, {"contract_ref": ""})

    assert column(read.frame, "contract_ref") == [None]
    assert "contract_ref" not in read.mapping


@pytest.mark.parametrize("mapping", [{"amount": "Finns ej"}, {"nonsense": "Lev"}])
def test_a_mapping_to_nothing_is_refused(tmp_path: Path, mapping: dict[str, str]) -> None:
    report = read_ledger(write(tmp_path, "a.csv", TEXT), mapping).report

    assert [(p.code, p.column) for p in report.problems] == [("mapping_unknown_column", next(iter(mapping)))]


def test_the_mapping_a_file_got_may_be_given_back(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", "Leverantör;Datum;Belopp\nProv AB;2026-01-02;1,00\n")
    first = read_ledger(path)

    second = read_ledger(path, first.mapping)

    assert second.mapping == first.mapping
    assert second.frame.equals(first.frame)


def test_examples_are_shown_by_column_with_persons_masked(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "a.csv",
        f"Leverantör;Orgnr;Datum;Belopp;Referens\nBygget Prov AB;{BYGG};2026-01-02;1,00;800101-1231\n"
        "Anna Provsson;800101-1231;2026-01-03;2,00;R2\n",
    )

    examples = read_ledger(path).examples

    assert examples["Belopp"] == ["1,00", "2,00"]
    assert examples["Orgnr"] == [BYGG]
    assert examples["Referens"] == ["•••", "R2"]
    assert "Anna" not in json.dumps(examples)


def test_a_file_whose_amount_is_not_found_still_shows_its_columns_to_choose_from(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", "Leverantör;Datum;Kr\nAnna Provsson;2026-01-02;1,00\n")

    read = read_ledger(path)

    assert [p.code for p in read.report.problems] == ["amount_missing"]
    assert read.header == ["Leverantör", "Datum", "Kr"]
    assert read.mapping == {"supplier_name": "Leverantör", "posted_on": "Datum"}
    assert read.examples == {"Leverantör": [], "Datum": ["2026-01-02"], "Kr": ["1,00"]}
    assert column(read_ledger(path, {**read.mapping, "amount": "Kr"}).frame, "amount_ore") == [100]


def test_two_columns_of_one_name_are_told_apart_by_their_place(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", "Leverantör;Datum;Belopp;Belopp;\nProv AB;2026-01-02;1,00;9,00;\n")

    assert column(read_ledger(path).frame, "amount_ore") == [100]


def test_a_preamble_may_be_long_and_wide(tmp_path: Path) -> None:
    preamble = "Leverantörsreskontra;;;;;;\nUttagen: 2026-02-01;;\n\n;;;\nBelopp över 500 kr visas\n"
    path = write(tmp_path, "a.csv", f"{preamble}Leverantör;Datum;Belopp\nProv AB;2026-01-02;1,00\n")

    read = read_ledger(path)

    assert read.report.members[0].header_row == 6
    assert column(read.frame, "row") == [7]


def test_the_report_is_plain_json(tmp_path: Path) -> None:
    report = read_ledger(write(tmp_path, "a.csv", "Leverantör;Datum;Belopp\nProv AB;2026-01-02;1,00\n")).report

    said = json.loads(json.dumps(report.to_json()))

    assert said["amount_sum"] == "1.00"
    assert said["columns"] == {"supplier_name": "Leverantör", "posted_on": "Datum", "amount": "Belopp"}
    assert (said["date_min"], said["date_max"]) == ("2026-01-02", "2026-01-02")
    assert len(said["sha256"]) == 64
    assert said["problems"] == []


def test_an_amount_in_another_currency_is_told(tmp_path: Path) -> None:
    path = write(
        tmp_path, "a.csv", "Leverantör;Datum;Belopp;Valuta\nA AB;2026-01-02;1,00;EUR\nB AB;2026-01-02;1,00;SEK\n"
    )

    assert [(p.code, p.count) for p in read_ledger(path).report.problems] == [("currency_not_sek", 1)]


def test_rows_without_a_day_belong_to_no_month_and_are_counted(tmp_path: Path) -> None:
    path = write(
        tmp_path, "2020-01.csv", "Leverantör;Datum;Belopp\nA AB;2026-01-02;1,00\nB AB;;1,00\nC AB;snart;1,00\n"
    )

    read = read_ledger(path)

    assert column(read.frame, "period") == [202601, None, None]
    assert {(p.code, p.count) for p in read.report.problems} == {("day_unreadable", 1), ("rows_without_day", 2)}

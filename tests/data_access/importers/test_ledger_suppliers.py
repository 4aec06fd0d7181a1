"""Persons leave the reader under pseudonyms only; organisation numbers are told from other numbers."""

import json
import stat
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stdnum.se import orgnr as standard

from data_access.importers import orgnr
from data_access.importers.ledger import ReadLedger, read_ledger
from tests.data_access.importers.ledgers import BYGG, SKOLMAT, STADA, column, write

PERSON, BORN_2005, COORDINATED = "800101-1231", "502281231", "800161-1233"


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LULEAWAY_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("LULEAWAY_SECRET", raising=False)


def read(folder: Path, *suppliers: tuple[str, str], header: str = "Leverantör;Orgnr") -> ReadLedger:
    """A ledger with one line for each name and number."""
    rows = "".join(f"{name};{number};2026-01-{at + 1:02d};100,00\n" for at, (name, number) in enumerate(suppliers))
    return read_ledger(write(folder, "a.csv", f"{header};Datum;Belopp\n{rows}"))


COMPANIES = (("Bygget Prov AB", "402000-0016"), ("Skolmat Prov AB", SKOLMAT))


@pytest.mark.parametrize(
    "number", [PERSON, "8001011231", "19800101-1231", "198001011231", BORN_2005, COORDINATED, "800101"]
)
def test_a_sole_trader_is_given_a_pseudonym(tmp_path: Path, number: str) -> None:
    found = read(tmp_path, *COMPANIES, ("Anna Provsson", number))

    row = found.frame.row(2, named=True)

    assert row["mask_key"].startswith("mask:")
    assert len(row["mask_key"]) == 21
    assert row["supplier_name"] == f"Enskild näringsidkare {row['mask_key'][5:9]}"
    assert (row["supplier_no"], row["orgnr"]) == (None, None)
    assert found.report.masked_rows == 1


def test_nothing_of_a_person_is_left_anywhere(tmp_path: Path) -> None:
    found = read(tmp_path, *COMPANIES, ("Anna Provsson", PERSON), ("A*** P***", "80****"), ("Redacted", "0"))

    everything = found.frame.write_csv() + json.dumps(found.report.to_json()) + repr(found)

    assert "Anna" not in everything
    assert "8001" not in everything.replace("-", "")
    assert "80****" not in everything


def test_the_same_person_has_the_same_pseudonym_in_every_file(tmp_path: Path) -> None:
    first = read(tmp_path, *COMPANIES, ("Anna Provsson", PERSON), ("Anna P", "19800101-1231"))
    second = read(tmp_path, ("Provsson Anna", "8001011231"), *COMPANIES)

    keys = {*first.frame["mask_key"].drop_nulls(), *second.frame["mask_key"].drop_nulls()}

    assert len(keys) == 1


def test_another_secret_gives_another_pseudonym(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = read(tmp_path, *COMPANIES, ("Anna Provsson", PERSON))
    monkeypatch.setenv("LULEAWAY_SECRET", "something else")
    second = read(tmp_path, *COMPANIES, ("Anna Provsson", PERSON))

    assert first.frame["mask_key"][2] != second.frame["mask_key"][2]


def test_the_secret_is_made_once_and_for_its_owner_only(tmp_path: Path) -> None:
    read(tmp_path, *COMPANIES, ("Anna Provsson", PERSON))
    made = (tmp_path / "home" / "secret").read_bytes()
    read(tmp_path, *COMPANIES, ("Anna Provsson", PERSON))

    assert (tmp_path / "home" / "secret").read_bytes() == made
    assert stat.S_IMODE((tmp_path / "home" / "secret").stat().st_mode) == 0o600


def test_a_sole_traders_name_is_masked_on_rows_without_number_too(tmp_path: Path) -> None:
    found = read(tmp_path, *COMPANIES, ("Anna Provsson", PERSON), ("Anna Provsson", ""))

    assert found.frame["mask_key"][2] == found.frame["mask_key"][3]


@pytest.mark.parametrize(
    "name",
    [
        "REDACTED PERSONAL DATA",
        "Redacted",
        "REDACTED - Personal Information",
        "[innehåller personuppgifter]",
        "[Kan innehålla personuppgifter]",
        "*",
        "*****",
        "Privatperson",
        "Sekretess",
    ],
)
def test_a_masked_person_is_recognised_by_its_words(tmp_path: Path, name: str) -> None:
    found = read(tmp_path, *COMPANIES, (name, "0"), ("[innehåller personuppgifter]", ""))

    assert column(found.frame, "supplier_name")[2:] == ["Maskerad leverantör", "Maskerad leverantör"]
    assert found.frame["mask_key"][2] == found.frame["mask_key"][3]
    assert found.report.masked_rows == 2


@pytest.mark.parametrize(
    "name", ["Redactive Prov Ltd", "A*Transport Prov", "Personliga Prov AB", "Skyddsvakt Prov AB", "Private Prov Ltd"]
)
def test_a_company_with_a_name_like_a_mask_is_no_person(tmp_path: Path, name: str) -> None:
    found = read(tmp_path, *COMPANIES, (name, STADA))

    assert column(found.frame, "supplier_name")[2] == name
    assert found.report.masked_rows == 0


@pytest.mark.parametrize("number", ["402000-0016", BYGG, "16402000-0016", f"SE{BYGG}01", f" {BYGG} ", f"{BYGG}.0"])
def test_an_organisation_number_is_read_in_every_writing(tmp_path: Path, number: str) -> None:
    found = read(tmp_path, ("Bygget Prov AB", number), ("Skolmat Prov AB", SKOLMAT))

    assert column(found.frame, "orgnr") == [BYGG, SKOLMAT]


def test_a_foreign_number_keeps_its_country_and_is_never_padded(tmp_path: Path) -> None:
    found = read(tmp_path, *COMPANIES, ("Prov Oy", "FI01148912"))

    row = found.frame.row(2, named=True)

    assert (row["orgnr"], row["country"], row["supplier_no"]) == (None, "FI", "FI01148912")


def test_internal_numbers_are_no_organisation_numbers_even_where_one_looks_like_it(tmp_path: Path) -> None:
    suppliers = [(f"Prov {at} AB", f"90000000{at:02d}") for at in range(9)] + [("Bygget Prov AB", BYGG)]

    found = read(tmp_path, *suppliers, header="Leverantör;Lev.nr")

    assert found.frame["orgnr"].null_count() == 10
    assert found.report.masked_rows == 0


def test_a_vat_number_stands_for_the_supplier_only_where_nothing_else_does(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "a.csv",
        "Supplier Name,Supplier ID,VAT RegNo,Payment Date,Net Amount\n"
        "Prov Ltd,A100,GB812311285,2026-01-01,5.00\nBygget Prov AB,A101,SE402000001601,2026-01-01,5.00\n",
    )

    found = read_ledger(path)

    assert column(found.frame, "supplier_no") == ["A100", "A101"]
    assert column(found.frame, "orgnr") == [None, BYGG]


def test_rows_without_supplier_are_kept_and_counted(tmp_path: Path) -> None:
    found = read(tmp_path, *COMPANIES, ("", ""), ("-", "-"))

    assert column(found.frame, "supplier_name")[2:] == [None, None]
    assert [p.count for p in found.report.problems if p.code == "rows_without_supplier"] == [2]


@settings(deadline=None)
@given(st.from_regex(r"[1-9][0-9][2-9][0-9]{7}", fullmatch=True))
def test_the_check_digit_agrees_with_the_standard_library_of_numbers(number: str) -> None:
    fast = pl.DataFrame({"n": [number]}).select(orgnr.is_legal_person(pl.col("n"))).item()

    assert fast == standard.is_valid(number)


@pytest.mark.parametrize(
    "name",
    [
        "Anna Provsson 8001011231",
        "Anna Provsson 800101 1231",
        "Anna Provsson 19800101 1231",
        "Anna Provsson 800101–1231",
        "8001011231",
        "Provsson (800161-1233)",
    ],
)
def test_a_personal_number_in_a_name_is_found_however_it_is_written(tmp_path: Path, name: str) -> None:
    found = read(tmp_path, *COMPANIES, (name, ""))

    assert found.report.masked_rows == 1
    assert "1231" not in found.frame.write_csv()


def test_ten_digits_in_a_name_that_are_no_personal_number_stand(tmp_path: Path) -> None:
    found = read(tmp_path, *COMPANIES, ("Taxi 0920123456", ""), ("Filial 8001011232", ""))

    assert found.report.masked_rows == 0


def test_a_personal_number_in_a_unit_account_or_category_is_left_out(tmp_path: Path) -> None:
    header = "Leverantör;Datum;Belopp;Förvaltning;Kontotext;Kategori"
    row = "Bygget Prov AB;2026-01-02;5,00;Familjehem 800101-1231;Arvode 19800101-1231, jan;Stöd 198001011231"

    found = read_ledger(write(tmp_path, "a.csv", f"{header}\n{row}\n"))

    assert found.frame.select("unit_name", "account_text", "category_text").row(0) == (
        "Familjehem (personnummer)",
        "Arvode (personnummer), jan",
        "Stöd (personnummer)",
    )


def references_of(folder: Path, number: str, *references: str) -> list[str]:
    """The invoice numbers of a supplier with this number, as they leave the reader."""
    companies = "".join(f"{name};{org};F{at};2026-01-01;100,00\n" for at, (name, org) in enumerate(COMPANIES))
    rows = "".join(f"Anna Provsson;{number};{reference};2026-01-02;100,00\n" for reference in references)
    found = read_ledger(write(folder, "a.csv", f"Leverantör;Orgnr;Fakturanr;Datum;Belopp\n{companies}{rows}"))
    return found.frame["invoice_no"].to_list()[len(COMPANIES) :]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("8001011231", orgnr.HIDDEN),
        ("800101-1231", orgnr.HIDDEN),
        ("198001011231", orgnr.HIDDEN),
        ("19800101-1231", orgnr.HIDDEN),
        ("F8001011231-7", f"F{orgnr.HIDDEN}-7"),
        ("800101 1231 2", f"{orgnr.HIDDEN} 2"),
        ("80-01011231", orgnr.HIDDEN),
        ("0502281231", orgnr.HIDDEN),
    ],
)
def test_a_personal_number_in_a_persons_reference_is_hidden(tmp_path: Path, written: str, shown: str) -> None:
    assert references_of(tmp_path, PERSON, written, "F17") == [shown, "F17"]


def test_a_persons_own_number_is_hidden_though_its_check_digit_is_wrong(tmp_path: Path) -> None:
    assert references_of(tmp_path, "800101-1232", "8001011232") == [orgnr.HIDDEN]


@pytest.mark.parametrize("reference", ["2501150012", "20250115-0012", "F-2025-0117", "1231", "8001011232"])
def test_an_ordinary_reference_of_a_person_stays(tmp_path: Path, reference: str) -> None:
    assert references_of(tmp_path, PERSON, reference) == [reference]


def test_a_companys_reference_stays_whatever_it_looks_like(tmp_path: Path) -> None:
    assert references_of(tmp_path, SKOLMAT, "8001011231") == ["8001011231"]

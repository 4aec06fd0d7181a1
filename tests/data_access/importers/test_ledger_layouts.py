"""Every layout that Swedish publishers deliver comes to the same canonical frame."""

import json
from datetime import date, datetime
from pathlib import Path

import pytest
import xlsxwriter  # type: ignore[import-untyped]

from data_access.importers.ledger import ReadLedger, read_ledger
from tests.data_access.importers.ledgers import BYGG, SKOLMAT, SPEC, STADA, column, write, write_xlsx


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LULEAWAY_HOME", str(tmp_path / "home"))


def codes(read: ReadLedger) -> set[str]:
    """The codes of a report's problems."""
    return {problem.code for problem in read.report.problems}


def test_the_national_specification_1_1_is_read_by_its_fifteen_columns(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "2026-01.csv",
        f"{SPEC}\n"
        f"2120001234,Prov,V1,Bygget Prov AB,{BYGG},4010,Material,1200.50,2026-01-15,Teknik,F1,ramavtal,A-7,2580,\n"
        f"2120001234,Provkommunen,V2,Skolmat Prov AB,{SKOLMAT},5610,Mat,-200.00,2026-01-31,Skola,F2,,,2580,\n",
    )

    read = read_ledger(path)

    assert codes(read) == set()
    assert column(read.frame, "amount_ore") == [120_050, -20_000]
    assert column(read.frame, "orgnr") == [BYGG, SKOLMAT]
    assert column(read.frame, "posted_on") == [date(2026, 1, 15), date(2026, 1, 31)]
    assert column(read.frame, "contract_ref") == ["A-7", None]
    assert column(read.frame, "basis") == ["ramavtal", None]
    assert column(read.frame, "row") == [2, 3]


def test_the_national_specification_1_0_has_twelve_columns_and_is_read_the_same_way(tmp_path: Path) -> None:
    header = (
        "kopare_id,kopare,leverantor,leverantor_id,konto_nr,konto_text,belopp,datum,forvaltning,grund,avtal,kommun_id"
    )
    path = write(
        tmp_path, "a.csv", f"{header}\n1,Prov,Bygget Prov AB,{BYGG},4010,Material,10.00,2020-05-02,Teknik,,,2580\n"
    )

    read = read_ledger(path)

    assert column(read.frame, "amount_ore") == [1000]
    assert column(read.frame, "account_code") == ["4010"]
    assert column(read.frame, "unit_name") == ["Teknik"]
    assert column(read.frame, "period") == [202005]


def test_a_row_whose_values_are_shifted_is_refused_with_row_column_and_reason(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "a.csv",
        f"{SPEC}\n"
        f"2120001234,Prov,V1,Bygget Prov AB,{BYGG},4010,Material,100.00,2026-01-15,Teknik,F1,,,2580,\n"
        f"2120001234,V2,Skolmat Prov AB,{SKOLMAT},5610,Mat,200.00,2026-01-31,Skola,F2,,,2580,\n",
    )

    read = read_ledger(path)

    assert read.errors.rows() == [(None, 3, "belopp", "amount_unreadable")]
    assert (read.report.rows_read, read.report.rows_taken, read.report.rows_refused) == (2, 1, 1)
    assert "rows_refused" in codes(read)


def test_vastra_gotaland_ends_its_lines_with_bare_carriage_returns(tmp_path: Path) -> None:
    header = SPEC.replace("datum", "bokforingsdatum").replace("belopp", "nettobelopp").replace(",", ";")
    path = write(
        tmp_path,
        "a.csv",
        f"{header}\n"
        f"1;REGIONEN;301;Bygget Prov AB;{BYGG};8591;Övrigt;5058332.75;2026-01-07;Fordon;-;;;;\n"
        f"1;REGIONEN;302;Städa Prov AB;{STADA};7599;Tjänst;-14250.00;2026-01-01;Miljö;-;;;;\n",
        ends="\r",
    )

    read = read_ledger(path)

    assert (read.report.separator, read.report.encoding) == (";", "utf-8")
    assert column(read.frame, "amount_ore") == [505_833_275, -1_425_000]
    assert column(read.frame, "invoice_no") == [None, None]
    assert read.mapping["amount"] == "nettobelopp"


def test_goteborg_2026_is_utf_16_with_quoted_decimal_commas(tmp_path: Path) -> None:
    text = (
        f'\ufeff{SPEC}\n1,Göteborgs Stad,V1,Städa Prov AB,{STADA},6110,Städning,"3270,50",2026-03-01,Park,F1,,,1480,\n'
    )
    path = write(tmp_path, "a.csv", text, encoding="utf-16-le", ends="\r\n")

    read = read_ledger(path)

    assert (read.report.separator, read.report.encoding) == (",", "utf-16-le")
    assert column(read.frame, "amount_ore") == [327_050]
    assert column(read.frame, "supplier_name") == ["Städa Prov AB"]


def test_goteborg_2016_to_2025_has_its_month_in_the_file_name_only(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "leverantorsfakturor_2020-01.csv",
        "Förvaltning;Leverantör;Organisationsnummer;Kontotext;Belopp exkl moms\n"
        f"610 - Utbildning;Bygget Prov AB;402000-0016;Läromedel;1 234,56\n"
        f"138 - Hamnen;Skolmat Prov AB;{SKOLMAT};Mat;-1\u00a0000,00\n",
        encoding="cp1252",
    )

    read = read_ledger(path)

    assert read.report.encoding == "cp1252"
    assert column(read.frame, "amount_ore") == [123_456, -100_000]
    assert column(read.frame, "period") == [202001, 202001]
    assert column(read.frame, "unit_code") == ["610", "138"]
    assert column(read.frame, "unit_name") == ["Utbildning", "Hamnen"]
    assert column(read.frame, "orgnr") == [BYGG, SKOLMAT]
    assert "period_from_file_name" in codes(read)


def test_vasteras_is_rowstore_json_with_a_byte_order_mark_in_its_first_key(tmp_path: Path) -> None:
    record = {
        "\ufeffkopare_id": "2120002080",
        "leverantor": "Bygget Prov AB",
        "leverantor_id": "70112",
        "konto_nr": "4010",
        "belopp": "1234,5",
        "datum": "2026-02-03",
    }
    other = {**record, "leverantor": "Städa Prov AB", "leverantor_id": "70113", "belopp": "-10,00"}
    path = write(tmp_path, "a.json", json.dumps({"next": None, "resultCount": 2, "results": [record, other]}))

    read = read_ledger(path)

    assert read.header[0] == "kopare_id"
    assert column(read.frame, "amount_ore") == [123_450, -1000]
    assert column(read.frame, "orgnr") == [None, None]
    assert column(read.frame, "supplier_no") == ["70112", "70113"]


def test_orebro_is_a_workbook_with_account_code_and_text_in_one_cell(tmp_path: Path) -> None:
    path = write_xlsx(
        tmp_path,
        "2026.xlsx",
        {
            "Omslag": [["Leverantörsfakturor 2026"]],
            "Data": [
                ["Datum", "Förvaltning", "Leverantör", "Orgnr", "Fakturanr", "Konto", "Belopp", ""],
                ["2026-01-02", "Skola", "Bygget Prov AB", "402000-0016", "F1", "40110 Material", 1234.56],
                ["2026-01-03", "Skola", "Skolmat Prov AB", "403100-0013", "F2", "56100 Livsmedel", -0.1],
            ],
        },
    )

    read = read_ledger(path)

    assert column(read.frame, "account_code") == ["40110", "56100"]
    assert column(read.frame, "account_text") == ["Material", "Livsmedel"]
    assert column(read.frame, "amount_ore") == [123_456, -10]
    assert column(read.frame, "orgnr") == [BYGG, SKOLMAT]


def test_umea_writes_months_and_masks_persons_with_stars_in_name_and_number(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "a.csv",
        "datum;förvaltning;leverantör;leverantör_id;konto_nr;konto_text;belopp;faktura_nr\n"
        f"202601;Skola;Bygget Prov AB;{BYGG};4010;Material;100,00;F1\n"
        "202602;Skola;A*** P***;800101****;4010;Material;200,00;F2\n",
    )

    read = read_ledger(path)

    assert column(read.frame, "period") == [202601, 202602]
    assert column(read.frame, "posted_on") == [None, None]
    assert column(read.frame, "supplier_name") == ["Bygget Prov AB", "Maskerad leverantör"]
    assert column(read.frame, "supplier_no") == [BYGG, None]
    assert read.report.masked_rows == 1


@pytest.mark.parametrize("mask", ["[innehåller personuppgifter]", "[Kan innehålla personuppgifter]"])
def test_varberg_and_boras_mask_persons_with_words(tmp_path: Path, mask: str) -> None:
    rows: list[list[object]] = [
        [*SPEC.split(",")],
        [1, "BORÅS STAD", "V1", mask, 0, 4010, "Material", 100, "2026-01-15", "Skola", "F1", "", "", 1490, ""],
        [1, "BORÅS STAD", "V2", "Bygget Prov AB", 4020000016, 4010, "Material", 5.5, "2026-01-16", "Skola", "F2"],
    ]
    path = write_xlsx(tmp_path, "a.xlsx", {"Blad1": rows})

    read = read_ledger(path)

    assert column(read.frame, "supplier_name") == ["Maskerad leverantör", "Bygget Prov AB"]
    assert column(read.frame, "supplier_no") == [None, BYGG]
    assert column(read.frame, "amount_ore") == [10_000, 550]


def test_bjurholm_has_eighty_nine_columns_and_days_as_whole_numbers(tmp_path: Path) -> None:
    known = ["Organisationsnr", "Levnamn", "Fakturabelopp", "Fakturadatum", "Betalningsdatum", "Utbet.enhet"]
    filler = [f"Fält {number}" for number in range(83)]
    values = [4020000016, "Bygget Prov AB", 1250.0, 20260115, 20260214, "Tekniska"]
    path = write_xlsx(
        tmp_path, "a.xlsx", {"Sheet0": [[*filler[:40], *known, *filler[40:]], [*[0] * 40, *values, *[0] * 43]]}
    )

    read = read_ledger(path)

    assert len(read.header) == 89
    assert column(read.frame, "invoiced_on") == [date(2026, 1, 15)]
    assert column(read.frame, "paid_on") == [date(2026, 2, 14)]
    assert column(read.frame, "amount_ore") == [125_000]
    assert column(read.frame, "unit_name") == ["Tekniska"]
    assert column(read.frame, "orgnr") == [BYGG]
    assert "amount_vat_unclear" in codes(read)


def test_huddinge_keeps_lines_whose_organisation_number_is_cut(tmp_path: Path) -> None:
    header = (
        "T;Period;Organisationsnr.;Lev.nr;Lev.nr(T);VT;Ver.nr;Ansvar;Ansvar(T);Projekt;Verks;Aktiv;Motpart;Objekt;"
        "Ver.datum;Konto;Konto(T);Belopp"
    )
    path = write(
        tmp_path,
        "a.csv",
        f"{header}\n"
        "L;202512;402000-0016;1001;Bygget Prov AB;LF;90001;3110;Kök;;;;;;2026-01-05;56110;Mat;-13,50\n"
        "L;202512;403100-00;1002;Skolmat Prov AB;LF;90002;3110;Kök;;;;;;2025-12-31;56110;Mat;20,00\n"
        "L;202512;404200-0010;1003;Städa Prov AB;LF;90003;3120;Vakt;;;;;;2025-12-31;61100;Städ;20,00\n",
    )

    read = read_ledger(path)

    assert column(read.frame, "orgnr") == [BYGG, None, STADA]
    assert column(read.frame, "supplier_name") == ["Bygget Prov AB", "Skolmat Prov AB", "Städa Prov AB"]
    assert column(read.frame, "supplier_no") == ["1001", "1002", "1003"]
    assert column(read.frame, "unit_code") == ["3110", "3110", "3120"]
    assert column(read.frame, "unit_name") == ["Kök", "Kök", "Vakt"]
    assert column(read.frame, "account_text") == ["Mat", "Mat", "Städ"]
    assert column(read.frame, "period") == [202512, 202512, 202512]
    assert [problem.count for problem in read.report.problems if problem.code == "orgnr_invalid"] == [1]


def test_our_own_layout_has_every_column_of_the_import_contract(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "a.csv",
        "leverantor_id;leverantor;belopp;datum;konto_nr;konto_text;enhet_kod;enhet;fakturanummer;fakturadatum;"
        "forfallodatum;betaldatum;leveransdatum;orderdatum;ordernummer;avtalsnummer;artikelnummer;antal;enhetspris;"
        "fakturaformat;tvistig;kategori\n"
        f"{BYGG};Bygget Prov AB;500,00;2026-01-20;4010;Material;310;Kök;F1;2026-01-10;2026-02-09;2026-02-05;"
        "2026-01-08;2026-01-05;B-1;A-7;ART9;2,5;200,00;peppol;ja;Byggmaterial\n",
    )

    row = read_ledger(path).frame.row(0, named=True)

    assert (row["unit_code"], row["unit_name"]) == ("310", "Kök")
    assert (row["due_on"], row["paid_on"]) == (date(2026, 2, 9), date(2026, 2, 5))
    assert (row["delivered_on"], row["ordered_on"]) == (date(2026, 1, 8), date(2026, 1, 5))
    assert (row["order_ref"], row["contract_ref"], row["article_no"]) == ("B-1", "A-7", "ART9")
    assert (row["quantity"], row["unit_price_ore"]) == (2.5, 20_000)
    assert (row["invoice_format"], row["is_disputed"], row["category_text"]) == ("peppol", True, "Byggmaterial")


def test_real_dates_and_numbers_in_a_workbook_are_read_as_such(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Leverantör", "Orgnr", "Datum", "Fakturadatum", "Belopp"])
        sheet.write_row(1, 0, ["Bygget Prov AB", 4020000016])
        sheet.write_datetime(1, 2, datetime(2026, 1, 15), book.add_format({"num_format": "yyyy-mm-dd"}))  # noqa: DTZ001
        sheet.write_number(1, 3, 46_037)
        sheet.write_number(1, 4, 0.1 + 0.2)

    read = read_ledger(path)

    assert column(read.frame, "posted_on") == [date(2026, 1, 15)]
    assert column(read.frame, "invoiced_on") == [date(2026, 1, 15)]
    assert column(read.frame, "orgnr") == [BYGG]
    assert column(read.frame, "amount_ore") == [30]
    assert codes(read) == set()

# ruff: noqa: E501  (tables read best as tables)
"""The contract registers that are really handed out, as hand-written files with invented suppliers."""

from datetime import date, datetime
from pathlib import Path

import pytest

from data_access.importers.register import ReadRegister, read_register, recognises
from data_access.recognising import recognise
from tests.data_access.importers.registers import orgnr, workbook

DAY = date(2024, 1, 1)


def codes(read: ReadRegister) -> set[str]:
    return {problem.code for problem in read.report.problems}


def reconciles(read: ReadRegister) -> bool:
    report = read.report
    return report.rows_read == report.rows_taken + report.rows_refused + report.total_rows


def goteborg(folder: Path) -> Path:
    header = (
        "Avtalsnummer_Original",
        "Leverantörsnamn_Original",
        "Leverantör_Organisationsnummer_Original",
        "Avtalstyp",
        "Beställningsgrupp",
        "Delområden",
        "Startdatum_Avtal",
        "Slutdatum_Avtal",
        "Slutdatum_Avtal_Max",
        "Avtalsförlängning_Avtal",
        "Rangordning",
    )
    rows = [
        header,
        ("2021-1", "Pappersbruket AB", orgnr(1), "Ramavtal", "Kontorsmaterial", "Papper", DAY, date(2025, 12, 31), date(2027, 12, 31), "12+12 mån", 1),
        ("2021-1", "Kuvertboden HB_x000D_", orgnr(2), "Ramavtal", "Kontorsmaterial", "Kuvert", DAY, date(2025, 12, 31), date(2027, 12, 31), "12+12 mån", 2.0),
        ("2021-2", "Städarna AB", orgnr(3), "Kontrakt", "Städ", None, 20240101, "2025-12-31 00:00:00", "2026-12-31", 0.0, 0.0),
    ]  # fmt: skip
    return workbook(folder / "goteborg.xlsx", {"Blad1": rows})


def huddinge(folder: Path) -> Path:
    header = ("Diarie", "Kategori", "Varugrupp", "Undergrupp", "Fr.o.m.", "T.o.m.", "Leverantör", "Orgnr")
    live = [
        header,
        ("HKF 2023/7", "Måltid", "Livsmedel", "Mejeri", DAY, None, "Mjölkbolaget AB", orgnr(1)),
        ("HKF 2023/7", "Måltid", "Livsmedel", "Mejeri", DAY, None, "Ystboden AB", orgnr(2)),
    ]
    expired = [
        header,
        ("HKF 2018/2", "Teknik", "Fordon", "Bilar", date(2018, 1, 1), date(2021, 12, 31), "Bilarna AB", orgnr(3)),
    ]
    return workbook(folder / "huddinge.xlsx", {"Blad1": live, "Blad2": expired})


def bjurholm(folder: Path) -> Path:
    header = (
        "Organisation",
        "Diarie",
        "Kategori",
        "Varugrupp",
        "Fr.o.m.",
        "T.o.m.",
        "Leverantör",
        "Orgnr",
        "Avtalsform",
    )
    form = "Rangordnat avtal Rang:3 Gräns då konkurrensutsättning inträder 1000000 kr"
    rows = [
        ("Avtalsstatistik",),
        ("Uttaget 2026-01-02",),
        (),
        header,
        ("Exempelkommunen", "2024-9", "Bygg", "El", "2024-01-01", "Tills vidare", "Elmontören AB", orgnr(4), form),
        ("Exempelkommunen", "2024-8", "Bygg", "VVS", "2024-01-01", "2023-01-01", "Rörarna AB", "442000", "Direktupphandling"),
    ]  # fmt: skip
    return workbook(folder / "bjurholm.xlsx", {"Statistik": rows})


def grastorp(folder: Path) -> Path:
    rows = [
        ("Exempelkommunens avtal",),
        ("Avtal", "Leverantör", "Avtalstyp", "Avtalsperiod"),
        ("Skolskjuts", "Bussbolaget AB", "Tjänsteavtal", "2019-06-01 - 2026-09-30"),
        ("Skolskjuts", "Bussbolaget AB", "Tjänsteavtal", "2012-06-01 - 2019-05-31"),
        ("Larm", "Larmarna AB", "Ramavtal", "2020-01-01 -"),
    ]
    return workbook(folder / "grastorp.xlsx", {"Blad1": [("Läs mig",)], "Blad2": rows})


def jonkoping(folder: Path) -> Path:
    path = folder / "jonkoping.csv"
    lines = [
        "Titel;Referens;Handläggare;Startdatum;Slutdatum;Leverantör;Värde",
        "Konsulter;Ks/2024:17;Upphandling;2024-03-01 00:00;2026-02-28 00:00;Konsulterna AB;1 500 000,00",
        "Möbler;Ks/2024:18;Upphandling;2024-13-01 00:00;2026-02-28 00:00;Möblerna AB;ca en miljon",
    ]
    path.write_bytes("\r\n".join(lines).encode("cp1252"))
    return path


def kammarkollegiet(folder: Path) -> Path:
    header = ("Ramavtalsområde", "Delområde", "Avtalsnummer", "Diarienummer", "Leverantör", "Organisationsnummer", "Giltigt fr.o.m.", "Giltigt t.o.m.")  # fmt: skip
    rows = [
        header,
        ("IT-konsulter", "Utveckling", "23.3-1-20", "23.3-1-20", "Koden AB (f.d. Programmen AB)", orgnr(5), DAY, date(2026, 1, 1)),
        ("IT-konsulter", "Drift", "23.3-1-20", "23.3-1-20", "Koden AB (f.d. Programmen AB)", orgnr(5), DAY, date(2027, 1, 1)),
        ("IT-konsulter", "Drift", "23.3-1-20", "23.3-1-20", "Koodi Oy", "FI01148912", DAY, date(2027, 1, 1)),
        ("Resor", "Flyg", None, "23.3-2-21", "Flygarna AB", orgnr(6), DAY, date(2027, 1, 1)),
    ]  # fmt: skip
    return workbook(folder / "kammarkollegiet.xlsx", {"Alla": rows})


@pytest.mark.parametrize("make", [goteborg, huddinge, bjurholm, grastorp, jonkoping, kammarkollegiet])
def test_every_layout_is_a_register_and_its_rows_reconcile(make, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    path = make(tmp_path)

    read = read_register(path)

    assert recognises(path)
    assert recognise(path) == "register"
    assert reconciles(read)
    assert read.report.rows_refused == 0
    assert not read.report.is_refused


def test_goteborg_gives_suppliers_with_ranks_and_options_from_free_text(tmp_path: Path) -> None:
    read = read_register(goteborg(tmp_path))

    assert read.contracts.select("number", "type", "start_on", "initial_end_on").rows() == [
        ("2021-1", "ramavtal", DAY, date(2025, 12, 31)),
        ("2021-2", "kontrakt", DAY, date(2025, 12, 31)),
    ]
    assert read.suppliers.select("number", "name", "orgnr", "rank").rows() == [
        ("2021-1", "Pappersbruket AB", orgnr(1), 1),
        ("2021-1", "Kuvertboden HB", orgnr(2), 2),
        ("2021-2", "Städarna AB", orgnr(3), None),
    ]
    assert read.options.select("number", "length_months", "mode").rows() == [
        ("2021-1", 12, "buyer"),
        ("2021-1", 12, "buyer"),
        ("2021-2", 12, "buyer"),
    ]
    assert read.scope.select("number", "category", "above").rows() == [
        ("2021-1", "Papper", ["Kontorsmaterial"]),
        ("2021-1", "Kuvert", ["Kontorsmaterial"]),
        ("2021-2", "Städ", []),
    ]
    assert {"option_mode_assumed", "option_from_max_end"} <= codes(read)


def test_huddinge_gives_live_and_expired_contracts_and_an_open_end_is_still_running(tmp_path: Path) -> None:
    read = read_register(huddinge(tmp_path))

    assert read.contracts.select("title", "initial_end_on", "is_until_further_notice").rows() == [
        ("Måltid, Livsmedel, Mejeri", None, True),
        ("Teknik, Fordon, Bilar", date(2021, 12, 31), False),
    ]
    assert read.contracts["number"].str.starts_with("HKF 20").all()
    assert read.suppliers["name"].to_list() == ["Mjölkbolaget AB", "Ystboden AB", "Bilarna AB"]
    assert [(member.name, member.rows_read) for member in read.report.members] == [("Blad1", 2), ("Blad2", 1)]
    assert {"end_open", "number_made_up"} <= codes(read)


def test_bjurholm_gives_the_rank_in_the_free_text_and_never_its_limit_as_a_ceiling(tmp_path: Path) -> None:
    read = read_register(bjurholm(tmp_path))

    assert read.suppliers["rank"].to_list() == [3, None]
    assert read.contracts.select("type", "ceiling_ore", "is_until_further_notice").rows() == [
        ("ramavtal", None, True),
        ("direkt", None, False),
    ]
    assert read.report.members[0].header_row == 4
    assert {"end_before_start", "orgnr_invalid", "supplier_without_orgnr"} <= codes(read)
    assert read.errors.select("row", "reason").rows() == [(6, "orgnr_invalid")]


def test_grastorp_gives_both_ends_of_the_period_and_says_that_nothing_can_be_matched(tmp_path: Path) -> None:
    read = read_register(grastorp(tmp_path))

    assert read.contracts.select("title", "start_on", "initial_end_on").rows() == [
        ("Skolskjuts", date(2019, 6, 1), date(2026, 9, 30)),
        ("Skolskjuts", date(2012, 6, 1), date(2019, 5, 31)),
        ("Larm", date(2020, 1, 1), None),
    ]
    assert read.contracts["number"].n_unique() == 3
    assert [problem.count for problem in read.report.problems if problem.code == "supplier_without_orgnr"] == [3]
    assert "sheet_skipped" in codes(read)


def test_jonkoping_gives_days_from_cells_with_a_time_and_a_value_that_is_no_ceiling(tmp_path: Path) -> None:
    read = read_register(jonkoping(tmp_path))

    assert read.report.encoding == "cp1252"
    assert read.contracts.select("registration_number", "start_on", "estimated_value_ore", "ceiling_ore").rows() == [
        ("Ks/2024:17", date(2024, 3, 1), 150_000_000, None),
        ("Ks/2024:18", None, None, None),
    ]
    assert read.errors.select("row", "column", "reason").rows() == [
        (3, "Startdatum", "date_unreadable"),
        (3, "Värde", "amount_unreadable"),
    ]


def test_kammarkollegiet_gives_one_contract_of_many_rows_with_foreign_and_former_names(tmp_path: Path) -> None:
    read = read_register(kammarkollegiet(tmp_path))

    assert read.report.rows_read == 4
    assert read.contracts.select("title", "initial_end_on").rows() == [
        ("IT-konsulter", date(2027, 1, 1)),
        ("Resor", date(2027, 1, 1)),
    ]
    assert read.suppliers.select("name", "orgnr", "country", "foreign_id", "former_name").rows() == [
        ("Koden AB", orgnr(5), None, None, "Programmen AB"),
        ("Koodi Oy", None, "FI", "FI01148912", None),
        ("Flygarna AB", orgnr(6), None, None, None),
    ]
    assert "dates_differ" in codes(read)


def test_a_pdf_is_refused_with_a_reason_that_says_what_to_ask_for(tmp_path: Path) -> None:
    path = tmp_path / "avtal.pdf"
    path.write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")

    read = read_register(path)

    assert recognise(path) == "register"
    assert [(problem.code, problem.is_fatal) for problem in read.report.problems] == [("pdf_not_read", True)]


def test_days_with_and_without_time_in_one_column_are_the_same_day(tmp_path: Path) -> None:
    header = ("Avtalsnummer", "Titel", "Leverantör", "Startdatum", "Slutdatum")
    starts = (
        date(2024, 1, 1),
        datetime(2024, 1, 1, 13, 5),  # noqa: DTZ001
        "2024-01-01",
        "2024-01-01 00:00:00",
        20240101,
        "20240101",
        45292,
        "1/1/2024",
    )
    rows = [header, *((f"A-{at}", "Titel", "Företaget AB", start, None) for at, start in enumerate(starts))]

    read = read_register(workbook(tmp_path / "days.xlsx", {"Blad1": rows}))

    assert read.contracts["start_on"].to_list() == [DAY] * len(starts)

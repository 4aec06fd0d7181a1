"""Each kind of file is told from the others, taken, and taken away again, through the one way in."""

from pathlib import Path

import pytest
from sqlalchemy import Engine, func, select

from data_access import importing
from data_access.engine import reading
from data_access.queries.imports import list_imports
from data_access.tables import metadata
from tests.data_access.takes import NOW

LEDGER = "leverantor;leverantor_id;konto_nr;belopp;datum;avtal\nAcme AB;456000-0006;5410;10,00;2026-10-01;A1\n"
REGISTER = (
    "number;title;supplier_orgnr;supplier;type;start_date;initial_end_date;ceiling_sek\n"
    "A1;Kontorsmaterial;456000-0006;Acme AB;ramavtal;2026-01-01;2027-12-31;1000000\n"
)
CPV = "cpv,label_sv,label_en\n30192000,Kontorsmaterial,Office supplies\n"
STATISTICS = "År;Namn för köpare;Upphandlings-ID;Kontrakterat värde (summa)\n2021;LULEÅ KOMMUN;KA1;250000\n"
FILES = {"ledger": LEDGER, "register": REGISTER, "cpv": CPV, "statistics": STATISTICS}
TABLES = {"register": "contract", "cpv": "cpv_code", "statistics": "market_statistic"}


def file_of(kind: str, folder: Path) -> Path:
    path = folder / f"{kind}.csv"
    path.write_text(FILES[kind], encoding="utf-8")
    return path


def rows_in(table: str) -> int:
    with reading() as connection:
        return connection.execute(select(func.count()).select_from(metadata.tables[table])).scalar_one()


@pytest.mark.parametrize("kind", FILES)
def test_a_file_is_recognised_by_what_it_holds(kind: str, tmp_path: Path) -> None:
    assert importing.recognise(file_of(kind, tmp_path)) == kind


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"PK\x03\x04", b"\x1f\x8b", b'{"a":', b'"' * 70_000, b"\r" * 9])
def test_recognising_garbage_never_fails(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "garbage"
    path.write_bytes(content)

    assert importing.recognise(path) == "ledger"


@pytest.mark.parametrize("kind", TABLES)
def test_a_kind_is_taken_once_and_taken_away_again(database: Engine, tmp_path: Path, kind: str) -> None:
    path = file_of(kind, tmp_path)
    seen = importing.preview(path)

    taken = importing.take(path, "Kim", NOW)
    again = importing.take(path, "Kim", NOW)

    assert (seen.kind, seen.state, seen.report.rows_taken) == (kind, "new", 1)
    assert (taken.kind, taken.state, again.state) == (kind, "taken", "unchanged")
    assert rows_in(TABLES[kind]) == 1

    importing.undo(taken.import_id, "Kim", NOW)

    with reading(database) as connection:
        assert list_imports(connection)["state"].to_list() == ["undone"]
    assert rows_in(TABLES[kind]) == 0


def test_a_register_and_a_ledger_meet_in_one_supplier(database: Engine, tmp_path: Path) -> None:
    importing.take(file_of("ledger", tmp_path), "Kim", NOW)

    importing.take(file_of("register", tmp_path), "Kim", NOW)

    assert rows_in("supplier") == 1


def test_a_real_ledger_is_stored_to_the_ore(sqlite_database: Engine, real_data: Path) -> None:
    taken = importing.take(real_data / "ledgers/uk/leeds/2011-12.raw.csv", "Kim", NOW)

    with reading() as connection:
        stored = list_imports(connection).row(0, named=True)
    assert (taken.report.total_rows, stored["rows_taken"], stored["amount_ore"]) == (1, 9953, 7_891_771_050)

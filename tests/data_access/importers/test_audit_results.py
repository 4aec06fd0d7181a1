"""A file of audit results: read, matched with our suppliers, taken once, and taken out again exactly."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import polars as pl
import pytest
from sqlalchemy import Engine, insert, select

from data_access import importing
from data_access.engine import reading, writing
from data_access.errors import Refused
from data_access.importers import audit_results
from data_access.queries.imports import list_imports
from data_access.queries.supplier_word import read_audit_results
from data_access.tables.follow_up import audit_result
from data_access.tables.imports import import_row_error
from data_access.tables.suppliers import supplier
from data_access.taking import NotTaken
from data_access.writes.suppliers import write_supplier_keys
from tests.data_access.takes import NOW

HEADER = "Orgnr;Leverantör;Resultat;Datum;Referens;Källa"
ACME, BETA = "556000-0001", "556000-0019"

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """A file of these lines."""

    def written(*lines: str, header: str = HEADER, name: str = "resultat.csv") -> Path:
        path = tmp_path / name
        path.write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")
        return path

    return written


@pytest.fixture
def suppliers(database: Engine) -> dict[str, int]:
    """Two companies."""
    met = pl.DataFrame(
        {
            "key": ["orgnr:5560000001", "orgnr:5560000019"],
            "kind": ["orgnr", "orgnr"],
            "name": ["Acme AB", "Beta Städ AB"],
            "orgnr": ["5560000001", "5560000019"],
            "country": ["SE", "SE"],
            "supplier_no": [None, None],
            "lines": [1, 1],
        },
        schema_overrides={"supplier_no": pl.String},
    )
    with writing() as connection:
        write_supplier_keys(connection, met)
        return {str(row.name): int(row.id) for row in connection.execute(select(supplier))}


def stored() -> list[tuple[int, str, str, date, str | None]]:
    with reading() as connection:
        rows = read_audit_results(connection)
    return rows.select("supplier_id", "source", "result", "assessed_on", "reference").rows()


def test_a_file_is_read_in_swedish_and_in_english(write: Write) -> None:
    swedish = audit_results.read(write(f"{ACME};;Grön;2026-10-01;https://adda.se/1;Adda"))
    english = audit_results.read(write(f"{ACME};red;1/10/2026", header="Org no;Result;Date"))

    assert swedish.frame.select("orgnr", "result", "assessed_on", "reference", "source").rows() == [
        ("5560000001", "green", date(2026, 10, 1), "https://adda.se/1", "Adda")
    ]
    assert english.frame.select("result", "assessed_on", "source").rows() == [
        ("red", date(2026, 10, 1), "Hållbarhetskollen")
    ]


def test_bad_rows_are_refused_with_their_row_and_column(write: Write) -> None:
    read = audit_results.read(
        write(f"{ACME};;lila;2026-10-01;;", f"{ACME};;röd;i går;;", ";;gul;2026-10-01;;", f"{ACME};;gul;;;")
    )

    assert read.errors.select("row", "column", "reason").rows() == [
        (2, "Resultat", "audit_result_unreadable"),
        (3, "Datum", "audit_day_unreadable"),
        (4, "Orgnr", "audit_supplier_missing"),
        (5, "Datum", "audit_day_unreadable"),
    ]
    assert (read.report.rows_read, read.report.rows_taken, read.report.rows_refused) == (4, 0, 4)


def test_a_file_without_the_columns_is_no_file_of_audit_results(write: Write) -> None:
    path = write("Acme AB;2026-01-01", header="Leverantör;Datum")

    assert not audit_results.recognises(path)
    assert audit_results.read(path).report.is_refused


def test_a_contract_register_is_still_a_register(write: Write) -> None:
    path = write(
        "A1;Kontorsmaterial;456000-0006;Acme AB;ramavtal;2026-01-01;2027-12-31",
        header="number;title;supplier_orgnr;supplier;type;start_date;initial_end_date",
    )

    assert importing.recognise(path) == "register"


def test_a_look_says_what_a_take_does_and_writes_nothing(suppliers: dict[str, int], write: Write) -> None:
    path = write(f"{ACME};;grön;2026-10-01;;", "556000-0027;;röd;2026-10-01;;", ";Beta Städ AB;gul;2026-09-01;;")

    seen = importing.preview(path)

    assert (seen.kind, seen.state, seen.report.rows_taken, seen.report.rows_refused) == ("audits", "new", 2, 1)
    unknown = next(one for one in seen.report.problems if one.code == "audit_supplier_unknown")
    assert (unknown.row, unknown.column) == (3, "Orgnr")
    assert stored() == []


def test_rows_that_cannot_be_taken_stop_the_file_until_somebody_leaves_them_out(
    suppliers: dict[str, int], write: Write
) -> None:
    path = write(f"{ACME};;grön;2026-10-01;;", "556000-0027;;röd;2026-10-01;;")

    with pytest.raises(NotTaken, match="rows_refused"):
        importing.take(path, "Kim", NOW)
    assert stored() == []
    importing.take(path, "Kim", NOW, accept_errors=True)

    with reading() as connection:
        errors = connection.execute(select(import_row_error.c.row, import_row_error.c.reason)).all()
    assert [tuple(one) for one in errors] == [(3, "audit_supplier_unknown")]
    assert stored() == [(suppliers["Acme AB"], "Hållbarhetskollen", "green", date(2026, 10, 1), None)]


def test_the_same_file_twice_changes_nothing_and_undoing_takes_it_out(suppliers: dict[str, int], write: Write) -> None:
    path = write(f"{ACME};;grön;2026-10-01;R1;", f"{BETA};;röd;2026-10-02;R2;")

    taken = importing.take(path, "Kim", NOW)
    again = importing.take(path, "Kim", NOW)

    assert (taken.state, again.state, len(stored())) == ("taken", "unchanged", 2)
    importing.undo(taken.import_id, "Kim", NOW)
    with reading() as connection:
        assert list_imports(connection)["state"].to_list() == ["undone"]
    assert stored() == []


def test_a_name_alone_is_enough_but_never_against_a_number(suppliers: dict[str, int], write: Write) -> None:
    lines = (
        ";Acme  ab.;grön;2026-10-01;;",
        "556000-0027;Acme AB;röd;2026-10-02;;",
        "55-1;Beta Städ AB;gul;2026-10-03;;",
    )

    importing.take(write(*lines), "Kim", NOW, accept_errors=True)

    expected = [(suppliers["Acme AB"], "green"), (suppliers["Beta Städ AB"], "yellow")]
    assert [(row[0], row[2]) for row in stored()] == expected


def test_a_file_without_rows_is_read_and_says_so(suppliers: dict[str, int], write: Write) -> None:
    seen = importing.preview(write())

    assert (seen.kind, seen.report.rows_read, seen.report.rows_taken) == ("audits", 0, 0)


def test_a_workbook_is_taken_as_a_csv_file_is(suppliers: dict[str, int], tmp_path: Path) -> None:
    path = tmp_path / "resultat.xlsx"
    rows = pl.DataFrame({"Orgnr": [ACME], "Resultat": ["Gul"], "Datum": [date(2026, 10, 1)], "Referens": ["R1"]})
    rows.write_excel(path)

    taken = importing.take(path, "Kim", NOW)

    assert taken.kind == "audits"
    assert stored() == [(suppliers["Acme AB"], "Hållbarhetskollen", "yellow", date(2026, 10, 1), "R1")]


def test_undoing_one_of_two_files_keeps_what_the_other_says_too(suppliers: dict[str, int], write: Write) -> None:
    first = importing.take(write(f"{ACME};;grön;2026-10-01;;", name="a.csv"), "Kim", NOW)
    both = write(f"{ACME};;grön;2026-10-01;;", f"{BETA};;gul;2026-10-01;;", name="b.csv")
    second = importing.take(both, "Kim", NOW)

    importing.undo(first.import_id, "Kim", NOW)
    kept = len(stored())
    importing.undo(second.import_id, "Kim", NOW)

    assert (kept, stored()) == (2, [])


def test_what_was_noted_by_hand_is_neither_changed_nor_undone(suppliers: dict[str, int], write: Write) -> None:
    noted = {"supplier_id": suppliers["Acme AB"], "source": "Hållbarhetskollen", "result": "red"}
    by_hand = noted | {"assessed_on": date(2026, 10, 1), "recorded_by": "anna", "recorded_at": NOW}
    with writing() as connection:
        connection.execute(insert(audit_result).values(**by_hand))

    same = importing.take(write(f"{ACME};;röd;2026-10-01;;", name="same.csv"), "Kim", NOW)
    importing.undo(same.import_id, "Kim", NOW)
    other = importing.preview(write(f"{ACME};;grön;2026-10-01;;", name="other.csv"))

    assert [row[2] for row in stored()] == ["red"]
    assert [one.code for one in other.report.problems] == ["rows_refused", "audit_result_differs"]


def test_two_rows_that_disagree_are_not_both_taken(suppliers: dict[str, int], write: Write) -> None:
    path = write(f"{ACME};;grön;2026-10-01;;", f"{ACME};;röd;2026-10-01;;", f"{ACME};;grön;2026-10-01;;")

    importing.take(path, "Kim", NOW, accept_errors=True)

    assert [row[2] for row in stored()] == ["green"]


def test_a_day_to_come_stops_the_file(suppliers: dict[str, int], write: Write) -> None:
    path = write(f"{ACME};;grön;2027-10-01;;")

    with pytest.raises(Refused, match="audit_day_ahead"):
        importing.take(path, "Kim", NOW, accept_errors=True)
    assert stored() == []


def test_a_sole_traders_number_and_name_are_never_kept(sqlite_database: Engine, write: Write) -> None:
    read = audit_results.read(write("700101-1238;Nils Nilsson;röd;2026-10-01;700101-1238;"))

    assert read.frame["mask_key"].str.starts_with("mask:").all()
    assert "700101" not in str(read.frame.to_dicts())
    assert "Nils" not in str(read.frame.to_dicts())

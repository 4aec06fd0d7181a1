"""From a file to the ledger: the same twice, corrected, undone, refused, and looked at without a trace."""

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, func, select

from data_access import importing, taking
from data_access.engine import reading
from data_access.errors import Refused
from data_access.queries.edition import read_edition
from data_access.queries.imports import list_imports, read_row_errors
from data_access.tables import metadata
from data_access.tables.imports import import_file
from tests.data_access.takes import NOW, stored_amounts

HEADER = "leverantor;leverantor_id;konto_nr;konto_text;belopp;datum;forvaltning;fakturanummer"
ROWS = (
    "Acme AB;456000-0006;5410;Förbrukning;100,00;2026-10-01;Kansli;F1",
    "Brännö Bygg AB;456000-0014;5420;Program;-25,50;2026-10-02;Kansli;F2",
)
BAD_ROW = "Acme AB;456000-0006;5410;Förbrukning;mycket;2026-10-03;Kansli;F3"


def ledger_file(folder: Path, *rows: str, name: str = "reskontra.csv") -> Path:
    path = folder / name
    path.write_text("\n".join((HEADER, *(rows or ROWS))) + "\n", encoding="utf-8")
    return path


def count_rows() -> dict[str, int]:
    with reading() as connection:
        return {
            table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in metadata.sorted_tables
        }


def test_a_file_taken_is_in_the_ledger_to_the_ore(database: Engine, tmp_path: Path) -> None:
    taken = importing.take(ledger_file(tmp_path), "Kim", NOW)

    assert (taken.kind, taken.state) == ("ledger", "taken")
    assert stored_amounts() == [-25_50, 100_00]


def test_the_same_file_twice_changes_nothing(database: Engine, tmp_path: Path) -> None:
    path = ledger_file(tmp_path)
    first = importing.take(path, "Kim", NOW)
    with reading(database) as connection:
        before = read_edition(connection)

    second = importing.take(path, "Kim", NOW)

    with reading(database) as connection:
        assert read_edition(connection) == before
    assert (second.state, second.import_id, second.report.rows_taken) == ("unchanged", first.import_id, 2)


def test_the_same_file_twice_is_not_even_read(
    database: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = ledger_file(tmp_path)
    importing.take(path, "Kim", NOW)
    monkeypatch.setattr(importing, "read_ledger", None)

    assert importing.take(path, "Kim", NOW).state == "unchanged"


def test_the_same_bytes_under_another_name_change_nothing(database: Engine, tmp_path: Path) -> None:
    importing.take(ledger_file(tmp_path), "Kim", NOW)

    second = importing.take(ledger_file(tmp_path, name="kopia.csv"), "Kim", NOW)

    assert second.state == "unchanged"


def test_a_corrected_file_replaces_its_earlier_version(database: Engine, tmp_path: Path) -> None:
    importing.take(ledger_file(tmp_path), "Kim", NOW)

    second = importing.take(ledger_file(tmp_path, ROWS[0]), "Kim", NOW)

    assert second.state == "replaced"
    assert stored_amounts() == [100_00]


def test_a_file_taken_again_after_undo_stands_once(database: Engine, tmp_path: Path) -> None:
    path = ledger_file(tmp_path)
    importing.undo(importing.take(path, "Kim", NOW).import_id, "Kim", NOW)

    again = importing.take(path, "Kim", NOW)

    assert again.state == "taken"
    assert len(stored_amounts()) == 2


def test_the_rows_of_an_undone_file_are_gone_and_the_other_stays(database: Engine, tmp_path: Path) -> None:
    gone = importing.take(ledger_file(tmp_path), "Kim", NOW)
    importing.take(ledger_file(tmp_path, ROWS[0], name="other.csv"), "Kim", NOW)

    importing.undo(gone.import_id, "Kim", NOW)

    assert stored_amounts() == [100_00]


def test_a_preview_writes_nothing_at_all(database: Engine, tmp_path: Path) -> None:
    importing.take(ledger_file(tmp_path, ROWS[0]), "Kim", NOW)
    before = count_rows()

    seen = importing.preview(ledger_file(tmp_path))

    assert (seen.state, seen.report.rows_taken) == ("replaces", 2)
    assert count_rows() == before
    assert stored_amounts() == [100_00]


def test_a_preview_of_a_file_that_stands_says_so(database: Engine, tmp_path: Path) -> None:
    path = ledger_file(tmp_path)
    taken = importing.take(path, "Kim", NOW)

    seen = importing.preview(path)

    assert (seen.state, seen.replaces_id) == ("unchanged", taken.import_id)


def test_refused_rows_refuse_the_file_until_a_person_accepts_them(database: Engine, tmp_path: Path) -> None:
    path = ledger_file(tmp_path, *ROWS, BAD_ROW)

    with pytest.raises(importing.NotTaken, match="rows_refused") as refused:
        importing.take(path, "Kim", NOW)

    assert refused.value.report.rows_refused == 1
    assert count_rows()["import_file"] == 0
    assert stored_amounts() == []


def test_accepted_refused_rows_are_kept_with_row_and_reason(database: Engine, tmp_path: Path) -> None:
    taken = importing.take(ledger_file(tmp_path, *ROWS, BAD_ROW), "Kim", NOW, accept_errors=True)

    with reading(database) as connection:
        errors = read_row_errors(connection, taken.import_id)
        stored = list_imports(connection).row(0, named=True)
    assert errors.select("row", "column").rows() == [(4, "belopp")]
    assert (stored["rows_read"], stored["rows_taken"], stored["rows_refused"]) == (3, 2, 1)


def test_a_missing_file_is_refused_by_name(database: Engine, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="file_missing"):
        importing.take(tmp_path / "none.csv", "Kim", NOW)


def test_the_same_lines_in_another_layout_are_warned_of(database: Engine, tmp_path: Path) -> None:
    first = importing.take(ledger_file(tmp_path), "Kim", NOW)
    other = tmp_path / "annan_layout.csv"
    other.write_text("\n".join(row.replace(";", "\t") for row in (HEADER, *ROWS)), encoding="utf-8")

    seen = importing.preview(other)

    assert [problem.count for problem in seen.report.problems if problem.code == "looks_taken"] == [first.import_id]


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", b"PK\x03\x04broken", b"%PDF-1.7", b"hej", b'{"results":'])
def test_garbage_is_refused_and_leaves_no_trace(sqlite_database: Engine, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "garbage.csv"
    path.write_bytes(content)

    with pytest.raises(Refused):
        importing.take(path, "Kim", NOW)

    assert count_rows()["import_file"] == 0


def test_progress_goes_from_nothing_to_all(sqlite_database: Engine, tmp_path: Path) -> None:
    seen: list[float] = []

    importing.take(ledger_file(tmp_path), "Kim", NOW, progress=lambda _step, share: seen.append(share))

    assert seen == sorted(seen)
    assert (seen[0], seen[-1]) == (0.0, 1.0)


def test_no_name_of_a_masked_person_is_stored(sqlite_database: Engine, tmp_path: Path) -> None:
    importing.take(
        ledger_file(tmp_path, "Anna Svensson;19800101-1239;5410;Arvode;10,00;2026-10-01;Kansli;F1"), "K", NOW
    )

    with reading() as connection:
        names = connection.execute(select(metadata.tables["supplier_alias"].c.name)).scalars().all()
    assert not any("Svensson" in name for name in names)


def test_a_file_that_somebody_else_took_meanwhile_is_not_taken_again(
    database: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = ledger_file(tmp_path)
    others: list[importing.Taken] = []

    def late(*given: Any) -> Any:
        monkeypatch.setattr(importing, "take_ledger", taking.take_ledger)
        others.append(importing.take(path, "Robin", NOW))
        return taking.take_ledger(*given)

    monkeypatch.setattr(importing, "take_ledger", late)

    mine = importing.take(path, "Kim", NOW)

    assert others[0].state == "taken"
    assert (mine.state, mine.import_id) == ("unchanged", others[0].import_id)


def test_a_file_named_after_a_person_is_remembered_without_the_number(database: Engine, tmp_path: Path) -> None:
    importing.take(ledger_file(tmp_path, name="reskontra_800101-1231.csv"), "Kim", NOW, source="800101-1231")

    with reading() as connection:
        stored = connection.execute(select(import_file)).mappings().one()

    assert "1231" not in " ".join(map(str, (stored["file_name"], stored["source"], stored["report"])))

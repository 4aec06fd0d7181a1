"""A register and a ledger through the one way in: it does not matter which comes first."""

from datetime import datetime
from itertools import permutations
from pathlib import Path

import pytest
from sqlalchemy import Engine, select

from data_access.engine import reading
from data_access.importing import preview, take, undo
from data_access.queries.contracts import read_contracts
from data_access.tables.categories import category
from data_access.tables.contracts import contract, contract_scope, contract_supplier
from data_access.tables.organisation import org_unit
from data_access.tables.suppliers import match_proposal, supplier
from tests.data_access.importers.registers import canonical_csv, contract_row, orgnr

NOW = datetime(2026, 11, 22, 12)  # noqa: DTZ001  (stored without a zone)


def ledger(folder: Path) -> Path:
    path = folder / "reskontra.csv"
    lines = [
        "Datum;Förvaltning;Leverantör;Organisationsnummer;Konto;Kontotext;Belopp",
        f"2026-01-05;Skolan;Norrbygg AB;{orgnr(1)};6410;Livsmedel;1000,00",
        f"2026-01-06;Omsorgen;Pappersbruket AB;{orgnr(2)};6420;Papper;2000,00",
    ]
    path.write_text("\r\n".join(lines), encoding="utf-8")
    return path


def register(folder: Path) -> Path:
    rows = [
        contract_row(number="A-1", supplier="Norrbygg AB", supplier_orgnr=orgnr(1), units="Skolan"),
        contract_row(number="A-2", supplier="PAPPERSBRUKET AB", supplier_orgnr="", units="Omsorgen"),
        contract_row(number="A-3", supplier="Pappersbruk AB", supplier_orgnr=""),
    ]
    return canonical_csv(folder / "register.csv", *rows)


def summary(database: Engine) -> list[list[tuple[object, ...]]]:
    """What the database says, in names: who supplies what, where, and who is proposed."""
    joined = contract.join(contract_supplier).join(supplier)
    placed = contract.join(contract_scope).join(category).outerjoin(org_unit)
    queries = (
        select(contract.c.number, supplier.c.orgnr).select_from(joined),
        select(contract.c.number, category.c.name, org_unit.c.name).select_from(placed),
        select(match_proposal.c.name, supplier.c.orgnr).join(supplier),
    )
    with reading(database) as connection:
        return [sorted((tuple(row) for row in connection.execute(query)), key=str) for query in queries]


@pytest.mark.parametrize("order", list(permutations((0, 1))))
def test_a_register_before_or_after_the_ledger_comes_to_the_same(
    order: tuple[int, ...], database: Engine, tmp_path: Path
) -> None:
    files = (register(tmp_path), ledger(tmp_path))

    for at in order:
        take(files[at], "test", NOW)

    assert summary(database) == [
        [("A-1", orgnr(1)), ("A-2", orgnr(2))],
        [("A-1", "Livsmedel", "Skolan"), ("A-2", "Livsmedel", "Omsorgen"), ("A-3", "Livsmedel", None)],
        [("Pappersbruk AB", orgnr(2))],
    ]


def test_a_dry_run_of_a_register_changes_nothing_and_an_undone_one_is_gone(database: Engine, tmp_path: Path) -> None:
    path = register(tmp_path)

    seen = preview(path)
    with reading(database) as connection:
        before = read_contracts(connection).height
    taken = take(path, "test", NOW)
    undo(taken.import_id, "test", NOW)
    with reading(database) as connection:
        after = read_contracts(connection).height
    again = take(path, "test", NOW)

    assert (seen.kind, seen.state, seen.report.rows_read) == ("register", "new", 3)
    assert (before, after) == (0, 0)
    assert again.state == "taken"
    assert len(summary(database)[0]) == 1

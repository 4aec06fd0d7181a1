"""Names that are nearly the same, proposals and their answers, merges and their undoing."""

from datetime import date, datetime
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, Engine, insert, select

from data_access.engine import reading, writing
from data_access.errors import Conflict, Refused
from data_access.importing import take
from data_access.matching import FLOOR, core_name, near_matches
from data_access.queries.contracts import read_contract_suppliers
from data_access.queries.matching import read_match_proposals, read_merged_into
from data_access.tables.contracts import contract, contract_supplier
from data_access.tables.procurements import bid, procurement
from data_access.tables.suppliers import supplier, supplier_alias, supplier_merge
from data_access.writes.matching import accept_proposal, dismiss_proposal, match_again
from data_access.writes.merging import merge, undo_merge
from tests.data_access.importers.registers import canonical_csv, contract_row

NOW = datetime(2026, 11, 22, 12)  # noqa: DTZ001  (stored without a zone)
TODAY = date(2026, 11, 22)
KNOWN = pl.DataFrame(
    {"supplier_id": [1, 1, 2, 3], "name": ["Norrbygg AB", "Norrbyggarna i Luleå", "Sydbygg AB", "Pappersbruket HB"]}
)


def suppliers(connection: Connection, count: int = 3) -> None:
    """Suppliers 1, 2, … each with a number alias and a name alias."""
    rows = range(1, count + 1)
    connection.execute(insert(supplier), [{"id": n, "name": f"Bolag {n} AB"} for n in rows])
    aliases = [
        {"id": 2 * n - at, "supplier_id": n, "key": key, "name": f"Bolag {n} AB", "kind": kind}
        for n in rows
        for at, (key, kind) in enumerate(((f"orgnr:442000000{n}", "orgnr"), (f"name:bolag {n} ab", "name")))
    ]
    connection.execute(insert(supplier_alias), aliases)


def links(connection: Connection) -> object:
    """Everything that points at a supplier."""
    tables = (supplier_alias, contract_supplier, bid)
    return [
        sorted(tuple(row) for row in connection.execute(select(table.c.supplier_id, table.c.id))) for table in tables
    ]


def contracts_of(connection: Connection) -> list[tuple[object, ...]]:
    """Each contract's suppliers with what the link says."""
    columns = (contract_supplier.c.contract_id, contract_supplier.c.supplier_id, contract_supplier.c.rank)
    return sorted(tuple(row) for row in connection.execute(select(*columns)))


@pytest.mark.parametrize(
    "name",
    ["NORRBYGG AKTIEBOLAG", "Norrbygg  AB (publ)", "AB Norrbygg", "Norrbygg, AB", "Norrbygg AB (f.d. Västbygg AB)"],
)
def test_company_forms_marks_case_and_former_names_make_no_difference(name: str) -> None:
    found = near_matches(pl.Series([name]), KNOWN)

    assert core_name(name) == "norrbygg"
    assert found.row(0) == (name, 1, 100.0)


def test_names_that_differ_in_what_tells_them_apart_are_not_proposed() -> None:
    found = near_matches(pl.Series(["Sydsten AB", "AB", "Bygg"]), KNOWN)

    assert found.is_empty()


def test_a_small_slip_is_proposed_best_first() -> None:
    found = near_matches(pl.Series(["Papersbruket HB"]), KNOWN)

    assert found["supplier_id"].to_list() == [3]
    assert found["score"].is_between(FLOOR, 99.9).all()


@given(st.lists(st.text(max_size=15), max_size=6))
def test_any_names_give_scores_in_range_and_at_most_three_a_name(names: list[str]) -> None:
    found = near_matches(pl.Series(names, dtype=pl.String), KNOWN)

    assert found["score"].is_between(FLOOR, 100).all()
    assert found.is_empty() or found.group_by("name").len()["len"].max() <= 3  # type: ignore[operator]


def near_register(folder: Path) -> Path:
    rows = [contract_row(number="A-1", supplier="Norrbygg AB")]
    rows += [contract_row(number=f"A-{n}", supplier_orgnr="", supplier="Norrbygg Aktiebolag") for n in (2, 3)]
    return canonical_csv(folder / "near.csv", *rows)


def test_an_accepted_proposal_links_every_contract_with_the_name_and_is_remembered(
    database: Engine, tmp_path: Path
) -> None:
    take(near_register(tmp_path), "test", NOW)
    with writing(database) as connection:
        proposal = read_match_proposals(connection).row(0, named=True)
        accept_proposal(connection, proposal["id"], "Inköp", NOW)

    later = canonical_csv(
        tmp_path / "2.csv", contract_row(number="A-4", supplier_orgnr="", supplier="NORRBYGG AKTIEBOLAG")
    )
    take(later, "test", NOW)

    with reading(database) as connection:
        linked, proposals = read_contract_suppliers(connection), read_match_proposals(connection)
    assert linked["supplier_id"].to_list() == [proposal["supplier_id"]] * 4
    assert proposals["state"].to_list() == ["accepted"]


def test_a_dismissed_proposal_is_never_made_again(database: Engine, tmp_path: Path) -> None:
    take(near_register(tmp_path), "test", NOW)

    with writing(database) as connection:
        dismiss_proposal(connection, read_match_proposals(connection).item(0, "id"), "Inköp", NOW)
        new = match_again(connection)
        proposals = read_match_proposals(connection)
        linked = read_contract_suppliers(connection)

    assert new == 0
    assert proposals["state"].to_list() == ["dismissed"]
    assert linked.height == 1


def test_a_proposal_is_answered_once(database: Engine, tmp_path: Path) -> None:
    take(near_register(tmp_path), "test", NOW)

    with writing(database) as connection:
        proposal_id = read_match_proposals(connection).item(0, "id")
        accept_proposal(connection, proposal_id, "Inköp", NOW)
        with pytest.raises(Conflict, match="proposal_answered"):
            dismiss_proposal(connection, proposal_id, "Ekonomi", NOW)


def test_a_merge_moves_everything_and_undoing_it_moves_exactly_that_back(database: Engine) -> None:
    with writing(database) as connection:
        suppliers(connection)
        connection.execute(insert(contract), [{"id": n, "number": f"A-{n}", "title": "t"} for n in (1, 2)])
        pairs = [(1, 1, 2), (1, 2, 1), (2, 1, None)]
        connection.execute(
            insert(contract_supplier), [{"contract_id": c, "supplier_id": s, "rank": rank} for c, s, rank in pairs]
        )
        connection.execute(insert(procurement).values(id=1, title="t"))
        connection.execute(insert(bid), [{"procurement_id": 1, "lot": 1, "supplier_id": 1, "has_won": True}])
        before = (links(connection)[0], links(connection)[2], contracts_of(connection))  # type: ignore[index]

        merge_id = merge(connection, 1, 2, "Inköp", TODAY)
        during, into = contracts_of(connection), read_merged_into(connection)
        later = {"supplier_id": 2, "key": "name:senare", "name": "Senare", "kind": "name"}
        connection.execute(insert(supplier_alias).values(id=90, **later))
        undo_merge(connection, merge_id, TODAY)
        after = (links(connection)[0], links(connection)[2], contracts_of(connection))  # type: ignore[index]

    assert during == [(1, 2, 1), (2, 2, None)]
    assert into == {1: 2}
    assert after == (sorted([*before[0], (2, 90)]), *before[1:])


def test_a_merge_that_another_builds_upon_is_undone_after_it(database: Engine) -> None:
    with writing(database) as connection:
        suppliers(connection)
        before = links(connection)
        first = merge(connection, 1, 2, "Inköp", TODAY)
        second = merge(connection, 2, 3, "Inköp", TODAY)
        chain = read_merged_into(connection)

        with pytest.raises(Refused, match="merge_built_upon"):
            undo_merge(connection, first, TODAY)
        undo_merge(connection, second, TODAY)
        undo_merge(connection, first, TODAY)
        after = links(connection)
        with pytest.raises(Conflict, match="merge_undone"):
            undo_merge(connection, first, TODAY)

    assert chain == {1: 3, 2: 3}
    assert after == before


def test_a_merge_with_itself_with_nobody_or_with_one_merged_away_is_refused(database: Engine) -> None:
    with writing(database) as connection:
        suppliers(connection)
        merge(connection, 1, 2, "Inköp", TODAY)

        for pair, code in (
            ((2, 2), "merge_with_itself"),
            ((2, 99), "supplier_unknown"),
            ((3, 1), "supplier_merged_away"),
        ):
            with pytest.raises(Refused, match=code):
                merge(connection, *pair, "Inköp", TODAY)
        merges = connection.execute(select(supplier_merge.c.id)).all()

    assert len(merges) == 1


def test_a_register_taken_after_a_merge_meets_the_supplier_it_became(database: Engine, tmp_path: Path) -> None:
    first = canonical_csv(
        tmp_path / "1.csv", contract_row(), contract_row(number="A-2", supplier="B AB", supplier_orgnr="442000-0020")
    )
    take(first, "test", NOW)
    with writing(database) as connection:
        one, other = connection.execute(select(supplier.c.id).order_by(supplier.c.id)).scalars()
        merge(connection, one, other, "Inköp", TODAY)

    take(canonical_csv(tmp_path / "2.csv", contract_row(title="Ny")), "test", NOW)

    with reading(database) as connection:
        linked = read_contract_suppliers(connection)
    assert linked["supplier_id"].to_list() == [other, other]


def test_a_supplier_that_comes_later_is_linked_by_its_saved_name_or_proposed(database: Engine, tmp_path: Path) -> None:
    rows = [
        contract_row(number=f"A-{n}", supplier_orgnr="", supplier=f"Bolag {n} {form}")
        for n, form in ((1, "AB"), (2, "Aktiebolag"))
    ]
    take(canonical_csv(tmp_path / "1.csv", *rows), "test", NOW)
    with writing(database) as connection:
        suppliers(connection, 2)
        proposed = match_again(connection)
        again = match_again(connection)

    with reading(database) as connection:
        linked, proposals = read_contract_suppliers(connection), read_match_proposals(connection)
    assert (proposed, again) == (1, 0)
    assert linked["supplier_id"].to_list() == [1]
    assert proposals.select("name", "supplier_id").rows() == [("Bolag 2 Aktiebolag", 2)]

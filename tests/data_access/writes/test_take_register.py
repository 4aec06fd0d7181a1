"""A register taken into SQL, taken again, changed and undone, on both databases."""

from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, insert, select

from data_access.engine import reading, writing
from data_access.errors import Refused
from data_access.importers.register import read_register
from data_access.queries.categories import read_categories
from data_access.queries.contracts import (
    read_contract_options,
    read_contract_scope,
    read_contract_suppliers,
    read_contracts,
)
from data_access.queries.matching import read_match_proposals
from data_access.queries.register import read_states
from data_access.queries.suppliers import read_supplier_aliases, read_suppliers
from data_access.tables.contracts import contract
from data_access.tables.follow_up import follow_up_plan
from data_access.tables.organisation import org_unit
from data_access.writes.imports import write_import
from data_access.writes.register import RegisterTaken, complete_registers, take_register, undo_register
from tests.data_access.importers.registers import canonical_csv, contract_row, orgnr, workbook

NOW = datetime(2026, 11, 22, 12)  # noqa: DTZ001  (stored without a zone)


def take(connection: Connection, path: Path) -> tuple[int, RegisterTaken]:
    read = read_register(path)
    import_id = write_import(
        connection,
        kind="register",
        source="register",
        file_name=path.name,
        sha256=read.report.sha256,
        at=NOW,
        who="test",
        report=read.report.to_json(),
    )
    return import_id, take_register(connection, read, import_id, NOW)


def test_a_register_becomes_contracts_with_options_scope_and_suppliers(database: Engine, tmp_path: Path) -> None:
    path = canonical_csv(tmp_path / "r.csv", contract_row(units="Skolan"))

    with writing(database) as connection:
        connection.execute(insert(org_unit).values(id=5, code="S", name="Skolan", type="forvaltning"))
        _, taken = take(connection, path)

    with reading(database) as connection:
        contracts, options = read_contracts(connection), read_contract_options(connection)
        scope, suppliers = read_contract_scope(connection), read_contract_suppliers(connection)
        companies, categories = read_suppliers(connection), read_categories(connection)
    assert (taken.added, taken.changed, taken.unchanged, taken.problems) == (1, 0, 0, ())
    assert contracts.select("number", "title", "type", "ceiling_ore").row(0) == (
        "A-1",
        "Livsmedel",
        "ramavtal",
        1_000_000_000,
    )
    assert options.select("sequence", "length_months", "mode", "call_deadline_months").rows() == [
        (1, 12, "buyer", 6),
        (2, 12, "mutual", 6),
    ]
    assert scope.select("category_id", "unit_id").rows() == [(categories.item(0, "id"), 5)]
    assert suppliers["supplier_id"].to_list() == companies["id"].to_list()
    assert companies.item(0, "orgnr") == "4420000012"
    assert categories.select("owner_team", "spend_class").row(0) == (None, None)


def test_the_same_register_twice_changes_nothing(database: Engine, tmp_path: Path) -> None:
    path = canonical_csv(tmp_path / "r.csv", contract_row(), contract_row(number="A-2", supplier="Annan AB"))

    with writing(database) as connection:
        take(connection, path)
        before = read_states(connection, ["A-1", "A-2"])
        ids = read_contracts(connection)["id"].to_list()
        _, again = take(connection, path)
        after = read_states(connection, ["A-1", "A-2"])
        same_ids = read_contracts(connection)["id"].to_list()

    assert (again.added, again.changed, again.unchanged) == (0, 0, 2)
    assert [{**one, "import_id": None} for one in before.values()] == [
        {**one, "import_id": None} for one in after.values()
    ]
    assert ids == same_ids


def test_undo_in_any_order_leaves_what_the_other_imports_say(database: Engine, tmp_path: Path) -> None:
    first = canonical_csv(tmp_path / "1.csv", contract_row(title="Ett"), contract_row(number="A-2"))
    second = canonical_csv(tmp_path / "2.csv", contract_row(title="Två", options=""), contract_row(number="A-3"))

    with writing(database) as connection:
        one, _ = take(connection, first)
        two, taken = take(connection, second)
        undo_register(connection, one, NOW, "test")
        after_first = read_states(connection, ["A-1", "A-2", "A-3"])
        undo_register(connection, two, NOW, "test")
        after_both = read_states(connection, ["A-1", "A-2", "A-3"])

    assert (taken.added, taken.changed) == (1, 1)
    assert after_first.keys() == {"A-1", "A-3"}
    assert after_first["A-1"]["contract"]["title"] == "Två"
    assert after_first["A-1"]["options"] == []
    assert after_both == {}


def test_undoing_the_later_import_brings_the_earlier_values_back(database: Engine, tmp_path: Path) -> None:
    first = canonical_csv(tmp_path / "1.csv", contract_row(title="Ett"))
    second = canonical_csv(tmp_path / "2.csv", contract_row(title="Två", options="", supplier_orgnr=orgnr(7)))

    with writing(database) as connection:
        take(connection, first)
        before = read_states(connection, ["A-1"])
        two, _ = take(connection, second)
        undo_register(connection, two, NOW, "test")
        after = read_states(connection, ["A-1"])

    assert after == before


def test_a_contract_somebody_has_built_upon_is_not_undone(database: Engine, tmp_path: Path) -> None:
    path = canonical_csv(tmp_path / "r.csv", contract_row())

    with writing(database) as connection:
        one, _ = take(connection, path)
        contract_id = connection.execute(select(contract.c.id)).scalar_one()
        connection.execute(
            insert(follow_up_plan).values(contract_id=contract_id, method="moten", planned_on=NOW.date())
        )

        with pytest.raises(Refused, match="contract_in_use"):
            undo_register(connection, one, NOW, "test")


def test_scope_in_an_unknown_unit_waits_until_a_ledger_names_the_unit(database: Engine, tmp_path: Path) -> None:
    path = canonical_csv(tmp_path / "r.csv", contract_row(units="Skolan; Omsorgen"))

    with writing(database) as connection:
        take(connection, path)
        connection.execute(insert(org_unit).values(id=5, code="S", name="SKOLAN", type="forvaltning"))
        complete_registers(connection)
        complete_registers(connection)
        scope = read_contract_scope(connection)
        _, again = take(connection, path)
        same = read_contract_scope(connection)

    assert scope["unit_id"].to_list() == [5]
    assert again.unchanged == 1
    assert same["unit_id"].to_list() == [5]


def test_an_unknown_unit_leaves_its_scope_out_and_is_said(database: Engine, tmp_path: Path) -> None:
    path = canonical_csv(tmp_path / "r.csv", contract_row(units="Okänd förvaltning"))

    with writing(database) as connection:
        _, taken = take(connection, path)
        scope = read_contract_scope(connection)

    assert scope.is_empty()
    assert [(problem.code, problem.count) for problem in taken.problems] == [("unit_unknown", 1)]


def test_a_contract_without_number_of_its_supplier_is_kept_and_only_proposed(database: Engine, tmp_path: Path) -> None:
    known = contract_row()
    near = contract_row(number="A-2", supplier_orgnr="", supplier="Exempelmat Aktiebolag")
    path = canonical_csv(tmp_path / "r.csv", known, near)

    with writing(database) as connection:
        _, taken = take(connection, path)
        contracts, links = read_contracts(connection), read_contract_suppliers(connection)
        proposals = read_match_proposals(connection)

    assert contracts.height == 2
    assert links["contract_id"].to_list() == contracts.filter(number="A-1")["id"].to_list()
    assert proposals.select("name", "state").rows() == [("Exempelmat Aktiebolag", "open")]
    assert taken.problems[0].code == "supplier_proposed"


def test_a_saved_alias_matches_where_no_number_is_given(database: Engine, tmp_path: Path) -> None:
    first = canonical_csv(tmp_path / "1.csv", contract_row(supplier="Nya Exempelmat AB (f.d. Gamla Maten AB)"))
    second = canonical_csv(tmp_path / "2.csv", contract_row(number="A-2", supplier_orgnr="", supplier="GAMLA MATEN AB"))

    with writing(database) as connection:
        take(connection, first)
        take(connection, second)
        links, aliases = read_contract_suppliers(connection), read_supplier_aliases(connection)

    assert links["supplier_id"].n_unique() == 1
    assert links.height == 2
    assert set(aliases["key"]) == {"orgnr:4420000012", "name:nya exempelmat ab", "name:gamla maten ab"}


def test_no_personal_number_and_no_name_of_a_sole_trader_reaches_the_database(database: Engine, tmp_path: Path) -> None:
    row = contract_row(supplier_orgnr="640823-3234", supplier="Berit Påhittad", title="Städ av Berit Påhittad")
    path = canonical_csv(tmp_path / "r.csv", row, {**row, "number": ""})

    with writing(database) as connection:
        take(connection, path)
        dump = " ".join(
            str(row) for table in contract.metadata.sorted_tables for row in connection.execute(select(table))
        )

    assert "640823" not in dump
    assert "Påhittad" not in dump
    assert "mask:" in dump


def test_categories_in_several_columns_become_a_tree_and_the_narrowest_is_the_scope(
    database: Engine, tmp_path: Path
) -> None:
    header = ("Diarie", "Kategori", "Varugrupp", "Undergrupp", "Fr.o.m.", "Leverantör")
    paths = [("Måltid", "Livsmedel", "Mejeri"), ("Mejeri", "Livsmedel", "Måltid"), ("Måltid", "Livsmedel", "")]
    rows = [header, *((f"D-{at}", *path, "2024-01-01", "Maten AB") for at, path in enumerate(paths))]

    with writing(database) as connection:
        take(connection, workbook(tmp_path / "r.xlsx", {"Blad1": rows}))
        categories, scope = read_categories(connection), read_contract_scope(connection)

    ids = dict(categories.select("name", "id").iter_rows())
    assert dict(categories.select("name", "parent_id").iter_rows()) == {
        "Måltid": None,
        "Livsmedel": ids["Måltid"],
        "Mejeri": ids["Livsmedel"],
    }
    assert scope["category_id"].to_list() == [ids["Mejeri"], ids["Måltid"], ids["Livsmedel"]]


def frameworks(connection: Connection) -> dict[str, str | None]:
    rows = read_contracts(connection).select("id", "number", "framework_id").rows()
    numbers = {at: number for at, number, _ in rows}
    return {number: numbers.get(above) for _, number, above in rows}


def test_a_call_off_is_tied_to_its_framework_whichever_row_comes_first(database: Engine, tmp_path: Path) -> None:
    path = canonical_csv(tmp_path / "r.csv", contract_row(number="C-1", type="avrop", framework="A-1"), contract_row())

    with writing(database) as connection:
        _, taken = take(connection, path)
        first = frameworks(connection)
        _, again = take(connection, path)

    assert first == {"C-1": "A-1", "A-1": None}
    assert (taken.problems, again.unchanged, again.changed) == ((), 2, 0)


def test_a_framework_nobody_knows_is_said_and_found_when_the_register_is_read_again(
    database: Engine, tmp_path: Path
) -> None:
    row = contract_row(number="C-1", type="avrop", framework="A-1")

    with writing(database) as connection:
        _, taken = take(connection, canonical_csv(tmp_path / "r.csv", row))
        alone = frameworks(connection)
        take(connection, canonical_csv(tmp_path / "a.csv", contract_row()))
        _, again = take(connection, canonical_csv(tmp_path / "r2.csv", row, contract_row(number="B-1")))
        found = frameworks(connection)

    assert [(problem.code, problem.count) for problem in taken.problems] == [("framework_unknown", 1)]
    assert alone == {"C-1": None}
    assert again.problems == ()
    assert found == {"C-1": "A-1", "A-1": None, "B-1": None}


def test_undoing_the_register_that_told_of_the_framework_takes_both_away(database: Engine, tmp_path: Path) -> None:
    path = canonical_csv(tmp_path / "r.csv", contract_row(), contract_row(number="C-1", framework="A-1"))

    with writing(database) as connection:
        import_id, _ = take(connection, path)
        undo_register(connection, import_id, NOW, "test")
        left = read_contracts(connection)

    assert left.is_empty()


def test_a_framework_that_a_call_off_of_another_register_stands_under_cannot_be_undone(
    database: Engine, tmp_path: Path
) -> None:
    with writing(database) as connection:
        above, _ = take(connection, canonical_csv(tmp_path / "a.csv", contract_row()))
        take(connection, canonical_csv(tmp_path / "r.csv", contract_row(number="C-1", framework="A-1")))

        with pytest.raises(Refused, match="contract_in_use"):
            undo_register(connection, above, NOW, "test")


def test_undoing_only_what_tied_them_leaves_both_contracts_untied(database: Engine, tmp_path: Path) -> None:
    with writing(database) as connection:
        take(connection, canonical_csv(tmp_path / "a.csv", contract_row(), contract_row(number="C-1")))
        tied, _ = take(connection, canonical_csv(tmp_path / "r.csv", contract_row(number="C-1", framework="A-1")))
        before = frameworks(connection)
        undo_register(connection, tied, NOW, "test")

        assert before == {"A-1": None, "C-1": "A-1"}
        assert frameworks(connection) == {"A-1": None, "C-1": None}

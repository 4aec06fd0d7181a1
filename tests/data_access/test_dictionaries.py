"""Names and codes of a file become ids: the known is found, the new added, and two are never made one silently."""

from typing import Any

from sqlalchemy import Engine, select

from data_access.engine import writing
from data_access.resolving import resolve
from data_access.tables.organisation import org_unit
from data_access.tables.suppliers import supplier, supplier_alias
from tests.data_access.lines import file_rows

ACME = {"orgnr": "4560000006", "supplier_name": "Acme AB"}


def suppliers_of(database: Engine, *rows: dict[str, Any], source: str = "reskontra") -> list[int | None]:
    """Takes the rows as a file; gives each row's supplier id, in the file's order."""
    with writing(database) as connection:
        lines = resolve(connection, file_rows(*rows), source).sort("row")
        stored = connection.execute(select(supplier_alias.c.id, supplier_alias.c.supplier_id))
        aliases = {row.id: row.supplier_id for row in stored}
    return [aliases.get(alias) for alias in lines["alias_id"]]


def test_one_organisation_number_is_one_supplier_whatever_the_name(database: Engine) -> None:
    first, second = suppliers_of(database, ACME, ACME | {"supplier_name": "ACME Aktiebolag"})

    assert first == second


def test_a_second_file_finds_the_supplier_again(database: Engine) -> None:
    (before,) = suppliers_of(database, ACME)

    (after,) = suppliers_of(database, ACME)

    assert after == before


def test_a_name_alone_finds_the_supplier_that_bears_it(database: Engine) -> None:
    (numbered,) = suppliers_of(database, ACME)

    (named,) = suppliers_of(database, {"supplier_name": "acme  ab."})

    assert named == numbered


def test_a_name_alone_in_the_same_file_finds_the_numbered_supplier(database: Engine) -> None:
    numbered, named = suppliers_of(database, ACME, {"supplier_name": "ACME AB"})

    assert named == numbered


def test_a_name_that_two_numbers_bear_belongs_to_neither(database: Engine) -> None:
    other = {"orgnr": "4560000014", "supplier_name": "Acme AB"}

    one, two, named = suppliers_of(database, ACME, other, {"supplier_name": "Acme AB"})

    assert len({one, two, named}) == 3


def test_a_supplier_known_by_name_gets_its_number_when_it_is_seen(database: Engine) -> None:
    (named,) = suppliers_of(database, {"supplier_name": "Acme AB"})

    (numbered,) = suppliers_of(database, ACME)

    with database.connect() as connection:
        stored = connection.execute(select(supplier.c.orgnr).where(supplier.c.id == named)).scalar()
    assert numbered == named
    assert stored == ACME["orgnr"]


def test_the_same_internal_number_means_different_suppliers_in_different_sources(database: Engine) -> None:
    (here,) = suppliers_of(database, {"supplier_no": "17", "supplier_name": "Acme AB"}, source="city")

    (there,) = suppliers_of(database, {"supplier_no": "17", "supplier_name": "Brännö Bygg"}, source="company")

    assert here != there


def test_two_internal_numbers_of_one_source_stay_two_suppliers(database: Engine) -> None:
    (first,) = suppliers_of(database, {"supplier_no": "17", "supplier_name": "Acme AB"})

    (second,) = suppliers_of(database, {"supplier_no": "18", "supplier_name": "Acme AB"})

    assert first != second


def test_a_foreign_number_keeps_its_country(database: Engine) -> None:
    finnish = {"supplier_no": "01148912", "country": "FI", "supplier_name": "Oy Esimerkki"}

    finn, dane = suppliers_of(database, finnish, finnish | {"country": "DK"})

    assert finn != dane


def test_a_masked_person_is_never_joined_by_name(database: Engine) -> None:
    mask = {"supplier_name": "Person 1a2b", "mask_key": "mask:1a2b3c4d5e6f7a8b"}

    masked, named = suppliers_of(database, mask, {"supplier_name": "Person 1a2b"})

    assert masked != named


def test_a_row_without_supplier_has_none(database: Engine) -> None:
    assert suppliers_of(database, {"supplier_name": None}) == [None]


def test_units_accounts_and_categories_are_found_again(database: Engine) -> None:
    row = {
        "unit_code": "10",
        "unit_name": "Stadsbyggnad",
        "account_code": "5410",
        "account_text": "Förbrukning",
        "category_text": "Kontorsmaterial",
    }
    with writing(database) as connection:
        before = resolve(connection, file_rows(row), "a")
        after = resolve(connection, file_rows(row, row | {"unit_code": None, "unit_name": "STADSBYGGNAD"}), "b")

    columns = ("unit_id", "account_id", "category_id")
    assert set(after.select(columns).rows()) == set(before.select(columns).rows())
    assert None not in before.select(columns).row(0)


def test_a_unit_is_known_by_its_code_before_its_name(database: Engine) -> None:
    with writing(database) as connection:
        lines = resolve(
            connection,
            file_rows({"unit_code": "10", "unit_name": "Kansli"}, {"unit_code": "20", "unit_name": "Kansli"}),
            "a",
        )
        names = connection.execute(select(org_unit.c.code, org_unit.c.name)).all()

    assert lines["unit_id"].n_unique() == 2
    assert sorted(tuple(name) for name in names) == [("10", "Kansli"), ("20", "Kansli")]


def test_ids_go_on_after_a_bulk_load(database: Engine) -> None:
    suppliers_of(database, ACME)

    with writing(database) as connection:
        made = connection.execute(supplier.insert().values(name="Ny", country="SE").returning(supplier.c.id)).scalar()

    assert made == 2

"""The edition's cubes: built once, kept as files, forgotten when old."""

from datetime import date

import polars as pl
import pytest
from sqlalchemy import Engine, insert, update

from dashboard.data import build
from data_access import ledger as lake
from data_access.engine import writing
from data_access.home import home
from data_access.tables import metadata
from data_access.tables.imports import edition as edition_row
from tests.build import TABLES, Row, contract_of, ledger, registers

TODAY = date(2026, 4, 20)


def store(lines: pl.DataFrame, **rows: list[Row]) -> None:
    """Puts registers and lines where an import would have put them."""
    frames = registers(**rows)
    with writing() as connection:
        for table in metadata.sorted_tables:
            name = next((one for one, known in TABLES.items() if known is table), None)
            if name and frames[name].height:
                connection.execute(insert(table), frames[name].to_dicts())
    version = lake.append(lines, import_id=1)
    with writing() as connection:
        connection.execute(update(edition_row).values(ledger_version=version))


def test_the_cube_holds_every_line_and_every_ore(database: Engine):
    store(ledger({}, {"alias_id": 2}, {"amount_ore": -500}), **contract_of())

    cube = build.frame(build.current_edition(TODAY), "cube")

    assert cube["lines"].sum() == 3
    assert cube["amount_ore"].sum() == 199_500
    assert set(cube["line_class"]) == {"B", "E"}
    assert cube["period"].unique().to_list() == [202603]


def test_a_month_without_end_in_sight_is_not_yet_complete():
    assert build.as_of(202603, date(2026, 4, 20)) == date(2026, 3, 31)
    assert build.as_of(202604, date(2026, 4, 20)) == date(2026, 3, 31)
    assert build.as_of(None, date(2026, 4, 20)) == date(2026, 4, 20)


def test_a_second_look_reads_the_files_and_not_the_ledger(sqlite_database: Engine, monkeypatch: pytest.MonkeyPatch):
    store(ledger({}), **contract_of())
    first = build.frame(build.current_edition(TODAY), "cube")

    monkeypatch.setattr(lake, "scan", None)

    assert build.frame(build.current_edition(TODAY), "cube").equals(first)


def test_an_empty_database_has_an_empty_cube(sqlite_database: Engine):
    edition = build.current_edition(TODAY)

    assert edition.as_of == TODAY
    assert build.frame(edition, "cube").is_empty()
    assert build.frame(edition, "invoices").is_empty()


def test_only_the_newest_editions_are_kept(sqlite_database: Engine):
    for _ in range(5):
        with writing():
            pass
        build.build(build.current_edition(TODAY))

    kept = [one.name for one in (home() / "cache").iterdir()]
    assert len(kept) == build.KEPT_EDITIONS
    assert build.current_edition(TODAY).name in kept


def test_a_build_that_breaks_leaves_nothing_behind(sqlite_database: Engine, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(lake, "scan", lambda version: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        build.frame(build.current_edition(TODAY), "cube")

    assert list((home() / "cache").iterdir()) == []


def test_an_invoice_is_counted_once_where_its_first_line_stands(sqlite_database: Engine):
    due = {"invoice_no": "1", "due_on": date(2026, 4, 1), "invoice_format": "peppol"}
    store(ledger({**due, "unit_id": 2, "paid_on": date(2026, 4, 1)}, due, {"invoice_no": "2"}, {}))

    cube = build.frame(build.current_edition(TODAY), "invoices").sort("paid_state")

    assert cube.select("unit_id", "paid_state", "invoices", "amount_ore").rows() == [
        (2, "in_time", 1, 200_000),
        (1, "unknown", 1, 100_000),
    ]


def test_the_audit_of_spend_says_which_rule_took_what(sqlite_database: Engine):
    rule = {"account_from": 6000, "account_to": 6099, "spend_class": "premises", "reason": "Hyra"}
    accounts = [{"code": "6010"}]
    store(ledger({"account_id": 1}, {}, {"category_id": None}), accounts=accounts, account_rules=[rule])

    audit = build.frame(build.current_edition(TODAY), "spend_audit")

    assert audit.select("spend_class", "reason", "lines", "amount_ore", "suppliers").rows() == [
        ("premises", "Hyra", 1, 100_000, 1),
        ("procurable", None, 1, 100_000, 1),
        ("unknown", None, 1, 100_000, 1),
    ]

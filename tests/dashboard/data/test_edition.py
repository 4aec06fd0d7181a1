"""The edition's cubes: built once, kept as files, forgotten when old."""

from datetime import date

import polars as pl
from sqlalchemy import Engine, insert, update

from dashboard.data import build
from data_access import ledger as lake
from data_access.engine import writing
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

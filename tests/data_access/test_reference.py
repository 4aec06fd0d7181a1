"""The dated reference rows: seeded once, never overwritten, and never a guessed value."""

import re
from datetime import date

import polars as pl
from sqlalchemy import Engine, func, select, update

from data_access.engine import reading, writing
from data_access.tables.categories import account_class_rule
from data_access.tables.goals import rule_limit, target, threshold
from data_access.writes.reference import FOLDER, SEEDS, has_all_reference, read_reference, seed_reference


def test_seeding_twice_adds_nothing_the_second_time(database: Engine) -> None:
    with writing(database) as connection:
        first = seed_reference(connection)

    with writing(database) as connection:
        second = seed_reference(connection)

    assert first > 80
    assert second == 0


def test_seeding_leaves_a_corrected_row_as_the_person_left_it(database: Engine) -> None:
    with writing(database) as connection:
        seed_reference(connection)
        connection.execute(update(target).where(target.c.metric == "K-AVT-1").values(green=0.95, status="decided"))

    with writing(database) as connection:
        seed_reference(connection)

    with reading(database) as connection:
        rows = connection.execute(select(target.c.green, target.c.status).where(target.c.metric == "K-AVT-1")).all()
    assert [tuple(row) for row in rows] == [(0.95, "decided")]


def test_the_kronor_thresholds_of_2026_are_unknown_and_not_guessed(database: Engine) -> None:
    with writing(database) as connection:
        seed_reference(connection)

    with reading(database) as connection:
        rows = connection.execute(
            select(threshold.c.threshold_sek, threshold.c.status).where(threshold.c.valid_from == date(2026, 1, 1))
        ).all()
    assert len(rows) == 3
    assert all(sek is None and status != "verified" for sek, status in rows)


def test_every_limit_has_a_source_and_a_status(database: Engine) -> None:
    with writing(database) as connection:
        seed_reference(connection)

    with reading(database) as connection:
        for table in (threshold, target, rule_limit, account_class_rule):
            empty = select(func.count()).select_from(table).where((table.c.source == "") | (table.c.status == ""))
            assert connection.execute(empty).scalar() == 0


def test_every_account_pattern_is_a_regular_expression_polars_takes() -> None:
    rows = read_reference("account_class_rules.csv", account_class_rule)

    patterns = [row["text_pattern"] for row in rows if row["text_pattern"]]

    for pattern in patterns:
        assert re.compile(pattern)
        assert pl.Series(["ingenting"]).str.contains(f"(?i){pattern}").to_list() == [False]


def test_the_account_patterns_take_what_they_should_and_no_more() -> None:
    rows = read_reference("account_class_rules.csv", account_class_rule)
    patterns = [(row["text_pattern"], row["spend_class"]) for row in rows if row["text_pattern"]]

    def class_of(text: str) -> str | None:
        return next((spend for pattern, spend in patterns if re.search(f"(?i){pattern}", text)), None)

    expected = {
        "Löner": "transfer",
        "Lokalhyror": "premises",
        "Fjärrvärme": "monopoly",
        "Lämnade bidrag": "transfer",
        "Driftbidrag till förening": "transfer",
        "Övriga finansiella kostnader": "transfer",
        "Personalrepresentation/uppvaktning": None,
        "Läromedel och undervisningsmaterial": None,
        "Uppskattning av skador": None,
        "Köp av huvudverksamhet": "placement",
        "Business Rates": "transfer",
        "FIRE AUTHORITY": "transfer",
        "Fire extinguishers": None,
        "Foster Care": "placement",
        "Operational Materials": None,
        "Temporary Staff": None,
    }

    found = {text: class_of(text) for text in expected}

    assert found == expected


def test_every_reference_file_is_seeded() -> None:

    assert {path.name for path in FOLDER.glob("*.csv")} == set(SEEDS)


def test_a_database_of_an_earlier_version_is_said_to_lack_rows_until_it_is_seeded(database: Engine) -> None:
    with reading(database) as connection:
        before = has_all_reference(connection)

    with writing(database) as connection:
        seed_reference(connection)

    with reading(database) as connection:
        assert (before, has_all_reference(connection)) == (False, True)

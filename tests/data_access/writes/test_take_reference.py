"""Statistics and CPV codes through the one way in, on both databases."""

from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine

from data_access.engine import reading
from data_access.importing import take, undo
from data_access.queries.categories import read_cpv_codes
from data_access.queries.procurements import read_market_statistics
from tests.data_access.importers.test_cpv import codes
from tests.data_access.importers.test_uhm import row, statistics

NOW = datetime(2026, 11, 22, 12)  # noqa: DTZ001  (stored without a zone)


def test_a_later_file_of_the_same_year_takes_the_earlier_ones_place(database: Engine, tmp_path: Path) -> None:
    first = statistics(tmp_path / "1.xlsx", row("X1"), row("X2", 1460))
    second = statistics(tmp_path / "2.xlsx", row("X1"), row("X2", 1_460_000))

    one = take(first, "test", NOW)
    again = take(first, "test", NOW)
    take(second, "test", NOW)

    with reading(database) as connection:
        rows = read_market_statistics(connection)
    assert (one.kind, one.state, again.state) == ("statistics", "taken", "unchanged")
    assert rows.select("reference", "value_ore", "flag").rows() == [
        ("X1", 100_000_000, None),
        ("X2", 146_000_000, None),
    ]


def test_statistics_are_taken_away_again(database: Engine, tmp_path: Path) -> None:
    taken = take(statistics(tmp_path / "1.xlsx", row()), "test", NOW)

    undo(taken.import_id, "test", NOW)

    with reading(database) as connection:
        assert read_market_statistics(connection).is_empty()


def test_codes_come_go_and_get_their_earlier_names_back(database: Engine, tmp_path: Path) -> None:
    take(codes(tmp_path / "1.csv", "03000000,Jordbruk,Farming"), "test", NOW)
    later = take(codes(tmp_path / "2.csv", "03000000,Lantbruk,Agriculture", "09000000,Olja,Oil"), "test", NOW)
    with reading(database) as connection:
        during = read_cpv_codes(connection).rows()

    undo(later.import_id, "test", NOW)

    with reading(database) as connection:
        after = read_cpv_codes(connection).rows()
    assert during == [("03000000", "Lantbruk", "Agriculture"), ("09000000", "Olja", "Oil")]
    assert after == [("03000000", "Jordbruk", "Farming")]

"""The radar of direct awards: accumulated by category and year against the limit of that year."""

from datetime import date
from decimal import Decimal
from typing import Any

import polars as pl
import pytest

from dashboard.rules.direct_award_radar import direct_award_radar
from dashboard.rules.limits import limits_on
from data_access.queries.frames import polars_type
from data_access.tables.goals import threshold
from data_access.writes.reference import read_reference

LIMITS = pl.DataFrame(
    {"key": ["radar_amber_share"], "valid_from": [date(2015, 1, 1)], "value": [Decimal("0.8")]},
    schema={"key": pl.String, "valid_from": pl.Date, "value": pl.Decimal(18, 4)},
)


def thresholds(value: int | None, comparator: str = "<", status: str = "verified") -> pl.DataFrame:
    row = {
        "law": "LOU",
        "purchase_class": "goods_services",
        "valid_from": date(2020, 1, 1),
        "valid_to": None,
        "direct_award_sek": value,
        "comparator": comparator,
        "status": status,
        "source": "lag",
    }
    return pl.DataFrame([row], schema_overrides={"valid_to": pl.Date, "direct_award_sek": pl.Int64})


def cube(*rows: tuple[int, str, int]) -> pl.DataFrame:
    """`period`, `line_class`, kronor of one category."""
    return pl.DataFrame(
        [
            {"category_id": 7, "period": period, "line_class": letter, "amount_ore": sek * 100, "lines": 1}
            for period, letter, sek in rows
        ]
    )


def only(frame: pl.DataFrame) -> dict[str, Any]:
    return frame.row(0, named=True)


def test_documented_off_contract_and_undocumented_purchases_are_added_up_over_the_year() -> None:
    bought = cube(
        (202501, "D", 100), (202506, "E", 200), (202512, "F", 300), (202506, "B", 9_999), (202412, "F", 9_999)
    )

    found = only(direct_award_radar(bought, thresholds(1_000), LIMITS, 2025))

    assert (found["amount_ore"], found["limit_ore"], found["share"]) == (60_000, 100_000, 0.6)


@pytest.mark.parametrize(
    ("sek", "comparator", "status"),
    [
        (799, "<", "green"),
        (800, "<", "amber"),
        (999, "<", "amber"),
        (1_000, "<", "red"),
        (1_000, "<=", "amber"),
        (1_001, "<=", "red"),
    ],
)
def test_the_limit_itself_is_on_the_side_the_law_puts_it(sek: int, comparator: str, status: str) -> None:
    found = only(direct_award_radar(cube((202503, "F", sek)), thresholds(1_000, comparator), LIMITS, 2025))

    assert found["status"] == status


@pytest.mark.parametrize(
    ("year", "limit_sek", "comparator", "at_limit"),
    [(2021, 615_312, "<=", "amber"), (2022, 700_000, "<", "red"), (2025, 700_000, "<", "red")],
)
def test_each_year_has_its_own_limit_and_side_as_they_stand_in_the_reference(
    year: int, limit_sek: int, comparator: str, at_limit: str
) -> None:
    schema = {column.name: polars_type(column.type) for column in threshold.c if column.name != "id"}
    dated = pl.DataFrame(read_reference("thresholds.csv", threshold), schema=schema)

    found = only(direct_award_radar(cube((year * 100 + 6, "F", limit_sek)), dated, LIMITS, year))

    assert (found["limit_ore"], found["comparator"], found["status"]) == (limit_sek * 100, comparator, at_limit)


def test_an_unknown_limit_judges_nothing() -> None:
    found = only(direct_award_radar(cube((202503, "F", 5_000)), thresholds(None, status="unverified"), LIMITS, 2025))

    assert (found["status"], found["share"], found["is_verified"]) == ("no_data", None, False)


def test_a_limit_from_a_second_hand_source_is_used_and_said_to_be_unverified() -> None:
    found = only(direct_award_radar(cube((202503, "F", 5_000)), thresholds(1_000, status="secondary"), LIMITS, 2025))

    assert (found["status"], found["is_verified"], found["limit_status"]) == ("red", False, "secondary")


def test_a_limit_holds_from_the_day_it_begins() -> None:
    rows = pl.concat(
        [LIMITS, LIMITS.with_columns(valid_from=date(2026, 1, 1), value=pl.lit(Decimal("0.5")).cast(pl.Decimal(18, 4)))]
    )

    assert limits_on(rows, date(2025, 12, 31)).radar_amber_share == 0.8
    assert limits_on(rows, date(2026, 1, 1)).radar_amber_share == 0.5

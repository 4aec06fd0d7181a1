"""Coverage and missing months."""

import polars as pl

from dashboard.rules.coverage_shares import THINGS, coverage_shares
from dashboard.rules.months import with_missing_months

SCHEMA = {
    "spend_class": pl.String,
    "supplier_id": pl.Int32,
    "unit_id": pl.Int32,
    "line_class": pl.String,
    "has_resolved_ref": pl.Boolean,
    "amount_ore": pl.Int64,
}


def shares(*rows: tuple[object, ...]) -> dict[str, float | None]:
    """The share known of each thing."""
    found = coverage_shares(pl.DataFrame(rows, schema=SCHEMA, orient="row"))
    return dict(found.select("code", "share").iter_rows())


def test_each_thing_is_a_share_of_the_money_it_is_asked_of() -> None:
    known = shares(
        ("procurable", 1, 1, "B", True, 600),
        ("procurable", None, 1, "U", False, 200),
        ("premises", 2, None, None, False, 150),
        ("unknown", 3, 1, "U", False, 50),
    )

    assert known == {
        "spend_class": 0.95,
        "supplier": 0.8,
        "unit": 0.85,
        "line_class": 600 / 850,
        "reference": 600 / 850,
    }


def test_of_nothing_nothing_is_a_share() -> None:
    assert shares() == {thing.code: None for thing in THINGS}


def test_a_month_missing_between_the_first_and_the_last_is_a_row_without_lines() -> None:
    months = pl.DataFrame(
        [("a", 202511, 1), ("a", 202602, 3), ("b", 202601, 5)],
        schema={"source": pl.String, "period": pl.Int32, "lines": pl.Int64},
        orient="row",
    )

    filled = with_missing_months(months).rows()

    assert filled == [("a", 202511, 1), ("a", 202512, None), ("a", 202601, None), ("a", 202602, 3), ("b", 202601, 5)]


def test_a_source_without_months_has_none_missing() -> None:
    empty = pl.DataFrame(schema={"source": pl.String, "period": pl.Int32, "lines": pl.Int64})

    assert with_missing_months(empty).is_empty()

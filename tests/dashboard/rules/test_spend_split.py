"""Spend parted by whether a contract was used."""

import polars as pl

from dashboard.rules.spend_split import class_mix, pareto, spend_audit, spend_split


def cube(*rows: tuple[object, ...]) -> pl.DataFrame:
    """Rows of (period, supplier_id, spend_class, line_class, amount_ore)."""
    schema = {
        "period": pl.Int32,
        "supplier_id": pl.Int64,
        "spend_class": pl.String,
        "line_class": pl.String,
        "amount_ore": pl.Int64,
    }
    return pl.DataFrame(rows, schema=schema, orient="row").with_columns(lines=pl.lit(1, pl.Int64))


def test_what_is_bought_outside_contract_is_a_share_of_what_a_contract_covers() -> None:
    bought = cube(
        (202601, 1, "procurable", "A", 500),
        (202601, 1, "procurable", "B", 250),
        (202601, 2, "procurable", "E", 250),
        (202601, 3, "procurable", "F", 9_000),
        (202601, 4, "procurable", "U", 70),
    )

    split = spend_split(bought, "period").to_dicts()

    assert split == [
        {
            "period": 202601,
            "on_ore": 750,
            "outside_ore": 250,
            "none_ore": 9_000,
            "unknown_ore": 70,
            "total_ore": 10_070,
            "outside_share": 0.25,
        }
    ]


def test_where_no_contract_covers_anything_there_is_no_share_rather_than_nought() -> None:
    split = spend_split(cube((202601, 1, "procurable", "F", 100)), "period")

    assert split["outside_share"].to_list() == [None]


def test_lines_that_cannot_be_competed_for_are_left_out() -> None:
    split = spend_split(cube((202601, 1, "premises", None, 100), (202601, 1, "procurable", "B", 5)))

    assert split["total_ore"].item() == 5


def test_the_parts_add_up_to_the_whole_for_any_grouping() -> None:
    bought = cube(
        *[(202601 + i % 3, i, "procurable", c, i * 10) for i, c in enumerate(["A", "A-", "B", "C", "D", "E", "F", "U"])]
    )

    by_month = spend_split(bought, "period")

    assert by_month["total_ore"].sum() == bought["amount_ore"].sum() == spend_split(bought)["total_ore"].item()


def test_the_few_suppliers_that_make_up_most_are_marked_up_to_the_one_that_crosses_the_line() -> None:
    bought = cube(*[(202601, i, "procurable", "B", ore) for i, ore in enumerate([600, 250, 100, 50])])

    ranked = pareto(bought, "supplier_id")

    assert ranked["cumulative"].round(2).to_list() == [0.6, 0.85, 0.95, 1.0]
    assert ranked["is_within"].to_list() == [True, True, False, False]


def test_a_supplier_with_more_credited_than_bought_takes_no_share() -> None:
    ranked = pareto(cube((202601, 1, "procurable", "B", 100), (202601, 2, "procurable", "B", -40)), "supplier_id")

    assert ranked["share"].to_list() == [1.0, 0.0]
    assert ranked["amount_ore"].to_list() == [100, -40]


def test_nothing_bought_is_an_empty_list_with_the_same_columns() -> None:
    assert pareto(cube(), "supplier_id").columns == ["supplier_id", "amount_ore", "share", "cumulative", "is_within"]
    assert class_mix(cube()).is_empty()
    assert spend_audit(cube()).is_empty()


def test_the_audit_counts_every_line_also_those_that_cannot_be_competed_for() -> None:
    bought = cube((202601, 1, "premises", None, 300), (202601, 2, "procurable", "B", 100))

    audit = spend_audit(bought).select("spend_class", "amount_ore", "suppliers", "share").rows()

    assert audit == [("premises", 300, 1, 0.75), ("procurable", 100, 1, 0.25)]

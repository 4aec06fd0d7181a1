"""The list of contracts."""

from datetime import date

import polars as pl

from dashboard.data.contracts import contract_rows
from dashboard.rules.ends import with_ends_on
from tests.dashboard.frames import empty_table, one_row

TODAY = date(2026, 11, 22)
CUBE = pl.DataFrame(
    [(1, "A", 100), (1, "B", 50), (1, "C", 900)],
    schema={"contract_id": pl.Int32, "line_class": pl.String, "amount_ore": pl.Int64},
    orient="row",
)


def contract(number: int, **values: object) -> pl.DataFrame:
    """One contract."""
    usual = {"title": "Städ", "type": "ramavtal", "is_secret": False, "is_until_further_notice": False}
    return one_row(
        "contract", **({"id": number, "number": f"A{number}", "start_on": date(2024, 1, 1)} | usual | values)
    )


def option(**values: object) -> pl.DataFrame:
    """One option on contract 1."""
    return one_row("contract_option", **({"id": 1, "contract_id": 1, "length_months": 12, "mode": "buyer"} | values))


def listed(*contracts: pl.DataFrame, options: pl.DataFrame | None = None) -> pl.DataFrame:
    """The list on these contracts."""
    return contract_rows(
        CUBE, pl.concat(contracts), empty_table("contract_option") if options is None else options, TODAY
    )


def test_only_what_was_bought_by_its_terms_counts_as_use_of_a_contract() -> None:
    assert listed(contract(1, initial_end_on=date(2027, 1, 1)))["spent_ore"].to_list() == [150]


def test_those_that_end_soonest_come_first_and_those_that_are_over_last() -> None:
    rows = listed(
        contract(1, initial_end_on=date(2028, 1, 31)),
        contract(2, initial_end_on=date(2026, 11, 21)),
        contract(3, initial_end_on=TODAY),
        contract(4),
    )

    assert rows["number"].to_list() == ["A3", "A1", "A4", "A2"]
    assert rows["is_over"].to_list() == [False, False, False, True]


def test_a_secret_contract_is_in_no_list() -> None:
    assert listed(contract(1, is_secret=True)).is_empty()


def test_an_option_that_was_used_moves_the_end_and_one_that_was_not_does_not() -> None:
    ends = [
        with_ends_on(contract(1, initial_end_on=date(2026, 2, 28)), options, TODAY)["ends_on"].item()
        for options in (option(), option(exercised_on=date(2025, 9, 1)))
    ]

    assert ends == [date(2026, 2, 28), date(2027, 2, 28)]


def test_until_further_notice_is_no_end_and_is_said_to_be_so() -> None:
    row = with_ends_on(contract(1, is_until_further_notice=True), empty_table("contract_option"), TODAY).row(
        0, named=True
    )

    assert (row["ends_on"], row["is_open_ended"]) == (None, True)


def test_a_contract_without_a_start_keeps_the_end_it_says() -> None:
    bare = contract(1, start_on=None, initial_end_on=date(2026, 1, 31))

    assert with_ends_on(bare, empty_table("contract_option"), TODAY)["ends_on"].item() == date(2026, 1, 31)

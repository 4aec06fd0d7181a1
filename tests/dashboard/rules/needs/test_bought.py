"""What was bought without a contract: classes D and F, whatever it is grouped by."""

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from dashboard.rules.needs.bought import daily_spend, needs_by, unknown_ore
from dashboard.rules.spend_split import spend_split

SCHEMA = {
    "category_id": pl.Int32,
    "contract_id": pl.Int32,
    "line_class": pl.String,
    "amount_ore": pl.Int64,
    "lines": pl.Int64,
}
Line = tuple[int | None, int | None, str | None, int, int]
LETTERS = ["A", "A-", "B", "C", "D", "E", "F", "U", None]


def cube(*lines: Line) -> pl.DataFrame:
    return pl.DataFrame(list(lines), schema=SCHEMA, orient="row")


def test_only_what_no_contract_covered_is_a_need_without_a_contract() -> None:
    bought = cube(*((7, None, letter, 100, 1) for letter in LETTERS))

    (row,) = needs_by(bought, "category_id").to_dicts()

    assert row == {"category_id": 7, "amount_ore": 200, "lines": 2, "documented_ore": 100}
    assert unknown_ore(bought) == 100


def test_a_category_nobody_knows_is_a_group_of_its_own_and_last() -> None:
    found = needs_by(cube((None, None, "F", 50, 1), (7, None, "F", 50, 1)), "category_id")

    assert found["category_id"].to_list() == [7, None]


@given(
    st.lists(
        st.tuples(
            st.none() | st.integers(1, 3),
            st.none() | st.integers(1, 3),
            st.sampled_from(LETTERS),
            st.integers(-1_000, 1_000),
            st.integers(1, 5),
        )
    )
)
def test_the_groups_sum_to_what_the_purchases_page_says_has_no_contract(lines: list[Line]) -> None:
    bought = cube(*lines)

    found = needs_by(bought, "category_id")

    assert found["amount_ore"].sum() == sum(ore for *_, letter, ore, _ in lines if letter in ("D", "F"))
    assert found["amount_ore"].sum() == spend_split(bought)["none_ore"].sum()
    assert found["lines"].sum() == sum(count for *_, letter, _, count in lines if letter in ("D", "F"))


def test_what_a_contract_is_used_for_a_day_is_its_purchases_and_never_below_nothing() -> None:
    bought = cube((1, 1, "A", 500, 1), (1, 1, "B", 230, 1), (1, 1, "C", 9_999, 1), (1, 2, "B", -730, 1))

    assert daily_spend(bought, 365).sort("contract_id").rows() == [(1, 2.0), (2, 0.0)]

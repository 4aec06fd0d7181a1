"""What pages may ask about purchases."""

import polars as pl
import pytest

from dashboard.data.chosen import chosen
from dashboard.data.purchases import with_names
from dashboard.filters import Filters

CUBE = pl.DataFrame(
    [(202600 + month, unit, 1, 1, 100) for month in (1, 2, 3) for unit in (10, 20, None)],
    schema={
        "period": pl.Int32,
        "unit_id": pl.Int32,
        "category_id": pl.Int32,
        "supplier_id": pl.Int32,
        "amount_ore": pl.Int64,
    },
    orient="row",
)


@pytest.mark.parametrize(
    ("filters", "ore"),
    [
        (Filters(202601, 202603), 900),
        (Filters(202602, 202602), 300),
        (Filters(202601, 202603, unit_id=10), 300),
        (Filters(202601, 202603, unit_id=10, category_id=2), 0),
        (Filters(202601, 202603, supplier_id=1), 900),
    ],
)
def test_what_is_chosen_is_within_the_months_and_of_the_things_chosen(filters: Filters, ore: int) -> None:
    assert chosen(CUBE, filters)["amount_ore"].sum() == ore


def test_a_name_nobody_knows_is_null_and_never_a_wrong_one() -> None:
    named = with_names(CUBE.head(3).select("unit_id"), "unit_id", {10: "Tekniska"})

    assert named.rows() == [(10, "Tekniska"), (20, None), (None, None)]

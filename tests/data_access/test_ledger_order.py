"""The order of lines in the ledger: by month and supplier, and not a line lost or mixed with another."""

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from data_access.ledger_order import in_order

LINE = st.tuples(st.one_of(st.none(), st.integers(200001, 209912)), st.one_of(st.none(), st.integers(0, 2**24 - 1)))


@given(st.lists(LINE, max_size=60))
def test_lines_stand_by_month_and_supplier_and_each_stays_whole(drawn: list[tuple[int | None, int | None]]) -> None:
    schema = {"period": pl.Int32, "alias_id": pl.Int32, "empty": pl.String}
    lines = pl.DataFrame([(*one, None) for one in drawn], schema=schema, orient="row").with_row_index("line")

    ordered, at = in_order(lines, lines["alias_id"])

    expected = sorted(enumerate(drawn), key=lambda one: (one[1][0] or 0, one[1][1] or 0))
    assert at.to_list() == [line for line, _ in expected]
    assert ordered.select("line", "period", "alias_id").rows() == [(line, *one) for line, one in expected]


def test_a_supplier_number_too_long_costs_the_order_and_no_line() -> None:
    lines = pl.DataFrame({"period": [1, 209912, 202601], "amount_ore": [1, 2, 3]})

    ordered, at = in_order(lines, pl.Series([2**62, 2**61, 5]))

    assert sorted(ordered["amount_ore"]) == [1, 2, 3]
    assert sorted(at) == [0, 1, 2]

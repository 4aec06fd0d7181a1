"""The different values of columns: each combination once, none that no row has, and every row's dealt back."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_access.importers.different import different

TEXT = st.sampled_from([None, "", "a", "b", "å", "aa"])


@given(st.lists(st.tuples(TEXT, TEXT, TEXT), min_size=1, max_size=30))
def test_each_combination_is_there_once_and_rows_get_their_own_back(drawn: list[tuple[str | None, ...]]) -> None:
    rows = pl.DataFrame(drawn, schema=dict.fromkeys("xyz", pl.String), orient="row")

    found = different(rows, ["x", "y", "z"])

    assert found.values[found.place].rows() == drawn
    assert sorted(map(repr, found.values.rows())) == sorted(map(repr, set(drawn)))


@pytest.mark.parametrize(
    ("numbers", "names"),
    [
        (["1", "2", "1", None], ["a", "a", "a", None]),  # the number says the name
        (["1", "1", "1", None], ["a", "b", "a", "c"]),  # the name says the number
        (["1", "1", "2", "2"], ["a", "b", "a", "b"]),  # neither
    ],
)
def test_a_number_may_say_the_name_or_the_name_the_number(numbers: list[str | None], names: list[str | None]) -> None:
    rows = pl.DataFrame({"name": names, "number": numbers})

    found = different(rows, ["name", "number"])

    assert found.values[found.place].rows() == list(zip(names, numbers, strict=True))
    assert found.values.height == len(set(zip(names, numbers, strict=True)))

"""A dozen call-offs know their framework."""

import polars as pl

from tests.sample_data.conftest import Sample


def test_a_dozen_call_offs_are_under_a_framework_of_their_category_that_held_when_they_began(sample: Sample) -> None:
    contracts, scope = sample.tables["contract"], sample.tables["contract_scope"].select("contract_id", "category_id")
    under = contracts.filter(pl.col("framework_id").is_not_null())

    pairs = under.join(contracts, left_on="framework_id", right_on="id", suffix="_above")
    own = under.select("id", "framework_id").join(scope, left_on="id", right_on="contract_id")
    both = own.join(scope, left_on="framework_id", right_on="contract_id", suffix="_above")

    assert under.height == pairs.height == 12
    assert set(pairs["type"]) == {"avrop"}
    assert set(pairs["type_above"]) == {"ramavtal"}
    assert (pairs["start_on_above"] <= pairs["start_on"]).all()
    assert (both["category_id"] == both["category_id_above"]).all()


def test_something_was_bought_on_some_of_them_so_that_a_framework_counts_more_than_its_own_lines(
    sample: Sample,
) -> None:
    under = sample.tables["contract"].filter(pl.col("framework_id").is_not_null())["id"].to_list()

    bought = sample.classified.filter(pl.col("contract_id").is_in(under), pl.col("line_class").is_in(["A", "A-", "B"]))

    assert bought["contract_id"].n_unique() >= 3

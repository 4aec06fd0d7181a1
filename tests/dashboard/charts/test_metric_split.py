"""The bars of a split: valid, every bar a link, the target as a line."""

import altair as alt
import polars as pl
import pytest

from dashboard.charts.metric_split import MOST, metric_split


def groups(count: int) -> pl.DataFrame:
    return pl.DataFrame(
        {
            "name": [f"Förvaltning {number}" for number in range(count)],
            "value": [0.8] * count,
            "written": ["80,0 %"] * count,
            "interval": ["79–81 %"] * count,
            "n": [100] * count,
            "status": ["amber"] * count,
            "address": [f"/nyckeltal?forvaltning={number}" for number in range(count)],
        }
    )


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("target", [0.9, None])
def test_the_chart_is_valid(language, target):
    spec = metric_split(groups(3), language, "2 av 3 når målet", "", target, ".0%")

    alt.Chart.from_dict(spec, validate=True)


def test_every_bar_is_a_link_to_the_rows_it_is_made_of():
    spec = metric_split(groups(2), "sv", "T", "", 0.9, ".0%")

    assert spec["layer"][0]["encoding"]["href"]["field"] == "address"
    assert [row["address"] for row in spec["data"]["values"]] == groups(2)["address"].to_list()


def test_ten_thousand_groups_give_a_readable_number_of_bars():
    spec = metric_split(groups(10_000), "sv", "T", "", None, ".0%")

    assert len(spec["data"]["values"]) == MOST


def test_a_group_without_a_value_has_no_bar():
    some = groups(2).with_columns(value=pl.Series([None, 0.5]))

    spec = metric_split(some, "sv", "T", "", None, ".0%")

    assert [row["value"] for row in spec["data"]["values"]] == [0.5]

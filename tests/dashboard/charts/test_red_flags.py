"""The chart of red flags: a bar a flag, with how many were looked at; nothing to judge is no zero."""

import altair as alt
import polars as pl
import pytest

from dashboard.charts.red_flags import build_red_flags
from dashboard.charts.theme import Spec
from dashboard.text import Language

ROWS = pl.DataFrame(
    [("single_bid", "Ett enda anbud", 3, 80), ("few_bids", "Få anbud", 9, 80), ("late_changes", "Sen ändring", 0, 0)],
    schema={"key": pl.String, "name": pl.String, "count": pl.Int64, "of": pl.Int64},
    orient="row",
)


def drawn(rows: pl.DataFrame = ROWS, language: Language = "sv") -> Spec:
    return build_red_flags(rows, language, lambda key: f"/roda-flaggor?flagga={key}")


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("rows", [ROWS, ROWS.clear()])
def test_it_is_a_valid_chart_in_both_languages_also_of_nothing(language: Language, rows: pl.DataFrame) -> None:
    spec = drawn(rows, language)

    alt.Chart.from_dict(spec)
    assert "{" not in spec["title"]["text"]


def test_the_title_names_the_flag_there_is_most_of_and_says_that_it_is_no_verdict() -> None:
    title = drawn()["title"]

    assert title["text"] == "Flest anledningar att titta: få anbud (9)"
    assert "Ingen av dem är en dom" in title["subtitle"]
    assert drawn(ROWS.with_columns(count=pl.lit(0, pl.Int64)))["title"]["text"] == "Inga anledningar att titta"


def test_each_bar_leads_to_its_flag_and_says_of_how_many() -> None:
    values = drawn()["data"]["values"]

    assert [value["label"] for value in values] == ["3 av 80", "9 av 80", "–"]
    assert values[0]["href"] == "/roda-flaggor?flagga=single_bid"

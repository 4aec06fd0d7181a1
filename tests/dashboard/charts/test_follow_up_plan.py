"""The picture of the follow-up plan: classes by months, with what is overdue first."""

from typing import Any

import altair as alt
import polars as pl
import pytest

from dashboard.charts.follow_up_plan import build_follow_up_plan
from dashboard.charts.theme import Spec
from dashboard.text import Language

COUNTS = pl.DataFrame(
    {
        "risk_class": [4, 4, 4, None, None, None],
        "month": [0, 202611, 202612, 0, 202611, 202612],
        "count": [3, 0, 20, 1, 2, 2],
    }
)


def built(counts: pl.DataFrame = COUNTS, language: Language = "sv") -> Spec:
    return build_follow_up_plan(counts, language, lambda risk_class, month: f"/x?klass={risk_class}&manad={month}")


def values(spec: Spec) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = spec["data"]["values"]
    return found


def test_the_title_names_the_fullest_month_and_does_not_count_what_is_overdue() -> None:
    assert built()["title"]["text"] == "Flest uppföljningar i december 2026: 22"


def test_with_only_overdue_ones_the_title_says_that_nothing_is_planned() -> None:
    counts = COUNTS.with_columns(count=pl.when(pl.col("month") > 0).then(0).otherwise("count"))

    assert built(counts)["title"]["text"] == "Inget är planerat de kommande tolv månaderna"


def test_overdue_stands_first_with_shape_and_word_and_months_follow() -> None:
    encoding = built()["encoding"]

    assert encoding["x"]["sort"] == ["■ Försenade", "nov 26", "dec 26"]
    assert encoding["y"]["sort"] == ["Riskklass 4", "Utan riskklass"]


def test_every_square_knows_its_kind_and_leads_to_what_it_counts() -> None:
    found = values(built())

    assert [one["kind"] for one in found] == ["overdue", "none", "planned", "overdue", "planned", "planned"]
    assert [one["is_dark"] for one in found] == [True, False, True, True, False, False]
    assert found[2]["href"] == "/x?klass=4&manad=202612"


@pytest.mark.parametrize("language", ["sv", "en"])
def test_it_is_a_valid_chart_in_both_languages(language: Language) -> None:
    spec = {key: part for key, part in built(language=language).items() if key != "usermeta"}

    alt.Chart.from_dict(spec)

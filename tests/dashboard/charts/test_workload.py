"""The picture of workload: bars by source, a line of what there is, and marks where it does not suffice."""

from typing import Any

import altair as alt
import polars as pl
import pytest

from dashboard.charts.theme import Spec
from dashboard.charts.workload import build_workload
from dashboard.text import Language

MONTHS = pl.DataFrame(
    {
        "period": [202611, 202612, 202701],
        "needed": [640, 100, 50],
        "starts": [3, 0, 1],
        "capacity": [400, 400, None],
        "gap": [240, 0, None],
    }
)
PARTS = pl.DataFrame(
    {
        "period": [202611, 202611, 202612, 202701],
        "source": ["gate", "decision", "planned", "need"],
        "hours": [600, 40, 100, 50],
    }
)


def built(months: pl.DataFrame = MONTHS, language: Language = "sv", before: pl.DataFrame | None = None) -> Spec:
    return build_workload(PARTS, months, language, lambda period: f"/belastning?manad={period}", before)


def values(spec: Spec, layer: int) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = spec["layer"][layer]["data"]["values"]
    return found


@pytest.mark.parametrize(
    ("capacity", "title"),
    [
        ([400, 400, None], "Timmarna räcker inte i 1 av 3 månader"),
        ([640, 400, 400], "Timmarna räcker i alla månader"),
        ([640, 400, None], "Timmarna räcker i de 2 månader som har underlag"),
        ([None, None, None], "Utan underlag: ingen har angett hur många timmar som finns"),
    ],
)
def test_the_title_says_whether_the_hours_suffice(capacity: list[int | None], title: str) -> None:
    said = pl.Series("capacity", capacity, dtype=pl.Int64)
    gap = pl.when(said.is_not_null()).then((pl.col("needed") - said).clip(0))

    assert built(MONTHS.with_columns(said, gap=gap))["title"]["text"] == title


def test_bars_add_up_to_what_is_needed_and_lead_to_their_month() -> None:
    bars = values(built(), 0)

    assert sum(one["hours"] for one in bars if one["period"] == 202611) == 640
    assert {one["href"] for one in bars if one["period"] == 202611} == {"/belastning?manad=202611"}
    assert [one["place"] for one in bars] == [3, 0, 1, 2]


def test_the_line_breaks_where_nobody_has_said_and_marks_tell_short_from_unknown() -> None:
    spec = built()

    assert [one["capacity"] for one in values(spec, 2)] == [400, 400, None]
    assert [one["starts"] for one in values(spec, 1)] == [3, 0, 1]
    assert [(one["period"], one["shape"]) for one in values(spec, 3)] == [(202611, "■"), (202701, "○")]
    assert "○ utan underlag" in spec["title"]["subtitle"]


def test_what_would_be_is_drawn_with_the_plan_as_it_is_beside_it() -> None:
    spec = built(before=MONTHS.with_columns(needed=pl.lit(700)))

    assert spec["title"]["text"] == "Om de valda avtalen förlängs: timmarna räcker inte i 1 av 3 månader"
    assert [one["needed"] for one in values(spec, 4)] == [700, 700, 700]


def test_the_year_stands_under_the_first_month_and_every_january() -> None:
    words = built()["layer"][0]["encoding"]["x"]["axis"]["labelExpr"]

    assert '"202611": ["nov", "2026"], "202612": ["dec"], "202701": ["jan", "2027"]' in words


def test_a_part_of_the_plan_is_not_held_against_the_hours_of_the_whole_office() -> None:
    nobody = pl.lit(None, pl.Int64)

    spec = build_workload(
        PARTS, MONTHS.with_columns(capacity=nobody, gap=nobody), "sv", lambda period: str(period), is_part=True
    )

    assert spec["title"]["text"] == "Mest behövs i november 2026: 640 timmar"
    assert len(spec["layer"]) == 2
    assert "underlag" not in spec["title"]["subtitle"]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_it_is_a_valid_chart_in_both_languages(language: Language) -> None:
    for before in (None, MONTHS):
        spec = {key: part for key, part in built(language=language, before=before).items() if key != "usermeta"}
        alt.Chart.from_dict(spec)

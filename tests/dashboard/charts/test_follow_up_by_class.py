"""The chart of planned against done."""

from typing import Any

import altair as alt
import polars as pl

from dashboard.charts.follow_up_by_class import build_follow_up_by_class
from dashboard.charts.theme import Spec
from dashboard.text import Language

COUNTS = pl.DataFrame(
    {
        "risk_class": [None, 1, 4],
        "done": [0, 6, 3],
        "late": [0, 2, 0],
        "not_done": [0, 2, 2],
        "coming": [5, 0, 1],
        "planned": [0, 10, 5],
    }
)


def built(language: Language = "sv") -> Spec:
    return build_follow_up_by_class(COUNTS, language, lambda risk_class: f"/uppfoljning?klass={risk_class or 'ingen'}")


def values(spec: Spec, layer: int) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = spec["layer"][layer]["data"]["values"]
    return found


def test_the_title_is_the_share_done_in_time_of_all_whose_time_has_come() -> None:
    assert built()["title"]["text"] == "60\u00a0% av de planerade uppföljningarna är gjorda i tid"


def test_the_gravest_class_stands_first_and_one_with_nothing_planned_is_left_out() -> None:
    spec = built()

    assert spec["layer"][0]["encoding"]["y"]["sort"] == ["Riskklass 4", "Riskklass 1"]
    assert [one["label"] for one in values(spec, 1)] == ["3 av 5", "6 av 10"]


def test_every_part_has_a_shape_and_a_word_and_leads_to_its_class() -> None:
    parts = values(built(), 0)

    assert [one["state"] for one in parts[:3]] == ["● Gjord i tid", "▲ Gjord sent", "■ Inte gjord"]
    assert [one["count"] for one in parts] == [3, 0, 2, 6, 2, 2]
    assert {one["href"] for one in parts} == {"/uppfoljning?klass=4", "/uppfoljning?klass=1"}


def test_the_chart_is_valid_in_both_languages() -> None:
    for language in ("sv", "en"):
        spec = {key: part for key, part in built(language).items() if key != "usermeta"}
        alt.Chart.from_dict(spec)

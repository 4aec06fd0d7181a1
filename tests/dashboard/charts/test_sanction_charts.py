"""The charts of penalties and of equal treatment: valid, told in words, and bounded however many rows there are."""

import altair as alt
import polars as pl
import pytest

from dashboard.charts.equal_treatment import build_equal_treatment
from dashboard.charts.penalties_by_year import PARTS, build_penalties_by_year
from dashboard.deviation_words import CATEGORIES
from dashboard.formats import NBSP
from dashboard.rules.sanctions.equal_treatment import SANCTIONS
from dashboard.text import Language


def years(**ore: int) -> pl.DataFrame:
    parts = {name: [ore.get(name, 0)] for name in PARTS}
    lost = sum(ore.get(name, 0) for name in ("waived_ore", "not_claimed_ore", "reduced_ore"))
    return pl.DataFrame({"year": [2026], **parts, "lost_ore": [lost]})


def deviations(count: int) -> pl.DataFrame:
    every = [
        (category, severity, step, sanction)
        for category in CATEGORIES
        for severity in (1, 2, 3, 4)
        for step in range(5)
        for sanction in SANCTIONS
    ]
    rows = [every[at % len(every)] for at in range(count)]
    return pl.DataFrame(rows, ["category", "severity", "step", "sanction"], orient="row")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_chart_of_penalties_is_valid_and_each_bar_leads_to_its_year(language: Language) -> None:
    spec = build_penalties_by_year(years(received_ore=100_00, waived_ore=50_00), language, "T", lambda year: f"/{year}")

    alt.Chart.from_dict(spec, validate=True)
    bars = spec["layer"][0]["data"]["values"]
    assert [(bar["amount"], bar["href"]) for bar in bars] == [(100, "/2026"), (50, "/2026")]


def test_what_was_not_taken_stands_above_the_year() -> None:
    spec = build_penalties_by_year(years(received_ore=100_00, waived_ore=50_00), "sv", "T", str)

    (label,) = spec["layer"][1]["data"]["values"]
    assert (label["top"], label["label"]) == (150, f"50{NBSP}kr")


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("count", [0, 1, 200])
def test_the_strips_are_valid(language: Language, count: int) -> None:
    alt.Chart.from_dict(build_equal_treatment(deviations(count), language, "T"), validate=True)


def test_a_mark_stands_for_all_that_are_alike_and_no_two_stand_in_one_place() -> None:
    whole = len(CATEGORIES) * 4 * 5 * len(SANCTIONS)

    marks = build_equal_treatment(deviations(20_000), "sv", "T")["layer"][1]
    values = build_equal_treatment(deviations(20_000), "sv", "T")["data"]["values"]

    assert marks["mark"]["type"] == "point"
    assert len(values) == whole == len({(value["x"], value["y"]) for value in values})
    assert sum(value["count"] for value in values) == 20_000

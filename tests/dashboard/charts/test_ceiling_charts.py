"""The charts of ceilings: what they say and draw, and that they are valid."""

from datetime import date
from typing import Any

import altair as alt
import polars as pl
import pytest

from dashboard.charts.ceiling_burn_down import build_ceiling_burn_down
from dashboard.charts.ceiling_shares import build_ceiling_shares
from dashboard.charts.theme import STATUS, Spec
from dashboard.rules.ceilings_forecast.limits import CeilingLimits
from dashboard.text import Language

TODAY = date(2026, 11, 16)
MONTHS = pl.DataFrame(
    {"period": [202408, 202409, 202610], "total_ore": [100_000_00, 250_000_00, 700_000_00]},
    schema={"period": pl.Int32, "total_ore": pl.Int64},
)
ROW: dict[str, Any] = {
    "contract_id": 7,
    "number": "AVT-7",
    "title": "Städning",
    "ceiling_ore": 1_000_000_00,
    "used_ore": 750_000_00,
    "open_ore": 50_000_00,
    "used_share": 0.75,
    "state": "watch",
    "status": "amber",
    "is_full": False,
    "is_before_end": True,
    "as_of": date(2026, 10, 31),
    "from_on": date(2024, 8, 1),
    "to_on": date(2027, 7, 31),
    "forecast_on": date(2027, 3, 1),
    "earliest_on": date(2027, 1, 15),
    "latest_on": date(2027, 6, 1),
}


def burn(language: Language = "sv", months: pl.DataFrame = MONTHS, **said: Any) -> Spec:
    return build_ceiling_burn_down(ROW | said, months, TODAY, language)


def labels(spec: Spec) -> set[str]:
    return {
        one["label"] for layer in spec["layer"] for one in layer.get("data", {}).get("values", []) if "label" in one
    }


def shares(*said: dict[str, Any], language: Language = "sv") -> Spec:
    rows = pl.DataFrame([ROW | {"number": f"AVT-{at}"} | one for at, one in enumerate(said)])
    return build_ceiling_shares(rows, rows, CeilingLimits(), language, lambda key: f"/avtalssida?id={key}&del=tak")


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize(
    "said",
    [
        {},
        {"latest_on": None},
        {"to_on": None, "is_before_end": None},
        {"forecast_on": None, "earliest_on": None, "latest_on": None, "is_before_end": None},
        {"is_full": True, "forecast_on": date(2026, 9, 14), "state": "full"},
        {"from_on": None},
    ],
    ids=["plain", "may never be reached", "no end", "no forecast", "reached", "no start"],
)
def test_the_burn_down_is_valid_in_both_languages_whatever_is_known(language: Language, said: dict[str, Any]) -> None:
    spec = burn(language, **said)

    alt.Chart.from_dict({**spec, "data": {"values": []}})
    assert spec["title"]["text"]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({}, "Taket beräknas nås omkring 2027-03-01, 152 dagar före avtalets slut"),
        ({"is_full": True, "forecast_on": date(2026, 9, 14)}, "Taket nåddes 2026-09-14"),
        ({"is_before_end": False}, "Taket räcker avtalet ut i den takt som används nu"),
        ({"to_on": None, "is_before_end": None}, "Taket beräknas nås omkring 2027-03-01"),
        ({"forecast_on": None}, "75 % av taket är använt"),
    ],
)
def test_its_title_says_when_the_ceiling_is_reached(said: dict[str, Any], words: str) -> None:
    assert burn(**said)["title"]["text"].replace("\xa0", " ") == words


def test_it_marks_today_the_end_the_ceiling_the_forecast_and_the_even_pace() -> None:
    found = {words.replace("\xa0", " ") for words in labels(burn())}

    assert found == {
        "I dag", "Slutar 2027-07-31", "Tak 1,0 mnkr", "Prognos 2027-03-01", "Jämn takt", "med beställt",
    }  # fmt: skip


def test_without_an_end_there_is_no_even_pace_and_a_reached_ceiling_has_no_forecast() -> None:
    assert "Jämn takt" not in labels(burn(to_on=None, is_before_end=None))
    assert not any(words.startswith("Prognos") for words in labels(burn(is_full=True)))
    assert "med beställt" not in labels(burn(open_ore=0))


def test_the_line_begins_at_nothing_and_ends_with_what_was_invoiced() -> None:
    line = next(layer for layer in burn()["layer"] if "written" in layer["data"]["values"][0])

    points = [(one["day"], one["amount"]) for one in line["data"]["values"]]
    assert points == [("2024-07-31", 0), ("2024-08-31", 100.0), ("2024-09-30", 250.0), ("2026-10-31", 700.0)]


def test_the_band_ends_at_the_ceiling_and_stays_flat_where_it_may_never_be_reached() -> None:
    bands = [
        next(layer for layer in burn(latest_on=latest)["layer"] if layer["mark"]["type"] == "area")["data"]["values"]
        for latest in (date(2027, 6, 1), None)
    ]

    assert (bands[0][-1]["low"], bands[0][-1]["high"]) == (1_000.0, 1_000.0)
    assert (bands[1][-1]["low"], bands[1][-1]["high"]) == (750.0, 1_000.0)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_shares_are_a_valid_chart_with_the_limits_as_lines(language: Language) -> None:
    spec = shares({}, language=language)

    alt.Chart.from_dict(spec)
    marks = [one["at"] for layer in spec["layer"] for one in layer.get("data", {}).get("values", [])]
    assert marks == [0.6, 0.8, 0.95, 1.0]


def test_a_bar_says_its_state_in_a_word_a_shape_and_a_colour_and_leads_to_the_contracts_ceiling() -> None:
    (bar,) = shares({"status": "red", "state": "stop", "used_share": 0.97})["data"]["values"]

    look = STATUS["red"]
    assert bar["label"].replace("\xa0", " ") == f"{look.shape} 97 % inga nya avrop utan beslut"
    assert (bar["colour"], bar["href"]) == (look.fill, "/avtalssida?id=7&del=tak")


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ([{"state": "full", "is_full": True}, {"state": "full"}], "2 avtal har nått sitt tak"),
        ([{"state": "full"}, {"state": "stop"}], "Ett avtal har nått sitt tak"),
        ([{"state": "stop"}], "Ett avtal har nått 95 % av sitt tak"),
        ([{}, {}], "2 avtal beräknas nå taket före sitt slut"),
        ([{"is_before_end": False, "state": "free"}], "Inget avtal är nära sitt tak"),
    ],
)
def test_the_title_is_the_loudest_that_holds(said: list[dict[str, Any]], words: str) -> None:
    assert shares(*said)["title"]["text"].replace("\xa0", " ") == words


def test_a_contract_without_days_or_purchases_has_a_width_of_a_month() -> None:
    unknown: dict[str, Any] = dict.fromkeys(("from_on", "to_on", "forecast_on", "earliest_on", "latest_on"))

    spec = burn("sv", MONTHS.clear(), **unknown, used_ore=0, used_share=0.0, is_before_end=False)

    assert "I dag" in labels(spec)

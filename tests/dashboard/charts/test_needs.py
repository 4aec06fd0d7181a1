"""The chart of needs without a contract: what was, the same pace ahead, and the gaps on top of it."""

import json
from typing import Any

import altair as alt
import polars as pl
import pytest

from dashboard.charts.needs import build_needs
from dashboard.charts.theme import Spec
from dashboard.text import Language

BOUGHT = pl.DataFrame({"period": [202608, 202610], "amount_ore": [120_000_000, 240_000_000]})
COMING = pl.DataFrame(
    {"period": [202611, 202612], "amount_ore": [0, 500_000_000], "too_late_ore": [0, 200_000_000]},
    schema={"period": pl.Int64, "amount_ore": pl.Int64, "too_late_ore": pl.Int64},
)
YEAR = 1_200_000_000


def drawn(language: Language = "sv", bought: pl.DataFrame = BOUGHT, coming: pl.DataFrame = COMING) -> Spec:
    return build_needs(bought, coming, YEAR, language, lambda period: f"/fakturarader?{period}")


def bars(spec: Spec) -> list[dict[str, Any]]:
    return [value for layer in spec["layer"][:2] for value in layer["data"]["values"]]


def title(spec: Spec) -> str:
    return str(spec["title"]["text"]).replace("\u00a0", " ")


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("is_empty", [False, True])
def test_it_is_a_valid_chart_in_both_languages_also_of_nothing(language: Language, is_empty: bool) -> None:
    spec = drawn(language, BOUGHT.clear(), COMING.clear()) if is_empty else drawn(language)

    alt.Chart.from_dict({**spec, "data": {"values": []}})
    assert "{" not in spec["title"]["text"] + spec["title"]["subtitle"]
    json.dumps(spec)


def test_the_title_says_what_the_gaps_cost_and_what_can_no_longer_be_avoided() -> None:
    assert title(drawn()) == (
        "Avtal som slutar lägger till 5,0 mnkr på två år. 2,0 mnkr av det går inte längre att undvika"
    )
    assert title(drawn(coming=COMING.with_columns(too_late_ore=0))).endswith("Allt går ännu att undvika")
    assert title(drawn(coming=COMING.with_columns(amount_ore=0, too_late_ore=0))).startswith("Inga avtal slutar")


def test_a_month_that_has_been_is_what_was_bought_and_one_without_purchases_keeps_its_place() -> None:
    been = [(one["month"], one["written"].replace("\u00a0", " ")) for one in bars(drawn()) if "href" in one]

    assert been == [("aug|2026", "1 200 000 kr"), ("sep|2026", "0 kr"), ("okt|2026", "2 400 000 kr")]


def test_a_month_ahead_is_the_same_pace_and_the_parts_of_the_gaps() -> None:
    ahead = [one for one in bars(drawn()) if one["month"] == "dec|2026"]

    assert [(one["part"], one["written"].replace("\u00a0", " ")) for one in ahead] == [
        ("I samma takt framöver", "1 000 000 kr"),
        ("Slutar, för sent att ersätta i tid", "2 000 000 kr"),
        ("Slutar om inget beslutas", "3 000 000 kr"),
    ]


def test_only_what_has_been_leads_to_invoice_lines() -> None:
    spec = drawn()

    assert all(one["href"].startswith("/fakturarader?") for one in spec["layer"][0]["data"]["values"])
    assert "href" not in spec["layer"][1]["encoding"]


def test_the_line_between_stands_before_the_first_month_that_is_computed() -> None:
    assert drawn()["layer"][2]["data"]["values"] == [{"month": "nov|2026"}]

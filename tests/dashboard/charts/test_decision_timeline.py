"""The timeline says how many decisions come soon, and draws each contract's term, options and gate."""

from datetime import date
from typing import Any

import altair as alt
import polars as pl
import pytest

from dashboard.charts.decision_timeline import build_decision_timeline, gate_status, gate_words
from dashboard.charts.theme import Spec
from dashboard.text import Language

TODAY = date(2026, 11, 16)
SCHEMA = {
    "contract_id": pl.Int64,
    "number": pl.String,
    "title": pl.String,
    "start_on": pl.Date,
    "initial_end_on": pl.Date,
    "current_end_on": pl.Date,
    "max_end_on": pl.Date,
    "gate_on": pl.Date,
}


def contract(key: int = 1, **said: Any) -> dict[str, Any]:
    """A contract with one option used and one left, and a gate in three weeks."""
    days = {
        "start_on": date(2024, 1, 1),
        "initial_end_on": date(2025, 12, 31),
        "current_end_on": date(2027, 6, 30),
        "max_end_on": date(2028, 6, 30),
        "gate_on": date(2026, 12, 7),
    }
    return {"contract_id": key, "number": f"AVT-{key}", "title": "Städning"} | days | said


def drawn(*contracts: dict[str, Any], soon: int = 1, language: Language = "sv") -> Spec:
    rows = pl.DataFrame(list(contracts), schema=SCHEMA, orient="row")
    return build_decision_timeline(rows, soon, TODAY, language, lambda key: f"/avtalssida?id={key}")


def bars(spec: Spec) -> list[dict[str, Any]]:
    values: list[dict[str, Any]] = spec["layer"][0]["data"]["values"]
    return values


@pytest.mark.parametrize("language", ["sv", "en"])
def test_it_is_a_valid_chart_in_both_languages(language: Language) -> None:
    spec = drawn(contract(), language=language)

    alt.Chart.from_dict({**spec, "data": {"values": []}})


def test_the_bar_parts_the_term_the_used_option_and_the_open_one() -> None:
    spec = drawn(contract())

    assert [(one["part"], one["first"], one["last"]) for one in bars(spec)] == [
        ("Avtalstid", "2024-01-01", "2025-12-31"),
        ("Option, utnyttjad", "2026-01-01", "2027-06-30"),
        ("Option, inte beslutad", "2027-07-01", "2028-06-30"),
    ]


def test_a_contract_without_options_has_one_part_and_one_without_dates_none() -> None:
    end = date(2027, 6, 30)
    alone = contract(1, initial_end_on=end, current_end_on=end, max_end_on=end)
    unknown = contract(2, start_on=None)

    spec = drawn(alone, unknown)

    assert [one["part"] for one in bars(spec)] == ["Avtalstid"]


def test_a_contract_without_a_gate_has_no_mark() -> None:
    spec = drawn(contract(1), contract(2, gate_on=None))

    assert [one["name"] for one in spec["layer"][1]["data"]["values"]] == ["Städning AVT-1"]


@pytest.mark.parametrize(
    ("soon", "title"),
    [
        (0, "Inget beslut måste fattas senast 2027-02-15"),
        (1, "Ett beslut måste fattas senast 2027-02-15"),
        (31, "31 beslut måste fattas senast 2027-02-15"),
    ],
)
def test_the_title_counts_the_decisions_of_the_next_three_months(soon: int, title: str) -> None:
    assert drawn(contract(), soon=soon)["title"]["text"] == title


@pytest.mark.parametrize(
    ("gate", "words", "status"),
    [
        (date(2026, 11, 15), "1 dag för sent", "red"),
        (date(2026, 11, 16), "i dag", "red"),
        (date(2026, 11, 30), "14 dagar", "red"),
        (date(2026, 12, 1), "15 dagar", "amber"),
        (date(2027, 1, 15), "60 dagar", "amber"),
        (date(2027, 1, 16), "61 dagar", "green"),
    ],
)
def test_the_gate_says_how_long_is_left_and_turns_red_two_weeks_before(gate: date, words: str, status: str) -> None:
    assert (gate_words(gate, TODAY, "sv"), gate_status(gate, TODAY)) == (words, status)


def test_every_mark_leads_to_the_contract() -> None:
    spec = drawn(contract(7))

    assert {one["href"] for layer in spec["layer"][:2] for one in layer["data"]["values"]} == {"/avtalssida?id=7"}

"""What is said of a ceiling: an unknown one is never none, and a forecast has its interval."""

from datetime import date
from typing import Any

import pytest

from dashboard.ceiling_words import STATES, alert, explained
from dashboard.formats import NBSP
from dashboard.rules.ceilings_forecast.used import CeilingState
from dashboard.text import Language
from tests.dashboard.rules.ceilings_forecast.build import bought, contract, forecast


def said(*ore: int, language: Language = "sv", **more: Any) -> str:
    return " ".join(explained(forecast([contract(**more)], bought(*ore))[0], language))


def test_every_state_has_words() -> None:
    assert set(STATES) == {one.value for one in CeilingState}


@pytest.mark.parametrize("ceiling", [None, 0])
def test_an_unknown_ceiling_is_said_to_be_missing(ceiling: int | None) -> None:
    assert said(10, 10, 10, ceiling_ore=ceiling).startswith("Taket är inte angivet.")
    assert STATES["unknown"].sv == "Okänt tak"


def test_a_forecast_is_told_with_its_interval_and_what_it_rests_on() -> None:
    words = said(11_000, 9_000, 11_000, 9_000, 11_000, 9_000)

    assert f"600{NBSP}kr av 1{NBSP}000{NBSP}kr är använt (60,0{NBSP}%)" in words
    assert "Förbrukningsindex är 1,20" in words
    assert "räknat på de senaste 6 månaderna" in words
    assert "Mellan 2025-" in words
    assert "före avtalets slut 2026-12-31" in words


def test_an_uneven_consumption_may_never_reach_it() -> None:
    assert "inte säkert att det nås" in said(6_000, 0, 0, 0, 0, 0)


def test_a_reached_ceiling_and_a_short_history_say_so() -> None:
    assert said(100_000).endswith("Taket är nått.")
    assert "mindre än tre hela månader" in said(10, from_on=date(2025, 6, 1))
    assert "Inget används nu" in said(10, 0, 0, 0, 0, 0, 0)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_sentence_is_filled(language: Language) -> None:
    winter = [0, 0, 0, 0, 0, 300, 300, 300, 300, 0, 0, 0] * 2
    for words in (said(*winter, language=language, from_on=date(2022, 7, 1)), said(*[9] * 6, language=language)):
        assert "{" not in words
        assert "None" not in words


TODAY = date(2026, 11, 16)
ALERTED: dict[str, Any] = {
    "state": "reprocure",
    "is_before_end": True,
    "is_end_forecast": True,
    "effective_end": date(2027, 3, 1),
    "forecast_on": date(2027, 3, 1),
    "reprocure_start_latest": date(2026, 11, 20),
}


def alerted(language: Language = "sv", **more: Any) -> str:
    return " ".join(alert(ALERTED | more, TODAY, language))


@pytest.mark.parametrize(
    ("start", "words"),
    [
        (date(2026, 11, 20), "en ny upphandling måste börja senast 2026-11-20, om 4 dagar."),
        (TODAY, "en ny upphandling måste börja senast 2026-11-16, om 0 dagar."),
        (date(2026, 11, 15), "en ny upphandling skulle ha börjat senast 2026-11-15, för 1 dag sedan."),
    ],
)
def test_from_eighty_per_cent_the_start_of_the_next_procurement_is_set_against_today(start: date, words: str) -> None:
    assert alerted(reprocure_start_latest=start) == f"Taket räcker till omkring 2027-03-01: {words}"


def test_a_ceiling_that_lasts_longer_than_the_contract_is_counted_to_the_contracts_end() -> None:
    words = alerted(is_end_forecast=False, is_before_end=False, effective_end=date(2027, 1, 31))

    assert words.startswith("Avtalet räcker till 2027-01-31: en ny upphandling måste börja")


def test_a_start_that_cannot_be_computed_is_said_and_never_made_up() -> None:
    assert "kan inte beräknas" in alerted(reprocure_start_latest=None)


@pytest.mark.parametrize(
    ("state", "words"),
    [("watch", "Följ taket"), ("stop", "inga nya avrop utan ett beslut"), ("full", "Gör inga nya avrop:")],
)
def test_each_state_asks_for_its_own(state: str, words: str) -> None:
    assert words in alerted(state=state, is_before_end=False)
    assert alert(ALERTED | {"state": "free", "is_before_end": False}, TODAY, "sv") == []


def test_purchases_after_a_reached_ceiling_are_said_to_be_outside() -> None:
    assert "Köp efter 2027-03-01 räknas som köp utanför avtalet." in alerted(state="full")
    assert "2027-03-01" in alerted(language="en", state="full")

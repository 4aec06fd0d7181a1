"""What is said of a change: its arithmetic, what is missing, its rule, and always that counsel assesses."""

from datetime import date
from typing import Any

import pytest

from dashboard.change_words import (
    ANSWERS,
    BY_LAWYER,
    KINDS,
    MISSING,
    PARAGRAPHS,
    TRIED,
    explained,
    ground_words,
    headroom_words,
)
from dashboard.formats import NBSP
from dashboard.rules.changes.inputs import KINDS as RULE_KINDS
from dashboard.rules.changes.order import Tried
from dashboard.rules.changes.paragraphs import ORDER, Answer
from dashboard.text import Language
from tests.dashboard.rules.changes.build import change, contract, judged, stands


def said(changes: dict[str, Any], language: Language = "sv", **whole: Any) -> str:
    return " ".join(explained(judged([contract(**whole)], [changes], date.max).row(0, named=True), language))


def test_every_answer_and_paragraph_has_words() -> None:
    assert set(ANSWERS) == {one.value for one in Answer}
    assert set(PARAGRAPHS) == set(ORDER)
    assert set(TRIED) == {one.value for one in Tried}


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("basis", [None, *ORDER])
@pytest.mark.parametrize("whole", [{}, {"value_ore": None}, {"regime": None}, {"regime": "lov"}])
def test_counsel_assesses_whatever_the_answer(basis: str | None, whole: dict[str, Any], language: Language) -> None:
    words = said(change(1, 100, legal_basis=basis), language, **whole)

    assert words.endswith(BY_LAWYER.in_language(language))
    assert "SFS 2025:360" in words
    assert "{" not in words
    assert "None" not in words


def test_bedomningen_gors_av_jurist() -> None:
    assert "Bedömning görs av jurist" in BY_LAWYER.sv


def test_the_arithmetic_is_written_out() -> None:
    words = said(change(1, 670_000_00), index_ppm=1_048_000)

    assert f"670{NBSP}000{NBSP}kr, 10,66{NBSP}% av det omräknade värdet 6{NBSP}288{NBSP}000{NBSP}kr" in words


def test_what_is_missing_is_named() -> None:
    words = said(change(1, 100, decided_on=date(2026, 2, 1)))

    assert words.startswith("Kan inte beräknas.")
    assert MISSING["threshold"].sv in words


def test_below_the_threshold_it_is_called_guidance() -> None:
    assert "Vägledande" in said(change(1, 100), regime="below_threshold_announced")


def test_a_missing_announcement_is_said() -> None:
    assert "17:16" in said(change(1, 100, legal_basis="17:11"))


def test_the_room_left_is_an_amount_or_what_is_missing() -> None:
    known, unknown = stands([contract(), contract(contract_id=2, value_ore=None)], []).to_dicts()

    assert headroom_words(known, "sv") == f"Kvar att ändra enligt 17:9: 599{NBSP}999,99{NBSP}kr."
    assert "värde" in headroom_words(unknown, "sv")


def test_without_a_threshold_the_room_is_at_most_what_the_per_cent_leave() -> None:
    (standing,) = stands([contract()], [], date(2026, 11, 16)).to_dicts()

    words = headroom_words(standing, "sv")

    assert words.startswith(f"Kvar att ändra enligt 17:9: högst 599{NBSP}999,99{NBSP}kr")
    assert MISSING["threshold"].sv in words


def test_nothing_is_left_above_the_per_cent_whatever_the_threshold_is() -> None:
    (standing,) = stands([contract()], [change(1, 600_000_00, legal_basis="17:9")], date(2026, 11, 16)).to_dicts()

    assert standing["threshold_ore"] is None
    assert headroom_words(standing, "sv") == f"Kvar att ändra enligt 17:9: 0,00{NBSP}kr."


@pytest.mark.parametrize(
    ("whole", "begins"),
    [
        ({}, f"Ändringarna är netto 1{NBSP}kr, 0,00{NBSP}% av det omräknade värdet"),
        ({"value_ore": None}, f"Ändringarna är netto 1{NBSP}kr. Andelen av avtalets värde kan inte beräknas."),
    ],
)
def test_the_arithmetic_says_only_what_is_known(whole: dict[str, Any], begins: str) -> None:
    words = said(change(1, 100, legal_basis="17:9", decided_on=date(2026, 2, 1)), **whole)

    assert begins in words
    assert "–" not in words.replace("8–17 §§", "")


def test_an_extra_order_is_held_against_half_of_the_value() -> None:
    words = said(change(1, 1_500_000_00, legal_basis="17:11"))

    assert f"Ändringen är 25,00{NBSP}% av det omräknade värdet 6{NBSP}000{NBSP}000{NBSP}kr" in words


def test_a_contract_under_luf_is_not_sent_to_the_principles_of_lou() -> None:
    words = said(change(1, 100), regime="luf")

    assert "LUF, som har egna regler" in words
    assert "19:2" not in words


def test_a_ground_is_its_number_and_what_it_is_about() -> None:
    assert ground_words("17:12", "sv") == "12 §: Oförutsebara omständigheter"
    assert set(KINDS) == set(RULE_KINDS)

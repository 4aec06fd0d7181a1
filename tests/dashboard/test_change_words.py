"""What is said of a change: its arithmetic, what is missing, its rule, and always that counsel assesses."""

from datetime import date
from typing import Any

import pytest

from dashboard.change_words import ANSWERS, BY_LAWYER, MISSING, PARAGRAPHS, TRIED, explained, headroom_words
from dashboard.formats import NBSP
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

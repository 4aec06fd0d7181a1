"""What happened in a case reads as Swedish, whatever it is."""

import pytest

from dashboard.sanction_words import PENALTY_STATES
from dashboard.views.case_chronology import what

SAID = {
    "entitled": "Rätt till vite: 10 000 kr",
    "claimed": "Vite krävt: 10 000 kr",
    "decided": "Vite beslutat: 10 000 kr",
    "invoiced": "Vite fakturerat: 10 000 kr",
    "received": "Vite betalt: 10 000 kr",
    "waived": "Vite avstått: 10 000 kr",
}


@pytest.mark.parametrize("state", PENALTY_STATES)
def test_a_penalty_is_named_once_and_with_its_state(state: str) -> None:
    row = {"source": "penalty", "code": state, "amount_ore": 1_000_000}

    words = what(row)

    assert words.replace("\u202f", " ").replace("\xa0", " ") == SAID[state]

"""Every state, unit, sanction and reason for a refusal has words in both languages."""

import re
from pathlib import Path

import pytest

from dashboard import acts
from dashboard.charts.equal_treatment import LOOKS
from dashboard.refusals import sentences
from dashboard.rules import sanctions as rules
from dashboard.rules.sanctions.equal_treatment import SANCTIONS as RANKED
from dashboard.rules.sanctions.penalty_moves import NEXT
from dashboard.sanction_words import BLOCK_STATES, PENALTY_STATES, SANCTIONS, UNITS, WORDS, require
from data_access.errors import Refused
from data_access.tables import sanctions as tables

CODE = re.compile(r'^\s+"((?:penalty|clause|block)_\w+)": ', re.MULTILINE)
SOURCES = [*Path(str(rules.__file__)).parent.glob("*.py"), *Path(str(acts.__file__)).parent.glob("*.py")]


def test_every_state_unit_and_sanction_has_words_and_a_look() -> None:
    assert set(PENALTY_STATES) == set(tables.PENALTY_STATES) == set(NEXT)
    assert set(UNITS) == set(tables.PENALTY_UNITS)
    assert set(SANCTIONS) == set(RANKED) == set(LOOKS)
    assert set(BLOCK_STATES) == {"requested", "executed", "lifted", "withdrawn"}


def test_no_two_sanctions_look_alike_in_shape_or_in_colour() -> None:
    for part in zip(*LOOKS.values(), strict=True):
        assert len(set(part)) == len(LOOKS)


def test_every_reason_the_rules_and_acts_give_has_words() -> None:
    given = {code for source in SOURCES for code in CODE.findall(source.read_text(encoding="utf-8"))}

    assert len(given) > 15
    assert given <= set(WORDS)


def test_no_reason_at_all_refuses_nothing() -> None:
    require([], "penalty", 1)


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("code", sorted(WORDS))
def test_a_refusal_says_its_reason_in_either_language(code: str, language: str) -> None:
    with pytest.raises(Refused) as refused:
        require([code], "penalty", 1)

    said = sentences(refused.value, language)  # type: ignore[arg-type]
    assert said[-1] == WORDS[code].in_language(language)  # type: ignore[arg-type]
    assert "{" not in "".join(said)

"""Whatever is refused of a deviation or in a case is said in words, every reason of it."""

import re
from pathlib import Path

import pytest

from dashboard import deviation_refusals
from dashboard.deviation_refusals import WORDS
from dashboard.refusals import OTHER, about_error, sentences
from dashboard.rules.deviations.completing import CHECKS
from dashboard.text import Language
from data_access.errors import Refused

ROOT = Path(deviation_refusals.__file__).parent
ACTS = ("complete_deviation", "in_case", "move_case", "name_member", "open_case", "plan_action", "record_act")
SOURCES = [
    *(ROOT / "acts" / f"{name}.py" for name in (*ACTS, "register_act", "report_deviation")),
    *(ROOT / "rules" / "deviations").glob("*.py"),
]


def codes() -> set[str]:
    """Every code those files may refuse with."""
    return set(CHECKS) | {
        code for source in SOURCES for code in re.findall(r'Refused\(\s*"(\w+)"', source.read_text(encoding="utf-8"))
    }


def test_every_code_has_words() -> None:
    assert len(codes()) > 25
    assert codes() <= set(WORDS)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_no_words_are_left_with_braces(language: Language) -> None:
    for code in WORDS:
        said = about_error(Refused(code, longest=10_000, field="note"), language)

        assert "{" not in said
        assert said != OTHER.in_language(language, code=code)


def test_every_reason_is_a_sentence_of_its_own_and_none_is_said_twice() -> None:
    refusal = Refused("contract_needed", codes=("contract_needed", "severity_needed"), object_type="deviation")

    assert sentences(refusal) == ("Välj avtal.", "Välj allvarlighetsgrad.")

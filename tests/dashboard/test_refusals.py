"""Everything that can be wrong with an input has words in both languages."""

import re
from pathlib import Path
from string import Formatter

import pytest

from dashboard.refusals import OTHER, WORDS, about_error, about_problem
from dashboard.text import Language
from data_access.errors import Conflict, Problem, Refused
from data_access.importers.register_problems import CODES as REGISTER_CODES
from data_access.importers.report import CODES

ROOT = Path(__file__).parents[2]
LANGUAGES: tuple[Language, ...] = ("sv", "en")


def codes(named: str) -> list[str]:
    """Every code given to `named` in the code that reads and writes."""
    given = re.compile(rf"""\b{named}\(\s*"([a-z_]+)\"""")
    sources = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "data_access").rglob("*.py"))]
    return sorted({code for source in sources for code in given.findall(source)})


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", [*codes("Refused"), *codes("NotTaken")])
def test_every_refusal_has_words(code: str, language: Language) -> None:
    details = dict.fromkeys(("count", "id", "sum", "limit", "state", "path", "row"), 1)

    assert about_error(Refused(code, **details), language) != OTHER.in_language(language, code=code)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", [*codes("Problem"), *codes("Found"), *CODES, *REGISTER_CODES])
def test_every_problem_has_words(code: str, language: Language) -> None:
    said = about_problem(Problem(code, count=3), language)

    assert not said.startswith(OTHER.in_language(language, code=code))


def test_a_number_that_stands_in_the_words_is_not_said_twice() -> None:
    said = about_problem(Problem("looks_taken", count=4))

    assert said.count("4") == 1


def test_a_problem_says_where_and_how_often() -> None:
    said = about_problem(Problem("amount_unreadable", row=7, column="belopp", count=1200, member="a.csv"))

    assert said.endswith("(fil a.csv, rad 7, kolumn belopp, 1\u00a0200 st)")


def test_somebody_else_being_first_is_said_kindly() -> None:
    assert "Någon annan" in about_error(Conflict())


def test_both_languages_fill_the_same_values() -> None:
    fields = {code: [names(words.sv), names(words.en)] for code, words in WORDS.items()}

    assert {code for code, (sv, en) in fields.items() if sv != en} == set()


def names(phrase: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(phrase) if name}

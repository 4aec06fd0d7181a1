"""The data page: gaps with owners, coverage, freshness."""

import re
from pathlib import Path

import polars as pl
import pytest

from dashboard.data.registers import read_register
from dashboard.glossary import GLOSSARY
from dashboard.metrics import all_metrics
from dashboard.rules.gap_checks import CHECKS
from tests.pages.open import opened, written


def test_every_gap_has_an_owner_and_leads_to_its_rows(sample: Path) -> None:
    html = written(opened("data"))

    for check in CHECKS:
        assert check.name.sv in html
        assert f"lucka={check.code}" in html
        assert check.owner.sv in html
        assert check.do.sv in html


@pytest.mark.parametrize("table", ["contract", "option", "change", "supplier", "category", "threshold"])
def test_the_rows_behind_a_gap_are_shown(table: str, sample: Path) -> None:
    check = next(check for check in CHECKS if check.table == table)

    page = opened("data", lucka=check.code)

    assert not page.exception
    assert f"<h2>{check.name.sv}</h2>" in written(page)


def test_a_limit_that_is_not_verified_is_said_to_be_so_and_never_guessed(sample: Path) -> None:
    unknown = read_register("threshold").filter(pl.col("threshold_sek").is_null())

    html = written(opened("data"))

    assert unknown.height > 0
    assert html.count("ej verifierad") >= unknown.height


def test_the_glossary_explains_every_word_in_both_languages(sample: Path) -> None:
    swedish, english = written(opened("about")), written(opened("about", lang="en"))

    for term in GLOSSARY:
        assert f"<dt>{term.word.sv}</dt>" in swedish
        assert f"<dt>{term.word.en}</dt>" in english


def test_the_glossary_is_in_swedish_alphabetical_order() -> None:
    letters = "abcdefghijklmnopqrstuvwxyzåäö"
    words = [[letters.index(c) for c in term.word.sv.lower() if c in letters] for term in GLOSSARY]

    assert words == sorted(words)


def test_how_every_number_is_made_is_told(sample: Path) -> None:
    html = written(opened("about"))

    for metric in all_metrics():
        assert f"kod={metric.code}" in html


def test_doubtful_readings_of_the_presentation_are_marked(sample: Path) -> None:
    html = written(opened("about"))

    assert "Fortsatta avvikelser (?)" in html
    assert "läst från bilder" in html
    assert len(re.findall(r"<td class='lw-number'>[0-4]</td>", html)) >= 5

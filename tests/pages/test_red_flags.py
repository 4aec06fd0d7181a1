"""The page of red flags: each with its arithmetic and the way there, and always that it is no verdict."""

import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import polars as pl
import pytest

from dashboard.data.red_flags import Raised
from dashboard.rules.red_flags import all_flags
from dashboard.rules.red_flags.kind import NO_VERDICT
from dashboard.views.red_flags import sentence
from tests.pages.open import opened, written

PAGES = {"/avtalssida": "contract", "/nyckeltal": "metric"}


def lead(page: str) -> str:
    return str(re.findall("<p class='lw-lead'>(.*?)</p>", page)[0])


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_flag_stands_there_with_its_words(language: str, sample: Path) -> None:
    page = unescape(written(opened("red_flags", lang=language)))

    verdict, looks = (NO_VERDICT.sv, "sv") if language == "sv" else (NO_VERDICT.en, "en")
    assert page.count(verdict) >= len(all_flags())
    for flag in all_flags():
        assert f"<h2>{getattr(flag.name, looks)}</h2>" in page
        assert getattr(flag.look, looks) in page


def test_the_sentence_counts_what_the_table_behind_the_picture_says(sample: Path) -> None:
    page = written(opened("red_flags"))

    whole = int(re.findall(r"^(\d+) anledningar", lead(page))[0])
    assert whole == sum(int(count) for count in re.findall(r"\((\d+)\)", lead(page)))
    assert "Ingen av dem är en dom" in lead(page)


def test_one_flag_can_be_chosen_in_the_address(sample: Path) -> None:
    page = written(opened("red_flags", flagga="few_bids"))

    assert "<h2>Få anbud</h2>" in page
    assert "<h2>Ofta överprövat</h2>" not in page


def test_what_each_is_about_can_be_opened(sample: Path) -> None:
    page = written(opened("red_flags"))
    links = {
        urlsplit(address).path: address
        for address in map(unescape, re.findall(r"<td><a href='([^']*)'>", page))
        if urlsplit(address).path in PAGES
    }

    assert set(links) == set(PAGES)
    for path, address in links.items():
        assert not opened(PAGES[path], **dict(parse_qsl(urlsplit(address).query))).exception


def test_a_selection_with_nothing_to_look_at_is_said_to_lack_data_and_not_to_be_clean(sample: Path) -> None:
    page = written(opened("red_flags", kategori="0"))

    assert "Underlag saknas" in page
    assert "0 anledningar" not in page


def test_the_metrics_of_the_same_questions_are_there_with_their_values(sample: Path) -> None:
    page = written(opened("red_flags"))

    for code in ("K-EKO-3", "K-EKO-3a", "K-OVE-1", "K-KAT-2b"):
        assert f"kod={code}" in page
    assert "Framtvingade förlängningar" in page


def test_a_single_flag_is_told_in_the_singular() -> None:
    raised = [Raised("late_changes", pl.DataFrame({"contract_id": [1]}), 10), Raised("few_bids", pl.DataFrame(), 5)]

    assert sentence(raised) == "En anledning att titta: sen ändring (1). Den är ingen dom."

"""Accessibility: axe finds nothing of our own on any page, in either language."""

from collections.abc import Callable
from importlib.resources import files
from typing import Any

import pytest
from playwright.sync_api import Page

from dashboard.navigation import PLACES

pytestmark = pytest.mark.browser
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PAGE = {"include": [["html"]], "exclude": [["svg.marks > g"]]}  # a chart is judged as one picture with its text
STREAMLITS_OWN = {"presentation-role-conflict"}  # the file uploader's, minor


@pytest.fixture(scope="module")
def axe() -> str:
    """The source of axe-core."""
    return (files("axe_core_python") / "axe.min.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("key", [place.key for place in PLACES])
def test_axe_finds_nothing_of_our_own(key: str, language: str, visit: Callable[[str], Page], axe: str) -> None:
    place = next(place for place in PLACES if place.key == key)

    page = visit(f"/{place.path}" + ("?lang=en" if language == "en" else ""))

    assert _violations(page, axe) == []


def test_the_page_says_which_language_it_is_in(visit: Callable[[str], Page]) -> None:
    assert visit("/").locator("html").get_attribute("lang") == "sv"
    assert visit("/?lang=en").locator("html").get_attribute("lang") == "en"


def _violations(page: Page, axe: str) -> list[str]:
    page.evaluate(axe)
    found: dict[str, Any] = page.evaluate("([inside, tags]) => axe.run(inside, {runOnly: tags})", [PAGE, TAGS])
    return [
        f"{one['id']}: {one['help']} at {[node['target'] for node in one['nodes']][:3]}"
        for one in found["violations"]
        if one["id"] not in STREAMLITS_OWN
    ]

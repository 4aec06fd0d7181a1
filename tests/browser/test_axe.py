"""Accessibility: axe finds nothing of our own on any page, nor in English where the words' length moves things.

Every page is opened in both languages by tests/pages; its parts and their roles are the same in each.
"""

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from dashboard.navigation import PLACES
from tests.browser.conftest import Visitor
from tests.browser.people import COOKIE, asked

pytestmark = pytest.mark.browser
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EMPTY_DAYS = "[data-testid=stDateInput] [role=spinbutton]"  # Streamlit's own: a day not yet chosen has no number
MORE_ROWS = "tbody tr:nth-child(n+13)"  # rows like those above: most of the time went to their colours
PAGE = {"include": [["html"]], "exclude": [["svg.marks > g"], [EMPTY_DAYS], [MORE_ROWS]]}  # a chart is one picture
OPTIONS = {"runOnly": TAGS, "resultTypes": ["violations"]}
STREAMLITS_OWN = {"presentation-role-conflict"}  # the file uploader's, minor

UNFOLD = "document.querySelectorAll('[data-testid=stMain] details:not([open]) > summary').forEach(one => one.click())"
LADEN = "SELECT supplier_id FROM escalation_case ORDER BY id LIMIT 1"
CONTRACT = "SELECT contract_id FROM escalation_case ORDER BY id LIMIT 1"
IN_ENGLISH = ["/?lang=en", "/beslut?lang=en"]
DETAILS = {  # a page about something, and which: the forms and the full parts of it
    "arende?id={}": "SELECT id FROM escalation_case WHERE closed_on IS NULL ORDER BY id LIMIT 1",
    "avvikelse?id={}": "SELECT id FROM deviation WHERE contract_id IS NULL ORDER BY id LIMIT 1",
    "leverantor?id={}&del=arenden": LADEN,
    "leverantor?id={}&del=uppfoljning": LADEN,
    "avtalssida?id={}&lang=en": CONTRACT,
    "avtalssida?id={}&del=beslut": CONTRACT,
    "avtalssida?id={}&del=tak": CONTRACT,
    "avtalssida?id={}&del=andringar": CONTRACT,
    "avtalssida?id={}&del=uppfoljning": CONTRACT,
    "projektplan?id={}": "SELECT plan_item_id FROM plan_stage ORDER BY id LIMIT 1",
    "avtalssida?id={}&del=krav": CONTRACT,
}


@pytest.fixture(scope="module")
def axe() -> str:
    """The source of axe-core."""
    return (files("axe_core_python") / "axe.min.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", [*(f"/{place.path}" for place in PLACES), *IN_ENGLISH])
def test_axe_finds_nothing_of_our_own(path: str, visit: Callable[[str], Page], axe: str) -> None:
    page = visit(path)

    assert _violations(page, axe) == []


@pytest.mark.parametrize("path", DETAILS)
def test_axe_finds_nothing_where_every_part_and_form_stands_open(
    path: str, visitor: Visitor, axe: str, sample_home: Path
) -> None:
    visitor.page.context.add_cookies([{"name": COOKIE, "value": "kajsa.chief", "url": visitor.address}])
    asked_id = asked(sample_home, DETAILS[path])[0][0]

    page = visitor.open(f"/{path.format(asked_id)}")
    page.evaluate(UNFOLD)
    visitor.settle()

    assert _violations(page, axe) == []


def test_the_page_says_which_language_it_is_in(visit: Callable[[str], Page]) -> None:
    assert visit("/").locator("html").get_attribute("lang") == "sv"
    assert visit("/?lang=en").locator("html").get_attribute("lang") == "en"


def _violations(page: Page, axe: str) -> list[str]:
    page.evaluate(axe)
    found: dict[str, Any] = page.evaluate("([inside, options]) => axe.run(inside, options)", [PAGE, OPTIONS])
    return [
        f"{one['id']}: {one['help']} at {[node['target'] for node in one['nodes']][:3]}"
        for one in found["violations"]
        if one["id"] not in STREAMLITS_OWN
    ]

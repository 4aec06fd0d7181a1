"""A contract near its decision point: the day is moved until extending closes, and what is decided enters the plan."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.conftest import serve
from tests.browser.people import Worker, asked, own_home, visits

pytestmark = pytest.mark.browser
WAYS = "Vilka vägar är öppna?"
WITH_OPTION = """
SELECT c.number FROM contract c JOIN contract_option o ON o.contract_id = c.id
WHERE o.exercised_on IS NULL AND o.declined_on IS NULL AND o.call_deadline_months IS NOT NULL
"""


@pytest.fixture(scope="module")
def home(sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A municipality of this module's own."""
    return own_home(sample_home, tmp_path_factory.mktemp("own"))


@pytest.fixture(scope="module")
def own_address(home: Path) -> Iterator[str]:
    """Where it is served."""
    yield from serve(home)


@pytest.fixture
def chief(context: BrowserContext, own_address: str) -> Iterator[Worker]:
    """The chief purchasing officer."""
    yield from visits(context, own_address, "kajsa.chief")


def test_the_contract_nearest_its_gate_is_decided_on_leaves_the_list_and_enters_the_plan(
    chief: Worker, home: Path
) -> None:
    page, number = open_nearest_extendable(chief, home)
    closes = date.fromisoformat(way(page, "Förläng").get_by_role("cell").nth(3).inner_text())

    chief.open(f"{path(page)}&dag={closes + timedelta(days=1)}")
    expect(way(page, "Förläng")).to_contain_text("För sent")
    expect(page.get_by_role("button", name="Spara beslutet")).to_have_count(0)

    page.get_by_role("link", name="Gå tillbaka till i dag för att besluta").click()
    chief.settle()
    expect(way(page, "Förläng")).to_contain_text("Möjlig")
    chief.pick("Vad beslutas?", "Ny upphandling")
    chief.write("Skäl", "Marknaden har vuxit och volymerna har ändrats.")
    chief.press("Spara beslutet")
    chief.told("Upphandlingen finns nu i upphandlingsplanen")

    chief.open("/beslut?visa=kommande")
    expect(page.get_by_role("link", name=number, exact=True)).to_have_count(0)
    chief.open("/upphandlingsplan?visa=alla&kalla=beslut")
    expect(page.get_by_role("link", name=number, exact=True).first).to_be_visible()
    assert asked(home, "SELECT count(*) FROM audit_log WHERE act = 'decide_reprocure' AND at > '2026-11-16'") == [(1,)]


def open_nearest_extendable(chief: Worker, home: Path) -> tuple[Page, str]:
    """Opens, from the list of decisions, the first contract that can be extended; gives its number."""
    page = chief.open("/beslut?visa=kommande")
    rows = page.get_by_role("table", name="Avtalen, det närmaste beslutet först").get_by_role("link")
    near = rows.evaluate_all("links => links.slice(0, 40).map(link => [link.getAttribute('href'), link.innerText])")
    with_option = {number for (number,) in asked(home, WITH_OPTION)}
    for address, number in near:
        if number in with_option:
            chief.open(address)
            if "Möjlig" in way(page, "Förläng").inner_text():
                return page, number
    raise AssertionError("none of the next contracts can be extended")


def way(page: Page, name: str) -> Locator:
    """The row of a way in the contract's table of ways."""
    return page.get_by_role("table", name=WAYS).get_by_role("row").filter(has_text=name).first


def path(page: Page) -> str:
    """The page's address without its host."""
    return "/" + page.url.split("/", 3)[3]

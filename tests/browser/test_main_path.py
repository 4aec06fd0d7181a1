"""The main path in a real browser: see the goals, narrow, drill, go back, share a link, change language."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visitor

pytestmark = pytest.mark.browser
SIZES = ((1920, 1080), (1366, 768), (1024, 768))


def test_the_first_page_shows_three_goals_by_three_zones(visit: Callable[[str], Page]) -> None:
    page = visit("/")

    matrix = page.get_by_role("table", name="Mål och processzoner")
    expect(matrix.get_by_role("rowheader")).to_have_text(["Följa LOU", "Effektivisera", "Skapa värde"])
    expect(matrix.get_by_role("columnheader")).to_have_count(3)
    expect(page).to_have_title(re.compile("Luleå Way"))


@pytest.mark.parametrize("path", ["/", "/nyckeltal?kod=K-AVT-1", "/eskalering", "/arende?id=1", "/avvikelser"])
def test_no_page_is_wider_than_its_window(path: str, visitor: Visitor) -> None:
    page = visitor.open(path)

    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        visitor.settle()
        too_wide = page.locator("[data-testid=stMain]").evaluate("main => main.scrollWidth - main.clientWidth")
        assert too_wide <= 0, f"{too_wide} pixels at {width}"


def test_the_work_list_of_follow_up_fits_a_laptop(visit: Callable[[str], Page]) -> None:
    page = visit("/uppfoljning")

    work_list = page.get_by_role("region", name="Att göra")
    assert work_list.evaluate("list => list.scrollWidth <= list.clientWidth")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_menu_stands_on_one_line_on_a_laptop(language: str, visit: Callable[[str], Page]) -> None:
    page = visit(f"/om?lang={language}")

    tops = page.locator(".lw-menu a").evaluate_all("links => links.map(link => link.getBoundingClientRect().bottom)")
    assert max(tops) - min(tops) < 12


def test_the_ladder_and_the_person_switch_are_reached_by_keyboard(visit: Callable[[str], Page]) -> None:
    page = visit("/eskalering")

    reached: list[str] = []
    while len(reached) < 60 and "Visa som tabell" not in "".join(reached[-1:]):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.closest('summary')?.innerText ?? ''"))
    page.keyboard.press("Enter")

    assert any("Välj vem du är" in words for words in reached[:15])
    table = page.get_by_role("table", name="Leverantörernas steg månad för månad")
    expect(table.get_by_role("link").first).to_be_visible()


def test_a_click_in_the_matrix_leads_to_the_metric_and_back_again(visitor: Visitor) -> None:
    page = visitor.open("/")

    page.get_by_role("table", name="Mål och processzoner").get_by_role("link", name="Avtalstrohet").first.click()
    visitor.settle()
    expect(page.get_by_role("heading", level=1)).to_have_text("Avtalstrohet")
    page.go_back()
    visitor.settle()

    expect(page.get_by_role("heading", level=1)).to_have_text("Så går det med målen")


def test_a_chosen_department_follows_along_and_survives_reload_and_a_shared_link(visitor: Visitor) -> None:
    page = visitor.open("/")

    name = choose_department(visitor, 2)
    page.get_by_role("navigation", name="Huvudmeny").get_by_role("link", name="Mål").click()
    visitor.settle()
    expect(page.locator(".lw-heading")).to_contain_text(name)
    page.reload()
    visitor.settle()
    expect(page.locator(".lw-heading")).to_contain_text(name)
    shared = page.url.removeprefix(visitor.address)
    visitor.open(shared)

    expect(page.locator(".lw-heading")).to_contain_text(name)


def test_back_undoes_a_choice_in_the_filters(visitor: Visitor) -> None:
    page = visitor.open("/")

    choose_department(visitor, 2)
    page.go_back()
    visitor.settle()

    expect(page.get_by_role("combobox", name="Förvaltning")).to_have_value("Alla förvaltningar")


def test_the_language_changes_in_place_and_keeps_the_filters(visitor: Visitor) -> None:
    page = visitor.open("/mal?fran=202601")

    page.get_by_role("link", name="In English").click()
    visitor.settle()

    expect(page.get_by_role("heading", level=1)).to_have_text("Comply with LOU")
    assert "fran=202601" in page.url
    assert page.locator("html").get_attribute("lang") == "en"


def test_an_address_that_asks_for_what_there_is_not_says_so(visit: Callable[[str], Page]) -> None:
    page = visit("/?forvaltning=999999&fran=en")

    expect(page.get_by_text("Förvaltningen i adressen finns inte här")).to_be_visible()
    expect(page.get_by_text("Perioden i adressen gick inte att läsa")).to_be_visible()


def test_a_bar_of_a_chart_leads_to_what_it_is_made_of(visitor: Visitor) -> None:
    page = visitor.open("/nyckeltal?kod=K-AVT-1")

    page.locator("[data-testid=stVegaLiteChart]").nth(1).locator("path[aria-roledescription=bar]").first.click()
    page.wait_for_url(re.compile("forvaltning="))
    visitor.settle()

    assert "kod=K-AVT-1" in page.url


def test_a_metric_leads_down_to_its_invoice_lines_and_their_sum_is_the_same(visitor: Visitor) -> None:
    page = visitor.open("/nyckeltal?kod=K-AVT-1")
    row = page.get_by_role("table", name="Underlaget bakom värdet").get_by_role("row").nth(1)
    amount = row.get_by_role("link").nth(1)
    written = amount.inner_text()

    amount.click()
    visitor.settle()

    assert "/fakturarader" in page.url
    expect(page.locator("[data-testid=stMain]")).to_contain_text(written)


def test_the_fonts_are_our_own_and_the_text_is_set_in_them(visit: Callable[[str], Page]) -> None:
    page = visit("/")

    loaded = page.evaluate("[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family)")
    assert any("Source Sans 3" in family for family in loaded)


def test_the_server_says_it_is_alive_and_sends_its_safety_headers(visitor: Visitor) -> None:
    alive = visitor.page.request.get(f"{visitor.address}/healthz")
    page = visitor.page.request.get(visitor.address)

    assert alive.text() == "ok"
    assert page.headers["x-content-type-options"] == "nosniff"
    assert page.headers["x-frame-options"] == "SAMEORIGIN"
    assert "default-src 'self'" in page.headers["content-security-policy"]
    assert "http" not in page.headers["content-security-policy"]


def choose_department(visitor: Visitor, number: int) -> str:
    """Chooses a department in the filters and gives its name."""
    visitor.page.get_by_role("combobox", name="Förvaltning").click()
    option = visitor.page.get_by_role("option").nth(number)
    name = option.inner_text()
    option.click()
    visitor.page.wait_for_url(re.compile("forvaltning="))
    visitor.settle()
    return name

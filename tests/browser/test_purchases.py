"""A click on a bar leads to its invoice lines, and the file of them adds up to the bar."""

import csv
import io
import re
from pathlib import Path

from tests.browser.conftest import Visitor


def in_ore(written: str) -> int:
    """An amount as a person reads it, in öre: '1 234,50 kr' -> 123450."""
    digits = re.sub(r"[^\d,−-]", "", written).replace("−", "-")
    return round(float(digits.replace(",", ".")) * 100)


def test_a_click_on_a_bar_leads_to_the_lines_that_add_up_to_it(visitor: Visitor) -> None:
    page = visitor.open("/inkop")
    bar = page.locator("svg.marks .mark-rect path[aria-label*='Utanför avtal']").first
    amount = re.search(r"Belopp: ([^;]+);", bar.get_attribute("aria-label") or "")
    assert amount is not None

    with page.expect_navigation():
        bar.click()
    visitor.settle()

    assert page.locator("h1").inner_text() == "Fakturarader"
    assert amount.group(1) in page.locator(".lw-lead").inner_text()


def test_the_file_of_the_lines_adds_up_to_what_the_page_says(visitor: Visitor) -> None:
    page = visitor.open("/fakturarader?klass=C,E")
    said = page.locator(".lw-text").first.inner_text()
    total = re.search(r"(?:tillsammans|är) ([\d\s\u00a0,−]+kr)", said)
    assert total is not None

    with page.expect_download() as waiting:
        page.get_by_role("button", name="Hämta raderna").click()
    text = Path(waiting.value.path()).read_text("utf-8-sig")

    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    assert sum(in_ore(row["Belopp"]) for row in rows) == in_ore(total.group(1))


def test_back_from_the_lines_is_the_page_one_came_from(visitor: Visitor) -> None:
    page = visitor.open("/inkop?per=category")
    page.locator("[data-testid=stMain] details summary").first.click()
    page.locator("details[open] a[href*='/fakturarader']").first.click()
    visitor.settle()
    assert page.locator("h1").inner_text() == "Fakturarader"

    page.go_back()
    visitor.settle()

    assert "per=category" in page.url
    assert page.locator("h1").inner_text() == "Inköp"

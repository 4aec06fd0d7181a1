"""People at work in the browser: who one is, fields found by their labels, and a municipality that may be changed."""

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.conftest import Visitor

COOKIE = "lw_person"
FREE = """
SELECT s.name, c.number, c.title FROM contract c
JOIN contract_supplier l ON l.contract_id = c.id JOIN supplier s ON s.id = l.supplier_id
WHERE NOT c.is_secret AND NOT s.is_masked AND c.start_on <= '2026-06-01' AND c.initial_end_on >= '2027-06-01'
AND c.terminated_on IS NULL AND c.id NOT IN (SELECT contract_id FROM escalation_case)
AND (SELECT count(*) FROM contract_supplier o WHERE o.contract_id = c.id) = 1
ORDER BY c.number LIMIT 1 OFFSET ?
"""

ON_STEP = """
SELECT k.id FROM escalation_case k JOIN escalation_event e ON e.case_id = k.id
WHERE k.closed_on IS NULL AND e.sequence = (SELECT max(sequence) FROM escalation_event WHERE case_id = k.id)
AND e.to_step = ? ORDER BY k.id
"""


def own_home(sample_home: Path, folder: Path) -> Path:
    """A copy of the sample municipality that a test may change."""
    return Path(shutil.copytree(sample_home, folder / "home", ignore=shutil.ignore_patterns("server.log")))


def asked(home: Path, question: str, *values: object) -> list[tuple[object, ...]]:
    """What the database says."""
    connection = sqlite3.connect(home / "luleaway.db")
    try:
        return connection.execute(question, values).fetchall()
    finally:
        connection.close()


def a_contract(home: Path, place: int = 0) -> tuple[str, str]:
    """The supplier's name and the number of a contract in force about which there never was a case."""
    name, number, _ = asked(home, FREE, place)[0]
    return str(name), str(number)


def a_case(home: Path, step: int) -> int:
    """The oldest open case on a step."""
    found = asked(home, ON_STEP, step)
    return int(str(found[0][0]))


class Worker(Visitor):
    """Somebody of the sample municipality in a browser of their own."""

    def __init__(self, context: BrowserContext, address: str, key: str) -> None:
        super().__init__(context.new_page(), address)
        self.page.set_default_timeout(8_000)
        self.become(key)

    def become(self, key: str) -> "Worker":
        """Is this person from the next page on."""
        self.page.context.add_cookies([{"name": COOKIE, "value": key, "url": self.address}])
        return self

    def all_faults(self) -> list[str]:
        """What went wrong; a refusal, with its reasons, is an answer and no fault."""
        shown = self.page.locator("[data-testid=stException], .lw-error:has-text('Felnummer')").all_inner_texts()
        return [*self.faults, *(f"on the page: {words}" for words in shown)]

    def unfold(self, words: str) -> Locator:
        """Opens the folded part with these words, unless it stands open."""
        part = self.page.locator("[data-testid=stExpander]").filter(has=self.page.locator("summary", has_text=words))
        if part.locator("details").first.get_attribute("open") is None:
            part.locator("summary").first.click()
            self.settle()
        return part

    def write(self, label: str, words: str, inside: Locator | None = None) -> None:
        """Types into a field."""
        (inside or self.page.locator("[data-testid=stMain]")).get_by_label(label, exact=True).first.fill(words)

    def pick(self, label: str, words: str, inside: Locator | None = None) -> None:
        """Chooses the first option that has these words."""
        field = (inside or self.page.locator("[data-testid=stMain]")).get_by_role("combobox", name=label).first
        field.click()
        field.fill(words)
        self.page.get_by_role("option").filter(has_text=words).first.click()
        self.settle()

    def press(self, label: str, inside: Locator | None = None) -> None:
        """Presses a button and waits for the answer."""
        part = inside or self.page.locator("[data-testid=stMain]")
        part.get_by_role("button", name=label, exact=True).first.click()
        self.settle()

    def told(self, words: str) -> None:
        """The app has said these words in passing."""
        expect(self.page.get_by_test_id("stToast").filter(has_text=words).first).to_be_visible()


def closed(worker: Worker) -> list[str]:
    """Closes the worker's page and gives what went wrong on it."""
    faults = worker.all_faults()
    worker.page.close()
    return faults


def links(page: Page, words: str) -> Locator:
    """Links in the page's main part."""
    return page.locator("[data-testid=stMain] a").filter(has_text=words)


def visits(context: BrowserContext, address: str, key: str) -> Iterator[Worker]:
    """A worker for a fixture, looked after when the test is over."""
    worker = Worker(context, address, key)
    yield worker
    assert closed(worker) == []

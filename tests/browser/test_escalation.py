"""A deviation is reported, completed and brought to a case that climbs the ladder, as people would do it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.conftest import serve
from tests.browser.people import Worker, a_contract, asked, links, own_home, visits

pytestmark = pytest.mark.browser
ODD = "Kl <script>alert(1)</script> & <b>kom</b> 'inte' \"nu\" 😀"


@pytest.fixture(scope="module")
def home(sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A municipality of this module's own."""
    return own_home(sample_home, tmp_path_factory.mktemp("own"))


@pytest.fixture(scope="module")
def own_address(home: Path) -> Iterator[str]:
    """Where it is served."""
    yield from serve(home)


@pytest.fixture
def worker(context: BrowserContext, own_address: str) -> Iterator[Worker]:
    """Somebody of the operations."""
    yield from visits(context, own_address, "mona.operations")


def test_a_deviation_reported_by_operations_takes_the_supplier_to_step_2(worker: Worker, home: Path) -> None:
    report(worker, home, ODD)
    complete(worker.become("anna.controller"))
    name_people(worker)
    move(worker, "Steg 1")
    move(worker, "Steg 2")

    expect(worker.page.locator(".lw-steps [aria-current]")).to_contain_text("2 Avvikelser")


def report(worker: Worker, home: Path, words: str, place: int = 0) -> None:
    """Three fields: about whom, what, and the day that is there already."""
    _, number = a_contract(home, place)
    worker.open("/anmal-avvikelse")
    worker.pick("Vilken leverantör eller vilket avtal gäller det?", number)
    worker.write("Vad hände?", words)
    worker.press("Anmäl")
    worker.told("Avvikelsen är anmäld")


def complete(worker: Worker) -> None:
    """The contract controller finds it in the list and says what was breached."""
    worker.open("/avvikelser?visa=ofullstandiga")
    links(worker.page, "kom</b>").first.click()
    worker.settle()
    worker.write("Eller villkor i avtalet, till exempel punkt 7.2", "7.2")
    worker.pick("Slag", "Sen eller utebliven leverans")
    worker.pick("Allvar", "2 Kännbar")
    worker.pick("Läge", "Bekräftad")
    worker.press("Spara")
    worker.told("Avvikelsen är sparad")
    worker.press("Lägg i ärende")
    links(worker.page, "Till ärendet").first.click()
    worker.settle()


def name_people(worker: Worker) -> None:
    """Those whom the steps up to 2 ask for."""
    for who in ("Avtalscontroller: Anna", "Teamleader: Gun", "Inköpschef: Kajsa"):
        part = worker.unfold("Utse en person")
        worker.pick("Roll och person", who, part)
        worker.press("Utse", part)
        worker.told("Personen är utsedd")


def move(worker: Worker, step: str) -> None:
    """To a step, with a reason."""
    part = worker.unfold("Flytta ärendet")
    worker.pick("Vart?", step, part)
    worker.write("Skäl", "Leveranserna uteblir vecka efter vecka.", part)
    worker.press("Flytta", part)

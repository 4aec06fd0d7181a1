"""A deviation is reported, completed and brought to a case that climbs the ladder, as people would do it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, expect

from tests.browser.conftest import serve
from tests.browser.people import Worker, a_case, a_contract, asked, links, own_home, visits

pytestmark = pytest.mark.browser
TODAY = "2026-11-16"  # the day of the sample municipality
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


@pytest.fixture
def other(browser: Browser, own_address: str) -> Iterator[Worker]:
    """Somebody else, at another machine."""
    with browser.new_context(viewport={"width": 1366, "height": 768}, locale="sv-SE") as context:
        yield from visits(context, own_address, "anna.controller")


def test_a_deviation_reported_by_operations_takes_the_supplier_to_step_2(worker: Worker, home: Path) -> None:
    report(worker, home, ODD)
    complete(worker.become("anna.controller"))
    name_people(worker)
    move(worker, "Steg 1")
    move(worker, "Steg 2")

    expect(worker.page.locator(".lw-steps [aria-current]")).to_contain_text("2 Avvikelser")


def test_a_skip_to_step_4_is_refused_with_every_reason_and_what_was_typed_stays(worker: Worker, home: Path) -> None:
    worker.become("kajsa.chief").open(f"/arende?id={a_case(home, 2)}")

    part = move(worker, "Steg 4")

    alert = worker.page.get_by_role("alert")
    expect(alert).to_contain_text("Ärendet kan inte flyttas än")
    expect(alert.get_by_role("listitem").first).to_contain_text("ett steg i taget")
    expect(part.get_by_label("Skäl", exact=True)).to_have_value("Leveranserna uteblir vecka efter vecka.")


def test_from_step_3_every_reason_against_termination_is_listed(worker: Worker, home: Path) -> None:
    worker.become("kajsa.chief").open(f"/arende?id={a_case(home, 3)}")

    move(worker, "Steg 4")

    reasons = worker.page.get_by_role("alert").get_by_role("listitem").all_inner_texts()
    assert len(reasons) >= 2
    assert all(reason.endswith(".") for reason in reasons)


def test_a_missing_registration_number_is_found_on_the_board_and_filled_in(worker: Worker, home: Path) -> None:
    page = worker.become("pia.coordinator").open("/eskalering")
    page.locator(".lw-gaps").get_by_role("link", name="Diarienummer").click()
    worker.settle()
    rows = page.get_by_role("table", name="Det som saknas").get_by_role("row")
    before, first = rows.count(), rows.nth(1)
    supplier = first.get_by_role("link").nth(1).inner_text()

    first.get_by_role("link").first.click()
    worker.settle()
    expect(page.get_by_role("heading", level=1)).to_contain_text(supplier)
    part = worker.unfold("Fyll i diarienummer")
    worker.write("Diarienummer", "KS 2026/4711", part)
    worker.press("Fyll i diarienummer", part)
    worker.told("Diarienumret är sparat")

    worker.open("/saknas?vad=registration_number")
    assert rows.count() < before
    assert asked(home, "SELECT count(*) FROM audit_log WHERE act = 'register_act' AND who = 'pia.coordinator'") == [
        (1,)
    ]


def test_a_double_click_on_save_makes_one_row(worker: Worker, home: Path) -> None:
    _, number = a_contract(home, 1)
    worker.open("/anmal-avvikelse")
    worker.pick("Vilken leverantör eller vilket avtal gäller det?", number)
    worker.write("Vad hände?", "Dubbelklickat.")

    worker.page.get_by_role("button", name="Anmäl", exact=True).dblclick()
    worker.settle()

    worker.told("Avvikelsen är anmäld")
    assert asked(home, "SELECT count(*) FROM deviation WHERE description = 'Dubbelklickat.'") == [(1,)]


def test_what_was_typed_stays_where_a_report_is_refused(worker: Worker) -> None:
    worker.open("/anmal-avvikelse")
    worker.write("Vad hände?", ODD)
    worker.press("Anmäl")

    expect(worker.page.get_by_role("alert")).to_contain_text("Vilken leverantör eller vilket avtal gäller det?")
    expect(worker.page.get_by_label("Vad hände?")).to_have_value(ODD)


def test_of_two_people_in_one_case_the_second_keeps_what_was_typed_and_gets_the_latest(
    worker: Worker, other: Worker, home: Path
) -> None:
    address = f"/arende?id={a_case(home, 1)}"
    for one in (worker.become("dan.controller"), other):
        one.open(address)
        add_action(one, f"Av {one is other}")

    worker.press("Lägg till åtgärd", worker.unfold("Lägg till åtgärd"))
    worker.told("Åtgärden är tillagd")
    part = other.unfold("Lägg till åtgärd")
    other.press("Lägg till åtgärd", part)

    expect(other.page.get_by_role("alert")).to_contain_text("Någon annan har ändrat samma sak")
    expect(part.get_by_label("Åtgärd", exact=True)).to_have_value("Av True")
    other.press("Hämta det senaste", part)
    expect(part.locator(".lw-quote")).to_have_text("Av True")
    add_action(other, "Av True")
    other.press("Lägg till åtgärd", part)
    other.told("Åtgärden är tillagd")


def add_action(worker: Worker, words: str) -> None:
    """Fills in an action of the plan."""
    part = worker.unfold("Lägg till åtgärd")
    worker.write("Åtgärd", words, part)
    worker.write("Ansvarig, till exempel leverantören", "Bolaget", part)


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


def move(worker: Worker, step: str) -> Locator:
    """To a step, with a reason; gives the part of the page where it is asked for."""
    part = worker.unfold("Flytta ärendet")
    worker.pick("Vart?", step, part)
    worker.write("Skäl", "Leveranserna uteblir vecka efter vecka.", part)
    worker.press("Flytta", part)
    return part

"""A real browser on a real server with the sample municipality: it may meet no error and no other host."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

ROOT = Path(__file__).parents[2]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
READY = "[data-testid=stApp][data-test-script-state=notRunning]"
# What fades in has another colour until it has. In a page that is not on top nothing fades, and nothing ends either.
AT_REST = """Promise.race([
    new Promise(done => setTimeout(done, 2000)),
    Promise.all(
        document.getAnimations()
            .filter(one => one.playState === "running" && Number.isFinite(one.effect.getComputedTiming().endTime))
            .map(one => one.finished.catch(() => true))
    ),
]).then(() => true)"""
OWN_HOSTS = {"localhost", "127.0.0.1"}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """An installed Chromium: LULEAWAY_CHROMIUM or the one on the path."""
    executable = os.environ.get("LULEAWAY_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if executable is None:
        message = "no Chromium is installed"
        pytest.fail(message) if os.environ.get("CI") == "true" else pytest.skip(message)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def address(browser: Browser, sample_home: Path) -> Iterator[str]:
    """The address of a server that shows the sample municipality."""
    yield from serve(sample_home)


def serve(home: Path) -> Iterator[str]:
    """Starts the app on a free port for the data folder `home`, and stops it afterwards."""
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        port = probe.getsockname()[1]
    environment = {**os.environ, "LULEAWAY_HOME": str(home), "DATABASE_URL": "", "LEDGER_URL": ""}
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "dashboard" / "server.py"), f"--server.port={port}"]
    log = home / "server.log"
    with log.open("w") as output, subprocess.Popen(command, env=environment, stdout=output, stderr=output) as server:
        try:
            _wait_for(f"http://localhost:{port}/healthz", log)
            yield f"http://localhost:{port}"
        finally:
            server.terminate()
            server.wait(timeout=20)


def _wait_for(url: str, log: Path) -> None:
    for _ in range(150):
        try:
            with urlopen(url, timeout=2) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.2)
    pytest.fail(f"the server did not start: {log.read_text()[-2000:]}")


class Visitor:
    """A page in the browser, with all that went wrong on it."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.faults: list[str] = []
        page.on("pageerror", lambda error: self.faults.append(f"script error: {error}"))
        page.on("request", lambda request: self._note_outside(request.url))
        page.on("console", lambda message: self._note_refused(message.type, message.text))

    def open(self, path: str) -> Page:
        """Opens a page of the app and waits until it is drawn."""
        self.page.goto(self.address + path)
        return self._drawn(f"{READY} h1")  # every page has a heading, and none before the script has run

    def settle(self) -> Page:
        """Waits until the app has drawn everything there is after an act on the page."""
        self.page.wait_for_timeout(150)  # for the act to reach the server
        return self._drawn(READY)

    def _drawn(self, shown: str) -> Page:
        self.page.wait_for_selector(shown, timeout=60_000)
        self.page.evaluate("document.fonts.ready.then(() => true)")
        self.page.wait_for_timeout(200)
        self.page.evaluate(AT_REST)
        return self.page

    def all_faults(self) -> list[str]:
        """Everything that went wrong, what stands on the page included."""
        shown = self.page.locator("[data-testid=stException], .lw-error").all_inner_texts()
        return [*self.faults, *(f"on the page: {words}" for words in shown)]

    def _note_outside(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in ("http", "https", "ws", "wss") and parts.hostname not in OWN_HOSTS:
            self.faults.append(f"request to {parts.hostname}")

    def _note_refused(self, kind: str, words: str) -> None:
        if kind == "error" and "Content Security Policy" in words:
            self.faults.append(words)


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """One context a module: the app's own scripts are loaded once."""
    opened = browser.new_context(viewport={"width": 1366, "height": 768}, locale="sv-SE")
    yield opened
    opened.close()


@pytest.fixture
def visitor(context: BrowserContext, address: str, sample_home: Path) -> Iterator[Visitor]:
    """A visitor of the sample municipality; the test fails where anything on the way did."""
    page = context.new_page()
    someone = Visitor(page, address)
    yield someone
    faults = someone.all_faults()
    page.close()
    assert faults == [], (sample_home / "server.log").read_text()[-3000:]


@pytest.fixture
def visit(visitor: Visitor) -> Callable[[str], Page]:
    """Opens a path of the app: `page = visit("/inkop")`."""
    return visitor.open

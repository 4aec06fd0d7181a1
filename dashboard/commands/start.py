"""Starts the app in the browser, with the sample municipality where there is nothing yet."""

import socket
import threading
import time
import urllib.error
import urllib.request
import webbrowser
from pathlib import Path

from dashboard.console import say
from data_access.engine import reading, writing
from data_access.errors import Refused
from data_access.queries.imports import has_imports
from data_access.writes.reference import has_all_reference, seed_reference

SERVER = Path(__file__).resolve().parents[1] / "server.py"
LONGEST_START_S = 60


def has_data() -> bool:
    """Whether anything was ever imported here."""
    with reading() as connection:
        return has_imports(connection)


def start_server(host: str, port: int, *, open_browser: bool) -> None:
    """Runs the app until it is stopped."""
    url = f"http://{host}:{port}"
    if _is_taken(host, port):
        if not _answers(url):
            raise Refused("port_taken", port=port)
        say(f"Luleå Way är redan igång på {url} .")
        if open_browser:
            _open(url)
        return
    complete_reference()
    threading.Thread(target=_tell_when_ready, args=(url, open_browser), daemon=True).start()
    from streamlit.web import cli

    options = {"server.address": host, "server.port": port, "logger.hideWelcomeMessage": True}
    cli.main(["run", str(SERVER), *(f"--{name}={value}" for name, value in options.items())])


def complete_reference() -> None:
    """Adds the dated rows that this version of the app has and the database lacks; else nothing is written."""
    with reading() as connection:
        is_complete = has_all_reference(connection)
    if not is_complete:
        with writing() as connection:
            seed_reference(connection)


def _tell_when_ready(url: str, open_browser: bool) -> None:
    for _ in range(LONGEST_START_S * 10):
        if _answers(url):
            say(f"Luleå Way är igång på {url} . Avsluta med Ctrl+C.")
            if open_browser:
                _open(url)
            return
        time.sleep(0.1)


def _is_taken(host: str, port: int) -> bool:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.settimeout(1)
        return probe.connect_ex((host, port)) == 0


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(f"{url}/healthz", timeout=2) as answer:  # noqa: S310  (our own server)
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def _open(url: str) -> None:
    """Opens the browser where there is one; a machine without a screen is no error."""
    try:
        webbrowser.get()
    except webbrowser.Error:
        return
    webbrowser.open(url)

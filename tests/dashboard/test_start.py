"""Starting the app: where the port is taken, where it runs already, and what a visitor then gets."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from dashboard.commands.start import complete_reference, start_server
from data_access.engine import Engine, reading
from data_access.errors import Refused
from data_access.queries.edition import read_edition
from data_access.writes.reference import has_all_reference

LONGEST_START_S = 60


@pytest.fixture
def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def served(sample_home: Path, free_port: int) -> Iterator[int]:
    """The app as the command starts it, from another folder, on its own port."""
    environment = {**os.environ, "LULEAWAY_HOME": str(sample_home), "DATABASE_URL": "", "LEDGER_URL": ""}
    environment["PYTHONPATH"] = str(Path(__file__).parents[2])
    command = [sys.executable, "-m", "dashboard.cli", "serve", "--port", str(free_port)]
    process = subprocess.Popen(command, env=environment, cwd=sample_home, stderr=subprocess.PIPE)
    try:
        _wait(free_port)
        yield free_port
    finally:
        process.terminate()
        process.communicate(timeout=20)


def _wait(port: int) -> None:
    until = time.monotonic() + LONGEST_START_S
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(f"http://localhost:{port}/healthz", timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise TimeoutError("the app did not start")


def test_the_served_page_is_ours_wherever_the_command_runs(served: int, capfd: pytest.CaptureFixture[str]) -> None:
    with urllib.request.urlopen(f"http://localhost:{served}/", timeout=10) as page:
        body = page.read().decode()

    assert '<html lang="sv">' in body

    with pytest.raises(urllib.error.HTTPError) as missing:
        urllib.request.urlopen(f"http://localhost:{served}/nosuch", timeout=10)
    assert missing.value.code == 404
    assert "Sidan finns inte" in missing.value.read().decode()

    start_server("localhost", served, open_browser=False)

    assert "redan igång" in capfd.readouterr().err


def test_a_port_that_another_program_has_is_refused_in_words(free_port: int) -> None:
    with closing(socket.socket()) as other:
        other.bind(("127.0.0.1", free_port))
        other.listen()

        with pytest.raises(Refused, match="port_taken"):
            start_server("127.0.0.1", free_port, open_browser=False)


def test_starting_adds_the_dated_rows_an_older_database_lacks_and_writes_nothing_where_none_is(
    sqlite_database: Engine,
) -> None:
    complete_reference()
    with reading() as connection:
        first = read_edition(connection)

    complete_reference()

    with reading() as connection:
        assert has_all_reference(connection)
        assert read_edition(connection) == first

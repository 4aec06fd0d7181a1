"""Where this installation keeps its data: LULEAWAY_HOME, or the platform's user data folder."""

import os
from pathlib import Path

from platformdirs import user_data_path


def home() -> Path:
    """The data folder, made at first use and readable by its owner only."""
    path = Path(os.environ["LULEAWAY_HOME"]) if os.environ.get("LULEAWAY_HOME") else user_data_path("luleaway")
    path.mkdir(parents=True, exist_ok=True, mode=0o700)
    return path


def database_url() -> str:
    """DATABASE_URL (PostgreSQL) where given, else the SQLite file in the data folder."""
    return os.environ.get("DATABASE_URL") or f"sqlite:///{home() / 'luleaway.db'}"


def ledger_url() -> str:
    """LEDGER_URL (a folder or an object store) where given, else the Delta Lake table in the data folder."""
    return os.environ.get("LEDGER_URL") or str(home() / "ledger")

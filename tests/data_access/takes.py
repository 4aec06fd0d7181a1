"""A ledger taken without a file: rows in, import out."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from data_access import ledger
from data_access.engine import reading
from data_access.importers.ledger import ReadLedger
from data_access.importers.report import ImportReport
from data_access.queries.edition import read_ledger_version
from data_access.taking import Progress, Request, Taken, silent, take_ledger
from tests.data_access.lines import file_rows

NOW = datetime.fromisoformat("2026-11-22T12:00")


def read_of(*rows: dict[str, Any], refused: int = 0) -> ReadLedger:
    """What a reader gives for a file with these rows."""
    frame = file_rows(*rows)
    counts: dict[str, Any] = {"rows_read": frame.height + refused, "rows_taken": frame.height, "rows_refused": refused}
    return ReadLedger(frame, ImportReport("a.csv", "reskontra", "", **counts), header=["Leverantör", "Belopp"])


def take(
    *rows: dict[str, Any],
    sha256: str = "a" * 64,
    name: str = "a.csv",
    by: Callable[[Request, ReadLedger, Progress], Taken] = take_ledger,
    **request: Any,
) -> Taken:
    """Takes the rows as the file `name` with these bytes."""
    return by(Request(Path(name), "Kim", NOW, sha256, "reskontra", **request), read_of(*rows), silent)


def stored_amounts() -> list[int]:
    """The amounts in the ledger that SQL points at."""
    with reading() as connection:
        version = read_ledger_version(connection)
    return sorted(ledger.scan(version).collect()["amount_ore"].to_list())

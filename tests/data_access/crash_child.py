"""A process that replaces an import and is killed at the point it is told as its argument."""

import os
import signal
import sys
from collections.abc import Callable
from typing import Any

from data_access import ledger, taking
from data_access.writes.imports import write_import_version
from tests.data_access.takes import take

POINTS = (
    "before_the_ledger",
    "between_removal_and_addition",
    "after_the_addition",
    "before_sql_commits",
    "after_sql_committed",
)


def die(*_: object) -> None:
    """Stops at once, as a power cut does: nothing is flushed, closed or rolled back."""
    os.kill(os.getpid(), signal.SIGKILL)


def then_die(act: Callable[..., Any]) -> Callable[..., Any]:
    """`act`, and then the end."""

    def acted(*args: Any, **named: Any) -> None:
        act(*args, **named)
        die()

    return acted


def set_point(point: str) -> None:
    """Makes the process die there."""
    match point:
        case "before_the_ledger":
            ledger.remove = die  # type: ignore[assignment]
        case "between_removal_and_addition":
            ledger.remove = then_die(ledger.remove)
        case "after_the_addition":
            ledger.append = then_die(ledger.append)
        case "before_sql_commits":
            setattr(taking, "write_import_version", then_die(write_import_version))  # noqa: B010  (mypy: not exported)
        case "after_sql_committed":
            taking.take_ledger = then_die(taking.take_ledger)


if __name__ == "__main__":
    set_point(sys.argv[1])
    take({"supplier_name": "Ny AB", "amount_ore": 2}, sha256="b" * 64, by=taking.take_ledger)

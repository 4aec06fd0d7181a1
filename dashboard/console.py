"""What the command line prints: one JSON document, plain tables, a progress bar, and what was wrong."""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any


def print_json(value: object) -> None:
    """One JSON document on stdout."""
    json.dump(value, sys.stdout, ensure_ascii=False, indent=2, default=str)
    sys.stdout.write("\n")


def say(message: str) -> None:
    """A message for a person, on stderr, so that stdout stays what was asked for."""
    sys.stderr.write(message + "\n")


def print_table(title: str, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """A table on stdout."""
    from rich.console import Console
    from rich.table import Table

    table = Table(title=title, title_justify="left")
    for column in columns:
        table.add_column(column)
    for row in rows:
        table.add_row(*("–" if cell is None else str(cell) for cell in row))
    Console(width=None if sys.stdout.isatty() else 200).print(table)


@contextmanager
def progress_bar(words: Callable[[str], str]) -> Iterator[Callable[[str, float], None]]:
    """A bar on a terminal's stderr, nothing elsewhere; the yielded function takes a step's code and the share done."""
    if not sys.stderr.isatty():
        yield lambda _step, _share: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    parts: tuple[Any, ...] = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*parts, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=1.0)
        yield lambda step, share: bar.update(task, description=words(step), completed=share)

"""The small sample municipality as frames, and its ledger with the class of each line."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import polars as pl
import pytest
from sqlalchemy import create_engine, select

from dashboard.data.build import coverage_of, current_edition, frame, read_inputs
from dashboard.rules.line_class import with_line_class
from data_access import ledger
from data_access.tables import metadata

TODAY = date(2026, 11, 22)


@dataclass(frozen=True)
class Sample:
    """Tables by name (as rows of plain values) and the ledger."""

    tables: dict[str, pl.DataFrame]
    lines: pl.DataFrame
    classified: pl.DataFrame
    exhausted: pl.DataFrame


@pytest.fixture(scope="session")
def sample(sample_home: Path) -> Iterator[Sample]:
    """What `python -m sample_data --lines 20000` made."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LULEAWAY_HOME", str(sample_home))
        patch.delenv("DATABASE_URL", raising=False)
        patch.delenv("LEDGER_URL", raising=False)
        edition = current_edition(TODAY)
        exhausted = frame(edition, "exhausted")
        coverage = coverage_of(read_inputs(), edition.as_of, exhausted)
        lines = ledger.scan(edition.ledger_version)
        yield Sample(read_tables(sample_home), lines.collect(), with_line_class(lines, coverage).collect(), exhausted)


def read_tables(home: Path) -> dict[str, pl.DataFrame]:
    """Every table of the SQLite file in `home`."""
    engine = create_engine(f"sqlite:///{home / 'luleaway.db'}")
    with engine.connect() as connection:
        tables = {
            table.name: pl.DataFrame(
                [dict(row) for row in connection.execute(select(table)).mappings()], infer_schema_length=None
            )
            for table in metadata.sorted_tables
        }
    engine.dispose()
    return tables


def environment(home: Path) -> dict[str, str]:
    """What a process of its own needs to work in `home`."""
    return {**os.environ, "LULEAWAY_HOME": str(home), "DATABASE_URL": "", "LEDGER_URL": ""}

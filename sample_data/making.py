"""Writes the municipality: SQL and ledger in one transaction, which only SQL's commit makes visible."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from hashlib import sha256

import polars as pl
from sqlalchemy import Connection, delete, func, insert, select, update

from data_access import ledger
from data_access.append_only import unprotected
from data_access.engine import writing
from data_access.errors import Refused
from data_access.ledger_order import in_order
from data_access.tables import metadata
from data_access.tables.categories import category
from data_access.tables.contracts import contract
from data_access.tables.imports import audit_log, edition, import_file
from data_access.tables.suppliers import supplier
from data_access.writes.bulk import move_sequence
from data_access.writes.matching import propose
from data_access.writes.merging import merge
from data_access.writes.reference import seed_reference
from sample_data.ceilings import exhausting_ceiling
from sample_data.clock import AS_OF, MONTHS, PERIODS, SAMPLE_ON
from sample_data.lines import month_lines, select_schema
from sample_data.log_rows import trace_rows
from sample_data.plan import told_contract
from sample_data.stories import EXHAUSTED
from sample_data.told_lines import told_lines
from sample_data.world import Made, build_world

FEWEST_LINES = 6_000  # the told lines are half of these
MOST_LINES_A_BATCH = 1_000_000
Progress = Callable[[str, float], None]


def make(lines: int = 600_000, progress: Progress | None = None) -> None:
    """Fills the database and the ledger with the sample municipality.

    `lines` is FEWEST_LINES or more. `progress` gets the name of the step and the share done, 0 to 1. Replaces an
    earlier sample; raises Refused("not_a_sample_home") where there is anything else.
    """
    if lines < FEWEST_LINES:
        raise ValueError(f"at least {FEWEST_LINES} lines")
    tell = progress or (lambda _step, _share: None)
    tell("registers", 0.0)
    made = build_world()
    with writing() as connection:
        _clear(connection)
        _write_tables(connection, made.tables)
        connection.execute(insert(audit_log), trace_rows(made.tables))
        move_sequence(connection, audit_log)
        _write_matching(connection, made)
        tell("ledger", 0.4)
        for share in _write_ledger(connection, made, lines):
            tell("ledger", 0.4 + 0.6 * share)


def is_sample(connection: Connection) -> bool:
    """Whether the database holds nothing, or nothing but an earlier sample."""
    kinds = set(connection.execute(select(import_file.c.kind).distinct()).scalars())
    has_rows = any(
        connection.execute(select(func.count()).select_from(table)).scalar() for table in (supplier, category)
    )
    return kinds == {"sample"} or (not kinds and not has_rows)


def _clear(connection: Connection) -> None:
    if not is_sample(connection):
        raise Refused("not_a_sample_home")
    with unprotected(connection):
        for table in reversed(metadata.sorted_tables):
            if table is not edition:
                connection.execute(delete(table))
    connection.execute(update(edition).values(ledger_version=None, sample_on=None))
    ledger.agree(None)


def _write_tables(connection: Connection, tables: dict[str, pl.DataFrame]) -> None:
    connection.execute(insert(import_file), _file_row(1, "register", sum(frame.height for frame in tables.values())))
    seed_reference(connection)
    for name, frame in tables.items():
        table = metadata.tables[name]
        connection.execute(insert(table), frame.to_dicts())
        move_sequence(connection, table)


def _write_matching(connection: Connection, made: Made) -> None:
    """Names in the register that are nearly a supplier's, for people to decide, and two suppliers merged into one."""
    linked = made.tables["contract_supplier"].select(id="contract_id")
    unmatched = made.tables["contract"].join(linked, on="id", how="anti").select("number", name="supplier_name")
    propose(connection, unmatched)
    people = made.world.suppliers
    tail = people.rows.filter(pl.Series(people.is_tail) & ~pl.col("is_masked"))["id"]
    merge(connection, tail[1], tail[0], "exempeldata", AS_OF)


def _write_ledger(connection: Connection, made: Made, lines: int) -> Iterator[float]:
    """Appends the ledger in batches of whole months; yields the share done."""
    batches = _batches(lines)
    told = told_lines(made.world.suppliers, made.contracts)
    exhausted = told_contract(made.contracts, EXHAUSTED)
    persons = made.tables["supplier_alias"].filter(pl.col("kind") == "mask")["id"].cast(pl.Int32)
    bought = []
    for place, months in enumerate(batches):
        drawn = pl.concat([month_lines(made.world, month, _share(lines - told.height, month)) for month in months])
        bought.append(drawn.filter(pl.col("contract") == exhausted))
        own = told.filter(pl.col("period").is_between(PERIODS[months[0]], PERIODS[months[-1]]))
        unordered = select_schema(pl.concat([drawn, own], how="diagonal_relaxed"))
        frame, _ = in_order(unordered, unordered["alias_id"])
        _take(connection, 2 + place, months, frame, frame.filter(pl.col("alias_id").is_in(persons.implode())).height)
        yield (place + 1) / len(batches)
    move_sequence(connection, import_file)
    ceiling = exhausting_ceiling(pl.concat(bought))
    connection.execute(update(contract).where(contract.c.id == exhausted + 1).values(ceiling_ore=ceiling))


def _take(connection: Connection, import_id: int, months: range, frame: pl.DataFrame, masked: int) -> None:
    """One commit of the ledger, the import it stands for, and the edition that may read it."""
    version = ledger.append(frame, import_id)
    row = _file_row(import_id, f"reskontra-{PERIODS[months[0]]}-{PERIODS[months[-1]]}", frame.height)
    taken = {"amount_ore": frame["amount_ore"].sum(), "ledger_version": version, "masked_rows": masked}
    period = {"period_min": PERIODS[months[0]], "period_max": PERIODS[months[-1]]}
    connection.execute(insert(import_file), row | taken | period)
    read = {"ledger_version": version, "sample_on": SAMPLE_ON}
    if connection.execute(update(edition).values(read)).rowcount == 0:
        connection.execute(insert(edition).values(id=1, number=0, **read))


def _batches(lines: int) -> list[range]:
    """A year at a time, or fewer months where a year would be too much to hold."""
    months = min(12, max(1, MOST_LINES_A_BATCH * MONTHS // max(lines, 1)))
    return [range(first, min(first + months, MONTHS)) for first in range(0, MONTHS, months)]


def _share(lines: int, month: int) -> int:
    return lines * (month + 1) // MONTHS - lines * month // MONTHS


def _file_row(number: int, name: str, rows: int) -> dict[str, object]:
    report = {"made_by": "sample_data", "as_of": AS_OF.isoformat(), "rows": rows}
    return {
        "id": number,
        "kind": "sample",
        "source": "exempeldata",
        "file_name": name,
        "sha256": sha256(json.dumps([name, rows]).encode()).hexdigest(),
        "state": "taken",
        "taken_at": datetime.combine(AS_OF, datetime.min.time(), UTC).replace(tzinfo=None),
        "taken_by": "exempeldata",
        "rows_read": rows,
        "rows_taken": rows,
        "rows_refused": 0,
        "total_rows": 0,
        "masked_rows": 0,
        "currency": "SEK",
        "report": report,
    }

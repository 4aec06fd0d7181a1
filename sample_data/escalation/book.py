"""Where the stories are written down: rows of each table in the order they were told, numbered from one."""

from collections import defaultdict
from datetime import date, datetime, time
from typing import Any

import polars as pl

from data_access.tables import metadata

TABLES = (
    "escalation_case",
    "deviation",
    "escalation_event",
    "case_member",
    "case_record",
    "action_item",
    "signal_answer",
    "penalty_clause",
    "penalty",
    "penalty_event",
    "erp_block",
    "audit_result",
    "supplier_comment",
)


class Book:
    """Rows by table. Nothing told may lie after the sample's day."""

    def __init__(self) -> None:
        self.rows: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)

    def add(self, table: str, **values: Any) -> int:
        """Writes one row and gives its id; what nobody tells is null or the column's default."""
        columns = metadata.tables[table].c
        if unknown := set(values) - set(columns.keys()):
            raise KeyError(f"{table} has no {unknown}")
        number = len(self.rows[table]) + 1
        empty = {column.name: getattr(column.default, "arg", None) for column in columns}
        self.rows[table].append(empty | {"id": number} | values)
        return number

    def row(self, table: str, number: int) -> dict[str, Any]:
        """The row with this id, to be told further."""
        return self.rows[table][number - 1]

    def frames(self) -> dict[str, pl.DataFrame]:
        """A frame with every column of each table."""
        return {name: pl.DataFrame(self.rows[name], infer_schema_length=None) for name in TABLES}


def at(day: date, hour: int = 10) -> datetime:
    """A moment of the day's office hours."""
    return datetime.combine(day, time(hour, 15))

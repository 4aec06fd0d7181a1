"""The audit log: who did what, when, and what it changed."""

import json
from collections.abc import Collection
from dataclasses import dataclass

import polars as pl
from sqlalchemy import ColumnElement, Connection, String, cast, func, or_, select

from data_access.queries.frames import read_frame
from data_access.tables.imports import audit_log


@dataclass(frozen=True)
class LogFilter:
    """Which rows; None is all. `words` stand somewhere in the row, or its act or its person is among those named."""

    who: str | None = None
    act: str | None = None
    object_type: str | None = None
    object_id: int | None = None
    words: str = ""
    acts_meant: Collection[str] = ()
    people_meant: Collection[str] = ()


def read_log(connection: Connection, wanted: LogFilter, limit: int, offset: int = 0) -> pl.DataFrame:
    """The newest rows that fit, newest first: the columns of the table."""
    query = select(audit_log).where(*_conditions(wanted)).order_by(audit_log.c.id.desc()).limit(limit).offset(offset)
    return read_frame(connection, query)


def count_log(connection: Connection, wanted: LogFilter) -> int:
    """How many rows fit."""
    return int(connection.execute(select(func.count(audit_log.c.id)).where(*_conditions(wanted))).scalar_one())


def read_log_values(connection: Connection) -> pl.DataFrame:
    """What there is to choose among: each `who`, `act`, `object_type` that occurs together."""
    return read_frame(connection, select(audit_log.c.who, audit_log.c.act, audit_log.c.object_type).distinct())


def _conditions(wanted: LogFilter) -> list[ColumnElement[bool]]:
    named = {name: getattr(wanted, name) for name in ("who", "act", "object_type", "object_id")}
    conditions = [audit_log.c[name] == value for name, value in named.items() if value is not None]
    if wanted.words:
        conditions.append(or_(*_mentions(wanted)))
    return conditions


def _mentions(wanted: LogFilter) -> list[ColumnElement[bool]]:
    """JSON is stored with its letters å, ä and ö as codes, and SQLite knows no capital Å: each way is asked for."""
    written = {wanted.words, wanted.words.lower(), wanted.words.capitalize()}
    coded = {json.dumps(one)[1:-1] for one in written}
    plain = (audit_log.c.who, audit_log.c.act, audit_log.c.object_type, audit_log.c.reason)
    stored = (cast(audit_log.c.before, String), cast(audit_log.c.after, String))
    return [
        *(column.icontains(one, autoescape=True) for column in plain for one in written),
        *(column.icontains(one, autoescape=True) for column in stored for one in coded),
        audit_log.c.act.in_(wanted.acts_meant),
        audit_log.c.who.in_(wanted.people_meant),
    ]

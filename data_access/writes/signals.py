"""Answers to signals: rows are added, and the latest holds."""

from collections.abc import Mapping

from sqlalchemy import Connection, insert

from data_access.tables.escalation import signal_answer


def write_signal_answer(connection: Connection, answer: Mapping[str, object]) -> int:
    """Adds one answer and gives its id."""
    return int(connection.execute(insert(signal_answer).values(**answer).returning(signal_answer.c.id)).scalar_one())

"""Answers to signals: rows are added, and the latest holds."""

from collections.abc import Mapping

from sqlalchemy import Connection, insert, select

from data_access.errors import Conflict
from data_access.tables.escalation import signal_answer


def require_unanswered(
    connection: Connection, kind: str, supplier_id: int, contract_id: int | None, seen: int | None
) -> None:
    """Raises Conflict where the latest answer (id) is another than the one `seen`, None for none."""
    found = signal_answer.c
    latest = (
        select(found.id)
        .where(found.kind == kind, found.supplier_id == supplier_id)
        .where(found.contract_id.is_(None) if contract_id is None else found.contract_id == contract_id)
        .order_by(found.at.desc(), found.id.desc())
        .limit(1)
    )
    if connection.execute(latest).scalar() != seen:
        raise Conflict("signal_answer")


def write_signal_answer(connection: Connection, answer: Mapping[str, object]) -> int:
    """Adds one answer and gives its id."""
    return int(connection.execute(insert(signal_answer).values(**answer).returning(signal_answer.c.id)).scalar_one())

"""One case's frames hold that case, what waits to be taken up by it and nothing of others; in few reads."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, event, insert

from data_access.engine import reading, writing
from data_access.queries.case_frames import read_case_frames, read_rule_frames
from data_access.tables.contracts import contract
from data_access.tables.escalation import case_record, deviation, escalation_case, escalation_event
from data_access.tables.suppliers import supplier
from data_access.writes.reference import seed_reference

NOW = datetime.fromisoformat("2026-11-16T09:30")
TODAY = NOW.date()
SAID = {"description": "Sen.", "observed_on": TODAY, "reported_by": "oskar", "reported_at": NOW}
MOVED = {"sequence": 1, "from_step": 0, "to_step": 1, "event": "indicator_warning", "reason": "Skäl."}


def add_cases(connection: Connection, cases: int) -> None:
    """Cases 1, 2, … of a contract and a supplier each, with a move, a record and a deviation; one deviation waits."""
    ids = range(1, cases + 1)
    connection.execute(insert(supplier), [{"id": n, "name": f"Bolag {n} AB"} for n in ids])
    connection.execute(insert(contract), [{"id": n, "number": f"A-{n}", "title": "t"} for n in ids])
    of = [{"contract_id": n, "supplier_id": n} for n in ids]
    connection.execute(
        insert(escalation_case), [{"id": n, **of[n - 1], "opened_on": TODAY, "opened_by": "anna"} for n in ids]
    )
    by = {"who": "anna", "at": NOW}
    connection.execute(insert(escalation_event), [{"case_id": n, **MOVED, "happened_on": TODAY, **by} for n in ids])
    record = {"kind": "contact", "step": 0, "done_on": TODAY, "is_confidential": False, **by}
    connection.execute(insert(case_record), [{"case_id": n, **record} for n in ids])
    waiting: list[dict[str, Any]] = [{"id": 100 + n, **of[n - 1], "case_id": None, **SAID} for n in ids]
    connection.execute(insert(deviation), [{"id": n, **of[n - 1], "case_id": n, **SAID} for n in ids] + waiting)


def test_the_frames_hold_the_case_what_waits_for_it_and_nothing_of_others(database: Engine) -> None:
    with writing(database) as connection:
        add_cases(connection, 3)

    with reading(database) as connection:
        frames = read_case_frames(connection, 2)

    assert frames["deviation"]["id"].to_list() == [2, 102]
    of = {name: frames[name]["case_id"].to_list() for name in ("escalation_event", "case_record", "case_member")}
    assert of == {"escalation_event": [2], "case_record": [2], "case_member": []}
    assert frames["contract"]["id"].to_list() == frames["escalation_case"]["id"].to_list() == [2]


def test_the_number_of_queries_does_not_grow_with_the_cases(database: Engine) -> None:
    asked: list[str] = []
    with writing(database) as connection:
        add_cases(connection, 30)
        seed_reference(connection)

    with reading(database) as connection:
        event.listen(connection, "before_cursor_execute", lambda *given: asked.append(given[2]))
        frames = read_case_frames(connection, 7) | read_rule_frames(connection)

    assert (len(asked), len(frames)) == (19, 17)  # two more for the decisions on the contract's end
    assert frames["step_role"].height > 20

"""The one way an act is done: by role, once for each form, whole or not at all, and what is refused is logged."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import pytest
from sqlalchemy import Engine, func, insert, select

from dashboard.acts.perform import perform
from dashboard.acts.take_import import take_file
from dashboard.acts.undo_import import undo_import
from dashboard.people import Person
from data_access.engine import Connection, reading, writing
from data_access.errors import Conflict, Refused
from data_access.home import home
from data_access.tables.imports import audit_log, edition
from data_access.tables.suppliers import supplier

NOW = datetime.fromisoformat("2026-11-22T12:00")
LEADER = Person(1, "gun", "Gun", frozenset({"team_leader"}))
PUPIL = Person(2, "mona", "Mona", frozenset({"operations"}))


def add_supplier(connection: Connection) -> int:
    """A deed: one more supplier."""
    return int(connection.execute(insert(supplier).values(name="Norrbygg").returning(supplier.c.id)).scalar_one())


def suppliers() -> int:
    """How many suppliers there are."""
    with reading() as connection:
        return int(connection.execute(select(func.count(supplier.c.id))).scalar_one())


def log() -> list[tuple[str, str, object]]:
    """Who, what and with what outcome, oldest first."""
    query = select(audit_log.c.who, audit_log.c.act, audit_log.c.after).order_by(audit_log.c.id)
    with reading() as connection:
        return [tuple(row) for row in connection.execute(query)]


def test_a_form_saved_many_times_at_once_is_saved_once(database: Engine) -> None:
    def save(_turn: int) -> int | None:
        return perform("open_case", LEADER, "the same form", NOW, add_supplier)

    with ThreadPoolExecutor(4) as pool:
        ids = set(pool.map(save, range(8)))

    assert len(ids) == 1
    assert suppliers() == 1


def test_whoever_may_not_is_refused_before_anything_is_done_and_the_log_says_so(database: Engine) -> None:
    with pytest.raises(Refused, match="not_allowed"):
        perform("open_case", PUPIL, "form", NOW, add_supplier)

    assert suppliers() == 0
    assert log() == [("mona", "open_case_refused", {"code": "not_allowed", "codes": []})]


def test_the_rules_no_undoes_what_was_written_and_logs_every_code_and_no_words(database: Engine) -> None:
    def deed(connection: Connection) -> int:
        add_supplier(connection)
        raise Refused("move_refused", codes=("no_plan", "no_meeting"), object_type="escalation_case", text="Anna Ek")

    with pytest.raises(Refused):
        perform("move_case", LEADER, "form", NOW, deed)

    assert suppliers() == 0
    assert log() == [("gun", "move_case_refused", {"code": "move_refused", "codes": ["no_plan", "no_meeting"]})]


def test_somebody_elses_change_is_a_conflict_that_leaves_nothing(database: Engine) -> None:
    def deed(connection: Connection) -> int:
        add_supplier(connection)
        raise Conflict("somebody was first")

    with pytest.raises(Conflict):
        perform("open_case", LEADER, "form", NOW, deed)

    assert suppliers() == 0
    assert perform("open_case", LEADER, "form", NOW, add_supplier) is not None  # the form is still open


def test_only_an_act_on_the_registers_moves_them(database: Engine) -> None:
    with writing():
        pass

    perform("open_case", LEADER, "one", NOW, add_supplier)
    perform("merge_suppliers", LEADER, "two", NOW, add_supplier, moves_registers=True)
    perform("open_case", LEADER, "three", NOW, add_supplier)

    with reading() as connection:
        assert connection.execute(select(edition.c.number, edition.c.register_number)).one() == (4, 3)


def test_a_file_is_taken_and_undone_by_role_too(database: Engine) -> None:
    path = home() / "reskontra.csv"
    path.write_text("Leverantör;Datum;Belopp\r\nÄlvens El AB;2026-10-02;1234,50\r\n", encoding="utf-8")
    taken = take_file(path, LEADER, NOW)

    with pytest.raises(Refused, match="not_allowed"):
        take_file(path, PUPIL, NOW)
    with pytest.raises(Refused, match="not_allowed"):
        undo_import(taken.import_id, PUPIL, NOW)

    assert [(who, act) for who, act, _ in log()] == [
        ("gun", "take"),
        ("mona", "take_import_refused"),
        ("mona", "undo_import_refused"),
    ]

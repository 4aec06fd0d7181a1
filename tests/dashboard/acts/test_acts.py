"""What a person may do: each act is whole or not done, and leaves a trace in the log and none on disk."""

import io
from datetime import datetime
from uuid import uuid4

import polars as pl
import pytest
from sqlalchemy import Engine, insert, select

from dashboard.acts.answer_proposal import answer_proposal
from dashboard.acts.merge_suppliers import merge_suppliers, undo_supplier_merge
from dashboard.acts.take_import import look_at, plain_name, take_in
from dashboard.acts.undo_import import undo_import
from dashboard.people import Person
from data_access.engine import reading, writing
from data_access.errors import Conflict, Refused
from data_access.home import home
from data_access.queries.imports import list_imports
from data_access.queries.matching import read_match_proposals
from data_access.queries.suppliers import read_supplier_aliases
from data_access.tables.imports import audit_log
from data_access.tables.suppliers import match_proposal, supplier, supplier_alias

NOW = datetime.fromisoformat("2026-11-22T12:00")
ANNA = Person(None, "anna", "Anna", frozenset({"procurement_officer"}))
LEDGER = "Leverantör;Datum;Belopp\r\nÄlvens El AB;2026-10-02;1234,50\r\n".encode()


def key() -> str:
    """The key of a form that has just been opened."""
    return uuid4().hex


def add_suppliers() -> None:
    """Two suppliers with a name each."""
    with writing() as connection:
        for number, name in ((1, "Norrbygg AB"), (2, "Norr Bygg")):
            connection.execute(insert(supplier).values(id=number, name=name))
            key = {"supplier_id": number, "key": f"name:{name.lower()}", "name": name, "kind": "name"}
            connection.execute(insert(supplier_alias).values(key))


def acts_logged() -> list[str]:
    """The log, oldest first."""
    with reading() as connection:
        return list(connection.execute(select(audit_log.c.act).order_by(audit_log.c.id)).scalars())


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("fil.csv", "fil.csv"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\x\\fil.csv", "fil.csv"),
        ("..", "fil"),
        ("", "fil"),
        ("a/\0b", "b"),
        ("x" * 400, "x" * 150),
    ],
)
def test_the_name_of_an_upload_can_lead_nowhere(name: str, plain: str) -> None:
    assert plain_name(name) == plain


def test_looking_at_a_file_writes_nothing_and_leaves_nothing(database: Engine) -> None:
    seen = look_at("reskontra.csv", io.BytesIO(LEDGER), None, None)

    assert (seen.kind, seen.state, seen.report.rows_taken) == ("ledger", "new", 1)
    with reading() as connection:
        assert list_imports(connection).is_empty()
    assert not list(home().glob("upload-*"))


def test_a_file_taken_twice_is_there_once_and_can_be_undone(database: Engine) -> None:
    first = take_in("reskontra.csv", io.BytesIO(LEDGER), ANNA, NOW)
    second = take_in("reskontra.csv", io.BytesIO(LEDGER), ANNA, NOW)

    undo_import(first.import_id, ANNA, NOW)

    assert (first.state, second.state, second.import_id) == ("taken", "unchanged", first.import_id)
    with reading() as connection:
        assert list_imports(connection)["state"].to_list() == ["undone"]
    with pytest.raises(Refused):
        undo_import(first.import_id, ANNA, NOW)
    assert not list(home().glob("upload-*"))


def test_a_file_that_is_refused_leaves_nothing_behind(database: Engine) -> None:
    with pytest.raises(Refused):
        take_in("tom.csv", io.BytesIO(b""), ANNA, NOW)

    assert not list(home().glob("upload-*"))
    assert acts_logged() == []


def test_two_suppliers_become_one_and_two_again(database: Engine) -> None:
    add_suppliers()

    merge_id = merge_suppliers(ANNA, key(), 2, 1, NOW)
    with reading() as connection:
        merged = read_supplier_aliases(connection)["supplier_id"].to_list()
    undo_supplier_merge(ANNA, key(), merge_id, NOW)

    with reading() as connection:
        apart = read_supplier_aliases(connection)["supplier_id"].to_list()
    assert (merged, apart) == ([1, 1], [1, 2])
    assert acts_logged() == ["merge", "undo_merge"]
    with pytest.raises(Conflict):
        undo_supplier_merge(ANNA, key(), merge_id, NOW)


def test_a_merge_asked_for_twice_is_made_once_and_once_more_only_after_it_was_undone(database: Engine) -> None:
    add_suppliers()

    first, again = merge_suppliers(ANNA, key(), 2, 1, NOW), merge_suppliers(ANNA, key(), 2, 1, NOW)
    with pytest.raises(Refused, match="supplier_merged_away"):
        merge_suppliers(ANNA, key(), 1, 2, NOW)
    undo_supplier_merge(ANNA, key(), first, NOW)
    anew = merge_suppliers(ANNA, key(), 2, 1, NOW)

    assert again == first != anew
    assert acts_logged() == ["merge", "merge_suppliers_refused", "undo_merge", "merge"]


@pytest.mark.parametrize(("is_same", "state"), [(True, "accepted"), (False, "dismissed")])
def test_a_proposal_is_answered_once(is_same: bool, state: str, database: Engine) -> None:
    add_suppliers()
    with writing() as connection:
        connection.execute(
            insert(match_proposal).values(id=1, name="Norrbygg Norr", supplier_id=1, score=91.0, state="open")
        )

    answer_proposal(ANNA, 1, is_same, NOW)

    with reading() as connection:
        assert read_match_proposals(connection).filter(pl.col("id") == 1)["state"].to_list() == [state]
    with pytest.raises(Conflict):
        answer_proposal(ANNA, 1, not is_same, NOW)

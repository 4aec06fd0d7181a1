"""A ledger taken: all of it or nothing, on both databases."""

import threading
from dataclasses import replace

import polars as pl
import pytest
from sqlalchemy import Engine, func, select

from data_access import ledger
from data_access.engine import reading
from data_access.errors import Refused
from data_access.queries.edition import read_edition
from data_access.queries.imports import list_imports
from data_access.tables.imports import audit_log
from data_access.taking import refuse
from data_access.undoing import undo
from tests.data_access.takes import NOW, read_of, stored_amounts, take


def test_lines_are_seen_when_the_import_is_done(database: Engine) -> None:
    taken = take({"supplier_name": "Acme AB", "amount_ore": 1}, {"amount_ore": -2})

    with reading(database) as connection:
        stored = list_imports(connection).row(0, named=True)
        version = read_edition(connection).ledger_version
    assert stored_amounts() == [-2, 1]
    assert (stored["id"], stored["state"], stored["rows_taken"], stored["amount_ore"]) == (
        taken.import_id,
        "taken",
        2,
        -1,
    )
    assert stored["ledger_version"] == version


def test_a_corrected_file_takes_the_place_of_the_earlier_one(database: Engine) -> None:
    first = take({"amount_ore": 1})
    take({"amount_ore": 10}, name="other.csv", sha256="c" * 64)

    second = take({"amount_ore": 2}, sha256="b" * 64)

    with reading(database) as connection:
        states = dict(list_imports(connection).select("id", "state").rows())
    assert (second.state, second.replaces_id) == ("replaced", first.import_id)
    assert states[first.import_id] == "replaced"
    assert stored_amounts() == [2, 10]


def test_a_file_of_the_same_name_for_another_month_replaces_nothing(database: Engine) -> None:
    take({"amount_ore": 1, "period": 202610})

    second = take({"amount_ore": 2, "period": 202611}, sha256="b" * 64)

    assert second.state == "taken"
    assert stored_amounts() == [1, 2]


def test_a_person_can_say_which_import_is_replaced(database: Engine) -> None:
    first = take({"amount_ore": 1})

    second = take({"amount_ore": 2}, sha256="b" * 64, name="other.csv", replaces_id=first.import_id)

    assert second.replaces_id == first.import_id
    assert stored_amounts() == [2]


def test_undo_takes_the_lines_away_and_says_who_did_it(database: Engine) -> None:
    gone = take({"amount_ore": 1})
    take({"amount_ore": 2}, name="other.csv", sha256="b" * 64)

    undo(gone.import_id, "Lo", NOW)

    with reading(database) as connection:
        acts = connection.execute(select(audit_log.c.who, audit_log.c.act).order_by(audit_log.c.id)).all()
    assert stored_amounts() == [2]
    assert tuple(acts[-1]) == ("Lo", "undo")


def test_undoing_a_correction_brings_the_earlier_file_back(database: Engine) -> None:
    take({"amount_ore": 1}, {"amount_ore": 1})
    correction = take({"amount_ore": 2}, sha256="b" * 64)

    undo(correction.import_id, "Lo", NOW)

    with reading(database) as connection:
        states = list_imports(connection).sort("id")["state"].to_list()
    assert stored_amounts() == [1, 1]
    assert states == ["taken", "undone"]


def test_an_import_is_undone_once(database: Engine) -> None:
    taken = take({})
    undo(taken.import_id, "Kim", NOW)

    with pytest.raises(Refused, match="import_gone"):
        undo(taken.import_id, "Kim", NOW)


def test_an_unknown_import_cannot_be_undone(database: Engine) -> None:
    with pytest.raises(Refused, match="import_unknown"):
        undo(17, "Kim", NOW)


def test_a_failure_on_the_way_leaves_everything_as_it_was(database: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    take({"amount_ore": 1})

    with monkeypatch.context() as broken:
        broken.setattr("data_access.taking.write_import_version", _fail)
        with pytest.raises(RuntimeError):
            take({"supplier_name": "Ny AB", "amount_ore": 2}, name="other.csv", sha256="b" * 64)

    assert stored_amounts() == [1]


def test_the_import_after_a_failure_holds_nothing_of_it(database: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as broken:
        broken.setattr("data_access.taking.write_import_version", _fail)
        with pytest.raises(RuntimeError):
            take({"amount_ore": 1})

    take({"amount_ore": 2})

    assert stored_amounts() == [2]


def test_two_takes_at_once_wait_for_each_other_and_both_land(database: Engine) -> None:
    names = [f"{number}.csv" for number in range(4)]
    threads = [
        threading.Thread(target=take, args=({"supplier_name": name},), kwargs={"name": name, "sha256": name.ljust(64)})
        for name in names
    ]

    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    with reading(database) as connection:
        assert list_imports(connection).height == 4
    assert len(stored_amounts()) == 4


def test_a_reader_sees_all_of_an_import_or_nothing(database: Engine) -> None:
    rows = [{"amount_ore": 1}] * 50
    seen: set[int] = set()
    is_done = threading.Event()
    reader = threading.Thread(target=_watch, args=(seen, is_done))

    reader.start()
    for number in range(6):
        take(*rows, name=f"{number}.csv", sha256=str(number).ljust(64))
    is_done.set()
    reader.join()

    assert {count % 50 for count in seen} == {0}


def test_nobody_takes_refused_rows_unasked() -> None:
    report = replace(read_of({}, refused=3).report, amount_sum_refused="12.00")

    with pytest.raises(Refused, match="rows_refused"):
        refuse("ledger", report, accept_errors=False)

    refuse("ledger", report, accept_errors=True)


def _watch(seen: set[int], is_done: threading.Event) -> None:
    while not is_done.is_set():
        seen.add(len(stored_amounts()))


def _fail(*_: object) -> None:
    raise RuntimeError("the machine stopped")


def test_money_in_the_report_is_the_money_in_the_ledger(database: Engine) -> None:
    taken = take(*[{"amount_ore": amount} for amount in (101, -1, 250_000_000_000)])

    with reading(database) as connection:
        audit = connection.execute(select(func.count()).select_from(audit_log)).scalar()
        version = read_edition(connection).ledger_version
    total = ledger.scan(version).filter(pl.col("import_id") == taken.import_id).select(pl.sum("amount_ore")).collect()
    assert total.item() == 250_000_000_100
    assert audit == 1

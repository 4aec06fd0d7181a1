"""Several people, or one impatient one, at the same moment: nothing is lost, nothing is done twice, nothing is half."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Barrier, Thread
from typing import Any

import pytest
from sqlalchemy import Engine, func, select

from dashboard.acts import perform
from dashboard.acts.move_case import move_case
from dashboard.acts.name_member import name_member
from dashboard.acts.open_case import open_case
from dashboard.acts.record_act import record_act
from dashboard.acts.report_deviation import report_deviation
from data_access.engine import reading
from data_access.errors import Conflict
from data_access.queries import escalation as queries
from data_access.tables.base import metadata
from tests.dashboard.acts.cases import (
    CONTROLLER,
    NOW,
    OPERATIONS,
    OTHER_CONTROLLER,
    TODAY,
    case_row,
    complete,
    deviation_row,
    logged,
    open_one,
    report,
    settle,
    with_step_rules,
)

ROOT = Path(__file__).parents[3]
PEOPLE = (CONTROLLER, OTHER_CONTROLLER)


@pytest.fixture(autouse=True)
def municipality(database: Engine) -> None:
    settle()
    with_step_rules()


def at_once(*acts: Callable[[], object]) -> list[object]:
    """What each act gave, or the error it raised, when all begin at the same moment on a connection each."""
    barrier, given = Barrier(len(acts)), list[Any](acts)

    def do(at: int) -> None:
        barrier.wait()
        try:
            given[at] = acts[at]()
        except Exception as error:
            given[at] = error

    threads = [Thread(target=do, args=(at,)) for at in range(len(acts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return given


def conflicts(given: list[object]) -> int:
    """How many met a Conflict; whatever else went wrong is raised."""
    wrong = [one for one in given if isinstance(one, Exception)]
    for one in wrong:
        if not isinstance(one, Conflict):
            raise one
    return len(wrong)


def counts() -> dict[str, int]:
    """How many rows each table has."""
    with reading() as connection:
        return {
            name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for name, table in metadata.tables.items()
        }


def staffed_case() -> int:
    case_id = open_one()
    name_member(CONTROLLER, "m", NOW, case_id, 1, "contract_controller", CONTROLLER.id)
    return case_id


def test_two_who_move_the_same_case_make_one_event_and_one_conflict() -> None:
    case_id = staffed_case()

    given = at_once(*(lambda p=p: move_case(p, p.key, NOW, case_id, 2, "indicator_warning", "Skäl.") for p in PEOPLE))

    assert conflicts(given) == 1
    assert counts()["escalation_event"] == len(logged("move_case")) == 1
    assert case_row(case_id)["version"] == 3


def test_a_double_click_makes_one_move_and_one_report() -> None:
    case_id = staffed_case()

    moved = at_once(*[lambda: move_case(CONTROLLER, "same", NOW, case_id, 2, "indicator_warning", "Skäl.")] * 3)
    reported = at_once(*[lambda: report("click")] * 3)

    assert moved == [case_id] * 3
    assert len(set(reported)) == 1
    assert conflicts(reported) == 0
    assert (counts()["escalation_event"], counts()["deviation"]) == (1, 1)
    assert (len(logged("move_case")), len(logged("report_deviation"))) == (1, 1)


def test_two_who_complete_the_same_deviation_never_overwrite_each_other() -> None:
    made = report()

    given = at_once(
        lambda: complete(made, key="a", severity=4, category="late"),
        lambda: complete(made, key="b", by=OTHER_CONTROLLER, severity=1, category="price"),
    )

    kept = deviation_row(made)
    assert conflicts(given) == 1
    assert (kept["severity"], kept["category"]) == ((4, "late") if given[0] == made else (1, "price"))
    assert kept["version"] == 2


def test_two_who_open_the_same_case_get_the_same_case_with_the_deviations_of_both() -> None:
    one, other = report("1"), report("2")

    given = at_once(
        lambda: open_case(CONTROLLER, "a", NOW, 1, 1, [one]),
        lambda: open_case(OTHER_CONTROLLER, "b", NOW, 1, 1, [other]),
    )

    assert given[0] == given[1] == deviation_row(one)["case_id"] == deviation_row(other)["case_id"]
    assert counts()["escalation_case"] == len(logged("open_case")) == 1


def test_many_who_record_with_the_same_version_seen_lose_nothing_and_all_get_in_by_trying_again() -> None:
    case_id = open_one()

    def record(name: str) -> int:
        """Tries as a person would: sees the case, saves, and looks again after a conflict."""
        for tries in range(10):
            try:
                seen = case_row(case_id)["version"]
                record_act(CONTROLLER, f"{name}{tries}", NOW, case_id, seen, kind="contact", done_on=TODAY, note=name)
            except Conflict:
                continue
            return tries
        raise AssertionError(name)

    conflicts(at_once(*(lambda name=name: record(name) for name in "abcdef")))

    with reading() as connection:
        notes = queries.read_case_records(connection, case_id)["note"].sort().to_list()
    assert notes == list("abcdef")
    assert case_row(case_id)["version"] == 7


def test_a_deviation_confirmed_while_the_case_is_moved_is_not_overlooked() -> None:
    case_id, made = staffed_case(), report()

    given = at_once(
        lambda: complete(made, key="a"),
        lambda: move_case(CONTROLLER, "b", NOW, case_id, 2, "indicator_warning", "Skäl."),
    )

    assert given[0] == made
    assert deviation_row(made)["case_id"] == case_id
    has_moved = conflicts(given) == 0  # whoever moves after the confirmation has not seen it, and is told
    assert counts()["escalation_event"] == has_moved
    assert case_row(case_id)["version"] == 3 + has_moved


def test_a_form_whose_saving_breaks_off_leaves_nothing_and_can_be_saved_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    case_id, made = staffed_case(), report()
    before, version = counts(), case_row(case_id)["version"]

    def break_off(*_: object) -> None:
        raise OSError("the power went")

    deeds: tuple[Callable[[], object], ...] = (
        lambda: report("x"),
        lambda: complete(made, key="y"),
        lambda: move_case(CONTROLLER, "z", NOW, case_id, version, "indicator_warning", "Skäl."),
    )
    with monkeypatch.context() as patched:
        patched.setattr(perform, "write_done", break_off)
        for deed in deeds:
            with pytest.raises(OSError, match="power"):
                deed()

    assert counts() == before
    assert deviation_row(made)["version"] == 1
    assert case_row(case_id)["version"] == version
    move_case(CONTROLLER, "z", NOW, case_id, version, "indicator_warning", "Skäl.")
    assert counts()["escalation_event"] == 1


KILLED_WHILE_SAVING = """
import os
from dashboard.acts import perform
from tests.dashboard.acts.cases import report
perform.write_done = lambda *_: os._exit(9)
report("killed")
"""


def test_a_process_killed_while_it_saves_leaves_nothing_and_blocks_nobody() -> None:
    before = counts()

    child = subprocess.run([sys.executable, "-c", KILLED_WHILE_SAVING], cwd=ROOT, check=False, timeout=60)

    assert child.returncode == 9
    assert counts() == before
    report("killed")
    assert counts()["deviation"] == before["deviation"] + 1


@pytest.mark.parametrize(
    "text",
    [
        "Citat ' \" ` \\ % _ ? :x {y}",
        "'); DROP TABLE deviation; --",
        "<script>alert('x')</script>",
        "👩‍👩‍👧‍👦 🇸🇪 Åäö",
        "שלום مرحبا",
        "rad 1\nrad 2",
        "x" * 10_000,
        "🚚" * 10_000,
    ],
)
def test_a_text_comes_back_from_the_database_as_it_was_typed(text: str) -> None:
    said: dict[str, Any] = {
        "supplier_id": 1,
        "contract_id": None,
        "unit_id": None,
        "evidence": None,
        "place": text[:200],
    }

    made = report_deviation(OPERATIONS, "t", NOW, description=text, observed_on=TODAY, **said)

    assert made is not None
    row = deviation_row(made)
    assert (row["description"], row["place"]) == (text, text[:200].strip())


def test_signs_that_a_database_cannot_keep_are_taken_away() -> None:
    row = deviation_row(report(description="Sen\0 leverans\ud83d", place="K\u202eöket"))

    assert (row["description"], row["place"]) == ("Sen leverans", "Köket")

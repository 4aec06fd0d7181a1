"""The ledger table: versions, removal, and what a crash leaves behind."""

from pathlib import Path

import pytest

from data_access import ledger
from data_access.ledger_schema import LEDGER_SCHEMA
from tests.data_access.lines import lines


@pytest.fixture(autouse=True)
def _own_ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEDGER_URL", str(tmp_path / "ledger"))


def amounts(version: int | None) -> list[int]:
    return sorted(ledger.scan(version).collect()["amount_ore"].to_list())


def test_no_version_has_every_column_and_no_line() -> None:
    frame = ledger.scan(None).collect()

    assert frame.is_empty()
    assert dict(frame.schema) == LEDGER_SCHEMA


def test_a_line_comes_back_with_its_types_and_its_import() -> None:
    version = ledger.append(lines({"amount_ore": -5}), import_id=7)

    frame = ledger.scan(version).collect()

    assert dict(frame.schema) == LEDGER_SCHEMA
    assert frame.select("import_id", "amount_ore").rows() == [(7, -5)]


def test_equal_lines_are_all_kept() -> None:
    version = ledger.append(lines({}, {}, {}), import_id=1)

    assert len(amounts(version)) == 3


def test_an_earlier_version_can_still_be_read() -> None:
    first = ledger.append(lines({"amount_ore": 1}), import_id=1)
    second = ledger.append(lines({"amount_ore": 2}), import_id=2)

    assert amounts(first) == [1]
    assert amounts(second) == [1, 2]


def test_removing_imports_leaves_the_others() -> None:
    for number in (1, 2, 3):
        ledger.append(lines({"amount_ore": number}), import_id=number)

    version = ledger.remove([1, 3])

    assert amounts(version) == [2]


def test_what_a_crash_left_is_taken_away_by_the_next_writer() -> None:
    known = ledger.append(lines({"amount_ore": 1}), import_id=1)
    ledger.append(lines({"amount_ore": 2}), import_id=2)

    ledger.agree(known)

    assert amounts(ledger.newest()) == [1]


def test_a_first_import_that_crashed_leaves_nothing() -> None:
    ledger.append(lines({}), import_id=1)

    ledger.agree(None)

    assert amounts(ledger.newest()) == []


def test_agreeing_changes_nothing_where_nothing_is_wrong() -> None:
    known = ledger.append(lines({}), import_id=1)

    ledger.agree(known)

    assert ledger.newest() == known


def test_a_folder_may_have_blanks_and_swedish_letters_in_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LEDGER_URL", str(tmp_path / "Åsas mapp 100%" / "ledger"))
    first = ledger.append(lines({"amount_ore": 5}), import_id=1)

    second = ledger.append(lines({"amount_ore": 7}), import_id=2)

    assert amounts(first) == [5]
    assert amounts(second) == [5, 7]
    assert amounts(ledger.remove([1])) == [7]

"""The logs grow and never change: the database refuses it, and no code of ours tries."""

import re
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, insert, select, text
from sqlalchemy.exc import DBAPIError

from data_access.append_only import DEEDS, LOGS, unprotected
from data_access.engine import reading, writing
from data_access.tables import metadata
from data_access.tables.imports import edition
from data_access.writes.audit import write_audit

ROOT = Path(__file__).parents[2]
NOW = datetime.fromisoformat("2026-11-22T12:00")
DAY = NOW.date()
BY = {"who": "anna", "at": NOW, "happened_on": DAY, "sequence": 1, "reason": "Skäl"}
DECIDED = {"who": "anna", "at": NOW, "decided_on": DAY, "reason": "Behovet upphör."}
OF = {"contract_id": 1, "supplier_id": 1}
# One row of each log, after the rows it points at.
ROWS = (
    ("supplier", {"name": "Norrbygg AB"}),
    ("contract", {"number": "A-1", "title": "Bygg"}),
    ("escalation_case", {"opened_on": DAY, "opened_by": "anna", **OF}),
    ("escalation_event", {"case_id": 1, "from_step": 0, "to_step": 1, "event": "deviation_confirmed", **BY}),
    ("penalty_clause", {"contract_id": 1, "clause": "7.2", "unit": "day", "amount_ore": 100}),
    ("penalty", {"clause_id": 1, "from_on": DAY, "entitled_ore": 100, "arithmetic": "1 × 1", **OF}),
    ("penalty_event", {"penalty_id": 1, "state": "entitled", "amount_ore": 100, **BY}),
    ("contract_decision", {"contract_id": 1, "kind": "expire", "forum": "Delegation", **DECIDED}),
)
CHANGES = {"UPDATE": "UPDATE {log} SET who = 'bo'", "DELETE": "DELETE FROM {log}"}


def write_rows() -> None:
    """One row in each log."""
    with writing() as connection:
        for name, row in ROWS:
            connection.execute(insert(metadata.tables[name]).values(id=1, **row))
        write_audit(connection, at=NOW, who="anna", act="merge", object_type="supplier_merge", object_id=1)


def kept() -> dict[str, list[str]]:
    """Who stands in each log."""
    with reading() as connection:
        return {log: list(connection.execute(select(metadata.tables[log].c.who)).scalars()) for log in LOGS}


@pytest.mark.parametrize("deed", DEEDS)
@pytest.mark.parametrize("log", LOGS)
def test_no_row_of_a_log_is_changed_or_removed(log: str, deed: str, database: Engine) -> None:
    write_rows()

    with pytest.raises(DBAPIError, match=f"rows of {log} are never changed"), writing() as connection:
        connection.execute(text(CHANGES[deed].format(log=log)))

    assert kept() == {log: ["anna"] for log in LOGS}


def test_only_a_made_up_municipality_is_made_anew_and_its_logs_are_guarded_again(database: Engine) -> None:
    write_rows()

    with writing() as connection, unprotected(connection):
        connection.execute(text("DELETE FROM penalty_event"))

    assert kept()["penalty_event"] == []
    with pytest.raises(DBAPIError, match="never changed"), writing() as connection:
        connection.execute(text("DELETE FROM escalation_event"))


def test_a_refused_change_leaves_the_edition_as_it_was(database: Engine) -> None:
    write_rows()
    with reading() as connection:
        before = connection.execute(select(edition.c.number)).scalar_one()

    with pytest.raises(DBAPIError), writing() as connection:
        connection.execute(text("DELETE FROM audit_log"))

    with reading() as connection:
        assert connection.execute(select(edition.c.number)).scalar_one() == before


def sources(*folders: str) -> dict[str, str]:
    """Our code by path, without the file that guards the logs and without migrations."""
    paths = [path for folder in folders for path in (ROOT / folder).rglob("*.py")]
    known = {str(path.relative_to(ROOT)): path.read_text(encoding="utf-8") for path in paths}
    return {path: code for path, code in known.items() if "migrations" not in path and "append_only" not in path}


def test_no_code_changes_a_log_or_lifts_its_guard() -> None:
    logs = "|".join(LOGS)
    built = rf"\b(?:update|delete)\(\s*(?:\w+\.)*(?:{logs})\b"
    written = rf"\b(?:UPDATE|DELETE FROM|TRUNCATE)\s+(?:{logs})\b"
    change = re.compile(rf"{built}|{written}|\bunprotected\b")

    found = [path for path, code in sources("dashboard", "pages", "data_access").items() if change.search(code)]
    lifting = [path for path, code in sources("sample_data").items() if "unprotected" in code]

    assert change.search("connection.execute(update(audit_log).values(who='bo'))")
    assert change.search("DELETE FROM penalty_event")
    assert found == []
    assert lifting == ["sample_data/making.py"]

"""A row changes only from the version that was seen, and the log gets what changed and no more."""

from datetime import date

import pytest
from sqlalchemy import Engine, insert

from data_access.engine import writing
from data_access.errors import Conflict, Refused
from data_access.tables.contracts import contract
from data_access.tables.escalation import escalation_case
from data_access.tables.suppliers import supplier
from data_access.writes.changes import change_row, changed, read_row, require_version


def test_a_row_changes_from_the_version_seen_and_from_no_other(database: Engine) -> None:
    with writing(database) as connection:
        connection.execute(insert(supplier).values(id=1, name="Bolag AB"))
        connection.execute(insert(contract).values(id=1, number="A-1", title="t"))
        row = {"id": 1, "contract_id": 1, "supplier_id": 1, "opened_on": date(2026, 1, 1), "opened_by": "anna"}
        connection.execute(insert(escalation_case).values(**row))

        change_row(connection, escalation_case, 1, 1, {"registration_number": "KS 1"})
        for row_id, seen in ((1, 1), (1, 3), (2, 1)):
            with pytest.raises(Conflict):
                change_row(connection, escalation_case, row_id, seen, {"registration_number": "KS 2"})
        kept = read_row(connection, escalation_case, 1)
        with pytest.raises(Refused, match="escalation_case_unknown"):
            read_row(connection, escalation_case, 2)

    assert (kept["registration_number"], kept["version"]) == ("KS 1", 2)
    require_version(kept, 2)
    with pytest.raises(Conflict):
        require_version(kept, 1)


def test_the_log_gets_what_changed_with_days_as_text() -> None:
    before = {"state": "reported", "due_on": None, "note": "Lika", "credited_ore": 5}

    was, is_now = changed(before, {"state": "confirmed", "due_on": date(2026, 12, 1), "note": "Lika", "new": 1})

    assert was == {"state": "reported", "due_on": None}
    assert is_now == {"state": "confirmed", "due_on": "2026-12-01", "new": 1}

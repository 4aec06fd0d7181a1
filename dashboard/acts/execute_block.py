"""Say that a block on ordering was put in place in the purchasing system."""

from datetime import date, datetime

from dashboard.acts.perform import perform
from dashboard.acts.sanction_log import log
from dashboard.people import Person
from dashboard.rules.sanctions.blocks import block_obstacles
from dashboard.sanction_words import require
from data_access.engine import Connection
from data_access.writes.sanctions import change_one, read_one, touch_case


def execute_block(person: Person, key: str, now: datetime, block_id: int, seen: int, executed_on: date) -> int | None:
    """Saves the day and gives the block's id. Raises Refused for a day that cannot be, Conflict when it was changed."""

    def deed(connection: Connection) -> int:
        before = read_one(connection, "erp_block", block_id)
        require(block_obstacles(before, executed_on, None, now.date()), "erp_block", block_id)
        after = {"executed_on": executed_on, "executed_by": person.key}
        change_one(connection, "erp_block", block_id, seen, after)
        touch_case(connection, before["case_id"])
        log(connection, person, now, "execute_block", ("erp_block", block_id), after, before)
        return block_id

    return perform("execute_block", person, key, now, deed)

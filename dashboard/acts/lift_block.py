"""Lift a block on ordering, or take back a request that was never carried out; with the reason."""

from datetime import date, datetime

from dashboard.acts.perform import perform
from dashboard.acts.sanction_log import log
from dashboard.people import Person
from dashboard.rules.deviations.free_text import needed_text
from dashboard.rules.sanctions.blocks import block_obstacles
from dashboard.sanction_words import require
from data_access.engine import Connection
from data_access.writes.sanctions import change_one, read_one, touch_case


def lift_block(
    person: Person, key: str, now: datetime, block_id: int, seen: int, lifted_on: date, reason: str
) -> int | None:
    """Saves day and reason and gives the block's id. Raises Refused for a day that cannot be, Conflict when changed."""

    def deed(connection: Connection) -> int:
        before = read_one(connection, "erp_block", block_id)
        require(block_obstacles(before, None, lifted_on, now.date()), "erp_block", block_id)
        why = needed_text(reason, "reason")
        after = {"lifted_on": lifted_on, "lifted_by": person.key, "lifted_reason": why}
        change_one(connection, "erp_block", block_id, seen, after)
        touch_case(connection, before["case_id"])
        log(connection, person, now, "lift_block", ("erp_block", block_id), after, before, why)
        return block_id

    return perform("lift_block", person, key, now, deed)

"""Put follow-ups into a contract's plan: the whole proposed plan at once, or one that somebody thought of."""

from collections.abc import Sequence
from datetime import date, datetime

import polars as pl

from dashboard.acts.perform import perform
from dashboard.people import Person
from dashboard.rules.deviations.free_text import free_text
from dashboard.rules.ends import with_ends_on
from dashboard.rules.follow_up.allowed import plan_obstacles
from dashboard.rules.follow_up.proposal import Proposed
from data_access.engine import Connection
from data_access.errors import Conflict, Refused
from data_access.queries.contracts import read_contract_options, read_contracts
from data_access.queries.follow_up import last_planned
from data_access.writes.audit import write_audit
from data_access.writes.follow_up import write_plan


def plan_follow_up(
    person: Person,
    key: str,
    now: datetime,
    contract_id: int,
    seen: int,
    *,
    rows: Sequence[Proposed],
    responsible: str | None,
) -> int | None:
    """Adds the follow-ups and gives the contract's id. `seen` is the id of the last planned one, 0 for none.

    `responsible` is a role or a function. Raises Refused for a method that is not known or a day that has been, lies
    too far ahead or after the contract's end, and Conflict where somebody added to the plan meanwhile: the same
    proposal is not accepted twice.
    """

    def deed(connection: Connection) -> int:
        if codes := plan_obstacles(rows, now.date(), ends_on(connection, contract_id, now.date())):
            raise Refused(codes[0], codes=tuple(codes), object_type="contract", object_id=contract_id)
        if last_planned(connection, contract_id) != seen:
            raise Conflict(f"contract {contract_id} has a longer plan than {seen}")
        whose = free_text(responsible, "responsible", 100)
        shared = {"contract_id": contract_id, "responsible": whose, "version": 1}
        write_plan(connection, [{**shared, "method": one.method, "planned_on": one.planned_on} for one in rows])
        write_audit(
            connection,
            at=now,
            who=person.key,
            act="plan_follow_up",
            object_type="contract",
            object_id=contract_id,
            after={"planned": [[one.planned_on.isoformat(), one.method] for one in rows], "responsible": whose},
        )
        return contract_id

    return perform("plan_follow_up", person, key, now, deed)


def ends_on(connection: Connection, contract_id: int, today: date) -> date | None:
    """Its last day with the options used by `today`; None where it has none. Refused (`contract_unknown`)."""
    mine = read_contracts(connection).filter(pl.col("id") == contract_id)
    if mine.is_empty():
        raise Refused("contract_unknown", object_type="contract", object_id=contract_id)
    options = read_contract_options(connection).filter(pl.col("contract_id") == contract_id)
    day: date | None = with_ends_on(mine, options, today)["ends_on"].item()
    return day

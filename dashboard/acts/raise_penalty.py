"""Write down that the contract gives a right to a penalty, and how it is counted; count again when a delay ends."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from dashboard.acts.perform import perform
from dashboard.acts.sanction_log import log
from dashboard.people import Person
from dashboard.rules.deviations.free_text import free_text
from dashboard.rules.sanctions.entitled import Clause, Entitled, entitled
from dashboard.rules.sanctions.penalty_moves import SINGLE
from dashboard.sanction_words import require
from data_access.engine import Connection
from data_access.queries import parties, sanctions
from data_access.writes.changes import require_version
from data_access.writes.sanctions import add_penalty_event, change_one, read_one, touch_case, write_new

STILL = ", räknat till och med {day}"


@dataclass(frozen=True)
class Breach:
    """What a penalty is for. No last day: it happened once, or the delay goes on and is counted up to today."""

    supplier_id: int
    from_on: date
    to_on: date | None = None
    base_ore: int | None = None
    case_id: int | None = None
    deviation_id: int | None = None


def raise_penalty(
    person: Person, key: str, now: datetime, *, clause_id: int, breach: Breach, reason: str | None = None
) -> int | None:
    """Saves the right with its amount and gives its id. Raises Refused where the clause gives none."""

    def deed(connection: Connection) -> int:
        clause = read_one(connection, "penalty_clause", clause_id)
        require(_obstacles(connection, clause, breach, now.date()), "penalty_clause", clause_id)
        counted = _counted(clause, breach.from_on, breach.to_on, breach.base_ore, now.date())
        require([] if counted.ore > 0 else ["penalty_nothing"], "penalty_clause", clause_id)
        kept = {**vars(breach), "contract_id": clause["contract_id"], "clause_id": clause_id}
        kept |= {"entitled_ore": counted.ore, "arithmetic": counted.arithmetic}
        penalty_id = write_new(connection, "penalty", kept)
        _entitle(connection, person, now, (penalty_id, breach.from_on), counted.ore, free_text(reason, "reason"))
        touch_case(connection, breach.case_id)
        log(connection, person, now, "raise_penalty", ("penalty", penalty_id), kept, reason=reason)
        return penalty_id

    return perform("raise_penalty", person, key, now, deed)


def recount_penalty(person: Person, key: str, now: datetime, penalty_id: int, seen: int, to_on: date) -> int | None:
    """The delay ended on `to_on`, or has gone on: the right is counted again. Only before it is claimed."""

    def deed(connection: Connection) -> int:
        before = read_one(connection, "penalty", penalty_id)
        require_version(before, seen)
        clause = read_one(connection, "penalty_clause", before["clause_id"])
        is_claimed = sanctions.read_standing(connection, before)["state"] != "entitled"
        wrong_days = not before["from_on"] <= to_on <= now.date()
        found = {"penalty_settled": is_claimed, "penalty_days": wrong_days}
        require([code for code, holds in found.items() if holds], "penalty", penalty_id)
        counted = _counted(clause, before["from_on"], to_on, before["base_ore"], now.date())
        after = {"to_on": to_on, "entitled_ore": counted.ore, "arithmetic": counted.arithmetic}
        change_one(connection, "penalty", penalty_id, seen, after)
        _entitle(connection, person, now, (penalty_id, before["from_on"]), counted.ore, None)
        touch_case(connection, before["case_id"])
        log(connection, person, now, "recount_penalty", ("penalty", penalty_id), after, before)
        return penalty_id

    return perform("raise_penalty", person, key, now, deed)


def _counted(clause: dict[str, Any], from_on: date, to_on: date | None, base_ore: int | None, today: date) -> Entitled:
    terms = Clause(clause["unit"], clause["amount_ore"], clause["percent"], clause["cap_ore"])
    found = entitled(terms, from_on, to_on or today, base_ore)
    if to_on is not None or terms.unit in SINGLE:
        return found
    return found._replace(arithmetic=found.arithmetic + STILL.format(day=today.isoformat()))


def _obstacles(connection: Connection, clause: dict[str, Any], breach: Breach, today: date) -> list[str]:
    of_contract = parties.read_contract_parties(connection, clause["contract_id"])
    last = breach.to_on or breach.from_on
    about = (breach.case_id, breach.deviation_id, clause["contract_id"], breach.supplier_id)
    category = None if breach.deviation_id is None else sanctions.read_category(connection, breach.deviation_id)
    found = {
        "penalty_days": not breach.from_on <= last <= today,
        "penalty_base": clause["unit"] == "percent" and (breach.base_ore or 0) <= 0,
        "penalty_supplier": bool(of_contract) and breach.supplier_id not in of_contract,
        "penalty_about": not sanctions.is_about(connection, *about),
        "penalty_category": None not in (clause["category"], category) and clause["category"] != category,
    }
    return [code for code, holds in found.items() if holds]


def _entitle(
    connection: Connection, person: Person, now: datetime, penalty: tuple[int, date], ore: int, reason: str | None
) -> None:
    """The right arose on the first day late, whenever somebody writes it down."""
    penalty_id, arose_on = penalty
    event = {"state": "entitled", "happened_on": arose_on, "amount_ore": ore, "reason": reason}
    add_penalty_event(connection, penalty_id, event | {"who": person.key, "at": now})

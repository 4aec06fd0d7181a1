"""Note a change of a contract with its ground in law, and what the contract is worth."""

from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from dashboard.acts.in_case import log, require_past
from dashboard.acts.perform import perform
from dashboard.decision_refusals import require
from dashboard.people import Person
from dashboard.rules.deviations.free_text import needed_text
from dashboard.rules.deviations.free_text import registration_number as number_text
from data_access.engine import Connection
from data_access.errors import Refused
from data_access.queries import parties
from data_access.writes.decisions import change_one, read_one, write_new

GROUNDS = ("17:9", "17:10", "17:11", "17:12", "17:13", "17:14")
KINDS = ("goods", "services", "works")
LARGEST_ORE = 10**15
LARGEST_INDEX = 100


@dataclass(frozen=True)
class Amendment:
    """A change as it is filled in. `value_delta_ore` is signed: a smaller scope is below zero."""

    signed_on: date
    ground: str
    value_delta_ore: int
    description: str
    notice_published_on: date | None = None
    registration_number: str | None = None


def record_amendment(
    person: Person,
    key: str,
    now: datetime,
    contract_id: int,
    amendment: Amendment,
    amendment_id: int | None = None,
    seen: int | None = None,
) -> int | None:
    """Saves the change and gives its id; with an `amendment_id` the one that is there is corrected."""

    def deed(connection: Connection) -> int:
        _require_contract(connection, contract_id)
        require_past(amendment.signed_on, now.date(), "signed_on")
        require(_obstacles(amendment, now.date()), contract_id)
        kept = asdict(
            replace(
                amendment,
                description=needed_text(amendment.description, "description"),
                registration_number=number_text(amendment.registration_number),
            )
        )
        if amendment_id is None:
            by = {"contract_id": contract_id, "recorded_by": person.key, "recorded_at": now}
            made = write_new(connection, "amendment", kept | by)
            log(connection, person, now, "record_amendment", ("amendment", made), None, kept)
            return made
        before = read_one(connection, "amendment", amendment_id)
        if before["contract_id"] != contract_id:
            raise Refused("amendment_unknown", object_type="contract", object_id=contract_id)
        change_one(connection, "amendment", amendment_id, seen or 0, kept)
        log(connection, person, now, "record_amendment", ("amendment", amendment_id), before, kept)
        return amendment_id

    return perform("record_amendment", person, key, now, deed)


def value_contract(
    person: Person,
    key: str,
    now: datetime,
    contract_id: int,
    *,
    valued_on: date,
    value_ore: int,
    index_factor: Decimal,
    purchase_type: str,
    source: str,
) -> int | None:
    """Saves what the contract is worth with all its options, and gives the row's id. The last value holds."""

    def deed(connection: Connection) -> int:
        _require_contract(connection, contract_id)
        require_past(valued_on, now.date(), "valued_on")
        found = {
            "valuation_value": not 0 < value_ore <= LARGEST_ORE,
            "valuation_index": not 0 < index_factor <= LARGEST_INDEX,
            "valuation_type": purchase_type not in KINDS,
        }
        require([code for code, holds in found.items() if holds], contract_id)
        values = {"valued_on": valued_on, "value_ore": value_ore, "purchase_type": purchase_type}
        values |= {"source": needed_text(source, "source", 200)}
        row = {**values, "index_factor": index_factor, "contract_id": contract_id, "who": person.key, "at": now}
        made = write_new(connection, "contract_valuation", row)
        logged = values | {"index_factor": str(index_factor)}
        log(connection, person, now, "value_contract", ("contract", contract_id), None, logged)
        return made

    return perform("value_contract", person, key, now, deed)


def _require_contract(connection: Connection, contract_id: int) -> None:
    if not parties.has_contract(connection, contract_id):
        raise Refused("contract_unknown", object_type="contract")


def _obstacles(amendment: Amendment, today: date) -> list[str]:
    notice = amendment.notice_published_on
    found = {
        "amendment_ground": amendment.ground not in GROUNDS,
        "amendment_notice_day": notice is not None and not amendment.signed_on <= notice <= today,
        "amendment_number": abs(amendment.value_delta_ore) > LARGEST_ORE,
    }
    return [code for code, holds in found.items() if holds]

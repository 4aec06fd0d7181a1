"""Write down what penalty a contract gives a right to, or correct it."""

from dataclasses import asdict, dataclass, replace
from datetime import datetime
from decimal import Decimal

from dashboard.acts.perform import perform
from dashboard.acts.sanction_log import log
from dashboard.people import Person
from dashboard.rules.deviations.free_text import needed_text
from dashboard.sanction_words import require
from data_access.engine import Connection
from data_access.errors import Refused
from data_access.queries import parties
from data_access.writes.sanctions import change_one, read_one, write_new

LONGEST_CLAIM = 3650


@dataclass(frozen=True)
class Terms:
    """A penalty clause as it is filled in. An amount for each unit, or a percentage; never both."""

    clause: str
    unit: str
    amount_ore: int | None = None
    percent: Decimal | None = None
    cap_ore: int | None = None
    category: str | None = None
    needs_notice: bool = False
    claim_within_days: int | None = None


def set_penalty_clause(
    person: Person,
    key: str,
    now: datetime,
    *,
    contract_id: int,
    terms: Terms,
    clause_id: int | None = None,
    seen: int | None = None,
) -> int | None:
    """Saves the clause and gives its id; with a `clause_id` the one that is there is changed.

    Penalties raised before keep their amounts. Raises Refused for terms that cannot be, Conflict where somebody else
    has changed the clause since version `seen`.
    """

    def deed(connection: Connection) -> int:
        require(_obstacles(terms), "penalty_clause", clause_id)
        kept = asdict(replace(terms, clause=needed_text(terms.clause, "clause", 200)))
        if clause_id is None:
            if not parties.has_contract(connection, contract_id):
                raise Refused("contract_unknown", object_type="penalty_clause")
            saved = write_new(connection, "penalty_clause", kept | {"contract_id": contract_id})
            log(connection, person, now, "set_penalty_clause", ("penalty_clause", saved), kept)
            return saved
        before = read_one(connection, "penalty_clause", clause_id)
        change_one(connection, "penalty_clause", clause_id, seen or 0, kept)
        log(connection, person, now, "set_penalty_clause", ("penalty_clause", clause_id), kept, before)
        return clause_id

    return perform("set_penalty_clause", person, key, now, deed)


def _obstacles(terms: Terms) -> list[str]:
    is_percent, days = terms.unit == "percent", terms.claim_within_days
    share_fits = terms.percent is not None and 0 < terms.percent <= 100 and terms.amount_ore is None
    amount_fits = terms.amount_ore is not None and terms.amount_ore > 0 and terms.percent is None
    found = {
        "clause_amount": not (share_fits if is_percent else amount_fits),
        "clause_cap": terms.cap_ore is not None and terms.cap_ore <= 0,
        "clause_days": days is not None and not 1 <= days <= LONGEST_CLAIM,
    }
    return [code for code, holds in found.items() if holds]

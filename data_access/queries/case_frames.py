"""Everything the rules of the ladder ask about one case, in a fixed number of queries; frames named as the tables."""

import polars as pl
from sqlalchemy import Connection, Select, Table, and_, or_, select

from data_access.queries.decided_ends import with_extensions, with_terminations
from data_access.queries.frames import read_frame
from data_access.tables.contracts import contract, contract_option
from data_access.tables.escalation import (
    action_item,
    case_member,
    case_record,
    deviation,
    escalation_case,
    escalation_event,
    step_obligation,
    step_role,
)
from data_access.tables.goals import rule_limit
from data_access.tables.people import delegation, person
from data_access.tables.sanctions import erp_block, penalty, penalty_clause, penalty_event

OF_CASE = (escalation_event, case_record, case_member, action_item, penalty, erp_block)
RULES = (step_role, step_obligation, delegation, rule_limit)


def read_case_frames(connection: Connection, case_id: int) -> dict[str, pl.DataFrame]:
    """One case with its parts, its contract (`option`: the contract's options) and whom it names.

    `deviation` also holds those of the same contract and supplier that no case has taken up yet.
    """
    case = select(escalation_case).where(escalation_case.c.id == case_id)
    contracts = select(escalation_case.c.contract_id).where(escalation_case.c.id == case_id)
    penalties = select(penalty.c.id).where(penalty.c.case_id == case_id)
    queries: dict[str, Select[tuple[object, ...]]] = {
        "escalation_case": case,
        "deviation": _deviations(case_id),
        "person": select(person),
        "penalty_event": select(penalty_event).where(penalty_event.c.penalty_id.in_(penalties)),
        "penalty_clause": select(penalty_clause).where(penalty_clause.c.contract_id.in_(contracts)),
        "contract": select(contract).where(contract.c.id.in_(contracts)),
        "option": select(contract_option).where(contract_option.c.contract_id.in_(contracts)),
    } | {table.name: select(table).where(table.c.case_id == case_id) for table in OF_CASE}
    frames = {name: read_frame(connection, query.order_by("id")) for name, query in queries.items()}
    ends = {"contract": with_terminations(connection, frames["contract"])}
    return frames | ends | {"option": _with_extensions(connection, frames)}


def _with_extensions(connection: Connection, frames: dict[str, pl.DataFrame]) -> pl.DataFrame:
    """The contract's options as decided; extensions of other contracts are none of this case's."""
    return with_extensions(connection, frames["option"]).join(
        frames["contract"].select(contract_id="id"), on="contract_id", how="semi", maintain_order="left"
    )


def read_rule_frames(connection: Connection) -> dict[str, pl.DataFrame]:
    """The dated rows the ladder's rules are made of: roles, obligations, delegations and limits."""
    return {table.name: _whole(connection, table) for table in RULES}


def _whole(connection: Connection, table: Table) -> pl.DataFrame:
    return read_frame(connection, select(table).order_by(table.c.id))


def _deviations(case_id: int) -> Select[tuple[object, ...]]:
    same = and_(
        deviation.c.case_id.is_(None),
        deviation.c.contract_id == escalation_case.c.contract_id,
        deviation.c.supplier_id == escalation_case.c.supplier_id,
    )
    joined = escalation_case.join(deviation, or_(deviation.c.case_id == escalation_case.c.id, same))
    return select(deviation).select_from(joined).where(escalation_case.c.id == case_id)

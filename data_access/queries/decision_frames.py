"""Everything the rules of decisions ask about one contract, in a fixed number of queries."""

import polars as pl
from sqlalchemy import Connection

from data_access.queries import contracts, escalation, goals, lead_times, procurements, steps


def read_decision_frames(connection: Connection, contract_id: int) -> dict[str, pl.DataFrame]:
    """Frames named as the tables: `one` and `option` are the contract's own; of the others every row."""
    of_contract = pl.col("contract_id") == contract_id
    every = contracts.read_contracts(connection)
    return {
        "one": every.filter(pl.col("id") == contract_id),
        "contract": every,
        "option": contracts.read_contract_options(connection).filter(of_contract),
        "lead_time": lead_times.read_lead_times(connection),
        "review_buffer": lead_times.read_review_buffers(connection),
        "procurement": procurements.read_procurements(connection),
        "rule_limit": goals.read_rule_limits(connection),
        "delegation": steps.read_delegations(connection),
        "escalation_case": escalation.read_escalation_cases(connection).filter(of_contract),
        "escalation_event": escalation.read_escalation_events(connection),
    }

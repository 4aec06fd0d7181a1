"""What the rules of the ladder need to know of every case, and the same as it was known on an earlier day."""

from collections.abc import Callable, Mapping
from datetime import date

import polars as pl

from data_access.engine import Connection
from data_access.queries import contracts, escalation, goals, people, sanctions, steps, suppliers

READERS: Mapping[str, Callable[[Connection], pl.DataFrame]] = {
    "action_item": escalation.read_action_items,
    "case_member": escalation.read_case_members,
    "case_record": escalation.read_case_records,
    "contract": contracts.read_contracts,
    "delegation": steps.read_delegations,
    "deviation": escalation.read_deviations,
    "erp_block": sanctions.read_blocks,
    "escalation_case": escalation.read_escalation_cases,
    "escalation_event": escalation.read_escalation_events,
    "option": contracts.read_contract_options,
    "penalty": sanctions.read_penalties,
    "penalty_clause": sanctions.read_penalty_clauses,
    "penalty_event": sanctions.read_penalty_events,
    "person": people.read_people,
    "rule_limit": goals.read_rule_limits,
    "step_obligation": steps.read_step_obligations,
    "step_role": steps.read_step_roles,
    "supplier": suppliers.read_suppliers,
}

# The day from which a row is there at all: later ones are left out.
BEGINS = {
    "case_member": "from_on",
    "case_record": "done_on",
    "erp_block": "requested_on",
    "escalation_case": "opened_on",
    "escalation_event": "happened_on",
    "penalty_event": "happened_on",
}
# Days that a row was given afterwards: those to come are not known yet, nor what came with them.
LATER: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "action_item": {"done_on": (), "verified_on": ()},
    "case_member": {"to_on": ()},
    "contract": {"terminated_on": ()},
    "deviation": {"complained_on": (), "reopened_on": (), "closed_on": ("credited_ore",)},
    "erp_block": {"executed_on": ("executed_by",), "lifted_on": ("lifted_by", "lifted_reason")},
    "escalation_case": {"closed_on": ()},
    "option": {"exercised_on": (), "declined_on": ()},
}


def read_case_frames(connection: Connection) -> dict[str, pl.DataFrame]:
    """The frames that `facts_of` and `step_rules` ask for, and `supplier`: one query each, columns of the tables."""
    return {name: read(connection) for name, read in READERS.items()}


def frames_as_of(frames: Mapping[str, pl.DataFrame], day: date) -> dict[str, pl.DataFrame]:
    """The frames with what had happened by the end of `day`; what came later is left out or null.

    A row that is changed in place remembers the days of its changes but not the values before: a deviation closed or
    reopened later is open then, and what has no day of its own (a severity, a sum) is as it is now.
    """
    cut = dict(frames)
    for name, column in BEGINS.items():
        cut[name] = cut[name].filter(pl.col(column) <= day)
    cut["deviation"] = _deviations(cut["deviation"], day)
    cut["case_record"] = _records(cut["case_record"], day)
    cut["action_item"] = _items(cut["action_item"], frames["case_record"], day)
    for name, columns in LATER.items():
        cut[name] = cut[name].with_columns(
            pl.when(pl.col(of) <= day).then(name_of).alias(name_of)
            for of, others in columns.items()
            for name_of in (*others, of)
        )
    return cut


def _deviations(rows: pl.DataFrame, day: date) -> pl.DataFrame:
    """Those reported by then. One that was reopened later had been closed; one that was closed later was open."""
    is_not_reopened = (pl.col("reopened_on") > day).fill_null(False)
    closed_on = pl.when(is_not_reopened).then("closed_before_on").otherwise("closed_on")
    there = rows.filter(pl.col("reported_at").dt.date() <= day).with_columns(closed_on=closed_on)
    is_open = (pl.col("closed_on") > day).fill_null(False)
    state = pl.when(is_open).then(pl.lit("confirmed")).when(is_not_reopened).then(pl.lit("verified")).otherwise("state")
    return there.with_columns(state=state)


def _records(rows: pl.DataFrame, day: date) -> pl.DataFrame:
    """Those recorded by then; one withdrawn later still counted."""
    return rows.filter(pl.col("at").dt.date() <= day).with_columns(
        withdrawn_at=pl.when(pl.col("withdrawn_at").dt.date() <= day).then("withdrawn_at")
    )


def _items(rows: pl.DataFrame, records: pl.DataFrame, day: date) -> pl.DataFrame:
    """The actions that began by then, and those of a plan that had been drawn up."""
    planned = records.filter(pl.col("kind") == "action_plan", pl.col("done_on") <= day)["case_id"].unique()
    return rows.filter((pl.col("start_on") <= day) | pl.col("case_id").is_in(planned.implode()))

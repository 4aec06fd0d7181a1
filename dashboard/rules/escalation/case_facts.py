"""The cases as they stand on a day, out of the tables' frames."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any

import polars as pl

from dashboard.rules.escalation.active import active_spans, is_active
from dashboard.rules.escalation.facts import (
    Block,
    CaseFacts,
    DeviationFact,
    Event,
    Item,
    PenaltyFact,
    Record,
)

Rows = Mapping[int, list[Any]]


def facts_of(frames: Mapping[str, pl.DataFrame], today: date) -> dict[int, CaseFacts]:
    """Every case opened by `today`, by its id, with what had happened by then.

    Needs the frames escalation_case, escalation_event, case_record, case_member, person, deviation, action_item,
    penalty, penalty_event, penalty_clause, erp_block, contract and option, each with its table's columns. What is
    changed in place (a deviation's state, an action's days) is as it is now.
    """
    cases = frames["escalation_case"].filter(pl.col("opened_on") <= today)
    parts = {
        "events": _events(frames["escalation_event"], today),
        "records": _records(frames["case_record"], today),
        "deviations": _deviations(frames["deviation"], cases, today),
        "items": _by_case(frames["action_item"], Item),
        "penalties": _penalties(frames, today),
        "blocks": _by_case(frames["erp_block"].filter(pl.col("requested_on") <= today), Block),
    }
    members = _members(frames["case_member"], frames["person"], today)
    rows = _with_contract(cases, frames["contract"], frames["option"], today).iter_rows(named=True)
    return {row["id"]: _case(row, members, parts) for row in rows}


def _case(row: dict[str, Any], members: Mapping[int, dict[str, str]], parts: Mapping[str, Rows]) -> CaseFacts:
    own: dict[str, Any] = {name: tuple(rows.get(row["id"], ())) for name, rows in parts.items()}
    return CaseFacts(**row, members=members.get(row["id"], {}), **own)


def _with_contract(cases: pl.DataFrame, contracts: pl.DataFrame, options: pl.DataFrame, today: date) -> pl.DataFrame:
    """Each case with whether its contract is in force, and what the contract is worth."""
    spans = active_spans(contracts, options, today).with_columns(is_contract_active=is_active(pl.lit(today)))
    values = contracts.select(contract_id="id", contract_value_ore="estimated_value_ore")
    return (
        cases.with_columns(closed_on=pl.when(pl.col("closed_on") <= today).then("closed_on"))
        .join(spans, on="contract_id", how="left", maintain_order="left")
        .join(values, on="contract_id", how="left", maintain_order="left")
        .select(
            *("id", "contract_id", "supplier_id", "opened_on", "closed_on", "registration_number"),
            pl.col("is_contract_active").fill_null(False),
            "contract_value_ore",
        )
    )


def _events(events: pl.DataFrame, today: date) -> Rows:
    return _by_case(events.filter(pl.col("happened_on") <= today).sort("case_id", "sequence"), Event)


def _records(records: pl.DataFrame, today: date) -> Rows:
    there = records.filter(pl.col("done_on") <= today)
    is_withdrawn = (pl.col("withdrawn_at").dt.date() <= today).fill_null(False)
    return _by_case(there.with_columns(is_withdrawn=is_withdrawn), Record)


def _deviations(deviations: pl.DataFrame, cases: pl.DataFrame, today: date) -> Rows:
    """Those of the case, and to an open case those of its contract and supplier that no case has taken up."""
    observed = deviations.filter(pl.col("observed_on") <= today)
    open_cases = cases.filter(pl.col("closed_on").is_null() | (pl.col("closed_on") > today))
    waiting = observed.filter(pl.col("case_id").is_null()).drop("case_id")
    key = ["contract_id", "supplier_id"]
    joined = waiting.join(open_cases.select("id", *key).rename({"id": "case_id"}), on=key)
    own = observed.filter(pl.col("case_id").is_not_null())
    both = pl.concat([frame.select("case_id", *_columns(DeviationFact)) for frame in (own, joined)])
    return _by_case(both.sort("observed_on", "id"), DeviationFact)


def _penalties(frames: Mapping[str, pl.DataFrame], today: date) -> Rows:
    """Each penalty with its last state, and whether it comes up to the cap the contract names."""
    events = frames["penalty_event"].filter(pl.col("happened_on") <= today).sort("penalty_id", "sequence")
    last = events.group_by(id="penalty_id").agg(
        state=pl.col("state").last(),
        last_on=pl.col("happened_on").last(),
        event_number=pl.col("registration_number").drop_nulls().last(),
    )
    caps = frames["penalty_clause"].select(clause_id="id", cap_ore="cap_ore")
    penalties = frames["penalty"].filter(pl.col("case_id").is_not_null()).join(caps, on="clause_id", how="left")
    reached = (pl.col("entitled_ore") >= pl.col("cap_ore")).fill_null(False)
    there = penalties.join(last, on="id", maintain_order="left")
    return _by_case(there.with_columns(is_cap_reached=reached, registration_number="event_number"), PenaltyFact)


def _members(members: pl.DataFrame, people: pl.DataFrame, today: date) -> Mapping[int, dict[str, str]]:
    """Role -> person key for each case; the newest where several hold the role. The day it ends is not held."""
    there = members.filter(pl.col("from_on") <= today, pl.col("to_on").is_null() | (pl.col("to_on") > today)).join(
        people.select(person_id="id", key="key"), on="person_id"
    )
    held: dict[int, dict[str, str]] = defaultdict(dict)
    for case_id, role, key in there.sort("from_on", "id").select("case_id", "role", "key").iter_rows():
        held[case_id][role] = key
    return held


def _by_case(rows: pl.DataFrame, part: type[Any]) -> Rows:
    """The rows of each case as `part`, a dataclass whose fields are columns."""
    there = rows.filter(pl.col("case_id").is_not_null()).select("case_id", *_columns(part))
    by_case: dict[int, list[Any]] = defaultdict(list)
    for case_id, *values in there.iter_rows():
        by_case[case_id].append(part(*values))
    return by_case


def _columns(part: type[Any]) -> list[str]:
    return [field.name for field in fields(part)]

"""The open cases as they stood on a day: step, time on it, what is missing and who answers for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import polars as pl

from dashboard.data.case_facts import frames_as_of
from dashboard.rules.escalation.case_facts import facts_of
from dashboard.rules.escalation.facts import CaseFacts
from dashboard.rules.escalation.missing import Missing, missing
from dashboard.rules.escalation.step_rules import step_rules
from dashboard.rules.escalation.time_limits import StepTime, step_time


@dataclass(frozen=True)
class OpenCase:
    """One case. `title` is None for a secret contract; `responsible` is role -> name, None where nobody is named."""

    facts: CaseFacts
    supplier: str
    number: str
    title: str | None
    time: StepTime
    missing: tuple[Missing, ...]
    responsible: Mapping[str, str | None]


def open_cases(frames: Mapping[str, pl.DataFrame], day: date) -> list[OpenCase]:
    """Every case open on `day` as it was known then, by the rules valid then: the highest step first, the longest stay.

    `frames` are those of `read_case_frames`. A supplier's name is the stored one, for a masked one its pseudonym.
    """
    then = frames_as_of(frames, day)
    rules = step_rules(then, day)
    suppliers = dict(then["supplier"].select("id", "name").iter_rows())
    contracts = {row["id"]: row for row in then["contract"].select("id", "number", "title", "is_secret").to_dicts()}
    names = dict(then["person"].select("key", "name").iter_rows())
    found = []
    for facts in facts_of(then, day).values():
        if facts.is_open:
            contract = contracts[facts.contract_id]
            title = None if contract["is_secret"] else contract["title"]
            roles = {role: _name(facts, role, names) for role in rules.responsible(facts.step)}
            gaps = tuple(missing(facts, rules, day))
            supplier = suppliers[facts.supplier_id]
            found.append(
                OpenCase(facts, supplier, contract["number"], title, step_time(facts, rules, day), gaps, roles)
            )
    return sorted(found, key=lambda one: (-one.facts.step, -one.time.days, one.supplier, one.facts.id))


def _name(facts: CaseFacts, role: str, names: Mapping[str, str]) -> str | None:
    key = facts.members.get(role)
    return None if key is None else names.get(key, key)

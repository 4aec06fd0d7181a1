"""What the page of one case asks about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl

from dashboard.data import escalation
from dashboard.data.edition import Edition
from dashboard.rules.escalation.facts import CaseFacts
from dashboard.rules.escalation.missing import Missing
from dashboard.rules.escalation.step_rules import StepRules


@dataclass(frozen=True)
class Case:
    """One case as its page shows it; frames keep the columns of their tables."""

    row: dict[str, Any]  # escalation_case, with `supplier` and `contract`
    facts: CaseFacts
    missing: list[Missing]
    rules: StepRules
    members: Mapping[str, str]  # role -> name
    people: pl.DataFrame  # person_id, name, role: whom one can name
    items: pl.DataFrame  # action_item
    records: pl.DataFrame  # case_record, those that count
    unnumbered: pl.DataFrame  # of them, the formal ones without a registration number
    names: Mapping[str, str]  # a person's key -> name


def case(edition: Edition, today: date, case_id: int) -> Case | None:
    """One case, or None where there is none with this id."""
    facts = escalation.all_facts(edition, today).get(case_id)
    if facts is None:
        return None
    known = escalation.frames(edition)
    found = escalation.with_names(known["escalation_case"].filter(pl.col("id") == case_id), edition)
    people = known["person"]
    names = dict(people.select("key", "name").iter_rows())
    records = known["case_record"].filter(pl.col("case_id") == case_id, pl.col("withdrawn_at").is_null())
    gaps = escalation.all_missing(edition, today).get(case_id, [])
    lacking = [gap.about[1] for gap in gaps if gap.about and gap.about[0] == "record"]
    return Case(
        row=found.row(0, named=True),
        facts=facts,
        missing=gaps,
        rules=escalation.rules(edition, today),
        members={role: names.get(key, key) for role, key in facts.members.items()},
        people=_nameable(people),
        items=known["action_item"].filter(pl.col("case_id") == case_id).sort("due_on", "id"),
        records=records.sort("done_on", "id", descending=True),
        unnumbered=records.filter(pl.col("id").is_in(lacking)),
        names=names,
    )


def _nameable(people: pl.DataFrame) -> pl.DataFrame:
    """Everybody who works here, once for each of their roles."""
    working = people.filter("is_active").select("name", person_id="id", role="roles")
    return working.explode("role").drop_nulls("role").sort("role", "name")

"""What is put together about one supplier for a later procurement: cases, all that happened, and what is left out.

Confidential notes are never in it, whoever asks: a file that is taken away has no roles.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl
import streamlit as st

from dashboard.data import escalation, sanctions
from dashboard.data.chronology import SCHEMA, chronology
from dashboard.data.edition import Edition
from dashboard.data.registers import register
from dashboard.rules.escalation.facts import CaseFacts
from dashboard.rules.escalation.missing import NUMBER
from dashboard.rules.sanctions.blocks import with_state
from dashboard.rules.sanctions.exclusion import CLAIMED, CaseEvidence, Judged, best, judged
from data_access.importers.orgnr import without_person


@dataclass(frozen=True)
class Standing:
    """Whether there is anything to tell of, until when, and how well it is documented."""

    cases: tuple[Judged, ...]  # the latest opened first
    best: Judged | None  # what the whole is judged by; None: nothing that may be told of
    usable_until: date | None
    contract: str  # the number of the contract the best is about; empty where there is none


@dataclass(frozen=True)
class Evidence:
    """What the file is made of; frames keep the columns of their tables, with `contract` (number)."""

    supplier: dict[str, Any]  # name and orgnr; pseudonym and None for a person
    standing: Standing
    cases: pl.DataFrame
    contracts: pl.DataFrame
    deviations: pl.DataFrame  # with `requirement`: the requirement's words, or the clause named
    chronology: pl.DataFrame  # chronology.SCHEMA with `case_id`; nothing confidential, nothing withdrawn
    penalties: pl.DataFrame
    blocks: pl.DataFrame
    names: dict[str, str]  # a person's key -> name
    confidential: int  # notes left out
    withdrawn: int
    secret_cases: int  # cases on secret contracts, left out


@st.cache_resource(max_entries=64, show_spinner=False)
def standing(edition: Edition, today: date, supplier_id: int) -> Standing:
    """How the supplier's cases stand as evidence today; those on secret contracts are left out."""
    numbers = dict(_contracts(edition).select("id", "number").iter_rows())
    cases = [
        judged(_evidence_of(edition, today, facts))
        for facts in escalation.all_facts(edition, today).values()
        if facts.supplier_id == supplier_id and facts.contract_id in numbers
    ]
    cases.sort(key=lambda one: one.case_id, reverse=True)
    found = best(cases, today)
    if found is None:
        return Standing(tuple(cases), None, None, "")
    return Standing(tuple(cases), found, found.usable_until(today), numbers[found.grounds[0].contract_id])


def _evidence_of(edition: Edition, today: date, facts: CaseFacts) -> CaseEvidence:
    known = escalation.frames(edition)
    own = known["deviation"].filter(pl.col("id").is_in([one.id for one in facts.deviations if one.counts]))
    is_unnamed = pl.col("requirement_id").is_null() & pl.col("clause").is_null()
    paid = own.filter(pl.col("remedy") == "damages", pl.col("state") == "verified", pl.col("closed_on") <= today)
    return CaseEvidence(
        facts,
        claimed_on=_claimed_on(known["penalty_event"], facts, today),
        damages_on=tuple(sorted(paid["closed_on"].drop_nulls())),
        unnamed=own.filter(is_unnamed).height,
        unregistered=sum(one.key == NUMBER for one in escalation.all_missing(edition, today).get(facts.id, [])),
    )


def _claimed_on(events: pl.DataFrame, facts: CaseFacts, today: date) -> tuple[date, ...]:
    standing_ids = [one.id for one in facts.penalties if one.state in CLAIMED]
    claims = events.filter(
        pl.col("penalty_id").is_in(standing_ids), pl.col("state").is_in(CLAIMED), pl.col("happened_on") <= today
    )
    return tuple(sorted(claims.group_by("penalty_id").agg(pl.col("happened_on").min())["happened_on"]))


def evidence(edition: Edition, today: date, supplier_id: int) -> Evidence:
    """All that goes into the supplier's file, as of today."""
    contracts = _contracts(edition)
    numbers = contracts.select(contract_id="id", contract="number")
    all_cases = _of(register(edition, "escalation_case"), supplier_id).filter(pl.col("opened_on") <= today)
    cases = all_cases.join(numbers, on="contract_id").sort("opened_on", "id")
    deviations = _of(register(edition, "deviation"), supplier_id).filter(pl.col("observed_on") <= today)
    known = deviations.join(numbers, on="contract_id", how="left")
    is_named = pl.col("contract_id").is_null() | pl.col("contract").is_not_null()
    told = _told(edition, today, cases["id"].to_list())
    blocks = _of(register(edition, "erp_block"), supplier_id).join(numbers, on="contract_id", how="left")
    about = pl.concat([cases["contract_id"], known["contract_id"].drop_nulls()]).unique()
    return Evidence(
        supplier=_supplier(edition, supplier_id),
        standing=standing(edition, today, supplier_id),
        cases=cases,
        contracts=contracts.filter(pl.col("id").is_in(about.implode())).sort("number"),
        deviations=_clean(_with_requirement(edition, known.filter(is_named)).sort("observed_on", "id")),
        chronology=_clean(told.filter(~pl.col("is_confidential"), ~pl.col("is_withdrawn"))),
        penalties=_clean(_of(sanctions.penalties(edition, today), supplier_id).sort("from_on", "id")),
        blocks=_clean(with_state(blocks).filter(is_named).sort("requested_on", "id")),
        names=dict(register(edition, "person").select("key", "name").iter_rows()),
        confidential=told.filter("is_confidential").height,
        withdrawn=told.filter(pl.col("is_withdrawn") & ~pl.col("is_confidential")).height,
        secret_cases=all_cases.height - cases.height,
    )


def _contracts(edition: Edition) -> pl.DataFrame:
    return register(edition, "contract").filter(~pl.col("is_secret"))


def _of(rows: pl.DataFrame, supplier_id: int) -> pl.DataFrame:
    return rows.filter(pl.col("supplier_id") == supplier_id)


def _with_requirement(edition: Edition, rows: pl.DataFrame) -> pl.DataFrame:
    words = register(edition, "requirement").select(requirement_id="id", requirement="description")
    known = rows.join(words, on="requirement_id", how="left")
    return known.with_columns(requirement=pl.coalesce("clause", "requirement"))


def _told(edition: Edition, today: date, case_ids: list[int]) -> pl.DataFrame:
    """What happened in the cases by today, in the order it happened."""
    empty = pl.DataFrame(schema={**SCHEMA, "case_id": pl.Int64})
    parts = [chronology(edition, one).with_columns(case_id=pl.lit(one, pl.Int64)) for one in case_ids]
    whole = pl.concat([empty, *parts])
    by_today = pl.col("day").is_null() | (pl.col("day") <= today)
    return whole.filter(by_today).sort("day", nulls_last=True, maintain_order=True)


def _clean(rows: pl.DataFrame) -> pl.DataFrame:
    """The rows without personal numbers in their words: such words are refused today, but older ones may be there."""
    return rows.with_columns(without_person(pl.col(name)) for name, kind in rows.schema.items() if kind == pl.String())


def _supplier(edition: Edition, supplier_id: int) -> dict[str, Any]:
    """The supplier's name as it is stored, and its number; a person's number is never there."""
    row = register(edition, "supplier").filter(pl.col("id") == supplier_id).row(0, named=True)
    is_person = bool(row["is_masked"] or row["is_sole_trader"])
    return {
        "id": supplier_id,
        "name": row["name"],
        "orgnr": None if is_person else row["orgnr"],
        "is_person": is_person,
    }

"""Four years of procurements: behind most contracts, and some that were cancelled, are going on or never began."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import polars as pl

from sample_data.categories import CATALOGUE, category_id
from sample_data.clock import AS_OF
from sample_data.contracts import Contract, buyer_id
from sample_data.draw import stream
from sample_data.register import estimated_ore, regime
from sample_data.stories import FIXED_TERMS

PROCUREMENTS = 450
ANNOUNCED = ("ramavtal", "kontrakt")
FIRST_START = date(2023, 3, 1)
KINDS = ("cancelled", "awarded", "going on", "awarded", "cancelled", "planned", "awarded", "awarded")
CANCEL_REASONS = ("Inga anbud", "För höga priser", "Ändrat behov", "Fel i underlaget", "Endast ett anbud")


@dataclass(frozen=True)
class Procurement:
    """One procurement; `contract` is the position of the contract it led to, if any."""

    contract: int | None
    category: int
    unit: int
    value_ore: int
    regime: str
    published_on: date | None
    deadline_on: date | None
    award_on: date | None
    signed_on: date | None
    cancelled_on: date | None
    is_reviewed: bool
    lots: int


def procurements(contracts: list[Contract]) -> list[Procurement]:
    """Behind every contract that began since FIRST_START and was announced, then up to the full number without."""
    rng = stream("procurements")
    announced = [place for place, one in enumerate(contracts) if one.start >= FIRST_START and one.type in ANNOUNCED]
    made = [_behind(rng, place, contracts[place]) for place in announced[: PROCUREMENTS - 90]]
    told = [category_id(code) - 1 for code in FIXED_TERMS]  # nobody has begun anew where the story says so
    like = [place for place, one in enumerate(contracts) if one.category not in told and one.type in ANNOUNCED]
    rest = rng.choice(like, PROCUREMENTS - len(made), replace=False)
    return made + [_without(rng, contracts[int(place)], serial) for serial, place in enumerate(rest)]


def _behind(rng: np.random.Generator, place: int, contract: Contract) -> Procurement:
    """Counted backwards from the contract's first day; a review adds months before signing."""
    is_reviewed = rng.random() < 0.035
    signed = contract.start - timedelta(days=int(rng.integers(8, 60)))
    award = signed - timedelta(days=int(rng.integers(80, 170) if is_reviewed else rng.integers(11, 28)))
    deadline = award - timedelta(days=int(rng.integers(20, 85)))
    published = deadline - timedelta(days=int(rng.integers(25, 46)))
    value = estimated_ore(contract)
    return Procurement(
        contract=place,
        category=contract.category,
        unit=contract.unit,
        value_ore=value,
        regime=regime(contract, value),
        published_on=_if_past(published),
        deadline_on=_if_past(deadline),
        award_on=_if_past(award),
        signed_on=_if_past(signed),
        cancelled_on=None,
        is_reviewed=is_reviewed,
        lots=int(rng.choice([1, 1, 1, 2, 3])),
    )


def _without(rng: np.random.Generator, like: Contract, serial: int) -> Procurement:
    """Cancelled, going on, planned and not yet published, or awarded with a contract the register does not know."""
    value = estimated_ore(like)
    kind = KINDS[serial % len(KINDS)]
    published = date(2022, 12, 1) + timedelta(days=int(rng.integers(0, 1380)))
    if kind == "going on":
        published = AS_OF - timedelta(days=int(rng.integers(5, 110)))
    deadline = published + timedelta(days=int(rng.integers(25, 46)))
    decided = deadline + timedelta(days=int(rng.integers(3, 80)))
    signed = decided + timedelta(days=int(rng.integers(11, 28)))
    return Procurement(
        contract=None,
        category=like.category,
        unit=like.unit,
        value_ore=value,
        regime=regime(like, value),
        published_on=None if kind == "planned" else published,
        deadline_on=None if kind == "planned" else deadline,
        award_on=_if_past(decided) if kind == "awarded" else None,
        signed_on=_if_past(signed) if kind == "awarded" else None,
        cancelled_on=_if_past(decided) if kind == "cancelled" else None,
        is_reviewed=kind == "cancelled" and rng.random() < 0.1,
        lots=1,
    )


def _if_past(day: date) -> date | None:
    return day if day <= AS_OF else None


def procurement_rows(made: list[Procurement]) -> pl.DataFrame:
    """Rows of `procurement`."""
    rng = stream("procurement rows")
    return pl.DataFrame([_row(rng, place, one) for place, one in enumerate(made)], infer_schema_length=None)


def _row(rng: np.random.Generator, place: int, one: Procurement) -> dict[str, object]:
    category = CATALOGUE.row(one.category, named=True)
    published = one.published_on or AS_OF + timedelta(days=int(rng.integers(-50, 90)))
    progress = (published - date(2022, 11, 1)).days / 1460
    project = published - timedelta(days=int(rng.integers(55, 165)))
    shift = int(rng.normal(0, 24)) if rng.random() < 0.7 else int(rng.integers(30, 120))

    def flag(share: float, unknown: float = 0.04) -> bool | None:
        return None if rng.random() < unknown else bool(rng.random() < share)

    return {
        "id": place + 1,
        "registration_number": f"UPH {published.year}/{place + 1:04d}",
        "title": f"Upphandling av {category['name'].lower()}",
        "procedure": "öppet förfarande" if one.regime == "above_threshold" else "förenklat förfarande",
        "regime": one.regime,
        "category_id": one.category + 1,
        "unit_id": buyer_id(one.unit),
        "estimated_value_ore": None if rng.random() < 0.05 else one.value_ore,
        "project_start_on": None if rng.random() < 0.07 else project,
        "planned_publish_on": None if rng.random() < 0.12 else published - timedelta(days=shift),
        "published_on": one.published_on,
        "tender_deadline_on": one.deadline_on,
        "award_notice_sent_on": one.award_on,
        "contract_signed_on": one.signed_on,
        "cancelled_on": one.cancelled_on,
        "cancel_reason": str(rng.choice(CANCEL_REASONS)) if one.cancelled_on else None,
        "lots": one.lots,
        "has_environmental_criteria": flag(0.48),
        "has_social_criteria": flag(0.22),
        "has_labour_terms": flag(0.7 + 0.16 * progress, 0.08) if category["labour"] else flag(0.1, 0.3),
        "has_innovation": flag(0.05),
        "has_functional_requirements": flag(0.03 + 0.08 * progress),
        "has_gender_analysis": flag(0.2 + 0.3 * progress),
        "market_dialogues": int(rng.choice([0, 1, 2, 3], p=[0.62, 0.24, 0.1, 0.04])),
    }


def procurement_of(made: list[Procurement], size: int) -> list[int | None]:
    """The procurement's id for each contract position."""
    ids: list[int | None] = [None] * size
    for place, one in enumerate(made):
        if one.contract is not None:
            ids[one.contract] = place + 1
    return ids

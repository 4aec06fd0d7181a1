"""Requirements, follow-up plans and what was done of them: in time, late, without evidence, or not at all."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import polars as pl

from sample_data.categories import CATALOGUE
from sample_data.clock import AS_OF
from sample_data.contracts import Contract
from sample_data.draw import stream
from sample_data.people import CONTROLLERS

SINCE = date(2023, 11, 1)
UNTIL = date(2027, 3, 31)
VISITS = {1: 365, 2: 182, 3: 122, 4: 91}  # days between follow-ups by risk class
METHODS = ("moten", "prisutveckling", "kvalitet_sla", "csr", "miljo_verksamhetssystem", "hallbarhetskollen_audit")
COVERS = {
    "csr": "labour",
    "hallbarhetskollen_audit": "labour",
    "miljo_verksamhetssystem": "climate",
    "kvalitet_sla": "quality",
}
WORDS = {
    "quality": "Leverans enligt överenskommen kvalitet",
    "labour": "Villkor om lön, semester och arbetstid enligt kollektivavtal",
    "gender": "Leverantören redovisar hur jämställdhet beaktas i leveransen",
    "climate": "Utsläpp från transporter redovisas varje år",
    "social": "Praktikplatser eller anställning för personer långt från arbete",
    "sla": "Leveransprecision minst 97 procent",
    "it": "Säker hantering av uppgifter och loggning",
}


@dataclass(frozen=True)
class FollowUp:
    """Rows of `requirement`, `follow_up_plan` and `follow_up_activity`."""

    requirements: pl.DataFrame
    plans: pl.DataFrame
    activities: pl.DataFrame


def follow_up(contracts: list[Contract], rows: pl.DataFrame) -> FollowUp:
    """Plans after the risk class; a quarter of the contracts is never visited, the rest more and more often."""
    rng = stream("follow-up")
    requirements: list[dict[str, object]] = []
    plans: list[dict[str, object]] = []
    activities: list[dict[str, object]] = []
    classes = rows["risk_class"].to_list()
    whose = rows["controller"].to_list()
    for place, contract in enumerate(contracts):
        types = _types(rng, contract)
        requirements += [_requirement(rng, place, contract, kind) for kind in types]
        is_planned = contract.type != "direkt" and rng.random() < 0.93
        is_neglected = rng.random() < 0.24
        for day in _visits(contract, classes[place] or 1) if is_planned else ():
            plans.append(_plan(len(plans) + 1, place, day, whose[place] or CONTROLLERS[place % 4]))
            if not is_neglected and day <= AS_OF and rng.random() < 0.55 + 0.2 * (day - SINCE).days / 1095:
                activities += _done(rng, len(plans), str(plans[-1]["method"]), day, types)
    return FollowUp(*(_numbered(part) for part in (requirements, plans, activities)))


def _numbered(rows: list[dict[str, object]]) -> pl.DataFrame:
    return pl.DataFrame([{"id": place + 1} | row for place, row in enumerate(rows)], infer_schema_length=None)


def _types(rng: np.random.Generator, contract: Contract) -> list[str]:
    """What the contract demands: labour terms where the risk is, the rest by chance."""
    category = CATALOGUE.row(contract.category, named=True)
    shares = {
        "quality": 0.6,
        "labour": 0.74 if category["labour"] else 0.05,
        "gender": 0.24,
        "climate": 0.42 if category["co2"] > 0.01 else 0.1,
        "social": 0.12,
        "sla": 0.3,
        "it": 0.9 if category["code"].startswith("IT") else 0.02,
    }
    return [kind for kind, share in shares.items() if rng.random() < share]


def _requirement(rng: np.random.Generator, place: int, contract: Contract, kind: str) -> dict[str, object]:
    due = contract.start + timedelta(days=int(rng.integers(120, 500)))
    checked = due + timedelta(days=int(rng.integers(-40, 90)))
    return {
        "contract_id": place + 1,
        "type": kind,
        "description": WORDS[kind],
        "is_measurable": bool(rng.random() < 0.6),
        "evidence_due_on": due,
        "checked_on": checked if checked <= AS_OF and rng.random() < 0.5 else None,
    }


def _visits(contract: Contract, risk_class: int) -> list[date]:
    step = VISITS[risk_class]
    last = min(contract.end, UNTIL)
    first = contract.start + timedelta(days=step // 2)
    days = [first + timedelta(days=step * turn) for turn in range(60)]
    return [day for day in days if SINCE <= day <= last]


def _plan(serial: int, place: int, day: date, controller: str) -> dict[str, object]:
    return {
        "contract_id": place + 1,
        "method": METHODS[(serial * 5 + place) % len(METHODS)],
        "planned_on": day,
        "responsible": controller if place % 9 else None,
    }


def _done(rng: np.random.Generator, plan: int, method: str, planned: date, types: list[str]) -> list[dict[str, object]]:
    """The visit, a fifth of them late; a separate row for gender where that was gone through too."""
    late = int(rng.integers(15, 60)) if rng.random() < 0.2 else int(rng.integers(-9, 10))
    day = min(planned + timedelta(days=late), AS_OF)
    has_evidence = rng.random() < 0.88
    covers = [COVERS.get(method)] + (["gender"] if "gender" in types and rng.random() < 0.4 else [])
    return [
        {
            "plan_id": plan,
            "done_on": day,
            "covers": kind,
            "result": "Utan anmärkning" if rng.random() < 0.8 else "Brister att rätta",
            "evidence": f"Minnesanteckning {day.isoformat()}" if has_evidence else None,
        }
        for kind in covers
    ]

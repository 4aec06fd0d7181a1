"""What users and suppliers answered, and the strategies of the categories."""

from datetime import date, timedelta

import numpy as np
import polars as pl

from sample_data.categories import CATALOGUE
from sample_data.clock import AS_OF
from sample_data.contracts import Contract
from sample_data.draw import stream
from sample_data.organisation import DEPARTMENT_IDS, DEPARTMENTS, profile_weights
from sample_data.plan import Plan

ROUNDS = (
    date(2024, 4, 15),
    date(2024, 10, 15),
    date(2025, 4, 15),
    date(2025, 10, 15),
    date(2026, 4, 15),
    date(2026, 10, 5),
)
ASKED = 42


def survey_rows(contracts: list[Contract], plan: Plan) -> pl.DataFrame:
    """Rows of `survey_response`: twice a year; a third does not answer, small departments are few."""
    rng = stream("surveys")
    rows: list[tuple[object, ...]] = []
    for turn, day in enumerate(ROUNDS):
        active = [p for p, one in enumerate(contracts) if one.start <= day <= one.end and one.type == "ramavtal"]
        chosen = {int(place) for place in rng.permutation(active)[:ASKED]} | ({plan.sliding} & set(active))
        for place in sorted(chosen):
            rows += _users(rng, place, contracts[place], day, _mood(turn, place == plan.sliding))
        for place in rng.permutation(active)[:60]:
            rows.append(
                ("NLI", int(place) + 1, contracts[int(place)].suppliers[0], None, day, *_answer(rng, 7.4 + 0.05 * turn))
            )
    names = ["kind", "contract_id", "supplier_id", "unit_id", "asked_on", "overall", "expectation", "ideal"]
    frame = pl.DataFrame(rows, schema=names, orient="row", infer_schema_length=None)
    return frame.select(pl.int_range(1, pl.len() + 1).alias("id"), pl.all())


def _mood(turn: int, slides: bool) -> float:
    """The answers' middle, 1 to 10: a little better every time, but not at the sliding supplier."""
    return max(7.8 - 0.95 * max(turn - 1, 0), 3.4) if slides else 7.35 + 0.08 * turn


def _users(
    rng: np.random.Generator, place: int, contract: Contract, day: date, mood: float
) -> list[tuple[object, ...]]:
    """Two to twelve people of the departments that buy it."""
    weights = profile_weights(CATALOGUE["profile"][contract.category])[: len(DEPARTMENTS)]
    weights = weights / weights.sum() if contract.unit < 0 else np.eye(len(DEPARTMENTS))[min(contract.unit, 10)]
    units = rng.choice(DEPARTMENT_IDS, int(rng.integers(2, 13)), p=weights)
    return [("NKI", place + 1, None, int(unit), day, *_answer(rng, mood)) for unit in units]


def _answer(rng: np.random.Generator, mood: float) -> tuple[int | None, int | None, int | None]:
    if rng.random() < 0.34:
        return None, None, None
    first, second, third = (int(np.clip(round(rng.normal(mood - shift, 1.6)), 1, 10)) for shift in (0, 0.2, 0.6))
    return first, second, third


def strategy_rows() -> pl.DataFrame:
    """Rows of `category_strategy`: for most owned categories, and every fifth is past its review."""
    rng = stream("strategies")
    rows: list[tuple[int, int, date, date, str]] = []
    for place, row in enumerate(CATALOGUE.iter_rows(named=True)):
        if row["team"] is None or rng.random() > 0.78:
            continue
        adopted = date(2022, 3, 1) + timedelta(days=int(rng.integers(0, 1500)))
        due = adopted + timedelta(days=365 * (2 if len(rows) % 5 == 2 else 4))
        rows.append((len(rows) + 1, place + 1, min(adopted, AS_OF), due, f"KAT {adopted.year}/{place + 1:03d}"))
    names = ["id", "category_id", "adopted_on", "review_due_on", "registration_number"]
    return pl.DataFrame(rows, schema=names, orient="row")

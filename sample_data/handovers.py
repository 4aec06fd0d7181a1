"""From procurement to contract control: what was handed over, how requirements are checked, what is ticked.

Of the contracts that run, most were handed over and received, some only handed over, and some not at all.
"""

from datetime import date, datetime, time, timedelta

import numpy as np
import polars as pl

from sample_data.clock import AS_OF, SAMPLE_ON
from sample_data.contracts import Contract
from sample_data.draw import stream
from sample_data.working_days import workday

METHOD_OF = {
    "quality": "kvalitet_sla",
    "sla": "kvalitet_sla",
    "labour": "csr",
    "social": "csr",
    "gender": "moten",
    "climate": "miljo_verksamhetssystem",
    "it": "hallbarhetskollen_audit",
}
CHECKLIST = (
    "metrics",
    "supplier_evaluation",
    "assortment",
    "ordering",
    "dialogue",
    "spend",
    "satisfaction",
    "market",
    "compliance",
    "training",
)


def handover_rows(contracts: list[Contract], controllers: list[str]) -> pl.DataFrame:
    """Rows of `handover`: of ten contracts that run, six were received, two wait and two are missing."""
    rows: list[dict[str, object]] = []
    for place, one in enumerate(contracts):
        handed = workday(one.start, 6 + place % 9)
        if one.end < AS_OF or handed > AS_OF or place % 10 in (4, 7):
            continue
        is_received = place % 10 not in (1, 8)
        rows.append(
            {
                "id": len(rows) + 1,
                "contract_id": place + 1,
                "handed_over_on": handed,
                "handed_over_by": ("ebba.officer", "filip.officer")[place % 2],
                "note": "Kravlista och viten genomgångna." if place % 3 == 0 else None,
                "received_on": workday(handed, 5) if is_received else None,
                "received_by": controllers[place] if is_received else None,
                "version": 2 if is_received else 1,
            }
        )
    return pl.DataFrame(rows, infer_schema_length=None)


def with_checks(requirements: pl.DataFrame, controllers: list[str]) -> pl.DataFrame:
    """The rows of `requirement` with how, when and with what outcome each is checked; a fifth has no plan."""
    rng = stream("requirement checks")
    rows = [_checked(rng, row, controllers[row["contract_id"] - 1]) for row in requirements.iter_rows(named=True)]
    return pl.DataFrame(rows, infer_schema_length=None)


def _checked(rng: np.random.Generator, row: dict[str, object], who: str) -> dict[str, object]:
    draw, outcome = rng.random(2)
    due, checked = row["evidence_due_on"], row["checked_on"]
    is_planned = draw < 0.8
    told: dict[str, object] = {
        "check_method": METHOD_OF[str(row["type"])] if is_planned else None,
        "check_due_on": due + timedelta(days=30) if is_planned and isinstance(due, date) else None,
        "outcome": None,
        "evidence": None,
        "checked_by": None,
        "version": 1,
    }
    if isinstance(checked, date) and draw < 0.9:
        result = "met" if outcome < 0.72 else "partly" if outcome < 0.88 else "not_met"
        proof = f"Protokoll {checked.isoformat()}" if result != "not_met" or outcome < 0.95 else None
        told |= {"outcome": result, "evidence": proof, "checked_by": who, "version": 2}
    return row | told


def check_rows(contracts: list[Contract], controllers: list[str]) -> pl.DataFrame:
    """Rows of `follow_up_check`: what was ticked of the checklist, on a third of the frameworks that run."""
    rng = stream("checklist")
    rows = []
    running = [place for place, one in enumerate(contracts) if one.start <= AS_OF <= one.end and one.type == "ramavtal"]
    for place in running[::3]:
        for item in CHECKLIST:
            on = workday(SAMPLE_ON - timedelta(days=int(rng.integers(4, 500))), -1)
            if rng.random() < 0.55 and on >= contracts[place].start:
                note = "Genomgång med verksamheten, inget att anmärka." if rng.random() < 0.4 else None
                rows.append((place + 1, item, on, note, controllers[place], datetime.combine(on, time(15, 5))))
    names = ["contract_id", "item", "done_on", "note", "who", "at"]
    frame = pl.DataFrame(rows, schema=names, orient="row", infer_schema_length=None)
    return frame.select(pl.int_range(1, pl.len() + 1).alias("id"), pl.all())

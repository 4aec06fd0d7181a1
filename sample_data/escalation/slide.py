"""The sliding supplier's deviations: each stands for an order line that did come late."""

from datetime import date
from typing import Any

import numpy as np
import polars as pl

from sample_data.clock import SAMPLE_ON
from sample_data.escalation import deviations
from sample_data.escalation.case import Case
from sample_data.plan import Plan
from sample_data.stories import SLIDE_FROM
from sample_data.working_days import days

PENALTY_DAYS = 17  # three started weeks
GRAVER_FROM, GRAVEST_FROM = date(2026, 3, 1), date(2026, 7, 1)


def late_lines(plan: Plan, supplier: int, orders: pl.DataFrame, lines: pl.DataFrame) -> list[dict[str, Any]]:
    """The latest line of each month since the slide began, and of those 17 days late the first of the last spring."""
    late = (
        lines.join(orders.select("number", "unit_id", "contract_id", "supplier_id", order_id="id"), on="order_id")
        .filter(pl.col("contract_id") == plan.sliding + 1, pl.col("supplier_id") == supplier)
        .filter(pl.col("promised_on") >= pl.lit(SLIDE_FROM).cast(pl.Date), pl.col("received_on").is_not_null())
        .with_columns(days=(pl.col("received_on") - pl.col("promised_on")).dt.total_days())
        .filter(pl.col("days") > 0)
        .sort("promised_on", "id")
    )
    month = pl.col("promised_on").dt.truncate("1mo")
    worst = late.sort("days", "id", descending=True).unique(month, keep="first", maintain_order=True)
    spring = late.filter(pl.col("days") == PENALTY_DAYS, pl.col("promised_on") >= date(2026, 3, 1)).head(1)
    return pl.concat([worst, spring]).unique("id", maintain_order=True).sort("promised_on", "id").to_dicts()


def tell_slide(case: Case, rng: np.random.Generator, late: list[dict[str, Any]]) -> None:
    """One deviation for each line; those of the first months were put right, none since has been."""
    for line in late:
        on = days(line["promised_on"], 2)
        severity = 3 if on >= GRAVEST_FROM else 2 if on >= GRAVER_FROM else 1
        number = deviations.tell(
            case.book, rng, case.supplier_id, case.contract_id, "late", severity, on, line["unit_id"], case_id=case.id
        )
        told = case.book.row("deviation", number)
        told["description"] = f"Beställning {line['number']} kom {line['days']} dagar efter utlovad dag."
        told["evidence"] = (
            f"Beställning {line['number']}, utlovad {line['promised_on']}, mottagen {line['received_on']}"
        )
        if on < date(2026, 1, 15):
            deviations.verify(case.book, number, min(days(line["received_on"], 20), SAMPLE_ON))
        case.deviations.append(number)

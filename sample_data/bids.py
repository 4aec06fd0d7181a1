"""Bids and review cases of the procurements."""

from datetime import date, timedelta

import numpy as np
import polars as pl

from sample_data.clock import AS_OF
from sample_data.contracts import Contract
from sample_data.draw import stream
from sample_data.procurements import Procurement
from sample_data.suppliers import Suppliers

OUTCOMES = ("avslag", "bifall", "delvis", "avskriven", "avvisad", "aterkallad")
OUTCOME_SHARES = (0.48, 0.08, 0.05, 0.24, 0.06, 0.09)


def bid_rows(made: list[Procurement], contracts: list[Contract], suppliers: Suppliers) -> pl.DataFrame:
    """Rows of `bid`: the contract's suppliers won, others of the trade did not; one tender in six met one bid."""
    rng = stream("bids")
    is_sme = suppliers.rows["is_sme"].to_list()
    rows = []
    for place, one in enumerate(made):
        if one.deadline_on is None or one.deadline_on > AS_OF:
            continue
        for lot in range(1, one.lots + 1):
            named = contracts[one.contract].suppliers if one.contract is not None and one.signed_on else []
            bidders = _bidders(rng, one, named, suppliers)
            winners = named or (bidders[:1] if one.signed_on else [])
            for supplier in bidders:
                has_won = supplier in winners
                price = int(one.value_ore * rng.uniform(0.75, 1.25) / one.lots)
                rows.append(
                    (place + 1, lot, supplier, is_sme[supplier - 1], has_won or rng.random() < 0.93, price, has_won)
                )
    names = ["procurement_id", "lot", "supplier_id", "is_sme", "is_qualified", "price_ore", "has_won"]
    frame = pl.DataFrame(rows, schema=names, orient="row", infer_schema_length=None)
    return frame.select(pl.int_range(1, pl.len() + 1).alias("id"), pl.all())


def _bidders(rng: np.random.Generator, one: Procurement, winners: list[int], suppliers: Suppliers) -> list[int]:
    trade = np.flatnonzero(suppliers.home == one.category) + 1
    if one.cancelled_on and rng.random() < 0.3:
        return []
    wanted = 1 if rng.random() < 0.12 else 2 + int(rng.poisson(2.6))
    others = rng.permutation(trade)[: max(wanted - len(winners), 0)]
    return list(dict.fromkeys([*winners, *(int(supplier) for supplier in others)]))


def review_rows(made: list[Procurement]) -> pl.DataFrame:
    """Rows of `review_case`: one procurement often has several case numbers, one has fourteen."""
    rng = stream("reviews")
    rows: list[dict[str, object]] = []
    reviewed = [place for place, one in enumerate(made) if one.is_reviewed and one.deadline_on]
    for turn, place in enumerate(reviewed):
        filed = (made[place].award_on or made[place].deadline_on or AS_OF) + timedelta(days=int(rng.integers(3, 10)))
        cases = 14 if turn == 3 else int(rng.choice([1, 1, 2, 3, 5]))
        rows += [_case(rng, place, min(filed, AS_OF), len(rows) + number) for number in range(cases)]
    return pl.DataFrame(rows, infer_schema_length=None)


def _case(rng: np.random.Generator, place: int, filed: date, serial: int) -> dict[str, object]:
    decided = filed + timedelta(days=int(rng.integers(30, 150)))
    instance = 2 if rng.random() < 0.12 else 1
    return {
        "id": serial + 1,
        "procurement_id": place + 1,
        "court": "Kammarrätten" if instance == 2 else "Förvaltningsrätten",
        "case_number": f"{2000 + serial}-{filed.year % 100}",
        "filed_on": filed,
        "decided_on": decided if decided <= AS_OF else None,
        "outcome": str(rng.choice(OUTCOMES, p=OUTCOME_SHARES)) if decided <= AS_OF else "pending",
        "instance": instance,
    }

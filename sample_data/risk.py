"""Risk scores: most contracts have one that agrees with the register's class, some were scored anew."""

from datetime import date, datetime, time, timedelta
from itertools import product

import numpy as np
import polars as pl

from sample_data.clock import AS_OF
from sample_data.contracts import Contract
from sample_data.draw import stream
from sample_data.people import controllers
from sample_data.working_days import workday

SCORES = ("value", "criticality", "supply_risk", "sustainability_risk", "price_complexity", "history")


def risk_rows(contracts: list[Contract], rows: pl.DataFrame) -> pl.DataFrame:
    """Rows of `risk_score`; the last one of a contract gives the class its register says."""
    rng = stream("risk")
    pools = {number: _of_class(number) for number in (1, 2, 3, 4)}
    made: list[dict[str, object]] = []
    pairs = zip(rows["risk_class"], controllers(rows), strict=True)
    for place, (number, who) in enumerate(pairs):
        if number is None or place % 8 == 5:
            continue
        on = workday(max(contracts[place].start, date(2023, 11, 6)) + timedelta(days=int(rng.integers(5, 60))))
        again = workday(on + timedelta(days=int(rng.integers(150, 420))))
        if place % 11 == 3 and again <= AS_OF:
            earlier = max(number - 1, 1)
            made += _row(rng, place, on, pools[earlier], who, None)
            made += _row(rng, place, again, pools[number], who, "Ny bedömning efter avvikelser.")
        else:
            made += _row(rng, place, on, pools[number], who, None)
    return pl.DataFrame([{"id": turn + 1} | row for turn, row in enumerate(made)], infer_schema_length=None)


def _of_class(number: int) -> list[tuple[int, ...]]:
    """Every set of six scores that gives this class."""
    return [scores for scores in product((1, 2, 3, 4), repeat=6) if _class(scores) == number]


def _class(scores: tuple[int, ...]) -> int:
    total = sum(scores)
    if total >= 15:
        return 4 if max(scores) == 4 else 3
    return 2 if total >= 10.5 else 1


def _row(
    rng: np.random.Generator, place: int, on: date, pool: list[tuple[int, ...]], who: str, why: str | None
) -> list[dict[str, object]]:
    """The row, or none where its day is still to come."""
    drawn = pool[int(rng.integers(len(pool)))]
    if on > AS_OF:
        return []
    scores = dict(zip(SCORES, drawn, strict=True))
    end = {"reason": why, "who": who, "at": datetime.combine(on, time(11, 30))}
    return [{"contract_id": place + 1, "scored_on": on} | scores | end]

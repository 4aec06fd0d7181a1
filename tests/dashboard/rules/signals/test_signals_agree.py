"""The heavier signals find what a slow, obvious version finds, on random data."""

from datetime import date, timedelta
from typing import Any

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as some

from dashboard.rules.signals import signal
from dashboard.rules.signals.limits import SignalLimits
from dashboard.rules.signals.price_deviations import overcharged
from tests.build import ledger
from tests.dashboard.rules.signals.build import TODAY, Row, frames
from tests.slow import signals as slow

LIMITS = SignalLimits()
TWO = some.integers(1, 2)
PAIR: dict[str, some.SearchStrategy[Any]] = {"supplier_id": TWO, "contract_id": TWO}


def found(key: str, known: dict[str, pl.DataFrame]) -> dict[tuple[int, int], float]:
    """(supplier, contract) -> level."""
    rows = signal(key).find(known, LIMITS, TODAY).select("supplier_id", "contract_id", "level").rows()
    return {(supplier_id, contract_id): level for supplier_id, contract_id, level in rows}


def rows_of(columns: dict[str, some.SearchStrategy[Any]], least: int = 0, most: int = 30) -> some.SearchStrategy[Any]:
    return some.lists(some.fixed_dictionaries(columns), min_size=least, max_size=most)


def days(first: date, last: date = TODAY) -> some.SearchStrategy[date]:
    return some.dates(first, last)


DELIVERED = rows_of(
    {
        "order_id": some.integers(1, 2),
        "promised_on": some.sampled_from([date(2026, 5, 4), date(2026, 8, 3)]) | days(date(2026, 3, 28)) | some.none(),
        "days_late": some.sampled_from([None, 0, 0, 0, 1]),
        "quantity_ok": some.sampled_from([10.0, 10.0, 10.0, 9.0, None]),
    },
    least=25,
    most=60,
)


@settings(max_examples=150, deadline=None)
@given(rows_of({"supplier_id": TWO, "contract_id": TWO | some.none()}, most=3), DELIVERED)
def test_late_deliveries_agree(orders: list[Row], lines: list[Row]) -> None:
    for line in lines:
        late, promised_on = line.pop("days_late"), line["promised_on"]
        line["received_on"] = None if late is None or promised_on is None else promised_on + timedelta(days=late)
    known = frames(order=orders, order_line=lines)

    mine = found("late_deliveries", known)

    by_hand = slow.late_deliveries(known["order"].to_dicts(), known["order_line"].to_dicts(), TODAY)
    assert mine.keys() == by_hand.keys()
    assert all(abs(mine[pair] - by_hand[pair]) < 1e-9 for pair in mine)


DEVIATIONS = rows_of(
    {
        **PAIR,
        "observed_on": days(date(2026, 8, 10)),
        "severity": some.sampled_from([1, 1, 2, 3, None]),
        "state": some.sampled_from(["reported", "confirmed", "remedied", "verified", "dismissed"]),
    }
)


@settings(max_examples=150, deadline=None)
@given(DEVIATIONS, rows_of({**PAIR, "step": some.integers(0, 4)}, most=3))
def test_small_deviations_agree(deviations: list[Row], cases: list[Row]) -> None:
    known = frames(deviation=deviations, case=cases)

    mine = found("small_deviations", known)

    assert mine == slow.small_deviations(known["deviation"].to_dicts(), known["case"].to_dicts(), TODAY)


ARTICLE = some.sampled_from(["A1", "A2"])
BOUGHT = rows_of(
    {
        "alias_id": TWO,
        "article_no": ARTICLE | some.none(),
        "quantity": some.sampled_from([0.0, 1.0, 10.0, 500.0, -5.0]),
        "unit_price_ore": some.sampled_from([0, 100, 101, 102, 20_000, None]),
        "is_gross": some.sampled_from([False, False, True]),
        "posted_on": days(date(2026, 8, 1), date(2026, 10, 31)) | some.none(),
    }
)
PRICES = rows_of(
    {
        "contract_id": TWO,
        "article_no": ARTICLE,
        "unit_price_ore": some.sampled_from([100, 10_000]),
        "valid_from": days(date(2026, 7, 1), date(2026, 9, 30)),
        "valid_to": days(date(2026, 9, 1), date(2026, 11, 30)) | some.none(),
    },
    most=6,
)
ITEM = {
    "contract_id": pl.Int64,
    "article_no": pl.String,
    "unit_price_ore": pl.Int64,
    "valid_from": pl.Date,
    "valid_to": pl.Date,
}
PARTY = {"alias_id": pl.Int32, "supplier_id": pl.Int64, "contract_id": pl.Int64}
ON = some.lists(some.tuples(TWO, TWO), unique=True, max_size=4)


@settings(max_examples=150, deadline=None)
@given(BOUGHT, PRICES, ON)
def test_prices_above_the_agreed_agree(bought: list[Row], prices: list[Row], on: list[tuple[int, int]]) -> None:
    for row in bought:
        row["period"] = row["posted_on"].year * 100 + row["posted_on"].month if row["posted_on"] else None
    lines, items = ledger(*bought), pl.DataFrame(prices, schema=ITEM)
    parties = pl.DataFrame([(one, one, contract) for one, contract in on], schema=PARTY, orient="row")

    made = overcharged(lines.lazy(), items, parties).collect()

    by_hand = slow.overcharged(lines.to_dicts(), items.to_dicts(), parties.to_dicts())
    columns = made.select("supplier_id", "contract_id", "period", "agreed_ore", "over_ore").rows()
    assert {row[:3]: row[3:] for row in columns} == by_hand
    assert found("price_deviations", frames() | {"overcharged": made}) == slow.dear_months(by_hand)

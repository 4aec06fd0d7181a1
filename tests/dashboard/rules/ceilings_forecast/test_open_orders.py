"""What is ordered and not yet invoiced counts once, and never below nothing."""

from datetime import date
from typing import Any

import polars as pl

from dashboard.rules.ceilings_forecast.open_orders import open_orders

SCHEMA = {"number": pl.String, "contract_id": pl.Int64, "created_on": pl.Date, "value_ore": pl.Int64}
FIRST, LAST = date(2026, 8, 1), date(2026, 10, 31)


def order(**said: Any) -> dict[str, Any]:
    """An order of 1 000 kr on contract 1, within the months."""
    return {"number": "B1", "contract_id": 1, "created_on": FIRST, "value_ore": 100_000} | said


def left(*orders: dict[str, Any], invoiced: dict[str, list[int]] | None = None) -> list[tuple[int, int]]:
    rows = [(number, amount) for number, amounts in (invoiced or {}).items() for amount in amounts]
    named = pl.DataFrame(rows, schema={"order_ref": pl.String, "amount_ore": pl.Int64}, orient="row")
    return open_orders(pl.DataFrame(list(orders), SCHEMA), named, FIRST, LAST).rows()


def test_what_invoices_with_the_orders_number_say_is_taken_from_its_value() -> None:
    assert left(order(), invoiced={"B1": [30_000, 20_000]}) == [(1, 50_000)]


def test_an_order_invoiced_for_more_takes_nothing_from_another_order() -> None:
    orders = (order(), order(number="B2", value_ore=10_000))

    assert left(*orders, invoiced={"B1": [250_000]}) == [(1, 10_000)]
    assert left(orders[0], invoiced={"B1": [100_000]}) == []


def test_the_first_and_the_last_day_count_and_the_days_around_them_do_not() -> None:
    days = [date(2026, 7, 31), FIRST, LAST, date(2026, 11, 1)]

    found = left(*(order(number=f"B{at}", contract_id=at, created_on=day) for at, day in enumerate(days)))

    assert found == [(1, 100_000), (2, 100_000)]


def test_an_order_without_a_contract_or_a_value_is_not_guessed_at() -> None:
    assert left(order(contract_id=None), order(number="B2", value_ore=None)) == []

"""The chain goes from the first known contract over the lines of the plan to the last."""

from datetime import date
from typing import Any

import polars as pl

from dashboard.rules.plans.chain import Link, chain

SCHEMA = {
    "id": pl.Int64, "contract_id": pl.Int64, "successor_id": pl.Int64, "state": pl.String, "needed_on": pl.Date,
}  # fmt: skip


def items(*rows: tuple[int, int | None, int | None], **said: Any) -> pl.DataFrame:
    made = [(*row, said.get("state", "planned"), date(2026, 1, 1)) for row in rows]
    return pl.DataFrame(made, schema=SCHEMA, orient="row")


def contract(key: int) -> Link:
    return Link("contract", key)


def line(key: int) -> Link:
    return Link("line", key)


def test_a_contract_alone_is_a_chain_of_one() -> None:
    assert chain(items(), 5) == (contract(5),)


def test_it_goes_both_ways_from_the_contract_in_the_middle() -> None:
    found = chain(items((1, 10, 20), (2, 20, 30), (3, 30, None)), 20)

    assert found == (contract(10), line(1), contract(20), line(2), contract(30), line(3))


def test_a_contract_for_a_new_need_begins_with_its_line() -> None:
    assert chain(items((1, None, 20)), 20) == (line(1), contract(20))


def test_a_cancelled_line_is_no_link() -> None:
    assert chain(items((1, 10, 20), state="cancelled"), 10) == (contract(10),)


def test_a_ring_of_successors_is_followed_once() -> None:
    found = chain(items((1, 10, 20), (2, 20, 10)), 10)

    assert len(found) < 10
    assert contract(20) in found

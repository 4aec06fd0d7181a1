"""A block on ordering: its states, what may be done with it, and the lines dated while it was in force."""

from datetime import date
from typing import Any

import polars as pl
import pytest

from dashboard.rules.sanctions.blocks import block_obstacles, lines_while_blocked, with_state
from tests.dashboard.frames import rows_of

TODAY = date(2026, 11, 16)
ASKED, DONE, LIFTED = date(2026, 9, 1), date(2026, 9, 3), date(2026, 10, 1)
BLOCK = {"supplier_id": 1, "requested_on": ASKED, "requested_by": "k", "reason": "skäl", "version": 1}


def block(**given: Any) -> dict[str, Any]:
    return rows_of("erp_block", [{**BLOCK, **given}]).row(0, named=True)


def dated(*lines: dict[str, Any], **given: Any) -> pl.DataFrame:
    """What falls within the block; a line is supplier 1's, posted the day after the block, unless said otherwise."""
    usual = {"supplier_id": 1, "contract_id": None, "posted_on": date(2026, 9, 4), "amount_ore": 100}
    days = {"ordered_on": None, "invoiced_on": None, "on_day": date(2026, 9, 4)}
    schema = {
        **dict.fromkeys(("supplier_id", "contract_id"), pl.Int32),
        **dict.fromkeys(("posted_on", "ordered_on", "invoiced_on", "on_day"), pl.Date),
        "amount_ore": pl.Int64,
    }
    frame = pl.DataFrame([{**usual, **days, **line} for line in lines], schema=schema)
    blocks = rows_of("erp_block", [{**BLOCK, "executed_on": DONE, **given}])
    return lines_while_blocked(frame.lazy(), blocks).collect()


@pytest.mark.parametrize(
    ("days", "state"),
    [
        ({}, "requested"),
        ({"executed_on": DONE}, "executed"),
        ({"executed_on": DONE, "lifted_on": LIFTED}, "lifted"),
        ({"lifted_on": LIFTED}, "withdrawn"),
    ],
)
def test_the_state_follows_from_the_days(days: dict[str, date], state: str) -> None:
    assert with_state(rows_of("erp_block", [{**BLOCK, **days}]))["state"].item() == state


def test_a_block_is_executed_once_and_not_before_it_was_asked_for() -> None:
    assert block_obstacles(block(), DONE, None, TODAY) == []
    assert block_obstacles(block(executed_on=DONE), DONE, None, TODAY) == ["block_is_executed"]
    assert block_obstacles(block(), date(2026, 8, 31), None, TODAY) == ["block_day_before"]
    assert block_obstacles(block(), date(2026, 11, 17), None, TODAY) == ["block_day_ahead"]


def test_a_block_is_lifted_once_and_not_before_it_was_executed() -> None:
    assert block_obstacles(block(executed_on=DONE), None, LIFTED, TODAY) == []
    assert block_obstacles(block(executed_on=DONE), None, ASKED, TODAY) == ["block_day_before"]
    assert block_obstacles(block(), None, ASKED, TODAY) == []
    assert block_obstacles(block(lifted_on=LIFTED), None, LIFTED, TODAY) == ["block_is_lifted"]


def test_a_line_counts_the_day_after_the_block_and_not_the_same_day() -> None:
    found = dated({"posted_on": DONE}, {"posted_on": date(2026, 9, 4)})

    assert found["day"].to_list() == [date(2026, 9, 4)]


def test_the_orders_day_goes_before_the_posting_day_and_it_is_said_which() -> None:
    placed_before = {"ordered_on": date(2026, 9, 2), "posted_on": date(2026, 9, 20)}
    placed_after = {"ordered_on": date(2026, 9, 5), "posted_on": date(2026, 9, 20)}
    unknown = {"posted_on": date(2026, 9, 20)}
    invoice_only = {"posted_on": None, "invoiced_on": date(2026, 9, 21)}

    found = dated(placed_before, placed_after, unknown, invoice_only)

    assert found.select("day", "day_is").rows() == [
        (date(2026, 9, 5), "ordered"),
        (date(2026, 9, 20), "posted"),
        (date(2026, 9, 21), "other"),
    ]


def test_lines_count_until_the_day_before_the_block_is_lifted() -> None:
    days = [{"posted_on": date(2026, 9, 30)}, {"posted_on": LIFTED}, {"posted_on": date(2026, 10, 2)}]

    assert dated(*days, lifted_on=LIFTED)["day"].to_list() == [date(2026, 9, 30)]
    assert dated(*days).height == 3


def test_a_block_on_a_contract_leaves_other_lines_of_the_supplier_alone() -> None:
    lines: list[dict[str, Any]] = [{"contract_id": 7}, {"contract_id": 8}, {"contract_id": None}]

    assert dated(*lines, contract_id=7)["contract_id"].to_list() == [7]
    assert dated(*lines).height == 3


def test_another_suppliers_lines_and_blocks_never_executed_give_nothing() -> None:
    assert dated({"supplier_id": 2}).is_empty()
    assert dated({}, executed_on=None).is_empty()

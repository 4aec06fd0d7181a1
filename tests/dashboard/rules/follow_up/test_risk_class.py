"""The class of a contract: from its scores, and which scoring is in force on a day."""

from datetime import date
from itertools import product
from statistics import mean

import polars as pl
import pytest

from dashboard.rules.follow_up.risk_class import SCORES, risk_class, scored_class, with_class_in_force
from tests.dashboard.frames import empty_table, one_row


def scores(*values: int) -> dict[str, int]:
    return dict(zip(SCORES, values, strict=True))


def scoring(number: int, on: date, *values: int, contract_id: int = 1) -> pl.DataFrame:
    """One scoring of a contract."""
    return one_row("risk_score", id=number, contract_id=contract_id, scored_on=on, **scores(*values))


@pytest.mark.parametrize(
    ("values", "wanted"),
    [
        ((4, 3, 2, 2, 2, 2), 4),  # mean exactly 2.5 and one grave score
        ((3, 3, 3, 2, 2, 2), 3),  # mean exactly 2.5 and none grave
        ((4, 2, 2, 2, 2, 2), 2),  # one grave score alone makes no class 4
        ((2, 2, 2, 2, 2, 1), 2),
        ((2, 2, 2, 2, 1, 1), 1),  # mean 1.67, below 1.75
        ((1, 1, 1, 1, 1, 1), 1),
        ((4, 4, 4, 4, 4, 4), 4),
    ],
)
def test_the_class_follows_from_the_mean_and_the_gravest_score(values: tuple[int, ...], wanted: int) -> None:
    assert risk_class(scores(*values)) == wanted


def test_the_frame_gives_the_same_class_as_the_plain_rule_for_every_possible_scoring() -> None:
    every = list(product((1, 2, 3, 4), repeat=6))
    frame = pl.DataFrame(every, schema=list(SCORES), orient="row")

    found = frame.select(scored_class().alias("found"))["found"].to_list()

    slow = [
        4 if max(one) >= 4 and mean(one) >= 2.5 else 3 if mean(one) >= 2.5 else 2 if mean(one) >= 1.75 else 1
        for one in every
    ]
    assert found == slow == [risk_class(scores(*one)) for one in every]


def in_force(day: date, risk: int | None, *scorings: pl.DataFrame, key: str = "id") -> int | None:
    """The class in force of contract 1."""
    contracts = one_row("contract", id=1, risk_class=risk).rename({"id": key}).with_columns(day=day)
    found = with_class_in_force(contracts, pl.concat([empty_table("risk_score"), *scorings]), "day", key)
    value: int | None = found["risk_class"].item()
    return value


@pytest.mark.parametrize("key", ["id", "row_id"])
def test_the_last_scoring_holds_and_the_last_of_one_day_by_its_number(key: str) -> None:
    low, high = (1, 1, 1, 1, 1, 1), (4, 4, 4, 4, 4, 4)
    earlier, later = scoring(1, date(2026, 1, 1), *high), scoring(2, date(2026, 5, 1), *low)
    same_day = scoring(3, date(2026, 5, 1), *high)

    assert in_force(date(2026, 11, 1), 2, later, earlier, key=key) == 1
    assert in_force(date(2026, 4, 30), 2, later, earlier, key=key) == 4
    assert in_force(date(2026, 11, 1), 2, same_day, later, key=key) == 4


def test_before_the_first_scoring_the_registers_class_holds_and_without_one_it_is_unknown() -> None:
    scored = scoring(1, date(2026, 5, 1), 4, 4, 4, 4, 4, 4)

    assert in_force(date(2026, 4, 30), 2, scored) == 2
    assert in_force(date(2026, 4, 30), None, scored) is None


def test_the_scoring_of_one_contract_says_nothing_of_another() -> None:
    assert in_force(date(2026, 11, 1), None, scoring(1, date(2026, 5, 1), 4, 4, 4, 4, 4, 4, contract_id=2)) is None

"""When a contract's ceiling is reached, and what happens then."""

from datetime import date

import polars as pl

from dashboard.rules.ceilings import consumed_by_day, exhausted_from
from dashboard.rules.coverage import build_coverage
from dashboard.rules.limits import Limits
from dashboard.rules.line_class import with_line_class
from tests.build import Row, contract_of, frame, ledger, registers

TODAY = date(2026, 6, 30)


def consumed(*days: tuple[date, int]) -> pl.DataFrame:
    rows = [(1, day, amount) for day, amount in days]
    return pl.DataFrame(rows, schema={"contract_id": pl.Int64, "on_day": pl.Date, "amount_ore": pl.Int64}, orient="row")


def contract(ceiling_ore: int | None) -> pl.DataFrame:
    return frame("contracts", [{"ceiling_ore": ceiling_ore}])


def test_the_contract_is_used_up_from_the_day_after_its_ceiling_was_reached():
    spent = consumed((date(2026, 1, 1), 60), (date(2026, 1, 5), 40))

    assert exhausted_from(spent, contract(100)).rows() == [(1, date(2026, 1, 6))]
    assert exhausted_from(spent, contract(101)).is_empty()


def test_an_unknown_ceiling_is_never_reached():
    spent = consumed((date(2026, 1, 1), 10**12))

    assert exhausted_from(spent, contract(None)).is_empty()
    assert exhausted_from(spent, contract(0)).is_empty()


def test_what_was_reached_stays_reached_after_a_credit_note():
    spent = consumed((date(2026, 1, 1), 100), (date(2026, 1, 2), -50), (date(2026, 1, 3), 60))

    assert exhausted_from(spent, contract(100)).rows() == [(1, date(2026, 1, 2))]


def letters(lines: list[Row], **rows: list[Row]) -> list[str]:
    """The classes of lines, after both passes."""
    known, bought = registers(**rows), ledger(*lines).lazy()
    by_term = build_coverage(known, Limits(), TODAY).on(pl.DataFrame.lazy)
    spent = exhausted_from(consumed_by_day(bought, by_term).collect(), known["contracts"])
    coverage = build_coverage(known, Limits(), TODAY, spent).on(pl.DataFrame.lazy)
    return with_line_class(bought, coverage).collect().sort("row")["line_class"].to_list()


def test_lines_after_the_ceiling_are_c_and_the_contract_no_longer_covers_others():
    first = {"amount_ore": 500_00, "posted_on": date(2026, 3, 1)}
    lines = [first, {**first, "posted_on": date(2026, 3, 2)}, {"posted_on": date(2026, 3, 3)}]
    other = {"alias_id": 2, "posted_on": date(2026, 3, 2)}

    found = letters([*lines, other, {**other, "posted_on": date(2026, 3, 3)}], **contract_of(ceiling_ore=1_000_00))

    assert found == ["B", "B", "C", "E", "F"]


def test_lines_of_other_contracts_and_other_money_use_nothing_of_the_ceiling():
    lines = [{"category_id": 2, "amount_ore": 10**9}, {"posted_on": date(2026, 3, 20)}]

    assert letters(lines, **contract_of(ceiling_ore=10**6)) == ["C", "B"]

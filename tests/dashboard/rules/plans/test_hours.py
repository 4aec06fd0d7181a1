"""How many hours a line takes, and from where the number is."""

from dataclasses import fields
from datetime import date
from typing import Any

import polars as pl

from dashboard.rules.plans.hours import PREFIX, PlanHours, plan_hours, with_hours
from data_access.tables.goals import rule_limit
from data_access.writes.reference import read_reference

DAY = date(2026, 11, 16)
SCHEMA = {"procedure": pl.String, "hours": pl.Int64, "state": pl.String}


def lines(*rows: tuple[str | None, int | None], state: str = "planned") -> pl.DataFrame:
    return pl.DataFrame([(*row, state) for row in rows], schema=SCHEMA, orient="row")


def needed(own: pl.DataFrame, *rows: tuple[str | None, int | None]) -> list[Any]:
    found = with_hours(lines(*rows), own, PlanHours(open=240))
    return found.select("needed_hours", "hours_from").rows()


def test_what_a_line_says_counts_also_where_it_says_none() -> None:
    assert needed(lines(), ("open", 300), ("open", 0)) == [(300, "said"), (0, "said")]


def test_five_own_lines_of_the_procedure_give_their_middle_and_four_do_not() -> None:
    four = [("open", hours) for hours in (100, 200, 300, 401)]
    other = [("selective", 999)]

    assert needed(lines(*four, *other), ("open", None)) == [(240, "estimate")]
    assert needed(lines(*four, ("open", 500), *other), ("open", None)) == [(300, "own")]
    assert needed(lines(*four, ("open", 500), ("open", 600), *other), ("open", None)) == [(351, "own")]


def test_lines_that_were_cancelled_say_nothing_of_how_long_it_takes() -> None:
    own = lines(*[("open", 100)] * 5, state="cancelled")

    assert needed(own, ("open", None)) == [(240, "estimate")]


def test_a_procedure_that_is_not_known_has_no_number() -> None:
    assert needed(lines(), (None, None), ("barter", None)) == [(None, None), (None, None)]


def test_the_reference_file_has_every_estimate_and_no_other() -> None:
    rows = pl.DataFrame(read_reference("rule_limits.csv", rule_limit)).with_columns(pl.col("value").cast(pl.Float64))

    said = {key for key in rows["key"] if key.startswith(PREFIX)}
    assert said == {f"{PREFIX}{one.name}" for one in fields(PlanHours)}
    assert plan_hours(rows, DAY) == PlanHours()
    assert plan_hours(rows, date(2000, 1, 1)) == PlanHours()

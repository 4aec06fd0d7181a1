"""A supplier's step: the highest of its open cases on contracts in force, month by month and today."""

from collections.abc import Sequence
from datetime import date

import polars as pl

from dashboard.rules.escalation.active import is_active
from dashboard.rules.escalation.facts import SETTLED
from dashboard.text import Text

NO_CASE = Text(
    sv="Steg 0, normal nivå: leverantören har inga öppna ärenden på avtal som gäller.",
    en="Step 0, normal level: the supplier has no open cases on contracts in force.",
)
ONE_CASE = Text(
    sv="Steg {step}: så står leverantörens enda öppna ärende på avtal som gäller.",
    en="Step {step}: that of the supplier's only open case on a contract in force.",
)
HIGHEST = Text(
    sv="Steg {step}: det högsta av leverantörens {cases} öppna ärenden på avtal som gäller.",
    en="Step {step}: the highest of the supplier's {cases} open cases on contracts in force.",
)
BESIDE = Text(
    sv=" {ended} öppna ärenden, som högst på steg {ended_step}, räknas inte: avtalen gäller inte längre.",
    en=" {ended} open cases, on step {ended_step} at most, do not count: the contracts are no longer in force.",
)


def steps_by_month(
    events: pl.DataFrame, cases: pl.DataFrame, active: pl.DataFrame, months: Sequence[int], today: date
) -> pl.DataFrame:
    """`supplier_id, period, step` for every supplier that has had a case and every month: the step at the month's end.

    The current month has the step of today, and months to come are left out; 0 where no case counts. Needs of
    `events`: case_id, sequence, to_step, happened_on; of `cases`: id, contract_id, supplier_id, opened_on, closed_on;
    `active` is that of `active_spans`; `months` are periods such as 202611.
    """
    first_day = pl.date(pl.col("period") // 100, pl.col("period") % 100, 1)
    days = (
        pl.DataFrame({"period": months}, schema={"period": pl.Int32})
        .filter(first_day <= today)
        .with_columns(day=pl.min_horizontal(first_day.dt.month_end(), pl.lit(today)))
    )
    highest = (
        _open_cases(events, cases, active, days)
        .filter("is_active")
        .group_by("supplier_id", "day")
        .agg(step=pl.col("step").max())
    )
    every = cases.select("supplier_id").unique().join(days, how="cross")
    joined = every.join(highest, on=["supplier_id", "day"], how="left").with_columns(pl.col("step").fill_null(0))
    return joined.select("supplier_id", "period", "step").sort("supplier_id", "period")


def supplier_steps(events: pl.DataFrame, cases: pl.DataFrame, active: pl.DataFrame, today: date) -> pl.DataFrame:
    """Each supplier with an open case today: its step, which case gives it, and how many cases there are.

    `supplier_id, step, case_id` (the case that gives the step, the oldest of several; null where none counts),
    `cases` (open, on contracts in force), `ended` (open, on contracts no longer in force) and `ended_step` (the
    highest of those). The frames are those of `steps_by_month`.
    """
    counts, step = pl.col("is_active"), pl.col("step")
    return (
        _open_cases(events, cases, active, pl.DataFrame({"day": [today]}))
        .sort("step", "case_id", descending=[True, False])
        .group_by("supplier_id", maintain_order=True)
        .agg(
            step=step.filter(counts).max().fill_null(0),
            case_id=pl.col("case_id").filter(counts).first(),
            cases=counts.sum().cast(pl.Int64),
            ended=(~counts).sum().cast(pl.Int64),
            ended_step=step.filter(~counts).max(),
        )
        .sort("supplier_id")
    )


def step_words(cases: int, ended: int) -> Text:
    """Why a supplier stands where it does; the braces are the columns of `supplier_steps`."""
    base = NO_CASE if cases == 0 else ONE_CASE if cases == 1 else HIGHEST
    return Text(sv=base.sv + BESIDE.sv, en=base.en + BESIDE.en) if ended else base


def _open_cases(events: pl.DataFrame, cases: pl.DataFrame, active: pl.DataFrame, days: pl.DataFrame) -> pl.DataFrame:
    """`supplier_id, case_id, day, step, is_active`: each case open on each day. One without events is on step 0."""
    day = pl.col("day")
    there = (
        cases.select("contract_id", "supplier_id", "opened_on", "closed_on", case_id="id")
        .join(days.select("day"), how="cross")
        .filter(pl.col("opened_on") <= day, pl.col("closed_on").is_null() | (pl.col("closed_on") > day))
    )
    last = (
        events.select("case_id", "sequence", "happened_on", "to_step")
        .join(days.select("day"), how="cross")
        .filter(pl.col("happened_on") <= day)
        .group_by("case_id", "day")
        .agg(step=pl.col("to_step").sort_by("sequence").last())
    )
    stood = there.join(last, on=["case_id", "day"], how="left").with_columns(pl.col("step").fill_null(0))
    spans = stood.filter(pl.col("step") < SETTLED).join(active, on="contract_id", how="left")
    return spans.select("supplier_id", "case_id", "day", "step", is_active=is_active(day))

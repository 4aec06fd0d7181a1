"""Gaps to come if nothing is decided: the days after a contract's last one until the next contract, in kronor."""

from datetime import date

import polars as pl

from dashboard.rules.decisions.terms import CEILING_DAYS

YEAR = 365
MONTHS = 24
OF_MONTH = {
    "contract_id": pl.Int64,
    "period": pl.Int64,
    "days": pl.Int64,
    "amount_ore": pl.Int64,
    "too_late_ore": pl.Int64,
}


def last_days() -> pl.Expr:
    """The last day a contract can hold, of the columns of `with_decision_dates`; null where none is known or set.

    The options that can still be used are taken as used, and a ceiling ends a contract before its term does. An option
    nobody can date makes the day unknown.
    """
    lacks_call = (pl.col("next_state") == "open").fill_null(False) & pl.col("option_call_deadline").is_null()
    possible = pl.coalesce(pl.min_horizontal("end_possible", *CEILING_DAYS), "effective_end")
    return pl.when(~lacks_call).then(possible)


def coming_months(contracts: pl.DataFrame, today: date, months: int = MONTHS) -> pl.DataFrame:
    """One row a contract and month of its gap: `days`, `amount_ore` and, of that, `too_late_ore`, columns OF_MONTH.

    `contracts`: `contract_id, ends_on, follows_on` (the day the next one holds; null: nothing is planned), `gap_days`
    (without a contract even if a procurement begins today) and `daily_spend_ore`. The gap begins the day after
    `ends_on`, never before today, and lasts until the next contract, else beyond the last of the `months`, of which
    today's is the first. `too_late_ore` is the part no decision can avoid: nothing where `gap_days` is not known.
    """
    first = today.replace(day=1)
    starts = pl.date_range(first, pl.lit(first).dt.offset_by(f"{months - 1}mo"), "1mo", eager=False)
    calendar = pl.select(month_from=starts).with_columns(
        month_to=pl.col("month_from").dt.month_end(), period=_period("month_from")
    )
    after = pl.col("ends_on").dt.offset_by("1d")
    gaps = contracts.filter(pl.col("daily_spend_ore") > 0).with_columns(
        from_on=pl.max_horizontal(after, pl.lit(today)),
        late_to=pl.col("ends_on").dt.offset_by(pl.format("{}d", pl.col("gap_days").fill_null(0))),
    )
    until = pl.min_horizontal("month_to", pl.col("follows_on").dt.offset_by("-1d"))
    begins = pl.max_horizontal("month_from", "from_on")
    days = (until - begins).dt.total_days() + 1
    late = (pl.min_horizontal(until, "late_to") - begins).dt.total_days() + 1
    spend = pl.col("daily_spend_ore")
    return (
        gaps.filter(pl.col("ends_on").is_not_null())
        .join(calendar, how="cross")
        .with_columns(days=days, late=late.clip(0))
        .filter(pl.col("days") > 0)
        .with_columns(
            amount_ore=(spend * pl.col("days")).round().cast(pl.Int64),
            too_late_ore=(spend * pl.col("late")).round().cast(pl.Int64),
        )
        .select(pl.col(name).cast(kind) for name, kind in OF_MONTH.items())
        .sort("contract_id", "period")
    )


def gaps_of(months: pl.DataFrame) -> pl.DataFrame:
    """One row a contract, the largest amount first: `contract_id, days, amount_ore, too_late_ore`, sums of `months`."""
    sums = pl.col("days", "amount_ore", "too_late_ore").sum()
    return months.group_by("contract_id").agg(sums).sort("amount_ore", "contract_id", descending=[True, False])


def by_month(months: pl.DataFrame, today: date, count: int = MONTHS) -> pl.DataFrame:
    """One row a month, also those without gaps: `period, amount_ore, too_late_ore`."""
    first = today.replace(day=1)
    every = pl.select(day=pl.date_range(first, pl.lit(first).dt.offset_by(f"{count - 1}mo"), "1mo", eager=False))
    summed = months.group_by("period").agg(pl.col("amount_ore", "too_late_ore").sum())
    return (
        every.select(period=_period("day"))
        .join(summed, on="period", how="left", maintain_order="left")
        .with_columns(pl.col("amount_ore", "too_late_ore").fill_null(0))
    )


def yearly_growth(contracts: pl.DataFrame, months: pl.DataFrame) -> pl.DataFrame:
    """`period, yearly_ore`: what a year costs at the pace of each month's gaps, of the months there are any."""
    pace = contracts.select("contract_id", "daily_spend_ore")
    yearly = (pl.col("daily_spend_ore").sum() * YEAR).round().cast(pl.Int64)
    return months.join(pace, on="contract_id").group_by("period").agg(yearly_ore=yearly).sort("period")


def _period(column: str) -> pl.Expr:
    day = pl.col(column).dt
    return day.year().cast(pl.Int64) * 100 + day.month().cast(pl.Int64)

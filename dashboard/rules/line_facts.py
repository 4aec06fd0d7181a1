"""What must be known of a ledger line before its contract is sought: day, supplier, category, place and spend class."""

import narwhals as nw

from dashboard.rules.codes import DAY_SOURCES, SPEND_CLASSES, Lines, code
from dashboard.rules.coverage import Coverage

DAYS = {"delivery": "delivered_on", "order": "ordered_on", "invoice": "invoiced_on", "posting": "posted_on"}


def has_day() -> nw.Expr:
    """Whether the line says any day, and not only a month."""
    return ~nw.coalesce(*DAYS.values()).is_null()


def with_day(lines: Lines, coverage: Coverage) -> Lines:
    """Adds on_day, the day the purchase is judged by, the kind of day it is, and its month in the calendar.

    `invoice_day` is the day that the payment lag is measured to. Where only a month is said, its first day holds.
    """
    months = nw.from_native(coverage.frames["months"])
    found = lines.with_columns(month_period=nw.when(~has_day()).then(nw.col("period")))
    found = found.join(months, on="month_period", how="left")
    found = found.with_columns(on_day=nw.coalesce(*DAYS.values(), "month_day")).drop("month_period", "month_day")
    return _with_kinds_of_day(found, coverage)


def with_said_day(lines: Lines, coverage: Coverage) -> Lines:
    """As `with_day`, for lines that say a day."""
    return _with_kinds_of_day(lines.with_columns(on_day=nw.coalesce(*DAYS.values())), coverage)


def _with_kinds_of_day(lines: Lines, coverage: Coverage) -> Lines:
    source = nw.lit(code(DAY_SOURCES, "month"), dtype=nw.Int8)
    for kind, column in reversed(DAYS.items()):
        source = (
            nw.when(~nw.col(column).is_null()).then(nw.lit(code(DAY_SOURCES, kind), dtype=nw.Int8)).otherwise(source)
        )
    return lines.with_columns(
        month=_month(coverage),
        invoice_day=nw.coalesce("invoiced_on", "posted_on", "on_day"),
        day_from=nw.when(~nw.col("on_day").is_null()).then(source),
    )


def _month(coverage: Coverage) -> nw.Expr:
    day = nw.col("on_day").dt
    number = day.year().cast(nw.Int64) * 12 + day.month().cast(nw.Int64) - (1 + coverage.calendar.first_month)
    last = coverage.calendar.months - 1
    inside = nw.when(number > last).then(nw.lit(last, dtype=nw.Int64)).otherwise(number)
    return nw.when(number < 0).then(nw.lit(0, dtype=nw.Int64)).otherwise(inside)


def with_spend(lines: Lines, coverage: Coverage) -> Lines:
    """Adds supplier_id, the category that holds, its place, spend_class and spend_rule_id."""
    found = lines.join(nw.from_native(coverage.frames["aliases"]), on="alias_id", how="left")
    found = found.with_columns(
        account_key=nw.col("account_id").cast(nw.Int64) * (len(coverage.rule_days) + 1) + _epoch(coverage)
    )
    found = found.join(nw.from_native(coverage.frames["accounts"]), on="account_key", how="left")
    found = found.with_columns(category_id=nw.coalesce("category_id", "account_category_id"))
    unit = nw.coalesce(nw.col("unit_id").cast(nw.Int64), nw.lit(0, dtype=nw.Int64))
    found = found.with_columns(place_key=nw.col("category_id").cast(nw.Int64) * coverage.units + unit)
    found = found.join(nw.from_native(coverage.frames["places"]), on="place_key", how="left")
    return _with_spend_class(found, coverage).drop(
        "account_key", "account_category_id", "account_class", "rule_id", "place_key", "category_class", "is_own"
    )


def _epoch(coverage: Coverage) -> nw.Expr:
    """How many changes of the rules the line's day has behind it."""
    number = nw.lit(0, dtype=nw.Int64)
    for passed, day in enumerate(coverage.rule_days, start=1):
        number = nw.when(nw.col("on_day") >= day).then(nw.lit(passed, dtype=nw.Int64)).otherwise(number)
    return number


def _with_spend_class(lines: Lines, coverage: Coverage) -> Lines:
    """The municipality's own companies first, then the category's own class, then the account's, then procurable."""
    rest = (
        nw.when(~nw.col("category_id").is_null())
        .then(nw.lit(code(SPEND_CLASSES, "procurable"), dtype=nw.Int8))
        .otherwise(nw.lit(code(SPEND_CLASSES, "unknown"), dtype=nw.Int8))
    )
    by_words = nw.coalesce(nw.col("category_class"), nw.col("account_class"), rest)
    by_account = nw.when(nw.col("category_class").is_null()).then(nw.col("rule_id"))
    if coverage.own_rule is None:
        return lines.with_columns(spend_class=by_words, spend_rule_id=by_account)
    number, first, last = coverage.own_rule
    is_internal = nw.col("is_own") & (nw.col("on_day") >= first)
    if last is not None:
        is_internal = is_internal & (nw.col("on_day") <= last)
    internal = nw.lit(code(SPEND_CLASSES, "internal"), dtype=nw.Int8)
    return lines.with_columns(
        spend_class=nw.when(is_internal).then(internal).otherwise(by_words),
        spend_rule_id=nw.when(is_internal).then(nw.lit(number, dtype=nw.Int64)).otherwise(by_account),
    )

"""What the registers say about every day, as small frames that ledger lines are joined to by plain equality.

A contract that is marked secret is left out entirely. A scope on a department covers its units, and a scope on a
category the categories below it. A contract that names no supplier may be anybody's.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import polars as pl

from dashboard.rules import scope_answers, spend_class
from dashboard.rules.codes import CHANNELS, encoded
from dashboard.rules.contract_answers import numbered
from dashboard.rules.day_calendar import Calendar
from dashboard.rules.groups import group_answers, groups_of, price_answers
from dashboard.rules.limits import Limits
from dashboard.rules.terms import with_term


@dataclass(frozen=True)
class Coverage:
    """The prepared frames, by name, and the numbers that their keys are made with."""

    calendar: Calendar
    units: int  # keys of unit and category: category * units + unit, unit 0 unknown
    places: int
    suppliers: int
    articles: int
    rule_days: tuple[date, ...]
    own_rule: tuple[int, date, date | None] | None
    limits: Limits
    limited_aliases: tuple[int, ...]  # names of suppliers with a contract that has a ceiling
    has_nameless_ceiling: bool  # whether some contract with a ceiling names no supplier
    turns: Mapping[str, int]  # how many changes of an answer within a month a calendar has columns for
    empty: frozenset[str]  # names of frames without rows: their joins are left out
    frames: Mapping[str, Any] = field(repr=False)

    def on(self, convert: Callable[[pl.DataFrame], Any]) -> "Coverage":
        """The same with its frames given to another engine."""
        return replace(self, frames={name: convert(frame) for name, frame in self.frames.items()})


def build_coverage(
    registers: Mapping[str, pl.DataFrame], limits: Limits, last_day: date, exhausted: pl.DataFrame | None = None
) -> Coverage:
    """The coverage that `registers` give: frames of the SQL tables, by the names in `data.build.READERS`.

    `exhausted` (contract_id, exhausted_from) says from which day a contract's ceiling is reached; None: not at all.
    """
    calendar = Calendar.ending(last_day)
    contracts = _contracts(registers, exhausted, last_day)
    parties = registers["contract_suppliers"].join(contracts, left_on="contract_id", right_on="id", how="semi")
    places = scope_answers.places(registers, contracts)
    lag = int(limits.payment_lag_days)
    suppliers = _room(registers["suppliers"])
    limited = contracts.filter(pl.col("ceiling_ore") > 0)
    refs = groups_of(registers, contracts)
    by_scope = scope_answers.of_supplier(registers, contracts, parties, places, lag)
    answers, (scope, group) = numbered([by_scope, group_answers(refs, contracts, parties, suppliers, lag)])
    frames = {
        "months": _months(),
        "aliases": _aliases(registers),
        "accounts": spend_class.account_classes(registers["accounts"], registers["account_rules"]),
        "places": places.by_category_and_unit,
        "answers": answers,
        "scope": calendar.by_month(scope, "scope"),
        "group": calendar.by_month(group, "group"),
        "cover": scope_answers.of_place(contracts, places, calendar),
        "held": scope_answers.held(contracts, parties, calendar),
        "refs": refs.texts,
        "orders": _orders(registers, refs.by_contract),
        "articles": refs.articles,
        "prices": price_answers(registers["price_items"], refs.articles),
    }
    return Coverage(
        calendar=calendar,
        units=_room(registers["units"]),
        places=places.count,
        suppliers=suppliers,
        articles=refs.articles.height + 1,
        rule_days=spend_class.epochs(registers["account_rules"]),
        own_rule=spend_class.counterpart_rule(registers["account_rules"]),
        limits=limits,
        limited_aliases=_aliases_of(registers, parties.join(limited, left_on="contract_id", right_on="id", how="semi")),
        has_nameless_ceiling=not limited["names_supplier"].all(),
        turns={name: sum(one.startswith(f"{name}_from_") for one in frame.columns) for name, frame in frames.items()},
        empty=frozenset(name for name, frame in frames.items() if frame.is_empty()),
        frames=frames,
    )


def _contracts(registers: Mapping[str, pl.DataFrame], exhausted: pl.DataFrame | None, today: date) -> pl.DataFrame:
    """The contracts that count, with their term, and `able_to`: the last day before the ceiling was reached."""
    if exhausted is None:
        exhausted = pl.DataFrame(schema={"contract_id": pl.Int64, "exhausted_from": pl.Date})
    named = registers["contract_suppliers"].select(id="contract_id").unique().with_columns(names_supplier=True)
    return (
        with_term(registers["contracts"].filter(~pl.col("is_secret")), registers["options"], today)
        .join(exhausted, left_on="id", right_on="contract_id", how="left")
        .join(named, on="id", how="left")
        .with_columns(
            pl.col("names_supplier").fill_null(False),
            able_to=pl.min_horizontal("to_day", pl.col("exhausted_from").dt.offset_by("-1d")),
        )
    )


def _room(frame: pl.DataFrame) -> int:
    """One more than the largest id, so that key * room + id is one number for each pair."""
    largest = frame["id"].max()
    return largest + 1 if isinstance(largest, int) else 1


def _months() -> pl.DataFrame:
    """The first day of each month that a period can name."""
    first = pl.date_range(date(1990, 1, 1), date(2100, 12, 1), "1mo", eager=True)
    return pl.DataFrame({"month_period": first.dt.year() * 100 + first.dt.month().cast(pl.Int32), "month_day": first})


def _aliases(registers: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    own = spend_class.own_suppliers(registers["suppliers"], registers["units"], registers["unit_aliases"])
    return registers["aliases"].select(
        alias_id=pl.col("id").cast(pl.Int32),
        supplier_id=pl.col("supplier_id").cast(pl.Int32),
        is_own=pl.col("supplier_id").is_in(own.implode()),
    )


def _aliases_of(registers: Mapping[str, pl.DataFrame], parties: pl.DataFrame) -> tuple[int, ...]:
    return tuple(registers["aliases"].join(parties, on="supplier_id", how="semi")["id"].to_list())


def _orders(registers: Mapping[str, pl.DataFrame], by_contract: pl.DataFrame) -> pl.DataFrame:
    """Orders by their number, with the group of their one contract."""
    return (
        registers["orders"]
        .join(by_contract, on="contract_id", how="left")
        .select(
            order_ref="number",
            order_group="group",
            order_created_on="created_on",
            order_ore="value_ore",
            order_channel=encoded("channel", CHANNELS),
        )
    )

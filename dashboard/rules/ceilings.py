"""A contract's ceiling is reached on the day its lines first sum to it; from the next day it covers nothing more.

A ceiling of null or 0 is unknown, never "none", and is never reached. Credit notes lower the sum, but what was reached
stays reached: a framework that has lost its effect does not get it back.
"""

from typing import Any

import narwhals as nw
import polars as pl

from dashboard.rules.codes import SPEND_CLASSES, Lines, code
from dashboard.rules.coverage import Coverage
from dashboard.rules.line_facts import has_day, with_day, with_said_day, with_spend
from dashboard.rules.line_match import has_reference, with_contract, with_contract_by_scope, with_references


def consumed_by_day(lines: Any, coverage: Coverage) -> Any:
    """Öre by contract_id and on_day, of lines on contracts with a ceiling; `coverage` is built without `exhausted`.

    Only lines that may be on such a contract are looked at: those of its suppliers, or with a reference where such a
    contract names no supplier.
    """
    raw = nw.from_native(lines)
    is_party = nw.col("alias_id").is_in(coverage.limited_aliases)
    may_be = is_party | has_reference() if coverage.has_nameless_ceiling else is_party
    is_plain = has_day() & ~has_reference()
    plain = _procurable(with_said_day(raw.filter(is_party & is_plain), coverage), coverage)
    plain = with_contract_by_scope(plain, coverage)
    written = _procurable(with_day(raw.filter(may_be & ~is_plain), coverage), coverage)
    written = with_references(written, coverage)
    parts = [_consumed(plain), _consumed(with_contract(written, coverage))]
    return nw.to_native(
        nw.concat(parts, how="vertical").group_by("contract_id", "on_day").agg(nw.col("amount_ore").sum())
    )


def _procurable(lines: Lines, coverage: Coverage) -> Lines:
    return with_spend(lines, coverage).filter(nw.col("spend_class") == code(SPEND_CLASSES, "procurable"))


def _consumed(matched: Lines) -> Lines:
    on_contract = matched.filter(~nw.col("contract_id").is_null(), nw.col("all_by") >= nw.col("invoice_day"))
    return on_contract.group_by("contract_id", "on_day").agg(nw.col("amount_ore").sum())


def exhausted_from(consumed: pl.DataFrame, contracts: pl.DataFrame) -> pl.DataFrame:
    """`contract_id`, `exhausted_from`: the day after the sum first reached the ceiling, for contracts that did.

    `consumed`: contract_id, on_day, amount_ore, one row a contract and day; `contracts`: id, ceiling_ore.
    """
    limited = contracts.filter(pl.col("ceiling_ore") > 0).select("ceiling_ore", contract_id="id")
    summed = (
        consumed.cast({"contract_id": pl.Int64})
        .join(limited, on="contract_id")
        .sort("contract_id", "on_day")
        .with_columns(total=pl.col("amount_ore").cum_sum().over("contract_id"))
    )
    reached = summed.filter(pl.col("total") >= pl.col("ceiling_ore"))
    return (
        reached.group_by("contract_id")
        .agg(exhausted_from=pl.col("on_day").min().dt.offset_by("1d"))
        .sort("contract_id")
    )

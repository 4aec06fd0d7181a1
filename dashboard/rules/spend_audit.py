"""Which rule put how much money in which spend class: the audit table of addressable spend."""

import narwhals as nw
import polars as pl

from dashboard.rules.coverage import Coverage
from dashboard.rules.cube import in_words
from dashboard.rules.line_facts import with_day, with_spend


def spend_audit(lines: pl.LazyFrame, coverage: Coverage, rules: pl.DataFrame) -> pl.DataFrame:
    """One row for each spend class and rule: spend_class, rule_id, reason, lines, amount_ore, suppliers.

    No rule: the category says it, or nothing does (procurable, unknown).
    """
    judged: pl.LazyFrame = nw.to_native(with_spend(with_day(nw.from_native(lines), coverage), coverage))
    keys = ("spend_class", "spend_rule_id")
    by_supplier = judged.group_by(*keys, "supplier_id").agg(lines=pl.len(), amount_ore=pl.col("amount_ore").sum())
    audit = (
        by_supplier.collect(engine="streaming")
        .group_by(*keys)
        .agg(
            lines=pl.col("lines").sum().cast(pl.Int64),
            amount_ore=pl.col("amount_ore").sum(),
            suppliers=pl.col("supplier_id").drop_nulls().n_unique().cast(pl.Int64),
        )
        .rename({"spend_rule_id": "rule_id"})
        .join(rules.select("priority", "reason", rule_id="id"), on="rule_id", how="left")
        .sort("priority", "spend_class", nulls_last=True)
    )
    worded: pl.DataFrame = in_words(audit.lazy()).collect()
    return worded.select("spend_class", "rule_id", "reason", "lines", "amount_ore", "suppliers")

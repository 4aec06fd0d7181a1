"""What a line's money is: the first rule that fits says, by the account's number or words, on the line's own day.

The category's own class goes before the account's; a supplier that is the municipality's own company is internal where
a rule says so; an account or a category that no rule speaks of is procurable; neither account nor category is unknown.
"""

from datetime import date, timedelta
from typing import Any

import polars as pl

from dashboard.rules.codes import SPEND_CLASSES, code, encoded
from dashboard.rules.terms import BEGINNING

OWN_UNIT_TYPES = ("bolag", "namnd", "kommun")


def epochs(rules: pl.DataFrame) -> tuple[date, ...]:
    """The days on which the set of valid rules changes, in order; between two of them it is the same."""
    ends = rules["valid_to"].drop_nulls().to_list()
    return tuple(sorted({*rules["valid_from"].to_list(), *(day + timedelta(days=1) for day in ends)}))


def account_classes(accounts: pl.DataFrame, rules: pl.DataFrame) -> pl.DataFrame:
    """Each account in each epoch: account_key (id * epochs + epoch), account_category_id, account_class, rule_id.

    Epoch 0 is the time before the first rule. `account_class` is null for an account that says nothing: no number and
    no words.
    """
    changes, rules = epochs(rules), rules.sort("priority", "id")
    known = accounts.with_columns(
        says_nothing=(pl.col("code").str.strip_chars() == "") & (pl.col("text").str.strip_chars() == "")
    )
    parts = []
    for number, day in enumerate((BEGINNING, *changes)):
        valid = rules.filter(
            (pl.col("valid_from") <= day) & (pl.col("valid_to").is_null() | (pl.col("valid_to") >= day))
        )
        parts.append(_judged(known, valid).with_columns(account_key=pl.col("id") * (len(changes) + 1) + number))
    return pl.concat(parts).select("account_key", "account_category_id", "account_class", "rule_id")


def _judged(accounts: pl.DataFrame, rules: pl.DataFrame) -> pl.DataFrame:
    fitting = [
        pl.when(_fits(rule)).then(pl.lit(rule["id"], pl.Int64))
        for rule in rules.iter_rows(named=True)
        if not speaks_of_counterpart(rule)
    ]
    classes = rules.select(rule_id="id", account_class=encoded("spend_class", SPEND_CLASSES))
    return (
        accounts.with_columns(
            rule_id=pl.when(~pl.col("says_nothing")).then(pl.coalesce(*fitting, pl.lit(None, pl.Int64)))
        )
        .join(classes, on="rule_id", how="left")
        .with_columns(
            account_category_id=pl.col("category_id").cast(pl.Int32),
            account_class=pl.when(~pl.col("says_nothing")).then(
                pl.col("account_class").fill_null(code(SPEND_CLASSES, "procurable"))
            ),
        )
    )


def _fits(rule: dict[str, Any]) -> pl.Expr:
    """Whether an account is in the rule's range (by its first digits, as many as the rule's) and has its words."""
    fits = pl.lit(True)
    if rule["account_from"] is not None or rule["account_to"] is not None:
        low, high = rule["account_from"], rule["account_to"]
        digits = len(str(low if low is not None else high))
        number = pl.col("code").str.extract(rf"^\s*(\d{{{digits}}})").cast(pl.Int64)
        fits = (number >= low if low is not None else pl.lit(True)) & (
            number <= high if high is not None else pl.lit(True)
        )
    if rule["text_pattern"] is not None:
        fits = fits & pl.col("text").str.contains(f"(?i){rule['text_pattern']}")
    return fits.fill_null(False)


def speaks_of_counterpart(rule: dict[str, Any]) -> bool:
    """Whether the rule is about who sells: internal, with neither account range nor words."""
    return rule["spend_class"] == "internal" and all(
        rule[part] is None for part in ("account_from", "account_to", "text_pattern")
    )


def counterpart_rule(rules: pl.DataFrame) -> tuple[int, date, date | None] | None:
    """The id and validity of the rule that makes purchases from own companies internal, where there is one."""
    for rule in rules.sort("priority", "id").iter_rows(named=True):
        if speaks_of_counterpart(rule):
            return rule["id"], rule["valid_from"], rule["valid_to"]
    return None


def own_suppliers(suppliers: pl.DataFrame, units: pl.DataFrame, unit_aliases: pl.DataFrame) -> pl.Series:
    """The ids of suppliers that bear the name of one of the municipality's own companies or committees."""
    own = units.filter(pl.col("type").is_in(OWN_UNIT_TYPES))
    keys = unit_aliases.filter(pl.col("unit_id").is_in(own["id"].implode()))["key"]
    names = pl.concat([own["name"].str.to_lowercase(), keys.str.to_lowercase()])
    return suppliers.filter(pl.col("name").str.to_lowercase().is_in(names.implode()))["id"]

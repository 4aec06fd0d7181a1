"""Money that follow-up brought back in each window, and the purchases on contracts that were followed up then.

Contracts marked secret are left out. A penalty counts in the window in which it was first claimed, with what the claim
is today; one that was waived afterwards brought nothing. A credit counts when the deviation was closed, else when the
supplier was told of it, else when it was seen.
"""

import polars as pl

from dashboard.data.row_frames.ask import Ask, Tables, narrowed

CLAIMED = ("claimed", "decided", "invoiced", "received")
ON_CONTRACT = ("A", "A-", "B")
KEPT = ("row_id", "kind", "happened_on", "contract_id", "unit_id", "category_id", "supplier_id")


def recovery_rows(tables: Tables, ask: Ask) -> pl.DataFrame:
    """One row a credit, a claimed penalty, or what was bought on a contract that was followed up, and window.

    `period` (the window's last month), `kind` (credit, price_reduction, penalty, spend), `row_id` (of the deviation or
    penalty; null for spend), `happened_on` (null for spend), `contract_id`, `number`, `title`, `recovered_ore` (0 for
    spend), `spend_ore` (0 for the others), and the dimensions.
    """
    found = pl.concat([_credits(tables), _penalties(tables)])
    in_window = (
        found.join(ask.ends, how="cross")
        .filter(pl.col("happened_on").is_between(pl.col("first_on"), pl.col("last_on")))
        .filter(pl.col("happened_on") <= ask.as_of)
    )
    columns = ("period", *KEPT, "recovered_ore", "spend_ore")
    rows = pl.concat([in_window.select(columns), _spend(tables, ask).select(columns)])
    contracts = tables["contract"].select("number", "title", "is_secret", contract_id="id")
    named = rows.join(contracts, on="contract_id", how="left")
    return narrowed(named.filter(~pl.col("is_secret").fill_null(False)).drop("is_secret"), ask)


def _credits(tables: Tables) -> pl.DataFrame:
    kind = pl.when(pl.col("remedy") == "price_reduction").then(pl.lit("price_reduction")).otherwise(pl.lit("credit"))
    return (
        tables["deviation"]
        .filter(pl.col("credited_ore") > 0, pl.col("state") != "dismissed")
        .join(_only_category(tables), on="contract_id", how="left")
        .with_columns(
            kind=kind,
            happened_on=pl.coalesce("closed_on", "complained_on", "observed_on"),
            row_id="id",
            recovered_ore="credited_ore",
            spend_ore=pl.lit(0, dtype=pl.Int64),
        )
        .select(*KEPT, "recovered_ore", "spend_ore")
    )


def _penalties(tables: Tables) -> pl.DataFrame:
    """Claimed and not waived; the unit is the one that met the deviation."""
    events = tables["penalty_event"].sort("penalty_id", "sequence")
    is_claim = pl.col("state").is_in(CLAIMED)
    stands = events.group_by(id="penalty_id").agg(
        happened_on=pl.col("happened_on").filter(is_claim).first(),
        state=pl.col("state").last(),
        recovered_ore=pl.col("amount_ore").last(),
    )
    units = tables["deviation"].select("unit_id", deviation_id="id")
    return (
        tables["penalty"]
        .join(stands.filter(is_claim), on="id")
        .join(units, on="deviation_id", how="left")
        .join(_only_category(tables), on="contract_id", how="left")
        .with_columns(kind=pl.lit("penalty"), row_id="id", spend_ore=pl.lit(0, dtype=pl.Int64))
        .select(*KEPT, "recovered_ore", "spend_ore")
    )


def _only_category(tables: Tables) -> pl.DataFrame:
    """The category of each contract that has exactly one."""
    pairs = tables["scope"].select("contract_id", "category_id").unique()
    return pairs.filter(pl.len().over("contract_id") == 1)


def _spend(tables: Tables, ask: Ask) -> pl.DataFrame:
    """What was bought in the window on each contract followed up, with evidence, in the year up to its end."""
    in_window = pl.col("month").is_between(
        pl.col("first_on").dt.year().cast(pl.Int64) * 100 + pl.col("first_on").dt.month(), pl.col("period")
    )
    keys = ("contract_id", "unit_id", "category_id", "supplier_id")
    bought = (
        tables["cube"]
        .filter(pl.col("line_class").is_in(ON_CONTRACT), pl.col("contract_id").is_not_null())
        .group_by(pl.col(*keys).cast(pl.Int64), month=pl.col("period").cast(pl.Int64))
        .agg(spend_ore=pl.col("amount_ore").sum())
    )
    nothing = [pl.lit(None, dtype=pl.Int64).alias("row_id"), pl.lit(None, dtype=pl.Date).alias("happened_on")]
    return (
        bought.join(_followed_up(tables, ask), on="contract_id")
        .filter(in_window)
        .group_by("period", *keys)
        .agg(pl.col("spend_ore").sum())
        .with_columns(*nothing, kind=pl.lit("spend"), recovered_ore=pl.lit(0, dtype=pl.Int64))
    )


def _followed_up(tables: Tables, ask: Ask) -> pl.DataFrame:
    """`contract_id, period, first_on, last_on` of those followed up, with evidence, in the year up to the last day."""
    plans = tables["follow_up_plan"].select("contract_id", plan_id="id")
    has_evidence = pl.col("evidence").fill_null("").str.strip_chars() != ""
    since = pl.col("last_on").dt.offset_by("1d").dt.offset_by("-12mo")
    return (
        tables["follow_up_activity"]
        .filter(has_evidence)
        .join(plans, on="plan_id")
        .join(ask.ends, how="cross")
        .filter(pl.col("done_on").is_between(since, pl.col("last_on")))
        .select("contract_id", "period", "first_on", "last_on")
        .unique()
    )

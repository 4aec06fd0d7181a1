"""What the arithmetic of 17 kap starts from: the indexed value, whether 17 kap holds at all, and the threshold."""

import polars as pl

from dashboard.rules.changes.limits import WHOLE, ChangeLimits

PPM = 1_000_000
KINDS = ("goods", "services", "works")


def with_inputs(contracts: pl.DataFrame, limits: ChangeLimits) -> pl.DataFrame:
    """Adds the indexed value, its limits and which law holds: `indexed_ore`, `is_direct`, `is_guidance`,
    `limit_share`, `largest_share_ore`, `largest_extra_ore`, `law` and `purchase_class`.

    Needs `contract_id`, `value_ore` (all options counted, 5:3; null or not above 0: unknown), `index_ppm` (17:15, the
    index factor in millionths; 1 000 000 where the contract has no index clause, null: unknown), `kind` (one of KINDS)
    and `regime`. 17 kap holds above the thresholds (19:1): elsewhere the same arithmetic is guidance only.
    `largest_share_ore` is the largest net value *below* 10 or 15 per cent, `largest_extra_ore` one *at most* half.
    """
    value = pl.when(pl.col("value_ore") > 0, pl.col("index_ppm") > 0).then(pl.col("value_ore").cast(pl.Int128))
    small = (
        pl.when(pl.col("kind") == "works")
        .then(limits.small_share_works)
        .when(pl.col("kind").is_in(KINDS))
        .then(limits.small_share)
    )
    indexed = pl.col("indexed_ore").cast(pl.Int128)
    is_direct = pl.col("regime") == "above_threshold"
    return contracts.with_columns(
        indexed_ore=((value * pl.col("index_ppm") + PPM // 2) // PPM).cast(pl.Int64),
        is_direct=is_direct,
        is_guidance=~is_direct,
        law=pl.when(pl.col("regime") == "luf").then(pl.lit("LUF")).otherwise(pl.lit("LOU")),
        purchase_class=_purchase_class(),
        limit_share=small / WHOLE,
    ).with_columns(
        largest_share_ore=((indexed * small - 1) // WHOLE).cast(pl.Int64),
        largest_extra_ore=((indexed * limits.extra_share) // WHOLE).cast(pl.Int64),
    )


def _purchase_class() -> pl.Expr:
    kind = pl.col("kind")
    return (
        pl.when(pl.col("regime") == "annex2_social")
        .then(pl.lit("social_annex2"))
        .when(kind == "works")
        .then(pl.lit("works"))
        .when(kind.is_in(KINDS))
        .then(pl.lit("goods_services"))
    )


def with_threshold(rows: pl.DataFrame, thresholds: pl.DataFrame, day: pl.Expr) -> pl.DataFrame:
    """Adds `threshold_ore`, the threshold in force on `day` (5:1); null where no verified amount in kronor holds then.

    Needs `law` and `purchase_class`; `thresholds` has the columns of that table.
    """
    numbered = rows.with_row_index("_at").with_columns(_day=day)
    limits = thresholds.select("law", "purchase_class", "valid_from", "valid_to", "threshold_sek", "status")
    is_verified = pl.col("status") == "verified"
    found = (
        numbered.select("_at", "_day", "law", "purchase_class")
        .join(limits, on=["law", "purchase_class"])
        .filter(
            pl.col("valid_from") <= pl.col("_day"),
            pl.col("valid_to").is_null() | (pl.col("valid_to") >= pl.col("_day")),
        )
        .sort("valid_from")
        .unique("_at", keep="last")
        .select("_at", threshold_ore=pl.when(is_verified).then(pl.col("threshold_sek").cast(pl.Int64) * 100))
    )
    return numbered.join(found, on="_at", how="left", maintain_order="left").drop("_at", "_day")

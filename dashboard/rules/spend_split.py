"""Spend parted into four: on contract, outside contract, no contract exists, and not known.

The roll-up (`cube`) counts lines by class; here the classes become amounts side by side, for any grouping.
"""

import polars as pl

PARTS: dict[str, tuple[str, ...]] = {
    "on_ore": ("A", "A-", "B"),
    "outside_ore": ("C", "E"),
    "none_ore": ("D", "F"),
    "unknown_ore": ("U",),
}


def spend_split(cube: pl.DataFrame, *by: str) -> pl.DataFrame:
    """One row a group of `by`: `on_ore, outside_ore, none_ore, unknown_ore, total_ore, outside_share`.

    Lines that cannot be competed for have no class and are left out. `outside_share` is the share bought outside
    contract where a contract exists, (C+E)/(A+A-+B+C+E); null where nothing was bought where a contract exists.
    """
    classed = cube.filter(pl.col("line_class").is_not_null())
    parts = [pl.col("amount_ore").filter(pl.col("line_class").is_in(c)).sum().alias(n) for n, c in PARTS.items()]
    grouped = classed.group_by(*by).agg(*parts) if by else classed.select(*parts)
    covered = pl.col("on_ore") + pl.col("outside_ore")
    return grouped.with_columns(
        total_ore=pl.sum_horizontal(*PARTS),
        outside_share=pl.when(covered > 0).then(pl.col("outside_ore") / covered),
    )


def pareto(cube: pl.DataFrame, by: str, share: float = 0.8) -> pl.DataFrame:
    """Groups by falling spend: `<by>, amount_ore, share, cumulative, is_within` (the few that make up `share`).

    A group whose credit notes are larger than its invoices counts as 0 in the shares.
    """
    ranked = (
        cube.filter(pl.col("line_class").is_not_null(), pl.col(by).is_not_null())
        .group_by(by)
        .agg(pl.col("amount_ore").sum())
        .sort("amount_ore", by, descending=[True, False])
    )
    weight = pl.col("amount_ore").clip(lower_bound=0)
    total = ranked.select(weight.sum()).item() or None
    return ranked.with_columns(share=weight / total).with_columns(
        cumulative=pl.col("share").cum_sum(),
        is_within=pl.col("share").cum_sum() - pl.col("share") < share,
    )


def class_mix(cube: pl.DataFrame) -> pl.DataFrame:
    """One row a line class: `line_class, lines, amount_ore, share`."""
    mix = (
        cube.filter(pl.col("line_class").is_not_null())
        .group_by("line_class")
        .agg(pl.col("lines").sum(), pl.col("amount_ore").sum())
    )
    return mix.with_columns(share=pl.col("amount_ore") / pl.col("amount_ore").sum()).sort("line_class")


def spend_audit(cube: pl.DataFrame) -> pl.DataFrame:
    """One row a spend class: `spend_class, lines, amount_ore, suppliers, share`, largest first."""
    audit = cube.group_by("spend_class").agg(
        pl.col("lines").sum(),
        pl.col("amount_ore").sum(),
        pl.col("supplier_id").n_unique().alias("suppliers"),
    )
    return audit.with_columns(share=pl.col("amount_ore") / pl.col("amount_ore").sum()).sort(
        "amount_ore", descending=True
    )

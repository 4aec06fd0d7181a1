"""A price above the agreed one: more than 1 per cent and 1,000 SEK in a month."""

from datetime import date

import polars as pl

from dashboard.rules.signals.kind import Frames, Signal
from dashboard.rules.signals.limits import SignalLimits
from dashboard.text import Text

KEY = ("supplier_id", "contract_id")


def overcharged(lines: pl.LazyFrame, items: pl.DataFrame, parties: pl.DataFrame) -> pl.LazyFrame:
    """`supplier_id, contract_id, period, agreed_ore, over_ore`: what the lines with an agreed price cost above it.

    `lines`: alias_id, article_no, quantity, unit_price_ore, is_gross, posted_on, period; `items`: the price list;
    `parties`: alias_id, supplier_id, contract_id, one row for each contract the alias's supplier is on. An article
    with a price on several of its contracts is left out: nobody knows which price was meant; so are prices with VAT.
    """
    agreed = items.lazy().select(
        "contract_id", "article_no", "valid_from", "valid_to", agreed_ore=pl.col("unit_price_ore")
    )
    is_valid = (pl.col("posted_on") >= pl.col("valid_from")) & (
        pl.col("valid_to").is_null() | (pl.col("posted_on") <= pl.col("valid_to"))
    )
    priced = (
        lines.filter(pl.col("quantity") > 0, pl.col("unit_price_ore") > 0, pl.col("article_no").is_not_null())
        .filter(~pl.col("is_gross").fill_null(False))
        .select("alias_id", "article_no", "quantity", "unit_price_ore", "posted_on", "period")
        .with_row_index("line")
        .join(parties.lazy(), on="alias_id")
        .join(agreed, on=["contract_id", "article_no"])
        .filter(is_valid)
        .filter(pl.len().over("line") == 1)
    )
    cost = (pl.col("unit_price_ore") - pl.col("agreed_ore")) * pl.col("quantity")
    return priced.group_by(*KEY, "period").agg(
        agreed_ore=(pl.col("agreed_ore") * pl.col("quantity")).sum().round().cast(pl.Int64),
        over_ore=cost.filter(cost > 0).sum().round().cast(pl.Int64),
        lines=pl.len().cast(pl.Int64),
    )


def find(frames: Frames, limits: SignalLimits, today: date) -> pl.DataFrame:
    """The worst of the last months for each supplier and contract, where it is above both limits."""
    share = pl.col("over_ore") / pl.col("agreed_ore")
    return (
        frames["overcharged"]
        .filter(pl.col("agreed_ore") > 0)
        .with_columns(over_share=share)
        .filter(pl.col("over_share") > limits.price_share, pl.col("over_ore") > limits.price_sek * 100)
        .sort("over_ore", "period", descending=[True, True])
        .unique(KEY, keep="first", maintain_order=True)
        .select(
            *KEY,
            "over_ore",
            "over_share",
            month=pl.format("{}-{}", pl.col("period") // 100, (pl.col("period") % 100).cast(pl.String).str.zfill(2)),
            level=pl.col("over_ore").cast(pl.Float64),
            limit_share=pl.lit(limits.price_share),
            limit_ore=pl.lit(round(limits.price_sek * 100)),
            began_on=pl.date(pl.col("period") // 100, pl.col("period") % 100, 1),
        )
    )


SIGNAL = Signal(
    key="price_deviations",
    name=Text(sv="Pris över det avtalade", en="Price above the agreed"),
    says=Text(
        sv="Under {month} var priserna {over_share} över de avtalade, tillsammans {over_ore}. Gränsen är {limit_share} "
        "och {limit_ore}.",
        en="In {month} the prices were {over_share} above the agreed, {over_ore} in all. The limit is {limit_share} "
        "and {limit_ore}.",
    ),
    find=find,
    category="price",
    severity=2,
    outlives_contract=True,
)

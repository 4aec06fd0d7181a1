"""What a written reference may mean: a group of contracts, by number, registration number, order or article.

References that may mean the same contracts share a group, so that the calendar holds each group once. Where some of a
group's contracts name suppliers, the reference means those; where none does, it may be anybody's.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from dashboard.rules.day_calendar import pieces
from dashboard.rules.scope_answers import candidate_spans, contract_answers
from dashboard.rules.terms import FOR_EVER

ANYBODY = 0  # the supplier of keys for contracts that name no supplier


@dataclass(frozen=True)
class Groups:
    """What is written, and the group it may mean; the number of a group that may be anybody's is negative."""

    texts: pl.DataFrame  # contract_ref, ref_group
    articles: pl.DataFrame  # article_no, article, article_group
    by_contract: pl.DataFrame  # contract_id, group: the group of that one contract
    members: pl.DataFrame  # group, contract_id


def groups_of(registers: Mapping[str, pl.DataFrame], contracts: pl.DataFrame) -> Groups:
    """The groups of these registers. An article counts only for contracts that name their suppliers."""
    numbers = pl.concat(
        [
            contracts.select(text="number", contract_id="id"),
            contracts.select(text="registration_number", contract_id="id"),
        ]
    ).drop_nulls()
    numbers = numbers.with_columns(pl.col("text").str.strip_chars().str.to_lowercase()).filter(pl.col("text") != "")
    named = contracts.filter("names_supplier").select(contract_id="id")
    listed = registers["price_items"].select("contract_id", text="article_no")
    sets = {
        "number": _sets(numbers),
        "article": _sets(listed.join(named, on="contract_id")),
        "contract": contracts.select(text=pl.col("id").cast(pl.String), contracts=pl.concat_list("id")),
    }
    numbered = _numbered(pl.concat([one.select("contracts") for one in sets.values()]), named)
    grouped = {name: one.join(numbered, on="contracts") for name, one in sets.items()}
    articles = registers["price_items"].select(article_no="article_no").unique(maintain_order=True)
    articles = articles.with_row_index("article", offset=1).cast({"article": pl.Int64})
    return Groups(
        texts=_spellings(contracts, grouped["number"]),
        articles=articles.join(
            grouped["article"].select(article_no="text", article_group="group"), on="article_no", how="left"
        ),
        by_contract=grouped["contract"].select("group", contract_id=pl.col("text").cast(pl.Int64)),
        members=numbered.explode("contracts", empty_as_null=True).rename({"contracts": "contract_id"}),
    )


def _numbered(sets: pl.DataFrame, named: pl.DataFrame) -> pl.DataFrame:
    """Each set of contracts once, with its group's number; negative where none of them names a supplier."""
    is_named = pl.col("contracts").list.eval(pl.element().is_in(named["contract_id"].implode())).list.any()
    number = pl.int_range(1, pl.len() + 1, dtype=pl.Int64)
    return sets.unique(maintain_order=True).with_columns(group=pl.when(is_named).then(number).otherwise(-number))


def _sets(pairs: pl.DataFrame) -> pl.DataFrame:
    return pairs.group_by("text", maintain_order=True).agg(contracts=pl.col("contract_id").unique().sort())


def _spellings(contracts: pl.DataFrame, grouped: pl.DataFrame) -> pl.DataFrame:
    """Each reference as the register writes it, in small and in large letters: cheaper than changing every line."""
    written = pl.concat([contracts["number"], contracts["registration_number"]]).drop_nulls().str.strip_chars()
    spelled = pl.concat([written, written.str.to_lowercase(), written.str.to_uppercase()]).unique()
    texts = pl.DataFrame({"contract_ref": spelled}).with_columns(text=pl.col("contract_ref").str.to_lowercase())
    return texts.join(grouped, on="text").select("contract_ref", ref_group="group")


def group_answers(
    groups: Groups, contracts: pl.DataFrame, parties: pl.DataFrame, suppliers: int, lag: int
) -> pl.DataFrame:
    """By |group| * suppliers + supplier, or ANYBODY, in pieces: the contracts that the reference may mean."""
    sold = groups.members.join(parties.select("contract_id", "supplier_id", "rank"), on="contract_id")
    anybodys = groups.members.filter(pl.col("group") < 0).with_columns(supplier_id=pl.lit(ANYBODY, pl.Int64))
    spans = candidate_spans(pl.concat([sold, anybodys], how="diagonal"), contracts, lag)
    spans = spans.with_columns(key=pl.col("group").abs() * suppliers + pl.col("supplier_id"))
    return pieces(spans, [*contract_answers(), pl.lit(False).first().alias("has_award")])


def price_answers(price_items: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    """By contract * articles + article: the prices that agree with the list, öre, on the days the list holds.

    The tolerance is half a per cent of the list price, and at least one öre. Where two prices hold, the later counts.
    """
    items = price_items.join(articles, on="article_no").select(
        "valid_from",
        "id",
        "unit_price_ore",
        key=pl.col("contract_id") * (articles.height + 1) + pl.col("article"),
        from_day="valid_from",
        to_day=pl.col("valid_to").fill_null(FOR_EVER),
    )
    price = pl.col("unit_price_ore").sort_by("valid_from", "id").last()
    slack = pl.max_horizontal(price // 200, 1)
    cut = pieces(items, [(price - slack).alias("price_low"), (price + slack).alias("price_high")])
    return cut.drop("is_answered").rename({"key": "price_key", "first": "price_first", "last": "price_last"})

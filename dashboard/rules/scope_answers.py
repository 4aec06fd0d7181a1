"""Who may sell what to whom on which day: answers by supplier and place, by place alone, and by supplier alone.

A place is a category and a unit, where units that every contract treats alike are one place: most categories are one
place, and a category in which some contract or direct award names units has one for each of those, one for the rest
and one for lines whose unit is not known.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from dashboard.rules.codes import COVERS, SPEND_CLASSES, code, encoded
from dashboard.rules.day_calendar import Calendar, pieces, told
from dashboard.rules.descent import with_descendants
from dashboard.rules.terms import BEGINNING, FOR_EVER

UNKNOWN_UNIT = 0


@dataclass(frozen=True)
class Places:
    """`by_category_and_unit`: place_key, place, category_class; contracts and awards with the places they reach."""

    by_category_and_unit: pl.DataFrame
    of_contracts: pl.DataFrame  # contract_id, place, is_sure (false: only if the line's unknown unit is the right one)
    of_awards: pl.DataFrame  # award_id, place
    count: int


def places(registers: Mapping[str, pl.DataFrame], contracts: pl.DataFrame) -> Places:
    """The places of these registers."""
    below_category = with_descendants(registers["categories"])
    below_unit = with_descendants(registers["units"])
    scope = registers["scope"].join(contracts, left_on="contract_id", right_on="id", how="semi")
    scope = _spread(scope.select("contract_id", "category_id", "unit_id"), below_category, below_unit)
    awards = registers["direct_awards"].select("category_id", "unit_id", award_id="id")
    awards = _spread(awards, below_category, below_unit)
    table = _place_table(registers["categories"], pl.concat([scope, awards], how="diagonal"))
    return Places(
        by_category_and_unit=_lookup(registers, table),
        of_contracts=_reached(scope, table, "contract_id"),
        of_awards=_reached(awards, table, "award_id").drop("is_sure"),
        count=table.height,
    )


def _spread(rows: pl.DataFrame, below_category: pl.DataFrame, below_unit: pl.DataFrame) -> pl.DataFrame:
    """A row for each category and unit below those named; no unit stays no unit."""
    rows = rows.join(below_category, left_on="category_id", right_on="ancestor")
    rows = rows.drop("category_id").rename({"id": "category_id"})
    everywhere = rows.filter(pl.col("unit_id").is_null())
    named = rows.join(below_unit, left_on="unit_id", right_on="ancestor").drop("unit_id").rename({"id": "unit_id"})
    return pl.concat([everywhere, named.select(everywhere.columns)]).unique()


def _place_table(categories: pl.DataFrame, scope: pl.DataFrame) -> pl.DataFrame:
    """place, category_id, unit_id: null is the rest of the category, UNKNOWN_UNIT lines whose unit is not known."""
    named = scope.filter(pl.col("unit_id").is_not_null()).select("category_id", "unit_id").unique()
    unknown = named.select("category_id", unit_id=pl.lit(UNKNOWN_UNIT, pl.Int64)).unique()
    rest = categories.select(category_id="id", unit_id=pl.lit(None, pl.Int64))
    return (
        pl.concat([rest, named, unknown])
        .sort("category_id", "unit_id")
        .with_row_index("place")
        .cast({"place": pl.Int64})
    )


def _lookup(registers: Mapping[str, pl.DataFrame], table: pl.DataFrame) -> pl.DataFrame:
    units = pl.concat([pl.Series("unit_id", [UNKNOWN_UNIT], pl.Int64), registers["units"]["id"].rename("unit_id")])
    room = max(units.to_list()) + 1
    rest = table.filter(pl.col("unit_id").is_null()).select("category_id", rest_place="place")
    return (
        registers["categories"]
        .select(category_id="id", category_class=encoded("spend_class", SPEND_CLASSES))
        .join(units.to_frame(), how="cross")
        .join(table, on=["category_id", "unit_id"], how="left")
        .join(rest, on="category_id")
        .select(
            "category_class",
            place_key=pl.col("category_id") * room + pl.col("unit_id"),
            place=pl.coalesce("place", "rest_place"),
        )
    )


def _reached(scope: pl.DataFrame, table: pl.DataFrame, owner: str) -> pl.DataFrame:
    everywhere = scope.filter(pl.col("unit_id").is_null()).drop("unit_id").join(table, on="category_id")
    named = scope.filter(pl.col("unit_id").is_not_null())
    there = named.join(table, on=["category_id", "unit_id"])
    unknown = named.drop("unit_id").join(table.filter(pl.col("unit_id") == UNKNOWN_UNIT), on="category_id")
    parts = [
        everywhere.select(owner, "place", is_sure=True),
        there.select(owner, "place", is_sure=True),
        unknown.select(owner, "place", is_sure=False),
    ]
    return pl.concat(parts).group_by(owner, "place").agg(pl.col("is_sure").any())


def candidate_spans(parties: pl.DataFrame, contracts: pl.DataFrame, lag: int) -> pl.DataFrame:
    """Each party of each contract, before and after its ceiling was reached.

    `settles` is the last day an invoice may come and still be on the contract; null once the ceiling is reached.
    """
    lagged = pl.when(pl.col("to_day") >= FOR_EVER).then(FOR_EVER).otherwise(pl.col("to_day").dt.offset_by(f"{lag}d"))
    terms = contracts.select(contract_id="id", from_day="from_day", to_day="to_day", able_to="able_to", lagged=lagged)
    spans = parties.join(terms.drop_nulls("from_day"), on="contract_id")
    able = spans.with_columns(to_day="able_to", settles="lagged")
    spent = spans.with_columns(
        from_day=pl.max_horizontal("from_day", pl.col("able_to").dt.offset_by("1d")),
        settles=pl.lit(None, pl.Date),
    ).filter(pl.col("able_to") < pl.col("to_day"))
    return pl.concat([able, spent]).drop("able_to", "lagged")


def contract_answers() -> list[pl.Expr]:
    """The contract where exactly one is possible, and the last days of invoices for which all and any are good."""
    is_one = pl.col("contract_id").count() == 1
    return [
        pl.when(is_one).then(pl.col("contract_id").drop_nulls().first()).cast(pl.Int32).alias("contract_id"),
        pl.when(is_one).then((pl.col("rank") > 1).any()).fill_null(False).alias("is_ranked"),
        pl.when(pl.col("contract_id").count() > 0)
        .then(
            pl.when((pl.col("settles").is_null() & pl.col("contract_id").is_not_null()).any())
            .then(BEGINNING)
            .otherwise(pl.col("settles").min())
        )
        .alias("all_by"),
        pl.when(pl.col("contract_id").count() > 0).then(pl.col("settles").max().fill_null(BEGINNING)).alias("any_by"),
    ]


def of_supplier(
    registers: Mapping[str, pl.DataFrame],
    contracts: pl.DataFrame,
    parties: pl.DataFrame,
    reach: Places,
    lag: int,
) -> pl.DataFrame:
    """By supplier * places + place, in pieces: the possible contracts, and whether a documented direct award holds."""
    key = pl.col("supplier_id") * reach.count + pl.col("place")
    bought = candidate_spans(parties.select("contract_id", "supplier_id", "rank"), contracts, lag)
    bought = bought.join(reach.of_contracts, on="contract_id").select(
        "contract_id", "rank", "from_day", "to_day", "settles", key=key, is_award=False
    )
    awarded = (
        registers["direct_awards"]
        .filter("is_documented")
        .join(reach.of_awards, left_on="id", right_on="award_id")
        .select(
            key=key,
            from_day="decided_on",
            to_day=pl.coalesce("valid_to", pl.col("decided_on").dt.offset_by("1y").dt.offset_by("-1d")),
            is_award=True,
        )
    )
    spans = pl.concat([bought, awarded], how="diagonal")
    return pieces(spans, [*contract_answers(), pl.col("is_award").any().alias("has_award")])


def of_place(contracts: pl.DataFrame, reach: Places, calendar: Calendar) -> pl.DataFrame:
    """By place: whether a contract covers the need, as one of COVERS; null where none does.

    Doubtful: a contract may cover it, or covers it and may be anybody's. Open: every covering contract lets others
    sell too.
    """
    terms = contracts.select("from_day", "names_supplier", "is_exclusive", contract_id="id", to_day="able_to")
    spans = terms.drop_nulls("from_day").join(reach.of_contracts, on="contract_id").rename({"place": "key"})
    is_plain = pl.col("is_sure") & pl.col("names_supplier")
    is_doubtful = ~is_plain.any() | ~pl.col("names_supplier").all()
    is_open = (~pl.col("is_exclusive")).fill_null(False).all()
    kind = pl.when(is_doubtful).then(code(COVERS, "doubtful")).when(is_open).then(code(COVERS, "open"))
    answers = [kind.otherwise(code(COVERS, "closed")).alias("cover")]
    return calendar.by_month(told(pieces(spans, answers), pl.col("cover")), "cover")


def held(contracts: pl.DataFrame, parties: pl.DataFrame, calendar: Calendar) -> pl.DataFrame:
    """By supplier: 1 where it holds any active contract."""
    terms = contracts.select("from_day", contract_id="id", to_day="able_to").drop_nulls("from_day")
    spans = parties.select("contract_id", key="supplier_id").join(terms, on="contract_id")
    return calendar.by_month(told(pieces(spans, []), pl.lit(1)), "held")

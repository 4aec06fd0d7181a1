"""Categories, accounts and what a year of each costs: the table the rest of the municipality grows from."""

from pathlib import Path

import polars as pl

CATALOGUE = pl.read_csv(Path(__file__).parent / "categories.csv", separator=";", infer_schema_length=None).with_columns(
    pl.col("cpv", "account", "trades").cast(pl.String), msek=pl.col("msek").cast(pl.Float64)
)
COUNT = CATALOGUE.height  # category ids are 1..COUNT in this order

# Accounts that no category answers for: what is booked here has no known category, or no class at all.
LOOSE_ACCOUNTS = (("7690", "Övriga främmande tjänster"), ("6499", "Övrigt förbrukningsmaterial"), ("9999", "Obs-konto"))


def category_id(code: str) -> int:
    """The id of the category with this code."""
    return CATALOGUE["code"].to_list().index(code) + 1


def categories() -> pl.DataFrame:
    """Rows of `category`."""
    return CATALOGUE.select(
        id=pl.int_range(1, pl.len() + 1),
        code="code",
        name="name",
        cpv_prefixes="cpv",
        spend_class="spend_class",
        owner_team="team",
        is_labour_risk=pl.col("labour") == 1,
    )


def accounts() -> pl.DataFrame:
    """Rows of `account`: one for each category with the same id, then the loose ones."""
    own = CATALOGUE.select(code="account", text="account_text", category_id=pl.int_range(1, pl.len() + 1))
    loose = pl.DataFrame(LOOSE_ACCOUNTS, schema=["code", "text"], orient="row").with_columns(
        category_id=pl.lit(None, pl.Int64)
    )
    return pl.concat([own, loose]).select(pl.int_range(1, pl.len() + 1).alias("id"), pl.all())


def emission_factors() -> pl.DataFrame:
    """Rows of `emission_factor`: invented orders of magnitude, marked as such."""
    return (
        CATALOGUE.with_row_index("category_id", 1)
        .filter(pl.col("co2") > 0)
        .select(
            id=pl.int_range(1, pl.len() + 1),
            category_id=pl.col("category_id").cast(pl.Int64),
            kg_co2e_per_sek="co2",
            price_year=pl.lit(2023),
            source=pl.lit("Påhittad faktor i exempelkommunen"),
            status=pl.lit("estimate"),
            valid_from=pl.date(2023, 1, 1),
        )
    )

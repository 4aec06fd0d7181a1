"""The ledger lines behind any number: classified as in the cube, with the words that SQL has for their ids.

Filters that the ledger itself can answer go down into the scan. Because the day each ceiling was reached is stored,
a part of the lines is judged exactly as within the whole, so what is found sums to the cube.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import polars as pl

from dashboard.data import build
from dashboard.data.build import Edition
from dashboard.rules.coverage import Coverage
from dashboard.rules.line_class import with_line_class
from dashboard.rules.scope import Scope, counts
from data_access import ledger
from data_access.engine import reading
from data_access.queries.imports import list_imports

UNKNOWN = 0  # as a filter: lines whose unit, category, supplier, contract or class is not known
SHOWN = (
    "period",
    "posted_on",
    "invoiced_on",
    "on_day",
    "day_from",
    "supplier_id",
    "supplier",
    "unit_id",
    "unit",
    "category_id",
    "category",
    "account",
    "amount_ore",
    "spend_class",
    "line_class",
    "contract_id",
    "contract_number",
    "match_method",
    "match_confidence",
    "is_small_departure",
    "is_rank_departure",
    "has_resolved_ref",
    "order_state",
    "order_channel",
    "voucher_no",
    "invoice_no",
    "order_ref",
    "contract_ref",
    "article_no",
    "quantity",
    "unit_price_ore",
    "file_name",
    "member",
    "row",
)


@dataclass(frozen=True)
class Wanted:
    """Which lines: None is all, UNKNOWN those without; months with both ends included."""

    period_from: int | None = None
    period_to: int | None = None
    unit_id: int | None = None
    category_id: int | None = None
    supplier_id: int | None = None
    contract_id: int | None = None
    line_class: str | None = None
    spend_class: str | None = None
    scope: Scope = "kommun"
    left_out: tuple[int, ...] = ()  # units that do not count where no unit is asked for

    def on(self, *columns: str) -> list[pl.Expr]:
        """The filters on these columns; months are always among them."""
        wanted = [_equals(column, getattr(self, column)) for column in columns if getattr(self, column) is not None]
        if self.period_from is not None:
            wanted.append(pl.col("period") >= self.period_from)
        if self.period_to is not None:
            wanted.append(pl.col("period") <= self.period_to)
        if "unit_id" in columns and self.unit_id is None and self.left_out:
            wanted.append(counts(self.left_out, self.scope))
        return wanted


@dataclass(frozen=True)
class Found:
    """The largest lines, and the count and sum of all that fit."""

    lines: pl.DataFrame
    total_rows: int
    total_ore: int


IN_CUBE = ("unit_id", "category_id", "supplier_id", "contract_id", "line_class", "spend_class")
DECIDED = ("contract_id", "line_class", "spend_class")


def find_lines(edition: Edition, wanted: Wanted, limit: int = 500) -> Found:
    """The `limit` lines of the greatest amounts that fit, as SHOWN; count and sum come from the cube."""
    fitting = build.frame(edition, "cube").filter(*wanted.on(*IN_CUBE))
    inputs, _ = prepared(edition)
    classified = classified_lines(edition, wanted, limit)
    largest = classified.with_columns(size=pl.col("amount_ore").abs()).sort(
        "size", "import_id", "member", "row", descending=[True, False, False, False]
    )
    return Found(
        _with_words(largest.head(limit).collect(engine="streaming"), inputs),
        int(fitting["lines"].sum()),
        int(fitting["amount_ore"].sum()),
    )


def prepared(edition: Edition) -> tuple[Mapping[str, pl.DataFrame], Coverage]:
    """The registers and what they say about every day, kept for the next drill."""
    return _prepared(edition.of_registers, edition.name)


@lru_cache(maxsize=2)
def _prepared(edition: Edition, _name: str) -> tuple[Mapping[str, pl.DataFrame], Coverage]:
    inputs = build.read_inputs()
    return inputs, build.coverage_of(inputs, edition.as_of, build.frame(edition, "exhausted"))


def classified_lines(edition: Edition, wanted: Wanted, limit: int | None = None) -> pl.LazyFrame:
    """The lines that fit, classified. With a `limit`, and nothing asked that only the rules know, only the largest."""
    inputs, coverage = prepared(edition)
    lines = ledger.scan(edition.ledger_version).filter(*wanted.on("unit_id"), *_before_rules(wanted, inputs))
    is_decided = any(getattr(wanted, column) is not None for column in DECIDED)
    if limit is not None and not is_decided:
        lines = lines.with_columns(size=pl.col("amount_ore").abs()).top_k(limit, by="size").drop("size")
    judged: pl.LazyFrame = with_line_class(lines, coverage)
    return judged.filter(*wanted.on(*IN_CUBE))


def _before_rules(wanted: Wanted, inputs: Mapping[str, pl.DataFrame]) -> list[pl.Expr]:
    """Supplier and category as the raw ledger has them: by alias, and by the account where no category is said."""
    known = []
    if wanted.supplier_id is not None:
        aliases = inputs["aliases"].filter(pl.col("supplier_id") == wanted.supplier_id)["id"].cast(pl.Int32)
        is_nobody = pl.col("alias_id").is_null()
        known.append(is_nobody if wanted.supplier_id == UNKNOWN else pl.col("alias_id").is_in(aliases.implode()))
    if wanted.category_id is not None:
        is_asked = inputs["accounts"].filter(_equals("category_id", wanted.category_id))["id"].cast(pl.Int32)
        by_account = pl.col("account_id").is_in(is_asked.implode()).fill_null(wanted.category_id == UNKNOWN)
        is_said = (pl.col("category_id") == wanted.category_id).fill_null(False)
        known.append(is_said | (pl.col("category_id").is_null() & by_account))
    return known


def _equals(column: str, value: int | str) -> pl.Expr:
    """Words may be several, with commas between: "C,E" is either class."""
    if isinstance(value, str):
        return pl.col(column).is_in(value.split(","))
    return pl.col(column).is_null() if value == UNKNOWN else pl.col(column) == value


def _with_words(lines: pl.DataFrame, inputs: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    with reading() as connection:
        files = list_imports(connection)
    account = pl.concat_str("code", "text", separator=" ").str.strip_chars()
    words = {
        "supplier_id": inputs["suppliers"].select(supplier_id="id", supplier="name"),
        "unit_id": inputs["units"].select(unit_id="id", unit="name"),
        "category_id": inputs["categories"].select(category_id="id", category="name"),
        "contract_id": inputs["contracts"].select(contract_id="id", contract_number="number"),
        "account_id": inputs["accounts"].select(account_id="id", account=account),
        "import_id": files.select(import_id="id", file_name="file_name"),
    }
    for key, names in words.items():
        lines = lines.join(names.cast({key: pl.Int32}), on=key, how="left", maintain_order="left")
    return lines.select(SHOWN)

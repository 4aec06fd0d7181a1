"""The ladder on the screen: how many suppliers, the table that says the same, and the rule in words."""

import polars as pl

from dashboard import formats
from dashboard.language import language, t
from dashboard.layout import page_url, paragraph
from dashboard.table_html import Column
from dashboard.text import Text

SHOW = Text(sv="Visa", en="Show")
SIZES = {
    "atta": Text(sv="De åtta högsta", en="The eight highest"),
    "trettio": Text(sv="Trettio", en="Thirty"),
    "alla": Text(sv="Alla", en="All"),
}
ROWS = {"atta": 8, "trettio": 30, "alla": 200}
SUPPLIER = Text(sv="Leverantör", en="Supplier")
CAPTION = Text(sv="Leverantörernas steg månad för månad", en="The suppliers' steps month by month")
RULE = Text(
    sv="En leverantörs steg är det högsta bland dess öppna ärenden på avtal som gäller.",
    en="A supplier's step is the highest among its open cases on contracts in force.",
)


def shown(rows: pl.DataFrame, size: str) -> pl.DataFrame:
    """The months of the first suppliers, in the order they stand."""
    first = rows["supplier_id"].unique(maintain_order=True).head(ROWS[size])
    return rows.filter(pl.col("supplier_id").is_in(first.implode()))


def supplier_url(supplier_id: int) -> str:
    """Where a square leads: the supplier's page with its cases."""
    return page_url("supplier", id=supplier_id)


def as_table(rows: pl.DataFrame) -> tuple[pl.DataFrame, list[Column], str]:
    """One row a supplier, one column a month, the newest first."""
    periods = sorted(rows["period"].unique().to_list(), reverse=True)
    wide = rows.pivot("period", index=["supplier_id", "name"], values="step", maintain_order=True)
    heads = {period: formats.period(period, "sv") for period in periods}
    columns = [Column("name", SUPPLIER, page="supplier", query={"id": "supplier_id"})]
    english = {period: formats.period(period, "en") for period in periods}
    columns += [Column(str(period), Text(sv=heads[period], en=english[period]), "number") for period in periods]
    return wide, columns, CAPTION.in_language(language())


def say_the_rule() -> None:
    """How one step comes out of several cases."""
    paragraph(t(RULE))

"""The columns that show each kind of row behind a metric."""

from dashboard.filters import KEYS
from dashboard.metric import AnyMetric, Share, Unit
from dashboard.table_html import Column
from dashboard.text import Text
from dashboard.views.lines_link import CLASS_KEY

SUPPLIER = Column("supplier_name", Text(sv="Leverantör", en="Supplier"), page="supplier", query={"id": "supplier_id"})
LINES = {KEYS["supplier_id"]: "supplier_id"}
AMOUNT = Text(sv="Belopp", en="Amount")
NUMBER = Text(sv="Nummer", en="Number")
TITLE = Text(sv="Avtal", en="Contract")
PROCUREMENT = Text(sv="Upphandling", en="Procurement")
REGISTRATION = Text(sv="Diarienummer", en="Registration number")
CONTRACT = {"id": "row_id"}
PROCUREMENT_COLUMNS = (
    Column("registration_number", REGISTRATION),
    Column("title", PROCUREMENT),
    Column("published_on", Text(sv="Annonserad", en="Published"), "day"),
)
LOT = Column("lot", Text(sv="Del", en="Lot"))
ORDER_COLUMNS = (
    Column("order_number", Text(sv="Beställning", en="Order")),
    SUPPLIER,
    Column("article_no", Text(sv="Artikel", en="Article")),
    Column("created_on", Text(sv="Beställd", en="Ordered"), "day"),
    Column("value_ore", AMOUNT, "kr"),
)
CONTRACT_COLUMNS = (
    Column("number", NUMBER, page="contract", query=CONTRACT),
    Column("title", TITLE),
    Column("supplier_name", Text(sv="Leverantör", en="Supplier")),
)

COLUMNS: dict[str, tuple[Column, ...]] = {
    "ledger": (
        SUPPLIER,
        Column("line_class", Text(sv="Klass", en="Class")),
        Column("amount_ore", AMOUNT, "kr", page="lines", query={**LINES, CLASS_KEY: "line_class"}),
        Column("n_of", Text(sv="Fakturarader", en="Invoice lines"), "number"),
    ),
    "invoices": (
        SUPPLIER,
        Column("n_of", Text(sv="Fakturor", en="Invoices"), "number"),
        Column("amount_ore", AMOUNT, "kr", page="lines", query=LINES),
    ),
    "suppliers": (SUPPLIER, Column("amount_ore", AMOUNT, "kr", page="lines", query=LINES)),
    "contracts": (*CONTRACT_COLUMNS, Column("value_ore", Text(sv="Värde", en="Value"), "kr")),
    "contract_fields": (*CONTRACT_COLUMNS[:2], Column("field", Text(sv="Uppgift", en="Field"))),
    "published_procurements": PROCUREMENT_COLUMNS,
    "mature_procurements": PROCUREMENT_COLUMNS,
    "signed_procurements": PROCUREMENT_COLUMNS,
    "lots": (*PROCUREMENT_COLUMNS, LOT, Column("bids", Text(sv="Anbud", en="Bids"), "number")),
    "won_lots": (*PROCUREMENT_COLUMNS, LOT, SUPPLIER),
    "order_lines": ORDER_COLUMNS,
    "deliveries": ORDER_COLUMNS,
    "surveys": (
        SUPPLIER,
        Column("kind", Text(sv="Enkät", en="Survey")),
        Column("asked_on", Text(sv="Ställd", en="Asked"), "day"),
    ),
}
JUDGED = Text(sv="Räknas in", en="Counts")
OWN_VALUE = Text(sv="Värde", en="Value")


def columns_of(frame: str, metric: AnyMetric) -> list[Column]:
    """The columns of this kind of row, and last how the row counts in the metric."""
    return [*COLUMNS[frame], Column("judged", JUDGED if isinstance(metric, Share) else OWN_VALUE)]


def money_frame(metric: AnyMetric) -> bool:
    """Whether the metric's weight is money, in öre."""
    return isinstance(metric, Share) and not metric.is_counted and metric.unit is Unit.SHARE

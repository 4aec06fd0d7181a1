"""The columns that show each kind of row behind a metric."""

import polars as pl

from dashboard.class_words import LINE_CLASSES
from dashboard.deviation_words import CATEGORIES
from dashboard.filters import KEYS, NO_ANSWER
from dashboard.metric import AnyMetric, Share, Unit
from dashboard.register_words import words
from dashboard.rules.scope import NOT_STATED
from dashboard.table_html import Column
from dashboard.text import Language, Text
from dashboard.views.lines_link import CLASS_KEY

SUPPLIER = Column("supplier_name", Text(sv="Leverantör", en="Supplier"), page="supplier", query={"id": "supplier_id"})
LINES = {KEYS["supplier_id"]: "lines_of"}  # the supplier, or the choice of those where nobody is named
AMOUNT = Text(sv="Belopp", en="Amount")
NUMBER = Text(sv="Nummer", en="Number")
TITLE = Text(sv="Avtal", en="Contract")
PROCUREMENT = Text(sv="Upphandling", en="Procurement")
REGISTRATION = Text(sv="Diarienummer", en="Registration number")
CONTRACT = {"id": "row_id"}
PROCUREMENT_COLUMNS = (
    Column("registration_number", REGISTRATION, "code"),
    Column("title", PROCUREMENT),
    Column("published_on", Text(sv="Annonserad", en="Published"), "day"),
)
LOT = Column("lot", Text(sv="Del", en="Lot"))
ORDER_COLUMNS = (
    Column("order_number", Text(sv="Beställning", en="Order"), "code"),
    SUPPLIER,
    Column("article_no", Text(sv="Artikel", en="Article")),
    Column("created_on", Text(sv="Beställd", en="Ordered"), "day"),
    Column("value_ore", AMOUNT, "kr"),
)
CONTRACT_COLUMNS = (
    Column("number", NUMBER, "code", page="contract", query=CONTRACT),
    Column("title", TITLE),
    Column("supplier_name", Text(sv="Leverantör", en="Supplier")),
)
DEVIATION_COLUMNS = (
    Column("category_words", Text(sv="Avvikelse", en="Deviation"), page="deviation", query={"id": "row_id"}),
    SUPPLIER,
    Column("contract_number", TITLE, "code", page="contract", query={"id": "contract_id"}),
    Column("severity", Text(sv="Allvarlighetsgrad", en="Severity"), "number"),
    Column("observed_on", Text(sv="Observerad", en="Observed"), "day"),
    Column("due_on", Text(sv="Ska vara rättad", en="To be remedied by"), "day"),
    Column("closed_on", Text(sv="Stängd", en="Closed"), "day"),
)
DEVIATIONS = ("deviations", "closed_deviations", "settled_deviations")

ADDED_UP = ("ledger", "invoices", "suppliers")  # rows of a supplier each, some of them nobody's
COLUMNS: dict[str, tuple[Column, ...]] = {
    "ledger": (
        SUPPLIER,
        Column("class_words", Text(sv="Hur köpet klassades", en="How the purchase was classed")),
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
    "contract_fields": (*CONTRACT_COLUMNS[:2], Column("field_words", Text(sv="Uppgift", en="Field"))),
    "published_procurements": PROCUREMENT_COLUMNS,
    "mature_procurements": PROCUREMENT_COLUMNS,
    "signed_procurements": PROCUREMENT_COLUMNS,
    "planned_procurements": (
        *PROCUREMENT_COLUMNS[:2],
        Column("planned_publish_on", Text(sv="Planerad annons", en="Planned to be published"), "day"),
        PROCUREMENT_COLUMNS[2],
        Column("days_off", Text(sv="Dagar från planen", en="Days from the plan"), "number"),
    ),
    "officers": (
        *PROCUREMENT_COLUMNS,
        Column("contract_signed_on", Text(sv="Avtal tecknat", en="Contract signed"), "day"),
        Column("officers", Text(sv="Årsarbetare den månaden", en="Full-time officers that month"), "number", 1),
    ),
    "extensions": (
        *CONTRACT_COLUMNS,
        Column("end_before_on", Text(sv="Slutade", en="Ended"), "day"),
        Column("start_latest_on", Text(sv="Börja upphandla senast", en="Begin to procure by"), "day"),
        Column("exercised_on", Text(sv="Förlängt", en="Extended"), "day"),
    ),
    "decided_reviews": (
        *PROCUREMENT_COLUMNS[:2],
        Column("case_number", Text(sv="Mål", en="Case"), "code"),
        Column("decided_on", Text(sv="Avgjort", en="Decided"), "day"),
        Column("outcome_words", Text(sv="Utgång", en="Outcome")),
    ),
    "held_up_procurements": (
        *PROCUREMENT_COLUMNS[:2],
        Column("standstill_ends_on", Text(sv="Avtalsspärren slut", en="Standstill ended"), "day"),
        Column("contract_signed_on", Text(sv="Avtal tecknat", en="Contract signed"), "day"),
        Column("cases", Text(sv="Antal mål", en="Cases"), "number"),
    ),
    "lots": (*PROCUREMENT_COLUMNS, LOT, Column("bids", Text(sv="Anbud", en="Bids"), "number")),
    "won_lots": (*PROCUREMENT_COLUMNS, LOT, SUPPLIER),
    "order_lines": ORDER_COLUMNS,
    "deliveries": ORDER_COLUMNS,
    "recoveries": (
        Column("kind_words", Text(sv="Vad", en="What")),
        SUPPLIER,
        Column("number", TITLE, "code", page="contract", query={"id": "contract_id"}),
        Column("happened_on", Text(sv="Dag", en="Day"), "day"),
        Column("recovered_ore", Text(sv="Återvunnet", en="Recovered"), "kr"),
        Column("spend_ore", Text(sv="Uppföljda inköp", en="Spend followed up"), "kr"),
    ),
    "deviations": DEVIATION_COLUMNS,
    "closed_deviations": (*DEVIATION_COLUMNS, Column("days_open", Text(sv="Dagar öppen", en="Days open"), "number")),
    "settled_deviations": (*DEVIATION_COLUMNS, Column("reopened_on", Text(sv="Öppnad igen", en="Reopened"), "day")),
    "surveys": (
        SUPPLIER,
        Column("kind", Text(sv="Enkät", en="Survey")),
        Column("asked_on", Text(sv="Ställd", en="Asked"), "day"),
    ),
}
RECOVERIES = {
    "credit": Text(sv="Krediterat överpris", en="Credited overcharge"),
    "price_reduction": Text(sv="Prisavdrag", en="Price reduction"),
    "penalty": Text(sv="Krävt vite", en="Penalty claimed"),
    "spend": Text(sv="Inköp på uppföljt avtal", en="Spend on a contract followed up"),
}
OUTCOMES = {
    "bifall": Text(sv="Bifall", en="Granted"),
    "delvis": Text(sv="Delvis bifall", en="Granted in part"),
    "avslag": Text(sv="Avslag", en="Rejected"),
    "avskriven": Text(sv="Avskrivet", en="Struck out"),
    "avvisad": Text(sv="Avvisat", en="Dismissed"),
    "aterkallad": Text(sv="Återkallat", en="Withdrawn"),
    "pending": Text(sv="Inte angiven", en="Not stated"),
}
SAYS_ITS_VALUE = ("recoveries",)  # frames whose own columns are the value
FIELDS = {
    "field_registration_number": Text(sv="Diarienummer", en="Registration number"),
    "field_title": Text(sv="Namn", en="Title"),
    "field_supplier": Text(sv="Leverantör", en="Supplier"),
    "field_type": Text(sv="Avtalsform", en="Kind of contract"),
    "field_regime": Text(sv="Regelverk", en="Regime"),
    "field_start": Text(sv="Startdag", en="Start day"),
    "field_end": Text(sv="Slutdag", en="End day"),
    "field_notice_buyer": Text(sv="Vår uppsägningstid", en="Our notice period"),
    "field_notice_supplier": Text(sv="Leverantörens uppsägningstid", en="The supplier's notice period"),
    "field_ceiling": Text(sv="Takvolym", en="Ceiling"),
    "field_estimated_value": Text(sv="Beräknat värde", en="Estimated value"),
    "field_category": Text(sv="Kategori", en="Category"),
    "field_exclusive": Text(sv="Om avtalet är exklusivt", en="Whether it is exclusive"),
    "field_procedure": Text(sv="Upphandlingsförfarande", en="Procedure"),
    "field_owner": Text(sv="Avtalsägare", en="Owner"),
    "field_controller": Text(sv="Avtalscontroller", en="Contract controller"),
    "field_risk_class": Text(sv="Riskklass", en="Risk class"),
    "field_criticality": Text(sv="Hur kritiskt avtalet är", en="Criticality"),
    "field_price_list": Text(sv="Om prislista finns", en="Whether there is a price list"),
    "field_price_clause": Text(sv="Om prisklausul finns", en="Whether there is a price clause"),
}
JUDGED = Text(sv="Räknas in", en="Counts")
OWN_VALUE = Text(sv="Värde", en="Value")


def columns_of(frame: str, metric: AnyMetric) -> list[Column]:
    """The columns of this kind of row, and last how the row counts in the metric."""
    if frame in SAYS_ITS_VALUE:
        return list(COLUMNS[frame])
    return [*COLUMNS[frame], Column("judged", JUDGED if isinstance(metric, Share) else OWN_VALUE)]


def money_frame(metric: AnyMetric) -> bool:
    """Whether the metric's weight is money, in öre."""
    return isinstance(metric, Share) and not metric.is_counted and metric.unit is Unit.SHARE


def with_words(rows: pl.DataFrame, frame: str, language: Language) -> pl.DataFrame:
    """The rows plus words for their codes: `class_words` for ledger rows, `field_words` for fields of contracts,
    `category_words` for deviations.

    `lines_of` is the supplier whose lines a row leads to, NOT_STATED where nobody is named.
    """
    rows = rows.with_columns(lines_of=pl.col("supplier_id").fill_null(NOT_STATED))
    if frame in ADDED_UP:
        rows = rows.with_columns(pl.col("supplier_name").fill_null(NO_ANSWER.in_language(language)))
    if frame == "ledger":
        known = {code: f"{each.name.in_language(language)} ({code})" for code, each in LINE_CLASSES.items()}
        return rows.with_columns(class_words=_replaced("line_class", known))
    if frame == "recoveries":
        return rows.with_columns(kind_words=_replaced("kind", words(RECOVERIES, language))).sort(
            "recovered_ore", "spend_ore", descending=True
        )
    if frame in DEVIATIONS:
        known = words(CATEGORIES, language)
        return rows.with_columns(category_words=_replaced("category", known).fill_null(NO_ANSWER.in_language(language)))
    if frame == "decided_reviews":
        return rows.with_columns(outcome_words=_replaced("outcome", words(OUTCOMES, language)))
    if frame == "contract_fields":
        return rows.with_columns(field_words=_replaced("field", words(FIELDS, language)))
    return rows


def _replaced(column: str, known: dict[str, str]) -> pl.Expr:
    return pl.col(column).replace_strict(
        list(known), list(known.values()), default=pl.col(column), return_dtype=pl.String
    )

"""The parts of the data page: how fresh, how much is known, what is missing and whose it is."""

from collections.abc import Callable

import polars as pl
import streamlit as st

from dashboard import formats
from dashboard.charts.months_covered import build_months_covered
from dashboard.data.changes import PART
from dashboard.language import language, t
from dashboard.layout import paragraph, section, show, table
from dashboard.register_words import IMPORT_KINDS, words
from dashboard.rules.coverage_shares import THINGS
from dashboard.rules.gap_checks import CHECKS, Check
from dashboard.table_html import Column
from dashboard.text import Text

CHECK_KEY = "lucka"
FRESH = Text(sv="Hur färska uppgifterna är", en="How fresh the data is")
SOURCE = Text(sv="Källa", en="Source")
KIND = Text(sv="Slag", en="Kind")
LAST_LOAD = Text(sv="Senast inläst", en="Last load")
ROWS = Text(sv="Rader", en="Rows")
FIRST = Text(sv="Första månaden", en="First month")
LAST = Text(sv="Sista månaden", en="Last month")
MISSING_MONTHS = Text(sv="Månader som saknas", en="Missing months")
COVERAGE = Text(sv="Hur mycket av inköpsvärdet vi vet något om", en="How much of the spend we know something about")
THING = Text(sv="Vi vet", en="We know")
KNOWN = Text(sv="Känt belopp", en="Known amount")
OF = Text(sv="Av", en="Of")
SHARE = Text(sv="Andel", en="Share")
GAPS = Text(sv="Vad som saknas, och vem som fyller i", en="What is missing, and who enters it")
GAPS_WHY = Text(sv="Välj en rad för att se vad det gäller.", en="Choose a row to see what it is about.")
WHAT = Text(sv="Uppgift", en="Fact")
WHY = Text(sv="Därför spelar det roll", en="Why it matters")
DO = Text(sv="Gör så här", en="What to do")
OWNER = Text(sv="Fylls i av", en="Entered by")
MISSING = Text(sv="Saknas", en="Missing")
NUMBER = Text(sv="Nummer", en="Number")
TITLE = Text(sv="Rubrik", en="Title")
NAME = Text(sv="Namn", en="Name")
SUPPLIER = Text(sv="Leverantör", en="Supplier")
AMOUNT = Text(sv="Köpt hittills", en="Bought so far")
LIMITS = Text(sv="Gränsvärden som gäller nu", en="Limits in force")
LIMITS_WHY = Text(
    sv="Ett belopp som inte är verifierat visas inte och gissas aldrig.",
    en="An amount that is not verified is not shown and never guessed.",
)
LAW = Text(sv="Lag", en="Act")
CLASS = Text(sv="Slag av köp", en="Kind of purchase")
FROM = Text(sv="Gäller från", en="Valid from")
TO = Text(sv="Till", en="To")
THRESHOLD = Text(sv="Tröskelvärde, kr", en="Threshold, SEK")
DIRECT = Text(sv="Gräns för direktupphandling, kr", en="Direct-award limit, SEK")
STATUS = Text(sv="Kontrollerad", en="Checked")
STATUS_SOURCE = Text(sv="Källa", en="Source")
NOT_VERIFIED = Text(sv="ej verifierad", en="not verified")
LIMIT_STATES = {
    "verified": Text(sv="verifierad", en="verified"),
    "secondary": Text(sv="ej verifierad, andrahandskälla", en="not verified, second-hand source"),
    "unverified": NOT_VERIFIED,
}
PURCHASE_CLASSES = {
    "goods_services": Text(sv="Varor och tjänster", en="Goods and services"),
    "works": Text(sv="Byggentreprenader", en="Works"),
    "social_annex2": Text(sv="Sociala och andra särskilda tjänster", en="Social and other special services"),
    "welfare_annex2a": Text(sv="Välfärdstjänster", en="Welfare services"),
}
ALL_FILLED = Text(sv="Inget saknas här.", en="Nothing is missing here.")


def freshness(sources: pl.DataFrame, months: pl.DataFrame) -> None:
    """Each source's last load, and the months it has given."""
    section(t(FRESH))
    shown = sources.with_columns(
        pl.col("kind").replace_strict(words(IMPORT_KINDS, language())), when=pl.col("taken_at").dt.date()
    )
    table(
        shown,
        [
            Column("source", SOURCE),
            Column("kind", KIND),
            Column("when", LAST_LOAD, "day"),
            Column("rows_taken", ROWS, "number"),
            Column("period_min", FIRST, "period"),
            Column("period_max", LAST, "period"),
            Column("missing", MISSING_MONTHS, "number"),
        ],
        t(FRESH),
    )
    if months.height:
        show(build_months_covered(months, language()), "months")


def coverage(shares: pl.DataFrame) -> None:
    """How much of the spend each thing is known for."""
    section(t(COVERAGE))
    names = {thing.code: t(thing.name) for thing in THINGS}
    table(
        shares.with_columns(name=pl.col("code").replace_strict(names)),
        [
            Column("name", THING),
            Column("known_ore", KNOWN, "kr"),
            Column("of_ore", OF, "kr"),
            Column("share", SHARE, "share"),
        ],
        t(COVERAGE),
    )


def asked_check() -> Check | None:
    """The check the address asks to see the rows of."""
    code = st.query_params.get(CHECK_KEY)
    return next((check for check in CHECKS if check.code == code), None)


def gaps(counted: pl.DataFrame, asked: Check | None, rows_behind: Callable[[str], pl.DataFrame]) -> None:
    """The checks, and the rows behind the one that is asked for."""
    section(t(GAPS), t(GAPS_WHY))
    known = {check.code: check for check in CHECKS}
    shown = counted.with_columns(
        pl.col("code").replace_strict({code: t(getattr(check, part)) for code, check in known.items()}).alias(part)
        for part in ("name", "why", "do", "owner")
    )
    table(
        shown,
        [
            Column("name", WHAT, page="data", query={CHECK_KEY: "code"}),
            Column("missing", MISSING, "number"),
            Column("of", OF, "number"),
            Column("share", SHARE, "share"),
            Column("owner", OWNER),
            Column("why", WHY),
            Column("do", DO),
        ],
        t(GAPS),
    )
    if asked is not None:
        section(t(asked.name), f"{t(asked.why)} {t(asked.do)}")
        rows = rows_behind(asked.code)
        if rows.is_empty():
            paragraph(t(ALL_FILLED))
        else:
            table(rows.with_columns(part=pl.lit(PART)), ROW_COLUMNS[asked.table], t(asked.name))


ROW_COLUMNS = {
    "contract": [
        Column("number", NUMBER, "code", page="contract", query={"id": "id"}),
        Column("title", TITLE),
        Column("supplier_name", SUPPLIER),
        Column("owner", OWNER),
    ],
    "option": [
        Column("number", NUMBER, "code", page="contract", query={"id": "contract_id"}),
        Column("title", TITLE),
        Column("length_months", Text(sv="Månader", en="Months"), "number"),
    ],
    "change": [
        Column("number", NUMBER, "code", page="contract", query={"id": "contract_id", "del": "part"}),
        Column("title", TITLE),
        Column("signed_on", Text(sv="Ändrat", en="Changed"), "day"),
        Column("ground", Text(sv="Grund", en="Ground")),
    ],
    "supplier": [Column("name", NAME, page="supplier", query={"id": "id"})],
    "category": [Column("name", NAME), Column("amount_ore", AMOUNT, "kr")],
    "threshold": [Column("law", LAW), Column("purchase_class", CLASS), Column("source", STATUS_SOURCE)],
}


def unverified_limits(limits: pl.DataFrame) -> None:
    """The legal limits that hold now, and whether anybody has verified them."""
    section(t(LIMITS), t(LIMITS_WHY))
    classes = {row["id"]: _class_words(row["purchase_class"]) for row in limits.iter_rows(named=True)}
    shown = limits.with_columns(
        pl.Series("threshold_sek", [_amount(value) for value in limits["threshold_sek"]], pl.String),
        pl.Series("direct_award_sek", [_amount(value) for value in limits["direct_award_sek"]], pl.String),
        pl.col("id").replace_strict(classes, return_dtype=pl.String).alias("purchase_class"),
        pl.col("status").replace_strict(words(LIMIT_STATES, language()), default=t(NOT_VERIFIED)),
    )
    table(
        shown,
        [
            Column("law", LAW),
            Column("purchase_class", CLASS),
            Column("valid_from", FROM, "day"),
            Column("valid_to", TO, "day"),
            Column("threshold_sek", THRESHOLD),
            Column("direct_award_sek", DIRECT),
            Column("status", STATUS),
            Column("source", STATUS_SOURCE),
        ],
        t(LIMITS),
    )


def _amount(value: int | None) -> str:
    return t(NOT_VERIFIED) if value is None else formats.number(value)


def _class_words(code: str) -> str:
    return t(PURCHASE_CLASSES[code]) if code in PURCHASE_CLASSES else code

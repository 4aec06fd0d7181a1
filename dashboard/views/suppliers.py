"""The parts of the suppliers' pages."""

from dataclasses import replace

import polars as pl

from dashboard import formats
from dashboard.cards import draw_cards
from dashboard.charts.class_mix import build_class_mix
from dashboard.charts.spend_by_month import build_spend_by_month
from dashboard.data.overview import Measured
from dashboard.data.suppliers import Supplier
from dashboard.filters import KEYS
from dashboard.language import language, t
from dashboard.layout import facts, link_to, page_url, paragraph, section, show, table
from dashboard.metric_cards import card
from dashboard.metrics import metric
from dashboard.register_words import ALIAS_KINDS, orgnr, words
from dashboard.table_html import Column
from dashboard.text import Text
from dashboard.views.lines_link import ALL_CLASSES, CLASS_KEY, lines_url

FOLLOWED = ("K-AVT-1", "K-KVA-1", "K-OPE-1", "K-OPE-3", "K-DIG-3")
METRICS = Text(sv="Leverantörens nyckeltal", en="The supplier's metrics")
NAME = Text(sv="Leverantör", en="Supplier")
ORGNR = Text(sv="Organisationsnummer", en="Organisation number")
AMOUNT = Text(sv="Inköp i urvalet", en="Spend in the selection")
OUTSIDE = Text(sv="Andel utanför avtal", en="Share outside contract")
CONTRACTS = Text(sv="Avtal", en="Contracts")
LAST = Text(sv="Senaste köpet", en="Last purchase")
HIT = Text(sv="Träff", en="Found by")
COUNTRY = Text(sv="Land", en="Country")
SME = Text(sv="Litet eller medelstort", en="Small or medium-sized")
SOCIAL = Text(sv="Idéburet eller socialt företag", en="Non-profit or social enterprise")
YES, NO, UNKNOWN = Text(sv="Ja", en="Yes"), Text(sv="Nej", en="No"), Text(sv="Okänt", en="Unknown")
MASKED = Text(
    sv="Leverantören är en privatperson eller enskild firma. Namn och nummer visas inte och sparas inte.",
    en="The supplier is a private person or a sole trader. Name and number are neither shown nor stored.",
)
BOUGHT = Text(
    sv="Vi köpte för {total} i urvalet, {outside} utanför avtal.", en="We bought {total}, {outside} outside contract."
)
NOTHING = Text(sv="Inga inköp som går att påverka i urvalet.", en="No addressable purchases in the selection.")
TO_LINES = Text(sv="Visa fakturaraderna", en="Show the invoice lines")
NO_CONTRACTS = Text(sv="Leverantören finns inte på något avtal.", en="The supplier is not on any contract.")
NUMBER = Text(sv="Nummer", en="Number")
TITLE = Text(sv="Rubrik", en="Title")
RANK = Text(sv="Rangordning", en="Rank")
START = Text(sv="Start", en="Start")
AWARDS = Text(sv="Dokumenterade direktupphandlingar", en="Documented direct awards")
DECIDED = Text(sv="Beslutad", en="Decided")
VALUE = Text(sv="Värde", en="Value")
BASIS = Text(sv="Rättslig grund", en="Legal basis")
REGISTRATION = Text(sv="Diarienummer", en="Registration number")
KNOWN_AS = Text(sv="Namn och nummer leverantören förekommer under", en="Names and numbers the supplier appears under")
KIND = Text(sv="Slag", en="Kind")
AS_WRITTEN = Text(sv="Namn i källan", en="Name in the source")
HISTORY = Text(sv="Sammanslagningar", en="Merges")
MERGED = Text(sv="{other}, sammanslagen {day}", en="{other}, merged on {day}")
MERGED_UNDONE = Text(
    sv="{other}, sammanslagen {day}, ångrad {undone}", en="{other}, merged on {day}, undone on {undone}"
)


def supplier_table(rows: pl.DataFrame, caption: str, limit: int) -> None:
    """The suppliers with spend and contracts; `hit` where they were searched for."""
    columns = [
        Column("name", NAME, page="supplier", query={"id": "id"}),
        *([Column("hit", HIT)] if "hit" in rows.columns else []),
        Column("orgnr", ORGNR, "code"),
        Column("total_ore", AMOUNT, "kr"),
        Column("outside_share", OUTSIDE, "share"),
        Column("contracts", CONTRACTS, "number"),
        Column("last_period", LAST, "period"),
    ]
    written = rows.with_columns(orgnr=pl.col("orgnr").str.slice(0, 6) + "-" + pl.col("orgnr").str.slice(6))
    table(written, columns, caption, limit)


def about(supplier: Supplier) -> None:
    """What the register says of the supplier."""
    row = supplier.row
    if row["is_masked"] or row["is_sole_trader"]:
        paragraph(t(MASKED))
    facts(
        {
            t(ORGNR): orgnr(row["orgnr"] if isinstance(row["orgnr"], str) else None),
            t(COUNTRY): str(row["country"]),
            t(SME): _answer(row["is_sme"]),
            t(SOCIAL): _answer(row["is_social_enterprise"]),
        }
    )


def _answer(value: object) -> str:
    return t(UNKNOWN if value is None else YES if value else NO)


def bought(supplier: Supplier) -> str:
    """What was bought in the selection, in one sentence."""
    if supplier.by_month.is_empty():
        return t(NOTHING)
    total, outside = supplier.by_month["total_ore"].sum(), supplier.by_month["outside_ore"].sum()
    return t(BOUGHT, total=formats.short_kronor(int(total)), outside=formats.short_kronor(int(outside)))


def purchases(supplier: Supplier, supplier_id: int) -> None:
    """Spend a month, the line classes, and the way to the lines; nothing where nothing was bought."""
    if supplier.by_month.is_empty():
        return
    where = {"supplier_id": supplier_id}
    link = lambda period, part: lines_url(period, part, where=where)  # noqa: E731 - two short links side by side
    show(build_spend_by_month(supplier.by_month, language(), link), "by_month")
    show(build_class_mix(supplier.mix, language(), lambda letter: lines_url(line_class=letter, where=where)), "mix")
    link_to("lines", t(TO_LINES), **{KEYS["supplier_id"]: supplier_id, CLASS_KEY: ALL_CLASSES})


def metrics(values: pl.DataFrame, supplier_id: int) -> None:
    """The metrics that say something about one supplier; each leads to itself, filtered."""
    rows = {row["code"]: row for row in values.iter_rows(named=True)}
    cards = [
        replace(
            card(Measured(metric(code), rows[code], ())),
            address=page_url("metric", **{"kod": code, KEYS["supplier_id"]: supplier_id}),
        )
        for code in FOLLOWED
        if rows[code]["n"]
    ]
    if cards:
        draw_cards(cards, t(METRICS))


def contracts(supplier: Supplier) -> None:
    """The contracts the supplier is on."""
    section(t(CONTRACTS))
    if supplier.contracts.is_empty():
        paragraph(t(NO_CONTRACTS))
        return
    table(
        supplier.contracts,
        [
            Column("number", NUMBER, "code", page="contract", query={"id": "id"}),
            Column("title", TITLE),
            Column("start_on", START, "day"),
            Column("rank", RANK, "number"),
        ],
        t(CONTRACTS),
    )


def direct_awards(supplier: Supplier) -> None:
    """Direct awards to the supplier that somebody has documented."""
    if supplier.direct_awards.is_empty():
        return
    section(t(AWARDS))
    table(
        supplier.direct_awards,
        [
            Column("decided_on", DECIDED, "day"),
            Column("value_ore", VALUE, "kr"),
            Column("legal_basis", BASIS),
            Column("registration_number", REGISTRATION, "code"),
        ],
        t(AWARDS),
    )


def known_as(supplier: Supplier) -> None:
    """Every name and number, and the merges made."""
    section(t(KNOWN_AS))
    shown = supplier.aliases.with_columns(pl.col("kind").replace_strict(words(ALIAS_KINDS, language())))
    table(
        shown.unique(["name", "kind"]).sort("kind", "name"),
        [Column("kind", KIND), Column("name", AS_WRITTEN)],
        t(KNOWN_AS),
    )
    if supplier.merges.is_empty():
        return
    section(t(HISTORY))
    for row in supplier.merges.iter_rows(named=True):
        said = MERGED if row["undone_on"] is None else MERGED_UNDONE
        paragraph(t(said, other=row["other"], day=formats.day(row["merged_on"]), undone=formats.day(row["undone_on"])))


def merged_into(supplier: Supplier, supplier_id: int) -> tuple[str, str] | None:
    """The name and address of the supplier this one was merged into, where it was."""
    standing = supplier.merges.filter(pl.col("undone_on").is_null(), pl.col("from_supplier_id") == supplier_id)
    if standing.is_empty():
        return None
    row = standing.row(0, named=True)
    return row["other"], page_url("supplier", id=row["into_supplier_id"])

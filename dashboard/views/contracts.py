"""The parts of the contracts' pages."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import polars as pl

from dashboard import formats
from dashboard.charts.contract_spend import build_contract_spend
from dashboard.data.contracts import Contract
from dashboard.language import language, t
from dashboard.layout import facts, paragraph, section, show, table
from dashboard.register_words import CONTRACT_TYPES, REGIMES, word, words
from dashboard.rules.gap_checks import CHECKS
from dashboard.table_html import Column
from dashboard.text import Text
from dashboard.views.lines_link import lines_url

NUMBER = Text(sv="Avtal", en="Contract")
TITLE = Text(sv="Rubrik", en="Title")
SUPPLIER = Text(sv="Leverantör", en="Supplier")
TYPE = Text(sv="Avtalsform", en="Form")
REGIME = Text(sv="Upphandlad som", en="Procured as")
REGISTRATION = Text(sv="Diarienummer", en="Registration number")
OWNER = Text(sv="Ansvarig", en="Owner")
CONTROLLER = Text(sv="Avtalscontroller", en="Contract controller")
START = Text(sv="Start", en="Start")
ENDS = Text(sv="Slutar", en="Ends")
OPEN_ENDED = Text(sv="Tills vidare", en="Until further notice")
NO_END = Text(sv="Slutdatum saknas", en="No end date")
LASTED = Text(sv="Avtalet slutade {day}.", en="The contract ended on {day}.")
LASTS = Text(sv="Avtalet slutar {day}.", en="The contract ends on {day}.")
LASTS_ON = Text(sv="Avtalet gäller tills vidare.", en="The contract holds until further notice.")
END_UNKNOWN = Text(sv="Ingen vet när avtalet slutar.", en="Nobody knows when the contract ends.")
BOUGHT_ON = Text(sv="Hittills har vi köpt för {amount} på det.", en="So far we have bought {amount} on it.")
NOTICE = Text(sv="Uppsägningstid (vi/leverantören)", en="Notice (we/the supplier)")
MONTHS = Text(sv="{own}/{theirs} månader", en="{own}/{theirs} months")
VALUE = Text(sv="Uppskattat värde", en="Estimated value")
CEILING = Text(sv="Takvolym", en="Ceiling")
UNKNOWN_CEILING = Text(sv="Okänt tak", en="Unknown ceiling")
EXCLUSIVE = Text(sv="Får vi köpa någon annanstans?", en="May we buy elsewhere?")
YES, NO, UNKNOWN = Text(sv="Ja", en="Yes"), Text(sv="Nej", en="No"), Text(sv="Okänt", en="Unknown")
SPENT = Text(sv="Köpt i urvalet", en="Bought in the selection")
HIT = Text(sv="Träff", en="Found by")
NOTHING_BOUGHT = Text(sv="Inget köptes på avtalet under perioden", en="Nothing was bought on it in the period")
SUPPLIERS = Text(sv="Leverantörer på avtalet", en="Suppliers on the contract")
NO_SUPPLIERS = Text(
    sv="Ingen känd leverantör. I registret står: {written}", en="No known supplier. The register says: {written}"
)
RANK = Text(sv="Rangordning", en="Rank")
SHARE = Text(sv="Andel, %", en="Share, %")
BOUGHT = Text(sv="Köpt på avtalet", en="Bought on the contract")
SCOPE = Text(sv="Vad avtalet täcker", en="What the contract covers")
NO_SCOPE = Text(sv="Ingen kategori är knuten till avtalet.", en="No category is tied to the contract.")
CATEGORY = Text(sv="Kategori", en="Category")
UNIT = Text(sv="Förvaltning", en="Department")
ALL_UNITS = Text(sv="Alla", en="All")
MISSING = Text(sv="Det här saknas", en="What is missing")
NOTHING_MISSING = Text(sv="Inga uppgifter saknas.", en="Nothing is missing.")
MISSING_WHY = Text(sv="{name}. {why} Fylls i av: {owner}.", en="{name}. {why} To be entered by: {owner}.")


def contract_table(rows: pl.DataFrame, caption: str, limit: int) -> None:
    """The contracts with their ends, ceilings and use; `hit` where they were searched for."""
    ends = (
        pl.when("is_open_ended")
        .then(pl.lit(t(OPEN_ENDED)))
        .otherwise(pl.col("ends_on").dt.strftime("%Y-%m-%d").fill_null(t(NO_END)))
    )
    first = rows.head(limit)
    shown = first.with_columns(
        _ceilings(first["ceiling_ore"]),
        ends=ends,
        type=pl.col("type").replace_strict(words(CONTRACT_TYPES, language())),
    )
    hit = [Column("hit", HIT)] if "hit" in rows.columns else []
    table(
        shown,
        [
            Column("number", NUMBER, "code", page="contract", query={"id": "id"}),
            Column("title", TITLE),
            *hit,
            Column("supplier_name", SUPPLIER),
            Column("ends", ENDS, "code"),
            Column("spent_ore", SPENT, "kr"),
            Column("ceiling", CEILING, "code"),
            Column("owner", OWNER),
            Column("type", TYPE),
        ],
        caption,
        limit,
    )


def _ceilings(values: pl.Series) -> pl.Series:
    return pl.Series(
        "ceiling", [t(UNKNOWN_CEILING) if v is None else formats.kronor(v) for v in values], dtype=pl.String
    )


def sentence(contract: Contract, as_of: date) -> str:
    """How long the contract holds and how much has been bought on it, in two sentences."""
    return f"{_lasts(contract.row, as_of)} {t(BOUGHT_ON, amount=formats.short_kronor(contract.used_ore))}"


def _lasts(row: Mapping[str, Any], as_of: date) -> str:
    if row["is_open_ended"]:
        return t(LASTS_ON)
    if row["ends_on"] is None:
        return t(END_UNKNOWN)
    return t(LASTED if row["ends_on"] < as_of else LASTS, day=formats.day(row["ends_on"]))


def about(contract: Contract) -> None:
    """What the register says of the contract."""
    row: Mapping[str, Any] = contract.row
    notice = MONTHS if (row["notice_buyer_months"], row["notice_supplier_months"]) != (None, None) else None
    own, theirs = (formats.number(row[name]) for name in ("notice_buyer_months", "notice_supplier_months"))
    facts(
        {
            t(REGISTRATION): row["registration_number"] or formats.NONE,
            t(TYPE): word(CONTRACT_TYPES, row["type"], language()),
            t(REGIME): word(REGIMES, row["regime"], language()),
            t(START): formats.day(row["start_on"]),
            t(ENDS): t(OPEN_ENDED) if row["is_open_ended"] else formats.day(row["ends_on"]),
            t(NOTICE): t(notice, own=own, theirs=theirs) if notice else formats.NONE,
            t(OWNER): row["owner"] or formats.NONE,
            t(CONTROLLER): row["controller"] or formats.NONE,
            t(CEILING): t(UNKNOWN_CEILING) if row["ceiling_ore"] is None else formats.kronor(row["ceiling_ore"]),
            t(VALUE): formats.kronor(row["estimated_value_ore"]),
            t(EXCLUSIVE): t(UNKNOWN if row["is_exclusive"] is None else NO if row["is_exclusive"] else YES),
        }
    )


def purchases(contract: Contract, contract_id: int, months: Sequence[int]) -> None:
    """What was bought on the contract in each of the `months`."""
    if contract.by_month.is_empty():
        section(t(NOTHING_BOUGHT))
        return
    every = pl.DataFrame({"period": months}, schema={"period": contract.by_month.schema["period"]})
    rows = every.join(contract.by_month, on="period", how="left", maintain_order="left")
    link = lambda period: lines_url(period, contract_id=contract_id)  # noqa: E731 - handed on as it is
    show(build_contract_spend(rows.with_columns(pl.col("total_ore").fill_null(0)), language(), link), "by_month")


def suppliers(contract: Contract) -> None:
    """Who is on the contract, in rank order, and what was bought from each."""
    section(t(SUPPLIERS))
    if contract.suppliers.is_empty():
        paragraph(t(NO_SUPPLIERS, written=contract.row["supplier_name"] or formats.NONE))
        return
    table(
        contract.suppliers,
        [
            Column("name", SUPPLIER, page="supplier", query={"id": "id"}),
            Column("rank", RANK, "number"),
            Column("share_pct", SHARE, "number"),
            Column("amount_ore", BOUGHT, "kr"),
        ],
        t(SUPPLIERS),
    )


def scope(contract: Contract) -> None:
    """What the contract covers, and for whom."""
    section(t(SCOPE))
    if contract.scope.is_empty():
        paragraph(t(NO_SCOPE))
        return
    shown = contract.scope.with_columns(pl.col("unit").fill_null(t(ALL_UNITS)))
    table(shown, [Column("category", CATEGORY), Column("unit", UNIT)], t(SCOPE))


def missing(contract: Contract) -> None:
    """What the register lacks about this contract, and whose it is to enter."""
    section(t(MISSING))
    if not contract.missing:
        paragraph(t(NOTHING_MISSING))
    for check in CHECKS:
        if check in contract.missing:
            paragraph(t(MISSING_WHY, name=t(check.name), why=t(check.why), owner=t(check.owner)))

"""The parts of the invoice lines page: what was asked for, whether the sum agrees, the lines, and a file of them."""

from dataclasses import dataclass
from html import escape

import polars as pl
import streamlit as st

from dashboard import formats
from dashboard.class_words import LINE_CLASSES, MATCH_METHODS, SPEND_CLASSES
from dashboard.data.lines import Wanted
from dashboard.data.purchases import lines_for_file
from dashboard.export.csv_file import csv_file
from dashboard.filters import Filters
from dashboard.language import language, t
from dashboard.layout import page_url, paragraph, table
from dashboard.register_words import words
from dashboard.table_html import Column
from dashboard.text import Text
from dashboard.views.ids import asked_id
from dashboard.views.lines_link import CLASS_KEY, CONTRACT_KEY, SPEND_KEY

SHOWN = 100
IN_FILE = 100_000

ONLY = Text(sv="Bara:", en="Only:")
REMOVE = Text(sv="visa alla", en="show all")
CONTRACT = Text(sv="avtal {name}", en="contract {name}")
AGREES = Text(
    sv="Summan av raderna är {amount} och stämmer med stapeln eller siffran du kom ifrån.",
    en="The lines add up to {amount}, the same as the bar or figure you came from.",
)
PART_SHOWN = Text(
    sv="{all} rader, tillsammans {amount}, samma som stapeln eller siffran du kom ifrån. De {shown} största visas.",
    en="{all} lines, {amount} in all, the same as the bar or figure you came from. The {shown} largest are shown.",
)
DIFFERS = Text(
    sv="Radernas summa är {amount}, men siffran du kom ifrån är {other}. Anmäl det gärna: så ska det inte vara.",
    en="The lines add up to {amount}, but the figure you came from is {other}. Please report it: this should not be.",
)
DOWNLOAD = Text(sv="Hämta raderna som CSV", en="Download the lines as CSV")
DOWNLOAD_PART = Text(sv="Hämta de {count} största raderna som CSV", en="Download the {count} largest lines as CSV")
LINES = Text(sv="Fakturarader", en="Invoice lines")
HEADS: dict[str, Text] = {
    "on_day": Text(sv="Dag", en="Day"),
    "supplier": Text(sv="Leverantör", en="Supplier"),
    "unit": Text(sv="Förvaltning", en="Department"),
    "category": Text(sv="Kategori", en="Category"),
    "account": Text(sv="Konto", en="Account"),
    "amount_ore": Text(sv="Belopp", en="Amount"),
    "class_words": Text(sv="Klass", en="Class"),
    "contract_number": Text(sv="Avtal", en="Contract"),
    "method_words": Text(sv="Hur avtalet hittades", en="How the contract was found"),
    "invoice_no": Text(sv="Faktura", en="Invoice"),
    "voucher_no": Text(sv="Verifikation", en="Voucher"),
    "file_name": Text(sv="Fil", en="File"),
    "row": Text(sv="Rad i filen", en="Row in the file"),
}


@dataclass(frozen=True)
class Asked:
    """What the address asks for beside the filters: line classes, a spend class, a contract."""

    line_class: str | None
    spend_class: str | None
    contract_id: int | None


def asked() -> Asked:
    """What the address asks for; what it cannot mean is left out."""
    letters = [letter for letter in st.query_params.get(CLASS_KEY, "").split(",") if letter in LINE_CLASSES]
    spend_class = st.query_params.get(SPEND_KEY)
    return Asked(
        ",".join(letters) or None, spend_class if spend_class in SPEND_CLASSES else None, asked_id(CONTRACT_KEY)
    )


def wanted(filters: Filters, only: Asked) -> Wanted:
    """Filters and the rest together."""
    return Wanted(
        filters.period_from,
        filters.period_to,
        filters.unit_id,
        filters.category_id,
        filters.supplier_id,
        only.contract_id,
        only.line_class,
        only.spend_class,
        filters.scope,
        filters.left_out,
    )


def what_is_asked(only: Asked, contract: str | None) -> None:
    """The narrowings that are not in the sidebar, in words, and a way out of each."""
    said = []
    if only.line_class and set(only.line_class.split(",")) != set(LINE_CLASSES):
        names = ", ".join(t(LINE_CLASSES[letter].name) for letter in only.line_class.split(","))
        said.append((names, page_url("lines", **{SPEND_KEY: only.spend_class, CONTRACT_KEY: only.contract_id})))
    if only.spend_class:
        name = t(SPEND_CLASSES[only.spend_class].name)
        said.append((name, page_url("lines", **{CLASS_KEY: only.line_class, CONTRACT_KEY: only.contract_id})))
    if only.contract_id is not None:
        name = t(CONTRACT, name=contract or only.contract_id)
        said.append((name, page_url("lines", **{CLASS_KEY: only.line_class, SPEND_KEY: only.spend_class})))
    for name, address in said:
        st.html(f"<p class='lw-link'>{t(ONLY)} {escape(name)} (<a href='{escape(address)}'>{t(REMOVE)}</a>)</p>")


def agreement(lines: pl.DataFrame, total_rows: int, total_ore: int) -> None:
    """Whether the lines add up to the figure they stand behind."""
    if lines.height < total_rows:
        amount = formats.kronor(total_ore, 2)
        paragraph(t(PART_SHOWN, all=formats.number(total_rows), amount=amount, shown=formats.number(lines.height)))
        return
    found = int(lines["amount_ore"].sum())
    said = AGREES if found == total_ore else DIFFERS
    paragraph(t(said, amount=formats.kronor(found, 2), other=formats.kronor(total_ore, 2)))


def line_table(lines: pl.DataFrame) -> None:
    """The lines, each with its supplier and contract a step away."""
    columns = [
        Column("on_day", HEADS["on_day"], "day"),
        Column("supplier", HEADS["supplier"], page="supplier", query={"id": "supplier_id"}),
        Column("amount_ore", HEADS["amount_ore"], "kr", decimals=2),
        Column("class_words", HEADS["class_words"]),
        Column("contract_number", HEADS["contract_number"], "code", page="contract", query={"id": "contract_id"}),
        Column("unit", HEADS["unit"]),
        Column("category", HEADS["category"]),
        Column("account", HEADS["account"]),
        Column("invoice_no", HEADS["invoice_no"], "code"),
        Column("file_name", HEADS["file_name"], "file"),
        Column("row", HEADS["row"], "number"),
    ]
    table(_in_words(lines), columns, t(LINES), limit=SHOWN)


def download(wanted: Wanted, total_rows: int) -> None:
    """A file of the lines, made when somebody asks for it."""
    edition, heads = st.session_state["edition"], {name: t(word) for name, word in HEADS.items()}
    names = {**words({k: w.name for k, w in LINE_CLASSES.items()}, language())}
    methods = words(MATCH_METHODS, language())

    def made() -> bytes:
        return csv_file(_with_names(lines_for_file(edition, wanted, IN_FILE), names, methods), heads)

    few = total_rows <= IN_FILE
    label = t(DOWNLOAD) if few else t(DOWNLOAD_PART, count=formats.number(IN_FILE))
    st.download_button(label, made, "fakturarader.csv", "text/csv", on_click="ignore")


def _in_words(lines: pl.DataFrame) -> pl.DataFrame:
    names = {letter: f"{letter}  {t(known.name)}" for letter, known in LINE_CLASSES.items()}
    return _with_names(lines, names, words(MATCH_METHODS, language()))


def _with_names(lines: pl.DataFrame, names: dict[str, str], methods: dict[str, str]) -> pl.DataFrame:
    return lines.with_columns(
        class_words=_replaced("line_class", names).fill_null(_replaced("spend_class", _spend_names())),
        method_words=_replaced("match_method", methods),
    )


def _spend_names() -> dict[str, str]:
    """What a line outside the measures is instead: it has no line class."""
    return {code: t(known.name) for code, known in SPEND_CLASSES.items()}


def _replaced(column: str, names: dict[str, str]) -> pl.Expr:
    return pl.col(column).replace_strict(names, default=None, return_dtype=pl.String)

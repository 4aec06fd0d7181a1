"""The list of decisions made by delegation, on the screen and as a file to report with."""

import polars as pl
import streamlit as st

from dashboard.export.csv_file import csv_file
from dashboard.language import t
from dashboard.layout import table
from dashboard.roles import ROLE_NAMES
from dashboard.table_html import Column
from dashboard.text import Text

LISTED = 200
TITLE = Text(sv="Delegationsbeslut", en="Delegated decisions")
KINDS = {
    "termination": Text(sv="Hävning av avtal", en="Termination for breach"),
    "penalty_charged": Text(sv="Vite tas ut", en="Penalty charged"),
    "penalty_waived": Text(sv="Vite tas inte ut", en="Penalty waived"),
    "extend": Text(sv="Förlängning av avtal", en="Extension of a contract"),
    "terminate": Text(sv="Uppsägning av avtal", en="Notice of a contract"),
    "reprocure": Text(sv="Ny upphandling", en="New procurement"),
}
DAY, KIND = Text(sv="Dag", en="Day"), Text(sv="Beslut", en="Decision")
SUPPLIER, CONTRACT = Text(sv="Leverantör", en="Supplier"), Text(sv="Avtal", en="Contract")
AMOUNT, WHO, ROLE = Text(sv="Belopp", en="Amount"), Text(sv="Beslutat av", en="Decided by"), Text(sv="Roll", en="Role")
NUMBER, COVER = Text(sv="Diarienummer", en="Registration number"), Text(sv="Delegation", en="Delegation")
MISSING = Text(sv="■ saknas", en="■ missing")
COVERED = {True: Text(sv="● finns", en="● there"), False: Text(sv="■ ingen passar", en="■ none fits")}
DOWNLOAD = Text(sv="Hämta som fil (CSV)", en="Get as a file (CSV)")
HEADS = {
    "decided_on": DAY,
    "kind_word": KIND,
    "supplier": SUPPLIER,
    "contract": CONTRACT,
    "amount_ore": AMOUNT,
    "name": WHO,
    "role_word": ROLE,
    "registration_number": NUMBER,
    "cover_word": COVER,
}


def decision_list(rows: pl.DataFrame, file_name: str) -> None:
    """The table, and the same as a file."""
    said = _with_words(rows)
    columns = (
        Column("decided_on", DAY, "day"),
        Column("kind_word", KIND, page="case", query={"id": "case_id"}),
        Column("supplier", SUPPLIER, page="supplier", query={"id": "supplier_id"}),
        Column("contract", CONTRACT, "code", page="contract", query={"id": "contract_id"}),
        Column("amount_ore", AMOUNT, "kr"),
        Column("name", WHO),
        Column("role_word", ROLE),
        Column("number_word", NUMBER, "code"),
        Column("cover_word", COVER),
    )
    table(said, columns, t(TITLE), LISTED)
    content = csv_file(said, {name: t(words) for name, words in HEADS.items()})
    st.download_button(t(DOWNLOAD), content, file_name, "text/csv", on_click="ignore")


def _with_words(rows: pl.DataFrame) -> pl.DataFrame:
    """The codes as words; a number that is missing says so."""
    roles = [t(ROLE_NAMES[role]) if role in ROLE_NAMES else None for role in rows["role"]]
    return rows.with_columns(
        pl.Series("kind_word", [t(KINDS[kind]) for kind in rows["kind"]], dtype=pl.String),
        pl.Series("role_word", roles, dtype=pl.String),
        pl.Series("cover_word", [t(COVERED[one]) for one in rows["is_covered"]], dtype=pl.String),
        number_word=pl.col("registration_number").fill_null(t(MISSING)),
    )

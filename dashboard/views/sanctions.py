"""Penalties and blocks as lists, for their own page, a case and a supplier: where each stands and what is next."""

from collections.abc import Callable
from datetime import date
from typing import Any

import polars as pl

from dashboard import formats
from dashboard.data import blocks as block_data
from dashboard.data import sanctions as data
from dashboard.data.edition import Edition
from dashboard.language import t
from dashboard.layout import empty, section, table
from dashboard.sanction_words import BLOCK_STATES, FORMAL, PENALTY_STATES
from dashboard.table_html import Column
from dashboard.text import Text
from dashboard.views.block_forms import request_form
from dashboard.views.penalty_forms import raise_form

LISTED = 100
BLOCK_KEY = "sparr"

PENALTIES = Text(sv="Viten", en="Penalties")
NO_PENALTIES = Text(sv="Inga viten.", en="No penalties.")
BLOCKS = Text(sv="Spärrar mot nya beställningar", en="Blocks on new orders")
BLOCKS_WHY = Text(
    sv="En spärr är vår egen och ingen rättslig åtgärd mot leverantören. Rader räknas från dagen efter att den lades.",
    en="A block is our own and no legal act towards the supplier. Lines count from the day after it was executed.",
)
NO_BLOCKS = Text(sv="Inga spärrar.", en="No blocks.")
FIRST_DAY = Text(sv="Från", en="From")
SUPPLIER = Text(sv="Leverantör", en="Supplier")
CONTRACT = Text(sv="Avtal", en="Contract")
STATE = Text(sv="Läge", en="State")
RIGHT = Text(sv="Rätt till", en="Entitled")
AMOUNT = Text(sv="Belopp", en="Amount")
LOST = Text(sv="Inte uttaget", en="Not taken")
NEXT = Text(sv="Nästa", en="Next")
NUMBER = Text(sv="Diarienummer", en="Registration number")
REQUESTED = Text(sv="Begärd", en="Requested")
EXECUTED = Text(sv="Lagd", en="Executed")
LIFTED = Text(sv="Hävd", en="Lifted")
LINES = Text(sv="Rader efter spärren", en="Lines after the block")
SUM = Text(sv="Summa", en="Sum")
ALL_ORDERS = Text(sv="Alla beställningar", en="All orders")

GOES_ON = Text(sv="Pågår. Räkna om när förseningen är slut", en="Goes on. Count again when the delay ends")
CLAIM = Text(sv="Kräv senast {day}", en="Claim by {day}")
LAPSED = Text(
    sv="Skulle ha krävts senast {day}. Kräv ändå, eller avstå med skäl",
    en="Should have been claimed by {day}. Claim it still, or waive it with reasons",
)
NEXT_WORDS = {
    "claimed": Text(sv="Besluta, eller avstå med skäl", en="Decide, or waive with reasons"),
    "decided": Text(sv="Fakturera", en="Invoice"),
    "invoiced": Text(sv="Invänta betalning", en="Await payment"),
    "received": Text(sv="Klart", en="Done"),
    "waived": Text(sv="Klart", en="Done"),
}
NO_NUMBER = Text(sv="diarienummer saknas", en="registration number missing")
NO_REASON = Text(sv="skäl saknas", en="reason missing")


def next_words(row: dict[str, Any]) -> str:
    """What is to be done with the penalty, and what it lacks."""
    if row["state"] == "entitled":
        words = GOES_ON if row["claim_by"] is None else LAPSED if row["is_lapsed"] else CLAIM
        return t(words, day=formats.day(row["claim_by"]))
    lacks = [
        t(word)
        for word, is_missing in (
            (NO_NUMBER, row["state"] in FORMAL and row["registration_number"] is None),
            (NO_REASON, row["state"] == "waived" and row["reason"] is None),
        )
        if is_missing
    ]
    return ": ".join([t(NEXT_WORDS[row["state"]]), *([", ".join(lacks)] if lacks else [])])


def penalty_table(rows: pl.DataFrame, caption: str, limit: int = LISTED) -> None:
    """The penalties, each with a link to its own part of the page."""
    shown = rows.head(limit)
    words = [(t(PENALTY_STATES[row["state"]]), next_words(row)) for row in shown.iter_rows(named=True)]
    shown = shown.with_columns(
        pl.Series("state_word", [state for state, _ in words], dtype=pl.String),
        pl.Series("next_word", [after for _, after in words], dtype=pl.String),
    )
    columns = (
        Column("from_on", FIRST_DAY, "day", page="penalties", query={"id": "id"}),
        Column("supplier", SUPPLIER, page="supplier", query={"id": "supplier_id"}),
        Column("contract", CONTRACT, "code", page="contract", query={"id": "contract_id"}),
        Column("state_word", STATE),
        Column("entitled_ore", RIGHT, "kr"),
        Column("amount_ore", AMOUNT, "kr"),
        Column("lost_ore", LOST, "kr"),
        Column("registration_number", NUMBER, "code"),
        Column("next_word", NEXT),
    )
    table(shown, columns, caption, limit, rows.height)


def block_table(rows: pl.DataFrame, caption: str, limit: int = LISTED) -> None:
    """The blocks, each with a link to its lines."""
    states = {code: t(word) for code, word in BLOCK_STATES.items()}
    shown = rows.head(limit).with_columns(
        pl.col("contract").fill_null(t(ALL_ORDERS)),
        state_word=pl.col("state").replace_strict(states, return_dtype=pl.String),
    )
    columns = (
        Column("requested_on", REQUESTED, "day", page="penalties", query={BLOCK_KEY: "id"}),
        Column("supplier", SUPPLIER, page="supplier", query={"id": "supplier_id"}),
        Column("contract", CONTRACT, page="contract", query={"id": "contract_id"}),
        Column("state_word", STATE),
        Column("executed_on", EXECUTED, "day"),
        Column("lifted_on", LIFTED, "day"),
        Column("lines", LINES, "number"),
        Column("amount_ore", SUM, "kr"),
    )
    table(shown, columns, caption, limit, rows.height)


def penalty_section(edition: Edition, today: date, **about: int | None) -> None:
    """The penalties of a case, a contract or a supplier (`case_id`, `contract_id`, `supplier_id`).

    Where a supplier and a contract are given there is a form for one more; what is not given does not narrow.
    """
    section(t(PENALTIES))
    _list(_of(data.penalties(edition, today), about), penalty_table, NO_PENALTIES)
    supplier_id, contract_id = about.get("supplier_id"), about.get("contract_id")
    if supplier_id is not None and contract_id is not None:
        raise_form(edition, today, supplier_id, contract_id, about.get("case_id"))


def block_section(edition: Edition, **about: int | None) -> None:
    """The blocks of a case, a contract or a supplier, and a form to ask for one where a supplier is given."""
    section(t(BLOCKS), t(BLOCKS_WHY))
    _list(_of(block_data.blocks(edition), about), block_table, NO_BLOCKS)
    supplier_id = about.get("supplier_id")
    if supplier_id is not None:
        request_form(supplier_id, about.get("contract_id"), about.get("case_id"))


def _of(rows: pl.DataFrame, about: dict[str, int | None]) -> pl.DataFrame:
    """Of a case only its own; else of the contract and the supplier said."""
    if about.get("case_id") is not None:
        return rows.filter(pl.col("case_id") == about["case_id"])
    said = {name: value for name, value in about.items() if value is not None}
    return rows.filter(*(pl.col(name) == value for name, value in said.items()))


def _list(rows: pl.DataFrame, draw: Callable[[pl.DataFrame, str], None], nothing: Text) -> None:
    if rows.is_empty():
        empty(t(nothing))
    else:
        draw(rows, t(PENALTIES) if draw is penalty_table else t(BLOCKS))

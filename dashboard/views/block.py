"""The parts of one block's page: its days, and the ledger lines dated while it was in force."""

from typing import Any

import polars as pl

from dashboard import formats
from dashboard.language import t
from dashboard.layout import facts, paragraph, section, table
from dashboard.sanction_words import BLOCK_STATES
from dashboard.table_html import Column
from dashboard.text import Text
from dashboard.views.penalties import AMOUNT, DAY, REASON
from dashboard.views.sanctions import ALL_ORDERS, CONTRACT, EXECUTED, LIFTED, REQUESTED, STATE, SUPPLIER

LISTED = 100
LINES = Text(sv="Rader daterade medan spärren gällde", en="Lines dated while the block was in force")
SUM_ONE = Text(sv="1 rad på {amount}.", en="1 line of {amount}.")
SUM_MANY = Text(sv="{count} rader, tillsammans {amount}.", en="{count} lines, {amount} in all.")
BY_ORDER = Text(sv="{count} räknas efter beställningsdagen.", en="{count} count by the day of the order.")
BY_POSTING = Text(
    sv="För {count} är beställningsdagen okänd. Då gäller bokföringsdagen, och beställningen kan vara äldre.",
    en="For {count} the day of the order is unknown. Then the posting day holds, and the order may be the older.",
)
NO_LINES = Text(
    sv="0 rader. Ingenting i reskontran är daterat efter spärren.",
    en="0 lines. Nothing in the ledger is dated after it.",
)
AFTER_ONE = Text(
    sv="En rad på {amount} är daterad efter att spärren lades {day}.",
    en="One line of {amount} is dated after the block was executed on {day}.",
)
AFTER = Text(
    sv="{count} rader på {amount} är daterade efter att spärren lades {day}.",
    en="{count} lines of {amount} are dated after the block was executed on {day}.",
)
NOT_IN_FORCE = Text(sv="Spärren har inte lagts, så inga rader jämförs.", en="The block was never executed: no lines.")
DAY_IS = Text(sv="Dagen är", en="The day is")
DAY_WORDS = {
    "ordered": Text(sv="Beställd", en="Ordered"),
    "posted": Text(sv="Bokförd", en="Posted"),
    "other": Text(sv="Annan dag", en="Another day"),
}
UNIT = Text(sv="Förvaltning", en="Department")
INVOICE = Text(sv="Faktura", en="Invoice")
ORDER = Text(sv="Order", en="Order")


def about_block(block: dict[str, Any], lines: pl.DataFrame) -> None:
    """The block's days, and the lines dated while it was in force with their sum."""
    facts(
        {
            t(SUPPLIER): block["supplier"],
            t(CONTRACT): block["contract"] or t(ALL_ORDERS),
            t(STATE): t(BLOCK_STATES[block["state"]]),
            t(REQUESTED): formats.day(block["requested_on"]),
            t(EXECUTED): formats.day(block["executed_on"]),
            t(LIFTED): formats.day(block["lifted_on"]),
            t(REASON): block["reason"],
        }
    )
    section(t(LINES), "" if lines.is_empty() else lines_sentence(lines))
    if lines.is_empty():
        paragraph(t(NOT_IN_FORCE if block["executed_on"] is None else NO_LINES))
    else:
        _line_table(lines)


def lines_sentence(lines: pl.DataFrame) -> str:
    """How many lines, their sum, and by which day they count."""
    ordered = lines.filter(pl.col("day_is") == "ordered").height
    others, amount = lines.height - ordered, formats.kronor(int(lines["amount_ore"].sum()), 2)
    said = [t(SUM_ONE if lines.height == 1 else SUM_MANY, count=formats.number(lines.height), amount=amount)]
    said += [t(BY_ORDER, count=formats.number(ordered))] if ordered else []
    said += [t(BY_POSTING, count=formats.number(others))] if others else []
    return " ".join(said)


def _line_table(lines: pl.DataFrame) -> None:
    words = {code: t(word) for code, word in DAY_WORDS.items()}
    shown = lines.with_columns(day_words=pl.col("day_is").replace_strict(words, return_dtype=pl.String))
    columns = (
        Column("day", DAY, "day"),
        Column("day_words", DAY_IS),
        Column("amount_ore", AMOUNT, "kr", decimals=2),
        Column("contract", CONTRACT, "code", page="contract", query={"id": "contract_id"}),
        Column("unit", UNIT),
        Column("order_ref", ORDER, "code"),
        Column("invoice_no", INVOICE, "code"),
    )
    table(shown, columns, t(LINES), LISTED)


def block_sentence(block: dict[str, Any]) -> str:
    """How much is dated after the block; empty where it was never in force."""
    if block["executed_on"] is None:
        return ""
    said = {"count": formats.number(block["lines"]), "amount": formats.kronor(block["amount_ore"])}
    words = NO_LINES if not block["lines"] else AFTER_ONE if block["lines"] == 1 else AFTER
    return t(words, day=formats.day(block["executed_on"]), **said)

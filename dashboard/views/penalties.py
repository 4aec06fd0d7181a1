"""The parts of the page of penalties and blocks: the one number, its years and suppliers, one penalty, one block."""

from typing import Any

import polars as pl

from dashboard import formats
from dashboard.charts.penalties_by_year import PARTS, build_penalties_by_year
from dashboard.data.sanctions import OnePenalty
from dashboard.language import language, t
from dashboard.layout import facts, link_to, page_url, paragraph, section, show, table, table_behind
from dashboard.rules.sanctions.penalty_ledger import lost_by
from dashboard.sanction_words import BLOCK_STATES, PENALTY_STATES
from dashboard.table_html import Column
from dashboard.text import Text
from dashboard.views.penalty_forms import clause_words
from dashboard.views.sanctions import (
    ALL_ORDERS,
    CONTRACT,
    EXECUTED,
    LIFTED,
    LOST,
    NUMBER,
    REQUESTED,
    RIGHT,
    STATE,
    SUPPLIER,
    next_words,
)

YEAR_KEY = "ar"
LISTED = 100

LOST_SENTENCE = Text(
    sv="Vi hade rätt till {lost} i viten som vi inte tog ut: {waived} avstod vi från, {not_claimed} krävde vi inte i "
    "tid och {reduced} sattes ned.",
    en="We had a right to {lost} in penalties we did not take: {waived} was waived, {not_claimed} was not claimed in "
    "time and {reduced} was reduced.",
)
NOTHING_LOST = Text(
    sv="Vi har inte låtit något vite vi hade rätt till gå förlorat.", en="No penalty we had a right to has been lost."
)
COMES = Text(
    sv="{received} är betalt och {under_way} är på väg.", en="{received} is received and {under_way} under way."
)
CHART = Text(sv="{lost} av {entitled} togs inte ut", en="{lost} of {entitled} was not taken")
BY_YEAR = Text(sv="Viten per år", en="Penalties by year")
BY_SUPPLIER = Text(sv="Inte uttaget per leverantör", en="Not taken by supplier")
YEAR = Text(sv="År", en="Year")
COUNT = Text(sv="Viten", en="Penalties")
HOW = Text(
    sv="Inte uttaget är det klausulen gav rätt till och vi avstod från, inte krävde inom avtalets tid (saknas en tid: "
    "{days} dagar efter sista förseningsdagen) eller satte ned. Det som är på väg räknas inte.",
    en="Not taken is what the clause gave a right to and we waived, did not claim within the contract's time (where it "
    "says none: {days} days after the last day late) or reduced. What is under way does not count.",
)
ARITHMETIC = Text(sv="Så räknades det", en="How it was counted")
CLAUSE = Text(sv="Klausul", en="Clause")
DAYS = Text(sv="Dagar", en="Days")
UNTIL = Text(sv="{first} till {last}", en="{first} to {last}")
GOES_ON = Text(sv="från {first}, pågår", en="from {first}, goes on")
NEXT = Text(sv="Nästa", en="Next")
CLAIM_BY = Text(sv="Kräv senast", en="Claim by")
TO_CASE = Text(sv="Till ärendet", en="To the case")
HISTORY = Text(sv="Vad som har hänt", en="What has happened")
DAY = Text(sv="Dag", en="Day")
AMOUNT = Text(sv="Belopp", en="Amount")
REASON = Text(sv="Skäl", en="Reason")
WHO = Text(sv="Vem", en="Who")
ONE = Text(sv="{state}: {amount}. {next}.", en="{state}: {amount}. {next}.")
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


def sentence(rows: pl.DataFrame) -> str:
    """The one number and what it is made of; then what has come and what may."""
    totals = {name: int(rows[name].sum()) for name in (*PARTS, "lost_ore")}
    said = {name.removesuffix("_ore"): formats.kronor(ore) for name, ore in totals.items()}
    first = t(LOST_SENTENCE, **said) if totals["lost_ore"] else t(NOTHING_LOST)
    return f"{first} {t(COMES, **said)}"


def by_year(rows: pl.DataFrame) -> None:
    """The parts of each year as bars, and as a table."""
    years = lost_by(rows, "year")
    lost, right = int(years["lost_ore"].sum()), int(years["entitled_ore"].sum())
    title = t(CHART, lost=formats.short_kronor(lost), entitled=formats.short_kronor(right))
    show(build_penalties_by_year(years, language(), title, _year_url), "penalties_by_year")
    heads = [Column(name, words, "kr") for name, (words, _) in PARTS.items()]
    columns = [Column("year", YEAR, "code", page="penalties", query={YEAR_KEY: "year"}), Column("n", COUNT, "number")]
    table_behind(
        years, [*columns, Column("entitled_ore", RIGHT, "kr"), *heads, Column("lost_ore", LOST, "kr")], t(BY_YEAR)
    )


def _year_url(year: int) -> str:
    return page_url("penalties", **{YEAR_KEY: year})


def by_supplier(rows: pl.DataFrame, usual_days: int) -> None:
    """Each supplier's right and what was not taken of it; the greatest loss first."""
    section(t(BY_SUPPLIER), t(HOW, days=formats.number(usual_days)))
    found = lost_by(rows, "supplier_id", "supplier").sort("lost_ore", "entitled_ore", descending=True)
    columns = (
        Column("supplier", SUPPLIER, page="supplier", query={"id": "supplier_id"}),
        Column("n", COUNT, "number"),
        Column("entitled_ore", RIGHT, "kr"),
        Column("lost_ore", LOST, "kr"),
    )
    table(found, columns, t(BY_SUPPLIER), 15)


def penalty_sentence(row: dict[str, Any]) -> str:
    """Where the penalty stands and what is next."""
    return t(ONE, state=t(PENALTY_STATES[row["state"]]), amount=formats.kronor(row["amount_ore"]), next=next_words(row))


def about_penalty(one: OnePenalty) -> None:
    """The terms, the arithmetic and the whole history."""
    row: dict[str, Any] = one.row
    first, last = formats.day(row["from_on"]), row["to_on"]
    is_single = last is None and row["claim_by"] is not None
    days = first if is_single else t(GOES_ON, first=first) if last is None else t(UNTIL, first=first, last=last)
    facts(
        {
            t(CONTRACT): row["contract"],
            t(CLAUSE): clause_words(one.clause),
            t(DAYS): days,
            t(ARITHMETIC): row["arithmetic"],
            t(RIGHT): formats.kronor(row["entitled_ore"]),
            t(LOST): formats.kronor(row["lost_ore"]),
            t(CLAIM_BY): formats.day(row["claim_by"]),
            t(NUMBER): row["registration_number"] or formats.NONE,
        }
    )
    link_to("supplier", str(row["supplier"]), id=row["supplier_id"])
    if row["case_id"] is not None:
        link_to("case", t(TO_CASE), id=row["case_id"])
    section(t(HISTORY))
    states = {code: t(word) for code, word in PENALTY_STATES.items()}
    events = one.events.with_columns(state_word=pl.col("state").replace_strict(states, return_dtype=pl.String))
    columns = (
        Column("happened_on", DAY, "day"),
        Column("state_word", STATE),
        Column("amount_ore", AMOUNT, "kr"),
        Column("reason", REASON),
        Column("registration_number", NUMBER, "code"),
        Column("who", WHO),
    )
    table(events, columns, t(HISTORY))


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

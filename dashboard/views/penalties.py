"""The parts of the page of penalties and blocks: the one number, its years and suppliers, one penalty, one block."""

from typing import Any

import polars as pl

from dashboard import formats
from dashboard.charts.penalties_by_year import PARTS, build_penalties_by_year
from dashboard.data.sanctions import OnePenalty
from dashboard.language import language, t
from dashboard.layout import facts, link_to, page_url, section, show, table, table_behind
from dashboard.rules.sanctions.penalty_ledger import lost_by
from dashboard.sanction_words import PENALTY_STATES
from dashboard.table_html import Column
from dashboard.text import Text
from dashboard.views.penalty_clause_form import clause_words
from dashboard.views.sanctions import (
    CONTRACT,
    LOST,
    NUMBER,
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

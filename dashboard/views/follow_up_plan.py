"""The parts of the page of the follow-up plan: its sentence, the months ahead, what is chosen, and the list."""

from dataclasses import dataclass
from datetime import date

import polars as pl
import streamlit as st

from dashboard import formats
from dashboard.charts.follow_up_by_class import class_name
from dashboard.charts.follow_up_plan import build_follow_up_plan, month_name
from dashboard.data.follow_up_plan import OVERDUE, months_ahead
from dashboard.language import language, t
from dashboard.layout import choice, empty, page_url, section, show, table, table_behind
from dashboard.month_words import month_in_words
from dashboard.register_words import METHODS, words
from dashboard.table_html import Column
from dashboard.text import Text
from dashboard.views import follow_up as words_of
from dashboard.views.follow_up import CLASS_KEY, CONTROLLER_KEY, NOBODY
from dashboard.views.follow_up_states import states_in_words
from dashboard.views.in_address import choose_in_address

MONTH_KEY, LATE = "manad", "forsenade"
ALL = "alla"
LISTED = 100
SENTENCE = Text(
    sv="De kommande tolv månaderna är {planned} uppföljningar planerade. {overdue} är försenade.",
    en="{planned} follow-ups are planned in the next twelve months. {overdue} are overdue.",
)
ENDS = Text(sv=" Efter {month} är inget planerat.", en=" Nothing is planned after {month}.")
CAPTION = Text(sv="Uppföljningar per riskklass och månad", en="Follow-ups by risk class and month")
PLAN = Text(sv="Planerade uppföljningar", en="Planned follow-ups")
MONTH = Text(sv="Månad", en="Month")
EVERY_MONTH = Text(sv="Alla månader och försenade", en="All months and overdue")
EVERYBODY = Text(sv="Alla", en="All")
NOTHING = Text(sv="Inga uppföljningar är planerade i urvalet.", en="No follow-ups are planned in the selection.")
SHOW_ALL = Text(sv="Visa hela planen", en="Show the whole plan")
CLASSES = {ALL: words_of.ALL} | {str(one): Text(sv=str(one), en=str(one)) for one in (4, 3, 2, 1)}


@dataclass(frozen=True)
class Asked:
    """What the address asks for: a class, a month (0: overdue) and a controller; None means all."""

    risk_class: str | None
    month: int | None
    controller: str | None

    def of(self, rows: pl.DataFrame) -> pl.DataFrame:
        """The rows that fit."""
        wanted = []
        if self.risk_class is not None:
            one = pl.col("risk_class")
            wanted.append(one.is_null() if self.risk_class == NOBODY else one == int(self.risk_class))
        if self.month is not None:
            wanted.append(pl.col("month") == self.month)
        if self.controller is not None:
            name = pl.col("controller")
            wanted.append(name.is_null() if self.controller == NOBODY else name == self.controller)
        return rows.filter(*wanted)


def sentence(rows: pl.DataFrame, today: date) -> str:
    """How much is planned, how much is overdue, and from when nothing is planned."""
    ahead = rows.filter(pl.col("month") != OVERDUE)
    counts = {"planned": formats.number(ahead.height), "overdue": formats.number(rows.height - ahead.height)}
    last = ahead["month"].max()
    is_short = isinstance(last, int) and last < months_ahead(today)[-1]
    return t(SENTENCE, **counts) + (t(ENDS, month=month_in_words(int(str(last)), language())) if is_short else "")


def months(counts: pl.DataFrame) -> None:
    """Classes by months as a picture, and the same as a table; both lead to the list of what they count."""
    show(build_follow_up_plan(counts, language(), _url), "follow_up_plan")
    every = counts["month"].unique(maintain_order=True).to_list()
    wide = counts.pivot(on="month", index="risk_class", values="count", maintain_order=True)
    named = wide.with_columns(
        pl.Series("name", [class_name(one, language()) for one in wide["risk_class"]], dtype=pl.String),
        pl.col("risk_class").cast(pl.String).fill_null(NOBODY).alias("code"),
        *(pl.lit(_month_code(one)).alias(f"of_{one}") for one in every),
    )
    heads = [
        Column(
            str(one),
            _same(month_name(one, language())),
            "number",
            page="follow_up_plan",
            query={CLASS_KEY: "code", MONTH_KEY: f"of_{one}"},
        )
        for one in every
    ]
    table_behind(named, [Column("name", words_of.CLASS), *heads], t(CAPTION))


def _url(risk_class: int | None, month: int) -> str:
    return page_url("follow_up_plan", **{CLASS_KEY: risk_class or NOBODY, MONTH_KEY: _month_code(month)})


def _month_code(month: int) -> str:
    return str(month) if month else LATE


def _same(words: str) -> Text:
    return Text(sv=words, en=words)


def asked(rows: pl.DataFrame, today: date) -> Asked:
    """Draws what can be chosen, and gives what is."""
    section(t(PLAN))
    risk_class = choice(words_of.CLASS, CLASS_KEY, CLASSES | {NOBODY: words_of.WITHOUT}, default=ALL)
    months = {ALL: t(EVERY_MONTH), LATE: t(words_of.OVERDUE)}
    months |= {str(one): formats.period(one, language()) for one in months_ahead(today)}
    names = sorted(rows["controller"].drop_nulls().unique(), key=str.casefold)
    people = {ALL: t(EVERYBODY), **{name: name for name in names}, NOBODY: t(words_of.NO_CONTROLLER)}
    left, right, _ = st.columns((1, 1, 1))
    with left:
        month = choose_in_address("follow_up_plan", MONTH_KEY, t(MONTH), months, ALL)
    with right:
        controller = choose_in_address("follow_up_plan", CONTROLLER_KEY, t(words_of.CONTROLLER), people, ALL)
    return Asked(
        None if risk_class == ALL else risk_class,
        None if month == ALL else OVERDUE if month == LATE else int(month),
        None if controller == ALL else controller,
    )


def plan_list(rows: pl.DataFrame, today: date) -> None:
    """The follow-ups, each with its contract a step away."""
    if rows.is_empty():
        empty(t(NOTHING), t(SHOW_ALL), page_url("follow_up_plan"))
        return
    first = rows.head(LISTED)
    shown = first.with_columns(
        states_in_words(first, today, t(words_of.OVERDUE_STATE)),
        pl.col("method").replace_strict(words(METHODS, language())),
        pl.col("controller").fill_null(t(words_of.NO_CONTROLLER)),
    )
    table(
        shown,
        [
            Column("planned_on", words_of.DAY, "day"),
            Column("state_words", words_of.STATE, "html"),
            Column("number", words_of.CONTRACT, "code", page="contract", query={"id": "row_id"}),
            Column("title", words_of.TITLE),
            Column("supplier_name", words_of.SUPPLIER),
            Column("risk_class", words_of.CLASS, "number"),
            Column("method", words_of.METHOD),
            Column("controller", words_of.CONTROLLER),
        ],
        t(PLAN),
        LISTED,
        rows.height,
    )

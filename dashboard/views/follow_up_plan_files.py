"""The follow-up plan as files: a table for a spreadsheet, and a paper. Made when somebody asks for them."""

from datetime import date

import polars as pl
import streamlit as st

from dashboard import evidence_words, formats, session
from dashboard.charts.theme import BLUE
from dashboard.data.edition import Edition
from dashboard.export.csv_file import csv_file
from dashboard.export.docx import docx_file
from dashboard.export.paper import Paper, Section, Sheet
from dashboard.follow_up_words import CLASS_WORD, NO_CLASS, STATES
from dashboard.language import language, t
from dashboard.register_words import METHODS, words
from dashboard.text import Text
from dashboard.views import follow_up as words_of
from dashboard.views.follow_up_plan import EVERY_MONTH, MONTH, PLAN, Asked

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
AS_CSV = Text(sv="Hämta planen som fil (CSV)", en="Get the plan as a file (CSV)")
AS_WORD = Text(sv="Hämta planen som Word", en="Get the plan as Word")
FILE = Text(sv="uppfoljningsplan", en="follow-up-plan")
TITLE = Text(sv="Uppföljningsplan", en="Follow-up plan")
SUBTITLE = Text(sv="Tolv månader från {day}", en="Twelve months from {day}")
NOTICE = Text(
    sv="Planen ändras på avtalens sidor. Det här är läget den dag som anges.",
    en="The plan is changed on the contracts' pages. This is how it stood on the day given.",
)
DAY, CHOSEN, SOURCE = Text(sv="Läget per", en="As of"), Text(sv="Urval", en="Selection"), Text(sv="Källa", en="Source")
FROM = Text(sv="Luleå Way, dataversion {edition}", en="Luleå Way, data edition {edition}")
NOTHING = Text(sv="Inget i urvalet.", en="Nothing in the selection.")
WIDTHS = {
    "planned_on": 2.1,
    "state_word": 2.1,
    "number": 2.6,
    "title": 3.6,
    "supplier_name": 3,
    "risk_class": 1.4,
    "method": 3,
    "controller": 2.6,
}
HEADS = {
    "planned_on": words_of.DAY,
    "state_word": words_of.STATE,
    "number": words_of.CONTRACT,
    "title": words_of.TITLE,
    "supplier_name": words_of.SUPPLIER,
    "risk_class": words_of.CLASS,
    "method": words_of.METHOD,
    "controller": words_of.CONTROLLER,
}


def downloads(rows: pl.DataFrame, asked: Asked, sentence: str, edition: Edition, today: date) -> None:
    """The two buttons. What they make is what is listed, with the day, the source and the selection in words."""
    heads = {name: t(word) for name, word in HEADS.items()}
    said, name = in_words(rows), f"{t(FILE)}-{formats.day(today)}"
    paper = plan_paper(said, asked, sentence, edition, today)
    about = {t(DAY): formats.day(today), t(CHOSEN): paper.facts[t(CHOSEN)], t(SOURCE): paper.facts[t(SOURCE)]}
    told = said.with_columns(pl.lit(value).alias(label) for label, value in about.items())
    left, right, _ = st.columns((1, 1, 2))
    with left:
        st.download_button(
            t(AS_CSV),
            lambda: csv_file(told, heads | {label: label for label in about}),
            f"{name}.csv",
            "text/csv",
            on_click="ignore",
        )
    with right:
        st.download_button(t(AS_WORD), lambda: docx_file(paper), f"{name}.docx", DOCX, on_click="ignore")


def in_words(rows: pl.DataFrame) -> pl.DataFrame:
    """The codes as words; `state_word` tells what is overdue from what is not done."""
    states = {code: t(word) for code, (_, word) in STATES.items()} | {"not_done": t(words_of.OVERDUE_STATE)}
    return rows.with_columns(
        pl.col("state").replace_strict(states, return_dtype=pl.String).alias("state_word"),
        pl.col("method").replace_strict(words(METHODS, language()), return_dtype=pl.String),
        pl.col("controller").fill_null(t(words_of.NO_CONTROLLER)),
    )


def plan_paper(said: pl.DataFrame, asked: Asked, sentence: str, edition: Edition, today: date) -> Paper:
    """The plan as a paper in this visitor's language."""
    sheet = Sheet(t(FILE), said.select(*HEADS), {name: t(word) for name, word in HEADS.items()}, (*WIDTHS.values(),))
    day = formats.day(today)
    return Paper(
        title=t(TITLE),
        subtitle=t(SUBTITLE, day=day),
        notice=t(NOTICE),
        facts={
            t(DAY): day,
            t(CHOSEN): selection(asked),
            t(SOURCE): t(FROM, edition=edition.number),
        },
        state=sentence,
        colour=BLUE,
        sections=(Section(t(PLAN), (), sheet, t(NOTHING)),),
        footer=t(evidence_words.FOOTER, day=day, edition=edition.number, path="/uppfoljningsplan"),
        page=evidence_words.PAGE.in_language(language()),
        language=language(),
        day=today,
    )


def selection(asked: Asked) -> str:
    """What is chosen at the side and on the page, in words."""
    month = t(EVERY_MONTH)
    if asked.month is not None:
        month = formats.period(asked.month, language()) if asked.month else t(words_of.OVERDUE)
    said = [session.filters_in_words(has_period=False), f"{t(MONTH)}: {month.lower()}"]
    if asked.risk_class is not None:
        is_none = asked.risk_class == words_of.NOBODY
        said.append(t(NO_CLASS) if is_none else t(CLASS_WORD, number=asked.risk_class))
    if asked.controller is not None:
        is_none = asked.controller == words_of.NOBODY
        said.append(f"{t(words_of.CONTROLLER)}: {t(words_of.NO_CONTROLLER) if is_none else asked.controller}")
    return " · ".join(one for one in said if one)

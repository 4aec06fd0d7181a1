"""The procurement plan and a project plan as files: a table for a spreadsheet, and a paper. Made when asked for."""

from collections.abc import Mapping
from datetime import date

import polars as pl
import streamlit as st

from dashboard import evidence_words, formats, session
from dashboard.charts.theme import BLUE
from dashboard.data.edition import Edition
from dashboard.data.project_plans import Project
from dashboard.data.registers import names
from dashboard.export.csv_file import csv_file
from dashboard.export.docx import docx_file
from dashboard.export.paper import Paper, Section, Sheet
from dashboard.language import language, t
from dashboard.plan_words import COMPLEXITIES, PROCEDURES, RISKS, WARNINGS
from dashboard.text import Text
from dashboard.views import plan_forms as form_words
from dashboard.views import procurement_plan as plan
from dashboard.views import project_plan as project

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
AS_CSV = Text(sv="Hämta planen som fil (CSV)", en="Get the plan as a file (CSV)")
AS_WORD = Text(sv="Hämta planen som Word", en="Get the plan as Word")
PLAN_FILE = Text(sv="upphandlingsplan", en="procurement-plan")
PROJECT_FILE = Text(sv="projektplan", en="project-plan")
PLAN_TITLE = Text(sv="Upphandlingsplan", en="Procurement plan")
PROJECT_TITLE = Text(sv="Projektplan", en="Project plan")
TWO_YEARS = Text(sv="24 månader från {day}", en="24 months from {day}")
NOTICE = Text(
    sv="Planen ändras i Luleå Way. Det här är läget den dag som anges.",
    en="The plan is changed in Luleå Way. This is how it stood on the day given.",
)
DAY, CHOSEN, SOURCE = Text(sv="Läget per", en="As of"), Text(sv="Urval", en="Selection"), Text(sv="Källa", en="Source")
FROM = Text(sv="Luleå Way, dataversion {edition}", en="Luleå Way, data edition {edition}")
SEARCHED = Text(sv="Sökt på: {query}", en="Searched for: {query}")
LATE = Text(sv="Dagar försenad", en="Days late")
QUARTER_HEAD = Text(sv="Startar", en="Starts")
QUARTER = Text(sv="{year} kvartal {quarter}", en="{year} quarter {quarter}")
NO_QUARTER = Text(sv="Utan känd start", en="Without a known start")
IN_WORD: Mapping[str, tuple[Text, float]] = {
    "title": (plan.LINE, 4.2),
    "number": (plan.CONTRACT, 2.3),
    "source_word": (plan.FROM_WHERE, 1.9),
    "start_on": (plan.START, 1.9),
    "publish_on": (plan.PUBLISH, 1.9),
    "sign_on": (plan.SIGN, 1.9),
    "needed_on": (plan.NEEDED, 1.9),
    "state_word": (plan.STATE, 1.9),
}
IN_CSV: Mapping[str, Text] = {
    "quarter": QUARTER_HEAD,
    **{name: head for name, (head, _) in IN_WORD.items()},
    "late_days": LATE,
    "hours": plan.HOURS,
    "value_ore": project.VALUE,
    "procedure": project.PROCEDURE,
    "complexity": project.COMPLEXITY,
    "review_risk": project.RISK,
    "unit": form_words.UNIT,
    "category": form_words.CATEGORY,
}
MILESTONES: Mapping[str, tuple[Text, float]] = {
    "zone": (project.ZONE, 4.5),
    "milestone": (project.MILESTONE, 3.5),
    "due_on": (project.DUE, 2.2),
    "planned_on": (project.PLANNED, 2.2),
    "done_on": (project.DONE, 2.2),
    "state_word": (project.STATE, 2.2),
}
STAGES: Mapping[str, tuple[Text, float]] = {
    "stage_word": (project.STAGE, 4.5),
    "entered_on": (project.ENTERED, 2.2),
    "left_on": (project.LEFT, 2.2),
    "days": (project.DAYS, 1.8),
    "due_on": (project.LEAVE_BY, 2.2),
    "late_days": (project.LATE_DAYS, 2.2),
}


def plan_downloads(rows: pl.DataFrame, asked: plan.Asked, sentence: str, edition: Edition, today: date) -> None:
    """The lines listed, with the day, the source and what is chosen in words."""
    said = _in_words(rows, edition)
    paper = plan_paper(said, asked, sentence, edition, today)
    _buttons(said, {name: t(word) for name, word in IN_CSV.items()}, paper, f"{t(PLAN_FILE)}-{formats.day(today)}")


def project_downloads(one: Project, sentence: str, edition: Edition, today: date) -> None:
    """The milestones, and in the paper the stages and what the line says too; nothing where there are none."""
    if not one.found:
        return
    paper = project_paper(one, sentence, edition, today)
    heads = {name: t(word) for name, (word, _) in MILESTONES.items()}
    name = f"{t(PROJECT_FILE)}-{one.line['number'] or one.line['item_id']}-{formats.day(today)}".replace("/", "-")
    _buttons(project.milestone_rows(one), heads, paper, name.replace(" ", "-"))


def _buttons(rows: pl.DataFrame, heads: Mapping[str, str], paper: Paper, name: str) -> None:
    """Two buttons; the files are made when they are pressed. In the table each row says what the paper does above."""
    about = {label: paper.facts[label] for label in (t(DAY), t(CHOSEN), t(SOURCE)) if label in paper.facts}
    told = rows.with_columns(pl.lit(value).alias(label) for label, value in about.items())
    every = {**heads, **{label: label for label in about}}
    left, right, _ = st.columns((1, 1, 2))
    with left:
        st.download_button(t(AS_CSV), lambda: csv_file(told, every), f"{name}.csv", "text/csv", on_click="ignore")
    with right:
        st.download_button(t(AS_WORD), lambda: docx_file(paper), f"{name}.docx", DOCX, on_click="ignore")


def _in_words(rows: pl.DataFrame, edition: Edition) -> pl.DataFrame:
    """The codes and ids as words."""
    coded = {"procedure": PROCEDURES, "complexity": COMPLEXITIES, "review_risk": RISKS}
    named = {"unit": ("unit_id", names(edition, "unit")), "category": ("category_id", names(edition, "category"))}
    return rows.with_columns(
        *plan.in_words(),
        pl.Series("quarter", [_quarter(day) for day in rows["start_on"]], dtype=pl.String),
        *(
            pl.col(column).replace_strict({code: t(word) for code, word in words.items()}, default=None)
            for column, words in coded.items()
        ),
        **{
            name: pl.col(column).replace_strict(known, default=None, return_dtype=pl.String)
            for name, (column, known) in named.items()
        },
    )


def _quarter(start_on: date | None) -> str:
    """The quarter it starts in."""
    if start_on is None:
        return t(NO_QUARTER)
    return t(QUARTER, year=start_on.year, quarter=(start_on.month + 2) // 3)


def plan_paper(said: pl.DataFrame, asked: plan.Asked, sentence: str, edition: Edition, today: date) -> Paper:
    """The procurement plan as a paper in this visitor's language, a part a quarter; `said` has IN_WORD's columns."""
    day = formats.day(today)
    parts = said.partition_by("quarter", maintain_order=True, as_dict=True)
    listed = tuple(Section(str(name), (), _sheet(t(PLAN_FILE), rows, IN_WORD)) for (name,), rows in parts.items())
    facts = {t(DAY): day, t(CHOSEN): selection(asked), t(SOURCE): t(FROM, edition=edition.number)}
    subtitle = t(TWO_YEARS, day=day)
    return _paper(t(PLAN_TITLE), subtitle, facts, sentence, listed, "/upphandlingsplan", edition, today)


def project_paper(one: Project, sentence: str, edition: Edition, today: date) -> Paper:
    """The project plan as a paper in this visitor's language."""
    facts = {
        t(DAY): formats.day(today),
        t(SOURCE): t(FROM, edition=edition.number),
        **project.known_facts(edition, one),
    }
    warned = tuple(t(WARNINGS[code]) for code in one.warnings)
    sheets = [Section(t(project.TABLE), warned, _sheet(t(PROJECT_FILE), project.milestone_rows(one), MILESTONES))]
    if one.item is not None:
        stages = _sheet("stages", project.stage_rows(one), STAGES)
        sheets.append(Section(t(project.STAGE_TITLE), (), stages, t(project.NOT_BEGUN)))
    title = str(one.line["title"])
    query = f"avtal={one.line['contract_id']}" if one.item is None else f"id={one.line['item_id']}"
    return _paper(t(PROJECT_TITLE), title, facts, sentence, tuple(sheets), f"/projektplan?{query}", edition, today)


def _sheet(file: str, rows: pl.DataFrame, heads: Mapping[str, tuple[Text, float]]) -> Sheet:
    words = {name: t(word) for name, (word, _) in heads.items()}
    return Sheet(file, rows.select(*heads), words, tuple(width for _, width in heads.values()))


def _paper(
    title: str,
    subtitle: str,
    facts: Mapping[str, str],
    state: str,
    sections: tuple[Section, ...],
    path: str,
    edition: Edition,
    today: date,
) -> Paper:
    return Paper(
        title=title,
        subtitle=subtitle,
        notice=t(NOTICE),
        facts=facts,
        state=state,
        colour=BLUE,
        sections=sections,
        footer=t(evidence_words.FOOTER, day=formats.day(today), edition=edition.number, path=path),
        page=evidence_words.PAGE.in_language(language()),
        language=language(),
        day=today,
    )


def selection(asked: plan.Asked) -> str:
    """What is chosen at the side and on the page, in words."""
    said = [session.filters_in_words(has_period=False), f"{t(plan.SHOW)}: {t(plan.KINDS[asked.kind]).lower()}"]
    said.append(f"{t(plan.FROM_WHERE)}: {t(plan.FROM[asked.source]).lower()}")
    if asked.query:
        said.append(t(SEARCHED, query=asked.query))
    return " · ".join(one for one in said if one)

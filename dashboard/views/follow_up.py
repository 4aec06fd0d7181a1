"""The parts of the page of follow-up: its sentence, planned against done, the work list, and what is not prepared."""

from datetime import date

import polars as pl

from dashboard import formats
from dashboard.charts.follow_up_by_class import build_follow_up_by_class, class_name
from dashboard.data.overview import Measured
from dashboard.follow_up_words import STATES
from dashboard.language import language, t
from dashboard.layout import choice, empty, page_url, section, show, table, table_behind
from dashboard.metric_words import value_words
from dashboard.register_words import METHODS, words
from dashboard.rules.follow_up.outcome import counted
from dashboard.table_html import Column
from dashboard.text import Text
from dashboard.views.follow_up_states import states_in_words

CLASS_KEY, CONTROLLER_KEY, WHEN_KEY = "klass", "controller", "nar"
NOBODY = "ingen"
LISTED = 50

SENTENCE = Text(
    sv="Av {planned} uppföljningar som skulle vara gjorda är {done} gjorda i tid, {late} gjorda sent och {missed} inte "
    "gjorda.",
    en="Of {planned} follow-ups that should be done {done} are done in time, {late} late and {missed} not at all.",
)
NOTHING_PLANNED = Text(
    sv="Inga uppföljningar var planerade i urvalet.", en="No follow-ups were planned in the selection."
)
RATE = Text(
    sv="{value} av avtalen som ska följas upp är uppföljda med underlag de senaste tolv månaderna.",
    en="{value} of the contracts that shall be followed up were, with evidence, in the last twelve months.",
)
CLASS = Text(sv="Riskklass", en="Risk class")
PLANNED = Text(sv="Planerade", en="Planned")
CAPTION = Text(sv="Planerade och gjorda uppföljningar per riskklass", en="Planned and done by risk class")
WORK_LIST = Text(sv="Att göra", en="To do")
WORK_WHY = Text(
    sv="Försenade uppföljningar från det senaste året och de som ska göras de närmaste sextio dagarna. "
    "En uppföljning är försenad när den inte är gjord med underlag inom {days} dagar från planerad dag.",
    en="Overdue follow-ups of the last year and those of the next sixty days. One is overdue when it is not done with "
    "evidence within {days} days of the planned day.",
)
NOTHING_TO_DO = Text(sv="Inget att göra i urvalet.", en="Nothing to do in the selection.")
ALL = Text(sv="Alla", en="All")
OVERDUE = Text(sv="Försenade", en="Overdue")
SOON = Text(sv="Inom sextio dagar", en="Within sixty days")
WHEN = Text(sv="Visa", en="Show")
WHEN_CHOICES = {"alla": ALL, "sena": OVERDUE, "snart": SOON}
WITHOUT = Text(sv="Utan", en="None")
CONTRACT = Text(sv="Avtal", en="Contract")
TITLE = Text(sv="Rubrik", en="Title")
SUPPLIER = Text(sv="Leverantör", en="Supplier")
METHOD = Text(sv="Metod", en="Method")
DAY = Text(sv="Planerad", en="Planned")
STATE = Text(sv="Läge", en="State")
OVERDUE_STATE = Text(sv="Försenad", en="Overdue")
CONTROLLER = Text(sv="Avtalscontroller", en="Contract controller")
NO_CONTROLLER = Text(sv="Ingen utpekad", en="Nobody named")
BY_CONTROLLER = Text(sv="Arbetslistan per avtalscontroller", en="The work list by contract controller")
BY_CONTROLLER_WHY = Text(
    sv="Listan är till för att fördela arbetet. Den visar bara vad som återstår, i bokstavsordning: andelar och "
    "jämförelser mellan enskilda medarbetare görs inte.",
    en="The list is for sharing out the work. It shows only what is left, in alphabetical order: shares of or "
    "comparisons between individuals are not made.",
)
SHOW_ALL = Text(sv="Visa allas arbetslista", en="Show everybody's work list")
ONE_CONTROLLER = Text(sv="Visar bara: {name}.", en="Showing only: {name}.")
UNPREPARED = Text(sv="Avtal utan riskklass eller plan", en="Contracts without a risk class or a plan")
UNPREPARED_WHY = Text(
    sv="Avtal utan riskklass: {no_class}. Avtal utan planerad uppföljning de närmaste tolv månaderna: {no_plan}.",
    en="Contracts without a risk class: {no_class}. Contracts without a follow-up planned in the next twelve months: "
    "{no_plan}.",
)
ALL_PREPARED = Text(
    sv="Alla avtal i urvalet har riskklass och plan.", en="Every contract in the selection has a class and a plan."
)
HAS_PLAN = Text(sv="Har plan", en="Has a plan")
YES, NO = Text(sv="Ja", en="Yes"), Text(sv="Nej", en="No")


def sentence(rows: pl.DataFrame, rate: Measured) -> str:
    """How many are done, late and not done, and the share of contracts followed up."""
    counts = {state: rows.filter(pl.col("state") == state).height for state in STATES}
    due = counts["done"] + counts["late"] + counts["not_done"]
    numbers = {"done": counts["done"], "late": counts["late"], "missed": counts["not_done"], "planned": due}
    first = (
        t(SENTENCE, **{name: formats.number(count) for name, count in numbers.items()}) if due else t(NOTHING_PLANNED)
    )
    if rate.row["value"] is None:
        return first
    return f"{first} {t(RATE, value=value_words(rate.metric, rate.row['value'], language()))}"


def by_class(rows: pl.DataFrame) -> None:
    """Planned against done in each risk class, as bars and as a table."""
    counts = counted(rows, "risk_class")
    if counts.filter(pl.col("planned") > 0).is_empty():
        return
    show(build_follow_up_by_class(counts, language(), _class_url), "follow_up_by_class")
    shown = counts.with_columns(name=_class_names(counts))
    heads = {state: Column(state, STATES[state][1], "number") for state in ("done", "late", "not_done", "coming")}
    table_behind(shown, [Column("name", CLASS), Column("planned", PLANNED, "number"), *heads.values()], t(CAPTION))


def _class_url(risk_class: int | None) -> str:
    return page_url("follow_up", **{CLASS_KEY: risk_class or NOBODY})


def _class_names(rows: pl.DataFrame) -> pl.Series:
    return pl.Series("name", [class_name(one, language()) for one in rows["risk_class"]], dtype=pl.String)


def work_list(rows: pl.DataFrame, controller: str, tolerance_days: float, today: date) -> None:
    """What is to be done, of the class and the controller chosen in the address."""
    section(t(WORK_LIST), t(WORK_WHY, days=formats.number(tolerance_days)))
    numbers = {str(one): Text(sv=str(one), en=str(one)) for one in (4, 3, 2, 1)}
    when = choice(WHEN, WHEN_KEY, WHEN_CHOICES, default="alla")
    asked = choice(CLASS, CLASS_KEY, {"alla": ALL, **numbers, NOBODY: WITHOUT}, default="alla")
    if controller:
        name = t(NO_CONTROLLER) if controller == NOBODY else controller
        empty(t(ONE_CONTROLLER, name=name), t(SHOW_ALL), page_url("follow_up"))
    shown = _of_controller(_of_class(_of_time(rows, when), asked), controller)
    if shown.is_empty():
        empty(t(NOTHING_TO_DO))
        return
    table(_with_words(shown.head(LISTED), today), _columns(), t(WORK_LIST), LISTED, shown.height)


def _of_time(rows: pl.DataFrame, when: str) -> pl.DataFrame:
    if when == "alla":
        return rows
    return rows.filter(pl.col("state") == ("not_done" if when == "sena" else "coming"))


def _of_class(rows: pl.DataFrame, asked: str) -> pl.DataFrame:
    if asked == "alla":
        return rows
    return rows.filter(pl.col("risk_class").is_null() if asked == NOBODY else pl.col("risk_class") == int(asked))


def _of_controller(rows: pl.DataFrame, controller: str) -> pl.DataFrame:
    if not controller:
        return rows
    named = pl.col("controller")
    return rows.filter(named.is_null() if controller == NOBODY else named == controller)


def _with_words(rows: pl.DataFrame, today: date) -> pl.DataFrame:
    return rows.with_columns(
        states_in_words(rows, today, t(OVERDUE_STATE)),
        pl.col("method").replace_strict(words(METHODS, language())),
        pl.col("controller").fill_null(t(NO_CONTROLLER)),
    )


def _columns() -> list[Column]:
    return [
        Column("planned_on", DAY, "day"),
        Column("state_words", STATE, "html"),
        Column("number", CONTRACT, "code", page="contract", query={"id": "row_id"}),
        Column("title", TITLE),
        Column("supplier_name", SUPPLIER),
        Column("risk_class", CLASS, "number"),
        Column("method", METHOD),
        Column("controller", CONTROLLER),
    ]


def by_controller(rows: pl.DataFrame) -> None:
    """How much each controller has left, for sharing out the work; never as a share or a ranking."""
    if rows.is_empty():
        return
    section(t(BY_CONTROLLER), t(BY_CONTROLLER_WHY))
    overdue = pl.col("state") == "not_done"
    counts = (
        rows.group_by("controller")
        .agg(overdue=overdue.sum(), soon=(~overdue).sum())
        .sort("controller", nulls_last=True)
        .with_columns(
            code=pl.col("controller").fill_null(NOBODY), controller=pl.col("controller").fill_null(t(NO_CONTROLLER))
        )
    )
    table(
        counts,
        [
            Column("controller", CONTROLLER, page="follow_up", query={CONTROLLER_KEY: "code"}),
            Column("overdue", OVERDUE, "number"),
            Column("soon", SOON, "number"),
        ],
        t(BY_CONTROLLER),
    )


def unprepared(rows: pl.DataFrame) -> None:
    """The contracts that hold and lack a class or a plan."""
    if rows.is_empty():
        section(t(UNPREPARED), t(ALL_PREPARED))
        return
    no_class, no_plan = (rows.filter(~pl.col(name)).height for name in ("has_class", "has_plan"))
    section(t(UNPREPARED), t(UNPREPARED_WHY, no_class=formats.number(no_class), no_plan=formats.number(no_plan)))
    shown = rows.head(LISTED).with_columns(
        plan=pl.when("has_plan").then(pl.lit(t(YES))).otherwise(pl.lit(t(NO))),
        controller=pl.col("controller").fill_null(t(NO_CONTROLLER)),
    )
    table(
        shown,
        [
            Column("number", CONTRACT, "code", page="contract", query={"id": "row_id"}),
            Column("title", TITLE),
            Column("supplier_name", SUPPLIER),
            Column("risk_class", CLASS, "number"),
            Column("plan", HAS_PLAN),
            Column("controller", CONTROLLER),
        ],
        t(UNPREPARED),
        LISTED,
        rows.height,
    )

"""The parts of the page of the procurement plan: its sentence, what is chosen, the picture and the list."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any

import polars as pl

from dashboard import formats
from dashboard.charts.decision_timeline import THREE_MONTHS, gate_status, gate_words
from dashboard.charts.procurement_plan import build_procurement_plan
from dashboard.charts.theme import STATUS
from dashboard.language import language, t
from dashboard.layout import choice, page_url, show, table, table_behind
from dashboard.plan_words import SOURCES, STATES
from dashboard.rules.plans.procurement_plan import DECISION, FINISHED, WAITING
from dashboard.table_html import Column
from dashboard.text import Text
from dashboard.views.search_box import search_box

ON_SLIDE, LISTED = 8, 250
ALL = "alla"
SOON, ONE_SOON = (
    Text(sv="{n} upphandlingar ska starta inom tre månader.", en="{n} procurements must start within three months."),
    Text(sv="En upphandling ska starta inom tre månader.", en="One procurement must start within three months."),
)
OVERDUE = Text(sv="{n} skulle redan ha startat.", en="{n} should have started already.")
NEEDS, ONE_NEED = (
    Text(sv="{n} är nya behov.", en="{n} are new needs."),
    Text(sv="En är ett nytt behov.", en="One is a new need."),
)
INCOMPLETE = Text(
    sv=" För {count} avtal kan beslutspunkten inte beräknas.",
    en=" For {count} contracts the decision point cannot be computed.",
)
SHOW, FROM_WHERE = Text(sv="Visa", en="Show"), Text(sv="Varifrån", en="From where")
KINDS = {
    "starta": Text(sv="Att starta", en="To start"),
    "sena": Text(sv="Sena", en="Late"),
    "pagar": Text(sv="Pågår", en="Under way"),
    "klara": Text(sv="Klara och avbrutna", en="Done and cancelled"),
    ALL: Text(sv="Alla", en="All"),
}
CODES = {"beslut": "decision", "planerad": "planned", "behov": "need", "beslutspunkt": "gate"}
FROM = {ALL: Text(sv="Alla", en="All")} | {code: SOURCES[source] for code, source in CODES.items()}
SEARCH = Text(sv="Sök på rubrik eller avtalsnummer", en="Search by title or contract number")
PLACEHOLDER = Text(sv="till exempel städ", en="for example cleaning")
CAPTION = Text(sv="Upphandlingarna, den som startar först överst", en="The procurements, the first to start on top")
NEXT = Text(sv="De åtta översta", en="The first eight")
LINE, CONTRACT = Text(sv="Upphandling", en="Procurement"), Text(sv="Avtal", en="Contract")
START, LEFT = Text(sv="Starta senast", en="Start by"), Text(sv="Kvar", en="Left")
PUBLISH, SIGN = Text(sv="Annons", en="Notice"), Text(sv="Avtal tecknas", en="Contract signed")
NEEDED, HOURS = Text(sv="Behövs", en="Needed"), Text(sv="Timmar", en="Hours")
STATE, UNKNOWN = Text(sv="Läge", en="State"), Text(sv="Kan inte beräknas", en="Cannot be computed")


@dataclass(frozen=True)
class Asked:
    """What the address asks for: which lines (KINDS), where they come from (CODES or ALL), and a search."""

    kind: str
    source: str
    query: str

    def of(self, rows: pl.DataFrame) -> pl.DataFrame:
        """The lines that fit; late ones the latest first."""
        state, late = pl.col("state"), pl.col("late_days") > 0
        wanted = {
            "starta": state.is_in(WAITING) & ~late,
            "sena": late,
            "pagar": ~state.is_in((*WAITING, *FINISHED)),
            "klara": state.is_in(FINISHED),
            ALL: pl.lit(True),
        }
        found = rows.filter(wanted[self.kind])
        if self.source != ALL:
            found = found.filter(pl.col("source") == CODES[self.source])
        if self.query:
            text = pl.concat_str("title", pl.col("number").fill_null(""), separator=" ").str.to_lowercase()
            found = found.filter(text.str.contains(self.query.lower(), literal=True))
        return found


def soon(rows: pl.DataFrame, today: date) -> int:
    """How many are to start within three months."""
    ahead = pl.col("start_on").is_between(today, today + THREE_MONTHS)
    return rows.filter(pl.col("state").is_in(WAITING), ahead).height


def sentence(rows: pl.DataFrame, today: date, incomplete: int) -> str:
    """How many start soon, how many are late, how many are new needs, and how many are not known."""
    needs = rows.filter(pl.col("source") == "need", ~pl.col("state").is_in(FINISHED)).height
    starting, late = soon(rows, today), rows.filter(pl.col("late_days") > 0).height
    parts = (
        (ONE_SOON if starting == 1 else SOON, starting),
        (OVERDUE, late),
        (ONE_NEED if needs == 1 else NEEDS, needs),
    )
    said = " ".join(t(words, n=formats.number(count)) for words, count in parts)
    return said + (t(INCOMPLETE, count=formats.number(incomplete)) if incomplete else "")


def asked() -> Asked:
    """Draws what can be chosen, and gives what is."""
    kind = choice(SHOW, "visa", KINDS, "starta")
    source = choice(FROM_WHERE, "kalla", FROM, ALL)
    return Asked(kind, source, search_box(t(SEARCH), t(PLACEHOLDER)))


def counted(rows: pl.DataFrame, found: pl.DataFrame, asked: Asked, today: date) -> tuple[str, int]:
    """What the picture's sentence counts: those of the kind shown, else how many start soon of all `rows`."""
    kind = {"sena": "late", "pagar": "running", "klara": "over"}.get(asked.kind)
    return (kind, found.height) if kind else ("start", soon(rows, today))


def timeline(rows: pl.DataFrame, count: tuple[str, int], today: date) -> None:
    """The first lines with a known start as a timeline, with its table; `count` as of `counted`."""
    known = rows.filter(pl.col("start_on").is_not_null()).head(ON_SLIDE)
    if known.is_empty():
        return
    show(build_procurement_plan(known, count, today, language(), project_url), "procurement_plan")
    table_behind(with_words(known, today), columns(), t(NEXT))


def project_url(row: Mapping[str, Any]) -> str:
    """Where the line's project plan is."""
    if row["item_id"] is not None:
        return page_url("project_plan", id=row["item_id"])
    return page_url("project_plan", avtal=row["contract_id"])


def line_list(rows: pl.DataFrame, today: date) -> None:
    """Every line that was chosen."""
    table(with_words(rows.head(LISTED), today), columns(), t(CAPTION), LISTED, rows.height)


def columns() -> list[Column]:
    """The columns of the list; a line made by a decision leads to it."""
    return [
        Column("title", LINE, page="project_plan", query={"id": "id_part", "avtal": "contract_part"}),
        Column("number", CONTRACT, "code", page="contract", query={"id": "contract_id"}),
        Column("source_word", FROM_WHERE, page="contract", query={"id": "decided_id", "del": "del_part"}),
        Column("start_on", START, "day"),
        Column("left", LEFT, "html"),
        Column("publish_on", PUBLISH, "day"),
        Column("sign_on", SIGN, "day"),
        Column("needed_on", NEEDED, "day"),
        Column("hours", HOURS, "number"),
        Column("state_word", STATE),
    ]


def with_words(rows: pl.DataFrame, today: date) -> pl.DataFrame:
    """The rows with their codes as words, and what the links ask for."""
    is_item = pl.col("item_id").is_not_null()
    no_id, is_decision = pl.lit(""), pl.col("source") == DECISION
    return rows.with_columns(
        *in_words(),
        left=pl.Series([_left(row, today) for row in rows.iter_rows(named=True)], dtype=pl.String),
        id_part=pl.when(is_item).then(pl.col("item_id").cast(pl.String)).otherwise(no_id),
        contract_part=pl.when(is_item).then(no_id).otherwise(pl.col("contract_id").cast(pl.String)),
        decided_id=pl.when(is_decision).then("contract_id"),
        del_part=pl.lit("beslut"),
    )


def in_words() -> tuple[pl.Expr, pl.Expr]:
    """`source_word` and `state_word`."""
    sources, states = ({code: t(word) for code, word in words.items()} for words in (SOURCES, STATES))
    return (
        pl.col("source").replace_strict(sources, return_dtype=pl.String).alias("source_word"),
        pl.col("state").replace_strict(states, return_dtype=pl.String).alias("state_word"),
    )


def _left(row: Mapping[str, Any], today: date) -> str:
    """How long until it starts, of one that waits."""
    if row["state"] not in WAITING:
        return formats.NONE
    if row["start_on"] is None:
        return _status("no_data", t(UNKNOWN))
    return _status(gate_status(row["start_on"], today), gate_words(row["start_on"], today, language()))


def _status(status: str, words: str) -> str:
    look = STATUS[status]
    return f"<span class='lw-status' style='color:{look.text}'>{look.shape} {escape(words)}</span>"

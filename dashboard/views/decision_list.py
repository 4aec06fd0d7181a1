"""The portfolio of decisions: who and what is asked for, the timeline, the ways in numbers, and the list by pages."""

from collections.abc import Sequence
from datetime import date
from html import escape
from typing import Any

import polars as pl
import streamlit as st

from dashboard import formats
from dashboard.charts.decision_timeline import build_decision_timeline, gate_status, gate_words
from dashboard.charts.theme import STATUS
from dashboard.data.decision_page import NOBODY, Portfolio
from dashboard.decision_words import KINDS, STATES, WAYS, WORK
from dashboard.language import language, t
from dashboard.layout import choice, page_url, paragraph, section, show, table, table_behind
from dashboard.table_html import Column
from dashboard.text import Text
from dashboard.views.decisions import LOOKS

ON_SLIDE = 8
ON_PAGE = 100
CLASS_KEY, OWNER_KEY, PAGE_KEY = "riskklass", "agare", "sida"
WORK_LOOKS = {"decided": "green", "begun": "green", "not_started": "red", "later": "no_target", "unknown": "no_data"}

NUMBER, TITLE = Text(sv="Avtal", en="Contract"), Text(sv="Rubrik", en="Title")
ENDS, LONGEST = Text(sv="Slutar", en="Ends"), Text(sv="Som längst", en="At the longest")
GATE, LEFT = Text(sv="Beslut senast", en="Decide by"), Text(sv="Kvar", en="Left")
DONE = Text(sv="Beslut och arbete", en="Decision and work")
OWNER = Text(sv="Ägare", en="Owner")
EVERYBODY, NO_OWNER = Text(sv="Alla ägare", en="All owners"), Text(sv="Utan ägare", en="Without an owner")
GAP, GAP_DAYS = Text(sv="Lucka", en="Gap"), Text(sv="{n}\u00a0dagar", en="{n}\u00a0days")
FIRST = Text(sv="Avtalen, det närmaste beslutet först", en="The contracts, the next decision first")
LISTS = {
    "passerade": Text(sv="Avtalen, det senast passerade först", en="The contracts, the latest to pass first"),
    "beslutade": Text(sv="Avtalen, det senaste beslutet först", en="The contracts, the latest decision first"),
}
NEXT = Text(sv="De närmaste besluten", en="The next decisions")
COUNTS = Text(sv="Vilka vägar är öppna?", en="Which ways are open?")
WAY = Text(sv="Väg", en="Way")
ROWS = Text(sv="Visa rad", en="Show rows")
FROM_TO = Text(sv="{first}–{last}", en="{first}–{last}")
SHOWN = Text(
    sv="Visar {first}–{last} av {all} avtal. Sök eller välj ägare för att se färre.",
    en="Showing {first}–{last} of {all} contracts. Search or choose an owner to see fewer.",
)


def asked_class() -> int | None:
    """The risk class the address asks for."""
    asked = st.query_params.get(CLASS_KEY, "")
    return int(asked) if asked in ("1", "2", "3", "4") else None


def asked_owner() -> str:
    """The owner the address asks for, empty for all."""
    return st.query_params.get(OWNER_KEY, "")[:200]


def owner_choice(owners: Sequence[str | None]) -> None:
    """Whose contracts to show; whom is in the address, so that a link shows the same."""
    asked = asked_owner()
    options = list(dict.fromkeys(["", *(NOBODY if name is None else name for name in owners), asked]))
    words = {"": t(EVERYBODY), NOBODY: t(NO_OWNER)}
    st.session_state["owner"] = asked
    st.selectbox(t(OWNER), options, format_func=lambda name: words.get(name, name), key="owner", on_change=_owner)


def _owner() -> None:
    chosen = st.session_state["owner"]
    if chosen:
        st.query_params[OWNER_KEY] = chosen
    else:
        st.query_params.pop(OWNER_KEY, None)


def timeline(rows: pl.DataFrame, soon: int, day: date) -> None:
    """The first gates that nobody has handled, as a timeline with its table."""
    known = rows.filter(pl.col("gate_on").is_not_null(), ~pl.col("is_handled")).head(ON_SLIDE)
    if known.is_empty():
        return
    named = known.rename({"current_end": "current_end_on", "max_end": "max_end_on"})
    show(build_decision_timeline(named, soon, day, language(), _address), "timeline")
    table_behind(with_words(known, day), gate_columns(), t(NEXT))


def _address(contract_id: int) -> str:
    """Where the contract is decided about."""
    return page_url("contract", id=contract_id, **{"del": "beslut"})


def gate_columns() -> list[Column]:
    """The columns of a list of contracts by their gate."""
    return [
        Column("number", NUMBER, "code", page="contract", query={"id": "contract_id", "del": "part"}),
        Column("title", TITLE),
        Column("current_end", ENDS, "day"),
        Column("max_end", LONGEST, "day"),
        Column("gate_on", GATE, "day"),
        Column("left", LEFT, "html"),
        Column("work", DONE, "html"),
        Column("gap", GAP),
        Column("owner", OWNER),
    ]


def with_words(rows: pl.DataFrame, day: date) -> pl.DataFrame:
    """The rows with `left`, the days to the gate, `work`, what is decided or begun, and `gap` in days: in words."""
    said = [(_left(row, day), _work(row), _gap(row["gap_days"])) for row in rows.iter_rows(named=True)]
    words = pl.DataFrame(said, schema=dict.fromkeys(("left", "work", "gap"), pl.String), orient="row")
    return rows.hstack(words).with_columns(part=pl.lit("beslut"))


def _left(row: dict[str, Any], day: date) -> str:
    """Nothing is left to decide where the gate is handled."""
    gate = row["gate_on"]
    if row["is_handled"]:
        return formats.NONE
    if gate is None:
        return _status("no_data", t(STATES["unknown"]))
    return _status(gate_status(gate, day), gate_words(gate, day, language()))


def _work(row: dict[str, Any]) -> str:
    state, kind = row["work_state"], row["decision_kind"]
    said = {
        "kind": t(KINDS[kind]) if kind else "",
        "decided": formats.day(row["decided_on"]),
        "since": formats.day(row["alert_from_on"]),
    }
    return _status(WORK_LOOKS[state], t(WORK[state], **said))


def _gap(days: int | None) -> str:
    return formats.NONE if days is None else t(GAP_DAYS, n=formats.number(days))


def _status(status: str, words: str) -> str:
    look = STATUS[status]
    return f"<span class='lw-status' style='color:{look.text}'>{look.shape} {escape(words)}</span>"


def contract_list(rows: pl.DataFrame, kind: str, day: date) -> None:
    """Every contract, a page at a time, in the order of its kind."""
    title = t(LISTS.get(kind, FIRST))
    section(title)
    at = _page(kind, rows.height)
    shown = rows.slice(at * ON_PAGE, ON_PAGE)
    table(with_words(shown, day), gate_columns(), title, ON_PAGE)
    if rows.height > ON_PAGE:
        ends = {"first": at * ON_PAGE + 1, "last": at * ON_PAGE + shown.height, "all": rows.height}
        paragraph(t(SHOWN, **{name: formats.number(value) for name, value in ends.items()}))


def _page(kind: str, total: int) -> int:
    """The page the address asks for, from 0, with links to those around it; another kind begins at its first page."""
    last = max(total - 1, 0) // ON_PAGE
    if last == 0:
        return 0
    asked = st.query_params.get(PAGE_KEY, "")[:40]
    of_kind, _, number = asked.partition(".")
    at = min(int(number), last) if of_kind == kind and number.isdecimal() else 0
    around = sorted({0, *range(max(at - 3, 0), min(at + 3, last) + 1), last})
    options = {f"{kind}.{one}": _from_to(one, total) for one in around}
    choice(ROWS, PAGE_KEY, options, f"{kind}.0")
    return at


def _from_to(page: int, total: int) -> Text:
    ends = {"first": page * ON_PAGE + 1, "last": min((page + 1) * ON_PAGE, total)}
    said = {name: formats.number(value) for name, value in ends.items()}
    return Text(sv=FROM_TO.in_language("sv", **said), en=FROM_TO.in_language("en", **said))


def counts(found: Portfolio) -> None:
    """How many contracts have each way open, at risk, closed."""
    section(t(COUNTS))
    wide = found.counts.pivot("state", index="way", values="contracts", maintain_order=True)
    named = wide.with_columns(way=pl.Series([t(WAYS[key]) for key in wide["way"]], dtype=pl.String))
    states = [state for state in STATES if state in wide.columns]
    columns = [Column("way", WAY), *(Column(state, _with_shape(state), "number") for state in states)]
    table(named, columns, t(COUNTS))


def _with_shape(state: str) -> Text:
    words, shape = STATES[state], LOOKS[state].shape
    return Text(sv=f"{shape} {words.sv}", en=f"{shape} {words.en}")

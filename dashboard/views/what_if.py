"""What if these contracts were extended? The choice, what it moves, and that nothing is saved."""

from collections.abc import Mapping

import polars as pl
import streamlit as st

from dashboard import formats
from dashboard.charts.escalation_ladder import WORDS
from dashboard.data.workload import Workload
from dashboard.language import language, t
from dashboard.layout import page_url, paragraph, section, table
from dashboard.month_words import month_in_words
from dashboard.table_html import Column
from dashboard.text import Text

KEY = "forlang"
WIDGET = "workload_forlang"
TITLE = Text(sv="Tänk om avtal förlängs?", en="What if contracts are extended?")
WHY = Text(
    sv="Välj avtal som kan förlängas i dag, så flyttas deras timmar. Ingenting sparas här: beslutet fattas på avtalets "
    "sida.",
    en="Choose contracts that can be extended today, and their hours move. Nothing is saved here: the decision is made "
    "on the contract's page.",
)
LABEL = Text(sv="Förläng de här avtalen", en="Extend these contracts")
CHOOSE = Text(sv="Välj avtal …", en="Choose contracts …")
NONE_OFFERED = Text(sv="Inget avtal i planen kan förlängas i dag.", en="No contract in the plan can be extended today.")
WITH_RISK = Text(sv="{name} (med risk)", en="{name} (with a risk)")
SUGGEST = Text(sv="Pröva de {count} som lättar {month} mest", en="Try the {count} that ease {month} most")
CLEAR = Text(sv="Ta bort alla", en="Remove all")
MOVES = Text(
    sv="{extensions} flyttar {hours} timmar. {from_month} går från {before} till {after} timmar. "
    "Mest kommer till {to}.",
    en="{extensions} move {hours} hours. {from_month} goes from {before} to {after} hours. Most is added to {to}.",
)
MOVES_NOTHING = Text(
    sv="{extensions} flyttar inga timmar mellan månaderna.", en="{extensions} move no hours between months."
)
ONE, SEVERAL = (
    Text(sv="En förlängning", en="One extension"),
    Text(sv="{count} förlängningar", en="{count} extensions"),
)
LATER = Text(sv="tiden efter {month}", en="the time after {month}")
UNDATED = Text(sv="upphandlingar utan dagar", en="procurements without days")
CONTRACT, NAME = Text(sv="Avtal", en="Contract"), Text(sv="Rubrik", en="Title")
HOURS, DECIDE = Text(sv="Timmar", en="Hours"), Text(sv="Beslut", en="Decision")
TO_DECISION = Text(sv="Till beslutet", en="To the decision")
STARTS, WOULD_START = Text(sv="Börjar nu", en="Begins now"), Text(sv="Skulle börja", en="Would begin")


def chosen(offered: pl.DataFrame) -> tuple[int, ...]:
    """The contracts in the address that may be chosen, each once, in order."""
    asked = {part for part in st.query_params.get(KEY, "").split(",") if part.isascii() and part.isdigit()}
    return tuple(sorted(one for one in offered["contract_id"] if str(one) in asked))


def in_address(ids: tuple[int, ...]) -> str:
    """How they stand in the address."""
    return ",".join(str(one) for one in ids)


def choose(offered: pl.DataFrame, now: Workload, ids: tuple[int, ...], best: tuple[int, ...]) -> None:
    """The list to choose from; `best` are those that help most in the month that lacks most hours."""
    section(t(TITLE), t(WHY))
    if offered.is_empty():
        paragraph(t(NONE_OFFERED))
        return
    names = {row["contract_id"]: _name(row) for row in offered.sort("number").iter_rows(named=True)}
    st.session_state[WIDGET] = list(ids)  # the address decides, whatever was shown before
    st.multiselect(
        t(LABEL), list(names), format_func=names.__getitem__, key=WIDGET, on_change=_changed, placeholder=t(CHOOSE)
    )
    links = []
    if best and best != ids and now.worst is not None:
        words = t(SUGGEST, count=_number(len(best)), month=month_in_words(now.worst, language()))
        links.append((words, {**_kept(), KEY: in_address(best)}))
    if ids:
        links.append((t(CLEAR), _kept()))
    for words, query in links:
        st.html(f"<p class='lw-link'><a href='{page_url('workload', **query).replace('&', '&amp;')}'>{words}</a></p>")


def _name(row: Mapping[str, str]) -> str:
    name = f"{row['number']} {row['title']}"
    return name if row["state"] == "possible" else t(WITH_RISK, name=name)


def _kept() -> dict[str, str]:
    """The month one looks at stays."""
    period = st.query_params.get("manad", "")
    return {"manad": period} if period.isascii() and period.isdigit() else {}


def _changed() -> None:
    if ids := st.session_state[WIDGET]:
        st.query_params[KEY] = in_address(tuple(sorted(ids)))
    else:
        st.query_params.pop(KEY, None)


def moved(before: Workload, after: Workload, ids: tuple[int, ...]) -> None:
    """How many hours move, from when and to when, and each contract with its own page a step away."""
    paragraph(moved_in_words(before, after, len(ids)))
    old = before.load.lines.filter(pl.col("contract_id").is_in(ids), pl.col("source") == "gate")
    new = after.load.lines.select("line", would_start="from_on")
    rows = old.join(new, on="line", how="left", maintain_order="left").with_columns(
        part=pl.lit("beslut"), decide=pl.lit(t(TO_DECISION))
    )
    to_decision = {"id": "contract_id", "del": "part"}
    columns = [
        Column("number", CONTRACT, "code", page="contract", query=to_decision),
        Column("title", NAME),
        Column("needed_hours", HOURS, "number"),
        Column("from_on", STARTS, "day"),
        Column("would_start", WOULD_START, "day"),
        Column("decide", DECIDE, page="contract", query=to_decision),
    ]
    table(rows, columns, t(LABEL))


def moved_in_words(before: Workload, after: Workload, count: int) -> str:
    """What so many extensions move, as told of the month that lacks most hours, or else of the one eased most."""
    extensions = t(ONE) if count == 1 else t(SEVERAL, count=_number(count).capitalize())
    both = before.months.select("period", "needed").join(
        after.months.select("period", after="needed"), on="period", maintain_order="left"
    )
    less = both.with_columns(less=pl.col("needed") - pl.col("after"))
    more = {row["period"]: -row["less"] for row in less.iter_rows(named=True)}
    outside = {LATER: after.load.after - before.load.after, UNDATED: after.load.undated - before.load.undated}
    eased = less.sort(
        (pl.col("less") > 0) & pl.col("period").eq_missing(pl.lit(before.worst, pl.Int64)),
        "less",
        "period",
        descending=[True, True, False],
    )
    most = eased.row(0, named=True)
    hours = sum(change for change in (*more.values(), *outside.values()) if change > 0)
    if most["less"] <= 0 or not hours:
        return t(MOVES_NOTHING, extensions=extensions)
    top = max(more, key=lambda period: (more[period], -period))
    where = max(outside, key=outside.__getitem__)
    last = month_in_words(before.load.months[-1], language())
    to = month_in_words(top, language()) if more[top] >= outside[where] else t(where, month=last)
    return t(
        MOVES,
        extensions=extensions,
        hours=formats.number(hours),
        from_month=month_in_words(most["period"], language()).capitalize(),
        before=formats.number(most["needed"]),
        after=formats.number(most["after"]),
        to=to,
    )


def _number(count: int) -> str:
    known = WORDS[language()]
    return known[count] if count < len(known) else formats.number(count)

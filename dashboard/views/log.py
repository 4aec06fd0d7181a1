"""The audit log on a page: filters that stand in the address, the rows, and the way to older ones."""

from collections.abc import Mapping
from html import escape
from typing import Any

import polars as pl
import streamlit as st

from dashboard import formats
from dashboard.data.log import PER_PAGE, Log, LogFilter
from dashboard.language import language, t
from dashboard.layout import page_url, table
from dashboard.log_values import Names, value_words
from dashboard.log_words import FIELDS, OBJECTS, act_words
from dashboard.navigation import PLACES
from dashboard.rules.permissions import SEES_LEGAL_NOTES
from dashboard.table_html import Column
from dashboard.text import Text
from dashboard.views.ids import asked_id
from dashboard.views.search_box import KEY as SEARCH_KEY

FILTER_KEYS = {"who": "vem", "act": "handelse", "object_type": "slag"}
ID_KEY, PAGE_KEY = "nummer", "sida"
ALL = ""
WHEN = Text(sv="När", en="When")
WHO = Text(sv="Vem", en="Who")
ACT = Text(sv="Händelse", en="What happened")
OBJECT = Text(sv="Gäller", en="About")
CHANGE = Text(sv="Ändring", en="Change")
REASON = Text(sv="Skäl", en="Reason")
EVERYBODY = Text(sv="Alla personer", en="Everybody")
EVERY_ACT = Text(sv="Alla händelser", en="Everything that happened")
EVERYTHING = Text(sv="Allt det kan gälla", en="Whatever it is about")
TEXT_HIDDEN = Text(sv="text som inte visas här", en="text that is not shown here")
HIDDEN_REASON = Text(sv="Visas inte: sekretess", en="Not shown: confidential")
NEWER = Text(sv="Nyare", en="Newer")
OLDER = Text(sv="Äldre", en="Older")
PAGES = Text(sv="Sida {page} av {pages}", en="Page {page} of {pages}")
CAPTION = Text(sv="Händelser, de senaste först", en="What happened, newest first")

# Free text may be confidential, or tell of a person: the log says that it changed, never what it says.
HIDDEN = frozenset({"assessment", "comment", "description", "note", "place", "supplier_name", "text"})
# Which page shows an object, and the part of its address that names it.
PAGE_OF = {
    "contract": ("contract", "id"),
    "deviation": ("deviation", "id"),
    "escalation_case": ("case", "id"),
    "import": ("imports", "import"),
    "supplier": ("supplier", "id"),
}
THROUGH = (("case_id", "case"), ("contract_id", "contract"), ("supplier_id", "supplier"))


def asked() -> LogFilter:
    """What the address asks for."""
    words = st.query_params.get(SEARCH_KEY, "")[:100].strip()
    who, act, object_type = (st.query_params.get(key) or None for key in FILTER_KEYS.values())
    return LogFilter(who, act, object_type, asked_id(ID_KEY), words)


def asked_page() -> int:
    """Which hundred rows, from 1."""
    return max(1, asked_id(PAGE_KEY) or 1)


def filters(found: Log, wanted: LogFilter, names: Mapping[str, str]) -> None:
    """Three choices; each stands in the address and leads back to the first page."""
    acts = {code: t(act_words()[code]) if code in act_words() else code for code in found.acts}
    objects = {code: t(OBJECTS[code]) if code in OBJECTS else code for code in found.object_types}
    people = {key: names.get(key, key) for key in found.people}
    columns = st.columns(3)
    for column, (field, label, everything, known) in zip(
        columns,
        (
            ("who", WHO, EVERYBODY, people),
            ("act", ACT, EVERY_ACT, acts),
            ("object_type", OBJECT, EVERYTHING, objects),
        ),
        strict=True,
    ):
        with column:
            _choose(field, t(label), t(everything), known, getattr(wanted, field))


def _choose(field: str, label: str, everything: str, known: Mapping[str, str], chosen: str | None) -> None:
    key = f"log_{field}"
    by_name = dict(sorted(known.items(), key=lambda pair: pair[1].casefold()))
    options = {ALL: everything, **by_name, **({chosen: chosen} if chosen and chosen not in by_name else {})}
    st.session_state[key] = chosen or ALL  # the address decides, whatever was shown before
    st.selectbox(label, list(options), format_func=options.__getitem__, key=key, on_change=_changed, args=(field, key))


def _changed(field: str, key: str) -> None:
    st.query_params.pop(PAGE_KEY, None)
    if st.session_state[key] == ALL:
        st.query_params.pop(FILTER_KEYS[field], None)
    else:
        st.query_params[FILTER_KEYS[field]] = st.session_state[key]


def log_table(found: Log, people: Mapping[str, str], names: Names, roles: frozenset[str]) -> None:
    """The rows: when, who, what, about what, what it changed and why; `people` by key, the other names by id."""
    rows = [_shown(row, people, names, roles) for row in found.rows.iter_rows(named=True)]
    columns = [
        Column("when", WHEN, "code"),
        Column("who", WHO),
        Column("act", ACT),
        Column("object", OBJECT, "html"),
        Column("change", CHANGE, "html"),
        Column("reason", REASON),
    ]
    table(pl.DataFrame(rows, schema=[column.name for column in columns]), columns, t(CAPTION), PER_PAGE)


def _shown(row: dict[str, Any], people: Mapping[str, str], names: Names, roles: frozenset[str]) -> dict[str, str]:
    before, after = row["before"] or {}, row["after"] or {}
    is_hidden = bool(before.get("is_confidential") or after.get("is_confidential")) and not roles & SEES_LEGAL_NOTES
    words = act_words().get(row["act"])
    return {
        "when": f"{row['at']:%Y-%m-%d %H:%M}",
        "who": people.get(row["who"], row["who"]),
        "act": t(words) if words else row["act"],
        "object": _object(row, after),
        "change": differences(before, after, names),
        "reason": t(HIDDEN_REASON) if is_hidden and row["reason"] else row["reason"] or "",
    }


def _object(row: dict[str, Any], after: Mapping[str, Any]) -> str:
    kind, number = row["object_type"], row["object_id"]
    words = escape(t(OBJECTS[kind]) if kind in OBJECTS else kind) + (f" {number}" if number is not None else "")
    address = _address(kind, number, after)
    return f"<a href='{escape(address)}'>{words}</a>" if address else words


def _address(kind: str, number: int | None, after: Mapping[str, Any]) -> str:
    """The page of the object itself, or of the case, contract or supplier that the row names."""
    pages = {place.key for place in PLACES}
    if kind in PAGE_OF and number is not None and PAGE_OF[kind][0] in pages:
        page, key = PAGE_OF[kind]
        return page_url(page, **{key: number})
    for name, page in THROUGH:
        if page in pages and isinstance(after.get(name), int):
            return page_url(page, id=after[name])
    return ""


def differences(before: Mapping[str, Any], after: Mapping[str, Any], names: Names) -> str:
    """One line for each field: what it was and what it became, as escaped HTML. Free text is never repeated."""
    lines = [_difference(name, before, after, names) for name in dict.fromkeys([*before, *after])]
    return "<br>".join(escape(line) for line in lines if line)


def _difference(name: str, before: Mapping[str, Any], after: Mapping[str, Any], names: Names) -> str:
    label = t(FIELDS[name]) if name in FIELDS else name
    if name in HIDDEN:
        return f"{label}: {t(TEXT_HIDDEN)}"
    was, became = (value_words(name, row.get(name), language(), names) for row in (before, after))
    if name not in before:
        return "" if became == formats.NONE else f"{label}: {became}"
    return "" if was == became else f"{label}: {was} → {became}"


def turn_pages(found: Log, page: int) -> None:
    """The way to newer and older rows, as links; nothing where all are shown."""
    if found.pages == 1:
        return
    newer = _page_link(page - 1, t(NEWER)) if page > 1 else ""
    older = _page_link(page + 1, t(OLDER)) if page < found.pages else ""
    where = f"<span>{escape(t(PAGES, page=page, pages=found.pages))}</span>"
    st.html(f"<nav class='lw-choice' aria-label='{escape(t(CAPTION))}'>{newer}{where}{older}</nav>")


def _page_link(page: int, words: str) -> str:
    here = {key: st.query_params.get(key) for key in (*FILTER_KEYS.values(), ID_KEY, SEARCH_KEY)}
    address = page_url("log", **here, **{PAGE_KEY: page if page > 1 else None})
    return f"<a href='{escape(address)}'>{escape(words)}</a>"

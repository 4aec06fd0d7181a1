"""What pages are put together from: heading, chart, table, links, an empty state. Everything shown is escaped here."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any

import polars as pl
import streamlit as st

from dashboard import formats, session
from dashboard.charts.theme import Spec
from dashboard.language import language, t
from dashboard.navigation import page_path, place
from dashboard.table_html import Column, table_html
from dashboard.text import Text

AS_OF = Text(sv="Underlag till och med {day}", en="Data up to {day}")
SHOWN = Text(sv="Visar {shown} av {all}.", en="Showing {shown} of {all}.")
AS_TABLE = Text(sv="Visa som tabell", en="Show as a table")
CRUMBS = Text(sv="Vägen hit", en="The way here")
NO_ROWS = Text(sv="Inget att visa för det här urvalet.", en="Nothing to show for this selection.")


@dataclass(frozen=True)
class Crumb:
    """One step of the way here: words and, where one can go back, an address."""

    words: str
    address: str | None = None


def heading(
    title: str,
    sentence: str = "",
    as_of: date | None = None,
    crumbs: Sequence[Crumb] = (),
    *,
    is_filtered: bool = True,
    has_period: bool = True,
) -> None:
    """The page's one heading, with what it says in one sentence and how fresh it is; also the window's title.

    A page that is the same whatever is filtered says so (`is_filtered`), and names no filters; one that shows how
    things stand today, whatever the months, names the others (`has_period`).
    """
    st.set_page_config(page_title=f"{title} – Luleå Way")
    parts = [_breadcrumbs(crumbs), f"<h1>{escape(title)}</h1>"]
    if sentence:
        parts.append(f"<p class='lw-lead'>{escape(sentence)}</p>")
    words = ([session.filters_in_words(has_period)] if is_filtered else []) + (
        [t(AS_OF, day=formats.day(as_of))] if as_of else []
    )
    if said := " · ".join(word for word in words if word):
        parts.append(f"<p class='lw-small'>{escape(said)}</p>")
    st.html(f"<header class='lw-heading'>{''.join(parts)}</header>")


def _breadcrumbs(crumbs: Sequence[Crumb]) -> str:
    if not crumbs:
        return ""
    items = [
        f"<li><a href='{escape(crumb.address)}'>{escape(crumb.words)}</a></li>"
        if crumb.address
        else f"<li aria-current='page'>{escape(crumb.words)}</li>"
        for crumb in crumbs
    ]
    return f"<nav class='lw-crumbs' aria-label='{t(CRUMBS)}'><ol>{''.join(items)}</ol></nav>"


def section(title: str, sentence: str = "") -> None:
    """A part of a page: its heading and, where there is one, its sentence."""
    lead = f"<p>{escape(sentence)}</p>" if sentence else ""
    st.html(f"<div class='lw-section'><h2>{escape(title)}</h2>{lead}</div>")


def paragraph(words: str) -> None:
    """Plain text, nothing in it is read as markup."""
    st.html(f"<p class='lw-text'>{escape(words)}</p>")


def show(spec: Spec, key: str, pick: str = "") -> list[dict[str, Any]]:
    """A chart. Its title stands above it as a heading that wraps; its description is read to those who listen.

    `pick` is the name of a selection in the chart: then a click draws the page anew, and what is picked is given
    back, one dict a mark. Whatever a click does a table or a link must do too: charts know no keyboard.
    """
    title = spec.get("title", {})
    words = f"<h2>{escape(title.get('text', ''))}</h2>"
    if title.get("subtitle"):
        words += f"<p class='lw-small'>{escape(title['subtitle'])}</p>"
    st.html(f"<div class='lw-section'>{words}</div>")
    drawn = {name: part for name, part in spec.items() if name != "title"}
    if not pick:
        st.vega_lite_chart(spec=drawn, width="stretch", theme=None, key=key)
        return []
    state = st.vega_lite_chart(
        spec=drawn, width="stretch", theme=None, key=key, on_select="rerun", selection_mode=[pick]
    )
    picked: list[dict[str, Any]] = state["selection"].get(pick, [])
    return picked


def choice(label: Text, key: str, options: Mapping[str, Text], default: str) -> str:
    """One of a few ways to show the same thing, as links: `?key=option` in the address. Gives the chosen one."""
    asked = st.query_params.get(key, default)
    chosen = asked if asked in options else default
    here = {name: value for name, value in st.query_params.to_dict().items() if name != key}
    links = "".join(
        f"<a href='{escape(_address_here({**here, key: option} if option != default else here))}'"
        f"{' aria-current=true' if option == chosen else ''}>{escape(t(words))}</a>"
        for option, words in options.items()
    )
    st.html(f"<nav class='lw-choice' aria-label='{escape(t(label))}'><span>{escape(t(label))}</span>{links}</nav>")
    return chosen


def _address_here(query: Mapping[str, object]) -> str:
    return base_path() + page_path(st.session_state["place"], query)


def table(
    frame: pl.DataFrame, columns: Sequence[Column], caption: str, limit: int = 100, total: int | None = None
) -> None:
    """The rows as a real table with real links; says how many there are where not all are shown.

    `total` is how many there are where the frame holds only those to be shown. `caption` is read aloud and tells
    tables apart; `columns` say how each value is written (see `Column`).
    """
    if frame.is_empty():
        empty(t(NO_ROWS))
        return
    st.html(table_html(frame.head(limit), columns, caption, language(), url_maker()))
    shown, everything = min(frame.height, limit), total or frame.height
    if everything > shown:
        paragraph(t(SHOWN, shown=formats.number(shown), all=formats.number(everything)))


def table_behind(frame: pl.DataFrame, columns: Sequence[Column], caption: str, limit: int = 100) -> None:
    """The same table, folded away under a chart that says the same."""
    with st.expander(t(AS_TABLE)):
        table(frame, columns, caption, limit)


def empty(sentence: str, link: str = "", address: str = "") -> None:
    """Nothing to show, said on purpose, with the way on where there is one."""
    way_on = f" <a href='{escape(address)}'>{escape(link)}</a>" if address else ""
    st.html(f"<div class='lw-empty' role='status'>{escape(sentence)}{way_on}</div>")


def facts(rows: Mapping[str, str], links: Mapping[str, str] | None = None) -> None:
    """Names and values, such as what is known about a contract; `links`: name -> where its value leads."""
    shown = {name: escape(value) for name, value in rows.items()}
    for name, address in (links or {}).items():
        if name in shown:
            shown[name] = f"<a href='{escape(address)}'>{shown[name]}</a>"
    items = "".join(f"<div><dt>{escape(name)}</dt><dd>{value}</dd></div>" for name, value in shown.items())
    st.html(f"<dl class='lw-facts'>{items}</dl>")


def page_url(key: str, **query: Any) -> str:
    """The address of a page, with the visitor's filters and language; what is said here wins over them."""
    return url_maker()(key, **query)


def url_maker() -> Callable[..., str]:
    """`page_url` for many addresses: what they share is asked for once."""
    base, carried = base_path(), session.carried()
    return lambda key, **query: base + page_path(key, {**carried, **query})


def base_path() -> str:
    """What stands before every path where the app does not live at the root."""
    base = st.get_option("server.baseUrlPath").strip("/")
    return f"/{base}" if base else ""


def link_to(key: str, label: str = "", **query: Any) -> None:
    """A link to a page that carries the filters along; without a label the page's title."""
    words = label or t(place(key).title)
    st.html(f"<p class='lw-link'><a href='{escape(page_url(key, **query))}'>{escape(words)}</a></p>")

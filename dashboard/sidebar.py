"""The filters and the language switch at the side of every page."""

from dataclasses import replace
from typing import Any

import streamlit as st

from dashboard import formats, session
from dashboard.data.filter_choices import Choices
from dashboard.filters import NO_ANSWER, Filters, months_between
from dashboard.language import language, t
from dashboard.navigation import page_path
from dashboard.person_switch import draw_person
from dashboard.rules.scope import NOT_STATED, SCOPES
from dashboard.text import Text

FILTERS = Text(sv="Urval", en="Selection")
FROM = Text(sv="Från och med", en="From")
TO = Text(sv="Till och med", en="To")
SCOPE = Text(sv="Omfattning", en="Scope")
ALL_UNITS = Text(sv="Alla förvaltningar", en="All departments")
ALL_CATEGORIES = Text(sv="Alla kategorier", en="All categories")
ALL_SUPPLIERS = Text(sv="Alla leverantörer", en="All suppliers")
LARGEST = Text(
    sv="De {n} leverantörer ni köper mest av. Övriga väljs på sin egen sida.",
    en="The {n} suppliers you buy most from. Others are chosen on their own page.",
)
RESET = Text(sv="Återställ urvalet", en="Reset the selection")
BACKWARDS = Text(
    sv="Månaden till och med låg före månaden från och med, så de bytte plats.",
    en="The last month came before the first, so they changed places.",
)
ALL = -1  # no id is less than 0; None would read as "nothing chosen yet"


def sidebar_filters() -> Filters:
    """Draws the filters and gives what is chosen. Call once at the top of a page."""
    edition = session.edition()
    filters, notes = session.asked_filters(edition)
    available = session.available()
    with st.sidebar:
        st.html(f"<h2 class='lw-side'>{t(FILTERS)}</h2>")
        if available.first_period is not None:
            _months(filters, available.first_period, available.last_period or available.first_period)
        if available.has_companies:
            _select("scope", t(SCOPE), list(SCOPES), filters.scope, lambda scope: t(session.SCOPE_NAMES[scope]))
        _names("unit_id", t(session.UNIT), t(ALL_UNITS), _offered(available, filters.unit_id), filters.unit_id)
        _names("category_id", t(session.CATEGORY), t(ALL_CATEGORIES), available.categories, filters.category_id)
        _suppliers(filters.supplier_id)
        if filters != session.default_filters(edition):
            st.button(t(RESET), on_click=_reset, width="stretch")
        for note in notes:
            st.info(t(note))
        draw_person()
        _language_link()
    return filters


def _months(filters: Filters, first: int, last: int) -> None:
    months = months_between(min(first, filters.period_from), max(last, filters.period_to))[::-1]
    left, right = st.columns(2, gap="xsmall")
    for column, field, label in ((left, "period_from", t(FROM)), (right, "period_to", t(TO))):
        with column:
            _select(field, label, months, getattr(filters, field), lambda value: formats.period(value, language()))


def _names(field: str, label: str, everything: str, names: dict[int, str], chosen: int | None) -> None:
    known = {ALL: everything, **({NOT_STATED: t(NO_ANSWER)} if chosen == NOT_STATED else {}), **names}
    _select(field, label, list(known), ALL if chosen is None else chosen, lambda value: known.get(value, everything))


def _offered(available: Choices, chosen: int | None) -> dict[int, str]:
    offered = {*available.offered_units, chosen} if available.offered_units else set(available.units)
    return {key: name for key, name in available.units.items() if key in offered}


def _suppliers(chosen: int | None) -> None:
    available = session.available()
    offered = {key: available.suppliers[key] for key in available.offered_suppliers if key in available.suppliers}
    if chosen:
        offered.setdefault(chosen, available.suppliers[chosen])
    names = dict(sorted(offered.items(), key=lambda item: item[1].casefold()))
    _names("supplier_id", t(session.SUPPLIER), t(ALL_SUPPLIERS), names, chosen)
    if len(available.suppliers) > len(names):
        st.html(f"<p class='lw-small'>{t(LARGEST, n=len(names))}</p>")


def _select(field: str, label: str, options: list[Any], chosen: Any, words: Any) -> None:
    key = f"filter_{field}"
    st.session_state[key] = chosen  # the URL decides what is chosen, whatever was shown before
    st.selectbox(label, options, format_func=words, key=key, placeholder=label, on_change=_changed, args=(field, key))


def _changed(field: str, key: str) -> None:
    change: dict[str, Any] = {field: None if st.session_state[key] == ALL else st.session_state[key]}
    if field == "scope":
        change["unit_id"] = None  # a unit chosen before may lie outside the scope
    filters = session.scoped(replace(session.current_filters(), **change), session.edition())
    if filters.period_from > filters.period_to:
        filters = replace(filters, period_from=filters.period_to, period_to=filters.period_from)
        st.toast(t(BACKWARDS), duration=8)
    session.put_in_url(filters)


def _reset() -> None:
    session.put_in_url(session.default_filters(session.edition()))


def draw_language_switch() -> None:
    """The language switch and who you are, for a page without filters."""
    with st.sidebar:
        draw_person()
        _language_link()


def _language_link() -> None:
    here = st.session_state.get("place", "overview")
    query = st.query_params.to_dict()
    query.pop("lang", None)
    other, word = ("sv", "På svenska") if language() == "en" else ("en", "In English")
    address = page_path(here, {**query, "lang": "en"} if other == "en" else query)
    st.html(f"<p class='lw-lang'><a href='{address}' lang='{other}' hreflang='{other}'>{word}</a></p>")

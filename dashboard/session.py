"""What this visitor looks at right now: the edition of the data and the filters in the URL.

The URL is the state. Every link carries it along, so a page change, a reload, Back and a shared link agree.
"""

from dataclasses import replace
from datetime import date, datetime

import streamlit as st

from dashboard import formats
from dashboard.data import edition as editions
from dashboard.data.edition import Edition
from dashboard.data.filter_choices import Choices, choices
from dashboard.filters import KEYS, NO_ANSWER, Filters, from_query, rolling, to_query
from dashboard.language import language
from dashboard.rules.scope import NOT_STATED, Scope
from dashboard.text import Text

UNIT = Text(sv="Förvaltning", en="Department")
CATEGORY = Text(sv="Kategori", en="Category")
SUPPLIER = Text(sv="Leverantör", en="Supplier")
SCOPE_NAMES: dict[Scope, Text] = {
    "kommun": Text(sv="Kommunen utan bolag", en="Municipality only"),
    "bolag": Text(sv="Kommunens bolag", en="Companies only"),
    "alla": Text(sv="Kommunen och bolagen", en="Municipality and companies"),
}


def today() -> date:
    """The visitor's day, which rules get as an argument; in the sample municipality the day it stands on."""
    return edition().sample_on or calendar_day()


def now() -> datetime:
    """The visitor's day with the clock's time, for the log of who did what and when."""
    return datetime.combine(today(), datetime.now().astimezone().time())


def calendar_day() -> date:
    """The day on the wall, whatever day the sample municipality stands on."""
    return date.today()  # noqa: DTZ011 - the municipality's own calendar day


def read_edition() -> Edition:
    """Reads which state of the data there is, once at the start of a run, so that all parts of a page agree."""
    st.session_state["edition"] = editions.current(calendar_day())
    return edition()


def edition() -> Edition:
    """The state of the data this run shows."""
    kept: Edition | None = st.session_state.get("edition")
    return kept or read_edition()


def default_filters(edition: Edition) -> Filters:
    """The twelve months that end with the last whole month in the ledger."""
    return scoped(rolling(edition.as_of.year * 100 + edition.as_of.month), edition)


def scoped(filters: Filters, edition: Edition) -> Filters:
    """The filters with the units that their scope leaves out."""
    return replace(filters, left_out=choices(edition).left_out[filters.scope])


def asked_filters(edition: Edition) -> tuple[Filters, list[Text]]:
    """The filters in the URL, and a note for each value in it that could not be used."""
    available = choices(edition)
    known = {"unit_id": available.units, "category_id": available.categories, "supplier_id": available.suppliers}
    filters, notes = from_query(st.query_params.to_dict(), default_filters(edition), known)
    return scoped(filters, edition), notes


def current_filters() -> Filters:
    """The filters this page shows."""
    return asked_filters(edition())[0]


def available() -> Choices:
    """What can be chosen in the filters."""
    return choices(edition())


def carried() -> dict[str, str]:
    """What every link takes along: the filters as they stand in the URL, and the language."""
    kept = {name: value for name, value in st.query_params.to_dict().items() if name in KEYS.values()}
    return {**kept, "lang": "en"} if language() == "en" else kept


def put_in_url(filters: Filters) -> None:
    """Writes the filters into the URL and leaves the page's own parts of it alone."""
    own = {name: value for name, value in st.query_params.to_dict().items() if name not in KEYS.values()}
    st.query_params.from_dict({**own, **to_query(filters, default_filters(edition()))})


def filters_in_words(has_period: bool = True) -> str:
    """What is shown, in words, for headings and documents; empty where there is no ledger.

    Where the months narrow nothing (`has_period`), neither they nor the scope are named.
    """
    now = edition()
    if now.last_period is None:
        return ""
    filters, available = current_filters(), choices(now)
    months = f"{formats.period(filters.period_from, language())}–{formats.period(filters.period_to, language())}"
    words = [months] if has_period else []
    if has_period and filters.unit_id is None and available.has_companies:
        words.append(SCOPE_NAMES[filters.scope].in_language(language()))
    for label, known, chosen in (
        (UNIT, available.units, filters.unit_id),
        (CATEGORY, available.categories, filters.category_id),
        (SUPPLIER, available.suppliers, filters.supplier_id),
    ):
        if chosen is not None:
            words.append(_chosen_in_words(label, known, chosen))
    return " · ".join(words)


def _chosen_in_words(label: Text, known: dict[int, str], chosen: int) -> str:
    if chosen != NOT_STATED:
        return known[chosen]
    return f"{label.in_language(language())}: {NO_ANSWER.in_language(language()).lower()}"

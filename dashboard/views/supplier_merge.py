"""Say that a supplier is the same as another: find the other, see what moves, confirm."""

from functools import partial

import polars as pl
import streamlit as st

from dashboard import formats, session
from dashboard.acts.merge_suppliers import merge_suppliers
from dashboard.data import suppliers as data
from dashboard.data.suppliers import Supplier
from dashboard.filters import Filters
from dashboard.forms import open_form, save
from dashboard.language import t
from dashboard.layout import paragraph
from dashboard.people import Person
from dashboard.register_words import orgnr
from dashboard.text import Text
from dashboard.views.permission import permitted

OFFERED = 8
TITLE = Text(sv="Slå ihop med en annan leverantör", en="Merge with another supplier")
SEARCH = Text(
    sv="Vilken leverantör är den egentligen? Sök på namn eller nummer",
    en="Which supplier is it really? Search by name or number",
)
CHOOSE = Text(sv="Samma leverantör som", en="The same supplier as")
NOBODY = Text(sv="Ingen annan leverantör passar ”{query}”.", en="No other supplier fits “{query}”.")
MOVES = Text(
    sv="Till {other} flyttas {aliases} namn och nummer med alla sina inköp, {contracts} avtal och {awards} "
    "direktupphandlingar, liksom anbud, beställningar och enkätsvar. Inget raderas: sammanslagningen kan ångras på "
    "sidan Data.",
    en="{aliases} names and numbers with all their purchases, {contracts} contracts and {awards} direct awards, and "
    "any bids, orders and survey answers move to {other}. Nothing is deleted: it can be undone on the page Data.",
)
CONFIRM = Text(sv="Slå ihop med {other}", en="Merge with {other}")
DONE = Text(sv="Leverantörerna är sammanslagna.", en="The suppliers are merged.")


def merge_form(supplier: Supplier, supplier_id: int, filters: Filters) -> None:
    """The form, folded away until it is wanted."""
    with st.expander(t(TITLE)):
        person = permitted("merge_suppliers")
        if person is None:
            return
        query = st.text_input(t(SEARCH), key=f"merge_{supplier_id}", max_chars=100).strip()
        if not query:
            return
        others = _others(query, supplier_id, filters)
        if not others:
            paragraph(t(NOBODY, query=query))
            return
        into = st.radio(t(CHOOSE), list(others), format_func=others.__getitem__, key=f"merge_into_{supplier_id}")
        _confirm(supplier, supplier_id, into, others[into], person)


def _others(query: str, supplier_id: int, filters: Filters) -> dict[int, str]:
    """The suppliers that fit, by id: name and number."""
    everyone = filters.with_all_but_period()
    found = data.search_suppliers(session.edition(), everyone, query).filter(pl.col("id") != supplier_id).head(OFFERED)
    return {
        row["id"]: f"{row['name']} ({orgnr(row['orgnr'])})" if row["orgnr"] else row["name"]
        for row in found.iter_rows(named=True)
    }


def _confirm(supplier: Supplier, supplier_id: int, into: int, other: str, person: Person) -> None:
    counts = {
        "aliases": supplier.aliases.height,
        "contracts": supplier.contracts.height,
        "awards": supplier.direct_awards.height,
    }
    paragraph(t(MOVES, other=other, **{name: formats.number(count) for name, count in counts.items()}))
    form = open_form("merge", supplier_id)
    if st.button(t(CONFIRM, other=other), key=f"merge_do_{supplier_id}"):
        save(form, partial(merge_suppliers, person, form.key, supplier_id, into, session.now()), DONE)

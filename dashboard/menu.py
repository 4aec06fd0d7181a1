"""The menu at the top of every page: real links that carry the filters and the language along."""

from html import escape

import streamlit as st

from dashboard.language import t
from dashboard.layout import page_url
from dashboard.navigation import PLACES, place
from dashboard.text import Text

MENU = Text(sv="Huvudmeny", en="Main menu")
HOME = Text(sv="Luleå Way, till översikten", en="Luleå Way, to the overview")


def draw_menu(here: str) -> None:
    """The menu, with the page that is shown (or that it belongs to) marked."""
    shown = place(here).under or here
    items = "".join(_item(entry.key, shown) for entry in PLACES if not entry.is_detail)
    home = f"<a class='lw-home' href='{escape(page_url('overview'))}' aria-label='{t(HOME)}'>Luleå Way</a>"
    st.html(f"<nav class='lw-menu' aria-label='{t(MENU)}'>{home}<ul>{items}</ul></nav>")


def _item(key: str, shown: str) -> str:
    mark = " aria-current='page'" if key == shown else ""
    return f"<li><a href='{escape(page_url(key))}'{mark}>{escape(t(place(key).title))}</a></li>"

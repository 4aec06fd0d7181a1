"""The pages that belong together, as links at the top of each of them."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboard.language import t
from dashboard.layout import url_maker
from dashboard.navigation import place
from dashboard.text import Text

ESCALATION = ("escalation", "missing", "proposals", "penalties", "equal_treatment", "delegated")
DECISIONS = ("decisions", "procurement_plan", "workload", "ceilings", "changes", "needs", "red_flags")
FOLLOW_UP = ("follow_up", "follow_up_plan")
DEVIATIONS = ("deviations", "report_deviation")
PAGES = Text(sv="Sidor", en="Pages")
CURRENT = ' aria-current="page"'


def sub_menu(keys: Sequence[str]) -> None:
    """The links; the page one is on is marked."""
    address, here = url_maker(), st.session_state.get("place")
    links = "".join(
        f"<a href='{escape(address(key))}'{CURRENT if key == here else ''}>{escape(t(place(key).title))}</a>"
        for key in keys
    )
    st.html(f"<nav class='lw-choice' aria-label='{escape(t(PAGES))}'>{links}</nav>")

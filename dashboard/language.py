"""This visitor's language: ?lang=en in the URL, kept for the session; Swedish unless chosen otherwise."""

import streamlit as st

from dashboard.text import Language, Text


def language() -> Language:
    """The visitor's language. The URL wins, so that a shared link shows what was shared."""
    chosen = st.query_params.get("lang") or st.session_state.get("language") or "sv"
    return "en" if chosen == "en" else "sv"


def t(text: Text, **values: object) -> str:
    """The words of `text` for this visitor."""
    return text.in_language(language(), **values)

"""This visitor's language: ?lang=en in the URL, Swedish otherwise.

The URL alone decides, so that a shared link, a reload and the Back button always show the language they had.
"""

import streamlit as st

from dashboard.text import Language, Text


def language() -> Language:
    """The visitor's language."""
    return "en" if st.query_params.get("lang") == "en" else "sv"


def t(text: Text, **values: object) -> str:
    """The words of `text` for this visitor."""
    return text.in_language(language(), **values)

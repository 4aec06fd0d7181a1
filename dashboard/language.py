"""This visitor's language: ?lang=en in the URL, Swedish otherwise.

The URL alone decides, so that a shared link, a reload and the Back button always show the language they had. It is
read once a run: a page asks for hundreds of words.
"""

from contextvars import ContextVar

import streamlit as st

from dashboard import formats
from dashboard.text import Language, Text

_of_this_run: ContextVar[Language | None] = ContextVar("language", default=None)


def read_language() -> Language:
    """Reads the visitor's language from the URL, at the start of a run."""
    spoken: Language = "en" if st.query_params.get("lang") == "en" else "sv"
    _of_this_run.set(spoken)
    return spoken


def language() -> Language:
    """The visitor's language."""
    return _of_this_run.get() or read_language()


def t(text: Text, **values: object) -> str:
    """The words of `text` for this visitor."""
    return text.in_language(language(), **values)


def counted(count: int, one: Text, many: Text, **values: object) -> str:
    """The words for one thing, or for none and several, with `{count}` as people write it: '1 sak', '2 saker'."""
    return t(one if count == 1 else many, count=formats.number(count), **values)

"""Lists and definitions as real HTML lists, escaped."""

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st


def definitions(rows: Mapping[str, str]) -> None:
    """Words and what each means, side by side."""
    parts = "".join(f"<div><dt>{escape(word)}</dt><dd>{escape(meaning)}</dd></div>" for word, meaning in rows.items())
    st.html(f"<dl class='lw-words'>{parts}</dl>")


def items(rows: Sequence[str]) -> None:
    """A plain list."""
    st.html(f"<ul class='lw-items'>{''.join(f'<li>{escape(row)}</li>' for row in rows)}</ul>")

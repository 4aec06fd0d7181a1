"""A search field whose text stands in the address, so that a found list can be shared."""

import streamlit as st

KEY = "sok"


def asked() -> str:
    """What the address asks for, empty where nothing is."""
    return st.query_params.get(KEY, "")[:100].strip()


def search_box(label: str, placeholder: str) -> str:
    """Draws the field and gives what is searched for, empty where nothing is."""
    wanted = st.query_params.get(KEY, "")[:100]
    st.session_state["search"] = wanted  # the address decides, whatever was typed before
    st.text_input(label, key="search", placeholder=placeholder, max_chars=100, on_change=_changed)
    return wanted.strip()


def _changed() -> None:
    typed = str(st.session_state["search"]).strip()
    if typed:
        st.query_params[KEY] = typed
    else:
        st.query_params.pop(KEY, None)

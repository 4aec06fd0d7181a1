"""A choice from a list that stands in the address: the address decides, and choosing changes it."""

from collections.abc import Mapping

import streamlit as st


def choose_in_address(page: str, name: str, label: str, options: Mapping[str, str], default: str) -> str:
    """The option that `?name=` asks for, else the default, drawn as a list to choose from; the default is not written.

    `options`: code -> words.
    """
    key, here = f"{page}_{name}", st.query_params.get(name, default)
    chosen = here if here in options else default
    st.session_state[key] = chosen  # the address decides, whatever was shown before
    words = options.__getitem__
    st.selectbox(label, list(options), format_func=words, key=key, on_change=_changed, args=(name, key, default))
    return chosen


def _changed(name: str, key: str, default: str) -> None:
    if st.session_state[key] == default:
        st.query_params.pop(name, None)
    else:
        st.query_params[name] = st.session_state[key]

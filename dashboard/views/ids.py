"""The thing a page is about: its id, as the address says it."""

import streamlit as st


def asked_id(key: str = "id") -> int | None:
    """The id in the address, or None where there is none that could be one."""
    written = st.query_params.get(key, "")
    return int(written) if written.isascii() and written.isdigit() and len(written) <= 9 else None

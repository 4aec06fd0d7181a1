"""Doing what a person asked for, and saying how it went."""

from collections.abc import Callable

import streamlit as st

from dashboard.language import language, t
from dashboard.refusals import about_error
from dashboard.text import Text
from data_access.errors import LuleaWayError


def carry_out(act: Callable[[], object], done: Text) -> None:
    """Does it and draws the page anew; where it may not be done, says why and leaves the page as it is."""
    try:
        act()
    except LuleaWayError as error:
        st.error(about_error(error, language()))
        return
    st.toast(t(done), duration=8)
    st.rerun()

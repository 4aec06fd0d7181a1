"""An id in an address is a whole number or nothing."""

import pytest
from streamlit.testing.v1 import AppTest


@pytest.mark.parametrize(
    ("written", "number"), [("7", 7), ("", None), ("-3", None), ("1 OR 1=1", None), ("٣", None), ("9" * 30, None)]
)
def test_an_id_is_a_whole_number_or_nothing(written: str, number: int | None) -> None:
    def script() -> None:
        import streamlit as st

        from dashboard.views.ids import asked_id

        st.session_state["found"] = asked_id()

    page = AppTest.from_function(script)
    page.query_params["id"] = written

    assert page.run().session_state["found"] == number

"""Two parts of a page beside each other where there is room, and one above the other on a smaller screen."""

from collections.abc import Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator


def side_by_side(name: str, widths: Sequence[int] = (1, 1)) -> list[DeltaGenerator]:
    """The columns; `name` is unique on its page (style.css stacks what stands in a container called wide_…)."""
    with st.container(key=f"wide_{name}"):
        return list(st.columns(list(widths), gap="large"))

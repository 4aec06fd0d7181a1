"""The state of a planned follow-up as shape, word and colour."""

from datetime import date
from html import escape

import polars as pl

from dashboard.charts.theme import STATUS
from dashboard.follow_up_words import DUE_NOW, STATES, UNPROVEN
from dashboard.language import t

LOOKS = {"done": "green", "late": "amber", "not_done": "red", "coming": "no_target"}


def states_in_words(rows: pl.DataFrame, today: date, missed: str = "") -> pl.Series:
    """`state_words`: each row's state as shape, word and colour; `missed` is another word for what is not done."""

    def one(state: str, has_unproven: bool, planned_on: date) -> str:
        if state == "not_done":
            return state_html(state, t(UNPROVEN) if has_unproven else missed)
        return state_html(state, t(DUE_NOW) if state == "coming" and planned_on <= today else "")

    found = [one(*row) for row in rows.select("state", "has_unproven", "planned_on").iter_rows()]
    return pl.Series("state_words", found, dtype=pl.String)


def state_html(state: str, word: str = "") -> str:
    """A state as shape, word and colour."""
    shape, usual = STATES[state]
    said = f"{shape}&nbsp;{escape(word or t(usual))}"
    return f"<span class='lw-status lw-wrap' style='color:{STATUS[LOOKS[state]].text}'>{said}</span>"

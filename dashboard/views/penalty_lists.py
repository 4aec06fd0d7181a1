"""The lists of the page of penalties and blocks: by year, each penalty, by supplier, and the blocks."""

import polars as pl

from dashboard.language import t
from dashboard.layout import choice, empty, section
from dashboard.sanction_words import PENALTY_STATES
from dashboard.text import Text
from dashboard.views.penalties import YEAR_KEY, by_supplier, by_year
from dashboard.views.sanctions import BLOCKS, BLOCKS_WHY, NO_BLOCKS, PENALTIES, block_table, penalty_table

SHOW = Text(sv="Visa", en="Show")
EVERY = Text(sv="Alla", en="All")
LOST = Text(sv="Inte uttagna", en="Not taken")
YEAR = Text(sv="År", en="Year")
STATE_KEY, ALL, LOST_ONLY = "lage", "alla", "inte-uttagna"


def the_penalties(rows: pl.DataFrame, usual_days: int) -> None:
    """The chart by year, the penalties themselves, and the suppliers; nothing where there is none."""
    if rows.is_empty():
        return
    by_year(rows)
    section(t(PENALTIES))
    years = {str(year): Text(sv=str(year), en=str(year)) for year in rows["year"].unique().sort(descending=True)}
    year = choice(YEAR, YEAR_KEY, {ALL: EVERY, **years}, ALL)
    state = choice(SHOW, STATE_KEY, {ALL: EVERY, LOST_ONLY: LOST, **PENALTY_STATES}, ALL)
    penalty_table(_of_state(rows if year == ALL else rows.filter(pl.col("year") == int(year)), state), t(PENALTIES))
    by_supplier(rows, usual_days)


def _of_state(rows: pl.DataFrame, state: str) -> pl.DataFrame:
    if state == LOST_ONLY:
        return rows.filter(pl.col("lost_ore") > 0)
    return rows if state == ALL else rows.filter(pl.col("state") == state)


def the_blocks(rows: pl.DataFrame) -> None:
    """Every block with how much was dated after it."""
    section(t(BLOCKS), t(BLOCKS_WHY))
    if rows.is_empty():
        empty(t(NO_BLOCKS))
    else:
        block_table(rows, t(BLOCKS))

"""Names that may be suppliers we know, for a person to answer; and merges made, for a person to undo."""

from datetime import datetime
from functools import partial
from typing import Any

import polars as pl
import streamlit as st

from dashboard import formats
from dashboard.acts.answer_proposal import answer_proposal
from dashboard.acts.merge_suppliers import undo_supplier_merge
from dashboard.forms import open_form, save
from dashboard.language import t
from dashboard.layout import paragraph, section
from dashboard.register_words import orgnr
from dashboard.text import Text
from dashboard.views.carry_out import carry_out
from dashboard.views.permission import permitted

SHOWN = 10
PROPOSALS = Text(sv="Är det samma leverantör?", en="Is it the same supplier?")
PROPOSALS_WHY = Text(
    sv="Namnen liknar varandra, men ingen slås ihop utan att någon svarar. Frågor som väntar: {count}.",
    en="The names are alike, but nothing is matched unless somebody answers. Questions waiting: {count}.",
)
QUESTION = Text(
    sv="{name} i registret – är det {supplier} ({number})? Likhet {score} av 100.",
    en="{name} in the register – is it {supplier} ({number})? Likeness {score} of 100.",
)
SAME = Text(sv="Ja, samma", en="Yes, the same")
OTHER = Text(sv="Nej, en annan", en="No, another")
SAVED = Text(sv="Svaret är sparat.", en="The answer is saved.")
NONE_WAIT = Text(sv="Inga frågor väntar.", en="No questions wait.")
MERGES = Text(sv="Sammanslagningar", en="Merges")
MERGED = Text(sv="{was} är sammanslagen med {now}, {day}.", en="{was} was merged into {now}, {day}.")
UNDO = Text(sv="Ångra", en="Undo")
UNDONE = Text(sv="Sammanslagningen är ångrad.", en="The merge is undone.")
NO_MERGES = Text(sv="Inga leverantörer är sammanslagna.", en="No suppliers are merged.")


def proposals(waiting: pl.DataFrame, now: datetime) -> None:
    """The likeliest questions, each with its two answers."""
    why = t(PROPOSALS_WHY, count=formats.number(waiting.height)) if waiting.height else ""
    section(t(PROPOSALS), why)
    if waiting.is_empty():
        paragraph(t(NONE_WAIT))
        return
    person = permitted("answer_proposal")
    for row in waiting.head(SHOWN).iter_rows(named=True):
        asks, yes, no = st.columns([6, 1, 1], vertical_alignment="center")
        with asks:
            paragraph(_question(row))
        for column, words, is_same in ((yes, SAME, True), (no, OTHER, False)):
            key = f"proposal_{row['id']}_{is_same}"
            if person and column.button(t(words), key=key, help=_question(row), width="stretch"):
                carry_out(partial(answer_proposal, person, row["id"], is_same, now), SAVED)


def _question(row: dict[str, Any]) -> str:
    return t(
        QUESTION,
        name=row["name"],
        supplier=row["supplier"],
        number=orgnr(row["orgnr"]),
        score=formats.number(row["score"]),
    )


def merges(made: pl.DataFrame, now: datetime) -> None:
    """The merges that stand, each with the way back."""
    section(t(MERGES))
    standing = made.filter(pl.col("undone_on").is_null())
    if standing.is_empty():
        paragraph(t(NO_MERGES))
        return
    person = permitted("merge_suppliers")
    for row in standing.head(SHOWN).iter_rows(named=True):
        said, undo = st.columns([7, 1], vertical_alignment="center")
        words = t(MERGED, was=row["was"], now=row["now"], day=formats.day(row["merged_on"]))
        with said:
            paragraph(words)
        form = open_form("undo_merge", row["id"])
        if person and undo.button(t(UNDO), key=f"undo_merge_{row['id']}", help=words, width="stretch"):
            save(form, partial(undo_supplier_merge, person, form.key, row["id"], now), UNDONE)

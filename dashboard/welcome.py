"""What a visitor sees before there is any data: what this is for, and the two ways to begin."""

from html import escape

import streamlit as st

from dashboard.language import t
from dashboard.layout import page_url
from dashboard.text import Text

PAGES_WITHOUT_DATA = ("data", "log", "imports", "about")  # these have something to say on an empty database

TITLE = Text(sv="Välkommen. Här finns inga uppgifter ännu", en="Welcome. There is no data here yet")
PURPOSE = Text(
    sv="Läs in kommunens leverantörsreskontra och avtalsregister, så visar sidan hur det går med de tre "
    "inköpsmålen: följa LOU, effektivisera och skapa värde. Varje siffra kan följas ned till fakturaraden.",
    en="Import the municipality's supplier ledger and contract register, and this page shows how the three purchasing "
    "goals are going: comply with LOU, make efficient and create value. Every number leads down to its invoice lines.",
)
BEGIN = Text(sv="Läs in era filer", en="Import your files")
BEGIN_HOW = Text(
    sv="Filerna stannar på den här datorn. Du ser hur de tolkas innan något sparas, och allt går att ångra.",
    en="The files stay on this computer. You see how they are read before anything is saved, and all can be undone.",
)
TRY = Text(sv="Eller pröva med en påhittad kommun", en="Or try with a made-up municipality")
TRY_HOW = Text(sv="Kör det här kommandot i en terminal:", en="Run this command in a terminal:")
COMMAND = "uv run luleaway demo"


def draw_welcome() -> None:
    """The way in, instead of a page full of zeros."""
    st.html(
        f"<header class='lw-heading'><h1>{t(TITLE)}</h1><p class='lw-lead'>{t(PURPOSE)}</p></header>"
        f"<div class='lw-welcome'><section><h2><a href='{escape(page_url('imports'))}'>{t(BEGIN)}</a></h2>"
        f"<p>{t(BEGIN_HOW)}</p></section>"
        f"<section><h2>{t(TRY)}</h2><p>{t(TRY_HOW)}</p><p><code>{COMMAND}</code></p></section></div>"
    )

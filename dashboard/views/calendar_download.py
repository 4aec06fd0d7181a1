"""The button that gives what is listed as a calendar file. The file is made when it is pressed."""

from datetime import date
from urllib.parse import urlsplit

import polars as pl
import streamlit as st

from dashboard import calendar_words as words
from dashboard import formats, session
from dashboard.data.decision_page import NOBODY
from dashboard.export.calendar_file import MIME, About, calendar_file
from dashboard.language import language, t
from dashboard.layout import base_path


def calendar_download(events: pl.DataFrame, day: date, person: str = "") -> None:
    """Nothing where no event is to come: a calendar without one is no calendar. `person`: whose they are."""
    if events.is_empty():
        return
    about = About(
        day, session.now().astimezone(), person if person != NOBODY else "", own_address(st.context.url), language()
    )
    name = f"{t(words.FILE)}-{formats.day(day)}.ics"
    st.download_button(t(words.DOWNLOAD), lambda: calendar_file(events, about), name, MIME, on_click="ignore")


def own_address(url: str | None) -> str:
    """Where the app lives, from the address of the page shown; empty where it is not known."""
    parts = urlsplit(url or "")
    return f"{parts.scheme}://{parts.netloc}{base_path()}" if parts.scheme and parts.netloc else ""

"""The form for how many officers and hours there are in a month."""

from functools import partial
from typing import Any

import polars as pl
import streamlit as st

from dashboard import formats, session
from dashboard.acts.plan_procurement import set_capacity
from dashboard.forms import Form, fill_in, open_form, save
from dashboard.language import language, t
from dashboard.month_words import month_in_words
from dashboard.people import Person
from dashboard.text import Text
from dashboard.views.permission import permitted
from data_access.errors import Refused

TITLE = Text(sv="Ange hur många timmar som finns", en="Say how many hours there are")
MONTH = Text(sv="Månad", en="Month")
OFFICERS = Text(sv="Upphandlare, heltider", en="Procurement officers, full time")
HOURS = Text(sv="Timmar för upphandlingar", en="Hours for procurements")
SOURCE = Text(sv="Källa", en="Source")
SOURCE_HELP = Text(sv="Till exempel bemanningsplanen.", en="For example the staffing plan.")
HOURS_HELP = Text(
    sv="Tiden till upphandlingar, inte hela arbetstiden.", en="The time for procurements, not all working time."
)
NOT_SAID: dict[str, Any] = {"officers": None, "hours": None, "source": "", "version": 0}
SAVE, SAVED = Text(sv="Spara", en="Save"), Text(sv="Timmarna är sparade.", en="The hours are saved.")


def capacity_form(capacity: pl.DataFrame, months: list[int], usual: int) -> None:
    """One month at a time, folded away. `capacity`: the table officer_capacity."""
    with st.expander(t(TITLE)):
        person = permitted("set_capacity")
        if person is None:
            return
        words = {period: month_in_words(period, language()) for period in months}
        key = "capacity_month"
        period = st.selectbox(t(MONTH), months, months.index(usual), format_func=words.__getitem__, key=key, width=640)
        known = capacity.filter(pl.col("period") == period)
        row = known.row(0, named=True) if known.height else NOT_SAID
        form = open_form("set_capacity", period, row["version"])
        with st.form(form.name, width=640, border=False):
            left, right = st.columns(2)
            with left:
                officers = form.text("officers", OFFICERS, value=_written(row["officers"], 1), longest=10)
            with right:
                hours = form.text("hours", HOURS, HOURS_HELP, value=_written(row["hours"], 0), longest=10)
            source = form.text("source", SOURCE, SOURCE_HELP, value=row["source"])
            if st.form_submit_button(t(SAVE), type="primary"):
                save(form, partial(_save, person, form, period, officers, hours, source), SAVED)


def _written(value: float | None, decimals: int) -> str:
    return "" if value is None else formats.number(value, decimals).replace(formats.NBSP, " ")


def _save(person: Person, form: Form, period: int, officers: str, hours: str, source: str) -> object:
    fill_in((OFFICERS, officers), (HOURS, hours), (SOURCE, source))
    people, time = formats.parse_number(officers), formats.parse_number(hours)
    if people is None or time is None or time != int(time):
        raise Refused("capacity_amounts")
    now, seen = session.now(), form.seen or 0
    return set_capacity(person, form.key, now, period, seen, officers=float(people), hours=int(time), source=source)

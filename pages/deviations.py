"""Which deviations are open, who must complete them, and are they becoming more?"""

import polars as pl

from dashboard import formats, session
from dashboard.charts.deviations_by_month import build_deviations_by_month
from dashboard.data import deviations as data
from dashboard.language import counted, language, t
from dashboard.layout import choice, empty, heading, page_url, section, show
from dashboard.sidebar import sidebar_filters
from dashboard.text import Text
from dashboard.views import deviations as view
from dashboard.views.sub_menu import DEVIATIONS, sub_menu

TITLE = Text(sv="Avvikelser", en="Deviations")
NO_OPEN = Text(sv="Ingen avvikelse är öppen.", en="No deviation is open.")
ONE = Text(sv="{count} avvikelse är öppen", en="{count} deviation is open")
SEVERAL = Text(sv="{count} avvikelser är öppna", en="{count} deviations are open")
OF_THEM = Text(
    sv="{open}. Försenade: {late}. Att komplettera: {unfinished}.",
    en="{open}. Late: {late}. To complete: {unfinished}.",
)
NONE_YET = Text(sv="Inga avvikelser är anmälda för det här urvalet.", en="No deviations are reported here.")
REPORT = Text(sv="Anmäl en avvikelse", en="Report a deviation")
SHOW, LIST = Text(sv="Visa", en="Show"), Text(sv="Avvikelserna", en="The deviations")
LIST_OF = Text(sv="Avvikelserna som upptäcktes i {month}", en="The deviations observed in {month}")
KINDS = {
    "oppna": Text(sv="Öppna", en="Open"),
    "sena": Text(sv="Försenade", en="Late"),
    "ofullstandiga": Text(sv="Att komplettera", en="To complete"),
    "alla": Text(sv="Alla", en="All"),
}
WANTED = {
    "oppna": pl.col("is_open"),
    "sena": pl.col("is_overdue"),
    "ofullstandiga": pl.col("is_incomplete"),
    "alla": pl.lit(True),
}

filters = sidebar_filters()
edition, today = session.edition(), session.today()
rows = data.chosen_deviations(edition, today, filters)

if rows.is_empty():
    heading(t(TITLE), has_period=False)
    sub_menu(DEVIATIONS)
    empty(t(NONE_YET), t(REPORT), page_url("report_deviation"))
else:
    counts = {name: rows.filter(wanted).height for name, wanted in WANTED.items()}
    said = counted(counts["oppna"], ONE, SEVERAL) if counts["oppna"] else ""
    late, unfinished = (formats.number(counts[name]) for name in ("sena", "ofullstandiga"))
    heading(t(TITLE), t(OF_THEM, open=said, late=late, unfinished=unfinished) if said else t(NO_OPEN), has_period=False)
    sub_menu(DEVIATIONS)
    first, last = data.month_span(today)
    by_month = data.by_month(edition, today, filters)
    show(build_deviations_by_month(by_month, first, last, language(), view.month_url), "months")
    month = view.asked_month()
    section(t(LIST) if month is None else t(LIST_OF, month=formats.period(month, language())))
    chosen = choice(SHOW, "visa", KINDS, "oppna")
    view.deviation_table(view.of_month(rows.filter(WANTED[chosen]), month), t(LIST))

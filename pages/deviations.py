"""Which deviations are open, who must complete them, and are they becoming more?"""

import polars as pl

from dashboard import formats, session
from dashboard.charts.deviations_by_month import build_deviations_by_month
from dashboard.data import deviations as data
from dashboard.language import language, t
from dashboard.layout import choice, empty, heading, link_to, page_url, section, show
from dashboard.sidebar import sidebar_filters
from dashboard.text import Text
from dashboard.views import deviations as view

TITLE = Text(sv="Avvikelser", en="Deviations")
LEAD = Text(
    sv="{open} avvikelser är öppna: {late} är försenade och {unfinished} väntar på att kompletteras.",
    en="{open} deviations are open: {late} are late and {unfinished} wait to be completed.",
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
    heading(t(TITLE))
    empty(t(NONE_YET), t(REPORT), page_url("report_deviation"))
else:
    counts = {name: formats.number(rows.filter(wanted).height) for name, wanted in WANTED.items()}
    lead = t(LEAD, open=counts["oppna"], late=counts["sena"], unfinished=counts["ofullstandiga"])
    heading(t(TITLE), lead)
    link_to("report_deviation", t(REPORT))
    first, last = data.month_span(today)
    by_month = data.by_month(edition, today, filters)
    show(build_deviations_by_month(by_month, first, last, language(), view.month_url), "months")
    month = view.asked_month()
    section(t(LIST) if month is None else t(LIST_OF, month=formats.period(month, language())))
    chosen = choice(SHOW, "visa", KINDS, "oppna")
    view.deviation_table(view.of_month(rows.filter(WANTED[chosen]), month), t(LIST))

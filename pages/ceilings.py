"""Which ceilings are about to be reached, and when?"""

from dashboard import formats, session
from dashboard.ceiling_words import STATES
from dashboard.data import ceilings as data
from dashboard.language import t
from dashboard.layout import choice, empty, heading, page_url
from dashboard.rules.ceilings_forecast.limits import WHOLE
from dashboard.sidebar import sidebar_filters
from dashboard.text import Text
from dashboard.views import ceilings as view
from dashboard.views.sub_menu import DECISIONS, sub_menu

TITLE = Text(sv="Avtalstak", en="Ceilings")
LEAD = Text(
    sv="{reached} avtal har nått {share} av sitt tak, {full} av dem hela. {early} till beräknas nå taket före sitt "
    "slut. För {unknown} är taket okänt.",
    en="{reached} contracts have reached {share} of their ceiling, {full} of them all of it. {early} more are forecast "
    "to reach it before they end. For {unknown} the ceiling is unknown.",
)
NOTHING = Text(sv="Inga avtal gäller för det här urvalet.", en="No contracts are in force for this selection.")
TO_CONTRACTS = Text(sv="Till avtalen", en="To the contracts")
SHOW = Text(sv="Visa", en="Show")
KINDS = {
    "alla": Text(sv="Alla", en="All"),
    "fore": Text(sv="Nås före slutet", en="Reached before the end"),
    **{state: STATES[state] for state in ("full", "stop", "reprocure", "watch", "free", "unknown")},
}
NONE_OF_THESE = Text(sv="Inga sådana avtal i urvalet.", en="No such contracts in the selection.")

filters = sidebar_filters()
edition, today = session.edition(), session.today()
rows = data.ceilings(edition, filters, today)
limits = data.limits(edition, today)

if rows.is_empty():
    heading(t(TITLE))
    sub_menu(DECISIONS)
    empty(t(NOTHING), t(TO_CONTRACTS), page_url("contracts"))
else:
    counted = {name: formats.number(value) for name, value in data.counts(rows).items()}
    share = formats.share(limits.stop_share / WHOLE, 0)
    heading(t(TITLE), t(LEAD, share=share, **counted), edition.as_of, is_filtered=False)
    sub_menu(DECISIONS)
    view.attention(rows, limits)
    chosen = data.of_kind(rows, choice(SHOW, "lage", KINDS, "alla"))
    if chosen.is_empty():
        empty(t(NONE_OF_THESE))
    else:
        view.ceiling_list(chosen)
    view.about_limits(limits, formats.day(edition.as_of), formats.day(data.limits_since(edition, today)))

"""How good is our data, and what is missing from whom?"""

from dashboard import formats, session
from dashboard.data import quality
from dashboard.language import t
from dashboard.layout import empty, heading, link_to, page_url
from dashboard.sidebar import draw_language_switch
from dashboard.text import Text
from dashboard.views import data_quality as view
from dashboard.views.matching import merges, proposals
from dashboard.views.side_by_side import side_by_side

TITLE = Text(sv="Data", en="Data")
LEAD = Text(
    sv="Underlaget går till och med {day}. {missing} uppgifter saknas i registren.",
    en="The data goes up to {day}. {missing} facts are missing in the registers.",
)
NOTHING = Text(sv="Här finns inga data än.", en="There is no data here yet.")
TO_LOG = Text(sv="Vem som har ändrat vad: händelseloggen", en="Who has changed what: the event log")
IMPORT = Text(sv="Importera en fil", en="Import a file")

draw_language_switch()
edition = session.edition()
fresh = quality.freshness(edition)

if fresh.is_empty():
    heading(t(TITLE), is_filtered=False)
    empty(t(NOTHING), t(IMPORT), page_url("imports"))
else:
    gaps = quality.gaps(edition)
    missing = formats.number(int(gaps["missing"].sum()))
    heading(t(TITLE), t(LEAD, day=formats.day(edition.as_of), missing=missing), is_filtered=False)
    left, right = side_by_side("fresh", (5, 4))
    with left:
        view.freshness(fresh, quality.months(edition))
    with right:
        view.coverage(quality.coverage(edition))
    proposals(quality.proposals(edition), session.now())
    merges(quality.merges(edition), session.now())
    view.gaps(gaps, view.asked_check(), lambda code: quality.rows_behind(edition, code))
    view.unverified_limits(quality.thresholds_in_force(edition))
    link_to("log", t(TO_LOG))

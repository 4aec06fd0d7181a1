"""What went wrong, with whom, and when? A minute's work, open to everybody in the operations."""

from dashboard import session
from dashboard.data import deviations as data
from dashboard.language import t
from dashboard.layout import empty, heading, page_url
from dashboard.person import signed_in
from dashboard.sidebar import draw_language_switch
from dashboard.text import Text
from dashboard.views.report_deviation import report_form
from dashboard.views.sub_menu import DEVIATIONS, sub_menu

TITLE = Text(sv="Anmäl en avvikelse", en="Report a deviation")
LEAD = Text(
    sv="Berätta vad som inte blev som avtalat. Inköpskontoret tar hand om resten.",
    en="Say what was not as agreed. The purchasing office takes care of the rest.",
)
NOBODY = Text(sv="Logga in för att anmäla.", en="Sign in to report.")
NO_SUPPLIERS = Text(sv="Här finns inga leverantörer än.", en="There are no suppliers here yet.")
IMPORT = Text(sv="Importera ett register", en="Import a register")

draw_language_switch()
person, edition, today = signed_in(), session.edition(), session.today()
heading(t(TITLE), t(LEAD), is_filtered=False)
sub_menu(DEVIATIONS)

subjects = data.subjects(edition)
if person is None:
    empty(t(NOBODY))
elif not subjects:
    empty(t(NO_SUPPLIERS), t(IMPORT), page_url("imports"))
else:
    report_form(person, subjects, session.available().units, today)

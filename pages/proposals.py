"""What do the data say that a person should look at, and what do we answer?"""

import polars as pl

from dashboard import session
from dashboard.data import dossier
from dashboard.data import signals as data
from dashboard.language import counted, t
from dashboard.layout import choice, empty, heading, page_url, paragraph
from dashboard.person import signed_in
from dashboard.sidebar import draw_language_switch
from dashboard.text import Text
from dashboard.views.dossier import audit_conflicts
from dashboard.views.proposals import inbox, kinds_with_counts
from dashboard.views.sub_menu import ESCALATION, sub_menu

TITLE = Text(sv="Förslag", en="Proposals")
ONE = Text(
    sv="{count} signal väntar på svar. Den föreslår bara: en människa avgör.",
    en="{count} signal waits for an answer. It only proposes: a person decides.",
)
SEVERAL = Text(
    sv="{count} signaler väntar på svar. De föreslår bara: en människa avgör.",
    en="{count} signals wait for an answer. They only propose: a person decides.",
)
NONE = Text(sv="Inga signaler väntar på svar.", en="No signals wait for an answer.")
TO_BOARD = Text(sv="Till eskaleringen", en="To the escalation")
KIND, ALL = Text(sv="Slag", en="Kind"), Text(sv="Alla", en="All")
NOT_LOOKED_FOR = Text(
    sv="Konkurs och rekonstruktion samt utgångna certifikat och försäkringar bevakas inte: uppgifterna finns inte här.",
    en="Bankruptcy, reorganisation, and expired certificates and insurances are not watched: the data is not here.",
)

draw_language_switch()
edition, today = session.edition(), session.today()
rows = data.inbox(edition, today)
heading(t(TITLE), counted(rows.height, ONE, SEVERAL) if rows.height else t(NONE), is_filtered=False)
sub_menu(ESCALATION)
if rows.is_empty():
    empty(t(NONE), t(TO_BOARD), page_url("escalation"))
else:
    kinds = {"alla": ALL} | kinds_with_counts(rows)
    chosen = choice(KIND, "slag", kinds, "alla")
    inbox(signed_in(), rows if chosen == "alla" else rows.filter(pl.col("kind") == chosen))
audit_conflicts(dossier.audit_conflicts(edition, today))
paragraph(t(NOT_LOOKED_FOR))

"""Which suppliers stand on which step, what is missing, and what must be decided?"""

from dashboard import session
from dashboard.charts.escalation_ladder import build_escalation_ladder
from dashboard.data import escalation as data
from dashboard.language import counted, language, t
from dashboard.layout import choice, empty, heading, page_url, show, table_behind
from dashboard.sidebar import sidebar_filters
from dashboard.text import Text
from dashboard.views import board as view
from dashboard.views import ladder, missing
from dashboard.views.sub_menu import ESCALATION, sub_menu

TITLE = Text(sv="Eskalering", en="Escalation")
ONE = Text(sv="{count} leverantör har öppna ärenden.", en="{count} supplier has open cases.")
SEVERAL = Text(sv="{count} leverantörer har öppna ärenden.", en="{count} suppliers have open cases.")
CALM = Text(sv="Ingen leverantör har ett öppet ärende.", en="No supplier has an open case.")
NOTHING = Text(
    sv="Här finns inga ärenden. Ett ärende öppnas från en avvikelse.",
    en="There are no cases here. A case is opened from a deviation.",
)
TO_DEVIATIONS = Text(sv="Till avvikelserna", en="To the deviations")

filters = sidebar_filters()
edition, today = session.edition(), session.today()
board = data.board(edition, today, filters)

if board.cases.is_empty() and board.ladder.is_empty():
    heading(t(TITLE), t(CALM), has_period=False)
    sub_menu(ESCALATION)
    empty(t(NOTHING), t(TO_DEVIATIONS), page_url("deviations"))
else:
    suppliers = board.cases["supplier_id"].n_unique()
    lead = f"{counted(suppliers, ONE, SEVERAL)} {missing.sentence(board.missing)}"
    heading(t(TITLE), lead if board.cases.height else t(CALM), has_period=False)
    sub_menu(ESCALATION)
    shown = ladder.shown(board.ladder, choice(ladder.SHOW, "rader", ladder.SIZES, "atta"))
    show(build_escalation_ladder(shown, language(), ladder.supplier_url), "ladder")
    table_behind(*ladder.as_table(shown))
    ladder.say_the_rule()
    view.gap_cards(board.gaps)
    view.case_table(board.cases)

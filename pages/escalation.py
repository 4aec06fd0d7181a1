"""Which suppliers stand on which step, what is missing, and what must be decided?"""

from dashboard import formats, session
from dashboard.charts.escalation_ladder import build_escalation_ladder
from dashboard.data import escalation as data
from dashboard.language import language, t
from dashboard.layout import choice, empty, heading, page_url, show, table_behind
from dashboard.sidebar import sidebar_filters
from dashboard.text import Text
from dashboard.views import board as view
from dashboard.views import ladder
from dashboard.views.sub_menu import ESCALATION, sub_menu

TITLE = Text(sv="Eskalering", en="Escalation")
LEAD = Text(
    sv="{suppliers} leverantörer har öppna ärenden. {missing} saker saknas på stegen, {late} av dem är försenade.",
    en="{suppliers} suppliers have open cases. {missing} things are missing on the steps, {late} of them late.",
)
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
    heading(t(TITLE), t(CALM))
    sub_menu(ESCALATION)
    empty(t(NOTHING), t(TO_DEVIATIONS), page_url("deviations"))
else:
    missing, late = board.missing.height, int(board.missing["is_overdue"].sum())
    suppliers = formats.number(board.cases["supplier_id"].n_unique())
    lead = t(LEAD, suppliers=suppliers, missing=formats.number(missing), late=formats.number(late))
    heading(t(TITLE), lead if board.cases.height else t(CALM))
    sub_menu(ESCALATION)
    shown = ladder.shown(board.ladder, choice(ladder.SHOW, "rader", ladder.SIZES, "atta"))
    show(build_escalation_ladder(shown, language(), ladder.supplier_url), "ladder")
    table_behind(*ladder.as_table(shown))
    ladder.say_the_rule()
    view.gap_cards(board.gaps)
    view.case_table(board.cases)

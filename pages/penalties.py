"""Which penalties did we have a right to, what became of them, and were blocks on ordering kept?"""

from dashboard import session
from dashboard.data import blocks as block_data
from dashboard.data import sanctions as data
from dashboard.language import t
from dashboard.layout import Crumb, empty, heading, page_url
from dashboard.sidebar import sidebar_filters
from dashboard.text import Text
from dashboard.views import block as block_view
from dashboard.views import penalties as view
from dashboard.views.block_forms import block_steps
from dashboard.views.ids import asked_id
from dashboard.views.penalty_clause_form import correct_clause
from dashboard.views.penalty_forms import number_form, recount_form, step_form
from dashboard.views.penalty_lists import the_blocks, the_penalties
from dashboard.views.sanctions import BLOCK_KEY
from dashboard.views.sub_menu import ESCALATION, sub_menu

TITLE = Text(sv="Viten och spärrar", en="Penalties and blocks")
PENALTY = Text(sv="Vite {id}", en="Penalty {id}")
BLOCK = Text(sv="Spärr {id}", en="Block {id}")
UNKNOWN = Text(sv="Det vitet eller den spärren finns inte här.", en="That penalty or block is not here.")
ALL = Text(sv="Till alla viten och spärrar", en="To all penalties and blocks")
NONE = Text(sv="Här finns inga viten än.", en="There are no penalties here yet.")

filters = sidebar_filters()
edition, today = session.edition(), session.today()
penalty_id, block_id = asked_id(), asked_id(BLOCK_KEY)
crumb = Crumb(t(TITLE), page_url("penalties"))

if penalty_id is not None and (one := data.penalty(edition, today, penalty_id)) is not None:
    title = t(PENALTY, id=penalty_id)
    heading(title, view.penalty_sentence(one.row), crumbs=[crumb, Crumb(title)], is_filtered=False)
    view.about_penalty(one)
    step_form(edition, today, one)
    recount_form(today, one.row)
    number_form(one.row)
    correct_clause(one.clause)
elif block_id is not None and (block := block_data.block(edition, block_id)) is not None:
    title = t(BLOCK, id=block_id)
    heading(title, block_view.block_sentence(block), crumbs=[crumb, Crumb(title)], is_filtered=False)
    block_view.about_block(block, block_data.lines_of(edition, block_id))
    block_steps(block, today)
elif penalty_id is not None or block_id is not None:
    heading(t(TITLE), is_filtered=False)
    empty(t(UNKNOWN), t(ALL), page_url("penalties"))
else:
    rows = data.chosen_penalties(edition, today, filters)
    heading(t(TITLE), view.sentence(rows) if rows.height else t(NONE), today)
    sub_menu(ESCALATION)
    the_penalties(rows, data.usual_days(edition, today))
    the_blocks(block_data.chosen_blocks(edition, filters))

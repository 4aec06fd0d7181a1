"""How does one procurement go from need to contract, scheduled backwards from the day it must hold?"""

from dashboard import session
from dashboard.data import project_plans as data
from dashboard.language import t
from dashboard.layout import Crumb, empty, heading, page_url
from dashboard.rules.plans.chain import Link
from dashboard.sidebar import sidebar_filters
from dashboard.text import Text
from dashboard.views import project_plan as view
from dashboard.views.ids import asked_id
from dashboard.views.plan_files import project_downloads
from dashboard.views.plan_forms import change_line
from dashboard.views.plan_stage_form import next_stage_form
from dashboard.views.sub_menu import DECISIONS, sub_menu

TITLE = Text(sv="Projektplan", en="Project plan")
PLAN = Text(sv="Upphandlingsplan", en="Procurement plan")
UNKNOWN = Text(
    sv="Välj en upphandling i upphandlingsplanen. Den här finns inte i planen.",
    en="Choose a procurement in the procurement plan. This one is not in the plan.",
)
TO_PLAN = Text(sv="Till upphandlingsplanen", en="To the procurement plan")

sidebar_filters()
edition, today = session.edition(), session.today()
item_id, contract_id = asked_id(), asked_id("avtal")
one = data.project(edition, today, item_id, contract_id)

if one is None:
    heading(t(TITLE), is_filtered=False)
    sub_menu(DECISIONS)
    empty(t(UNKNOWN), t(TO_PLAN), page_url("procurement_plan"))
else:
    title, sentence = str(one.line["title"]), view.sentence(one, today)
    crumbs = [Crumb(t(PLAN), page_url("procurement_plan")), Crumb(title)]
    heading(f"{t(TITLE)}: {title}", sentence, crumbs=crumbs, is_filtered=False)
    view.decided(one)
    view.links(edition, today, one.links, Link("line", one.line["item_id"] or 0))
    view.timeline(one, today)
    view.stages(one)
    view.known(edition, one)
    next_stage_form(one, today)
    change_line(edition, today, one)
    project_downloads(one, sentence, edition, today)

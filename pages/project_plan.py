"""How does one procurement go from need to contract, scheduled backwards from the day it must hold?"""

from dashboard.language import t
from dashboard.layout import heading
from dashboard.sidebar import sidebar_filters
from dashboard.text import Text
from dashboard.views.sub_menu import DECISIONS, sub_menu

TITLE = Text(sv="Projektplan", en="Project plan")

sidebar_filters()
heading(t(TITLE))
sub_menu(DECISIONS)

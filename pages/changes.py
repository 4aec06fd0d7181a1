"""Which contracts have been changed, on what ground, and how much room is left?"""

from dashboard.language import t
from dashboard.layout import heading
from dashboard.sidebar import sidebar_filters
from dashboard.text import Text
from dashboard.views.sub_menu import DECISIONS, sub_menu

TITLE = Text(sv="Avtalsändringar", en="Contract changes")

sidebar_filters()
heading(t(TITLE))
sub_menu(DECISIONS)

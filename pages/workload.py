"""Have we the hours for what must start each month?"""

from dashboard.language import t
from dashboard.layout import heading
from dashboard.sidebar import sidebar_filters
from dashboard.text import Text
from dashboard.views.sub_menu import DECISIONS, sub_menu

TITLE = Text(sv="Belastning", en="Workload")

sidebar_filters()
heading(t(TITLE))
sub_menu(DECISIONS)

"""Where is there a reason to look closer?"""

from dashboard.language import t
from dashboard.layout import heading
from dashboard.sidebar import sidebar_filters
from dashboard.text import Text
from dashboard.views.sub_menu import DECISIONS, sub_menu

TITLE = Text(sv="Röda flaggor", en="Red flags")

sidebar_filters()
heading(t(TITLE))
sub_menu(DECISIONS)

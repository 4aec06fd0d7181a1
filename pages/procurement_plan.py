"""What must be procured in the next two years, and when must each start?"""

from dashboard.language import t
from dashboard.layout import heading
from dashboard.sidebar import sidebar_filters
from dashboard.text import Text
from dashboard.views.sub_menu import DECISIONS, sub_menu

TITLE = Text(sv="Upphandlingsplan", en="Procurement plan")

sidebar_filters()
heading(t(TITLE))
sub_menu(DECISIONS)

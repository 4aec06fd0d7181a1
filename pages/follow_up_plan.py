"""Which follow-ups are planned, when and by whom?"""

from dashboard.language import t
from dashboard.layout import heading
from dashboard.sidebar import sidebar_filters
from dashboard.text import Text
from dashboard.views.sub_menu import FOLLOW_UP, sub_menu

TITLE = Text(sv="Uppföljningsplan", en="Follow-up plan")

sidebar_filters()
heading(t(TITLE))
sub_menu(FOLLOW_UP)

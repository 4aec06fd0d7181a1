"""What do we buy without a valid contract, now and soon?"""

from dashboard.language import t
from dashboard.layout import heading
from dashboard.sidebar import sidebar_filters
from dashboard.text import Text
from dashboard.views.sub_menu import DECISIONS, sub_menu

TITLE = Text(sv="Utan avtal", en="Without a contract")

sidebar_filters()
heading(t(TITLE))
sub_menu(DECISIONS)

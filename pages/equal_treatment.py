"""Does the same deviation, as bad, lead to the same step and the same sanction, whoever the supplier is?"""

from dashboard import session
from dashboard.data import equal_treatment as data
from dashboard.language import t
from dashboard.layout import heading
from dashboard.sidebar import sidebar_filters
from dashboard.text import Text
from dashboard.views import equal_treatment as view
from dashboard.views.sub_menu import ESCALATION, sub_menu

TITLE = Text(sv="Likabehandling", en="Equal treatment")

filters = sidebar_filters()
edition, today = session.edition(), session.today()
rows = data.chosen_deviations(edition, today, filters)

heading(t(TITLE), view.sentence(rows), today)
sub_menu(ESCALATION)
view.strips(rows)
view.outliers(rows)
view.the_groups(rows)

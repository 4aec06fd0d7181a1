"""What do the words mean, how is each number made, and who does what?"""

from importlib.metadata import version

from dashboard.language import t
from dashboard.layout import heading
from dashboard.metrics import all_metrics
from dashboard.sidebar import draw_language_switch
from dashboard.text import Text
from dashboard.views import about as view
from dashboard.views.about_escalation import how_it_works

TITLE = Text(sv="Om Luleå Way", en="About Luleå Way")
LEAD = Text(
    sv="Verktyget visar hur det går för kommunens inköp: var vi står mot målen, vad som behöver göras och varför.",
    en="The tool shows how the municipality's purchasing is doing: where we stand, what needs doing, and why.",
)

draw_language_switch()
heading(t(TITLE), t(LEAD), is_filtered=False)
view.glossary()
view.process()
view.roles()
view.escalation()
how_it_works()
view.classes()
view.metrics(all_metrics())
view.limitations(version("luleaway"))

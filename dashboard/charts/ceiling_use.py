"""How much of the contract's ceiling is used?"""

from dashboard import formats
from dashboard.charts.theme import BLUE, EMPTY, INK, Spec, finished
from dashboard.text import Language, Text

TITLE = Text(sv="{share} av taket är använt", en="{share} of the ceiling is used")
LABEL = Text(sv="{used} av {ceiling}", en="{used} of {ceiling}")


def build_ceiling_use(used_ore: int, ceiling_ore: int, language: Language) -> Spec:
    """One bar of what was bought on the contract against its ceiling."""
    share = used_ore / ceiling_ore
    label = LABEL.in_language(language, used=formats.kronor(used_ore), ceiling=formats.kronor(ceiling_ore))
    scale = {"domainMin": 0, "domainMax": max(1.0, share) * 1.02}
    spec = {
        "data": {"values": [{"share": max(share, 0.0), "whole": 1.0, "label": label}]},
        "height": 46,
        "layer": [
            {
                "mark": {"type": "bar", "color": EMPTY, "size": 30},
                "encoding": {"x": {"field": "whole", "type": "quantitative", "axis": None, "scale": scale}},
            },
            {
                "mark": {"type": "bar", "color": BLUE, "size": 30},
                "encoding": {"x": {"field": "share", "type": "quantitative", "axis": None, "scale": scale}},
            },
            {
                "mark": {"type": "tick", "color": INK, "thickness": 3, "size": 44},
                "encoding": {"x": {"field": "whole", "type": "quantitative", "scale": scale}},
            },
        ],
    }
    return finished(spec, language, title=TITLE.in_language(language, share=formats.share(share, 0)), subtitle=label)

"""The three purchasing goals, the process zones each works in, and the sixteen indicators that belong to them."""

from dataclasses import dataclass
from enum import StrEnum

from dashboard.text import Text

ZONES = (1, 2, 3)


class Goal(StrEnum):
    """A purchasing goal; the value is what stands in a URL."""

    FOLLOW_LOU = "folja-lou"
    EFFICIENCY = "effektivisera"
    VALUE = "skapa-varde"


GOAL_NAMES = {
    Goal.FOLLOW_LOU: Text(sv="Följa LOU", en="Comply with LOU"),
    Goal.EFFICIENCY: Text(sv="Effektivisera", en="Make efficient"),
    Goal.VALUE: Text(sv="Skapa värde", en="Create value"),
}

GOAL_ZONES = {Goal.FOLLOW_LOU: (2,), Goal.EFFICIENCY: (2, 3), Goal.VALUE: (1, 2, 3)}

POLITICAL_GOALS = (
    Text(sv="Ökad jämlikhet", en="Increased equality"),
    Text(
        sv="Mer jämställd fördelning av makt och resurser", en="More gender-equal distribution of power and resources"
    ),
    Text(sv="Minskad klimatpåverkan", en="Reduced climate impact"),
    Text(sv="Starkare ekonomi för tillväxt", en="Stronger economy for growth"),
)

OUTSIDE_SCOPE = Text(
    sv="Målet har inga indikatorer i den här zonen enligt målstyrningen.",
    en="The goal has no indicators in this zone according to the steering model.",
)


@dataclass(frozen=True)
class Indicator:
    """What a goal is followed by; `political_goal` names the council's goal it serves, where it has one."""

    key: str
    name: Text
    goal: Goal
    political_goal: int | None = None

    @property
    def zones(self) -> tuple[int, ...]:
        """The zones the indicator stands in: those of its goal."""
        return GOAL_ZONES[self.goal]


def _lou(key: str, sv: str, en: str) -> Indicator:
    return Indicator(key, Text(sv=sv, en=en), Goal.FOLLOW_LOU)


def _efficiency(key: str, sv: str, en: str) -> Indicator:
    return Indicator(key, Text(sv=sv, en=en), Goal.EFFICIENCY)


def _value(key: str, sv: str, en: str, political_goal: int | None = None) -> Indicator:
    return Indicator(key, Text(sv=sv, en=en), Goal.VALUE, political_goal)


INDICATORS = (
    _lou("avtalstrohet", "Avtalstrohet", "Contract compliance"),
    _lou("produktivitet", "Produktivitet", "Productivity"),
    _lou("overprovningar", "Överprövningar", "Legal reviews"),
    _efficiency("samla-volymer", "Samla volymer", "Pool volumes"),
    _efficiency("standardisera", "Standardisera", "Standardise"),
    _efficiency("uppfoljning", "Uppföljning", "Follow-up"),
    _efficiency("e-handel", "E-handel", "E-commerce"),
    _efficiency("operativt-inkop", "Operativt inköp", "Operational purchasing"),
    _value("jamlikhet", "Ökad jämlikhet", "Increased equality", 0),
    _value(
        "jamstalldhet",
        "Mer jämställd fördelning av makt och resurser",
        "More gender-equal distribution of power and resources",
        1,
    ),
    _value("klimat", "Minskad klimatpåverkan", "Reduced climate impact", 2),
    _value("ekonomi", "Starkare ekonomi för tillväxt", "Stronger economy for growth", 3),
    _value("digitalisering", "Digitalisering", "Digitalisation"),
    _value("innovation", "Innovation", "Innovation"),
    _value("kategoristyrning", "Utvecklings- och kategoristyrning", "Development and category management"),
    _value("kvalitet", "Kvalitet", "Quality"),
)


def in_scope(goal: Goal, zone: int) -> bool:
    """Whether the steering model has anything in this cell of goal and zone."""
    return zone in GOAL_ZONES[goal]


def indicators_in(goal: Goal, zone: int | None = None) -> tuple[Indicator, ...]:
    """The indicators of a goal, or of one cell of the goal × zone matrix; none where the cell is out of scope."""
    return tuple(one for one in INDICATORS if one.goal == goal and (zone is None or zone in one.zones))


def indicator(key: str) -> Indicator:
    """The indicator with this key; KeyError where there is none."""
    return {one.key: one for one in INDICATORS}[key]

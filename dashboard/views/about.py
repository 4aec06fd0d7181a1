"""The parts of the about page: words, process, roles, steps, metrics, classes, sources."""

import polars as pl

from dashboard.class_words import LINE_CLASSES, MATCH_METHODS, SPEND_CLASSES, ClassWords
from dashboard.deck import CHECKLIST, PRINCIPLE, ROLES, STEPS, ZONES
from dashboard.glossary import GLOSSARY
from dashboard.goals import GOAL_NAMES
from dashboard.language import t
from dashboard.layout import paragraph, section, table
from dashboard.metric import AnyMetric
from dashboard.table_html import Column
from dashboard.text import Text
from dashboard.views.html_list import definitions, items

ZONE = Text(sv="Zon {number}: {name}", en="Zone {number}: {name}")
PROCESS = Text(sv="Inköpsprocessen", en="The purchasing process")
CHECK = Text(sv="Checklista för Zon 3", en="Checklist for zone 3")
WHO = Text(sv="Vem som gör vad", en="Who does what")
ESCALATION = Text(sv="När leverantören inte levererar", en="When the supplier does not deliver")
ESCALATION_WHY = Text(
    sv="Så beskriver Inköpskontorets presentation stegen. Den är läst från bilder; (?) står där läsningen är osäker. "
    "Dokumentationen finns i avtalsförvaltningssystemet.",
    en="This is how the purchasing office's presentation describes the steps. It was read from pictures; (?) marks "
    "readings in doubt. Documentation is kept in the contract management system.",
)
STEP = Text(sv="Steg", en="Step")
LEVEL = Text(sv="Nivå", en="Level")
RESPONSIBLE = Text(sv="Ansvarig", en="Responsible")
INPUT = Text(sv="Vem ger input", en="Input from")
ACTIONS = Text(sv="Vad Inköpskontoret gör", en="What the purchasing office does")
INFORMATION = Text(sv="Information", en="Information")
REPORTING = Text(sv="Rapportering", en="Reporting")
METRICS = Text(sv="Hur varje tal räknas", en="How each number is made")
METRICS_WHY = Text(
    sv="Saknas underlag visas inget värde. Det som inte går att bedöma räknas aldrig som bra, utan ger ett intervall.",
    en="Without data there is no value. What cannot be judged is never counted as good, it gives an interval.",
)
CODE = Text(sv="Kod", en="Code")
NAME = Text(sv="Namn", en="Name")
GOAL = Text(sv="Mål", en="Goal")
FORMULA = Text(sv="Så räknas det", en="How it is counted")
SOURCE = Text(sv="Källa", en="Source")
OWNER = Text(sv="Ägare", en="Owner")
CLASSES = Text(sv="Hur varje fakturarad bedöms", en="How each invoice line is judged")
CLASSES_WHY = Text(
    sv="En rad får en bokstav. Avtalet söks i den här ordningen: {methods}.",
    en="A line gets one letter. The contract is looked for in this order: {methods}.",
)
SPEND = Text(sv="Vad som räknas som möjligt att påverka", en="What counts as addressable")
WORDS = Text(sv="Ordlista", en="Glossary")
LIMITS = Text(sv="Det här kan verktyget inte", en="What the tool cannot do")
LIMITATIONS = (
    Text(
        sv="Det ger underlag för beslut, inte juridisk rådgivning. Bedömningen görs av jurist.",
        en="It supports decisions and gives no legal advice. The assessment is made by legal counsel.",
    ),
    Text(
        sv="Tröskelvärden i kronor för 2026–2027 är inte verifierade och visas därför inte.",
        en="The thresholds in SEK for 2026–2027 are not verified and therefore not shown.",
    ),
    Text(
        sv="Målnivåerna är uppskattningar tills kommunen har beslutat egna.",
        en="The target levels are estimates until the municipality has decided its own.",
    ),
    Text(
        sv="Klimatberäkningen bygger på schabloner per krona och ger bara en indikation.",
        en="The climate calculation builds on standard values per krona and is only an indication.",
    ),
    Text(
        sv="Privatpersoner och enskilda firmor visas aldrig med namn eller nummer.",
        en="Private persons and sole traders are never shown by name or number.",
    ),
)


def process() -> None:
    """The zones with their steps, and the checklist of the last."""
    section(t(PROCESS), t(PRINCIPLE))
    definitions({t(ZONE, number=zone.number, name=t(zone.name)): ", ".join(map(t, zone.steps)) for zone in ZONES})
    section(t(CHECK))
    items([t(one) for one in CHECKLIST])


def roles() -> None:
    """Everybody in the process, with their duties."""
    section(t(WHO))
    definitions({t(role.name): ". ".join(map(t, role.duties)) + "." for role in ROLES})


def escalation() -> None:
    """The steps as the presentation has them, doubtful readings marked."""
    section(t(ESCALATION), t(ESCALATION_WHY))
    parts = ("level", "responsible", "input_from", "actions", "information", "reporting")
    rows = [(step.number, *(t(getattr(step, part)) for part in parts)) for step in STEPS]
    heads = (LEVEL, RESPONSIBLE, INPUT, ACTIONS, INFORMATION, REPORTING)
    columns = [Column(part, head) for part, head in zip(parts, heads, strict=True)]
    table(pl.DataFrame(rows, ["step", *parts], orient="row"), [Column("step", STEP, "number"), *columns], t(ESCALATION))


def metrics(every: tuple[AnyMetric, ...]) -> None:
    """Every metric with its formula, source and owner; the name leads to its page."""
    section(t(METRICS), t(METRICS_WHY))
    rows = [
        (one.code, t(one.name), t(GOAL_NAMES[one.goal]), t(one.formula), t(one.source), t(one.owner)) for one in every
    ]
    names = ("code", "name", "goal", "formula", "source", "owner")
    columns = [
        Column("code", CODE, "code"),
        Column("name", NAME, page="metric", query={"kod": "code"}),
        Column("goal", GOAL),
        Column("formula", FORMULA),
        Column("source", SOURCE),
        Column("owner", OWNER),
    ]
    table(pl.DataFrame(rows, names, orient="row"), columns, t(METRICS))


def classes() -> None:
    """The letters of a line, and the kinds of spend."""
    section(t(CLASSES), t(CLASSES_WHY, methods=", ".join(map(t, MATCH_METHODS.values()))))
    _explained({f"{letter}  {t(known.name)}": known for letter, known in LINE_CLASSES.items()})
    section(t(SPEND))
    _explained({t(known.name): known for known in SPEND_CLASSES.values()})


def _explained(known: dict[str, ClassWords]) -> None:
    definitions({name: t(one.meaning) for name, one in known.items()})


def glossary() -> None:
    """Every word with its meaning."""
    section(t(WORDS))
    definitions({t(term.word): t(term.meaning) for term in GLOSSARY})


def limitations(version: str) -> None:
    """What the tool cannot do, and which version it is."""
    section(t(LIMITS))
    items([t(one) for one in LIMITATIONS])
    paragraph(f"Luleå Way {version}")

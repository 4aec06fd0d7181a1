"""The parts of the page of one metric: its sentence, its value and its definition."""

from dataclasses import replace

from dashboard import formats
from dashboard.cards import draw_bullets
from dashboard.data.overview import Measured
from dashboard.filters import months_between
from dashboard.language import language, t
from dashboard.layout import facts, section
from dashboard.metric import DECISIONS
from dashboard.metric_cards import card_with_zones
from dashboard.metric_words import count_words, sureness_words, target_words, value_words
from dashboard.status import DEFINITIONS, REASONS, Reason, Status
from dashboard.text import Text

SINCE = Text(sv="Samma tid i fjol var värdet {last_year}.", en="The same time last year the value was {last_year}.")
NO_COMPARISON = Text(sv="Det finns inget värde från i fjol att jämföra med.", en="There is no value from last year.")
DEFINITION = Text(sv="Så räknas det", en="How it is counted")
WHY = Text(sv="Varför", en="Why")
FORMULA = Text(sv="Formel", en="Formula")
PITFALLS = Text(sv="Att tänka på", en="Bear in mind")
SOURCE = Text(sv="Källa", en="Source")
OWNER = Text(sv="Ansvarig", en="Owner")
SERVES = Text(sv="Leder till beslut om att", en="Leads to decisions to")
CODE = Text(sv="Kod", en="Code")
REVIEWED = Text(sv="Definitionen granskad", en="Definition reviewed")
TARGET_SOURCE = Text(sv="Målet kommer från", en="The target comes from")
SURENESS = Text(sv="Säkerhet", en="Certainty")
PREVIOUS = Text(sv="Perioden före", en="The period before")
LAST_YEAR = Text(sv="Samma tid i fjol", en="Same time last year")
P80 = Text(sv="80 % ligger på högst", en="80 % are at most")
STATUS_MEANS = Text(sv="Läget betyder", en="The status means")
YEAR = 12


def sentence(one: Measured) -> str:
    """The value, its target, and last year's value, in a sentence or two."""
    metric, row, spoken = one.metric, one.row, language()
    if row["value"] is None:
        reason = t(REASONS[Reason(row["reason"])]) if row["reason"] else t(DEFINITIONS[Status.NO_DATA])
        return f"{reason}. {count_words(metric, row, spoken)}."
    first = f"{value_words(metric, row['value'], spoken)}, {target_words(metric, row, spoken)}."
    if row["last_year"] is None:
        return f"{first} {t(NO_COMPARISON)}"
    return f"{first} {t(SINCE, last_year=value_words(metric, row['last_year'], spoken))}"


def value(one: Measured) -> None:
    """The value as a bar with its target, and everything that says how to read it."""
    draw_bullets([replace(card_with_zones(one), name=t(one.metric.question), address="")])


def reading(one: Measured) -> None:
    """How sure the value is and what it is compared with, as names and values."""
    metric, row, spoken = one.metric, one.row, language()
    sureness = sureness_words(metric, row, spoken)
    known = {t(SURENESS): sureness} if sureness else {}
    known[t(LAST_YEAR)] = value_words(metric, row["last_year"], spoken)
    if len(months_between(row["period_from"], row["period_to"])) != YEAR:  # else the same as last year
        known[t(PREVIOUS)] = value_words(metric, row["previous"], spoken)
    if row["p80"] is not None:
        known[t(P80)] = value_words(metric, row["p80"], spoken)
    if row["status"] in set(Status):
        known[t(STATUS_MEANS)] = t(DEFINITIONS[Status(row["status"])])
    facts(known)


def definition(one: Measured) -> None:
    """What the metric is, who answers for it, and what it may not be used for."""
    metric, row = one.metric, one.row
    section(t(DEFINITION), t(metric.question))
    known = {
        t(WHY): t(metric.why),
        t(FORMULA): t(metric.formula),
        t(PITFALLS): t(metric.pitfalls),
        t(SOURCE): t(metric.source),
        t(OWNER): t(metric.owner),
        t(SERVES): ", ".join(t(DECISIONS[kind]) for kind in metric.serves),
        t(CODE): metric.code,
        t(REVIEWED): formats.day(metric.reviewed),
    }
    if row["target_source"]:
        known[t(TARGET_SOURCE)] = row["target_source"]
    facts(known)

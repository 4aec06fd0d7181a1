"""A metric's numbers in words: the value with its unit, the target, how sure the value is."""

import re
from typing import Any

from dashboard import formats
from dashboard.formats import NBSP
from dashboard.metric import AnyMetric, Better, Unit
from dashboard.text import Language, Text

DAYS = Text(sv="dagar", en="days")
TONNES = Text(sv="ton CO₂e", en="tonnes CO₂e")
KG_PER_SEK = Text(sv="kg CO₂e/kr", en="kg CO₂e/SEK")
AT_LEAST = Text(sv="mål minst {value}", en="target at least {value}")
AT_MOST = Text(sv="mål högst {value}", en="target at most {value}")
BETWEEN = Text(sv="mål {low}–{value}", en="target {low}–{value}")
NO_TARGET = Text(sv="utan mål", en="no target")
COUNT = Text(sv="{n} {things}", en="{n} {things}")
COVERAGE = Text(sv="{share} av underlaget går att bedöma", en="{share} of the data can be judged")
UNCERTAIN = Text(sv="osäkert: {share} av underlaget går att bedöma", en="uncertain: {share} of the data can be judged")
INTERVAL = Text(sv="mellan {low} och {high}", en="between {low} and {high}")
SHORT_COVERAGE = Text(sv="täckning {share}", en="coverage {share}")
SURE = 0.9  # coverage from which a value needs no warning


def value_words(metric: AnyMetric, value: float | None, language: Language) -> str:
    """The value with its unit: '83,6 %', '182 dagar'."""
    if value is None:
        return formats.NONE
    match metric.unit:
        case Unit.SHARE:
            return formats.share(value)
        case Unit.DAYS:
            return f"{formats.number(value)}{NBSP}{DAYS.in_language(language)}"
        case Unit.TONNES:
            return f"{formats.number(value)}{NBSP}{TONNES.in_language(language)}"
        case Unit.KG_PER_SEK:
            return f"{formats.number(value, 3)}{NBSP}{KG_PER_SEK.in_language(language)}"
        case Unit.SEK:
            return formats.short_kronor(round(value * 100))
        case Unit.PER_MILLE:
            return f"{formats.number(value, 1)}{NBSP}‰"
    return formats.number(value, 1)


def target_words(metric: AnyMetric, row: dict[str, Any], language: Language) -> str:
    """What the value is held against: 'mål minst 90 %', 'mål högst 180 dagar', 'utan mål'."""
    green = row.get("target_green")
    if green is None or metric.better is Better.NEUTRAL:
        return NO_TARGET.in_language(language)
    if metric.better is Better.BAND:
        low, high = plain(metric, green, language), plain(metric, row.get("target_green_to"), language)
        return BETWEEN.in_language(language, low=low, value=high)
    words = AT_LEAST if metric.better is Better.HIGHER else AT_MOST
    return words.in_language(language, value=plain(metric, green, language))


def plain(metric: AnyMetric, value: float | None, language: Language) -> str:
    """A limit with its unit and no decimals it does not need."""
    if metric.unit is Unit.SHARE and value is not None:
        return formats.share(value, 0 if float(value * 100).is_integer() else 1)
    if metric.unit is Unit.INDEX and value is not None and float(value).is_integer():
        return formats.number(value)
    return value_words(metric, value, language)


def count_words(metric: AnyMetric, row: dict[str, Any], language: Language) -> str:
    """How much was counted: '1 204 fakturor'."""
    return COUNT.in_language(language, n=formats.number(row["n"]), things=metric.counts.in_language(language))


def sureness_words(metric: AnyMetric, row: dict[str, Any], language: Language) -> str:
    """How sure the value is: its interval where it has one, and how much of the data it covers."""
    words = []
    if None not in (row["low"], row["high"]) and row["low"] != row["high"]:
        low, high = value_words(metric, row["low"], language), value_words(metric, row["high"], language)
        words.append(INTERVAL.in_language(language, low=low, high=high))
    coverage = row["coverage"]
    if coverage is not None and coverage < 1:
        known = COVERAGE if coverage >= SURE else UNCERTAIN
        words.append(known.in_language(language, share=formats.share(coverage, 0)))
    return ", ".join(words)


def short_sureness(metric: AnyMetric, row: dict[str, Any], language: Language) -> str:
    """The same in little room: '75,8–80,4 %, täckning 92 %'."""
    words = []
    if None not in (row["low"], row["high"]) and row["low"] != row["high"]:
        low, high = value_words(metric, row["low"], language), value_words(metric, row["high"], language)
        unit = re.sub(r"^.*\d", "", high)  # said once: '212–222 dagar'
        words.append(f"{low.removesuffix(unit)}–{high}")
    if row["coverage"] is not None and row["coverage"] < 1:
        words.append(SHORT_COVERAGE.in_language(language, share=formats.share(row["coverage"], 0)))
    return ", ".join(words)

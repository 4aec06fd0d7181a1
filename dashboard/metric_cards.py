"""Metrics as the first page and the goal pages show them: cards, places in the matrix, sentences about what is off."""

from dataclasses import replace
from html import escape
from typing import Any

from dashboard import formats
from dashboard.cards import Bar, Card
from dashboard.charts.goal_matrix import Entry
from dashboard.charts.theme import STATUS
from dashboard.data.overview import Measured, Overview
from dashboard.goals import INDICATORS, POLITICAL_GOALS, Goal, Indicator
from dashboard.language import language, t
from dashboard.layout import page_url
from dashboard.metric import Better, Unit
from dashboard.metric_words import count_words, short_sureness, target_words, value_words
from dashboard.text import Text

OFF = Text(sv="{name}: {value}, {target}", en="{name}: {value}, {target}")
MONEY_OFF = Text(sv="{amount} skiljer från målet", en="{amount} away from the target")
DISTANCE = Text(sv="{share} från målet", en="{share} from the target")
OWNER = Text(sv="Ansvarig: {owner}", en="Owner: {owner}")
ATTENTION = Text(sv="Behöver uppmärksamhet", en="Needs attention")
NOTHING_OFF = Text(sv="Inget nyckeltal ligger utanför sitt mål.", en="No metric is off its target.")
MORE_OFF = Text(sv="Ytterligare {n} nyckeltal når inte sina mål. Se målsidorna.", en="{n} more are off target.")
SORTED = Text(
    sv="Störst följd först: det som behöver åtgärd, sedan kronor och avstånd till målet.",
    en="Greatest consequence first: what needs action, then money and distance to the target.",
)
SHOWN = 6

ON_TARGET = Text(sv="{n} av {all} nyckeltal når målet", en="{n} of {all} metrics are on target")
SUMMARY = {
    "amber": Text(sv="{n} är nära", en="{n} near"),
    "red": Text(sv="{n} behöver åtgärd", en="{n} in need of action"),
    "no_target": Text(sv="{n} följs utan mål", en="{n} followed without a target"),
    "no_data": Text(sv="{n} saknar underlag", en="{n} without data"),
}
SERVES = Text(sv="Bidrar till fullmäktiges mål: {goal}", en="Serves the council's goal: {goal}")
IN_ZONES = Text(sv="zon {zones}", en="zone {zones}")
AND = Text(sv="och", en="and")


def summary(seen: Overview, goal: Goal | None = None) -> str:
    """How many metrics (of one goal) have each status, in one sentence."""
    parts = [t(ON_TARGET, n=seen.count("green", goal), all=len(seen.of_goal(goal)))]
    parts += [t(words, n=count) for status, words in SUMMARY.items() if (count := seen.count(status, goal))]
    return f"{', '.join(parts[:-1])} {t(AND)} {parts[-1]}." if len(parts) > 1 else f"{parts[0]}."


def political_goal(indicator: Indicator) -> str:
    """Which of the council's goals the indicator serves, where it serves one."""
    number = indicator.political_goal
    if number is None or POLITICAL_GOALS[number] == indicator.name:
        return ""
    return t(SERVES, goal=t(POLITICAL_GOALS[number]))


def card_with_zones(one: Measured) -> Card:
    """A metric as a card that also says in which zones it measures."""
    zones = ", ".join(str(zone) for zone in one.metric.zones)
    return replace(card(one), lines=(t(IN_ZONES, zones=zones),))


def card(one: Measured) -> Card:
    """A metric as a card."""
    metric, row, spoken = one.metric, one.row, language()
    return Card(
        name=t(metric.name),
        address=page_url("metric", kod=metric.code),
        value=value_words(metric, row["value"], spoken),
        status=row["status"],
        target=target_words(metric, row, spoken),
        count=count_words(metric, row, spoken),
        sureness=short_sureness(metric, row, spoken),
        trend=one.trend,
        bar=Bar(row["value"], _target(one), row["low"], row["high"], metric.unit is Unit.SHARE),
    )


def _target(one: Measured) -> float | None:
    target: float | None = None if one.metric.better is Better.NEUTRAL else one.row["target_green"]
    return target


def matrix_entries(seen: Overview) -> list[Entry]:
    """Each indicator once in each zone where a metric measures it: its main metric there."""
    entries = []
    for indicator in INDICATORS:
        own = seen.of_indicator(indicator.key)
        for zone in indicator.zones:
            here = next((one for one in own if zone in one.metric.zones), None)
            if here is not None:
                entries.append(_entry(here, zone))
    return entries


def _entry(one: Measured, zone: int) -> Entry:
    return Entry(
        indicator=one.metric.indicator,
        zone=zone,
        status=one.row["status"],
        value=value_words(one.metric, one.row["value"], language()),
        address=page_url("metric", kod=one.metric.code),
        metric=f"{t(one.metric.name)}, {target_words(one.metric, one.row, language())}",
    )


def attention_html(seen: Overview) -> str:
    """What needs attention as a list, the greatest consequence first."""
    rows = seen.attention.head(SHOWN).to_dicts()
    if not rows:
        return f"<section class='lw-attention'><h2>{t(ATTENTION)}</h2><p>{t(NOTHING_OFF)}</p></section>"
    items = "".join(f"<li>{_attention_item(seen.measured[row['code']], row)}</li>" for row in rows)
    left = seen.attention.height - len(rows)
    more = f"<p>{t(MORE_OFF, n=left)}</p>" if left else ""
    return f"<section class='lw-attention'><h2>{t(ATTENTION)}</h2><p>{t(SORTED)}</p><ol>{items}</ol>{more}</section>"


def _attention_item(one: Measured, row: dict[str, Any]) -> str:
    look, spoken = STATUS[row["status"]], language()
    words = t(
        OFF,
        name=t(one.metric.name),
        value=value_words(one.metric, row["value"], spoken),
        target=target_words(one.metric, row, spoken),
    )
    far = (
        t(MONEY_OFF, amount=formats.short_kronor(row["affected_ore"]))
        if row["affected_ore"] is not None
        else t(DISTANCE, share=formats.share(row["distance"], 0))
    )
    owner = t(OWNER, owner=t(one.metric.owner))
    return (
        f"<span style='color:{look.fill}' aria-hidden='true'>{look.shape}</span> "
        f"<a href='{escape(page_url('metric', kod=one.metric.code))}'>{escape(words)}</a>"
        f"<p><b style='color:{look.text}'>{escape(t(look.word))}</b> · {escape(far)} · {escape(owner)}</p>"
    )

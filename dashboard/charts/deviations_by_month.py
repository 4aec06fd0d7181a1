"""Are the deviations becoming more or fewer, and how serious are they?"""

from collections.abc import Callable

import polars as pl

from dashboard.charts.theme import INK, Spec, finished, locale
from dashboard.deviation_words import SEVERITIES
from dashboard.filters import months_between
from dashboard.text import Language, Text

FILLS = {4: "#8b2c10", 3: "#d86f28", 2: "#f4b25f", 1: "#fbe3b7", 0: "#c3ccd5"}  # the worst at the bottom
NOT_JUDGED = Text(sv="Inte bedömd än", en="Not judged yet")
TITLE = Text(
    sv="{now} avvikelser de senaste tre månaderna, {before} de tre dessförinnan",
    en="{now} deviations in the last three months, {before} in the three before",
)
SUBTITLE = Text(sv="Antal per månad då de upptäcktes, efter allvar", en="Number by month observed, by severity")
COUNT, MONTH = Text(sv="Antal", en="Number"), Text(sv="Månad", en="Month")
RECENT = 3


def build_deviations_by_month(
    rows: pl.DataFrame, first: int, last: int, language: Language, link: Callable[[int], str]
) -> Spec:
    """Stacked bars a month. `rows`: `period, severity` (0: not judged), `count`; `link(period)` is where one leads."""
    months = months_between(first, last)
    short = locale(language)["time"]["shortMonths"]
    names = {period: f"{short[period % 100 - 1]} {period // 100 % 100:02d}" for period in months}
    words = {severity: _word(severity, language) for severity in FILLS}
    values = [
        {
            "month": names[row["period"]],
            "severity": words[row["severity"]],
            "place": place,
            "count": row["count"],
            "href": link(row["period"]),
        }
        for place, severity in enumerate(FILLS)
        for row in rows.filter(pl.col("severity") == severity).iter_rows(named=True)
        if row["period"] in names
    ]
    axis = {"labelAngle": 0, "ticks": False}
    return finished(
        {
            "height": 170,
            "data": {"values": values},
            "mark": {"type": "bar", "cursor": "pointer", "stroke": INK, "strokeWidth": 0.3},
            "encoding": {
                "x": {
                    "field": "month",
                    "type": "ordinal",
                    "scale": {"domain": list(names.values())},
                    "title": None,
                    "axis": axis,
                },
                "y": {
                    "field": "count",
                    "type": "quantitative",
                    "title": None,
                    "axis": {"tickMinStep": 1, "tickCount": 5},
                },
                "color": {
                    "field": "severity",
                    "type": "nominal",
                    "sort": None,
                    "scale": {"domain": list(words.values()), "range": list(FILLS.values())},
                    "legend": {"orient": "top", "title": None, "labelLimit": 0},
                },
                "order": {"field": "place", "type": "ordinal"},
                "href": {"field": "href", "type": "nominal"},
                "tooltip": [
                    {"field": "month", "title": MONTH.in_language(language)},
                    {"field": "severity", "title": " "},
                    {"field": "count", "title": COUNT.in_language(language)},
                ],
            },
        },
        language,
        title=headline(rows, months, language),
        subtitle=SUBTITLE.in_language(language),
    )


def _word(severity: int, language: Language) -> str:
    if not severity:
        return NOT_JUDGED.in_language(language)
    return f"{severity} {SEVERITIES[severity].in_language(language)}"


def headline(rows: pl.DataFrame, months: list[int], language: Language) -> str:
    """The last three months against the three before."""

    def counted(some: list[int]) -> int:
        return int(rows.filter(pl.col("period").is_in(some))["count"].sum())

    now, before = counted(months[-RECENT:]), counted(months[-2 * RECENT : -RECENT])
    return TITLE.in_language(language, now=now, before=before)

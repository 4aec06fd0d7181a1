"""What do we buy without a contract each month, and what will it be if nothing is decided?"""

from collections.abc import Callable
from typing import Any

import polars as pl

from dashboard import formats
from dashboard.charts.money import money_unit
from dashboard.charts.parts import AIR
from dashboard.charts.theme import INK, PALE_BLUE, SOFT_INK, STATUS, Spec, finished, locale
from dashboard.filters import add_months, months_between
from dashboard.text import Language, Text

BOUGHT = Text(sv="Köpt utan avtal", en="Bought without a contract")
PACE = Text(sv="I samma takt framöver", en="At the same pace ahead")
LATE = Text(sv="Slutar, för sent att ersätta i tid", en="Ends, too late to replace in time")
LAPSES = Text(sv="Slutar om inget beslutas", en="Ends if nothing is decided")
COLOURS = {BOUGHT: "#1f4e79", PACE: PALE_BLUE, LATE: STATUS["red"].fill, LAPSES: STATUS["amber"].fill}

GROWS = Text(
    sv="Avtal som slutar lägger till {coming} på två år. {late} av det går inte längre att undvika",
    en="Contracts that end add {coming} in two years. {late} of it can no longer be avoided",
)
AVOIDABLE = Text(
    sv="Avtal som slutar lägger till {coming} på två år. Allt går ännu att undvika",
    en="Contracts that end add {coming} in two years. All of it can still be avoided",
)
STEADY = Text(
    sv="Inga avtal slutar på två år utan att något tar vid",
    en="No contract ends within two years without something to follow",
)
SUBTITLE = Text(
    sv="Inköp utan avtal per månad, {unit}. Till höger om strecket: beräknat, om inget beslutas",
    en="Purchases without a contract per month, {unit}. Right of the line: computed, if nothing is decided",
)
MONTH, AMOUNT = Text(sv="Månad", en="Month"), Text(sv="Belopp", en="Amount")
TODAY = Text(sv="Nu", en="Now")


def build_needs(
    bought: pl.DataFrame, coming: pl.DataFrame, year_ore: int, language: Language, link: Callable[[int], str]
) -> Spec:
    """Stacked bars a month: what was bought, then the same pace and the gaps on top of it.

    `bought`: `period, amount_ore` of the last year; `coming`: `period, amount_ore, too_late_ore` of the months ahead;
    `year_ore`: what was bought in the year. `link(period)` is where a month that has been leads.
    """
    past = {row["period"]: row["amount_ore"] for row in bought.iter_rows(named=True)}
    ahead = {row["period"]: row for row in coming.iter_rows(named=True)}
    periods = months_between(min([*past, *ahead]), max([*past, *ahead])) if past or ahead else []
    last = max(past, default=0)
    parts = [_parts(period, past, ahead, year_ore // 12) for period in periods]
    unit = money_unit(max((sum(one.values()) for one in parts), default=0))
    months = {period: _month(period, language) for period in periods}
    values = [
        {
            "month": months[period],
            "named": months[period].replace("|", " "),
            "part": words.in_language(language),
            "place": list(COLOURS).index(words),
            "amount": ore / unit.ore,
            "written": formats.kronor(ore),
            **({"href": link(period)} if words is BOUGHT else {}),
        }
        for period, one in zip(periods, parts, strict=True)
        for words, ore in one.items()
    ]
    x = {"field": "month", "type": "ordinal", "sort": list(months.values()), "title": None, "axis": _axis()}
    been, to_come = [v for v in values if "href" in v], [v for v in values if "href" not in v]
    next_month = months.get(add_months(last, 1)) if last else None
    layers = [_bars(been, x, language, leads=True), _bars(to_come, x, language, leads=False)]
    return finished(
        {"padding": AIR, "height": 340, "layer": layers + ([_line(next_month, x, language)] if next_month else [])},
        language,
        title=headline(coming, language),
        subtitle=SUBTITLE.in_language(language, unit=unit.name.in_language(language)),
    )


def headline(coming: pl.DataFrame, language: Language) -> str:
    """What the gaps add up to, and how much of it can no longer be avoided."""
    amount, late = int(coming["amount_ore"].sum()), int(coming["too_late_ore"].sum())
    words = STEADY if amount == 0 else GROWS if late else AVOIDABLE
    return words.in_language(language, coming=formats.short_kronor(amount), late=formats.short_kronor(late))


def _parts(period: int, past: dict[int, int], ahead: dict[int, dict[str, int]], pace: int) -> dict[Text, int]:
    """A month that has been is what was bought; one ahead is the same pace and the gaps."""
    if period <= max(past, default=0):
        return {BOUGHT: past.get(period, 0)}
    late = ahead[period]["too_late_ore"] if period in ahead else 0
    amount = ahead[period]["amount_ore"] if period in ahead else 0
    return {PACE: pace, LATE: late, LAPSES: amount - late}


def _bars(values: list[dict[str, Any]], x: Spec, language: Language, *, leads: bool) -> Spec:
    names = [words.in_language(language) for words in COLOURS]
    encoding = {
        "x": x,
        "y": {"field": "amount", "type": "quantitative", "title": None, "axis": {"format": ",~r", "tickCount": 5}},
        "color": {
            "field": "part",
            "type": "nominal",
            "sort": None,
            "scale": {"domain": names, "range": list(COLOURS.values())},
        },
        "order": {"field": "place", "type": "ordinal"},
        "tooltip": [
            {"field": "named", "title": MONTH.in_language(language)},
            {"field": "part", "title": " "},
            {"field": "written", "title": AMOUNT.in_language(language)},
        ],
    }
    href = {"href": {"field": "href", "type": "nominal"}} if leads else {}
    mark = {"type": "bar", "cursor": "pointer"} if leads else {"type": "bar"}
    return {"data": {"values": values}, "mark": mark, "encoding": {**encoding, **href}}


def _line(month: str, x: Spec, language: Language) -> Spec:
    """Between what has been and what is computed."""
    at = {**x, "bandPosition": 0}
    word = {"value": TODAY.in_language(language)}
    return {
        "data": {"values": [{"month": month}]},
        "layer": [
            {"mark": {"type": "rule", "color": INK, "strokeWidth": 2, "strokeDash": [5, 4]}, "encoding": {"x": at}},
            {
                "mark": {"type": "text", "align": "left", "dx": 5, "baseline": "top", "color": SOFT_INK},
                "encoding": {"x": at, "y": {"value": 0}, "text": word},
            },
        ],
    }


def _month(period: int, language: Language) -> str:
    return f"{locale(language)['time']['shortMonths'][period % 100 - 1]}|{period // 100}"


def _axis() -> Spec:
    """The first month shown, each January with its year, and so many of the others as have room."""
    year = "datum.index == 0 || indexof(datum.label, 'jan') == 0 || indexof(datum.label, 'Jan') == 0"
    return {
        "labelExpr": f"({year}) ? split(datum.label, '|') : split(datum.label, '|')[0]",
        "labelAngle": 0,
        "ticks": False,
        "labelOverlap": True,
    }

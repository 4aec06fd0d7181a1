"""How is the ceiling used month by month, and when is it forecast to be reached?"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import polars as pl

from dashboard import formats
from dashboard.charts.money import Unit, money_unit
from dashboard.charts.parts import AIR
from dashboard.charts.theme import BLUE, INK, SOFT_INK, STATUS, Spec, finished
from dashboard.rules.ceilings_forecast.months import last_day
from dashboard.text import Language, Text

HEIGHT = 380
EVEN_LABEL = 0.7  # how far along its line its word stands, below it: what is bought is seldom there
SHORTEST = timedelta(days=30)  # so that a contract that is new, or whose days are not known, has a width at all
NARROW = 0.15  # nearer the left edge than this a word stands to the right of its line
FORECAST_COLOUR = STATUS["amber"].text
REACHED = Text(sv="Taket nåddes {day}", en="The ceiling was reached on {day}")
EARLY = Text(
    sv="Taket beräknas nås omkring {day}, {days} dagar före avtalets slut",
    en="The ceiling is forecast to be reached about {day}, {days} days before the contract ends",
)
LATER = Text(
    sv="Taket räcker avtalet ut i den takt som används nu",
    en="At the present rate the ceiling lasts as long as the contract",
)
AT = Text(
    sv="Taket beräknas nås omkring {day}", en="The ceiling is forecast to be reached about {day}"
)  # a contract without an end
PLAIN = Text(sv="{share} av taket är använt", en="{share} of the ceiling is used")
SUBTITLE = Text(
    sv="Köpt på avtalet sedan start, {unit}, mot taket. Streckat är prognos",
    en="Bought on the contract since its start, {unit}, against the ceiling. Dashed is the forecast",
)
CEILING = Text(sv="Tak {amount}", en="Ceiling {amount}")
EVEN = Text(sv="Jämn takt", en="Even pace")
ENDS = Text(sv="Slutar {day}", en="Ends {day}")
TODAY = Text(sv="I dag", en="Today")
ORDERED = Text(sv="med beställt", en="with orders")
FORECAST_DAY = Text(sv="Prognos {day}", en="Forecast {day}")
DAY, USED = Text(sv="Till och med", en="Up to"), Text(sv="Använt", en="Used")


def build_ceiling_burn_down(row: Mapping[str, Any], months: pl.DataFrame, today: date, language: Language) -> Spec:
    """The running total against the ceiling, the even pace of the term, and the forecast with its interval.

    `row`: of `data.ceilings.forecasts`, with a ceiling that is known. `months`: `period, total_ore`, in order.
    """
    unit = money_unit(max(row["ceiling_ore"], row["used_ore"]))
    first, last = _span(row, months, today)
    layers = [
        *_days(row, today, first, last, language),
        *_even(row, unit, first, last, language),
        *_forecast(row, unit, last, language),
        *_used(row, months, unit, language),
        *_ceiling(row, unit, first, last, language),
    ]
    return finished(
        {"padding": {**AIR, "right": 40}, "height": HEIGHT, "layer": layers},
        language,
        title=headline(row, language),
        subtitle=SUBTITLE.in_language(language, unit=unit.name.in_language(language)),
    )


def headline(row: Mapping[str, Any], language: Language) -> str:
    """When the ceiling was reached or is forecast to be, else how much of it is used."""
    day = row["forecast_on"]
    if row["is_full"]:
        return REACHED.in_language(language, day=formats.day(day))
    if day is None:
        return PLAIN.in_language(language, share=formats.share(row["used_share"], 0))
    if row["to_on"] is None:
        return AT.in_language(language, day=formats.day(day))
    if row["is_before_end"]:
        days = formats.number((row["to_on"] - day).days)
        return EARLY.in_language(language, day=formats.day(day), days=days)
    return LATER.in_language(language)


def _span(row: Mapping[str, Any], months: pl.DataFrame, today: date) -> tuple[date, date]:
    """From the first purchase or the start to a little after the end, and as far as a forecast that is near."""
    bought = _begins(int(months["period"][0])) if months.height else today
    first = min(row["from_on"] or bought, bought)
    known = [day for day in (row["to_on"], today) if day is not None]
    end = max(known) if row["to_on"] is not None else today + (today - first)
    end = max(end, first + SHORTEST)
    room = (end - first) / 4
    near = [day for day in (row["forecast_on"], row["latest_on"]) if day is not None and day <= end + room]
    return first, max([end, *near]) + room / 6


def _begins(period: int) -> date:
    return date(period // 100, period % 100, 1)


def _x(field: str, first: date | None = None, last: date | None = None) -> Spec:
    scale: Spec = {"type": "utc", "nice": False}
    if first is not None and last is not None:
        scale["domain"] = [first.isoformat(), last.isoformat()]
    axis = {"format": "%Y-%m", "tickCount": 7, "grid": False}
    return {"field": field, "type": "temporal", "title": None, "scale": scale, "axis": axis}


def _y(field: str) -> Spec:
    axis = {"format": ",~r", "tickCount": 5}
    return {"field": field, "type": "quantitative", "title": None, "axis": axis, "scale": {"zero": True}}


def _line(points: Sequence[tuple[date, float]], mark: Spec) -> Spec:
    values = [{"day": day.isoformat(), "amount": amount} for day, amount in points]
    return {
        "data": {"values": values},
        "mark": {"type": "line", "clip": True, **mark},
        "encoding": {"x": _x("day"), "y": _y("amount")},
    }


def _text(day: date, amount: float, words: str, mark: Spec) -> Spec:
    return {
        "data": {"values": [{"day": day.isoformat(), "amount": amount, "label": words}]},
        "mark": {"type": "text", "fontWeight": 600, **mark},
        "encoding": {"x": _x("day"), "y": _y("amount"), "text": {"field": "label", "type": "nominal"}},
    }


def _over_lines(day: date, amount: float, words: str, mark: Spec) -> list[Spec]:
    """The words with white around them, where lines would else cross the letters."""
    return [_text(day, amount, words, {**mark, "stroke": "white", "strokeWidth": 5}), _text(day, amount, words, mark)]


def _even(row: Mapping[str, Any], unit: Unit, first: date, last: date, language: Language) -> list[Spec]:
    """The line from nothing on the first day to the ceiling on the last; none without a term."""
    start, end = row["from_on"], row["to_on"]
    if start is None or end is None or end <= start:
        return []
    top = row["ceiling_ore"] / unit.ore
    line = _line([(start, 0.0), (end, top)], {"color": SOFT_INK, "strokeWidth": 1.5, "strokeDash": [2, 3]})
    words = {"color": SOFT_INK, "align": "left", "dx": 8, "dy": 12, "fontWeight": "normal"}
    day, label = start + (end - start) * EVEN_LABEL, EVEN.in_language(language)
    return [line, *_over_lines(day, top * EVEN_LABEL, label, words)]


def _ceiling(row: Mapping[str, Any], unit: Unit, first: date, last: date, language: Language) -> list[Spec]:
    top = row["ceiling_ore"] / unit.ore
    line = _line([(first, top), (last, top)], {"color": INK, "strokeWidth": 2.5})
    line["encoding"]["x"] = _x("day", first, last)
    words = CEILING.in_language(language, amount=formats.short_kronor(row["ceiling_ore"]))
    return [line, *_over_lines(first, top, words, {"align": "left", "dx": 4, "dy": -10, "color": INK})]


def _forecast(row: Mapping[str, Any], unit: Unit, last: date, language: Language) -> list[Spec]:
    """The dashed way to the forecast day, between the earliest and the latest it may be."""
    begin, day = row["as_of"], row["forecast_on"]
    if day is None or row["is_full"]:
        return []
    used, top = row["used_ore"] / unit.ore, row["ceiling_ore"] / unit.ore
    stop = min(day, last)
    dashed = {"color": FORECAST_COLOUR, "strokeWidth": 3, "strokeDash": [7, 5]}
    found = [
        _band(row, used, top, last),
        _line([(begin, used), (stop, _at(stop, begin, day, used, top))], dashed),
    ]
    if day <= last:
        label = FORECAST_DAY.in_language(language, day=formats.day(day))
        words = {"color": FORECAST_COLOUR, "dy": -14, "align": "center"}
        point = {"type": "point", "shape": "triangle-up", "filled": True, "size": 160, "opacity": 1}
        found += [
            {**_line([(day, top)], {}), "mark": {**point, "color": FORECAST_COLOUR}},
            *_over_lines(day, top, label, words),
        ]
    return found


def _band(row: Mapping[str, Any], used: float, top: float, last: date) -> Spec:
    """Between the way to the earliest day and the way to the latest; flat where it may never be reached."""
    begin, early, late = row["as_of"], row["earliest_on"], row["latest_on"]
    stops = sorted({begin, min(early, last), min(late or last, last)})
    values = [
        {
            "day": day.isoformat(),
            "high": _at(day, begin, early, used, top),
            "low": used if late is None else _at(day, begin, late, used, top),
        }
        for day in stops
    ]
    return {
        "data": {"values": values},
        "mark": {"type": "area", "color": FORECAST_COLOUR, "opacity": 0.16, "clip": True},
        "encoding": {"x": _x("day"), "y": _y("high"), "y2": {"field": "low"}},
    }


def _at(day: date, begin: date, reached: date, used: float, top: float) -> float:
    """How high a straight way from `used` to the ceiling stands on `day`; never above the ceiling."""
    if day >= reached:
        return top
    return used + (top - used) * (day - begin) / (reached - begin)


def _used(row: Mapping[str, Any], months: pl.DataFrame, unit: Unit, language: Language) -> list[Spec]:
    """The running total at the end of each month, and the last point with what is ordered."""
    points = [(last_day(period), total) for period, total in months.select("period", "total_ore").iter_rows()]
    if not points:
        return []
    start = _begins(int(months["period"][0])) - timedelta(days=1)
    values = [
        {
            "day": day.isoformat(),
            "amount": total / unit.ore,
            "shown": formats.day(day),
            "written": formats.kronor(total),
        }
        for day, total in [(start, 0), *points]
    ]
    tooltip = [
        {"field": "shown", "title": DAY.in_language(language)},
        {"field": "written", "title": USED.in_language(language)},
    ]
    encoding = {"x": _x("day"), "y": _y("amount"), "tooltip": tooltip}
    mark = {"type": "line", "color": BLUE, "strokeWidth": 3, "point": {"filled": True, "size": 45, "color": BLUE}}
    line = {"data": {"values": values}, "mark": mark, "encoding": encoding}
    if not row["open_ore"]:
        return [line]
    used, begin = row["used_ore"] / unit.ore, row["as_of"]
    point = {"type": "point", "filled": False, "size": 110, "color": BLUE, "strokeWidth": 2.5, "opacity": 1}
    words = {"color": BLUE, "align": "right", "dx": -10, "dy": -6}
    return [
        line,
        {**_line([(begin, used)], {}), "mark": point},
        _text(begin, used, ORDERED.in_language(language), words),
    ]


def _days(row: Mapping[str, Any], today: date, first: date, last: date, language: Language) -> list[Spec]:
    """Rules at today and at the contract's end, with their words at the foot."""
    marked = [(today, TODAY.in_language(language), [1, 0])]
    if row["to_on"] is not None:
        marked.append((row["to_on"], ENDS.in_language(language, day=formats.day(row["to_on"])), [5, 4]))
    within = [one for one in marked if first <= one[0] <= last]
    return [part for day, words, dash in within for part in _day(day, words, dash, (day - first) / (last - first))]


def _day(day: date, words: str, dash: list[int], along: float) -> list[Spec]:
    data = {"values": [{"day": day.isoformat(), "label": words}]}
    side = {"align": "left", "dx": 5} if along < NARROW else {"align": "right", "dx": -5}
    rule = {"type": "rule", "color": INK, "strokeWidth": 2, "strokeDash": dash}
    text = {"type": "text", **side, "dy": -10, "fontWeight": 600, "y": {"expr": "height"}, "color": INK}
    place = {"x": _x("day")}
    label = {**place, "text": {"field": "label", "type": "nominal"}}
    return [{"data": data, "mark": rule, "encoding": place}, {"data": data, "mark": text, "encoding": label}]

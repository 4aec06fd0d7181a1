"""Are there hours enough for what must be procured, month by month, and how much must begin?"""

import json
from collections.abc import Callable
from typing import Any

import polars as pl

from dashboard import formats
from dashboard.charts.theme import BLUE, EMPTY, INK, LINE_CLASS_COLOURS, PALE_BLUE, SOFT_INK, STATUS, Spec, finished
from dashboard.charts.theme import locale as locale_of
from dashboard.month_words import month_in_words
from dashboard.text import Language, Text

HEIGHT = 320
SOURCES: dict[str, tuple[str, Text]] = {  # the less is decided, the paler
    "decision": (BLUE, Text(sv="Beslutade", en="Decided")),
    "planned": (LINE_CLASS_COLOURS["B"], Text(sv="Planerade", en="Planned")),
    "need": (PALE_BLUE, Text(sv="Nya behov", en="New needs")),
    "gate": (EMPTY, Text(sv="Från beslutspunkter", en="From decision points")),
}
SHORT, ENOUGH = (
    Text(
        sv="Timmarna räcker inte i {short} av {months} månader",
        en="The hours do not suffice in {short} of {months} months",
    ),
    Text(sv="Timmarna räcker i alla månader", en="The hours suffice in every month"),
)
UNKNOWN = Text(
    sv="Utan underlag: ingen har angett hur många timmar som finns", en="No data: nobody has said what hours there are"
)
KNOWN_SUFFICE = Text(
    sv="Timmarna räcker i de {known} månader som har underlag",
    en="The hours suffice in the {known} months that there is data for",
)
PART = Text(sv="Mest behövs i {month}: {needed} timmar", en="Most is needed in {month}: {needed} hours")
PART_SAID = Text(
    sv="Staplarna är timmar som behövs i den här delen av planen. Siffrorna överst är hur många upphandlingar som "
    "måste börja.",
    en="The bars are hours needed in this part of the plan. The figures at the top are how many procurements must "
    "begin.",
)
IF_EXTENDED = Text(sv="Om de valda avtalen förlängs: {title}", en="If the chosen contracts are extended: {title}")
LINE = Text(
    sv="Staplarna är timmar som behövs, linjen timmar som finns. Siffrorna överst är hur många upphandlingar som måste "
    "börja. ■ timmarna räcker inte.",
    en="The bars are hours needed, the line hours there are. The figures at the top are how many procurements must "
    "begin. ■ the hours do not suffice.",
)
NO_CAPACITY = Text(sv=" ○ utan underlag.", en=" ○ no data.")
BEFORE = Text(sv=" Strecken är planen som den är.", en=" The dashes are the plan as it is.")
MONTH, NEEDED = Text(sv="Månad", en="Month"), Text(sv="Behövs", en="Needed")
THERE, BEGIN = Text(sv="Finns", en="There are"), Text(sv="Måste börja", en="Must begin")
HOURS = Text(sv="{hours} timmar", en="{hours} hours")
PLAN = Text(sv="Planen som den är", en="The plan as it is")


def build_workload(
    parts: pl.DataFrame,
    months: pl.DataFrame,
    language: Language,
    link: Callable[[int], str],
    before: pl.DataFrame | None = None,
    *,
    is_part: bool = False,
) -> Spec:
    """Stacked bars a month by source, a line of capacity, and marks where the hours lack.

    `parts`: `period, source, hours` for every month and source; `months`: `period, needed, starts, capacity, gap`, the
    last two null where nobody has said. `before`: the same columns, of the plan as it is, where what is shown is what
    would be. `link(period)` is where a bar leads. A part of the plan (`is_part`) is not held against any capacity.
    """
    facts = [_fact(row, language, link) for row in months.iter_rows(named=True)]
    x = _months_axis(months["period"].to_list(), language)
    bars = _bars(parts, {one["period"]: one for one in facts}, x, language)
    held = [] if is_part else [_capacity(facts, x), _marks(facts, x)]
    old = [] if before is None else [_before(before, x, language)]
    spec = {"height": HEIGHT, "layer": [bars, _starts(facts, x), *held, *old]}
    title = headline(months, language, is_supposed=before is not None, is_part=is_part)
    return finished(spec, language, title=title, subtitle=_subtitle(months, language, before is not None, is_part))


def headline(months: pl.DataFrame, language: Language, *, is_supposed: bool = False, is_part: bool = False) -> str:
    """In how many months the hours lack; for a part of the plan the month that needs most."""
    short, known = months.filter(pl.col("gap") > 0).height, months.height - months["capacity"].null_count()
    words = SHORT if short else UNKNOWN if not known else ENOUGH if known == months.height else KNOWN_SUFFICE
    title = words.in_language(language, short=short, months=months.height, known=known)
    if is_part:
        most = months.sort("needed", "period", descending=[True, False]).row(0, named=True)
        month = month_in_words(most["period"], language)
        title = PART.in_language(language, month=month, needed=formats.number(most["needed"]))
    return IF_EXTENDED.in_language(language, title=title[0].lower() + title[1:]) if is_supposed else title


def _subtitle(months: pl.DataFrame, language: Language, is_supposed: bool, is_part: bool) -> str:
    said = [PART_SAID if is_part else LINE]
    if months["capacity"].null_count() and not is_part:
        said.append(NO_CAPACITY)
    return "".join(one.in_language(language) for one in [*said, *([BEFORE] if is_supposed else [])])


def _months_axis(periods: list[int], language: Language) -> Spec:
    """'okt', and the year under the first month and every January."""
    short = locale_of(language)["time"]["shortMonths"]
    labels = {
        period: [short[period % 100 - 1], *([str(period // 100)] if not turn or period % 100 == 1 else [])]
        for turn, period in enumerate(periods)
    }
    words = f"({json.dumps(labels, ensure_ascii=False)})[datum.value]"
    axis = {"labelAngle": 0, "ticks": False, "labelExpr": words, "labelOverlap": False}
    return {"field": "period", "type": "ordinal", "sort": periods, "title": None, "axis": axis}


def _fact(row: dict[str, Any], language: Language, link: Callable[[int], str]) -> dict[str, Any]:
    known = row["capacity"] is not None
    return {
        "period": row["period"],
        "named": month_in_words(row["period"], language),
        "needed": row["needed"],
        "capacity": row["capacity"],
        "there": HOURS.in_language(language, hours=formats.number(row["capacity"])) if known else formats.NONE,
        "starts": row["starts"],
        "state": "short" if row["gap"] else "enough" if known else "unknown",
        "href": link(row["period"]),
    }


def _bars(parts: pl.DataFrame, facts: dict[int, dict[str, Any]], x: Spec, language: Language) -> Spec:
    words = {source: word.in_language(language) for source, (_, word) in SOURCES.items()}
    values = [
        {
            **{name: facts[row["period"]][name] for name in ("period", "named", "there", "starts", "href")},
            "source": words[row["source"]],
            "place": list(SOURCES).index(row["source"]),
            "hours": row["hours"],
        }
        for row in parts.iter_rows(named=True)
    ]
    scale = {"domain": list(words.values()), "range": [colour for colour, _ in SOURCES.values()]}
    return {
        "data": {"values": values},
        "mark": {"type": "bar", "cursor": "pointer", "stroke": SOFT_INK, "strokeWidth": 0.5},
        "encoding": {
            "x": x,
            "y": {"field": "hours", "type": "quantitative", "title": None, "axis": {"tickCount": 6, "format": ",.0f"}},
            "color": {
                "field": "source",
                "type": "nominal",
                "sort": None,
                "scale": scale,
                "legend": {"symbolStrokeColor": SOFT_INK, "labelLimit": 0, "offset": 30},
            },
            "order": {"field": "place", "type": "ordinal"},
            "href": {"field": "href", "type": "nominal"},
            "tooltip": [
                {"field": "named", "title": MONTH.in_language(language)},
                {"field": "source", "title": " "},
                {"field": "hours", "title": NEEDED.in_language(language), "format": ",.0f"},
                {"field": "there", "title": THERE.in_language(language)},
                {"field": "starts", "title": BEGIN.in_language(language)},
            ],
        },
    }


def _capacity(facts: list[dict[str, Any]], x: Spec) -> Spec:
    """The line breaks where nobody has said."""
    return {
        "data": {"values": [{"period": one["period"], "capacity": one["capacity"]} for one in facts]},
        "mark": {
            "type": "line",
            "interpolate": "step",
            "color": INK,
            "strokeWidth": 3,
            "point": {"size": 14, "color": INK},
        },
        "encoding": {"x": x, "y": {"field": "capacity", "type": "quantitative"}},
    }


def _starts(facts: list[dict[str, Any]], x: Spec) -> Spec:
    """How many must begin, at the top."""
    return {
        "data": {"values": facts},
        "mark": {"type": "text", "dy": -12, "fontWeight": 600},
        "encoding": {"x": x, "y": {"value": 0}, "text": {"field": "starts", "type": "quantitative"}},
    }


def _marks(facts: list[dict[str, Any]], x: Spec) -> Spec:
    """A mark over what is short or unknown."""
    looks = {"short": STATUS["red"], "unknown": STATUS["no_data"]}
    marked = [one | {"shape": looks[one["state"]].shape} for one in facts if one["state"] in looks]
    red = {"test": "datum.state == 'short'", "value": STATUS["red"].text}
    return {
        "data": {"values": marked},
        "mark": {"type": "text", "dy": -10, "fontSize": 16},
        "encoding": {
            "x": x,
            "y": {"field": "needed", "type": "quantitative"},
            "text": {"field": "shape", "type": "nominal"},
            "color": {"condition": red, "value": STATUS["no_data"].text},
        },
    }


def _before(before: pl.DataFrame, x: Spec, language: Language) -> Spec:
    values = before.select("period", "needed").to_dicts()
    return {
        "data": {"values": values},
        "mark": {"type": "tick", "orient": "horizontal", "thickness": 2, "color": SOFT_INK, "width": {"band": 0.9}},
        "encoding": {
            "x": x,
            "y": {"field": "needed", "type": "quantitative"},
            "tooltip": {"field": "needed", "title": PLAN.in_language(language), "format": ",.0f"},
        },
    }

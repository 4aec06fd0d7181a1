"""How every chart looks: fonts, colours, status shapes and the visitor's way of writing numbers and months.

A chart is a plain Vega-Lite dictionary, so that the same one goes to the screen and into a document, and drawing it
costs nothing on the way. Colour says status only, always together with a shape and a word (colour-blind readers, grey
print).
"""

from dataclasses import dataclass
from typing import Any

from dashboard.formats import ENGLISH_MONTHS, MINUS, MONTHS, NBSP
from dashboard.status import STATUS_NAMES, Status
from dashboard.text import Language, Text

Spec = dict[str, Any]

FONT = "'Source Sans 3', sans-serif"  # the quotes matter: the family's name ends in a digit
INK = "#111a24"
SOFT_INK = "#48545f"
GRID = "#e1e7ec"
EMPTY = "#dbe1e7"  # the unfilled part of a bar
BLUE = "#1f4e79"  # what is measured, where no status is meant
PALE_BLUE = "#9db2c9"
LINE_CLASS_COLOURS = {
    "A": "#123f6b",
    "A-": "#2a6099",
    "B": "#5b8dbd",
    "C": "#8a5300",
    "D": "#9aa5b1",
    "E": "#b3261e",
    "F": "#d9a6a2",
    "U": "#dbe1e7",
}


@dataclass(frozen=True)
class StatusLook:
    """A status as word, shape and colour; `text` is dark enough to read on white."""

    word: Text
    shape: str
    fill: str
    text: str


STATUS: dict[str, StatusLook] = {
    "green": StatusLook(STATUS_NAMES[Status.GREEN], "●", "#2166ac", "#1d5a9a"),
    "amber": StatusLook(STATUS_NAMES[Status.AMBER], "▲", "#e69f00", "#8a5300"),
    "red": StatusLook(STATUS_NAMES[Status.RED], "■", "#b3261e", "#b3261e"),
    "no_target": StatusLook(STATUS_NAMES[Status.NO_TARGET], "◆", "#48545f", "#48545f"),
    "no_data": StatusLook(STATUS_NAMES[Status.NO_DATA], "○", "#8b96a1", "#48545f"),
}

_LONG_MONTHS = (
    [
        "januari",
        "februari",
        "mars",
        "april",
        "maj",
        "juni",
        "juli",
        "augusti",
        "september",
        "oktober",
        "november",
        "december",
    ],
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
)
_DAYS = (
    ["söndag", "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag"],
    ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
)


def locale(language: Language) -> dict[str, Any]:
    """Numbers as Swedes write them in both languages; months in the visitor's language, small letters in Swedish."""
    english = language == "en"
    return {
        "number": {
            "decimal": ",",
            "thousands": NBSP,
            "grouping": [3],
            "currency": ["", f"{NBSP}kr"],
            "minus": MINUS,
            "percent": f"{NBSP}%",
        },
        "time": {
            "dateTime": "%Y-%m-%d %H:%M",
            "date": "%Y-%m-%d",
            "time": "%H:%M",
            "periods": ["", ""],
            "days": _DAYS[english],
            "shortDays": [day[:3] for day in _DAYS[english]],
            "months": _LONG_MONTHS[english],
            "shortMonths": list(ENGLISH_MONTHS if english else MONTHS),
        },
    }


def config(language: Language) -> dict[str, Any]:
    """The `config` of every chart: read from the back of a meeting room."""
    label = {"labelFontSize": 15, "labelColor": INK, "titleFontSize": 15, "titleColor": SOFT_INK, "labelLimit": 320}
    return {
        "font": FONT,
        "background": "white",
        "locale": locale(language),
        "view": {"stroke": None},
        "axis": {
            **label,
            "titleFontWeight": "normal",
            "gridColor": GRID,
            "domainColor": "#8b96a1",
            "tickColor": "#8b96a1",
        },
        "legend": {**label, "symbolSize": 160, "orient": "top", "title": None},
        "header": {"labelFontSize": 16, "labelColor": INK},
        "text": {"fontSize": 15, "color": INK, "font": FONT},
        "title": {
            "fontSize": 20,
            "subtitleFontSize": 15,
            "anchor": "start",
            "color": INK,
            "subtitleColor": SOFT_INK,
            "offset": 12,
        },
    }


def finished(spec: Spec, language: Language, title: str, description: str = "", subtitle: str = "") -> Spec:
    """`spec` with what every chart has: theme, size rule, a sentence as its title and a text for those who listen.

    The width follows the page (`fit-x`) and the height is the chart's own, so that rows are never squeezed.
    """
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "config": config(language),
        "width": "container",
        "autosize": {"type": "fit-x", "contains": "padding"},
        "title": {"text": title, "subtitle": subtitle} if subtitle else {"text": title},
        "description": description or title,
        "usermeta": {"embedOptions": {"renderer": "svg", "actions": False, "loader": {"target": "_self"}}},
        **spec,
    }

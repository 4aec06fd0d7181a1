"""In which ways do we buy, from on contract to nobody knows?"""

from collections.abc import Callable

import polars as pl

from dashboard import formats
from dashboard.charts.money import money_unit
from dashboard.charts.parts import AIR
from dashboard.charts.theme import LINE_CLASS_COLOURS, Spec, finished
from dashboard.class_words import LINE_CLASSES
from dashboard.text import Language, Text

ROW = 34

TITLE = Text(
    sv="{on} av inköpen sker på avtal, {unknown} går inte att avgöra",
    en="{on} of the spend is on contract, {unknown} cannot be decided",
)
SUBTITLE = Text(
    sv="Inköp som går att påverka i {unit}, inom parentes andelen",
    en="Addressable spend in {unit}, in brackets the share",
)
LINES = Text(sv="Rader", en="Lines")
AMOUNT = Text(sv="Belopp", en="Amount")


def build_class_mix(mix: pl.DataFrame, language: Language, link: Callable[[str], str]) -> Spec:
    """One bar a line class, in the order of the letters. `mix`: `class_mix()`; `link(class)` is where a mark leads."""
    unit = money_unit(mix["amount_ore"].max())  # type: ignore[arg-type]
    found = {row["line_class"]: row for row in mix.iter_rows(named=True)}
    nothing = {"amount_ore": 0, "lines": 0, "share": 0.0}
    values = []
    for letter, words in LINE_CLASSES.items():
        row = found.get(letter, nothing)
        amount = formats.number(row["amount_ore"] / unit.ore, unit.decimals)
        values.append(
            {
                "href": link(letter),
                "name": f"{letter}  {words.name.in_language(language)}",
                "meaning": words.meaning.in_language(language),
                "amount": row["amount_ore"] / unit.ore,
                "label": f"{amount} ({formats.share(row['share'], 0)})",
                "lines": formats.number(row["lines"]),
                "written": formats.kronor(row["amount_ore"]),
                "colour": LINE_CLASS_COLOURS[letter],
            }
        )
    spec = {
        "data": {"values": values},
        "padding": AIR,
        "height": {"step": ROW},
        **_layers([str(v["name"]) for v in values], language),
    }
    return finished(
        spec,
        language,
        title=headline(mix, language),
        subtitle=SUBTITLE.in_language(language, unit=unit.name.in_language(language)),
    )


def headline(mix: pl.DataFrame, language: Language) -> str:
    """The share on contract, and the share that cannot be decided."""
    shares: dict[str, float] = dict(mix.select("line_class", "share").iter_rows())
    on = sum(shares.get(letter, 0.0) for letter in ("A", "A-", "B"))
    return TITLE.in_language(language, on=formats.share(on, 0), unknown=formats.share(shares.get("U", 0.0), 0))


def _layers(names: list[str], language: Language) -> Spec:
    axis = {"ticks": False, "domain": False, "labelPadding": 8, "labelLimit": 420}
    return {
        "encoding": {
            "x": {"field": "amount", "type": "quantitative", "axis": None},
            "y": {"field": "name", "type": "nominal", "sort": names, "title": None, "axis": axis},
        },
        "layer": [
            {
                "mark": {"type": "bar", "cursor": "pointer", "size": 22, "stroke": "#8b96a1", "strokeWidth": 0.5},
                "encoding": {
                    "color": {"field": "colour", "type": "nominal", "scale": None},
                    "href": {"field": "href", "type": "nominal"},
                    "tooltip": [
                        {"field": "name", "title": " "},
                        {"field": "meaning", "title": " "},
                        {"field": "written", "title": AMOUNT.in_language(language)},
                        {"field": "lines", "title": LINES.in_language(language)},
                    ],
                },
            },
            {
                "mark": {"type": "text", "align": "left", "dx": 6},
                "encoding": {"text": {"field": "label", "type": "nominal"}},
            },
        ],
    }

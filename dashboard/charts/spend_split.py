"""Who buys most, and how much of it outside contract?"""

from collections.abc import Callable
from typing import Any

import polars as pl

from dashboard import formats
from dashboard.charts.money import Unit, money_unit
from dashboard.charts.parts import AIR, PART_COLOURS, PART_WORDS
from dashboard.charts.theme import Spec, finished
from dashboard.rules.scope import NOT_STATED
from dashboard.text import Language, Text

ROW = 34
MOST = 12

TITLE = Text(sv="{name} köper mest utanför avtal, {amount}", en="{name} buys most outside contract, {amount}")
NOTHING = Text(sv="Ingenting köptes utanför avtal", en="Nothing was bought outside contract")
SUBTITLE = Text(
    sv="Inköp i {unit}. Siffran efter stapeln är summan och andelen utanför avtal",
    en="Spend in {unit}. The figure after the bar is the sum and the share outside contract",
)
LARGEST = Text(sv=". De {shown} största av {count}", en=". The {shown} largest of {count}")
AMOUNT = Text(sv="Belopp", en="Amount")
OUTSIDE = Text(sv="{share} utanför", en="{share} outside")


def build_spend_split(
    split: pl.DataFrame, language: Language, link: Callable[[int, str], str], title: Text = TITLE
) -> Spec:
    """One stacked bar a row; `link(id, part)` is where a mark leads.

    `split`: `id` (NOT_STATED where nobody knows it), `name` and the columns of `spend_split`. All the others in one bar
    would dwarf the rest: they are counted in words.
    """
    rows = split.sort("total_ore", "name", descending=[True, False]).head(MOST)
    unit = money_unit(rows["total_ore"].max())  # type: ignore[arg-type]
    y = {
        "field": "name",
        "type": "nominal",
        "sort": rows["name"].to_list(),
        "title": None,
        "axis": {"ticks": False, "domain": False, "labelPadding": 8, "labelLimit": 420},
    }
    return finished(
        {
            "padding": AIR,
            "height": {"step": ROW},
            "layer": [_bars(_long(rows, unit, language, link), y, language), _labels(rows, unit, y, language)],
        },
        language,
        title=headline(split, language, title),
        subtitle=SUBTITLE.in_language(language, unit=unit.name.in_language(language)) + _rest(split, language),
    )


def _rest(split: pl.DataFrame, language: Language) -> str:
    return LARGEST.in_language(language, shown=MOST, count=split.height) if split.height > MOST else ""


def headline(split: pl.DataFrame, language: Language, title: Text = TITLE) -> str:
    """The row with the most bought outside contract."""
    outside = split.filter(pl.col("outside_ore") > 0, pl.col("id") != NOT_STATED).sort("outside_ore", descending=True)
    if outside.is_empty():
        return NOTHING.in_language(language)
    worst = outside.row(0, named=True)
    return title.in_language(language, name=worst["name"], amount=formats.short_kronor(worst["outside_ore"]))


def _long(rows: pl.DataFrame, unit: Unit, language: Language, link: Callable[[int, str], str]) -> list[dict[str, Any]]:
    return [
        {
            "href": link(row["id"], part),
            "name": row["name"],
            "part": words.in_language(language),
            "place": place,
            "amount": row[part] / unit.ore,
            "written": formats.kronor(row[part]),
        }
        for row in rows.iter_rows(named=True)
        for place, (part, words) in enumerate(PART_WORDS.items())
    ]


def _bars(values: list[dict[str, Any]], y: Spec, language: Language) -> Spec:
    words = [text.in_language(language) for text in PART_WORDS.values()]
    return {
        "data": {"values": values},
        "mark": {"type": "bar", "cursor": "pointer", "size": 22},
        "encoding": {
            "y": y,
            "x": {"field": "amount", "type": "quantitative", "title": None, "axis": {"format": ",~r", "tickCount": 5}},
            "color": {
                "field": "part",
                "type": "nominal",
                "sort": None,
                "scale": {"domain": words, "range": list(PART_COLOURS.values())},
                "legend": {"columns": 2},  # the legend begins where the bars do, and four words in a row run out
            },
            "order": {"field": "place", "type": "ordinal"},
            "href": {"field": "href", "type": "nominal"},
            "tooltip": [
                {"field": "name", "title": " "},
                {"field": "part", "title": " "},
                {"field": "written", "title": AMOUNT.in_language(language)},
            ],
        },
    }


def _labels(rows: pl.DataFrame, unit: Unit, y: Spec, language: Language) -> Spec:
    values = [
        {
            "name": row["name"],
            "end": sum(max(row[part], 0) for part in PART_WORDS) / unit.ore,
            "label": _label(row, unit, language),
        }
        for row in rows.iter_rows(named=True)
    ]
    return {
        "data": {"values": values},
        "mark": {"type": "text", "align": "left", "dx": 6},
        "encoding": {
            "y": y,
            "x": {"field": "end", "type": "quantitative"},
            "text": {"field": "label", "type": "nominal"},
        },
    }


def _label(row: dict[str, Any], unit: Unit, language: Language) -> str:
    amount = formats.number(row["total_ore"] / unit.ore, unit.decimals)
    if row["outside_share"] is None:
        return amount
    return f"{amount} ({OUTSIDE.in_language(language, share=formats.share(row['outside_share'], 0))})"

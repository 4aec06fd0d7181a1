"""Which categories are close to, or above, what may be awarded directly in a year?"""

from collections.abc import Callable

import polars as pl

from dashboard import formats
from dashboard.charts.parts import AIR
from dashboard.charts.theme import EMPTY, INK, STATUS, Spec, finished
from dashboard.text import Language, Text

ROW = 34
MOST = 12
CLOSEST = 4

ABOVE = Text(
    sv="{count} kategorier har köpts utan eller utanför avtal över gränsen",
    en="{count} categories bought without or outside a contract are above the limit",
)
ONE_ABOVE = Text(
    sv="{name} har köpts utan eller utanför avtal över gränsen",
    en="{name} bought without or outside a contract is above the limit",
)
CLOSE = Text(
    sv="Ingen kategori är över gränsen, {count} är nära", en="No category is above the limit, {count} are close"
)
CALM = Text(sv="Ingen kategori är nära gränsen", en="No category is close to the limit")
SUBTITLE = Text(
    sv="Köp utan avtal och utanför avtal i år, i procent av gränsen. Indikator, inte ett juridiskt fastställande",
    en="Bought without and outside contract this year, per cent of the limit. An indicator, not a legal finding",
)
LIMIT = Text(sv="Gräns", en="Limit")
AMOUNT = Text(sv="Belopp", en="Amount")


def build_direct_award_radar(rows: pl.DataFrame, language: Language, link: Callable[[int], str]) -> Spec:
    """Bars against a line at 100 %; `link(id)` is where a bar leads.

    `rows`: `id, name, amount_ore, limit_ore, share, status` (green, amber, red).
    """
    shown = _closest_and_largest(rows.filter(pl.col("share").is_not_null()))
    values = [
        {
            "href": link(row["id"]),
            "name": row["name"],
            "share": min(row["share"], 2.0),
            "colour": STATUS[row["status"]].fill,
            "label": f"{STATUS[row['status']].shape} {formats.share(row['share'], 0)} "
            f"({formats.short_kronor(row['amount_ore'])})",
            "written": formats.kronor(row["amount_ore"]),
            "limit": formats.kronor(row["limit_ore"]),
        }
        for row in shown.iter_rows(named=True)
    ]
    names = [value["name"] for value in values]
    axis = {"ticks": False, "domain": False, "labelPadding": 8, "labelLimit": 420}
    y = {"field": "name", "type": "nominal", "sort": names, "title": None, "axis": axis}
    bars = {
        "mark": {"type": "bar", "cursor": "pointer", "size": 22},
        "encoding": {
            "color": {"field": "colour", "type": "nominal", "scale": None},
            "href": {"field": "href", "type": "nominal"},
            "tooltip": [
                {"field": "name", "title": " "},
                {"field": "written", "title": AMOUNT.in_language(language)},
                {"field": "limit", "title": LIMIT.in_language(language)},
            ],
        },
    }
    words = {"text": {"field": "label", "type": "nominal"}}
    labels = {"mark": {"type": "text", "align": "left", "dx": 6}, "encoding": words}
    halo = {  # the line at 100 % would else cross the letters
        "mark": {"type": "text", "align": "left", "dx": 6, "stroke": "white", "strokeWidth": 5},
        "encoding": words,
    }
    limit = {
        "data": {"values": [{"at": 1.0}]},
        "mark": {"type": "rule", "color": INK, "strokeWidth": 2},
        "encoding": {"x": {"field": "at", "type": "quantitative"}, "y": None},
    }
    spec = {
        "data": {"values": values},
        "padding": AIR,
        "height": {"step": ROW},
        "encoding": {
            "x": {
                "field": "share",
                "type": "quantitative",
                "title": None,
                "scale": {"domainMin": 0, "domainMax": max([1.2, *(v["share"] for v in values)])},
                "axis": {"format": ".0%", "values": [0, 0.5, 1.0, 1.5, 2.0], "gridColor": EMPTY},
            },
            "y": y,
        },
        "layer": [bars, limit, halo, labels],
    }
    return finished(spec, language, title=headline(rows, language), subtitle=SUBTITLE.in_language(language))


def _closest_and_largest(rows: pl.DataFrame) -> pl.DataFrame:
    """Those about to cross the limit, which a look in time can still help, and the largest of the others."""
    ranked = rows.sort("share", descending=True)
    close = ranked.filter(pl.col("status") == "amber").head(CLOSEST)
    others = ranked.filter(pl.col("status") != "amber").head(MOST - close.height)
    return pl.concat([others, close]).sort("share", descending=True)


def headline(rows: pl.DataFrame, language: Language) -> str:
    """How many categories are above the limit, else how many are close."""
    above = rows.filter(pl.col("status") == "red")
    if above.height == 1:
        return ONE_ABOVE.in_language(language, name=above["name"].item())
    if above.height:
        return ABOVE.in_language(language, count=above.height)
    close = rows.filter(pl.col("status") == "amber").height
    return CLOSE.in_language(language, count=close) if close else CALM.in_language(language)

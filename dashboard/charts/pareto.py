"""How few suppliers make up most of what we buy?"""

from collections.abc import Callable

import polars as pl

from dashboard import formats
from dashboard.charts.money import money_unit
from dashboard.charts.parts import AIR
from dashboard.charts.theme import BLUE, PALE_BLUE, Spec, finished
from dashboard.text import Language, Text

ROW = 34
MOST = 12

FEW = Text(sv="{count} leverantörer står för 80 % av inköpen", en="{count} suppliers make up 80 % of the spend")
ONE = Text(sv="En leverantör står för 80 % av inköpen", en="One supplier makes up 80 % of the spend")
SUBTITLE = Text(
    sv="Inköp i {unit}, inom parentes andelen hittills uppifrån räknat. De {shown} största av {count}",
    en="Spend in {unit}, in brackets the share so far from the top. The {shown} largest of {count}",
)
AMOUNT = Text(sv="Belopp", en="Amount")


def build_pareto(ranked: pl.DataFrame, language: Language, link: Callable[[int], str]) -> Spec:
    """Sorted bars with "212 (25 %)". `ranked`: `pareto()` with `id` and `name`; `link(id)` is where a mark leads."""
    shown = ranked.head(MOST)
    unit = money_unit(shown["amount_ore"].max())  # type: ignore[arg-type]
    values = [
        {
            "href": link(row["id"]),
            "name": row["name"],
            "amount": row["amount_ore"] / unit.ore,
            "is_within": row["is_within"],
            "label": f"{formats.number(row['amount_ore'] / unit.ore, unit.decimals)} "
            f"({formats.share(row['cumulative'], 0)})",
            "written": formats.kronor(row["amount_ore"]),
        }
        for row in shown.iter_rows(named=True)
    ]
    names = [value["name"] for value in values]
    x = {"field": "amount", "type": "quantitative", "axis": None}
    y = {
        "field": "name",
        "type": "nominal",
        "sort": names,
        "title": None,
        "axis": {"ticks": False, "domain": False, "labelPadding": 8, "labelLimit": 420},
    }
    bars = {
        "mark": {"type": "bar", "cursor": "pointer", "size": 22},
        "encoding": {
            "color": {"condition": {"test": "datum.is_within", "value": BLUE}, "value": PALE_BLUE},
            "href": {"field": "href", "type": "nominal"},
            "tooltip": [
                {"field": "name", "title": " "},
                {"field": "written", "title": AMOUNT.in_language(language)},
            ],
        },
    }
    labels = {
        "mark": {"type": "text", "align": "left", "dx": 6},
        "encoding": {"text": {"field": "label", "type": "nominal"}},
    }
    spec = {
        "data": {"values": values},
        "padding": AIR,
        "height": {"step": ROW},
        "encoding": {"x": x, "y": y},
        "layer": [bars, labels],
    }
    subtitle = SUBTITLE.in_language(
        language, unit=unit.name.in_language(language), shown=shown.height, count=formats.number(ranked.height)
    )
    return finished(spec, language, title=headline(ranked, language), subtitle=subtitle)


def headline(ranked: pl.DataFrame, language: Language) -> str:
    """How many it takes to reach 80 %."""
    within = int(ranked["is_within"].sum())
    return (ONE if within == 1 else FEW).in_language(language, count=formats.number(within))

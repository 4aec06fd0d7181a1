"""Of which kind are there reasons to look closer, and how many?"""

from collections.abc import Callable

import polars as pl

from dashboard import formats
from dashboard.charts.parts import AIR
from dashboard.charts.theme import BLUE, Spec, finished
from dashboard.text import Language, Text

ROW = 36
MOST = Text(sv="Flest anledningar att titta: {name} ({count})", en="Most reasons to look: {name} ({count})")
NONE = Text(sv="Inga anledningar att titta", en="No reasons to look")
SUBTITLE = Text(sv="Antal per flagga. Ingen av dem är en dom", en="Number per flag. None of them is a verdict")

LABEL = Text(sv="{count} av {of}", en="{count} of {of}")


def build_red_flags(rows: pl.DataFrame, language: Language, link: Callable[[str], str]) -> Spec:
    """A bar a flag, in the order of `rows`: `key, name, count, of` (how many were looked at; 0: nothing to judge)."""
    values = [
        {
            "href": link(row["key"]),
            "name": row["name"],
            "count": row["count"],
            "label": LABEL.in_language(language, count=formats.number(row["count"]), of=formats.number(row["of"]))
            if row["of"]
            else formats.NONE,
        }
        for row in rows.iter_rows(named=True)
    ]
    axis = {"ticks": False, "domain": False, "labelPadding": 8, "labelLimit": 320}
    y = {"field": "name", "type": "nominal", "sort": [v["name"] for v in values], "title": None, "axis": axis}
    href = {"href": {"field": "href", "type": "nominal"}}
    spec = {
        "data": {"values": values},
        "padding": AIR,
        "height": {"step": ROW},
        "encoding": {
            "x": {
                "field": "count",
                "type": "quantitative",
                "title": None,
                "scale": {"domainMax": max([1.0, *(v["count"] * 1.15 for v in values)])},
                "axis": None,
            },
            "y": y,
        },
        "layer": [
            {"mark": {"type": "bar", "cursor": "pointer", "size": 22, "color": BLUE}, "encoding": href},
            {
                "mark": {"type": "text", "align": "left", "dx": 6},
                "encoding": {"text": {"field": "label", "type": "nominal"}},
            },
        ],
    }
    return finished(spec, language, title=headline(rows, language), subtitle=SUBTITLE.in_language(language))


def headline(rows: pl.DataFrame, language: Language) -> str:
    """The flag there is most of."""
    raised = rows.filter(pl.col("count") > 0).sort("count", descending=True, maintain_order=True)
    if raised.is_empty():
        return NONE.in_language(language)
    return MOST.in_language(language, name=raised["name"][0].lower(), count=formats.number(raised["count"][0]))

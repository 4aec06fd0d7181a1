"""Which contracts are nearest, or above, what 17:9 lets them change?"""

from collections.abc import Callable
from typing import Any

import polars as pl

from dashboard import formats
from dashboard.charts.theme import BLUE, INK, STATUS, Spec, finished
from dashboard.text import Language, Text

ROW = 52
MOST = 8
LONGEST = 26
TITLE = Text(
    sv="{count} avtal är över gränsen för ändringar av mindre värde",
    en="{count} contracts are above the limit for changes of small value",
)
ONE = Text(
    sv="Ett avtal är över gränsen för ändringar av mindre värde",
    en="One contract is above the limit for changes of small value",
)
NONE = Text(
    sv="Inget avtal som kan beräknas är över gränsen för ändringar av mindre värde",
    en="No contract that can be computed is above the limit for changes of small value",
)
SUBTITLE = Text(
    sv="Ändringarnas nettovärde enligt 17:9 som andel av avtalets omräknade värde. Strecket är gränsen i procent",
    en="The changes' net value under 17:9 as a share of the contract's indexed value. The line is the limit in per "
    "cent",
)
BELOW = Text(sv="{share}, gränsen är {limit}", en="{share}, the limit is {limit}")
ABOVE = Text(sv="{shape} {share}, över gränsen {limit}", en="{shape} {share}, above the limit {limit}")
BY_THRESHOLD = Text(sv="{shape} {share}, över tröskelvärdet", en="{shape} {share}, above the threshold")
GUIDANCE = Text(sv=" (vägledande)", en=" (guidance)")
CONTRACT, STATE = Text(sv="Avtal", en="Contract"), Text(sv="Läge", en="Standing")
NET = Text(sv="Netto", en="Net")


def build_change_headroom(rows: pl.DataFrame, above: int, language: Language, link: Callable[[int], str]) -> Spec:
    """A bar a contract with a line at its limit; red, with a shape and words, where it is above.

    `rows`, at most MOST and in the order they shall stand: `contract_id, number, title, net_ore, net_share,
    limit_share, is_above, is_guidance`; `above`: how many are above, also of contracts not drawn; `link(contract_id)`
    is where a bar leads.
    """
    records = [_record(row, language, link) for row in rows.head(MOST).iter_rows(named=True)]
    end = max((max(one["size"], one["limit"]) for one in records), default=0.1)
    scale = {"domain": [0, end * 1.6]}  # the words stand to the right of the bars
    hidden = {"type": "quantitative", "axis": None, "scale": scale, "title": None}
    y = {
        "field": "name",
        "type": "nominal",
        "sort": [one["name"] for one in records],
        "title": None,
        "axis": {"ticks": False, "domain": False, "labelLimit": 340, "labelPadding": 8},
    }
    colour = {"condition": {"test": "datum.is_above", "value": STATUS["red"].fill}, "value": BLUE}
    text = {"condition": {"test": "datum.is_above", "value": STATUS["red"].text}, "value": INK}
    tooltip = [
        {"field": "name", "title": CONTRACT.in_language(language)},
        {"field": "net", "title": NET.in_language(language)},
        {"field": "words", "title": STATE.in_language(language)},
    ]
    href = {"field": "href", "type": "nominal"}
    layers = [
        {
            "mark": {"type": "bar", "height": 26, "cursor": "pointer"},
            "encoding": {"y": y, "x": {"field": "size", **hidden}, "color": colour, "href": href, "tooltip": tooltip},
        },
        {
            "mark": {"type": "tick", "color": INK, "thickness": 3, "size": 40},
            "encoding": {"y": y, "x": {"field": "limit", **hidden}},
        },
        {
            "mark": {"type": "text", "align": "left", "dx": 10, "fontWeight": 600},
            "encoding": {"y": y, "x": {"field": "right", **hidden}, "text": {"field": "words"}, "color": text},
        },
    ]
    spec = {"data": {"values": records}, "height": {"step": ROW}, "layer": layers}
    words = TITLE if above > 1 else ONE if above else NONE
    title = words.in_language(language, count=formats.number(above))
    return finished(spec, language, title=title, subtitle=SUBTITLE.in_language(language))


def _record(row: dict[str, Any], language: Language, link: Callable[[int], str]) -> dict[str, Any]:
    title = " ".join(str(row["title"]).split())
    short = title if len(title) <= LONGEST else f"{title[: LONGEST - 1]}…"
    size, limit = abs(row["net_share"]), row["limit_share"]
    return {
        "name": f"{short} {row['number']}",
        "size": size,
        "limit": limit,
        "right": max(size, limit),
        "is_above": row["is_above"],
        "net": formats.kronor(row["net_ore"]),
        "words": _words(row, language),
        "href": link(row["contract_id"]),
    }


def _words(row: dict[str, Any], language: Language) -> str:
    is_by_share = abs(row["net_share"]) >= row["limit_share"]
    words = BELOW if not row["is_above"] else ABOVE if is_by_share else BY_THRESHOLD
    said = words.in_language(
        language,
        shape=STATUS["red"].shape,
        share=formats.share(row["net_share"], 1),
        limit=formats.share(row["limit_share"], 0),
    )
    return said + (GUIDANCE.in_language(language) if row["is_guidance"] else "")

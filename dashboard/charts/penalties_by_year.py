"""What became of the penalties we had a right to, year by year?"""

from collections.abc import Callable

import polars as pl

from dashboard import formats
from dashboard.charts.money import money_unit
from dashboard.charts.theme import INK, Spec, finished
from dashboard.text import Language, Text

PARTS: dict[str, tuple[Text, str]] = {  # what was lost stands at the top, where the eye compares
    "received_ore": (Text(sv="Betalt", en="Received"), "#1f4e79"),
    "under_way_ore": (Text(sv="På väg", en="Under way"), "#9db2c9"),
    "reduced_ore": (Text(sv="Nedsatt", en="Reduced"), "#f0d9a8"),
    "waived_ore": (Text(sv="Avstått", en="Waived"), "#e69f00"),
    "not_claimed_ore": (Text(sv="Inte krävt i tid", en="Not claimed in time"), "#b3261e"),
}
SUBTITLE = Text(
    sv="Belopp i {unit}, efter året då bristen började. Siffran över stapeln är det vi inte tog ut",
    en="Amounts in {unit}, by the year the breach began. The figure above a bar is what we did not take",
)
YEAR, PART, AMOUNT = Text(sv="År", en="Year"), Text(sv="Vad", en="What"), Text(sv="Belopp", en="Amount")


def build_penalties_by_year(rows: pl.DataFrame, language: Language, title: str, link: Callable[[int], str]) -> Spec:
    """Stacked bars a year. `rows`: `year`, the parts in öre, `lost_ore`; `link(year)` is where a bar leads."""
    totals = rows.select(total=pl.sum_horizontal(list(PARTS)))["total"]
    unit = money_unit(totals.max())  # type: ignore[arg-type]
    words = {name: text.in_language(language) for name, (text, _) in PARTS.items()}
    values = [
        {
            "year": str(row["year"]),
            "part": words[name],
            "place": place,
            "amount": row[name] / unit.ore,
            "written": formats.kronor(row[name]),
            "href": link(row["year"]),
        }
        for row in rows.iter_rows(named=True)
        for place, name in enumerate(PARTS)
        if row[name]
    ]
    labels = [
        {"year": str(row["year"]), "top": total / unit.ore, "label": formats.short_kronor(row["lost_ore"])}
        for row, total in zip(rows.iter_rows(named=True), totals, strict=True)
    ]
    x = {"field": "year", "type": "ordinal", "title": None, "axis": {"labelAngle": 0, "ticks": False}}
    bars = {
        "data": {"values": values},
        "mark": {"type": "bar", "cursor": "pointer", "stroke": INK, "strokeWidth": 0.3, "width": {"band": 0.6}},
        "encoding": {
            "x": x,
            "y": {"field": "amount", "type": "quantitative", "title": None, "axis": {"tickCount": 5}},
            "color": {
                "field": "part",
                "type": "nominal",
                "sort": None,
                "scale": {"domain": list(words.values()), "range": [colour for _, colour in PARTS.values()]},
                "legend": {"orient": "top", "title": None, "labelLimit": 0},
            },
            "order": {"field": "place", "type": "ordinal"},
            "href": {"field": "href", "type": "nominal"},
            "tooltip": [
                {"field": "year", "title": YEAR.in_language(language)},
                {"field": "part", "title": PART.in_language(language)},
                {"field": "written", "title": AMOUNT.in_language(language)},
            ],
        },
    }
    above = {
        "data": {"values": labels},
        "mark": {"type": "text", "dy": -9, "fontWeight": 600},
        "encoding": {
            "x": x,
            "y": {"field": "top", "type": "quantitative"},
            "text": {"field": "label", "type": "nominal"},
        },
    }
    subtitle = SUBTITLE.in_language(language, unit=unit.name.in_language(language))
    return finished({"height": 280, "layer": [bars, above]}, language, title=title, subtitle=subtitle)

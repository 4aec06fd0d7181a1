"""How much do we buy each month, and how much of it outside contract?"""

from collections.abc import Callable
from typing import Any

import polars as pl

from dashboard import formats
from dashboard.charts.money import money_unit
from dashboard.charts.parts import PART_COLOURS, PART_WORDS
from dashboard.charts.theme import BLUE, INK, Spec, finished, locale
from dashboard.filters import months_between
from dashboard.text import Language, Text

STEADY = 0.005  # a smaller change in the share is called no change
RECENT = 3  # months that the title compares with as many before

RISES = Text(
    sv="Köpen utanför avtal ökar: {share} de senaste tre månaderna",
    en="More is bought outside contract: {share} in the last three months",
)
FALLS = Text(
    sv="Köpen utanför avtal minskar: {share} de senaste tre månaderna",
    en="Less is bought outside contract: {share} in the last three months",
)
STEADY_WORDS = Text(sv="{share} köptes utanför avtal", en="{share} was bought outside contract")
NONE_OUTSIDE = Text(sv="Inget köptes utanför avtal", en="Nothing was bought outside contract")
NO_SHARE = Text(
    sv="Inga köp där det finns avtal under perioden", en="Nothing was bought where a contract exists in this period"
)
SUBTITLE = Text(
    sv="Inköp per månad, {unit}. Siffran över stapeln är andelen utanför avtal, av det som har avtal",
    en="Spend per month, {unit}. The figure above the bar is the share outside contract, of what has a contract",
)
PLAIN_SUBTITLE = Text(sv="Inköp per månad, {unit}", en="Spend per month, {unit}")
AMOUNT = Text(sv="Belopp", en="Amount")
MONTH = Text(sv="Månad", en="Month")


def build_spend_by_month(split: pl.DataFrame, language: Language, link: Callable[[int, str], str]) -> Spec:
    """Stacked bars a month. `split`: `spend_split(cube, "period")`; `link(period, part)` is where a mark leads."""
    rows = _every_month(split)
    unit = money_unit(rows["total_ore"].max())  # type: ignore[arg-type]
    months = {period: month_name(period, language) for period in rows["period"]}
    x = {"field": "month", "type": "ordinal", "sort": list(months.values()), "title": None, "axis": month_axis()}
    has_outside = (rows["outside_ore"] != 0).any()
    layers = [_bars(_long(rows, months, unit.ore, language, link), x, language)]
    return finished(
        {"height": 380, "layer": layers + ([_labels(rows, months, unit.ore, x)] if has_outside else [])},
        language,
        title=headline(rows, language),
        subtitle=(SUBTITLE if has_outside else PLAIN_SUBTITLE).in_language(
            language, unit=unit.name.in_language(language)
        ),
    )


def _every_month(split: pl.DataFrame) -> pl.DataFrame:
    """The rows in order, with an empty one for each month in between in which nothing was bought."""
    if split.is_empty():
        return split
    first, last = split.select(first=pl.col("period").min(), last=pl.col("period").max()).row(0)
    every = pl.DataFrame({"period": months_between(first, last)}, schema={"period": split.schema["period"]})
    return every.join(split, on="period", how="left").with_columns(pl.col(*PART_WORDS, "total_ore").fill_null(0))


def headline(rows: pl.DataFrame, language: Language) -> str:
    """The share outside contract, and whether it moved over the last three months against the three before."""
    ordered = rows.sort("period")
    whole = _share(ordered)
    if whole is None:
        return NO_SHARE.in_language(language)
    if (ordered["outside_ore"] == 0).all():
        return NONE_OUTSIDE.in_language(language)
    now, before = _share(ordered.tail(RECENT)), _share(ordered.slice(max(ordered.height - 2 * RECENT, 0), RECENT))
    if ordered.height < 2 * RECENT or now is None or before is None or abs(now - before) < STEADY:
        return STEADY_WORDS.in_language(language, share=formats.share(whole, 0))
    return (RISES if now > before else FALLS).in_language(language, share=formats.share(now, 0))


def _share(rows: pl.DataFrame) -> float | None:
    """The share outside contract of what a contract covers, over all the rows."""
    on, outside = int(rows["on_ore"].sum()), int(rows["outside_ore"].sum())
    return outside / (on + outside) if on + outside > 0 else None


def _long(
    rows: pl.DataFrame, months: dict[int, str], ore: int, language: Language, link: Callable[[int, str], str]
) -> list[dict[str, Any]]:
    return [
        {
            "href": link(row["period"], part),
            "month": months[row["period"]],
            "named": months[row["period"]].replace("|", " "),
            "part": PART_WORDS[part].in_language(language),
            "place": place,
            "amount": row[part] / ore,
            "written": formats.kronor(row[part]),
        }
        for row in rows.iter_rows(named=True)
        for place, part in enumerate(PART_WORDS)
    ]


def _bars(values: list[dict[str, Any]], x: Spec, language: Language) -> Spec:
    return {
        "data": {"values": values},
        "mark": {"type": "bar", "cursor": "pointer"},
        "encoding": {
            "x": x,
            "y": {"field": "amount", "type": "quantitative", "title": None, "axis": {"format": ",~r", "tickCount": 5}},
            "color": {
                "field": "part",
                "type": "nominal",
                "sort": None,
                "scale": {
                    "domain": [words.in_language(language) for words in PART_WORDS.values()],
                    "range": list(PART_COLOURS.values()),
                },
            },
            "order": {"field": "place", "type": "ordinal"},
            "href": {"field": "href", "type": "nominal"},
            "tooltip": [
                {"field": "named", "title": MONTH.in_language(language)},
                {"field": "part", "title": " "},
                {"field": "written", "title": AMOUNT.in_language(language)},
            ],
        },
    }


def _labels(rows: pl.DataFrame, months: dict[int, str], ore: int, x: Spec) -> Spec:
    values = [
        {
            "month": months[row["period"]],
            "top": sum(max(row[part], 0) for part in PART_WORDS) / ore,
            "label": formats.share(row["outside_share"], 0) if row["outside_share"] is not None else "",
        }
        for row in rows.iter_rows(named=True)
    ]
    return {
        "data": {"values": values},
        "mark": {"type": "text", "dy": -9, "fontWeight": 600, "color": INK},
        "encoding": {
            "x": x,
            "y": {"field": "top", "type": "quantitative"},
            "text": {"field": "label", "type": "nominal"},
        },
    }


def month_name(period: int, language: Language) -> str:
    """The month's short name and its year, parted by what `month_axis` splits at."""
    return f"{locale(language)['time']['shortMonths'][period % 100 - 1]}|{period // 100}"


def month_axis() -> Spec:
    """Every month by its name; the year only under the first month shown and each January."""
    year = "datum.index == 0 || indexof(datum.label, 'jan') == 0 || indexof(datum.label, 'Jan') == 0"
    return {
        "labelExpr": f"({year}) ? split(datum.label, '|') : split(datum.label, '|')[0]",
        "labelAngle": 0,
        "ticks": False,
        "labelOverlap": True,
        "domainColor": BLUE,
    }

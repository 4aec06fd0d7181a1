"""How much is bought on a contract each month of the period?"""

from collections.abc import Callable
from typing import Any

import polars as pl

from dashboard import formats
from dashboard.charts.money import money_unit
from dashboard.charts.spend_by_month import AMOUNT, MONTH, month_axis, month_name
from dashboard.charts.theme import BLUE, Spec, finished
from dashboard.text import Language, Text

BOUGHT = Text(sv="{amount} köptes på avtalet, mest i {month}", en="{amount} was bought on it, most in {month}")
ONE_MONTH = Text(sv="{amount} köptes på avtalet, allt i {month}", en="{amount} was bought on it, all in {month}")
SUBTITLE = Text(sv="Inköp per månad, {unit}", en="Spend per month, {unit}")
HEIGHT = 230


def build_contract_spend(rows: pl.DataFrame, language: Language, link: Callable[[int], str]) -> Spec:
    """One bar a month. `rows`: `period, total_ore`, one row a month in order; `link(period)` is where a bar leads."""
    unit = money_unit(rows["total_ore"].max())  # type: ignore[arg-type]
    values = [
        {
            "href": link(period),
            "month": month_name(period, language),
            "named": formats.period(period, language),
            "amount": ore / unit.ore,
            "written": formats.kronor(ore),
        }
        for period, ore in rows.select("period", "total_ore").iter_rows()
    ]
    return finished(
        {"height": HEIGHT, **_bars(values, language)},
        language,
        title=headline(rows, language),
        subtitle=SUBTITLE.in_language(language, unit=unit.name.in_language(language)),
    )


def headline(rows: pl.DataFrame, language: Language) -> str:
    """How much, and in which month most of it."""
    most = rows.sort("total_ore", descending=True).row(0, named=True)
    words = ONE_MONTH if rows.filter(pl.col("total_ore") != 0).height == 1 else BOUGHT
    month = formats.period(most["period"], language)
    return words.in_language(language, amount=formats.short_kronor(int(rows["total_ore"].sum())), month=month)


def _bars(values: list[dict[str, Any]], language: Language) -> Spec:
    months = [value["month"] for value in values]
    return {
        "data": {"values": values},
        "mark": {"type": "bar", "cursor": "pointer", "color": BLUE},
        "encoding": {
            "x": {"field": "month", "type": "ordinal", "sort": months, "title": None, "axis": month_axis()},
            "y": {"field": "amount", "type": "quantitative", "title": None, "axis": {"format": ",~r", "tickCount": 4}},
            "href": {"field": "href", "type": "nominal"},
            "tooltip": [
                {"field": "named", "title": MONTH.in_language(language)},
                {"field": "written", "title": AMOUNT.in_language(language)},
            ],
        },
    }

"""On which step has each supplier stood, month by month?"""

from collections import Counter
from collections.abc import Callable
from typing import Any

import polars as pl

from dashboard import formats
from dashboard.charts.theme import INK, Spec, finished, locale
from dashboard.deck import STEP_NAMES
from dashboard.text import Language, Text

ROW = 42
HIGH = 3  # from this step on the management group is involved and the contract is at stake
FILLS = ("#eef1f4", "#fbe3b7", "#f4b25f", "#d86f28", "#8b2c10")
DIGITS = ("#5b6671", INK, INK, "#000000", "#ffffff")  # readable on its fill

NOBODY = Text(sv="Ingen leverantör på steg 3 eller högre", en="No supplier on step 3 or higher")
ONE = Text(sv="En leverantör på steg 3 eller högre", en="One supplier on step 3 or higher")
SEVERAL = Text(sv="{count} leverantörer på steg 3 eller högre", en="{count} suppliers on step 3 or higher")
SUBTITLE = Text(
    sv="Leverantörens högsta steg i slutet av varje månad; sista kolumnen är i dag",
    en="The supplier's highest step at the end of each month; the last column is today",
)
DESCRIPTION = Text(sv="{title}. Högst upp: {names}.", en="{title}. At the top: {names}.")
STEP, MONTH = Text(sv="Steg", en="Step"), Text(sv="Månad", en="Month")
WORDS = {
    "sv": ("noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"),
    "en": ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
}


def build_escalation_ladder(rows: pl.DataFrame, language: Language, link: Callable[[int], str]) -> Spec:
    """A square a supplier and month, with the step as a digit and a colour.

    `rows`: `supplier_id, name, period, step` for every month shown, suppliers in the order they shall stand, the last
    period being now; `link(supplier_id)` is where a mark leads.
    """
    names = told_apart(rows)
    order = list(names.values())
    months = _months(sorted(rows["period"].unique()), language)
    values = [_value(row, names[row["supplier_id"]], months, language, link) for row in rows.iter_rows(named=True)]
    title = headline(rows, language)
    spec = {
        "data": {"values": values},
        "height": {"step": ROW},
        "encoding": {
            "x": {
                "field": "month",
                "type": "ordinal",
                "sort": list(months.values()),
                "title": None,
                "axis": _top_axis(),
            },
            "y": {"field": "name", "type": "nominal", "sort": order, "title": None, "axis": _side_axis()},
            "href": {"field": "href", "type": "nominal"},
            "tooltip": [
                {"field": "name", "title": " "},
                {"field": "named", "title": MONTH.in_language(language)},
                {"field": "level", "title": STEP.in_language(language)},
            ],
        },
        "layer": [_squares(language), _digits()],
    }
    first = DESCRIPTION.in_language(language, title=title, names=", ".join(order[:3]))
    return finished(
        spec, language, title=title, description=first if order else title, subtitle=SUBTITLE.in_language(language)
    )


def told_apart(rows: pl.DataFrame) -> dict[int, str]:
    """Supplier -> what its row is called, in the order they stand: those with the same name are numbered."""
    known: dict[int, str] = dict(rows.select("supplier_id", "name").unique(maintain_order=True).iter_rows())
    seen: Counter[str] = Counter()
    many = {name for name, count in Counter(known.values()).items() if count > 1}
    called = {}
    for supplier_id, name in known.items():
        seen[name] += 1
        called[supplier_id] = f"{name} ({seen[name]})" if name in many else name
    return called


def headline(rows: pl.DataFrame, language: Language) -> str:
    """How many suppliers stand high now."""
    now = rows.filter(pl.col("period") == pl.col("period").max())
    count = now.filter(pl.col("step") >= HIGH).height
    if count < 2:
        return (ONE if count else NOBODY).in_language(language)
    words = WORDS[language]
    written = words[count].capitalize() if count < len(words) else str(count)
    return SEVERAL.in_language(language, count=written)


def _value(
    row: dict[str, Any], name: str, months: dict[int, str], language: Language, link: Callable[[int], str]
) -> Spec:
    return {
        "name": name,
        "month": months[row["period"]],
        "named": formats.period(row["period"], language),
        "step": row["step"],
        "level": _level(row["step"], language),
        "href": link(row["supplier_id"]),
    }


def _months(periods: list[int], language: Language) -> dict[int, str]:
    """'nov', and for the first month and each January the year too: 'jan 26'."""
    short = locale(language)["time"]["shortMonths"]
    return {
        period: short[period % 100 - 1] + (f" {period // 100 % 100:02d}" if not place or period % 100 == 1 else "")
        for place, period in enumerate(periods)
    }


def _level(step: int, language: Language) -> str:
    return f"{step} {STEP_NAMES[step].in_language(language)}"


def _top_axis() -> Spec:
    return {"orient": "top", "labelAngle": 0, "ticks": False, "domain": False, "labelPadding": 6}


def _side_axis() -> Spec:
    return {"ticks": False, "domain": False, "labelPadding": 10, "labelLimit": 300}


def _squares(language: Language) -> Spec:
    levels = [_level(step, language) for step in range(len(FILLS))]
    scale = {"domain": levels, "range": list(FILLS)}
    legend = {"orient": "top", "title": None, "symbolType": "square", "symbolSize": 220, "labelLimit": 0, "columns": 3}
    return {
        "mark": {"type": "rect", "stroke": "#ffffff", "strokeWidth": 3, "cornerRadius": 3, "cursor": "pointer"},
        "encoding": {"color": {"field": "level", "type": "nominal", "scale": scale, "legend": legend}},
    }


def _digits() -> Spec:
    tests = [{"test": f"datum.step == {step}", "value": colour} for step, colour in enumerate(DIGITS)]
    return {
        "mark": {"type": "text", "fontWeight": 600, "fontSize": 16, "cursor": "pointer"},
        "encoding": {
            "text": {"field": "step", "type": "quantitative"},
            "color": {"condition": tests, "value": INK},
        },
    }

"""Which months has each source given us, and which are missing?"""

import polars as pl

from dashboard import formats
from dashboard.charts.theme import INK, Spec, finished, locale
from dashboard.text import Language, Text

ROW = 34

WHOLE = Text(sv="Inga månader saknas", en="No month is missing")
GAPS = Text(sv="{count} månader saknas", en="{count} months are missing")
ONE_GAP = Text(sv="En månad saknas: {month}", en="One month is missing: {month}")
SUBTITLE = Text(
    sv="Fylld ruta: månaden finns. Ring: månaden saknas mellan första och sista",
    en="Filled square: the month is there. Ring: it is missing between the first and the last",
)
LINES = Text(sv="Rader", en="Lines")
MONTH = Text(sv="Månad", en="Month")
MISSING = Text(sv="saknas", en="missing")


def build_months_covered(months: pl.DataFrame, language: Language) -> Spec:
    """A square a month and source. `months`: `source, period, lines` (null: a gap)."""
    short = locale(language)["time"]["shortMonths"]
    values = [
        {
            "source": row["source"],
            "month": f"{row['period'] // 100}-{row['period'] % 100:02d}",
            "name": f"{short[row['period'] % 100 - 1]} {row['period'] // 100}",
            "is_there": row["lines"] is not None,
            "lines": formats.number(row["lines"]) if row["lines"] is not None else MISSING.in_language(language),
        }
        for row in months.sort("period").iter_rows(named=True)
    ]
    x = {
        "field": "month",
        "type": "ordinal",
        "title": None,
        "axis": {
            "labelAngle": 0,
            "labelExpr": "substring(datum.label, 5) == '01' ? substring(datum.label, 0, 4) : ''",
            "ticks": False,
            "domain": False,
        },
    }
    axis = {"ticks": False, "domain": False, "labelPadding": 8, "labelLimit": 420}
    spec = {
        "data": {"values": values},
        "height": {"step": ROW},
        "mark": {"type": "point", "strokeWidth": 1.5},
        "encoding": {
            "x": x,
            "y": {"field": "source", "type": "nominal", "title": None, "axis": axis},
            "size": {"condition": {"test": "datum.is_there", "value": _size(months)}, "value": 110},
            "shape": {"condition": {"test": "datum.is_there", "value": "square"}, "value": "circle"},
            "fill": {"condition": {"test": "datum.is_there", "value": "#5b8dbd"}, "value": "transparent"},
            "stroke": {"condition": {"test": "datum.is_there", "value": "#5b8dbd"}, "value": INK},
            "tooltip": [
                {"field": "source", "title": " "},
                {"field": "name", "title": MONTH.in_language(language)},
                {"field": "lines", "title": LINES.in_language(language)},
            ],
        },
    }
    return finished(spec, language, title=headline(months, language), subtitle=SUBTITLE.in_language(language))


def _size(months: pl.DataFrame) -> int:
    """Squares small enough to stand apart, however many months there are."""
    count = months["period"].n_unique()
    return 150 if count <= 40 else 50 if count <= 80 else 8


def headline(months: pl.DataFrame, language: Language) -> str:
    """How many months are missing."""
    gaps = months.filter(pl.col("lines").is_null())
    if gaps.height == 1:
        period = gaps["period"].item()
        month = f"{locale(language)['time']['shortMonths'][period % 100 - 1]} {period // 100}"
        return ONE_GAP.in_language(language, month=month)
    return GAPS.in_language(language, count=gaps.height) if gaps.height else WHOLE.in_language(language)

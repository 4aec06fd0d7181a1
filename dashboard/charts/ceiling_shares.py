"""Which ceilings are closest to being reached?"""

from collections.abc import Callable
from typing import Any

import polars as pl

from dashboard import formats
from dashboard.ceiling_words import STATES
from dashboard.charts.parts import AIR
from dashboard.charts.theme import INK, SOFT_INK, STATUS, Spec, finished
from dashboard.rules.ceilings_forecast.limits import WHOLE, CeilingLimits
from dashboard.text import Language, Text

ROW = 46
WIDEST = 1.5  # a bar beyond this is cut: its label says how far it goes
ROOM = 0.55  # of the ceiling, for the words beside the bars
LABEL_LIMIT = 340
REACHED = Text(sv="{count} avtal har nått sitt tak", en="{count} contracts have reached their ceiling")
ONE_REACHED = Text(sv="Ett avtal har nått sitt tak", en="One contract has reached its ceiling")
STOPPED = Text(sv="{count} avtal har nått {share} av sitt tak", en="{count} contracts have reached {share} of theirs")
ONE_STOPPED = Text(sv="Ett avtal har nått {share} av sitt tak", en="One contract has reached {share} of its ceiling")
EARLY = Text(
    sv="{count} avtal beräknas nå taket före sitt slut",
    en="{count} contracts are forecast to reach their ceiling before they end",
)
ONE_EARLY = Text(
    sv="Ett avtal beräknas nå taket före sitt slut",
    en="One contract is forecast to reach its ceiling before it ends",
)
CALM = Text(sv="Inget avtal är nära sitt tak", en="No contract is close to its ceiling")
SUBTITLE = Text(
    sv="Använd del av taket. Strecken är gränserna {limits} och 100 %",
    en="Share of the ceiling used. The lines are the limits {limits} and 100 %",
)
CONTRACT, USED, CEILING = Text(sv="Avtal", en="Contract"), Text(sv="Använt", en="Used"), Text(sv="Tak", en="Ceiling")


def build_ceiling_shares(
    rows: pl.DataFrame, all_rows: pl.DataFrame, limits: CeilingLimits, language: Language, link: Callable[[int], str]
) -> Spec:
    """A bar a contract against the limits. `rows`, in order: `contract_id, number, title, used_ore, ceiling_ore,
    used_share, state, status, forecast_on, is_before_end`; `all_rows`, which the title counts, has the last three and
    the state; `link(contract_id)` is where a bar leads."""
    values = [_value(row, language, link) for row in rows.iter_rows(named=True)]
    shares = [limits.watch_share / WHOLE, limits.reprocure_share / WHOLE, limits.stop_share / WHOLE]
    widest = max([1.2, *(one["share"] for one in values)])
    axis = {"ticks": False, "domain": False, "labelPadding": 8, "labelLimit": LABEL_LIMIT}
    names = [one["name"] for one in values]
    y = {"field": "name", "type": "nominal", "sort": names, "title": None, "axis": axis}
    spec = {
        "data": {"values": values},
        "padding": AIR,
        "height": {"step": ROW},
        "layer": [_bars(y, widest, language), *_marks(shares, widest), *_labels(y, widest)],
    }
    said = ", ".join(formats.share(share, 0) for share in shares)
    return finished(
        spec,
        language,
        title=headline(all_rows, limits, language),
        subtitle=SUBTITLE.in_language(language, limits=said),
    )


def headline(rows: pl.DataFrame, limits: CeilingLimits, language: Language) -> str:
    """The loudest that holds: reached, about to be, forecast before the end, or none."""
    share = formats.share(limits.stop_share / WHOLE, 0)
    found = (
        (rows.filter(pl.col("state") == "full").height, ONE_REACHED, REACHED),
        (rows.filter(pl.col("state") == "stop").height, ONE_STOPPED, STOPPED),
        (rows.filter(pl.col("is_before_end").fill_null(False)).height, ONE_EARLY, EARLY),
    )
    for count, one, more in found:
        if count:
            return (one if count == 1 else more).in_language(language, count=count, share=share)
    return CALM.in_language(language)


def _value(row: dict[str, Any], language: Language, link: Callable[[int], str]) -> dict[str, Any]:
    title, look = " ".join(str(row["title"]).split()), STATUS[row["status"]]
    short = title if len(title) <= 24 else f"{title[:23]}…"
    said = f"{look.shape} {formats.share(row['used_share'], 0)} {STATES[row['state']].in_language(language).lower()}"
    return {
        "href": link(row["contract_id"]),
        "name": f"{short} {row['number']}",
        "share": min(max(row["used_share"], 0.0), WIDEST),
        "colour": look.fill,
        "ink": look.text,
        "label": said,
        "used": formats.kronor(row["used_ore"]),
        "ceiling": formats.kronor(row["ceiling_ore"]),
    }


def _x(field: str, widest: float) -> Spec:
    """The share, with room at the right for what stands beside the widest bar."""
    axis = {"format": ".0%", "values": [0, 0.2, 0.4, 0.6, 0.8, 1.0], "grid": False}
    scale = {"domain": [0, widest + ROOM], "nice": False}
    return {"field": field, "type": "quantitative", "title": None, "scale": scale, "axis": axis}


def _bars(y: Spec, widest: float, language: Language) -> Spec:
    return {
        "mark": {"type": "bar", "cursor": "pointer", "size": 26},
        "encoding": {
            "x": _x("share", widest),
            "y": y,
            "color": {"field": "colour", "type": "nominal", "scale": None},
            "href": {"field": "href", "type": "nominal"},
            "tooltip": [
                {"field": "name", "title": CONTRACT.in_language(language)},
                {"field": "used", "title": USED.in_language(language)},
                {"field": "ceiling", "title": CEILING.in_language(language)},
            ],
        },
    }


def _marks(shares: list[float], widest: float) -> list[Spec]:
    """Thin dashed lines at the limits, a thick one at the ceiling."""
    place = {"x": _x("at", widest)}
    return [
        {
            "data": {"values": [{"at": share} for share in shares]},
            "mark": {"type": "rule", "color": SOFT_INK, "strokeDash": [3, 3], "strokeWidth": 1.5},
            "encoding": place,
        },
        {
            "data": {"values": [{"at": 1.0}]},
            "mark": {"type": "rule", "color": INK, "strokeWidth": 2.5},
            "encoding": place,
        },
    ]


def _labels(y: Spec, widest: float) -> list[Spec]:
    words = {"x": _x("share", widest), "y": y, "text": {"field": "label", "type": "nominal"}}
    plain = {"type": "text", "align": "left", "dx": 6, "fontWeight": 600}
    ink = {"color": {"field": "ink", "type": "nominal", "scale": None}}
    halo = {"mark": {**plain, "stroke": "white", "strokeWidth": 8}, "encoding": words}  # lines would cross the letters
    return [halo, {"mark": plain, "encoding": {**words, **ink}}]

"""The radar of direct awards on a page: the chart, those that come close, the table, and what it is not."""

import polars as pl

from dashboard import formats
from dashboard.charts.direct_award_radar import build_direct_award_radar
from dashboard.filters import KEYS
from dashboard.language import language, t
from dashboard.layout import paragraph, section, show, table_behind
from dashboard.table_html import Column
from dashboard.text import Text
from dashboard.views.lines_link import CLASS_KEY, lines_url
from dashboard.views.side_by_side import side_by_side

CLASSES = "D,E,F"
TITLE = Text(
    sv="Köp utan avtal mot direktupphandlingsgränsen {year}", en="Purchases against the direct-award limit {year}"
)
NO_LIMIT = Text(
    sv="Gränsen för {year} är inte känd. Den gissas aldrig, så inget jämförs.",
    en="The limit for {year} is not known. It is never guessed, so nothing is compared.",
)
NOTHING = Text(sv="Inget köptes utan avtal {year}.", en="Nothing was bought without a contract in {year}.")
CLOSE = Text(sv="Nära gränsen: {names}.", en="Close to the limit: {names}.")
LIMIT = Text(
    sv="Gränsen {year} är {limit} per kategori och år för hela kommunen ({state}). Källa: {source}.",
    en="The limit in {year} is {limit} per category and year for the whole municipality ({state}). Source: {source}.",
)
EDGE = {
    "<": Text(
        sv="Köpen ska vara under gränsen. Precis på gränsen är över.",
        en="Purchases must be below the limit. Exactly at the limit is above it.",
    ),
    "<=": Text(
        sv="Köpen får vara högst gränsen. Precis på gränsen är inom.",
        en="Purchases may be at most the limit. Exactly at the limit is within it.",
    ),
}
VERIFIED, NOT_VERIFIED = Text(sv="verifierad", en="verified"), Text(sv="ej verifierad", en="not verified")
NO_VERDICT = Text(
    sv="Indikator, inte ett juridiskt fastställande: lagen frågar efter upphandlingens uppskattade värde.",
    en="This is an indicator, not a legal finding: the law asks for the estimated value of the procurement.",
)
CATEGORY = Text(sv="Kategori", en="Category")
AMOUNT = Text(sv="Köpt utan eller utanför avtal", en="Bought without or outside contract")
SHARE = Text(sv="Av gränsen", en="Of the limit")
STATUS = Text(sv="Läge", en="Status")


def radar(rows: pl.DataFrame, year: int) -> None:
    """`rows`: as `data.metrics.direct_award_radar` gives them. The whole municipality, whatever is filtered."""
    known = rows.filter(pl.col("id").is_not_null(), pl.col("amount_ore") > 0)
    if known.is_empty() or known["limit_ore"].is_null().all():
        section(t(TITLE, year=year), t(NO_LIMIT if known.height else NOTHING, year=year))
        return
    everyone = {
        "scope": None,
        "unit_id": None,
        "supplier_id": None,
        "period_from": year * 100 + 1,
        "period_to": year * 100 + 12,
    }
    left, right = side_by_side("radar", (3, 2))
    with left:
        spec = build_direct_award_radar(
            known, language(), lambda key: lines_url(line_class=CLASSES, where={**everyone, "category_id": key})
        )
        show(spec, "radar")
        _as_table(known, year)
    with right:
        _what_holds(known, year)


def _what_holds(known: pl.DataFrame, year: int) -> None:
    close = known.filter(pl.col("status") == "amber")
    if close.height:
        names = ", ".join(
            f"{name} ({formats.share(share, 0)})" for name, share in close.select("name", "share").iter_rows()
        )
        paragraph(t(CLOSE, names=names))
    row = known.row(0, named=True)
    state = t(VERIFIED if row["is_verified"] else NOT_VERIFIED)
    limit = formats.kronor(row["limit_ore"])
    paragraph(t(LIMIT, year=year, limit=limit, state=state, source=row["limit_source"]))
    paragraph(t(EDGE[row["comparator"]]))
    paragraph(t(NO_VERDICT))


def _as_table(known: pl.DataFrame, year: int) -> None:
    rows = known.with_columns(
        first=pl.lit(year * 100 + 1), last=pl.lit(year * 100 + 12), classes=pl.lit(CLASSES), none=pl.lit("")
    )
    lines = {
        KEYS["category_id"]: "id",
        KEYS["period_from"]: "first",
        KEYS["period_to"]: "last",
        KEYS["scope"]: "none",
        KEYS["unit_id"]: "none",
        KEYS["supplier_id"]: "none",
        CLASS_KEY: "classes",
    }
    table_behind(
        rows,
        [
            Column("name", CATEGORY, page="lines", query=lines),
            Column("amount_ore", AMOUNT, "kr"),
            Column("share", SHARE, "share", decimals=0),
            Column("status", STATUS, "status"),
        ],
        t(TITLE, year=year),
    )

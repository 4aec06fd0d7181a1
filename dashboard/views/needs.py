"""The parts of the page of needs without a contract: the sentence, the picture, the needs now and the gaps to come."""

import polars as pl

from dashboard import formats
from dashboard.charts.needs import build_needs
from dashboard.data.needs import Needs
from dashboard.filters import KEYS, NO_ANSWER
from dashboard.language import language, t
from dashboard.layout import link_to, paragraph, section, show, table, table_behind
from dashboard.rules.needs.bought import CLASSES, UNKNOWN
from dashboard.rules.scope import NOT_STATED
from dashboard.table_html import Column
from dashboard.text import Text
from dashboard.views.lines_link import CLASS_KEY, lines_url

LETTERS, UNKNOWN_LETTERS = ",".join(CLASSES), ",".join(UNKNOWN)
LISTED = 50
NOW = Text(sv="Vi köper för {year} om året utan avtal.", en="We buy {year} a year without a contract.")
GROWS = Text(
    sv=" Om inget beslutas växer det till {peak} om året i {month}.",
    en=" If nothing is decided it grows to {peak} a year in {month}.",
)
STAYS = Text(
    sv=" Inga fler avtal slutar de närmaste två åren utan att något tar vid.",
    en=" No more contracts end in the next two years without something to follow.",
)
MONTHS = Text(sv="Månaderna", en="The months")
MONTH = Text(sv="Månad", en="Month")
COMING_NOW = Text(sv="Avtal som slutar", en="Contracts that end")
TOO_LATE = Text(sv="Går inte att undvika", en="Cannot be avoided")
NEEDS = Text(sv="Behov utan avtal nu", en="Needs without a contract now")
NEEDS_WHY = Text(
    sv="Det som köptes {first}–{last} när inget avtal täckte köpet.",
    en="What was bought {first}–{last} when no contract covered the purchase.",
)
UNKNOWN_SHARE = Text(
    sv="För {amount} till går det inte att avgöra om ett avtal täckte köpet. Det räknas inte här.",
    en="For another {amount} it cannot be decided whether a contract covered the purchase. It is not counted here.",
)
TO_UNKNOWN = Text(sv="Se de rader som inte går att avgöra", en="See the lines that cannot be decided")
CATEGORY, UNIT = Text(sv="Kategori", en="Category"), Text(sv="Förvaltning", en="Department")
PER_YEAR, LINES = Text(sv="Per år", en="Per year"), Text(sv="Fakturarader", en="Invoice lines")
DOCUMENTED = Text(sv="Varav dokumenterad direktupphandling", en="Of that, documented direct awards")
NOTHING = Text(sv="Inget köptes utan avtal.", en="Nothing was bought without a contract.")
GAPS = Text(sv="Luckor som kommer", en="Gaps to come")
GAPS_WHY = Text(
    sv="Avtal som slutar inom två år utan att något tar vid. Optioner som går att använda räknas som använda.",
    en="Contracts that end within two years with nothing to follow. Options that can be used count as used.",
)
NO_TIME = Text(
    sv="För {count} av dem går det inte att räkna ut hur lång tid en ny upphandling tar.",
    en="For {count} of them the time a new procurement takes cannot be computed.",
)
NO_GAPS = Text(
    sv="Inga avtal med köp slutar inom två år utan att något tar vid.",
    en="No contract with purchases ends within two years without something to follow.",
)
UNDATED = Text(
    sv="För {count} avtal är sista dagen inte känd. De räknas inte här.",
    en="For {count} contracts the last day is not known. They are not counted here.",
)
TO_DATA = Text(sv="Se vad som saknas", en="See what is missing")
CONTRACT, TITLE = Text(sv="Avtal", en="Contract"), Text(sv="Rubrik", en="Title")
LAST, NEXT = Text(sv="Räcker till", en="Lasts until"), Text(sv="Nästa avtal", en="Next contract")
DAYS, AMOUNT = Text(sv="Dagar utan avtal", en="Days without a contract"), Text(sv="Köp under luckan", en="In the gap")


def sentence(found: Needs) -> str:
    """What is bought without a contract in a year, and what it grows to."""
    now = t(NOW, year=formats.short_kronor(found.now_ore))
    if found.peak is None:
        return now + t(STAYS)
    month, ore = found.peak
    return now + t(GROWS, peak=formats.short_kronor(ore), month=formats.period(month, language()))


def picture(found: Needs) -> None:
    """The months that were and those to come, with their table."""
    where = {"period_from": None, "period_to": None}
    show(
        build_needs(
            found.by_period,
            found.months,
            found.now_ore,
            language(),
            lambda period: lines_url(period, line_class=LETTERS, where=where),
        ),
        "needs",
    )
    columns = [
        Column("period", MONTH, "period"),
        Column("amount_ore", COMING_NOW, "kr"),
        Column("too_late_ore", TOO_LATE, "kr"),
    ]
    table_behind(found.months, columns, t(MONTHS))


def now(found: Needs, by: str) -> None:
    """What is bought without a contract by category or department; each amount leads to its invoice lines."""
    first, last = (formats.period(month, language()) for month in (found.first, found.last))
    section(t(NEEDS), t(NEEDS_WHY, first=first, last=last))
    rows = found.by_unit if by == "unit" else found.by_category
    if rows.is_empty():
        paragraph(t(NOTHING))
    else:
        head, key = (UNIT, "unit_id") if by == "unit" else (CATEGORY, "category_id")
        table(_with_links(rows, found), _columns(head, key), t(NEEDS), LISTED)
    if found.unknown_ore:
        paragraph(t(UNKNOWN_SHARE, amount=formats.short_kronor(found.unknown_ore)))
        months = {KEYS["period_from"]: found.first, KEYS["period_to"]: found.last}
        link_to("lines", t(TO_UNKNOWN), **{CLASS_KEY: UNKNOWN_LETTERS, **months})


def _with_links(rows: pl.DataFrame, found: Needs) -> pl.DataFrame:
    return rows.with_columns(
        pl.col("id").cast(pl.Int64).fill_null(NOT_STATED),
        pl.col("name").fill_null(t(NO_ANSWER)),
        first=pl.lit(found.first),
        last=pl.lit(found.last),
        classes=pl.lit(LETTERS),
    )


def _columns(head: Text, key: str) -> list[Column]:
    lines = {KEYS[key]: "id", KEYS["period_from"]: "first", KEYS["period_to"]: "last", CLASS_KEY: "classes"}
    return [
        Column("name", head, page="lines", query=lines),
        Column("amount_ore", PER_YEAR, "kr", page="lines", query=lines),
        Column("documented_ore", DOCUMENTED, "kr"),
        Column("lines", LINES, "number"),
    ]


def gaps(found: Needs) -> None:
    """The contracts that leave a gap, the largest first; each leads to where it is decided about."""
    section(t(GAPS), t(GAPS_WHY))
    if found.gaps.is_empty():
        paragraph(t(NO_GAPS))
    else:
        columns = [
            Column("number", CONTRACT, "code", page="contract", query={"id": "contract_id", "del": "part"}),
            Column("title", TITLE),
            Column("ends_on", LAST, "day"),
            Column("follows_on", NEXT, "day"),
            Column("days", DAYS, "number"),
            Column("amount_ore", AMOUNT, "kr"),
            Column("too_late_ore", TOO_LATE, "kr"),
        ]
        late = pl.when(pl.col("gap_days").is_not_null()).then("too_late_ore")  # not known is not nothing
        table(found.gaps.with_columns(part=pl.lit("beslut"), too_late_ore=late), columns, t(GAPS), LISTED)
        if unknown := found.gaps["gap_days"].null_count():
            paragraph(t(NO_TIME, count=formats.number(unknown)))
    if found.undated:
        paragraph(t(UNDATED, count=formats.number(found.undated)))
        link_to("data", t(TO_DATA))

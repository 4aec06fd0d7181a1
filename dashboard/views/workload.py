"""The parts of the page of workload: its sentence, the months, one month, and how the hours are counted."""

import polars as pl

from dashboard import formats
from dashboard.charts.workload import SOURCES, build_workload
from dashboard.data.workload import Workload
from dashboard.language import language, t
from dashboard.layout import empty, page_url, paragraph, section, show, table, table_behind
from dashboard.month_words import month_in_words
from dashboard.plan_words import SOURCES as SOURCE_WORDS
from dashboard.rules.plans.hours import ESTIMATE, OWN, SAID
from dashboard.table_html import Column
from dashboard.text import Text
from dashboard.views.in_address import choose_in_address
from dashboard.views.what_if import KEY as EXTEND_KEY

MONTH_KEY = "manad"
LISTED = 30
NEEDED_AND_THERE = Text(
    sv="I {month} behövs {needed} timmar och det finns {there}.",
    en="In {month}, {needed} hours are needed and there are {there}.",
)
ENOUGH = Text(
    sv="Timmarna räcker i alla månader. Mest behövs i {month}: {needed} timmar.",
    en="The hours suffice in every month. Most are needed in {month}: {needed} hours.",
)
NO_CAPACITY = Text(
    sv="Utan underlag: ingen har angett hur många timmar som finns. Mest behövs i {month}: {needed} timmar.",
    en="No data: nobody has said how many hours there are. Most are needed in {month}: {needed} hours.",
)
PART = Text(
    sv="Mest behövs i {month}: {needed} timmar. Det är en del av planen, så kontorets timmar jämförs inte.",
    en="Most are needed in {month}: {needed} hours. It is a part of the plan, so the office's hours are not compared.",
)
BEGINS = Text(
    sv=" Flest upphandlingar måste börja i {month}: {count}.",
    en=" Most procurements must begin in {month}: {count}.",
)
LATE = Text(sv=" {count} av dem är redan sena.", en=" {count} of them are late already.")
ONE_LATE = Text(sv=" En av dem är redan sen.", en=" One of them is late already.")
UNKNOWN = Text(sv=" {count} månader är utan underlag.", en=" {count} months have no data.")
ONE_UNKNOWN = Text(sv=" En månad är utan underlag.", en=" One month has no data.")
CAPTION = Text(sv="Timmar per månad", en="Hours by month")
MONTH = Text(sv="Månad", en="Month")
BEGIN, NEEDED = Text(sv="Måste börja", en="Must begin"), Text(sv="Behövs", en="Needed")
THERE, LACKING = Text(sv="Finns", en="There are"), Text(sv="Saknas", en="Lacking")
NO_DATA = Text(sv="Utan underlag", en="No data")
ADDS_UP = Text(
    sv="Staplarna är {shown} timmar. {before} timmar ligger före den första månaden, {after} efter den sista och "
    "{undated} i upphandlingar utan dagar: tillsammans {total}.",
    en="The bars are {shown} hours. {before} hours lie before the first month, {after} after the last and {undated} in "
    "procurements without days: {total} together.",
)
FROM_WHERE = Text(
    sv="Timmarna är angivna för {said} upphandlingar, medianen av egna upphandlingar för {own} och en uppskattning "
    "för {estimate}. {none} har inga timmar alls. Timmarna fördelas jämnt över arbetsdagarna från start till avtal. "
    "Det som är försenat börjar i dag och tar så lång tid som planerat.",
    en="The hours are given for {said} procurements, the median of our own for {own} and an estimate for {estimate}. "
    "{none} have no hours at all. Hours are spread evenly over the working days from start to contract, and what is "
    "late begins today.",
)
HOW = Text(sv="Så räknas timmarna", en="How the hours are counted")
OF_MONTH = Text(sv="Upphandlingarna i en månad", en="The procurements of a month")
OF_MONTH_SAID = Text(
    sv="{count} upphandlingar tar {hours} timmar i {month}. {starts} av dem måste börja då.",
    en="{count} procurements take {hours} hours in {month}. {starts} of them must begin then.",
)
ONE_OF_MONTH = Text(
    sv="En upphandling tar {hours} timmar i {month}.", en="One procurement takes {hours} hours in {month}."
)
NOTHING = Text(sv="Inga upphandlingar tar timmar i {month}.", en="No procurements take hours in {month}.")
WHAT, CONTRACT = Text(sv="Upphandling", en="Procurement"), Text(sv="Avtal", en="Contract")
SOURCE, HOURS = Text(sv="Från", en="From where"), Text(sv="Timmar i månaden", en="Hours in the month")
ALL_HOURS, HOURS_FROM = Text(sv="Timmar i allt", en="All hours"), Text(sv="Timmarna är", en="The hours are")
STARTS, SIGNS = Text(sv="Börjar", en="Begins"), Text(sv="Avtal tecknas", en="Contract signed")
ORIGINS = {
    SAID: Text(sv="angivna", en="given"),
    OWN: Text(sv="median av egna", en="median of our own"),
    ESTIMATE: Text(sv="uppskattade", en="estimated"),
}


def sentence(found: Workload) -> str:
    """The month that lacks most hours; or that they suffice, or that nobody knows."""
    rows = found.months
    if found.worst is not None:
        row = rows.row(by_predicate=pl.col("period") == found.worst, named=True)
        said = t(NEEDED_AND_THERE, **_month(row), there=formats.number(row["capacity"]))
    else:
        most = rows.sort("needed", "period", descending=[True, False]).row(0, named=True)
        words = PART if found.is_part else NO_CAPACITY if found.unknown == rows.height else ENOUGH
        said = t(words, **_month(most))
    if 0 < found.unknown < rows.height:
        said += t(ONE_UNKNOWN) if found.unknown == 1 else t(UNKNOWN, count=found.unknown)
    return said + _begins(found)


def _begins(found: Workload) -> str:
    """When most must begin, and how many of those are late."""
    row = found.months.sort("starts", "period", descending=[True, False]).row(0, named=True)
    if not row["starts"]:
        return ""
    said = t(BEGINS, month=month_in_words(row["period"], language()), count=formats.number(row["starts"]))
    if row["period"] != found.load.months[0] or not found.late:
        return said
    return said + (t(ONE_LATE) if found.late == 1 else t(LATE, count=formats.number(found.late)))


def _month(row: dict[str, int]) -> dict[str, str]:
    return {"month": month_in_words(row["period"], language()), "needed": formats.number(row["needed"])}


def picture(found: Workload, before: Workload | None, chosen: str) -> None:
    """The months as bars and as a table; `before` is the plan as it is, where `found` is what would be."""

    def link(period: int) -> str:
        return page_url("workload", **{MONTH_KEY: period, EXTEND_KEY: chosen})

    parts = found.load.by_month()
    old = None if before is None else before.months
    show(build_workload(parts, found.months, language(), link, old, is_part=found.is_part), "workload")
    table_behind(_wide(found, parts, chosen), _columns(is_part=found.is_part), t(CAPTION))


def _wide(found: Workload, parts: pl.DataFrame, chosen: str) -> pl.DataFrame:
    wide = parts.pivot(on="source", index="period", values="hours", maintain_order=True)
    rows = found.months.join(wide, on="period", maintain_order="left")
    said = [t(NO_DATA) if one is None else formats.number(one) for one in rows["capacity"]]
    return rows.with_columns(pl.Series("there", said, dtype=pl.String), pl.lit(chosen).alias("chosen"))


def _columns(*, is_part: bool) -> list[Column]:
    there = [] if is_part else [Column("there", THERE), Column("gap", LACKING, "number")]
    sources = [Column(source, words, "number") for source, (_, words) in SOURCES.items()]
    return [
        Column("period", MONTH, "period", page="workload", query={MONTH_KEY: "period", EXTEND_KEY: "chosen"}),
        Column("starts", BEGIN, "number"),
        Column("needed", NEEDED, "number"),
        *sources,
        *there,
    ]


def adds_up(found: Workload) -> None:
    """That the bars and what lies outside them are all hours, and where the hours are from."""
    section(t(HOW))
    load = found.load
    outside = {"before": load.before, "after": load.after, "undated": load.undated, "total": load.total}
    shown = int(found.months["needed"].sum())
    paragraph(t(ADDS_UP, **{name: formats.number(value) for name, value in {"shown": shown, **outside}.items()}))
    origin = load.lines["hours_from"]
    counts = {name: int((origin == name).sum()) for name in (SAID, OWN, ESTIMATE)} | {"none": load.without_hours}
    paragraph(t(FROM_WHERE, **{name: formats.number(value) for name, value in counts.items()}))


def of_month(found: Workload) -> None:
    """The procurements behind one bar: of the month in the address, else the one that lacks most hours."""
    periods = [str(one) for one in found.load.months]
    usual = str(found.worst or found.load.months[0])
    section(t(OF_MONTH))
    options = {one: month_in_words(int(one), language()) for one in periods}
    period = int(choose_in_address("workload", MONTH_KEY, t(MONTH), options, usual))
    rows, month = found.load.in_month(period), month_in_words(period, language())
    if rows.is_empty():
        empty(t(NOTHING, month=month))
        return
    counts = {"count": rows.height, "hours": rows["month_hours"].sum(), "starts": rows["is_start"].sum()}
    words = ONE_OF_MONTH if rows.height == 1 else OF_MONTH_SAID
    paragraph(t(words, month=month, **{name: formats.number(int(value)) for name, value in counts.items()}))
    origins = {code: t(words) for code, words in ORIGINS.items()}
    sources = {code: t(words) for code, words in SOURCE_WORDS.items()}
    is_item = pl.col("item_id").is_not_null()
    shown = rows.with_columns(
        pl.when(is_item).then(pl.col("item_id").cast(pl.String)).otherwise(pl.lit("")).alias("id_part"),
        pl.when(is_item).then(pl.lit("")).otherwise(pl.col("contract_id").cast(pl.String)).alias("contract_part"),
        pl.col("hours_from").replace_strict(origins, default=None, return_dtype=pl.String),
        pl.col("source").replace_strict(sources, return_dtype=pl.String),
    )
    columns = [
        Column("title", WHAT, page="project_plan", query={"id": "id_part", "avtal": "contract_part"}),
        Column("number", CONTRACT, "code", page="contract", query={"id": "contract_id"}),
        Column("source", SOURCE),
        Column("month_hours", HOURS, "number"),
        Column("needed_hours", ALL_HOURS, "number"),
        Column("hours_from", HOURS_FROM),
        Column("from_on", STARTS, "day"),
        Column("until_on", SIGNS, "day"),
    ]
    table(shown, columns, t(OF_MONTH), LISTED)

"""The parts of the purchases page."""

import polars as pl

from dashboard.charts.class_mix import build_class_mix
from dashboard.charts.pareto import build_pareto
from dashboard.charts.parts import PART_WORDS
from dashboard.charts.spend_by_month import build_spend_by_month
from dashboard.charts.spend_split import build_spend_split
from dashboard.class_words import LINE_CLASSES, SPEND_CLASSES
from dashboard.filters import KEYS, NO_ANSWER
from dashboard.language import language, t
from dashboard.layout import choice, page_url, section, show, table, table_behind, url_maker
from dashboard.rules.scope import NOT_STATED
from dashboard.table_html import Column
from dashboard.text import Text
from dashboard.views.lines_link import ALL_CLASSES, CLASS_KEY, PART_CLASSES, SPEND_KEY, lines_url

MONTH = Text(sv="Månad", en="Month")
TOTAL = Text(sv="Summa", en="Total")
OUTSIDE_SHARE = Text(sv="Andel utanför avtal", en="Share outside contract")
CLASS = Text(sv="Klass", en="Class")
MEANING = Text(sv="Vad det betyder", en="What it means")
AMOUNT = Text(sv="Belopp", en="Amount")
SHARE = Text(sv="Andel", en="Share")
LINES = Text(sv="Rader", en="Lines")
SUPPLIERS = Text(sv="Leverantörer", en="Suppliers")
NAMES = {
    "unit": Text(sv="Förvaltning", en="Department"),
    "category": Text(sv="Kategori", en="Category"),
    "supplier": Text(sv="Leverantör", en="Supplier"),
}
SHOW_BY = Text(sv="Visa inköpen per", en="Show purchases by")
POOLING = Text(sv="Kandidater att samordna", en="Candidates to buy together")
POOLING_WHY = Text(
    sv="Kategorier som minst tre förvaltningar köper av minst fem leverantörer, utan samordnat avtal.",
    en="Categories that at least three departments buy from at least five suppliers, without a pooled contract.",
)
UNITS = Text(sv="Förvaltningar", en="Departments")
APART = Text(sv="Köpt utan samordnat avtal", en="Bought without a pooled contract")
AUDIT = Text(sv="Vad som räknas som möjligt att påverka", en="What counts as addressable")
AUDIT_WHY = Text(
    sv="Pensioner, hyror och annat som inte kan konkurrensutsättas tas bort innan nyckeltalen räknas. Så föll det ut.",
    en="Pensions, rents and other things that cannot be competed for are removed before measuring. The outcome:",
)
SPEND_CLASS = Text(sv="Slag", en="Kind")
CUMULATIVE = Text(sv="Hittills uppifrån", en="So far from the top")


def months(by_month: pl.DataFrame) -> None:
    """Spend a month, and the same as a table."""
    maker = url_maker()
    show(
        build_spend_by_month(by_month, language(), lambda period, part: lines_url(period, part, maker=maker)),
        "by_month",
    )
    period = {KEYS["period_from"]: "period", KEYS["period_to"]: "period"}
    table_behind(
        _with_part_keys(by_month),
        [
            Column("period", MONTH, "period", page="lines", query={**period, CLASS_KEY: "all_classes"}),
            *_part_columns(period),
            *_sums(),
        ],
        t(MONTH),
    )


def classes(mix: pl.DataFrame) -> None:
    """The line classes, and the same as a table with what each means."""
    show(build_class_mix(mix, language(), lambda letter: lines_url(line_class=letter)), "mix")
    rows = mix.with_columns(
        name=pl.col("line_class").replace_strict({k: f"{k}  {t(w.name)}" for k, w in LINE_CLASSES.items()}),
        meaning=pl.col("line_class").replace_strict({k: t(w.meaning) for k, w in LINE_CLASSES.items()}),
    )
    table_behind(
        rows,
        [
            Column("name", CLASS, page="lines", query={CLASS_KEY: "line_class"}),
            Column("meaning", MEANING),
            Column("lines", LINES, "number"),
            Column("amount_ore", AMOUNT, "kr"),
            Column("share", SHARE, "share"),
        ],
        t(CLASS),
    )


def choose_dimension() -> str:
    """Which of department, category and supplier the purchases are split by; the choice stands in the address."""
    return choice(SHOW_BY, "per", NAMES, "unit")


def splits(split: pl.DataFrame, dimension: str) -> None:
    """Spend by department, category or supplier, parted by contract use."""
    field, maker = f"{dimension}_id", url_maker()
    shown = split.with_columns(pl.col("name").fill_null(t(NO_ANSWER)), pl.col("id").fill_null(NOT_STATED))
    show(
        build_spend_split(shown, language(), lambda key, part: lines_url(part=part, where={field: key}, maker=maker)),
        f"by_{dimension}",
    )
    query = {KEYS[field]: "id"}
    table_behind(
        _with_part_keys(shown),
        [
            Column("name", NAMES[dimension], page="lines", query={**query, CLASS_KEY: "all_classes"}),
            *_part_columns(query),
            *_sums(),
        ],
        t(NAMES[dimension]),
    )


def largest_suppliers(ranked: pl.DataFrame) -> None:
    """The Pareto of suppliers."""
    lines = {KEYS["supplier_id"]: "id", CLASS_KEY: "all_classes"}
    show(build_pareto(ranked, language(), lambda key: page_url("supplier", id=key)), "pareto")
    table_behind(
        _with_part_keys(ranked),
        [
            Column("name", NAMES["supplier"], page="supplier", query={"id": "id"}),
            Column("amount_ore", AMOUNT, "kr", page="lines", query=lines),
            Column("share", SHARE, "share"),
            Column("cumulative", CUMULATIVE, "share"),
        ],
        t(SUPPLIERS),
        limit=50,
    )


def pooling(rows: pl.DataFrame) -> None:
    """Categories that could be bought together; nothing where there is none."""
    if rows.is_empty():
        return
    section(t(POOLING), t(POOLING_WHY))
    query = {KEYS["category_id"]: "id", CLASS_KEY: "all_classes"}
    table(
        _with_part_keys(rows),
        [
            Column("name", NAMES["category"], page="lines", query=query),
            Column("units", UNITS, "number"),
            Column("suppliers", SUPPLIERS, "number"),
            Column("amount_ore", APART, "kr"),
        ],
        t(POOLING),
        limit=10,
    )


def audit(rows: pl.DataFrame) -> None:
    """What was left out before measuring, and why."""
    section(t(AUDIT), t(AUDIT_WHY))
    words = rows.filter(pl.col("spend_class").is_not_null()).with_columns(
        name=pl.col("spend_class").replace_strict({k: t(w.name) for k, w in SPEND_CLASSES.items()}),
        meaning=pl.col("spend_class").replace_strict({k: t(w.meaning) for k, w in SPEND_CLASSES.items()}),
    )
    table(
        words,
        [
            Column("name", SPEND_CLASS, page="lines", query={SPEND_KEY: "spend_class"}),
            Column("meaning", MEANING),
            Column("lines", LINES, "number"),
            Column("suppliers", SUPPLIERS, "number"),
            Column("amount_ore", AMOUNT, "kr"),
            Column("share", SHARE, "share"),
        ],
        t(AUDIT),
    )


def _with_part_keys(split: pl.DataFrame) -> pl.DataFrame:
    return split.with_columns(
        pl.lit(ALL_CLASSES).alias("all_classes"),
        *(pl.lit(classes).alias(f"{part}_classes") for part, classes in PART_CLASSES.items()),
    )


def _part_columns(query: dict[str, str]) -> list[Column]:
    return [
        Column(part, word, "kr", page="lines", query={**query, CLASS_KEY: f"{part}_classes"})
        for part, word in PART_WORDS.items()
    ]


def _sums() -> list[Column]:
    return [Column("total_ore", TOTAL, "kr"), Column("outside_share", OUTSIDE_SHARE, "share")]

"""The parts of the page of equal treatment: its sentence, the strips, the groups, and those that stand out."""

import polars as pl

from dashboard import formats
from dashboard.charts.equal_treatment import build_equal_treatment
from dashboard.data.equal_treatment import compared_groups, standing_out
from dashboard.deviation_words import CATEGORIES, SEVERITIES
from dashboard.language import language, t
from dashboard.layout import choice, empty, section, show, table
from dashboard.rules.sanctions.equal_treatment import FEWEST
from dashboard.sanction_words import SANCTIONS
from dashboard.table_html import Column
from dashboard.text import Text

LISTED = 50
REASON_KEY, ALL, WITHOUT = "skal", "alla", "saknas"

SENTENCE = Text(
    sv="Av {compared} avvikelser som går att jämföra skiljer sig {out} från sin grupp. {without} av dem saknar skäl.",
    en="Of {compared} deviations that can be compared {out} differ from their group. {without} of them lack a reason.",
)
ALIKE = Text(
    sv="De {compared} avvikelser som går att jämföra har hanterats lika.",
    en="The {compared} deviations that can be compared were treated alike.",
)
TOO_FEW = Text(
    sv="Inga avvikelser går att jämföra än: det behövs minst {fewest} av samma slag och allvar.",
    en="No deviations can be compared yet: it takes at least {fewest} of the same kind and severity.",
)
CHART = Text(sv="Samma slags avvikelse, olika steg och påföljd", en="The same kind of deviation, step and sanction")
OUTLIERS = Text(sv="De som skiljer sig", en="Those that differ")
OUTLIERS_WHY = Text(
    sv="Steget skiljer sig minst ett steg från gruppens median, eller påföljden är en annan än gruppens vanligaste. "
    "Det kan finnas goda skäl. De ska stå i ärendet, för leverantörer ska behandlas lika.",
    en="The step differs by at least one from the group's median, or the sanction is not the group's usual one. There "
    "may be good reasons. They are to be written down, since suppliers are treated alike.",
)
GROUPS = Text(sv="Grupperna", en="The groups")
GROUPS_WHY = Text(
    sv="En grupp är avvikelser av samma slag och allvar. Färre än {fewest} är för få att jämföra.",
    en="A group is deviations of the same kind and severity. Fewer than {fewest} are too few to compare.",
)
SHOW = Text(sv="Visa", en="Show")
CHOICES = {ALL: Text(sv="Alla", en="All"), WITHOUT: Text(sv="Utan skäl", en="Without a reason")}
NO_REASON = Text(sv="skäl saknas", en="reason missing")
FEW = Text(sv="för få att jämföra", en="too few to compare")
AGAINST = Text(sv="{} mot median {}", en="{} against a median of {}")
AGAINST_USUAL = Text(sv="{}, vanligast {}", en="{}, usual {}")
WORSE = Text(sv="{} (ärendet har också allvar {})", en="{} (the case also holds severity {})")
MIXED = Text(sv="ingen enskild", en="no single one")
OBSERVED = Text(sv="Upptäckt", en="Observed")
SUPPLIER = Text(sv="Leverantör", en="Supplier")
UNIT = Text(sv="Förvaltning", en="Department")
KIND = Text(sv="Slag och allvar", en="Kind and severity")
STEP = Text(sv="Steg", en="Step")
MEDIAN = Text(sv="Median", en="Median")
SANCTION = Text(sv="Påföljd", en="Sanction")
USUAL = Text(sv="Vanligaste påföljd", en="Usual sanction")
REASON = Text(sv="Skäl", en="Reason")
CASE = Text(sv="Ärende", en="Case")
COUNT = Text(sv="Avvikelser", en="Deviations")
SUPPLIERS = Text(sv="Leverantörer", en="Suppliers")
SPREAD = Text(sv="Steg", en="Steps")
DIFFER = Text(sv="Skiljer sig", en="Differ")
LACK = Text(sv="Utan skäl", en="Without reason")
LONGEST_REASON = 160


def sentence(rows: pl.DataFrame) -> str:
    """How many differ from their group, and how many of those have no reason written down."""
    compared, out = rows.filter("is_compared").height, rows.filter("stands_out")
    if compared == 0:
        return t(TOO_FEW, fewest=FEWEST)
    counts = {"compared": compared, "out": out.height, "without": out["reason"].null_count()}
    said = {name: formats.number(count) for name, count in counts.items()}
    return t(SENTENCE if out.height else ALIKE, **said)


def strips(rows: pl.DataFrame) -> None:
    """The chart; the table of groups below says the same."""
    if rows.height:
        show(build_equal_treatment(rows, language(), t(CHART)), "equal_treatment")


def outliers(rows: pl.DataFrame) -> None:
    """Those that differ from their group, with the reasons given."""
    found = standing_out(rows)
    if found.is_empty():
        return
    section(t(OUTLIERS), t(OUTLIERS_WHY))
    if choice(SHOW, REASON_KEY, CHOICES, ALL) == WITHOUT:
        found = found.filter(pl.col("reason").is_null())
    columns = (
        Column("observed_on", OBSERVED, "day", page="deviation", query={"id": "id"}),
        Column("supplier", SUPPLIER, page="supplier", query={"id": "supplier_id"}),
        Column("unit", UNIT),
        Column("group_word", KIND),
        Column("step_word", STEP),
        Column("sanction_word", SANCTION),
        Column("case_id", CASE, "code", page="case", query={"id": "case_id"}),
        Column("reason_word", REASON),
    )
    table(_with_words(found.head(LISTED)), columns, t(OUTLIERS), LISTED, found.height)


def the_groups(rows: pl.DataFrame) -> None:
    """Each kind and severity with how it was treated; groups that are too small say so."""
    found = compared_groups(rows)
    if found.is_empty():
        empty(t(TOO_FEW, fewest=FEWEST))
        return
    section(t(GROUPS), t(GROUPS_WHY, fewest=FEWEST))
    spread = pl.when(pl.col("lowest") == pl.col("highest")).then(pl.col("lowest").cast(pl.String))
    shown = _with_group_words(found).with_columns(
        spread=spread.otherwise(pl.concat_str("lowest", pl.lit("–"), "highest")),
        usual_word=pl.when("is_compared").then(_usual()).otherwise(pl.lit(t(FEW))),
    )
    columns = (
        Column("group_word", KIND),
        Column("n", COUNT, "number"),
        Column("suppliers", SUPPLIERS, "number"),
        Column("spread", SPREAD, "code"),
        Column("median_step", MEDIAN, "number", decimals=1),
        Column("usual_word", USUAL),
        Column("standing_out", DIFFER, "number"),
        Column("without_reason", LACK, "number"),
    )
    table(shown, columns, t(GROUPS))


def _usual() -> pl.Expr:
    return _words("usual_sanction", SANCTIONS).fill_null(t(MIXED))


def _with_group_words(rows: pl.DataFrame) -> pl.DataFrame:
    severities = {code: f"{code} {t(word).lower()}" for code, word in SEVERITIES.items()}
    return rows.with_columns(
        group_word=pl.concat_str(
            _words("category", CATEGORIES),
            pl.col("severity").replace_strict(severities, default=None, return_dtype=pl.String),
            separator=", ",
        )
    )


def _with_words(rows: pl.DataFrame) -> pl.DataFrame:
    short = pl.col("reason").str.slice(0, LONGEST_REASON)
    cut = pl.when(pl.col("reason").str.len_chars() > LONGEST_REASON).then(pl.concat_str(short, pl.lit(" …")))
    worded = _with_group_words(rows).with_columns(sanction_word=_words("sanction", SANCTIONS), usual_word=_usual())
    reason = cut.otherwise(pl.col("reason")).fill_null(t(NO_REASON))
    is_worse = pl.col("worst") > pl.col("severity")
    median = pl.col("median_step").cast(pl.String).str.strip_suffix(".0").str.replace(".", ",", literal=True)
    return worded.with_columns(
        step_word=pl.format(t(AGAINST), "step", median),
        sanction_word=pl.when("differs_sanction")
        .then(pl.format(t(AGAINST_USUAL), "sanction_word", "usual_word"))
        .otherwise("sanction_word"),
        reason_word=pl.when(is_worse).then(pl.format(t(WORSE), reason, "worst")).otherwise(reason),
    )


def _words(column: str, words: dict[str, Text]) -> pl.Expr:
    known = {code: t(word) for code, word in words.items()}
    return pl.col(column).replace_strict(known, default=None, return_dtype=pl.String)

"""The five ways to ask whether we buy on contract. None of them is right alone; they are shown together.

Each is kronor in the classes `good` to kronor in `good` and `bad`. What cannot be decided (`unknown`) is held against
both: low = good / (good + bad + unknown), high = (good + unknown) / (good + bad + unknown).
"""

from dataclasses import dataclass

import polars as pl

from dashboard.text import Text


@dataclass(frozen=True)
class Compliance:
    """One measure, by line classes."""

    code: str
    name: Text
    question: Text
    good: tuple[str, ...]
    bad: tuple[str, ...]
    unknown: tuple[str, ...] = ("U",)
    metric: str = ""  # the metric that follows it, where there is one


MEASURES: tuple[Compliance, ...] = (
    Compliance(
        "contract",
        Text(sv="Avtalstrohet", en="Contract compliance"),
        Text(sv="Där det finns ett avtal: använder vi det?", en="Where a contract exists: do we use it?"),
        ("A", "A-", "B"),
        ("C", "E"),
        metric="K-AVT-1",
    ),
    Compliance(
        "supplier",
        Text(sv="Leverantörstrohet", en="Supplier compliance"),
        Text(
            sv="Köper vi av leverantörer som vi har något avtal med?",
            en="Do we buy from suppliers we have any contract with?",
        ),
        ("A", "A-", "B", "C"),
        ("D", "E", "F"),
        metric="K-AVT-2",
    ),
    Compliance(
        "price",
        Text(sv="Rad- och pristrohet", en="Line and price compliance"),
        Text(
            sv="Får vi rätt artikel till rätt pris, där det går att kontrollera?",
            en="Do we get the right article at the right price, where it can be checked?",
        ),
        ("A",),
        ("A-",),
        ("B",),
    ),
    Compliance(
        "coverage",
        Text(sv="Avtalstäckning", en="Contract coverage"),
        Text(sv="Hur mycket av det vi köper täcks av avtal?", en="How much of what we buy is covered by contracts?"),
        ("A", "A-", "B", "C", "E"),
        ("D", "F"),
    ),
    Compliance(
        "rules",
        Text(sv="Regelefterlevnad", en="Bought by the rules"),
        Text(
            sv="Hur mycket köps på avtal eller genom dokumenterad direktupphandling?",
            en="How much is bought on contract or by a documented direct award?",
        ),
        ("A", "A-", "B", "D"),
        ("C", "E", "F"),
    ),
)

SCHEMA = {"code": pl.String, "good_ore": pl.Int64, "known_ore": pl.Int64, "unknown_ore": pl.Int64, "lines": pl.Int64}


def compliance(mix: pl.DataFrame) -> pl.DataFrame:
    """One row a measure: `code, good_ore, known_ore, unknown_ore, lines, low, value, high, coverage`.

    `mix`: one row a line class with `amount_ore` and `lines`. Without anything known there is no value, never nought.
    Where credit notes outweigh purchases there is none either. `lines` counts the known ones.
    """
    ore = dict(mix.select("line_class", "amount_ore").iter_rows())
    lines = dict(mix.select("line_class", "lines").iter_rows())
    rows = [
        (
            one.code,
            sum(ore.get(letter, 0) for letter in one.good),
            sum(ore.get(letter, 0) for letter in one.good + one.bad),
            sum(ore.get(letter, 0) for letter in one.unknown),
            sum(lines.get(letter, 0) for letter in one.good + one.bad),
        )
        for one in MEASURES
    ]
    good, known, unknown = pl.col("good_ore"), pl.col("known_ore"), pl.col("unknown_ore").clip(lower_bound=0)
    has_value = (known > 0) & (good >= 0) & (good <= known)
    return pl.DataFrame(rows, schema=SCHEMA, orient="row").with_columns(
        low=pl.when(has_value).then(good / (known + unknown)),
        value=pl.when(has_value).then(good / known),
        high=pl.when(has_value).then((good + unknown) / (known + unknown)),
        coverage=pl.when(has_value).then(known / (known + unknown)),
    )

"""Two thousand suppliers nobody has met: names of nature words and a trade, numbers that are not in use."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np
import polars as pl

from data_access.supplier_keys import name_key
from sample_data.categories import CATALOGUE, COUNT
from sample_data.clock import AS_OF, Bools, Ints
from sample_data.draw import chance, stream, weighted
from sample_data.organisation import COMPANIES
from sample_data.orgnr import organisation_number

SUPPLIERS = 2000
SOLE_TRADERS = 60
FOREIGN = 30
COUNTRIES = ("FI", "NO", "DK", "DE", "IE", "NL")

FIRST, SECOND = (
    line.split() for line in (Path(__file__).parent / "words.txt").read_text(encoding="utf-8").splitlines()
)


@dataclass(frozen=True)
class Suppliers:
    """The suppliers (ids from 1) and what each is for; `home` is the position of its category."""

    rows: pl.DataFrame
    aliases: pl.DataFrame
    home: Ints
    is_reserved: Bools  # never on a contract: where purchases outside contracts go
    is_tail: Bools  # of those: sells next to nothing, once in a while
    main_alias: Ints  # position by supplier id - 1
    other_alias: Ints  # a second name, or the main one where there is none

    def of(self, category: int, *, reserved: bool) -> Ints:
        """Supplier ids whose trade is this category (a position), on contract or kept outside."""
        return np.flatnonzero((self.home == category) & (self.is_reserved == reserved)) + 1


def suppliers() -> Suppliers:
    """Makes the suppliers: companies first, sole traders and foreign ones spread among them."""
    rng = stream("suppliers")
    home = _homes()
    is_sole, is_foreign = _special(rng, home)
    rows = _rows(rng, home, is_sole, is_foreign)
    aliases, main, other = _aliases(rng, rows)
    is_reserved = (np.arange(SUPPLIERS) % 100 >= 54) | is_sole
    return Suppliers(rows.drop("mask"), aliases, home, is_reserved, _tail(home, is_reserved), main, other)


def _tail(home: Ints, is_reserved: Bools) -> Bools:
    """All but the first third of each trade's suppliers outside contracts, two at least, are tail."""
    can_be = is_reserved & (CATALOGUE["contracts"].to_numpy()[home] > 0)
    is_tail = np.zeros(len(home), dtype=bool)
    for category in range(COUNT):
        places = np.flatnonzero(can_be & (home == category))
        is_tail[places[max(2, len(places) // 3) :]] = True
    return is_tail


def _homes() -> Ints:
    """Every category gets suppliers after the root of its cost, at least nine."""
    size = np.sqrt(CATALOGUE["msek"].to_numpy())
    counts = np.maximum(9, np.floor(size / size.sum() * 0.86 * SUPPLIERS)).astype(int)
    spread = np.repeat(np.arange(COUNT), counts)
    rest = stream("homes").choice(np.arange(13, COUNT), SUPPLIERS - len(spread))
    homes = stream("homes", 1).permutation(np.concatenate([spread, rest]))
    company = int(CATALOGUE["code"].to_list().index("IN1"))
    homes[homes == company] = int(CATALOGUE["code"].to_list().index("LO1"))
    homes[: len(COMPANIES)] = company
    return homes.astype(np.int64)


def _special(rng: np.random.Generator, home: Ints) -> tuple[Bools, Bools]:
    """Which are sole traders (craftsmen, artists, teachers of courses) and which foreign (software, books)."""
    codes = CATALOGUE["code"].to_numpy()[home]
    small = np.flatnonzero(np.isin(codes, ["BY6", "KU3", "HR2", "VA3", "LI4", "BL1", "TP2", "BY7", "KO2", "VV1"]))
    abroad = np.flatnonzero(np.isin(codes, ["IT2", "IT3", "KU4", "KM3", "VA1", "MI1"]))
    is_sole = np.isin(np.arange(SUPPLIERS), rng.choice(small, SOLE_TRADERS, replace=False))
    is_foreign = np.isin(np.arange(SUPPLIERS), rng.choice(abroad, FOREIGN, replace=False))
    return is_sole, is_foreign


def _rows(rng: np.random.Generator, home: Ints, is_sole: Bools, is_foreign: Bools) -> pl.DataFrame:
    serial = np.arange(SUPPLIERS)
    mask = [sha256(f"sample {i}".encode()).hexdigest()[:16] for i in serial]
    country = np.array(COUNTRIES)[serial % len(COUNTRIES)]
    bands = np.array(["0-9", "10-49", "50-249", "250+"])[weighted(rng, np.array([0.45, 0.3, 0.15, 0.1]), SUPPLIERS)]
    drafted = pl.DataFrame(
        {"id": serial + 1, "name": _names(home), "mask": mask, "sole": is_sole, "abroad": is_foreign},
    ).with_columns(
        orgnr=pl.Series([organisation_number(int(i)) for i in serial]),
        country=pl.Series(country),
        band=pl.Series(bands),
        is_sme_known=pl.Series(chance(rng, 0.94, SUPPLIERS)),
        social=pl.Series(chance(rng, 0.02, SUPPLIERS)),
        f_tax=pl.Series(chance(rng, 0.985, SUPPLIERS)),
        checked=pl.Series(chance(rng, 0.6, SUPPLIERS)),
    )
    person, abroad = pl.col("sole"), pl.col("abroad")
    nothing = pl.lit(None)
    return drafted.select(
        id="id",
        orgnr=pl.when(person | abroad).then(nothing).otherwise("orgnr"),
        name=pl.when(person)
        .then(pl.concat_str(pl.lit("Enskild näringsidkare "), pl.col("mask").str.slice(0, 4)))
        .when(abroad)
        .then(pl.col("name").str.replace(" AB$", " Ltd"))
        .otherwise("name"),
        country=pl.when(abroad).then("country").otherwise(pl.lit("SE")),
        foreign_id=pl.when(abroad).then(pl.concat_str(pl.lit("99"), pl.col("orgnr").str.slice(3, 6))),
        is_sole_trader="sole",
        is_masked="sole",
        is_sme=pl.when("is_sme_known").then(person | (pl.col("band") != "250+")),
        is_social_enterprise="social",
        employees_band=pl.when(~person).then("band"),
        municipality_code=pl.when(~abroad).then(pl.lit("9901")),
        f_tax_ok=pl.when("checked").then("f_tax"),
        f_tax_checked_on=pl.when("checked").then(pl.lit(AS_OF).dt.offset_by("-2mo")),
        mask="mask",
    )


def _names(home: Ints) -> list[str]:
    """One name each, no two alike: a pair of nature words and the trade."""
    pairs = stream("names").permutation(len(FIRST) * len(SECOND))[:SUPPLIERS]
    trades = [trade.split(",") for trade in CATALOGUE["trades"].to_list()]
    names = []
    for place, pair in enumerate(pairs):
        trade = trades[home[place]][place % len(trades[home[place]])]
        legal_form = "" if trade.endswith(("förening", "förbund")) else " AB"
        names.append(f"{FIRST[pair // len(SECOND)]}{SECOND[pair % len(SECOND)]} {trade}{legal_form}")
    names[: len(COMPANIES)] = COMPANIES
    return names


def _aliases(rng: np.random.Generator, rows: pl.DataFrame) -> tuple[pl.DataFrame, Ints, Ints]:
    """The name each is booked under, and for some a second: without the legal form, in capitals, or shortened."""
    main = rows.select(
        supplier_id="id",
        key=pl.when("is_masked")
        .then(pl.concat_str(pl.lit("mask:"), "mask"))
        .when(pl.col("country") != "SE")
        .then(pl.concat_str(pl.lit("foreign:"), "country", pl.lit(":"), "foreign_id"))
        .otherwise(pl.concat_str(pl.lit("orgnr:"), "orgnr")),
        name="name",
        kind=pl.when("is_masked")
        .then(pl.lit("mask"))
        .when(pl.col("country") != "SE")
        .then(pl.lit("foreign"))
        .otherwise(pl.lit("orgnr")),
    )
    has_more = pl.Series(chance(rng, 0.16, rows.height)) & ~rows["is_masked"]
    short = pl.col("name").str.replace(" (AB|Ltd)$", "")
    spelled = pl.when(pl.col("id") % 2 == 0).then(short).otherwise(short.str.replace(" ", "").str.to_uppercase())
    more = rows.filter(has_more).select(
        supplier_id="id",
        key=name_key(spelled),
        name=spelled,
        kind=pl.lit("name"),
    )
    both = pl.concat([main, more]).select(pl.int_range(1, pl.len() + 1).alias("id"), pl.all())
    first = np.arange(1, rows.height + 1)
    other = first.copy()
    other[more["supplier_id"].to_numpy() - 1] = np.arange(rows.height + 1, both.height + 1)
    return both, first, other

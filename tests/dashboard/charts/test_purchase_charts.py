"""The charts of purchases: what they say, and what a click on them carries."""

import json

import polars as pl
import pytest

from dashboard.charts.class_mix import build_class_mix
from dashboard.charts.direct_award_radar import build_direct_award_radar
from dashboard.charts.money import money_unit
from dashboard.charts.months_covered import build_months_covered
from dashboard.charts.pareto import build_pareto
from dashboard.charts.spend_by_month import build_spend_by_month
from dashboard.charts.spend_split import build_spend_split
from dashboard.charts.theme import Spec
from dashboard.rules.scope import NOT_STATED
from dashboard.rules.spend_split import class_mix, pareto, spend_split
from dashboard.text import Language

CUBE = pl.DataFrame(
    [
        (period, supplier, line_class, 10_000_000 * (supplier + 1), 2)
        for period in (202609, 202610, 202611)
        for supplier in range(20)
        for line_class in ("A", "B", "E", "F", "U")
    ],
    schema={
        "period": pl.Int32,
        "supplier_id": pl.Int64,
        "line_class": pl.String,
        "amount_ore": pl.Int64,
        "lines": pl.Int64,
    },
    orient="row",
)
RADAR = pl.DataFrame(
    [(1, "Städ", 98_000_000, 70_000_000, 1.4, "red"), (2, "Glas", 60_000_000, 70_000_000, 0.86, "amber")],
    schema=["id", "name", "amount_ore", "limit_ore", "share", "status"],
    orient="row",
)
MONTHS = pl.DataFrame(
    [("raindance", 202601, 5), ("raindance", 202602, None), ("raindance", 202603, 7)],
    schema={"source": pl.String, "period": pl.Int32, "lines": pl.Int64},
    orient="row",
)


def link(*key: object) -> str:
    """An address that tells what it was made from."""
    return "/fakturarader?" + "&".join(map(str, key))


def named(frame: pl.DataFrame) -> pl.DataFrame:
    """A frame by supplier as the pages give it: `id` and `name`."""
    return frame.rename({"supplier_id": "id"}).with_columns(name=pl.format("Leverantör {}", pl.col("id")))


def every_chart(language: Language, cube: pl.DataFrame = CUBE) -> dict[str, Spec]:
    """Each chart on the same purchases."""
    return {
        "month": build_spend_by_month(spend_split(cube, "period"), language, link),
        "split": build_spend_split(named(spend_split(cube, "supplier_id")), language, link),
        "pareto": build_pareto(named(pareto(cube, "supplier_id")), language, link),
        "mix": build_class_mix(class_mix(cube), language, link),
        "radar": build_direct_award_radar(RADAR if cube.height else RADAR.clear(), language, link),
        "months": build_months_covered(MONTHS if cube.height else MONTHS.clear(), language),
    }


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("cube", [CUBE, CUBE.clear()], ids=["purchases", "nothing"])
def test_every_chart_has_a_sentence_a_description_and_the_locale_of_the_reader(
    language: Language, cube: pl.DataFrame
) -> None:
    for name, spec in every_chart(language, cube).items():
        assert spec["title"]["text"], name
        assert spec["description"], name
        assert spec["config"]["locale"]["number"]["decimal"] == ",", name
        assert "{" not in spec["title"]["text"] + str(spec["title"].get("subtitle", "")), name
        json.dumps(spec)


@pytest.mark.parametrize("name", ["month", "split", "pareto", "mix", "radar"])
def test_every_mark_leads_somewhere(name: str) -> None:
    spec = every_chart("sv")[name]
    bars = spec["layer"][0]
    values = bars.get("data", spec.get("data"))["values"]

    leading = [value for value in values if value.get("href", "").startswith("/fakturarader?")]

    assert bars["encoding"]["href"]["field"] == "href"
    assert leading == values


def months_of(*outside: int) -> pl.DataFrame:
    """Months in a row, each with 100 kronor on contract and this much outside it."""
    rows = [
        (202601 + at, line_class, ore * 100, 1)
        for at, o in enumerate(outside)
        for line_class, ore in (("B", 100), ("E", o))
    ]
    return pl.DataFrame(rows, schema=["period", "line_class", "amount_ore", "lines"], orient="row")


@pytest.mark.parametrize(
    ("outside", "title"),
    [
        ((50, 50, 50, 25, 25, 25), "Köpen utanför avtal minskar: 20 % de senaste tre månaderna"),
        ((25, 25, 25, 50, 50, 50), "Köpen utanför avtal ökar: 33 % de senaste tre månaderna"),
        ((25, 25, 25, 25, 25, 25), "20 % köptes utanför avtal"),
        ((25, 50), "27 % köptes utanför avtal"),
        ((0, 0), "Inget köptes utanför avtal"),
    ],
)
def test_the_title_tells_what_changed(outside: tuple[int, ...], title: str) -> None:
    split = spend_split(months_of(*outside), "period")

    assert build_spend_by_month(split, "sv", link)["title"]["text"].replace("\u00a0", " ") == title


def test_a_month_without_purchases_keeps_its_place() -> None:
    split = spend_split(months_of(1, 1, 1).filter(pl.col("period") != 202602), "period")

    spec = build_spend_by_month(split, "sv", link)

    assert [v["month"] for v in spec["layer"][1]["data"]["values"]] == ["jan|2026", "feb|2026", "mar|2026"]


def test_the_largest_are_drawn_and_the_others_counted_in_words() -> None:
    spec = every_chart("sv")["split"]

    names = list(dict.fromkeys(v["name"] for v in spec["layer"][0]["data"]["values"]))

    assert names == [f"Leverantör {n}" for n in range(19, 7, -1)]
    assert spec["title"]["subtitle"].endswith("De 12 största av 20")


def test_purchases_of_nobody_known_are_drawn_but_give_no_headline() -> None:
    nobody = named(spend_split(CUBE.with_columns(supplier_id=pl.lit(None, pl.Int64)), "supplier_id"))

    spec = build_spend_split(nobody.with_columns(id=pl.lit(NOT_STATED), name=pl.lit("Ej angiven")), "sv", link)

    assert all("href" in value for value in spec["layer"][0]["data"]["values"])
    assert "Ej angiven" not in spec["title"]["text"]


def test_how_few_suppliers_make_up_most_is_the_title_of_the_pareto() -> None:
    assert every_chart("sv")["pareto"]["title"]["text"] == "12 leverantörer står för 80 % av inköpen"


def test_a_limit_crossed_once_is_named_and_never_called_a_verdict() -> None:
    title = every_chart("sv")["radar"]["title"]

    assert title["text"] == "Städ har köpts utan eller utanför avtal över gränsen"
    assert "inte ett juridiskt fastställande" in title["subtitle"]


def test_a_missing_month_is_named() -> None:
    assert every_chart("en")["months"]["title"]["text"] == "One month is missing: Feb 2026"


@pytest.mark.parametrize(
    ("ore", "word"), [(None, "kronor"), (5_000_000_000, "miljoner kronor"), (-2_000_000, "tusen kronor")]
)
def test_the_unit_of_money_fits_the_largest_amount(ore: int | None, word: str) -> None:
    assert money_unit(ore).name.sv == word

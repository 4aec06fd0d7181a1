"""The ladder, the action plan and the deviations by month: valid, told in words, and no two melt into one."""

from datetime import date
from typing import Any

import altair as alt
import polars as pl
import pytest

from dashboard.charts.action_plan import build_action_plan
from dashboard.charts.deviations_by_month import FILLS as SEVERITY_FILLS
from dashboard.charts.deviations_by_month import build_deviations_by_month
from dashboard.charts.escalation_ladder import DIGITS, FILLS, build_escalation_ladder
from dashboard.charts.theme import Spec
from dashboard.text import Language

MONTHS = (202511, 202512, 202601)
TODAY = date(2026, 11, 16)
LANGUAGES: tuple[Language, ...] = ("sv", "en")


def ladder(*suppliers: tuple[int, str, int]) -> pl.DataFrame:
    """(id, name, step now): on step 0 in the months before."""
    rows = [
        (number, name, month, step if month == MONTHS[-1] else 0)
        for number, name, step in suppliers
        for month in MONTHS
    ]
    schema = {"supplier_id": pl.Int64, "name": pl.String, "period": pl.Int64, "step": pl.Int64}
    return pl.DataFrame(rows, schema=schema, orient="row")


def drawn(rows: pl.DataFrame, language: Language = "sv") -> Spec:
    return build_escalation_ladder(rows, language, lambda supplier_id: f"/leverantor?id={supplier_id}")


def valid(spec: Spec) -> None:
    alt.Chart.from_dict({key: part for key, part in spec.items() if key != "usermeta"}, validate=True)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("count", [0, 1, 200])
def test_the_ladder_is_valid_with_none_one_and_many(language: Language, count: int) -> None:
    spec = drawn(ladder(*((number, f"Bolag {number}", number % 5) for number in range(count))), language)

    valid(spec)
    assert len(spec["data"]["values"]) == count * len(MONTHS)
    assert len(spec["encoding"]["y"]["sort"]) == count


@pytest.mark.parametrize(
    ("steps", "swedish", "english"),
    [
        ((), "Ingen leverantör på steg 3 eller högre", "No supplier on step 3 or higher"),
        ((2, 2), "Ingen leverantör på steg 3 eller högre", "No supplier on step 3 or higher"),
        ((3, 2), "En leverantör på steg 3 eller högre", "One supplier on step 3 or higher"),
        ((4, 3), "Två leverantörer på steg 3 eller högre", "Two suppliers on step 3 or higher"),
        ((3,) * 13, "13 leverantörer på steg 3 eller högre", "13 suppliers on step 3 or higher"),
    ],
)
def test_the_ladders_title_counts_those_who_stand_high_now(steps: tuple[int, ...], swedish: str, english: str) -> None:
    rows = ladder(*((number, f"Bolag {number}", step) for number, step in enumerate(steps)))

    assert [drawn(rows, language)["title"]["text"] for language in LANGUAGES] == [swedish, english]


def test_each_square_has_its_digit_the_decks_word_and_a_way_to_the_supplier() -> None:
    values = drawn(ladder((7, "Bolag AB", 3)))["data"]["values"]

    assert [value["step"] for value in values] == [0, 0, 3]
    assert [value["month"] for value in values] == ["nov 25", "dec", "jan 26"]
    assert values[2]["level"].startswith("3 ")
    assert {value["href"] for value in values} == {"/leverantor?id=7"}


def test_every_step_has_a_colour_and_a_digit_that_can_be_read_on_it() -> None:
    scale = drawn(ladder((1, "Bolag", 4)))["layer"][0]["encoding"]["color"]["scale"]

    assert scale["range"] == list(FILLS)
    assert [word[0] for word in scale["domain"]] == ["0", "1", "2", "3", "4"]
    assert all(contrast(fill, digit) >= 4.5 for fill, digit in zip(FILLS, DIGITS, strict=True))


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2."""

    def light(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    dark, bright = sorted((light(one), light(other)))
    return (bright + 0.05) / (dark + 0.05)


def test_two_suppliers_of_the_same_name_have_a_row_each() -> None:
    spec = drawn(ladder((1, "Bygg AB", 4), (2, "El AB", 3), (3, "Bygg AB", 1)))

    assert spec["encoding"]["y"]["sort"] == ["Bygg AB (1)", "El AB", "Bygg AB (2)"]
    places = {(value["name"], value["month"]) for value in spec["data"]["values"]}
    assert len(places) == 3 * len(MONTHS)
    assert {value["href"] for value in spec["data"]["values"] if value["name"] == "Bygg AB (2)"} == {"/leverantor?id=3"}


ITEM = {
    "description": "Extra tur",
    "owner": "Leverantören",
    "start_on": date(2026, 11, 2),
    "due_on": date(2026, 11, 16),
    "done_on": None,
    "verified_on": None,
}


def plan(*given: dict[str, Any]) -> pl.DataFrame:
    kinds = {name: pl.String if isinstance(value, str) else pl.Date for name, value in ITEM.items()}
    return pl.DataFrame([{**ITEM, **one} for one in given], schema=kinds)


DONE = {"done_on": date(2026, 11, 10)}
VERIFIED = {**DONE, "verified_on": date(2026, 11, 12)}
LATE = {"due_on": date(2026, 11, 15)}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("count", [1, 60])
def test_the_plan_is_valid_and_actions_of_the_same_words_have_a_row_each(language: Language, count: int) -> None:
    spec = build_action_plan(plan(*[{}] * count), TODAY, language)

    valid(spec)
    assert len({value["name"] for value in spec["layer"][0]["data"]["values"]}) == count


@pytest.mark.parametrize(
    ("items", "swedish"),
    [
        ([VERIFIED, VERIFIED], "Handlingsplanen är genomförd och kontrollerad"),
        ([VERIFIED, DONE, {}], "2 av 3 åtgärder är klara, ingen är försenad"),
        ([VERIFIED, LATE, LATE], "2 av 3 åtgärder är försenade"),
        ([{**LATE, **DONE}], "1 av 1 åtgärder är klara, ingen är försenad"),
    ],
)
def test_the_plans_title_says_how_it_stands(items: list[dict[str, Any]], swedish: str) -> None:
    assert build_action_plan(plan(*items), TODAY, "sv")["title"]["text"] == swedish


def test_an_action_is_drawn_to_the_end_of_its_last_day() -> None:
    (bar,) = build_action_plan(plan({}), TODAY, "sv")["layer"][0]["data"]["values"]

    assert (bar["start"], bar["end"], bar["to"]) == ("2026-11-02", "2026-11-17", "2026-11-16")


def counted(*rows: tuple[int, int, int]) -> pl.DataFrame:
    schema = dict.fromkeys(("period", "severity", "count"), pl.Int64)
    return pl.DataFrame(rows, schema=schema, orient="row")


def by_month(rows: pl.DataFrame, language: Language = "sv") -> Spec:
    return build_deviations_by_month(rows, 202512, 202611, language, lambda month: f"/avvikelser?manad={month}")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rows", [counted(), counted((202611, 0, 1)), counted((202601, 4, 2), (202611, 1, 5))])
def test_deviations_by_month_are_valid_and_show_every_month(language: Language, rows: pl.DataFrame) -> None:
    spec = by_month(rows, language)

    valid(spec)
    assert len(set(spec["encoding"]["x"]["scale"]["domain"])) == 12
    assert len(spec["data"]["values"]) == rows.height
    assert len(spec["encoding"]["color"]["scale"]["domain"]) == len(SEVERITY_FILLS)


def test_the_title_compares_three_months_with_the_three_before() -> None:
    rows = counted((202611, 1, 1), (202609, 2, 2), (202608, 1, 4), (202606, 4, 8), (202605, 1, 100))

    said = [by_month(rows, language)["title"]["text"] for language in LANGUAGES]

    assert said == [
        "3 avvikelser de senaste tre månaderna, 12 de tre dessförinnan",
        "3 deviations in the last three months, 12 in the three before",
    ]


def test_a_month_outside_is_left_out_and_each_part_leads_to_its_month() -> None:
    values = by_month(counted((202511, 1, 9), (202512, 1, 1)))["data"]["values"]

    assert [(value["count"], value["href"]) for value in values] == [(1, "/avvikelser?manad=202512")]

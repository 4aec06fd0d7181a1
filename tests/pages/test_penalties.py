"""The page of penalties and blocks, and of equal treatment: the number first, forms that save, refusals in words."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.data.registers import read_register
from dashboard.formats import kronor
from tests.pages.open import charts, heading, opened, own_copy, written


@pytest.fixture
def own_sample(sample_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A sample municipality of one's own, to change, as its contract controller."""
    yield from own_copy(sample_home, tmp_path, monkeypatch, "anna.controller")


def last_states() -> pl.DataFrame:
    """`penalty_id`, `state`, `amount_ore` as each penalty stands."""
    return read_register("penalty_event").sort("sequence").group_by("penalty_id").agg(pl.all().last())


def claimable() -> int:
    """A penalty nobody has claimed, whose clause needs no notice."""
    free = read_register("penalty_clause").filter(~pl.col("needs_notice"))["id"]
    rights = last_states().filter(pl.col("state") == "entitled")["penalty_id"]
    mine = pl.col("id").is_in(rights.implode()) & pl.col("clause_id").is_in(free.implode())
    return int(read_register("penalty").filter(mine)["id"][0])


def field(page: AppTest, kind: str, label: str) -> Any:
    return next(one for one in page.get(kind) if getattr(one, "label", None) == label)


def press(page: AppTest, label: str) -> AppTest:
    return next(one for one in page.button if one.label == label).click().run()


def test_the_page_begins_with_what_we_had_a_right_to_and_did_not_take(sample: Path) -> None:
    page = opened("penalties")

    assert not page.exception
    assert re.search(r"Vi hade rätt till [\d\s\xa0]+kr i viten som vi inte tog ut", written(page))
    assert len(charts(page)) == 1


def test_a_state_in_the_address_narrows_the_table(sample: Path) -> None:
    waived = last_states().filter(pl.col("state") == "waived").height

    page = opened("penalties", lage="waived")

    table = next(part for part in written(page).split("<table>") if "Nästa" in part)
    assert table.count("<tr>") - 1 == waived


def test_a_penalty_is_claimed_with_a_swedish_amount_and_its_number(own_sample: Path) -> None:
    penalty_id = claimable()
    page = opened("penalties", id=str(penalty_id))

    field(page, "text_input", "Belopp i kronor").set_value("1 234,50")
    field(page, "text_input", "Diarienummer").set_value("KS 2026/55")
    field(page, "text_area", "Skäl").set_value("nedsatt <b>efter</b> samtal 😀")
    page = press(page, "Spara steget")

    assert not page.exception
    saved = last_states().filter(pl.col("penalty_id") == penalty_id).row(0, named=True)
    assert (saved["state"], saved["amount_ore"], saved["registration_number"]) == ("claimed", 1_234_50, "KS 2026/55")
    assert f"Krävt: {kronor(1_234_50)}" in written(page)
    assert "&lt;b&gt;" in written(page)


def test_waiving_without_reasons_is_refused_with_every_reason_and_keeps_what_was_typed(own_sample: Path) -> None:
    penalty_id = claimable()
    page = opened("penalties", id=str(penalty_id))

    page = field(page, "selectbox", "Vitet blir").set_value("waived").run()
    field(page, "text_area", "Skäl").set_value("kort")
    page = press(page, "Spara steget")

    assert "minst 20 tecken" in written(page)
    assert "diarienummer" in written(page)
    assert field(page, "text_area", "Skäl").value == "kort"
    assert last_states().filter(pl.col("penalty_id") == penalty_id)["state"].item() == "entitled"


def test_a_block_is_executed_and_lifted_on_its_page(own_sample: Path) -> None:
    requested = pl.col("executed_on").is_null() & pl.col("lifted_on").is_null()
    block_id = int(read_register("erp_block").filter(requested)["id"][0])

    page = press(opened("penalties", sparr=str(block_id)), "Spärren är lagd i Raindance")
    field(page, "text_area", "Skäl").set_value("Bristen är åtgärdad")
    page = press(page, "Häv spärren")

    assert not page.exception
    saved = read_register("erp_block").filter(pl.col("id") == block_id).row(0, named=True)
    assert (saved["executed_by"], saved["lifted_reason"]) == ("anna.controller", "Bristen är åtgärdad")


def test_somebody_from_operations_is_told_who_may_and_offered_no_form(
    own_sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = read_register("person").filter(
        pl.col("roles").list.contains("operations") & (pl.col("roles").list.len() == 1)
    )
    monkeypatch.setenv("LULEAWAY_PERSON", str(people["key"][0]))

    page = opened("penalties", id=str(claimable()))

    assert "Det här får bara den göra som är" in written(page)
    assert not [one for one in page.button if one.label == "Spara steget"]


@pytest.mark.parametrize("query", [{"id": "999999"}, {"sparr": "999999"}, {"id": "'<"}])
def test_what_is_not_here_is_said(sample: Path, query: dict[str, str]) -> None:
    page = opened("penalties", **query)

    assert not page.exception
    assert heading(page) == "Viten och spärrar"


def test_equal_treatment_says_how_many_differ_and_shows_them_with_reasons(sample: Path) -> None:
    page = opened("equal_treatment")

    assert not page.exception
    assert re.search(r"Av \d+ avvikelser som går att jämföra skiljer sig \d+ från sin grupp", written(page))
    assert "skäl saknas" in written(page)
    assert len(charts(page)) == 1


def open_case_with_clause() -> tuple[int, int]:
    """An open case whose contract has one penalty clause by the day or week, and that clause."""
    timed = read_register("penalty_clause").filter(pl.col("unit").is_in(["day", "started_week"]))
    cases = read_register("escalation_case").filter(pl.col("closed_on").is_null())
    found = cases.join(timed.select("contract_id", clause_id="id"), on="contract_id").row(0, named=True)
    return int(found["id"]), int(found["clause_id"])


def test_a_right_is_counted_and_saved_from_the_case(own_sample: Path) -> None:
    case_id, clause_id = open_case_with_clause()
    before = read_register("penalty").height
    page = opened("case", id=str(case_id))

    field(page, "selectbox", "Vitesklausul").set_value(clause_id)
    category = read_register("penalty_clause").filter(pl.col("id") == clause_id)["category"].item()
    of_case = (pl.col("case_id") == case_id) & (pl.col("category") == category if category else pl.lit(True))
    deviation_id = int(read_register("deviation").filter(of_case)["id"][0])
    field(page, "selectbox", "För vilken avvikelse? (tomt: ingen särskild)").set_value(deviation_id)
    field(page, "date_input", "Första förseningsdagen, eller dagen det hände").set_value(date(2026, 11, 2))
    last = "Sista förseningsdagen (tomt: pågår, eller hände en gång)"
    field(page, "date_input", last).set_value(date(2026, 11, 9))
    page = press(page, "Räkna och spara")

    assert not page.exception
    raised = read_register("penalty").sort("id").tail(1).row(0, named=True)
    assert read_register("penalty").height == before + 1
    assert (raised["case_id"], raised["clause_id"], raised["deviation_id"]) == (case_id, clause_id, deviation_id)
    assert raised["arithmetic"].startswith("8 dagar")


def test_a_clause_typed_with_swedish_amounts_is_saved_exactly(own_sample: Path) -> None:
    case_id, _ = open_case_with_clause()
    page = opened("case", id=str(case_id))

    field(page, "text_input", "Var i avtalet").set_value("punkt 9.1")
    field(page, "selectbox", "Vitet räknas").set_value("percent")
    field(page, "text_input", "Procent av ordervärdet").set_value("2,5 %")
    field(page, "text_input", "Högsta belopp i kronor (tomt: inget tak)").set_value("1 250 000,50 kr")
    page = press(page, "Spara klausulen")

    assert not page.exception
    saved = read_register("penalty_clause").sort("id").tail(1).row(0, named=True)
    assert (saved["clause"], str(saved["percent"]), saved["cap_ore"]) == ("punkt 9.1", "2.5000", 1_250_000_50)


def test_an_amount_that_is_none_is_said_and_nothing_is_saved(own_sample: Path) -> None:
    case_id, _ = open_case_with_clause()
    before = read_register("penalty_clause").height
    page = opened("case", id=str(case_id))

    field(page, "text_input", "Var i avtalet").set_value("punkt 9.1")
    field(page, "selectbox", "Vitet räknas").set_value("day")
    field(page, "text_input", "Belopp i kronor för varje").set_value("tusen")
    page = press(page, "Spara klausulen")

    assert "tusen" in written(page)
    assert read_register("penalty_clause").height == before


def test_a_block_is_asked_for_from_the_case(own_sample: Path) -> None:
    blocked = read_register("erp_block").filter(pl.col("lifted_on").is_null())["supplier_id"]
    cases = read_register("escalation_case").filter(
        pl.col("closed_on").is_null(), ~pl.col("supplier_id").is_in(blocked.implode())
    )
    page = opened("case", id=str(cases["id"][0]))
    button = next(one for one in page.button if one.label == "Begär spärren")
    reason = next(one for one in page.text_area if one.form_id == button.form_id)

    reason.set_value("Stoppa nya beställningar")
    page = press(page, "Begär spärren")

    assert not page.exception
    saved = read_register("erp_block").sort("id").tail(1).row(0, named=True)
    assert (saved["case_id"], saved["contract_id"]) == (cases["id"][0], cases["contract_id"][0])


def test_a_clause_is_corrected_on_its_penaltys_page_and_the_penalty_keeps_its_amount(own_sample: Path) -> None:
    penalty = read_register("penalty").row(0, named=True)
    page = opened("penalties", id=str(penalty["id"]))
    button = next(one for one in page.button if one.label == "Spara klausulen")
    where = next(one for one in page.text_input if one.label == "Var i avtalet" and one.form_id == button.form_id)

    where.set_value("punkt 9.9")
    page = press(page, "Spara klausulen")

    assert not page.exception
    saved = read_register("penalty_clause").filter(pl.col("id") == penalty["clause_id"]).row(0, named=True)
    assert (saved["clause"], saved["version"]) == ("punkt 9.9", 2)
    assert "punkt 9.9:" in written(page)
    assert read_register("penalty").row(0, named=True)["entitled_ore"] == penalty["entitled_ore"]

"""The procurement plan and the project plan: the sentence counts, choices narrow, forms save and refuse in words."""

import io
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import polars as pl
import pytest
import streamlit as st
from docx import Document
from streamlit.testing.v1 import AppTest

from dashboard.data import edition as editions
from dashboard.data import plans as data
from dashboard.data.registers import read_register
from dashboard.filters import rolling
from dashboard.rules.plans.procurement_plan import WAITING
from dashboard.views.procurement_plan import LISTED, sentence
from tests.pages.open import charts, heading, opened, own_copy, written

TODAY = date(2026, 11, 16)
THREE_MONTHS = timedelta(days=91)
NEW, CHANGE, STAGE = "Lägg in ett nytt behov", "Ändra raden i planen", "Gå till nästa skede"


@pytest.fixture(autouse=True)
def own_sample(sample_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A sample municipality of one's own, to change, as a procurement officer."""
    yield from own_copy(sample_home, tmp_path, monkeypatch, "ebba.officer")


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch) -> dict[str, Callable[[], bytes]]:
    """The files offered on the pages opened: label -> what makes it."""
    offered: dict[str, Callable[[], bytes]] = {}

    def offer(label: str, made: Callable[[], bytes], *_rest: Any, **_more: Any) -> bool:
        offered[label] = made
        return False

    monkeypatch.setattr(st, "download_button", offer)
    return offered


def lines() -> pl.DataFrame:
    edition = editions.current(TODAY)
    return data.lines(edition, rolling(edition.as_of.year * 100 + edition.as_of.month), TODAY)


def item(**said: Any) -> dict[str, Any]:
    """The first line of the plan with these values."""
    wanted = [pl.col(name) == value for name, value in said.items()]
    return read_register("plan_item").filter(*wanted).row(0, named=True)


def field(page: AppTest, kind: str, label: str) -> Any:
    return next(one for one in page.get(kind) if getattr(one, "label", None) == label)


def press(page: AppTest, label: str, turn: int = 0) -> AppTest:
    return [one for one in page.button if one.label == label][turn].click().run()


def table(page: AppTest, head: str) -> list[str]:
    """The lines of the last table with the head."""
    found = [part for part in written(page).split("<table>")[1:] if head in part][-1]
    return found.split("<tbody>")[1].split("</tbody>")[0].split("<tr>")[1:]


def test_one_procurement_and_one_need_are_told_in_the_singular() -> None:
    rows = lines().filter(pl.col("source") == "need").head(1)

    said = sentence(rows.with_columns(start_on=pl.lit(TODAY)), TODAY, 0)

    assert said == "En upphandling ska starta inom tre månader. 0 skulle redan ha startat. En är ett nytt behov."


def test_the_sentence_counts_what_starts_soon_what_is_late_and_new_needs() -> None:
    rows = lines()
    waits = rows.filter(pl.col("state").is_in(WAITING))
    soon = waits.filter(pl.col("start_on").is_between(TODAY, TODAY + THREE_MONTHS)).height
    late = waits.filter(pl.col("start_on") < TODAY).height

    page = opened("procurement_plan")

    said = f"{soon} upphandlingar ska starta inom tre månader. {late} skulle redan ha startat. 2 är nya behov."
    assert said in written(page)
    assert f"{soon} upphandlingar ska starta senast 2027-02-15" in written(page)
    assert len(charts(page)) == 1


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ({"visa": "sena"}, pl.col("late_days") > 0),
        ({"visa": "klara"}, pl.col("state").is_in(["signed", "cancelled"])),
        ({"visa": "pagar"}, pl.col("state").is_in(["started", "published", "awarded"])),
        ({"visa": "alla", "kalla": "behov"}, pl.col("source") == "need"),
        ({"visa": "alla", "kalla": "beslut"}, pl.col("source") == "decision"),
        ({"visa": "alla", "sok": "LADDSTOLPAR"}, pl.col("title").str.starts_with("Laddstolpar")),
    ],
)
def test_a_choice_in_the_address_narrows_the_list(query: dict[str, str], wanted: pl.Expr) -> None:
    rows = lines().filter(wanted)

    page = opened("procurement_plan", **query)

    assert rows.height
    assert len(table(page, "Starta senast")) == min(rows.height, LISTED)


def test_a_search_without_hits_says_so_and_offers_no_files() -> None:
    page = opened("procurement_plan", sok="finns inte")

    assert "Inga sådana upphandlingar i urvalet." in written(page)
    assert not page.get("download_button")


def test_a_line_made_by_a_decision_says_so_and_leads_to_it() -> None:
    made = lines().filter(pl.col("source") == "decision").row(0, named=True)

    page = opened("procurement_plan", visa="alla", kalla="beslut")

    assert f"/avtalssida?id={made['contract_id']}&amp;del=beslut'>Beslut</a>" in written(page)
    assert f"/projektplan?id={made['item_id']}'" in written(page)
    contract = opened("contract", id=str(made["contract_id"]), **{"del": "beslut"})
    assert f"/projektplan?id={made['item_id']}'" in written(contract)


def test_a_new_need_is_saved_with_swedish_numbers() -> None:
    page = opened("procurement_plan")

    field(page, "text_input", "Vad ska upphandlas?").set_value("Elcyklar <b>till</b> hemtjänsten")
    field(page, "date_input", "Första dagen avtalet ska gälla").set_value(date(2028, 9, 1))
    field(page, "text_input", "Uppskattat värde i kronor, alla år").set_value("1 250 000,50")
    field(page, "text_input", "Upphandlarnas timmar").set_value("1 200")
    field(page, "selectbox", "Förfarande").set_value("open")
    field(page, "selectbox", "Risk för överprövning").set_value("low")
    field(page, "selectbox", "Ansvarig").set_value("gun.leader")
    page = press(page, "Spara")

    assert not page.exception
    saved = read_register("plan_item").sort("id").row(-1, named=True)
    assert (saved["estimated_value_ore"], saved["hours"], saved["responsible"]) == (125_000_050, 1_200, "gun.leader")
    assert (saved["procedure"], saved["contract_id"], saved["state"]) == ("open", None, "planned")
    assert "3 är nya behov" in written(page)
    assert "<b>till</b>" not in written(opened("procurement_plan", visa="alla", kalla="behov"))


@pytest.mark.parametrize(
    ("label", "typed", "said"),
    [
        ("Upphandlarnas timmar", "många", "Skriv timmarna som ett helt tal"),
        ("Upphandlarnas timmar", "9999999999", "Skriv timmarna som ett helt tal"),
        ("Uppskattat värde i kronor, alla år", "en miljon", "går inte att läsa som ett belopp"),
        ("Uppskattat värde i kronor, alla år", "9" * 18, "Beloppet är för stort"),
        ("Uppskattat värde i kronor, alla år", "-5", "kan inte vara mindre än noll"),
        ("Vad ska upphandlas?", "", "Fyll i det som saknas: Vad ska upphandlas?"),
    ],
)
def test_what_cannot_be_read_is_refused_in_words_and_what_was_typed_stays(label: str, typed: str, said: str) -> None:
    before = read_register("plan_item").height
    page = opened("procurement_plan")
    field(page, "text_input", "Vad ska upphandlas?").set_value("Elcyklar")
    field(page, "date_input", "Första dagen avtalet ska gälla").set_value(date(2028, 9, 1))

    field(page, "text_input", label).set_value(typed)
    page = press(page, "Spara")

    assert not page.exception
    assert said in written(page)
    assert field(page, "text_input", label).value == typed
    assert read_register("plan_item").height == before


def test_days_out_of_order_are_refused() -> None:
    one = item(state="planned")
    page = opened("project_plan", id=str(one["id"]))

    field(page, "date_input", "Planerad start (tomt: räknas bakåt)").set_value(date(2027, 9, 1))
    field(page, "date_input", "Planerad annons").set_value(date(2027, 8, 1))
    page = press(page, "Spara")

    assert "Dagarna ska komma i ordning: start, annons, avtal." in written(page)


def test_a_changed_line_keeps_the_rest_and_says_its_new_hours() -> None:
    one = item(state="planned", title="Digitala läromedel för gymnasiet")
    page = opened("project_plan", id=str(one["id"]))

    field(page, "text_input", "Upphandlarnas timmar").set_value("240")
    page = press(page, "Spara")

    assert not page.exception
    after = item(id=one["id"])
    assert after["hours"] == 240
    assert after["version"] == one["version"] + 1
    kept = ("title", "needed_on", "category_id", "estimated_value_ore", "planned_start_on", "responsible", "state")
    assert {name: after[name] for name in kept} == {name: one[name] for name in kept}


def in_stage(stage: str) -> int:
    """A line whose last stage is this one."""
    last = read_register("plan_stage").sort("plan_item_id", "id").unique("plan_item_id", keep="last")
    going = read_register("plan_item").filter(pl.col("state").is_in(["started", "published"]))["id"]
    wanted = (pl.col("stage") == stage) & pl.col("plan_item_id").is_in(going.implode())
    return int(last.filter(wanted).sort("plan_item_id")["plan_item_id"][0])


def test_the_next_stage_is_offered_and_its_day_is_kept() -> None:
    item_id = in_stage("needs")
    page = opened("project_plan", id=str(item_id))
    assert "Nästa skede är kartlägga marknad." in written(page)

    field(page, "date_input", "Började den").set_value(date(2026, 11, 10))
    page = press(page, "Spara skedet")

    assert not page.exception
    entered = read_register("plan_stage").filter(pl.col("plan_item_id") == item_id)
    assert entered["stage"].to_list() == ["planning", "needs", "market"]
    assert entered["entered_on"][-1] == date(2026, 11, 10)
    assert "Nästa skede är upphandla." in written(page)


def test_a_stage_before_the_present_one_is_refused() -> None:
    page = opened("project_plan", id=str(in_stage("needs")))

    field(page, "date_input", "Började den").set_value(date(2020, 1, 1))
    page = press(page, "Spara skedet")

    assert "Dagen kan inte vara före det förra skedet eller efter i dag." in written(page)


def test_the_project_plan_says_its_next_milestone_and_draws_it() -> None:
    made = lines().filter(pl.col("source") == "decision").row(0, named=True)

    page = opened("project_plan", id=str(made["item_id"]))

    assert heading(page) == f"Projektplan: {made['title']}"
    assert "Nästa milstolpe är " in written(page)
    assert len(charts(page)) == 1
    assert len(table(page, "Milstolpe")) == 10


def test_a_contract_nobody_has_decided_about_shows_its_plan_and_the_way_to_decide() -> None:
    gate = lines().filter(pl.col("source") == "gate").row(0, named=True)

    page = opened("project_plan", avtal=str(gate["contract_id"]))

    assert "Ingen har beslutat om avtalet." in written(page)
    assert f"/avtalssida?id={gate['contract_id']}&amp;del=beslut'" in written(page)
    assert not [one for one in page.button if one.label in ("Spara", "Spara skedet")]


def test_a_line_whose_lead_time_is_not_known_says_what_is_missing() -> None:
    page = opened("procurement_plan")
    field(page, "text_input", "Vad ska upphandlas?").set_value("Elcyklar")
    field(page, "date_input", "Första dagen avtalet ska gälla").set_value(date(2028, 9, 1))
    press(page, "Spara")

    page = opened("project_plan", id=str(item(title="Elcyklar")["id"]))

    assert "Planen kan inte räknas fram: förfarande saknas; risk för överprövning saknas." in written(page)
    assert not charts(page)


def test_a_successor_that_was_chosen_can_be_taken_back() -> None:
    one = item(state="signed", successor_id=read_register("plan_item")["successor_id"].drop_nulls()[0])
    page = opened("project_plan", id=str(one["id"]))

    field(page, "selectbox", "Avtalet det ledde till").set_value(0)
    page = press(page, "Spara")

    assert not page.exception
    after = item(id=one["id"])
    assert (after["successor_id"], after["procurement_id"]) == (None, one["procurement_id"])


def test_the_chain_leads_from_the_contract_to_its_successor_and_back() -> None:
    one = item(state="signed", successor_id=read_register("plan_item")["successor_id"].drop_nulls()[0])

    page = opened("project_plan", id=str(one["id"]))
    before = opened("contract", id=str(one["contract_id"]))
    after = opened("contract", id=str(one["successor_id"]))

    assert f"<strong>den här planen</strong> → <a href='/avtalssida?id={one['successor_id']}'>" in written(page)
    assert "Ersätts av" in written(before)
    assert f"/avtalssida?id={one['successor_id']}'" in written(before)
    assert "Ersätter" in written(after)
    assert f"/projektplan?id={one['id']}'" in written(after)


@pytest.mark.parametrize("query", [{}, {"id": "999999"}, {"avtal": "999999"}, {"id": "'<"}])
def test_a_plan_that_is_not_there_is_said_with_the_way_back(query: dict[str, str]) -> None:
    page = opened("project_plan", **query)

    assert not page.exception
    assert "Den här finns inte i planen." in written(page)
    assert "href='/upphandlingsplan'" in written(page)


def test_somebody_who_may_not_plan_is_told_who_may(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LULEAWAY_PERSON", "anna.controller")

    page = opened("procurement_plan")

    assert "Det här får bara den göra som är" in written(page)
    assert not [one for one in page.button if one.label == "Spara"]


def test_the_procurement_plan_as_files_holds_the_lines_listed(files: dict[str, Callable[[], bytes]]) -> None:
    opened("procurement_plan", visa="alla", kalla="behov")

    csv = files["Hämta planen som fil (CSV)"]().decode("utf-8-sig").splitlines()
    word = Document(io.BytesIO(files["Hämta planen som Word"]()))

    needs = lines().filter(pl.col("source") == "need")
    assert csv[0].startswith("Startar;Upphandling;Avtal;Varifrån;Starta senast")
    assert [line.split(";")[:2] for line in csv[1:]] == [["2027 kvartal 1", title] for title in needs["title"]]
    assert "2026-11-16" in csv[1]
    assert "Varifrån: nytt behov" in csv[1]
    assert "2027 kvartal 1" in [paragraph.text for paragraph in word.paragraphs]
    assert [row.cells[0].text for row in word.tables[-1].rows] == ["Upphandling", *needs["title"]]
    facts = {row.cells[0].text: row.cells[1].text for row in word.tables[0].rows}
    assert facts["Läget per"] == "2026-11-16"
    assert "dataversion" in facts["Källa"]


def test_the_project_plan_as_files_holds_milestones_and_stages(files: dict[str, Callable[[], bytes]]) -> None:
    opened("project_plan", id=str(in_stage("procure")))

    csv = files["Hämta planen som fil (CSV)"]().decode("utf-8-sig").splitlines()
    word = Document(io.BytesIO(files["Hämta planen som Word"]()))

    assert csv[0].startswith("Zon;Milstolpe;Senast;Planerad;Klar;Läge")
    assert csv[1].startswith("Zon 1: planera och kartlägga;Start;")
    milestones, stages = word.tables[-2:]
    assert len(milestones.rows) == len(csv)
    assert [row.cells[0].text for row in stages.rows][1:] == [
        "Planering", "Kartlägga behov", "Kartlägga marknad", "Upphandla",
    ]  # fmt: skip

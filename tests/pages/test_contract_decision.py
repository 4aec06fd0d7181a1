"""Deciding on a contract's page: what is open is offered, it is saved once, refused in words, shown, and undone."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.data import decision_page
from dashboard.data import edition as editions
from dashboard.data.registers import read_register
from data_access import engine as engines
from data_access.tables.decisions import DECISIONS
from tests.pages.open import opened, own_copy
from tests.pages.open import written as drawn

TODAY = date(2026, 11, 16)
REASON = "Behovet finns kvar och villkoren är goda."


@pytest.fixture(autouse=True)
def own_sample(sample_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A sample municipality of one's own, to change, as the chief purchasing officer."""
    yield from own_copy(sample_home, tmp_path, monkeypatch, "kajsa.chief")


def written(page: AppTest) -> str:
    """The words on the page, whatever keeps a day on one line."""
    return drawn(page).replace("<span style='white-space:nowrap'>", "").replace("</span>", "")


def with_way(way: str, state: str, *parts: pl.Expr) -> dict[str, Any]:
    """A contract, not secret and not decided about, with the way in the state today."""
    found = decision_page.on_day(editions.current(TODAY), TODAY)
    asked = found.ways.filter(pl.col("way") == way, pl.col("state") == state)
    decided = read_register("contract_decision")["contract_id"]
    known = found.dated.filter(
        pl.col("id").is_in(asked["contract_id"].implode()),
        ~pl.col("id").is_in(decided.implode()),
        ~pl.col("is_secret"),
        ~pl.col("is_ended"),
        *parts,
    )
    return known.sort("id").row(0, named=True)


def extendable(options_left: int = 1) -> dict[str, Any]:
    """A contract the municipality may extend today."""
    return with_way(
        "extend", "possible", pl.col("options_left") == options_left, pl.col("next_mode") == "buyer",
        pl.col("decision_gate").is_not_null(),
    )  # fmt: skip


def page_of(contract: dict[str, Any], **more: str) -> AppTest:
    """The contract's part on decisions."""
    return opened("contract", id=str(contract["id"]), **{"del": "beslut", **more})


def kinds(page: AppTest) -> list[str]:
    """What may be chosen in the form."""
    return [word for one in page.selectbox if ".kind" in str(one.key) for word in one.options]


def choose(page: AppTest, kind: str) -> AppTest:
    """Chooses what is decided and writes the reason."""
    next(one for one in page.selectbox if ".kind" in str(one.key)).select(kind).run()
    next(one for one in page.text_area if str(one.key).startswith("decide_")).input(REASON)
    return page


def press(page: AppTest, form: str) -> AppTest:
    """Presses the button of the form whose name begins so."""
    return next(one for one in page.button if f":{form}" in str(one.key)).click().run()


def decide(contract: dict[str, Any], kind: str) -> AppTest:
    """Opens the page and saves the decision."""
    return press(choose(page_of(contract), kind), "decide_")


def decisions_of(contract: dict[str, Any]) -> list[dict[str, Any]]:
    """The contract's decisions as they are kept."""
    return read_register("contract_decision").filter(pl.col("contract_id") == contract["id"]).to_dicts()


def test_an_extension_shows_its_new_end_before_it_is_saved_and_the_contract_ends_then_after() -> None:
    contract = extendable()
    end, new = contract["current_end"], contract["extended_end"]

    page = choose(page_of(contract), "extend")
    assert f"avtalet slutar {new} i stället för {end}" in written(page)
    assert "Delegation: Inköpschef, från 2015-01-01." in written(page)
    page = press(page, "decide_")

    kept = decisions_of(contract)
    assert [(one["kind"], one["new_end_on"], one["who"]) for one in kept] == [("extend", new, "kajsa.chief")]
    assert [one.value for one in page.toast] == [f"Avtalet är förlängt till {new}."]
    assert f"Slutar {new} i stället för {end}" in written(page)
    assert "Kajsa Inköpsdal, inköpschef. Delegation" in written(page)


def test_to_save_twice_with_the_same_form_makes_one_decision(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dashboard.forms.uuid4", lambda: type("Key", (), {"hex": "the same form"}))
    contract = extendable(2)
    first, second = choose(page_of(contract), "extend"), choose(page_of(contract), "extend")

    press(first, "decide_")
    page = press(second, "decide_")

    assert len(decisions_of(contract)) == 1
    assert "lw-error" not in written(page).split("</style>")[-1]


def test_two_who_extend_at_once_extend_once_and_the_second_keeps_what_was_typed() -> None:
    contract = extendable(2)
    first, second = choose(page_of(contract), "extend"), choose(page_of(contract), "extend")

    press(first, "decide_")
    page = press(second, "decide_")

    assert len(decisions_of(contract)) == 1
    assert "Någon annan har ändrat samma sak" in written(page)
    assert [one.value for one in page.text_area if str(one.key).startswith("decide_")] == [REASON]


def test_to_extend_again_when_no_option_is_left_cannot_be_chosen_and_says_why() -> None:
    contract = extendable()

    page = decide(contract, "extend")

    assert "Förlängning" not in kinds(page)
    assert "Förlängning: Avtalet har ingen option kvar att förlänga med." in written(page)


def test_a_way_that_has_closed_cannot_be_chosen_and_says_since_when() -> None:
    contract = with_way("terminate", "too_late", pl.col("notice_deadline") < TODAY)
    since = contract["notice_deadline"] + timedelta(days=1)

    page = page_of(contract)

    assert "Löper ut" in kinds(page)
    assert "Uppsägning" not in kinds(page)
    assert f"Uppsägning: Det är för sent att säga upp sedan {since}." in written(page)


def test_a_decision_to_procure_anew_is_in_the_plan_and_the_page_says_so() -> None:
    contract = extendable()
    needed = contract["current_end"] + timedelta(days=1)

    page = choose(page_of(contract), "reprocure")
    assert f"nytt avtal behövs {needed}" in written(page)
    page = press(page, "decide_")

    line = read_register("plan_item").filter(pl.col("decision_id") == decisions_of(contract)[0]["id"])
    assert line["needed_on"].to_list() == [needed]
    assert "finns nu i upphandlingsplanen" in page.toast[0].value
    assert f"I upphandlingsplanen, behövs {needed}" in written(page)
    assert "Beslutat 2026-11-16: ny upphandling. Inget mer behöver beslutas nu." in written(page)


def test_notice_ends_the_contract_on_the_day_wanted() -> None:
    contract = with_way("terminate", "possible", pl.col("current_end") > date(2028, 6, 1))
    wanted = contract["current_end"] - timedelta(days=30)
    page = page_of(contract)
    next(one for one in page.selectbox if ".kind" in str(one.key)).select("terminate").run()

    next(one for one in page.date_input if str(one.key).endswith(".wanted")).set_value(wanted).run()
    assert f"Avtalet sägs upp och slutar {wanted}." in written(page)
    next(one for one in page.text_area if str(one.key).startswith("decide_")).input(REASON)
    page = press(page, "decide_")

    assert [one["new_end_on"] for one in decisions_of(contract)] == [wanted]
    assert f"Avtalet slutar {wanted}." in written(page)


def test_a_sanction_opens_a_case() -> None:
    cases = read_register("escalation_case")["contract_id"]
    links = read_register("contract_supplier").group_by("contract_id").len().filter(pl.col("len") == 1)["contract_id"]
    free = ~pl.col("id").is_in(cases.implode()) & pl.col("id").is_in(links.implode())

    contract = with_way("extend", "possible", free)
    page = decide(contract, "sanction")

    kept = decisions_of(contract)[0]
    assert kept["case_id"] is not None
    assert f"Ärende {kept['case_id']}" in written(page)


def test_a_sanction_where_there_are_several_suppliers_asks_which() -> None:
    cases = read_register("escalation_case")["contract_id"]
    links = read_register("contract_supplier").group_by("contract_id").len().filter(pl.col("len") > 1)["contract_id"]
    free = ~pl.col("id").is_in(cases.implode()) & pl.col("id").is_in(links.implode())
    contract = with_way("extend", "possible", free)

    page = press(choose(page_of(contract), "sanction"), "decide_")
    assert decisions_of(contract) == []
    assert "lw-error' role='alert'" in written(page)
    field = next(one for one in page.selectbox if str(one.key).endswith(".supplier"))
    supplier = field.options[0]
    field.select_index(0)
    page = press(page, "decide_")

    case = read_register("escalation_case").filter(pl.col("id") == decisions_of(contract)[0]["case_id"])
    named = read_register("supplier").filter(pl.col("id") == case["supplier_id"][0])["name"]
    assert named.to_list() == [supplier]


def test_a_decision_no_delegation_covers_warns_and_is_saved_and_marked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LULEAWAY_PERSON", "gun.leader")
    contract = extendable()

    page = choose(page_of(contract), "extend")
    assert "Ingen delegation funnen för dina roller" in written(page)
    page = press(page, "decide_")

    assert [one["has_delegation"] for one in decisions_of(contract)] == [False]
    assert "Ingen delegation funnen" in written(page)


def test_a_reason_that_is_missing_is_asked_for_and_nothing_is_saved() -> None:
    contract = extendable()
    page = page_of(contract)
    next(one for one in page.selectbox if ".kind" in str(one.key)).select("extend").run()

    page = press(page, "decide_")

    assert "Fyll i det som saknas: Skäl." in written(page)
    assert decisions_of(contract) == []


def test_whoever_may_not_decide_is_told_who_may(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LULEAWAY_PERSON", "mona.operations")

    page = page_of(extendable())

    assert kinds(page) == []
    assert "Det här får bara den göra som är teamleader eller inköpschef." in written(page)


def test_an_undone_decision_stays_and_says_when_it_was_undone() -> None:
    contract = extendable()
    page = decide(contract, "extend")

    next(one for one in page.text_area if str(one.key).startswith("undo_")).input("Beslutet gällde fel avtal.")
    next(one for one in page.text_input if str(one.key).startswith("undo_") and ".forum" in str(one.key)).input("Chef")
    page = press(page, "undo_decision")

    assert [one["kind"] for one in decisions_of(contract)] == ["extend", "undo"]
    assert "Ångrat 2026-11-16" in written(page)
    assert f"Avtalet slutar {contract['current_end']}." in written(page)
    assert "Förlängning" in kinds(page)


def test_whoever_may_not_undo_is_told_who_may(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LULEAWAY_PERSON", "gun.leader")

    page = decide(extendable(), "extend")

    assert [one.label for one in page.button if "undo_" in str(one.key)] == []
    assert "Det här får bara den göra som är inköpschef." in written(page)


def test_what_has_taken_effect_cannot_be_undone_and_says_so() -> None:
    contract = extendable()
    page = decide(contract, "reprocure")
    line = read_register("plan_item").filter(pl.col("decision_id") == decisions_of(contract)[0]["id"])
    with engines.writing(moves_registers=False) as connection:
        connection.exec_driver_sql(f"UPDATE plan_item SET state = 'started' WHERE id = {line['id'][0]}")

    page = page_of(contract)

    assert "Upphandlingen som beslutet ledde till har börjat. Avbryt den i planen först." in written(page)


def test_on_another_day_the_page_shows_the_ways_then_and_no_form() -> None:
    contract = extendable()
    after = contract["option_call_deadline"] + timedelta(days=1)
    if after > decision_page.last_day(TODAY):
        after = decision_page.last_day(TODAY)

    page = page_of(contract, dag=after.isoformat())

    assert page.slider[0].value == after
    assert kinds(page) == []
    assert f"Det ovan gäller {after}." in written(page)
    assert "Gå tillbaka till i dag för att besluta" in written(page)


def test_what_is_late_is_said_to_be_late_also_where_not_every_date_is_known() -> None:
    is_late = pl.col("decision_gate").is_null() & (pl.col("gate_no_later_than") < TODAY)
    contract = with_way("extend", "possible", is_late)

    page = page_of(contract)

    assert f"Beslutet skulle ha fattats {contract['gate_no_later_than']}" in written(page)
    assert "Allt kan inte beräknas (" in written(page)


@pytest.mark.parametrize("days", [0, 1])
def test_the_sentence_says_by_when_on_the_day_itself_and_before(days: int) -> None:
    ahead = pl.col("decision_gate").is_between(TODAY + timedelta(days=2), decision_page.last_day(TODAY))
    contract = with_way("extend", "possible", ahead)
    day = contract["decision_gate"] - timedelta(days=days)

    page = page_of(contract, dag=day.isoformat())

    said = f"Beslut senast {contract['decision_gate']}, 1 dag kvar." if days else "Beslutet ska fattas i dag"
    assert said in written(page)
    assert f"Öppet {day}: " in written(page)


def test_a_secret_contract_shows_no_decisions() -> None:
    secret = read_register("contract").filter("is_secret").row(0, named=True)

    page = page_of(secret)

    assert "Det avtalet finns inte här." in written(page)
    assert page.slider.len == 0


@pytest.mark.parametrize("kind", DECISIONS)
def test_every_kind_of_decision_in_the_sample_is_told(kind: str) -> None:
    row = read_register("contract_decision").filter(pl.col("kind") == kind).row(0, named=True)

    page = page_of({"id": row["contract_id"]})

    assert not page.exception
    assert row["reason"] in written(page)
    assert row["registration_number"] in written(page)

"""The follow-up of one contract on its page: scored, planned, done, checked and handed over, by whoever may."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.data.registers import read_register
from tests.pages.open import opened, own_copy, written

TODAY = date(2026, 11, 16)


@pytest.fixture
def own_sample(sample_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A sample municipality of one's own, to change, as a team leader."""
    yield from own_copy(sample_home, tmp_path, monkeypatch, "gun.leader")


def holding(*parts: pl.Expr) -> dict[str, Any]:
    """A contract that is not secret, holds for a year more, and is as asked."""
    known = read_register("contract").filter(
        ~pl.col("is_secret"), pl.col("start_on") < TODAY, pl.col("initial_end_on") > date(2028, 1, 1), *parts
    )
    return known.row(0, named=True)


def ids(name: str, column: str = "contract_id") -> list[int]:
    return read_register(name)[column].unique().to_list()


def field(page: AppTest, kind: str, ends: str) -> Any:
    """The one field whose key ends so."""
    found = [one for one in getattr(page, kind) if str(one.key).endswith(ends)]
    assert len(found) == 1, [one.key for one in getattr(page, kind)]
    return found[0]


def press(page: AppTest, form: str) -> AppTest:
    """Presses the button of the form whose name begins so."""
    found = [one for one in page.button if form in str(one.key)]
    assert len(found) == 1, [one.key for one in page.button]
    return found[0].click().run()


def test_a_contract_is_scored_and_its_class_and_proposed_plan_follow(own_sample: Path) -> None:
    contract = holding(~pl.col("id").is_in(ids("risk_score")), ~pl.col("id").is_in(ids("follow_up_plan")))
    page = opened("contract", id=str(contract["id"]), **{"del": "uppfoljning"})

    for name in ("value", "criticality", "supply_risk", "sustainability_risk", "price_complexity", "history"):
        field(page, "selectbox", f"score_risk_{contract['id']}.0.{name}").select(4)
    page = press(page, "score_risk")

    assert not page.exception
    html = written(page)
    assert "Riskklass 4 enligt poängsättningen 2026-11-16, medel 4,00." in html
    assert "Kvalitet, leveransprecision, servicenivå 12 gånger om året" in html

    page = press(page, "accept_plan")

    planned = read_register("follow_up_plan").filter(pl.col("contract_id") == contract["id"])
    assert planned.height == 12 + 4 + 1
    assert planned.filter(pl.col("planned_on") <= TODAY).is_empty()
    assert "Planen når det som riskklassen kräver." in written(page)


def test_a_scoring_that_lacks_a_score_is_refused_and_what_was_typed_stays(own_sample: Path) -> None:
    contract = holding(~pl.col("id").is_in(ids("risk_score")))
    page = opened("contract", id=str(contract["id"]), **{"del": "uppfoljning"})

    field(page, "text_area", f"score_risk_{contract['id']}.0.reason").input("Därför")
    page = press(page, "score_risk")

    assert "Sätt alla sex poängen" in written(page)
    assert field(page, "text_area", f"score_risk_{contract['id']}.0.reason").value == "Därför"


def test_a_follow_up_recorded_with_evidence_is_done_and_without_it_is_not(own_sample: Path) -> None:
    done = read_register("follow_up_activity")["plan_id"].to_list()
    missed = read_register("follow_up_plan").filter(
        ~pl.col("id").is_in(done), pl.col("planned_on").is_between(date(2026, 1, 1), date(2026, 9, 1))
    )
    contract = holding(pl.col("id").is_in(missed["contract_id"].implode()))
    plan_id = missed.filter(pl.col("contract_id") == contract["id"])["id"][0]
    page = opened("contract", id=str(contract["id"]), **{"del": "uppfoljning"})
    page = page.selectbox(f"which_follow_up_{contract['id']}").select(plan_id).run()

    page = press(page, "record_follow_up")
    assert "Inte gjord: underlag saknas" in written(page)
    page = page.selectbox(f"which_follow_up_{contract['id']}").select(plan_id).run()
    field(page, "text_input", f"record_follow_up_{plan_id}.1.evidence").input("Protokoll 7")
    page = press(page, "record_follow_up")

    kept = read_register("follow_up_activity").filter(pl.col("plan_id") == plan_id)
    assert kept["evidence"].to_list() == [None, "Protokoll 7"]
    assert "Protokoll 7" in written(page)


def test_a_requirement_is_met_only_with_evidence(own_sample: Path) -> None:
    unchecked = read_register("requirement").filter(pl.col("checked_on").is_null())
    contract = holding(pl.col("id").is_in(unchecked["contract_id"].implode()))
    requirement = unchecked.filter(pl.col("contract_id") == contract["id"])["id"][0]
    page = opened("contract", id=str(contract["id"]), **{"del": "krav"})
    page = page.selectbox(f"which_check_requirement_{contract['id']}").select(requirement).run()
    name = f"check_requirement_{requirement}.0"

    field(page, "selectbox", f"{name}.outcome").select("met")
    page = press(page, "check_requirement")
    assert "först när det går att visa" in written(page)
    field(page, "text_input", f"{name}.evidence").input("<b>Intyg</b>")
    page = press(page, "check_requirement")

    kept = read_register("requirement").filter(pl.col("id") == requirement).row(0, named=True)
    assert (kept["outcome"], kept["checked_on"], kept["checked_by"]) == ("met", TODAY, "gun.leader")
    assert "&lt;b&gt;Intyg" in written(page)


def test_a_handover_is_received_by_somebody_else(own_sample: Path) -> None:
    waiting = read_register("handover").filter(pl.col("received_on").is_null()).row(0, named=True)
    page = opened("contract", id=str(waiting["contract_id"]), **{"del": "krav"})
    assert "inte mottaget ännu" in written(page)

    page = press(page, "receive_handover")

    kept = read_register("handover").filter(pl.col("id") == waiting["id"]).row(0, named=True)
    assert (kept["received_by"], kept["received_on"]) == ("gun.leader", TODAY)
    assert "Mottaget av Gun Kategorisson" in written(page)


def test_an_item_of_the_checklist_is_ticked(own_sample: Path) -> None:
    contract = holding(~pl.col("id").is_in(ids("follow_up_check")))
    page = opened("contract", id=str(contract["id"]), **{"del": "krav"})
    assert "0 av 10 punkter" in written(page)

    field(page, "selectbox", ".item").select("market")
    page = press(page, "checklist")

    assert "1 av 10 punkter" in written(page)


def test_whoever_may_not_gets_no_forms_but_is_told_who_may(own_sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LULEAWAY_PERSON", "mona.operations")

    page = opened("contract", id=str(holding()["id"]), **{"del": "uppfoljning"})

    assert [one.key for one in page.button if "score_risk" in str(one.key) or "follow_up" in str(one.key)] == []
    assert "Det här får bara den göra som är" in written(page)

"""The page of follow-up: what was planned, what was done, and what is next."""

import re
from pathlib import Path

import polars as pl

from dashboard.data.registers import read_register
from tests.pages.open import charts, opened, written


def listed(html: str) -> list[str]:
    """The numbers of the contracts in the work list."""
    table = html.split("aria-label='Att göra'")[1].split("</table>")[0]
    return re.findall(r"avtalssida\?[^']*'>(.*?)</a>", table)


def test_the_page_begins_with_how_many_were_done_late_and_not_at_all(sample: Path) -> None:
    html = written(opened("follow_up"))

    found = re.search(
        r"Av ([\d\u00a0]+) uppföljningar som skulle vara gjorda är ([\d\u00a0]+) gjorda i tid, ([\d\u00a0]+) gjorda "
        r"sent och ([\d\u00a0]+) inte gjorda\. [\d,]+\u00a0% av avtalen",
        html,
    )
    assert found is not None
    planned, *parts = (int(number.replace("\u00a0", "")) for number in found.groups())
    assert planned == sum(parts) > 0


def test_planned_and_done_are_a_chart_whose_bars_lead_to_their_class(sample: Path) -> None:
    page = opened("follow_up")

    assert any("klass=4" in spec and "Riskklass 4" in spec for spec in charts(page))


def test_the_list_shows_the_class_and_the_time_asked_for(sample: Path) -> None:
    html = written(opened("follow_up", klass="4", nar="sena"))

    assert "Försenad" in html.split("aria-label='Att göra'")[1]
    assert "Kommande" not in html.split("aria-label='Att göra'")[1].split("</table>")[0]
    assert listed(html)


def test_the_list_of_a_controller_holds_only_that_controllers_contracts(sample: Path) -> None:
    contracts = read_register("contract")
    name = contracts["controller"].drop_nulls()[0]
    own = set(contracts.filter(pl.col("controller") == name)["number"])

    html = written(opened("follow_up", controller=name))

    assert listed(html)
    assert set(listed(html)) <= own
    assert f"Visar bara: {name}" in html


def test_the_list_by_controller_has_no_share_and_says_why(sample: Path) -> None:
    html = written(opened("follow_up"))

    table = html.split("aria-label='Arbetslistan per avtalscontroller'")[1].split("</table>")[0]
    assert "%" not in re.sub("<[^>]+>", "", table)
    assert "jämförelser mellan enskilda medarbetare görs inte" in html


def test_a_secret_contract_is_in_no_list_of_follow_up(sample: Path) -> None:
    secret = set(read_register("contract").filter("is_secret")["number"])

    html = written(opened("follow_up"))

    assert secret
    assert not secret & set(re.findall(r"avtalssida\?[^']*'>(.*?)</a>", html))


def test_a_controller_in_the_address_that_nobody_has_leaves_an_empty_list(sample: Path) -> None:
    html = written(opened("follow_up", controller="<b>Ingen alls</b>"))

    assert "Inget att göra i urvalet" in html
    assert "<b>Ingen" not in html


def test_a_day_that_has_come_is_due_now_while_there_is_still_time(sample: Path) -> None:
    html = written(opened("follow_up", nar="snart"))

    rows = re.findall(r"<tr><td[^>]*>(2026-11-[01]\d)</td><td>(.*?)</td>", html.split("aria-label='Att göra'")[1])
    by_now = {state for day, state in rows if day <= "2026-11-16"}
    assert by_now
    assert all("Dags nu" in state for state in by_now)

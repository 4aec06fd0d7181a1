"""The plans as pictures: a bar a procurement with its start, and a mark a milestone through the zones."""

from datetime import date
from typing import Any

import altair as alt
import polars as pl
import pytest

from dashboard.charts.procurement_plan import build_procurement_plan
from dashboard.charts.project_plan import build_project_plan
from dashboard.charts.theme import Spec
from dashboard.rules.plans.procurement_plan import LINES
from dashboard.rules.plans.progress import Milestone, milestones
from dashboard.rules.plans.project_plan import Days, schedule
from dashboard.text import Language

TODAY = date(2026, 11, 16)
DUE = schedule(date(2027, 10, 1), Days(120, 35, 30, 19, 30, 0), "open")


def line(key: int = 1, **said: Any) -> dict[str, Any]:
    days = {
        "start_on": date(2026, 12, 7),
        "publish_on": date(2027, 4, 5),
        "sign_on": date(2027, 8, 2),
        "needed_on": date(2027, 10, 1),
    }
    rest = {"item_id": key, "number": f"AVT-{key}", "title": "Städning", "state": "planned"}
    return dict.fromkeys(LINES) | days | rest | said


def drawn(*lines: dict[str, Any], counted: tuple[str, int] = ("start", 1), language: Language = "sv") -> Spec:
    rows = pl.DataFrame(list(lines), schema=dict(LINES), orient="row")
    return build_procurement_plan(rows, counted, TODAY, language, lambda row: f"/projektplan?id={row['item_id']}")


def values(spec: Spec, layer: int) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = spec["layer"][layer]["data"]["values"]
    return found


def passed(today: date, state: str = "planned", done: dict[str, date] | None = None) -> tuple[Milestone, ...]:
    planned = dict.fromkeys(("planned_start_on", "planned_publish_on", "planned_sign_on"))
    return milestones(DUE, {"state": state, **planned}, done or {}, today)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_both_are_valid_charts_in_both_languages(language: Language) -> None:
    for spec in (drawn(line(), language=language), build_project_plan(passed(TODAY), TODAY, language)):
        alt.Chart.from_dict({**spec, "data": {"values": []}})


def test_a_line_is_prepared_procured_and_implemented_until_it_is_needed() -> None:
    assert [(one["part"], one["from"], one["to"]) for one in values(drawn(line()), 0)] == [
        ("Förbereda", "2026-12-07", "2027-04-05"),
        ("Upphandla", "2027-04-05", "2027-08-02"),
        ("Implementera", "2027-08-02", "2027-10-01"),
    ]


def test_what_is_signed_too_late_has_no_time_to_implement() -> None:
    late = line(sign_on=date(2027, 11, 1))

    assert [one["part"] for one in values(drawn(late), 0)] == ["Förbereda", "Upphandla"]


@pytest.mark.parametrize(
    ("said", "words", "status"),
    [
        ({}, "21 dagar", "amber"),
        ({"start_on": date(2026, 11, 15)}, "1 dag för sent", "red"),
        ({"start_on": date(2027, 6, 1)}, "197 dagar", "green"),
        ({"start_on": date(2026, 11, 15), "state": "started"}, "pågår", "no_target"),
    ],
)
def test_the_start_says_how_long_is_left_or_that_it_has_begun(said: dict[str, Any], words: str, status: str) -> None:
    (start,) = values(drawn(line(**said)), 1)

    assert (start["left"], start["status"]) == (words, status)


def test_a_line_without_a_start_has_no_mark_and_every_mark_leads_to_its_plan() -> None:
    spec = drawn(line(1), line(2, start_on=None))

    assert {one["href"] for one in values(spec, 1)} == {"/projektplan?id=1"}


def test_lines_called_the_same_without_a_number_are_two_rows() -> None:
    spec = drawn(line(1, number=None), line(2, number=None))

    assert len({one["name"] for one in values(spec, 1)}) == 2


@pytest.mark.parametrize(
    ("kind", "count", "title"),
    [
        ("start", 0, "Ingen upphandling ska starta senast 2027-02-15"),
        ("start", 1, "En upphandling ska starta senast 2027-02-15"),
        ("start", 21, "21 upphandlingar ska starta senast 2027-02-15"),
        ("late", 1, "En upphandling skulle redan ha startat"),
        ("late", 1200, "1\u00a0200 upphandlingar skulle redan ha startat"),
        ("running", 3, "3 upphandlingar pågår"),
        ("over", 2, "2 upphandlingar är klara eller avbrutna"),
    ],
)
def test_the_title_counts_what_is_shown(kind: str, count: int, title: str) -> None:
    assert drawn(line(), counted=(kind, count))["title"]["text"] == title


@pytest.mark.parametrize(
    ("today", "state", "title"),
    [
        (TODAY, "planned", f"Nästa milstolpe: start senast {DUE['start']}"),
        (date(2027, 3, 1), "planned", f"Start skulle ha varit klar {DUE['start']}"),
        (TODAY, "published", f"Nästa milstolpe: anbudstid ut senast {DUE['tenders_in']}"),
    ],
)
def test_the_project_plans_title_is_its_next_milestone(today: date, state: str, title: str) -> None:
    assert build_project_plan(passed(today, state), today, "sv")["title"]["text"] == title


def test_with_everything_done_the_title_says_so() -> None:
    done = passed(TODAY, "signed", {"implemented": TODAY})

    assert build_project_plan(done, TODAY, "sv")["title"]["text"] == "Alla milstolpar är passerade"


def test_the_zones_follow_on_each_other() -> None:
    zones = values(build_project_plan(passed(TODAY), TODAY, "sv"), 0)

    assert [one["words"] for one in zones] == ["Zon 1", "Zon 2", "Zon 3"]
    assert [one["to"] for one in zones[:2]] == [one["from"] for one in zones[1:]]
    assert (zones[0]["from"], zones[2]["to"]) == (str(DUE["start"]), str(DUE["implemented"]))


def test_what_is_done_says_when_and_the_rest_its_last_day() -> None:
    found = passed(TODAY, "published", {"start": date(2026, 10, 1)})

    labels = {one["name"]: one["label"] for one in values(build_project_plan(found, TODAY, "sv"), 2)}
    assert labels["Start"] == "klar 2026-10-01"
    assert labels["Annons"] == "klar"
    assert labels["Tilldelning"] == str(DUE["awarded"])

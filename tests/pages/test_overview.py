"""The first page: three goals by three zones, at most seven headlines, and what needs attention."""

import re
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.data.overview import MOST_HEADLINES
from dashboard.goals import INDICATORS
from dashboard.metrics import all_metrics
from tests.pages.open import heading, opened, written


def test_every_goal_is_measured_and_every_metric_hangs_on_an_indicator_of_its_goal():
    goals = {one.key: one.goal for one in INDICATORS}

    assert {metric.indicator for metric in all_metrics()} == set(goals)
    assert all(goals[metric.indicator] is metric.goal for metric in all_metrics())


def test_the_first_page_shows_the_matrix_and_at_most_seven_headlines(sample: Path):
    html = written(opened("overview"))

    assert html.count("<table class='lw-matrix'>") == 1
    assert 1 <= html.count("<div class='lw-value'") <= MOST_HEADLINES


def test_every_indicator_of_the_deck_is_on_the_first_page(sample: Path):
    html = written(opened("overview"))

    assert [one.name.sv for one in INDICATORS if one.name.sv not in html] == []


def test_a_click_on_the_first_page_carries_the_filters_and_the_language(sample: Path):
    html = written(opened("overview", fran="202601", lang="en"))

    links = re.findall(r"href='(/nyckeltal[^']*)'", html)
    assert links
    assert all("fran=202601" in link and "lang=en" in link for link in links)


def test_an_empty_database_is_welcomed_with_the_way_in(sqlite_database: Engine):
    page = opened("overview")

    assert heading(page).startswith("Välkommen")
    assert "href='/importer'" in written(page)
    assert "luleaway demo" in written(page)


def test_the_first_page_leads_to_the_contracts_whose_decision_is_late(sample: Path):
    html = written(opened("overview"))

    for kind, words in (("passerade", "passerat sin beslutspunkt utan beslut"), ("ej_paborjat", "inte påbörjat i tid")):
        (count,) = re.findall(rf"visa={kind}'>■ (?:För )?([0-9]+) avtal [^<]*{words}", html)
        assert f"{count} " in written(opened("decisions", visa=kind)).split("</header>")[0]


@pytest.mark.parametrize(("language", "words"), [("sv", "Förvaltning"), ("en", "Department")])
def test_the_filters_are_in_the_visitors_language(language: str, words: str, sample: Path):
    page = opened("overview", lang=language)

    assert words in [box.label for box in page.selectbox]

"""The page of one metric: what its bars lead to is what they show."""

import json
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.metrics import all_metrics
from tests.pages.open import charts, heading, opened, written

CODES = [metric.code for metric in all_metrics()]


@pytest.mark.parametrize("code", CODES)
def test_every_metric_has_a_page_with_its_definition(code: str, sample: Path):
    page = opened("metric", kod=code)

    metric = next(one for one in all_metrics() if one.code == code)
    assert not page.exception
    assert heading(page) == metric.name.sv
    assert metric.owner.sv in written(page)


@pytest.mark.parametrize("step", ["rolling", "month", "tertial", "year"])
@pytest.mark.parametrize("by", ["unit", "category", "supplier"])
def test_every_time_step_and_split_can_be_shown(step: str, by: str, sample: Path):
    page = opened("metric", kod="K-AVT-1", steg=step, **{"del": by})

    assert not page.exception
    assert len(charts(page)) == 2


def test_an_unknown_metric_says_so(sample: Path):
    page = opened("metric", kod="K-XXX-9")

    assert "finns inte" in written(page)


def test_a_bar_leads_to_a_page_that_shows_the_bars_value(sample: Path):
    first = opened("metric", kod="K-AVT-1", **{"del": "unit"})
    bars = bar_values(first)

    assert bars
    for address, value in bars[:3]:
        query = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
        assert f"{value}," in written(opened("metric", **query))


def test_every_chart_has_a_sentence_for_those_who_listen(sample: Path):
    page = opened("metric", kod="K-AVT-1")

    assert charts(page)
    assert all(json.loads(spec)["description"] for spec in charts(page))


def bar_values(page: AppTest) -> list[tuple[str, str]]:
    """The address and the written value of each row of the split's table."""
    table = next(html.proto.body for html in page.get("html") if "<th scope='col'>Förvaltning</th>" in html.proto.body)
    rows = re.findall(r"<tr><td><a href='([^']*)'>.*?</a></td><td>([^<]*)</td>", table)
    return [(address.replace("&amp;", "&"), value) for address, value in rows]

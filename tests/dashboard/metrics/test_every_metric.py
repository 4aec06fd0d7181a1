"""What every metric must have and stand, found by the folder: no list to forget."""

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from dashboard import metrics as folder
from dashboard.data.metric_rows import ROW_FRAMES, Rows
from dashboard.data.metric_values import ask_for, measure_windows, values_of
from dashboard.filters import Filters, rolling
from dashboard.goals import INDICATORS, indicator
from dashboard.measure import measure
from dashboard.metric import DECISIONS, AnyMetric, Better, DecisionKind, Share
from dashboard.metrics import all_metrics, metric
from dashboard.periods import Grain, window
from data_access.tables.goals import target
from data_access.writes.reference import read_reference
from tests.dashboard.metrics.frames import frames, in_use

AS_OF = date(2026, 10, 31)
LAST = 202610
TARGETS = {row["metric"] for row in read_reference("targets.csv", target)}
WORDS = ("name", "question", "why", "formula", "pitfalls", "source", "counts", "owner")
REQUIRED = [
    *("K-AVT-1", "K-AVT-2", "K-PRO-1", "K-PRO-3", "K-OVE-1", "K-VOL-1", "K-VOL-2", "K-STD-1", "K-UPP-1", "K-UPP-2"),
    *("K-EHA-1", "K-EHA-3", "K-OPE-1", "K-OPE-3", "K-JML-1", "K-JST-1", "K-KLI-1", "K-EKO-2", "K-EKO-3"),
    *("K-DIG-1", "K-DIG-3", "K-INN-1", "K-KAT-1", "K-KVA-1", "K-KVA-2", "K-OVE-2", "K-OVE-3", "K-KAT-2"),
    *("K-PRO-2", "K-KAT-2b"),
]

every_metric = pytest.mark.parametrize("one", all_metrics(), ids=lambda one: one.code)


def rows_for(**given: list[dict[str, object]]) -> Rows:
    return ask_for(frames(**given), rolling(LAST), [window(LAST, Grain.ROLLING)], AS_OF)


def test_every_file_of_the_folder_is_a_metric_and_no_code_stands_twice() -> None:
    files = {path.stem for path in Path(folder.__file__).parent.glob("*.py")} - {"__init__"}

    assert len(all_metrics()) == len(files) == len({one.code for one in all_metrics()})


@pytest.mark.parametrize("code", REQUIRED)
def test_the_catalogue_is_there(code: str) -> None:
    assert metric(code).code == code


@pytest.mark.parametrize("one", INDICATORS, ids=lambda one: one.key)
def test_every_indicator_has_a_metric(one: object) -> None:
    assert [found.code for found in all_metrics() if indicator(found.indicator) == one]


@every_metric
def test_every_metric_has_words_in_both_languages(one: AnyMetric) -> None:
    for name in WORDS:
        words = getattr(one, name)
        assert words.sv.strip(), name
        assert words.en.strip(), name
    assert one.question.sv.endswith("?")
    assert one.question.en.endswith("?")


@every_metric
def test_every_metric_hangs_on_its_indicators_goal_and_measures_within_its_zones(one: AnyMetric) -> None:
    placed = indicator(one.indicator)

    assert one.goal == placed.goal
    assert one.zones
    assert set(one.zones) <= set(placed.zones)


@every_metric
def test_every_metric_has_a_target_row_or_is_followed_without_one(one: AnyMetric) -> None:
    assert (one.code in TARGETS) != (one.better is Better.NEUTRAL)


@every_metric
def test_every_metric_leads_to_a_kind_of_decision(one: AnyMetric) -> None:
    assert one.serves
    assert set(one.serves) <= set(DECISIONS) == set(DecisionKind)


@every_metric
def test_every_metric_was_reviewed_and_names_rows_that_exist(one: AnyMetric) -> None:
    assert one.reviewed <= date(2026, 11, 22)
    assert one.rows in ROW_FRAMES


@every_metric
def test_every_metric_measures_nothing_as_nothing(one: AnyMetric) -> None:
    found = measure_windows(one, rows_for(**in_use(one.needs, {}))).row(0, named=True)

    assert (found["n"], found["value"], found["status"], found["reason"]) == (0, None, "no_data", "nothing")


@pytest.mark.parametrize("one", [one for one in all_metrics() if one.needs], ids=lambda one: one.code)
def test_an_empty_register_gives_no_value_instead_of_a_no(one: AnyMetric) -> None:
    cube = [{"line_class": "F", "amount_ore": 100, "category_id": 1}] * 9

    found = measure_windows(one, rows_for(cube=cube, procurement=[{}] * 9)).row(0, named=True)

    assert (found["value"], found["status"], found["reason"]) == (None, "no_data", "register")


@every_metric
def test_every_metric_stands_rows_of_which_nothing_is_known(one: AnyMetric) -> None:
    empty = rows_for()[one.rows]
    blank = pl.DataFrame({name: [None] * 8 for name in empty.columns}, schema=empty.schema)

    found = measure(one, blank).row(0, named=True)

    assert found["value"] is None or (found["n"] >= 5 and found["value"] in (0.0, 1.0))
    if isinstance(one, Share) and found["low"] is not None:
        assert found["low"] <= found["value"] <= found["high"]


@every_metric
def test_every_metric_says_when_it_cannot_be_narrowed_so(one: AnyMetric) -> None:
    narrow = Filters(202511, LAST, category_id=1)

    tables = frames(**in_use(one.needs, {}))
    found = measure_windows(one, ask_for(tables, narrow, [window(LAST, Grain.ROLLING)], AS_OF)).row(0, named=True)

    assert found["reason"] == ("nothing" if "category_id" in ROW_FRAMES[one.rows].dimensions else "filter")
    assert found["status"] == "no_data"


def test_the_values_stand_in_the_order_of_the_metrics() -> None:
    found = values_of(frames(), rolling(LAST), AS_OF)

    assert found["code"].to_list() == [one.code for one in all_metrics()]


def test_each_indicators_own_metric_comes_first() -> None:
    firsts = {one.key: next(found.code for found in all_metrics() if found.indicator == one.key) for one in INDICATORS}

    assert set(firsts.values()) <= set(REQUIRED)


def test_at_most_seven_metrics_are_headlines() -> None:
    assert 1 <= sum(one.is_headline for one in all_metrics()) <= 7

"""Counting: shares with what is unknown, few rows, credit notes, groups and windows."""

from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.measure import judged_rows, measure
from dashboard.periods import Grain, window_months, windows_until
from tests.dashboard.build_metric import mean_index, median_days, money_share, share
from tests.dashboard.slow_measure import slow_median, slow_share

SCHEMA = {"good": pl.Boolean, "weight": pl.Int64, "count": pl.Int64, "unit_id": pl.Int64, "period": pl.Int64}


def one(frame: pl.DataFrame) -> dict[str, Any]:
    assert len(frame) == 1
    return frame.row(0, named=True)


def marks(yes: int, no: int, unknown: int = 0) -> pl.DataFrame:
    return pl.DataFrame({"good": [True] * yes + [False] * no + [None] * unknown}, schema={"good": pl.Boolean})


def test_few_get_a_wilson_interval() -> None:
    found = one(measure(share(), marks(1, 7)))

    assert (found["value"], found["n"]) == (0.125, 8)
    assert (round(found["low"], 3), round(found["high"], 3)) == (0.022, 0.471)


def test_thirty_are_no_longer_few() -> None:
    few, many = one(measure(share(), marks(3, 26))), one(measure(share(), marks(3, 27)))

    assert few["low"] < few["value"] < few["high"]
    assert many["low"] == many["value"] == many["high"] == 0.1


def test_below_five_only_counts_are_given() -> None:
    four, five = one(measure(share(), marks(1, 3))), one(measure(share(), marks(1, 4)))

    assert (four["n"], four["good"], four["value"], four["low"], four["is_count_only"]) == (4, 1.0, None, None, True)
    assert (five["value"], five["is_count_only"]) == (0.2, False)


def test_what_is_unknown_widens_the_interval_and_lowers_the_coverage() -> None:
    found = one(measure(share(), marks(60, 40, 25)))

    assert found["value"] == 0.6
    assert found["low"] == 60 / 125
    assert found["high"] == 85 / 125
    assert found["coverage"] == 0.8


def test_the_golden_sums_of_contract_compliance() -> None:
    classes = {"A": 1184, "A-": 0, "B": 1432, "C": 217, "D": 365, "E": 298, "F": 189, "U": 245}
    from dashboard.metrics import metric

    rows = pl.DataFrame({"line_class": list(classes), "amount_ore": list(classes.values()), "lines": 100})

    contract, supplier = one(measure(metric("K-AVT-1"), rows)), one(measure(metric("K-AVT-2"), rows))

    assert [round(contract[name] * 100, 2) for name in ("value", "low", "high")] == [83.55, 77.49, 84.75]
    assert [round(supplier[name] * 100, 2) for name in ("value", "low", "high")] == [76.88, 72.09, 78.32]
    assert round(supplier["coverage"] * 100, 2) == 93.77


def test_nothing_to_divide_by_gives_no_value_and_never_nought_per_cent() -> None:
    found = one(measure(share(), marks(0, 0)))

    assert (found["n"], found["value"], found["low"], found["high"], found["coverage"]) == (0, None, None, None, None)


def test_only_unknown_gives_no_value_and_no_coverage() -> None:
    found = one(measure(share(), marks(0, 0, 50)))

    assert (found["n"], found["n_unknown"], found["value"], found["coverage"]) == (0, 50, None, 0.0)


def test_a_missing_mark_is_unknown_and_not_a_no() -> None:
    asked, filled = share(), share(good=pl.col("good").fill_null(False))

    unknown, no = one(measure(asked, marks(50, 0, 50))), one(measure(filled, marks(50, 0, 50)))

    assert unknown["value"] == 1.0
    assert no["value"] == 0.5


def credit(good: int, bad: int, unknown: int) -> dict[str, Any]:
    rows = pl.DataFrame(
        {"good": [True, False, None], "weight": [good, bad, unknown], "count": 10}, schema_overrides=SCHEMA
    )
    return one(measure(money_share(), rows))


def test_a_negative_unknown_weight_turns_the_ends_and_still_holds_the_value() -> None:
    found = credit(60, 40, -20)

    assert found["value"] == 0.6
    assert (found["low"], found["high"]) == (0.5, 0.75)


def test_credit_notes_larger_than_what_was_bought_leave_no_value() -> None:
    found = credit(-60, 40, 10)

    assert (found["value"], found["low"], found["high"]) == (None, None, None)
    assert found["known"] == -20


def test_more_credited_than_bought_among_the_good_is_nought_and_not_less() -> None:
    assert credit(-10, 100, 0)["value"] == 0.0
    assert credit(100, -10, 0)["value"] == 1.0


def test_a_negative_unknown_lowers_the_coverage_too() -> None:
    assert credit(60, 40, -25)["coverage"] == 0.8


weights = st.integers(-500, 1000)
lines = st.fixed_dictionaries(
    {
        "good": st.sampled_from([True, False, None]),
        "weight": weights,
        "count": st.integers(1, 4),
        "unit_id": st.sampled_from([None, 1, 2]),
        "period": st.sampled_from([202511, 202512, 202601, 202602]),
    }
)


@settings(max_examples=150, deadline=None)
@given(st.lists(lines, max_size=40))
def test_money_shares_by_group_and_window_agree_with_the_slow_way(rows: list[dict[str, Any]]) -> None:
    windows = windows_until(202602, Grain.MONTH, 2) + windows_until(202601, Grain.TERTIAL, 1)

    found = measure(money_share(), pl.DataFrame(rows, schema=SCHEMA), ["unit_id"], window_months(windows))

    seen = {(row["unit_id"], row["until"]): row for row in found.to_dicts()}
    for window in windows:
        for unit in (None, 1, 2):
            chosen = [row for row in rows if row["unit_id"] == unit and row["period"] in window.months]
            if not chosen:
                continue
            agree(seen[unit, window.last], slow_share(chosen, is_counted=False))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.fixed_dictionaries({"good": st.sampled_from([True, False, None])}), max_size=45))
def test_counted_shares_agree_with_the_slow_way(rows: list[dict[str, Any]]) -> None:
    found = one(measure(share(), pl.DataFrame(rows, schema={"good": pl.Boolean})))

    agree(found, slow_share([{**row, "weight": 1, "count": 1} for row in rows], is_counted=True))


def agree(found: dict[str, Any], slow: Any) -> None:
    for name in ("n", "n_unknown", "good", "known", "unknown"):
        assert found[name] == getattr(slow, name), name
    for name in ("low", "value", "high"):
        expected = getattr(slow, name)
        assert found[name] == (None if expected is None else pytest.approx(expected)), name
    if found["value"] is not None:
        assert 0 <= found["low"] <= found["value"] <= found["high"] <= 1


@settings(max_examples=150, deadline=None)
@given(st.lists(st.none() | st.integers(0, 400), max_size=25))
def test_medians_agree_with_the_slow_way(days: list[int | None]) -> None:
    found = one(measure(median_days(), pl.DataFrame({"days": days}, schema={"days": pl.Int64})))

    low, value, high = slow_median([None if day is None else float(day) for day in days])
    assert found["value"] == value
    assert found["low"] == (None if low is None else pytest.approx(low))
    assert found["high"] == (None if high is None else pytest.approx(high))


def test_the_median_comes_with_the_value_eighty_per_cent_stay_below() -> None:
    found = one(measure(median_days(), pl.DataFrame({"days": [10, 20, 30, 40, 50, 60]})))

    assert (found["value"], found["p80"]) == (35.0, 50.0)


def test_a_mean_has_an_interval_inside_its_scale() -> None:
    found = one(measure(mean_index(), pl.DataFrame({"index": [100.0, 100.0, 90.0, 100.0, 95.0, None]})))

    assert found["value"] == 97.0
    assert found["low"] < 97.0
    assert found["high"] == 100.0
    assert (found["n"], found["n_unknown"]) == (5, 1)


def test_a_window_without_rows_is_there_and_empty() -> None:
    windows = window_months(windows_until(202602, Grain.MONTH, 3))
    rows = marks(5, 5).with_columns(period=202602)

    found = measure(share(), rows, windows=windows)

    assert found.select("until", "n", "value").rows() == [(202512, 0, None), (202601, 0, None), (202602, 10, 0.5)]


def test_the_judged_rows_add_up_to_the_value() -> None:
    rows = pl.DataFrame(
        {"good": [True, False, None, True], "weight": [30, 50, 7, 20], "count": [3, 5, 1, 2]}, schema_overrides=SCHEMA
    )

    behind, found = judged_rows(money_share(), rows), one(measure(money_share(), rows))

    known = behind.filter("is_known")
    assert known["weight_of"].sum() == found["known"] == 100
    assert known["good_of"].sum() == found["good"] == 50
    assert known["n_of"].sum() == found["n"] == 10
    assert behind.filter(~pl.col("is_known"))["weight_of"].sum() == found["unknown"] == 7

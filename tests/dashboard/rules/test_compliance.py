"""The five ways to ask whether we buy on contract."""

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from dashboard.rules.compliance import MEASURES, compliance

LETTERS = ("A", "A-", "B", "C", "D", "E", "F", "U")


def mix(**amounts: int) -> pl.DataFrame:
    """Amounts by class, in whole kronor; `Am` stands for A-."""
    rows = [(letter.replace("m", "-"), amount * 100, 1) for letter, amount in amounts.items()]
    return pl.DataFrame(rows, schema={"line_class": pl.String, "amount_ore": pl.Int64, "lines": pl.Int64}, orient="row")


def values(frame: pl.DataFrame) -> dict[str, float | None]:
    """The value of each measure, in per cent with two decimals."""
    measured = compliance(frame).with_columns(pl.col("value") * 100)
    return {code: None if v is None else round(v, 2) for code, v in measured.select("code", "value").iter_rows()}


def test_the_five_measures_answer_five_different_questions() -> None:
    bought = mix(A=30, Am=10, B=40, C=10, D=5, E=10, F=15, U=20)

    assert values(bought) == {
        "contract": 80.0,
        "supplier": 75.0,
        "price": 75.0,
        "coverage": 83.33,
        "rules": 70.83,
    }


def test_what_cannot_be_decided_is_held_against_both_ends() -> None:
    row = compliance(mix(B=80, E=20, U=100)).row(0, named=True)

    assert (row["low"], row["value"], row["high"], row["coverage"]) == (0.4, 0.8, 0.9, 0.5)


def test_a_line_without_price_evidence_is_unknown_to_the_price_measure() -> None:
    row = compliance(mix(A=9, Am=1, B=90)).filter(pl.col("code") == "price").row(0, named=True)

    assert (row["value"], row["low"], row["high"], row["coverage"]) == (0.9, 0.09, 0.99, 0.1)


def test_nothing_bought_gives_no_value() -> None:
    assert set(values(mix()).values()) == {None}


def test_more_credited_than_bought_gives_no_value() -> None:
    assert values(mix(B=-10, E=5))["contract"] is None


@given(st.lists(st.integers(min_value=0, max_value=10**12), min_size=8, max_size=8))
def test_the_value_always_lies_within_its_interval(amounts: list[int]) -> None:
    frame = pl.DataFrame({"line_class": LETTERS, "amount_ore": amounts, "lines": [1] * 8})

    for row in compliance(frame).iter_rows(named=True):
        if row["value"] is not None:
            assert 0 <= row["low"] <= row["value"] + 1e-12
            assert row["value"] <= row["high"] + 1e-12 <= 1 + 1e-11


def test_every_measure_uses_classes_that_exist_and_none_twice() -> None:
    for one in MEASURES:
        used = one.good + one.bad + one.unknown
        assert set(used) <= set(LETTERS)
        assert len(used) == len(set(used))

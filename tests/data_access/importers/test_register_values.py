"""Single values of a register."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_access.importers import register_values as values


@pytest.mark.parametrize(
    ("text", "ore"),
    [
        ("1 234 567,89 kr", 123_456_789),
        ("1\u00a0000\u202f000", 100_000_000),
        ("1000000.0", 100_000_000),
        ("1,234", 123_400),
        ("1.234.567", 123_456_700),
        ("1.234.567,5", 123_456_750),
        ("1,234,567.50", 123_456_750),
        ("12,5", 1_250),
        ("2,5 mkr", 250_000_000),
        ("750 tkr", 75_000_000),
        ("5 MSEK", 500_000_000),
        ("0,005", 500),
        ("0", None),
        ("0.0", None),
        ("", None),
        ("-", None),
        ("Uppgift saknas", None),
    ],
)
def test_an_amount_is_whole_ore_and_nought_is_unknown(text: str, ore: int | None) -> None:
    assert values.ore(text) == ore


@pytest.mark.parametrize("text", ["ca en miljon", "-500", "1 000 per år", "1,2,3", "1.23.456", "12kr13", ",", "1e6"])
def test_an_amount_that_is_not_sure_is_unreadable(text: str) -> None:
    with pytest.raises(values.Unreadable, match="amount_unreadable"):
        values.ore(text)


@given(st.integers(min_value=1, max_value=10**13), st.sampled_from([" ", "\u00a0", ".", ""]))
def test_a_swedish_amount_reads_back_to_the_ore(ore: int, mark: str) -> None:
    written = f"{ore // 100:,}".replace(",", mark) + f",{ore % 100:02d}"

    assert values.ore(written) == ore


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2089, 12, 31)))
def test_a_day_reads_the_same_however_it_is_written(day: date) -> None:
    written = (
        day.isoformat(),
        f"{day.isoformat()} 00:00",
        f"{day.isoformat()}T23:59:59.000",
        day.strftime("%Y%m%d"),
        day.strftime("%Y%m%d") + ".0",
        f"{day.isoformat()}T00:00:00Z",
        day.strftime("%Y/%m/%d"),
        f"{day.day}/{day.month}/{day.year}",
        f"{day.day}-{day.month}-{day.year}",
        f"{day.day}.{day.month}.{day.year}",
        str((day - values.EXCEL_START).days),
    )

    assert {values.day(text) for text in written} == {day}


@pytest.mark.parametrize("text", ["2024-13-01", "2024-02-30", "20241301", "24-01-01", "våren 2024", "2024", "1.5"])
def test_a_day_that_is_none_is_unreadable(text: str) -> None:
    with pytest.raises(values.Unreadable, match="date_unreadable"):
        values.day(text)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("2019-06-01 - 2026-09-30", ("2019-06-01", "2026-09-30")),
        ("2019-06-01-2026-09-30", ("2019-06-01", "2026-09-30")),
        ("2019-06-01 – 2026-09-30", ("2019-06-01", "2026-09-30")),
        ("20190601 till 20260930", ("20190601", "20260930")),
        ("2019-06-01 t.o.m. 2026-09-30", ("2019-06-01", "2026-09-30")),
        ("2020-01-01 -", ("2020-01-01", "")),
        ("2020-01-01 - tills vidare", ("2020-01-01", "tills vidare")),
        ("", ("", "")),
    ],
)
def test_a_period_in_one_cell_gives_both_its_ends(text: str, ends: tuple[str, str]) -> None:
    assert values.period(text) == ends


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ramavtal", "ramavtal"),
        ("ramöverenskommelse med rangordning", "ramavtal"),
        ("DIS", "dis"),
        ("Avrop från ramavtal", "ramavtal"),
        ("Avrop", "avrop"),
        ("direkt", "direkt"),
        ("LOV", "LOV"),
        ("Köpeavtal", "kontrakt"),
        ("Distrikt", None),
    ],
)
def test_a_type_is_told_by_whole_words(text: str, kind: str | None) -> None:
    if kind is None:
        with pytest.raises(values.Unreadable, match="type_unknown"):
            values.contract_type(text)
    else:
        assert values.contract_type(text) == kind


@pytest.mark.parametrize(
    ("text", "regime"),
    [
        ("above_threshold", "above_threshold"),
        ("Direktivstyrd", "above_threshold"),
        ("Ej direktivstyrd", "below_threshold_announced"),
        ("Sociala tjänster enligt bilaga 2", "annex2_social"),
        ("Direktupphandling", "direct_award"),
    ],
)
def test_a_regime_is_told_by_its_code_or_its_swedish_words(text: str, regime: str) -> None:
    assert values.regime(text) == regime


@pytest.mark.parametrize(("text", "months"), [("6", 6), ("6.0", 6), ("6 mån", 6), ("1 år", 12), ("0", 0), ("", None)])
def test_months_of_notice_may_be_nought_but_not_a_guess(text: str, months: int | None) -> None:
    assert values.months(text) == months
    with pytest.raises(values.Unreadable):
        values.months(f"{text} eller så")


@pytest.mark.parametrize("text", ["0001-01-01", "01/01/0001", "1899-12-31", "31/12/9999", "2200-01-01 00:00"])
def test_a_day_that_stands_for_none_is_unreadable(text: str) -> None:
    with pytest.raises(values.Unreadable, match="date_unreadable"):
        values.day(text)

"""The fast forecast agrees with walking day by day."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.dashboard.rules.ceilings_forecast.build import FIRST, LAST, Row, forecast
from tests.slow.ceilings import LONGEST, even, slow_counted, slow_day, slow_history, slow_recent, slow_seasonal

PERIODS = [year * 100 + month for year in (2022, 2023, 2024, 2025) for month in range(1, 13)]
DAYS = st.dates(date(2022, 6, 1), date(2025, 8, 1))
CONTRACTS = st.fixed_dictionaries(
    {
        "ceiling_ore": st.one_of(st.integers(1, 400), st.integers(200, 4_000), st.sampled_from([None, 0])),
        "from_on": st.one_of(DAYS, DAYS, st.none()),
        "to_on": st.none() | st.dates(date(2025, 1, 1), date(2028, 1, 1)),
    }
)
AMOUNT = st.one_of(st.just(0), st.integers(0, 60), st.integers(0, 60), st.integers(-20, 0))
MONTHS = st.lists(AMOUNT, min_size=0, max_size=len(PERIODS))
PAIRS = st.lists(st.fixed_dictionaries({"contract_id": st.integers(1, 3), "framework_id": st.integers(1, 3)}))


@settings(max_examples=30, deadline=None)
@given(st.lists(CONTRACTS, min_size=3, max_size=3), st.lists(MONTHS, min_size=3, max_size=3), PAIRS)
def test_the_fast_day_is_the_day_walked_to(made: list[Row], amounts: list[list[int]], pairs: list[Row]) -> None:
    contracts = [{"contract_id": at, **one} for at, one in enumerate(made, start=1)]
    consumed = [
        {"contract_id": at, "period": period, "amount_ore": ore}
        for at, ores in enumerate(amounts, start=1)
        for period, ore in zip(reversed(PERIODS), ores, strict=False)
    ]

    found = forecast(contracts, consumed, pairs)

    for contract, row in zip(contracts, found, strict=True):
        agree(contract, slow_counted(contract["contract_id"], consumed, pairs, LAST), row)


def agree(contract: Row, months: dict[int, int], row: Row) -> None:
    used, ceiling = sum(months.values()), contract["ceiling_ore"] or None
    history = slow_history(contract, months, FIRST, LAST)
    assert row["used_ore"] == used
    if ceiling is None:
        assert (row["state"], row["forecast_on"]) == ("unknown", None)
        return
    totals = [sum(ore for period, ore in months.items() if period <= last) for last in months]
    if max([*totals, used]) >= ceiling:
        assert (row["state"], row["forecast_on"]) == ("full", date(2025, 6, 30))
        return
    rates, seasonal = slow_recent(months, history), slow_seasonal(months, history)
    recent = [slow_day(ceiling - used, even(rate), LAST) for rate in rates] if rates else [None] * 3
    in_season = [slow_day(ceiling - used, year, LAST) for year in seasonal] if seasonal else [None] * 3
    assert near(row["recent_on"], recent[0], exactly=True)
    middle, late, early = in_season if seasonal else recent
    assert near(row["forecast_on"], middle, exactly=True)
    assert near(row["latest_on"], late)
    assert near(row["earliest_on"], early)
    if row["forecast_on"] is not None:
        assert row["earliest_on"] <= row["forecast_on"]
        assert row["latest_on"] is None or row["forecast_on"] <= row["latest_on"]


def near(fast: date | None, slow: date | None, *, exactly: bool = False) -> bool:
    """The same day; for the ends of an interval, which rest on a square root, one öre may round another way.

    The walk gives up after LONGEST years, where the fast one still has a day.
    """
    if slow is None:
        return fast is None or fast.year >= LAST // 100 + LONGEST
    if exactly:
        return fast == slow
    return fast is not None and abs(fast - slow) <= timedelta(days=1)

"""The dates in bulk agree with those found by walking through the days of each contract."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as some

from dashboard.rules.decisions.decision_dates import DATES
from dashboard.rules.decisions.ways import ways
from tests.dashboard.rules.decisions.build import BUFFERS, LEADS, Row, dated_frame
from tests.slow.decisions import slow_dates, slow_state, slow_turn

TODAY = date(2026, 11, 16)
AROUND = some.dates(date(2021, 1, 1), date(2031, 12, 31))
NEAR = some.dates(date(2025, 6, 1), date(2028, 6, 30))
EDGES = some.sampled_from(
    [date(2024, 2, 29), date(2026, 2, 28), date(2027, 1, 31), date(2027, 6, 30), date(2026, 11, 16), date(2028, 2, 29)]
)
NOTICE = some.one_of(some.none(), some.integers(0, 12))


def maybe(value: some.SearchStrategy[Any], most: int = 4) -> some.SearchStrategy[Any]:
    """Null about as often as not, or seldom."""
    return some.integers(0, most).flatmap(lambda turn: some.none() if turn == 0 else value)


@some.composite
def contracts(draw: some.DrawFn) -> tuple[Row, list[Row]]:
    """One contract, as registers have them: with faults."""
    contract = {
        "start_on": draw(maybe(some.dates(date(2018, 1, 1), date(2027, 6, 30)), 9)),
        "initial_end_on": draw(maybe(some.one_of(NEAR, EDGES, AROUND), 6)),
        "terminated_on": draw(some.one_of(some.none(), some.none(), some.none(), NEAR)),
        "is_until_further_notice": draw(some.sampled_from([False, False, True])),
        "notice_buyer_months": draw(NOTICE),
        "procedure": draw(some.sampled_from(["öppet förfarande", "direktupphandling", None, "efter känsla"])),
        "review_risk": draw(some.sampled_from(["låg", "normal", "hög", None])),
        "desired_end_on": draw(some.one_of(some.none(), some.none(), NEAR)),
        "exhausted_on": draw(some.one_of(some.none(), some.none(), NEAR)),
        "ceiling_forecast_on": draw(some.one_of(some.none(), some.none(), NEAR)),
    }
    options = [
        {
            "sequence": place,
            "length_months": draw(some.sampled_from([1, 6, 12, 12, 24])),
            "mode": draw(some.sampled_from(["buyer", "mutual", "automatic"])),
            "call_deadline_months": draw(NOTICE),
            "call_deadline_on": draw(some.one_of(some.none(), some.none(), some.none(), NEAR)),
            "exercised_on": draw(some.one_of(some.none(), some.none(), NEAR)),
            "declined_on": draw(some.one_of(some.none(), some.none(), some.none(), NEAR)),
        }
        for place in range(1, draw(some.integers(0, 3)) + 1)
    ]
    return contract, options


def lead_of(contract: Row) -> int | None:
    return {"öppet förfarande": LEADS["open"], "direktupphandling": LEADS["direct_award"]}.get(contract["procedure"])


def buffer_of(contract: Row) -> int | None:
    codes = {"låg": "low", "normal": "normal", "hög": "high"}
    return BUFFERS[codes[contract["review_risk"]]] if contract["review_risk"] else None


@settings(deadline=None, max_examples=60)
@given(some.lists(contracts(), min_size=1, max_size=6), some.one_of(some.just(TODAY), NEAR))
def test_every_date_is_the_one_found_day_by_day(drawn: list[tuple[Row, list[Row]]], today: date) -> None:
    rows = [contract for contract, _ in drawn]
    options = [{**row, "contract_id": place} for place, (_, of) in enumerate(drawn, start=1) for row in of]

    found = dated_frame(rows, options, today).select(DATES).rows(named=True)

    for got, (contract, of) in zip(found, drawn, strict=True):
        slow = slow_dates(contract, of, today, lead_of(contract), buffer_of(contract))
        assert got == {name: slow[name] for name in DATES}


@settings(deadline=None, max_examples=50)
@given(contracts(), some.one_of(some.just(TODAY), NEAR))
def test_a_way_is_open_and_turned_on_the_day_found_by_walking_back(drawn: tuple[Row, list[Row]], today: date) -> None:
    contract, of = drawn
    frame = dated_frame([contract], [{**row, "contract_id": 1} for row in of], today)

    rows = {row["way"]: row for row in ways(frame, today).iter_rows(named=True)}

    slow = slow_dates(contract, of, today, lead_of(contract), buffer_of(contract))
    for way in ("reprocure", "terminate"):
        assert rows[way]["state"] == slow_state(way, contract, slow, today)
        if rows[way]["turned_on"] is not None:
            assert rows[way]["turned_on"] == slow_turn(way, contract, slow, today)
        if rows[way]["last_on"] is not None:
            after = rows[way]["last_on"] + timedelta(days=1)
            assert slow_state(way, contract, slow, rows[way]["last_on"]) == rows[way]["state"]
            assert slow_state(way, contract, slow, after) != rows[way]["state"]

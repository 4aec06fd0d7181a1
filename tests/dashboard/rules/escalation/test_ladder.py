"""The ladder by month, against a reading of it day by day, and how fast it is."""

from datetime import date, timedelta
from time import perf_counter
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.rules.escalation.active import active_spans
from dashboard.rules.escalation.ladder import step_words, steps_by_month, supplier_steps
from data_access.queries.frames import polars_type
from data_access.tables.escalation import escalation_case, escalation_event
from tests.build import frame
from tests.slow.ladder import slow_steps_by_month, slow_supplier_step

Row = dict[str, Any]
TODAY = date(2026, 11, 16)
MONTHS = [202512, *range(202601, 202613)]  # the last one is to come
SPANS = {"contract_id": pl.Int64, "from_on": pl.Date, "to_on": pl.Date}


def rows_of(table: Any, rows: list[Row]) -> pl.DataFrame:
    schema = {column.name: polars_type(column.type) for column in table.columns}
    return pl.DataFrame([{**dict.fromkeys(schema), **row} for row in rows], schema=schema)


def case(number: int, opened_on: date, closed_on: date | None = None, **given: Any) -> Row:
    return {
        "id": number,
        "contract_id": number,
        "supplier_id": 1,
        "opened_on": opened_on,
        "closed_on": closed_on,
        **given,
    }


def moved(case_id: int, *moves: tuple[date, int]) -> list[Row]:
    return [
        {"case_id": case_id, "sequence": number, "happened_on": on, "to_step": step}
        for number, (on, step) in enumerate(moves, start=1)
    ]


def forever(*contracts: int) -> list[Row]:
    return [{"contract_id": contract, "from_on": None, "to_on": None} for contract in contracts]


def ladder(events: list[Row], cases: list[Row], active: list[Row]) -> dict[int, int]:
    found = steps_by_month(
        rows_of(escalation_event, events),
        rows_of(escalation_case, cases),
        pl.DataFrame(active, schema=SPANS),
        MONTHS,
        TODAY,
    )
    return dict(found.filter(supplier_id=1).select("period", "step").iter_rows())


def test_a_month_has_the_step_of_its_last_day_and_the_current_month_that_of_today() -> None:
    events = moved(1, (date(2026, 2, 10), 1), (date(2026, 3, 31), 2), (date(2026, 5, 1), 3), (TODAY, 4))

    found = ladder(events, [case(1, date(2026, 2, 1))], forever(1))

    assert [found[period] for period in (202601, 202602, 202603, 202604, 202605, 202611)] == [0, 1, 2, 2, 3, 4]
    assert 202612 not in found


def test_a_case_lowered_closed_and_opened_anew_shows_all_of_it() -> None:
    events = [
        *moved(1, (date(2026, 1, 10), 1), (date(2026, 2, 10), 2), (date(2026, 5, 10), 1), (date(2026, 7, 10), 0)),
        *moved(2, (date(2026, 9, 10), 1), (date(2026, 10, 10), 2)),
    ]
    cases = [case(1, date(2026, 1, 9), date(2026, 7, 10)), case(2, date(2026, 9, 9), contract_id=1)]

    found = ladder(events, cases, forever(1))

    assert list(found.values()) == [0, 1, 2, 2, 2, 1, 1, 0, 0, 1, 2, 2]


def test_a_fast_track_and_a_move_back_on_one_day_count_in_the_order_they_were_made() -> None:
    events = moved(1, (TODAY, 3), (TODAY, 2))

    assert ladder(events, [case(1, TODAY)], forever(1))[202611] == 2


def test_a_settled_case_counts_no_more() -> None:
    events = moved(1, (date(2026, 8, 1), 4), (date(2026, 10, 1), 5))

    found = ladder(events, [case(1, date(2026, 7, 1), date(2026, 10, 1))], forever(1))

    assert [found[period] for period in (202608, 202609, 202610)] == [4, 4, 0]


@pytest.mark.parametrize(("closed_on", "expected"), [(date(2026, 6, 30), 0), (date(2026, 7, 1), 2)])
def test_a_case_counts_until_the_day_before_it_was_closed(closed_on: date, expected: int) -> None:
    found = ladder(moved(1, (date(2026, 5, 4), 2)), [case(1, date(2026, 5, 4), closed_on)], forever(1))

    assert (found[202606], found[202607]) == (expected, 0)


def test_a_case_on_a_contract_that_has_ended_counts_until_its_last_day() -> None:
    active = [{"contract_id": 1, "from_on": date(2026, 1, 1), "to_on": date(2026, 9, 30)}]

    found = ladder(moved(1, (date(2026, 3, 1), 3)), [case(1, date(2026, 3, 1))], active)

    assert [found[period] for period in (202609, 202610)] == [3, 0]


def test_the_highest_of_several_cases_gives_the_suppliers_step_and_which_it_is() -> None:
    events = [*moved(1, (TODAY, 1)), *moved(2, (TODAY, 3)), *moved(3, (TODAY, 3)), *moved(4, (TODAY, 4))]
    cases = [case(number, TODAY) for number in (1, 2, 3, 4)]
    active = [*forever(1, 2, 3), {"contract_id": 4, "from_on": None, "to_on": TODAY - timedelta(days=1)}]

    found = supplier_steps(
        rows_of(escalation_event, events),
        rows_of(escalation_case, cases),
        pl.DataFrame(active, schema=SPANS),
        TODAY,
    )

    assert found.rows(named=True) == [
        {"supplier_id": 1, "step": 3, "case_id": 2, "cases": 3, "ended": 1, "ended_step": 4}
    ]
    said = step_words(3, 1).in_language("sv", **found.rows(named=True)[0])
    assert said.startswith("Steg 3: det högsta av leverantörens 3 öppna ärenden")
    assert "som högst på steg 4, räknas inte" in said


@pytest.mark.parametrize(
    ("cases", "start"), [(0, "Steg 0, normal nivå"), (1, "Steg 2: så står"), (4, "Steg 2: det högsta")]
)
def test_the_step_is_explained_in_words(cases: int, start: str) -> None:
    assert step_words(cases, 0).in_language("sv", step=2, cases=cases).startswith(start)


def test_a_contract_is_in_force_from_its_start_to_its_end_with_options_and_terminations() -> None:
    contracts = frame(
        "contracts",
        [
            {},
            {"terminated_on": date(2026, 3, 31)},
            {"initial_end_on": None, "is_until_further_notice": True},
            {"start_on": None, "initial_end_on": None},
        ],
    )
    options = frame("options", [{"contract_id": 1, "exercised_on": date(2026, 6, 1)}])

    spans = active_spans(contracts, options, date(2026, 7, 1))

    assert spans["to_on"].to_list() == [date(2027, 12, 31), date(2026, 3, 31), None, None]
    assert spans["from_on"].to_list() == [*[date(2025, 1, 1)] * 3, None]


DAYS = st.dates(date(2025, 11, 1), date(2026, 12, 31))


@st.composite
def _worlds(draw: st.DrawFn) -> tuple[list[Row], list[Row], list[Row]]:
    contracts = draw(st.lists(st.tuples(st.none() | DAYS, st.none() | DAYS), min_size=1, max_size=3))
    active = [{"contract_id": n, "from_on": first, "to_on": last} for n, (first, last) in enumerate(contracts)]
    cases, events = [], []
    for number in range(draw(st.integers(0, 4))):
        opened, *days = sorted(draw(st.lists(DAYS, min_size=1, max_size=6)))
        closed = draw(st.none() | DAYS)
        of = {"supplier_id": draw(st.integers(1, 2)), "contract_id": draw(st.integers(0, len(contracts) - 1))}
        cases.append(case(number, opened, max(opened, closed) if closed else None, **of))
        events += moved(number, *((day, draw(st.integers(0, 5))) for day in days))
    return events, cases, active


@settings(max_examples=100, deadline=None)
@given(_worlds())
def test_the_ladder_agrees_with_reading_it_off_day_by_day(world: tuple[list[Row], list[Row], list[Row]]) -> None:
    events, cases, active = world
    frames = (
        rows_of(escalation_event, events),
        rows_of(escalation_case, cases),
        pl.DataFrame(active, schema=SPANS),
    )

    by_month = steps_by_month(*frames, MONTHS, TODAY)
    now = supplier_steps(*frames, TODAY)

    assert set(by_month.iter_rows()) == slow_steps_by_month(events, cases, active, MONTHS, TODAY)
    assert by_month.height == len(set(by_month.iter_rows()))
    for supplier_id, step in now.select("supplier_id", "step").iter_rows():
        assert step == slow_supplier_step(events, cases, active, supplier_id, TODAY)


def test_five_thousand_suppliers_take_a_fraction_of_a_second() -> None:
    cases = rows_of(escalation_case, [case(n, date(2026, 1, 1 + n % 28), supplier_id=n) for n in range(5_000)])
    moves = [(date(2026, month, 3), step) for month, step in ((2, 1), (4, 2), (6, 3), (9, 2))]
    events = rows_of(escalation_event, [row for n in range(5_000) for row in moved(n, *moves)])
    active = pl.DataFrame(forever(*range(5_000)), schema=SPANS)

    begun = perf_counter()
    found = steps_by_month(events, cases, active, MONTHS[:12], TODAY)

    assert perf_counter() - begun < 2  # row by row it would be more; busy machines are slow
    assert found.height == 60_000

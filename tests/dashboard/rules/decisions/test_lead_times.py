"""Lead times are dated planning values, until enough of the office's own procurements of a kind are signed."""

from datetime import date, timedelta

import polars as pl
import pytest

from dashboard.rules.decisions.lead_times import LeadTimes, lead_times_on, with_lead_time
from dashboard.rules.decisions.limits import DecisionLimits, decision_limits
from data_access.queries.frames import polars_type
from data_access.tables.lead_times import lead_time, review_buffer
from data_access.tables.procurements import procurement
from data_access.writes.reference import read_reference
from tests.build import frame

TODAY = date(2026, 11, 16)
SIGNED = date(2026, 5, 4)


def rows_of(table: object, rows: list[dict[str, object]]) -> pl.DataFrame:
    columns = table.c  # type: ignore[attr-defined]
    schema = {column.name: polars_type(column.type) for column in columns}
    return pl.DataFrame([{**dict.fromkeys(schema), **row} for row in rows], schema=schema)


def procurements(days: list[int], procedure: str = "öppet förfarande", signed: date = SIGNED) -> pl.DataFrame:
    made = [
        {
            "id": n,
            "procedure": procedure,
            "project_start_on": signed - timedelta(days=one),
            "contract_signed_on": signed,
        }
        for n, one in enumerate(days, start=1)
    ]
    return rows_of(procurement, made)


def lead_times(own: pl.DataFrame | None = None, complexity: str = "enkel", day: date = TODAY) -> LeadTimes:
    """What the reference files say, with these procurements behind contracts of the complexity."""
    own = procurements([]) if own is None else own
    contracts = [{"id": n, "procurement_id": n, "complexity": complexity} for n in own["id"].to_list()]
    frames = {
        "lead_time": rows_of(lead_time, read_reference("lead_times.csv", lead_time)),
        "review_buffer": rows_of(review_buffer, read_reference("review_buffers.csv", review_buffer)),
        "procurement": own,
        "contract": frame("contracts", contracts),
    }
    return lead_times_on(frames, day)


def found(times: LeadTimes, procedure: str, complexity: str = "any") -> tuple[int, int, str]:
    row = times.times.filter(pl.col("procedure") == procedure, pl.col("complexity") == complexity).row(0, named=True)
    return row["lead_days"], row["lead_days_p80"], row["lead_source"]


@pytest.mark.parametrize(
    ("procedure", "complexity", "p50", "p80"),
    [
        ("below_threshold", "simple", 142, 232),
        ("below_threshold", "complex", 212, 352),
        ("open", "any", 234, 361),
        ("selective", "any", 344, 526),
        ("renewed_competition", "any", 65, 120),
        ("direct_award", "any", 27, 60),
    ],
)
def test_the_parts_of_the_reference_sum_to_the_planning_values(
    procedure: str, complexity: str, p50: int, p80: int
) -> None:
    assert found(lead_times(), procedure, complexity)[:2] == (p50, p80)


def test_the_buffers_of_the_reference_grow_with_the_risk() -> None:
    assert lead_times().buffers.rows() == [("low", 0), ("normal", 60), ("high", 130), ("critical", 290)]


def test_twenty_own_procurements_replace_the_planning_value_but_for_the_transition() -> None:
    own = procurements([100] * 10 + [150] * 10)

    assert found(lead_times(own), "open") == (125 + 30, 150 + 60, "egna upphandlingar, n=20")


def test_nineteen_are_too_few() -> None:
    assert found(lead_times(procurements([100] * 19)), "open")[0] == 234


def test_each_kind_is_counted_on_its_own() -> None:
    times = lead_times(procurements([80] * 20, "förenklat förfarande"), "komplex")

    assert found(times, "below_threshold", "complex")[0] == 80 + 45
    assert found(times, "below_threshold", "simple")[0] == 142
    assert found(times, "open")[0] == 234


def test_what_was_signed_later_was_not_known_then() -> None:
    own = procurements([100] * 20)

    assert found(lead_times(own, day=SIGNED), "open")[0] == 130
    assert found(lead_times(own, day=SIGNED - timedelta(days=1)), "open")[0] == 234


def test_a_start_after_the_signing_is_not_counted() -> None:
    assert found(lead_times(procurements([100] * 19 + [-5])), "open")[0] == 234


def test_the_row_that_began_last_holds_on_its_day() -> None:
    rows = read_reference("lead_times.csv", lead_time)
    newer = [{**row, "p50_days": 1, "p80_days": 2, "valid_from": date(2026, 1, 1)} for row in rows]
    frames = {
        "lead_time": rows_of(lead_time, rows + newer),
        "review_buffer": rows_of(review_buffer, []),
        "procurement": procurements([]),
        "contract": frame("contracts", []),
    }

    before, after = (lead_times_on(frames, day) for day in (date(2025, 12, 31), date(2026, 1, 1)))

    assert (found(before, "open")[0], found(after, "open")[0]) == (234, 5)


@pytest.mark.parametrize(
    ("procedure", "complexity", "days"),
    [
        ("öppet förfarande", None, 234),
        ("  Öppet   förfarande ", "komplex", 234),
        ("förenklat förfarande", "enkel", 142),
        ("förenklat förfarande", "Komplex", 212),
        ("förenklat förfarande", "normal", 212),
        ("förenklat förfarande", None, None),
        ("direktupphandling", None, 27),
        ("dynamiskt inköpssystem", "enkel", None),
        (None, "enkel", None),
    ],
)
def test_the_registers_own_words_find_their_lead_time(
    procedure: str | None, complexity: str | None, days: int | None
) -> None:
    contracts = frame("contracts", [{"procedure": procedure, "complexity": complexity}])

    assert with_lead_time(contracts, lead_times())["lead_days"].item() == days


def test_the_margins_are_the_dated_ones_and_otherwise_the_usual() -> None:
    rows = pl.DataFrame({"key": ["decision_buyer_days"], "valid_from": [date(2026, 1, 1)], "value": [45.0]})

    assert decision_limits(rows, date(2025, 12, 31)) == DecisionLimits()
    assert decision_limits(rows, date(2026, 1, 1)) == DecisionLimits(buyer_days=45, mutual_days=60)

"""The parts of a procurement add up to the lead time the decision dates rest on, also when it is the office's own."""

from datetime import date

import polars as pl
import pytest

from dashboard.rules.decisions.lead_times import LeadTimes
from dashboard.rules.plans.lead_parts import DAYS, PARTS, timing_on, with_parts

TODAY = date(2026, 11, 16)
OPEN = dict(zip(PARTS, (120, 35, 30, 19, 30), strict=True))


def lead_time_rows(**days: int) -> pl.DataFrame:
    dated = {"valid_from": date(2015, 1, 1), "valid_to": None}
    rows = [
        {"procedure": "open", "complexity": "any", "part": part, "p50_days": many, **dated}
        for part, many in days.items()
    ]
    return pl.DataFrame(rows, schema_overrides={"valid_to": pl.Date})


def lead_times(days: int) -> LeadTimes:
    times = pl.DataFrame(
        {"procedure": ["open"], "complexity": ["any"], "lead_days": [days], "lead_source": ["egna upphandlingar"]}
    )
    return LeadTimes(times, pl.DataFrame({"risk": ["low"], "buffer_days": [0]}))


def test_planning_values_are_kept_as_they_are() -> None:
    timing = timing_on(lead_time_rows(**OPEN), lead_times(234), TODAY)

    assert timing.parts.select(DAYS).row(0) == (120, 35, 30, 19, 30)


@pytest.mark.parametrize("total", [31, 100, 234, 401])
def test_own_procurements_stretch_the_parts_but_for_the_transition(total: int) -> None:
    timing = timing_on(lead_time_rows(**OPEN), lead_times(total), TODAY)

    found = timing.parts.select(DAYS).row(0)
    assert sum(found) == total
    assert found[-1] == 30
    assert min(found) >= 0


def test_a_procedure_that_nobody_knows_has_no_days() -> None:
    timing = timing_on(lead_time_rows(**OPEN), lead_times(234), TODAY)
    rows = pl.DataFrame(
        {
            "procedure": ["Öppet", "okänt", None],
            "complexity": ["enkel", None, None],
            "review_risk": ["låg", None, None],
        },
        schema_overrides={"review_risk": pl.String},
    )

    found = with_parts(rows, timing)

    assert found["publication_days"].to_list() == [35, None, None]
    assert found["procedure_code"].to_list() == ["open", None, None]

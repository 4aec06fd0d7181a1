"""What if contracts were extended: their lines move, the others stand, the hours are the same, nothing is changed."""

from datetime import date
from typing import Any

import polars as pl

from dashboard.rules.decisions.limits import DecisionLimits
from dashboard.rules.decisions.ways import ways
from dashboard.rules.plans.months import load_of
from dashboard.rules.plans.procurement_plan import PlanFrames, plan_lines
from dashboard.rules.plans.what_if import extendable, extended, redated
from data_access.tables import contracts as contract_tables
from data_access.tables import decisions as tables
from tests.build import frame
from tests.dashboard.rules.decisions.build import EXAMPLE, LEAD_TIMES, Row, dated_frame
from tests.dashboard.rules.plans.test_procurement_plan import TIMING, TODAY, item, rows

END = date(2028, 2, 29)
OPTION: Row = {"length_months": 12, "call_deadline_months": 6, "mode": "buyer"}


class Office:
    """Contracts that end in February 2028, with one option of a year each unless said otherwise, and their plan."""

    def __init__(self, *more: Row, options: list[Row] | None = None, items: list[Row] | None = None) -> None:
        made = [{**EXAMPLE, "id": key, "initial_end_on": END, **one} for key, one in enumerate(more, start=1)]
        usual = [{**OPTION, "contract_id": key, "sequence": 1} for key in range(1, len(made) + 1)]
        told = usual if options is None else options
        self.contracts, self.options = frame("contracts", made), frame("options", told)
        self.dated = dated_frame(made, told, TODAY).with_columns(is_ended=(pl.col("current_end") < TODAY))
        none: list[Row] = []
        self.frames = PlanFrames(
            items=rows(tables.plan_item, items or none),
            stages=rows(tables.plan_stage, none),
            decisions=rows(tables.contract_decision, none),
            scope=rows(contract_tables.contract_scope, none),
            timing=TIMING,
        )
        self.lines = plan_lines(self.dated, self.frames, TODAY)

    def offered(self) -> list[int]:
        found = extendable(self.lines, ways(self.dated, TODAY), self.dated, self.options)
        return found["contract_id"].to_list()

    def after(self, *chosen: int) -> pl.DataFrame:
        wanted = self.dated.filter(pl.col("id").is_in(chosen))
        new = redated(self.contracts, self.options, wanted, TODAY, LEAD_TIMES, DecisionLimits())
        return extended(self.lines, new, self.frames, TODAY)


def days(lines: pl.DataFrame, contract_id: int) -> dict[str, Any]:
    wanted = pl.col("contract_id") == contract_id
    return lines.filter(wanted).select("needed_on", "start_on", "sign_on").row(0, named=True)


def test_a_contract_that_is_extended_is_needed_a_year_later_and_starts_later() -> None:
    office = Office({}, {})

    after = office.after(1)

    assert days(after, 1)["needed_on"] == date(2029, 3, 1)
    assert days(after, 1)["start_on"].year == days(office.lines, 1)["start_on"].year + 1
    assert days(after, 2) == days(office.lines, 2)


def test_the_new_days_are_those_of_a_contract_that_was_extended() -> None:
    office = Office({})
    used = Office({}, options=[{**OPTION, "contract_id": 1, "sequence": 1, "exercised_on": TODAY}])

    far = plan_lines(used.dated, used.frames, TODAY, 600)

    assert days(office.after(1), 1) == days(far, 1)


def test_choosing_nothing_changes_nothing_and_no_frame_is_written_in() -> None:
    office = Office({}, {})
    before = office.lines.clone(), office.options.clone(), office.dated.clone()

    assert office.after().equals(office.lines)
    office.after(1, 2)
    assert office.lines.equals(before[0])
    assert office.options.equals(before[1])
    assert office.dated.equals(before[2])


def test_the_hours_are_the_same_wherever_the_lines_move() -> None:
    office = Office({}, {}, {"initial_end_on": date(2027, 9, 30)})
    hours = pl.lit(210, pl.Int64).alias("needed_hours")

    before = load_of(office.lines.with_columns(hours), TODAY)
    after = load_of(office.after(1, 3).with_columns(hours), TODAY)

    shown = int(after.by_month()["hours"].sum())
    assert after.total == before.total == 630
    assert shown + after.before + after.after + after.undated == 630
    assert not after.by_month().equals(before.by_month())


def test_only_those_with_an_open_option_and_a_line_from_their_decision_point_are_offered() -> None:
    options = [{**OPTION, "contract_id": key, "sequence": 1} for key in (1, 2, 4)]
    options[1]["declined_on"] = date(2026, 1, 1)
    planned = [item(contract_id=4, planned_start_on=date(2027, 1, 4), planned_sign_on=date(2027, 9, 1))]
    office = Office({}, {}, {}, {}, {"initial_end_on": date(2035, 1, 1)}, options=options, items=planned)

    assert set(office.lines["contract_id"]) == {1, 2, 3, 4}
    assert office.offered() == [1]


def test_a_line_somebody_has_planned_does_not_move_with_its_contract() -> None:
    office = Office({}, items=[item(contract_id=1, planned_start_on=date(2027, 1, 4))])

    assert office.after(1).equals(office.lines)


def test_one_whose_new_days_cannot_be_computed_keeps_its_hours_and_has_no_days() -> None:
    second: Row = {"contract_id": 1, "sequence": 2, "length_months": 12}  # nobody wrote by when to call it
    office = Office({}, options=[{**OPTION, "contract_id": 1, "sequence": 1}, second])

    after = load_of(office.after(1).with_columns(needed_hours=pl.lit(90, pl.Int64)), TODAY)

    assert (after.undated, after.total) == (90, 90)

"""Both sides of every limit: what is just enough is found, and what is just too little is not."""

from datetime import date, timedelta
from typing import Any

import polars as pl
import pytest

from dashboard.rules.signals import signal
from dashboard.rules.signals.limits import SignalLimits
from dashboard.rules.signals.price_deviations import overcharged
from dashboard.rules.signals.seen import seen
from tests.build import ledger
from tests.dashboard.rules.signals.build import Q2, Q3, TODAY, Frames, Row, deliveries, frames

LIMITS = SignalLimits()


def levels(key: str, known: Frames) -> list[float]:
    """The levels the signal is found at, one for each supplier and contract."""
    return seen(signal(key), known, LIMITS, TODAY)["level"].to_list()


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def small(*severities: int | None, days: int = 0, **given: Any) -> Frames:
    return frames(deviation=[{"severity": one, "observed_on": ago(days), **given} for one in severities])


@pytest.mark.parametrize(
    ("severities", "found"),
    [
        ((1, 1, 1, 1, 1, 1), [6]),
        ((1, 1, 1, 1, 1), []),
        ((2, 2, 2), [6]),
        ((2, 2, 1), []),
        ((3, 3), []),  # two are not many
        ((None, None, None, None, None, None), [6]),  # one not judged yet weighs 1
    ],
)
def test_small_deviations_propose_from_three_that_weigh_six(severities: tuple[int], found: list[float]) -> None:
    assert levels("small_deviations", small(*severities)) == found


@pytest.mark.parametrize(("days", "found"), [(0, [6]), (90, [6]), (91, []), (-1, [])])
def test_small_deviations_count_for_ninety_days(days: int, found: list[float]) -> None:
    assert levels("small_deviations", small(2, 2, 2, days=days)) == found


@pytest.mark.parametrize(
    "given", [{"state": "dismissed"}, {"contract_id": None}], ids=["dismissed", "nobody has said which contract"]
)
def test_small_deviations_that_are_none_or_nowhere_do_not_count(given: Row) -> None:
    assert levels("small_deviations", small(2, 2, 2, **given)) == []


@pytest.mark.parametrize(("step", "found"), [(0, [6]), (1, [6]), (2, []), (4, [])])
def test_a_case_on_step_2_has_drawn_the_conclusion_already(step: int, found: list[float]) -> None:
    known = small(2, 2, 2)
    known["case"] = frames(case=[{"step": step}])["case"]

    assert levels("small_deviations", known) == found


def test_six_minor_in_ninety_days_are_said_with_their_arithmetic() -> None:
    one = signal("small_deviations")
    row = seen(one, small(1, 1, 1, 1, 1, 1, days=80), LIMITS, TODAY).row(0, named=True)

    said = one.sentence(row, "sv")

    assert said == (
        "6 avvikelser på 90 dagar, den första 2026-08-28. Allvaret summerar till 6; gränsen är 6. "
        "Pröva om ärendet ska till steg 2."
    )


def complaints(count: int, days: int = 0, **given: Any) -> Frames:
    return frames(deviation=[{"complained_on": ago(days), **given}] * count)


@pytest.mark.parametrize(("count", "found"), [(2, []), (3, [3])])
def test_complaints_from_three(count: int, found: list[float]) -> None:
    assert levels("complaints", complaints(count)) == found


@pytest.mark.parametrize(("days", "found"), [(0, [3]), (29, [3]), (30, []), (-1, [])])
def test_complaints_count_for_thirty_days(days: int, found: list[float]) -> None:
    assert levels("complaints", complaints(3, days)) == found


def test_a_complaint_about_no_deviation_does_not_count() -> None:
    assert levels("complaints", complaints(3, state="dismissed")) == []


@pytest.mark.parametrize(
    ("result", "assessed_on", "found"),
    [
        ("green", TODAY, []),
        ("yellow", TODAY, [1]),
        ("red", TODAY, [2]),
        ("red", date(2024, 11, 17), [2]),
        ("red", date(2024, 11, 16), []),  # 24 months old today
        ("red", ago(-1), []),
    ],
)
def test_an_audit_is_told_of_while_it_is_fresh(result: str, assessed_on: date, found: list[float]) -> None:
    assert levels("audit_findings", frames(audit_result=[{"result": result, "assessed_on": assessed_on}])) == found


def test_only_the_latest_audit_counts() -> None:
    better = [{"result": "red", "assessed_on": ago(10)}, {"result": "green", "assessed_on": ago(1)}]

    assert levels("audit_findings", frames(audit_result=better)) == []
    assert levels("audit_findings", frames(audit_result=better[:1])) == [2]


def burn(used: int, ceiling: int | None = 1_000, **active: Any) -> Frames:
    return frames(contract=[{"ceiling_ore": ceiling}], cube=[{"amount_ore": used}], active=[active])


@pytest.mark.parametrize(
    ("known", "found"),
    [
        (burn(600, from_on=ago(49), to_on=ago(-50)), []),  # 60 % after half the time is 1.2 exactly
        (burn(601, from_on=ago(49), to_on=ago(-50)), [1.202]),
        (burn(600, None, from_on=ago(49), to_on=ago(-50)), []),
        (burn(600, 0, from_on=ago(49), to_on=ago(-50)), []),  # unknown, never "none"
        (burn(500, from_on=ago(9), to_on=ago(-90)), [5]),
        (burn(500, from_on=ago(8), to_on=ago(-91)), []),  # less than a tenth of the time says nothing
        (burn(900, from_on=ago(49), to_on=None), []),
        (burn(1_300, from_on=ago(99), to_on=TODAY), [1.3]),
    ],
)
def test_a_ceiling_is_used_too_fast_above_1_2_times_the_time(known: Frames, found: list[float]) -> None:
    assert levels("fast_burn", known) == found


def test_what_is_bought_beside_the_contract_uses_no_ceiling_and_the_first_ranked_is_told_of() -> None:
    known = frames(
        supplier=[{}, {}],
        contract=[{"ceiling_ore": 1_000}],
        contract_supplier=[{"rank": 2}, {"supplier_id": 2, "rank": 1}],
        active=[{"from_on": ago(49), "to_on": ago(-50)}],
        cube=[{"amount_ore": 650}, {"amount_ore": 900, "line_class": "C"}],
    )

    found = seen(signal("fast_burn"), known, LIMITS, TODAY)

    assert found.select("supplier_id", "level").rows() == [(2, 1.3)]


def late(*quarters: tuple[date, int, int]) -> Frames:
    return frames(order=[{}], order_line=deliveries(*quarters))


@pytest.mark.parametrize(
    ("known", "found"),
    [
        (late((Q2, 100, 96), (Q3, 100, 96)), [0.04]),
        (late((Q2, 100, 97), (Q3, 100, 96)), []),
        (late((Q2, 100, 96), (Q3, 100, 97)), []),
        (late((Q2, 5, 4), (Q3, 5, 4)), [0.2]),
        (late((Q2, 5, 4), (Q3, 4, 3)), []),  # four lines are too few
        (late((Q3, 100, 50)), []),  # one quarter is not two in a row
        (late((date(2026, 2, 2), 100, 50), (Q3, 100, 50)), []),
        (late((Q3, 100, 50), (date(2026, 10, 5), 100, 50)), []),  # this quarter is not over
        (late((date(2026, 4, 1), 5, 0), (date(2026, 9, 30), 5, 0)), [1]),
        (late((date(2026, 3, 31), 5, 0), (date(2026, 9, 30), 5, 0)), []),
    ],
)
def test_deliveries_are_late_below_97_per_cent_two_quarters_in_a_row(known: Frames, found: list[float]) -> None:
    assert levels("late_deliveries", known) == found


def test_a_delivery_in_time_but_not_in_full_is_not_good() -> None:
    lines = [{**one, "quantity_ok": 9.0} for one in deliveries((Q2, 5, 5), (Q3, 5, 5))]

    assert levels("late_deliveries", frames(order=[{}], order_line=lines)) == [1]


def test_an_order_on_no_contract_is_not_looked_at() -> None:
    lines = deliveries((Q2, 5, 0), (Q3, 5, 0))

    assert levels("late_deliveries", frames(order=[{"contract_id": None}], order_line=lines)) == []


def answers(count: int, value: int, **given: Any) -> list[Row]:
    return [{"overall": value, "expectation": value, "ideal": value, **given}] * count


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (answers(5, 6), [44.444444]),
        (answers(4, 6), []),
        (answers(5, 7), []),
        (answers(2, 6) + answers(3, 7), []),  # 62.2
        (answers(3, 6) + answers(2, 7), []),  # 60 exactly is not below
        (answers(5, 1, asked_on=ago(365)), [100]),
        (answers(5, 1, asked_on=ago(366)), []),
        (answers(5, 1, kind="NLI"), []),
        ([*answers(4, 1), {"overall": 1, "expectation": None, "ideal": 1}], []),
    ],
)
def test_users_are_discontented_below_60_with_five_answers(rows: list[Row], found: list[float]) -> None:
    assert levels("low_satisfaction", frames(survey_response=rows)) == found


def test_an_answer_about_a_contract_is_its_only_suppliers_and_nobodys_where_there_are_two() -> None:
    rows = answers(5, 1, supplier_id=None)
    two = frames(survey_response=rows, supplier=[{}, {}], contract_supplier=[{}, {"supplier_id": 2}])

    assert levels("low_satisfaction", frames(survey_response=rows)) == [100]
    assert levels("low_satisfaction", two) == []


def lines(with_reference: int, without: int, **given: Any) -> list[Row]:
    return [{"lines": with_reference, **given}, {"lines": without, "has_resolved_ref": False, **given}]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (lines(7, 3), []),
        (lines(69, 31), [0.31]),
        (lines(2, 2), []),  # four lines are too few
        (lines(2, 3), [0.6]),
        (lines(2, 3, line_class="C"), []),
        (lines(2, 3, period=202608) + lines(1, 0, period=202609) + lines(1, 0, period=202610), [round(3 / 7, 6)]),
        (lines(2, 3, period=202607) + [{"period": month} for month in (202608, 202609, 202610)], []),
    ],
)
def test_references_are_missing_above_30_per_cent_of_three_months(rows: list[Row], found: list[float]) -> None:
    assert levels("no_reference", frames(cube=rows)) == found


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({"clock": "reminder"}, []),
        ({"clock": "none"}, []),
        ({"clock": "proposal", "days": 59}, [1]),
        ({"clock": "proposal", "days": 60}, [2]),  # another month is worse
        ({"clock": "proposal", "step": 4}, []),  # there is no step after it
    ],
)
def test_a_case_is_too_long_on_its_step_from_120_per_cent(given: Row, found: list[float]) -> None:
    assert levels("over_time", frames(case=[given])) == found


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({"evidence_due_on": ago(20)}, []),
        ({"evidence_due_on": ago(21)}, [1]),
        ({"evidence_due_on": ago(21), "checked_on": TODAY}, []),
        ({"evidence_due_on": None}, []),
    ],
)
def test_evidence_is_overdue_after_twenty_days(given: Row, found: list[float]) -> None:
    assert levels("overdue_evidence", frames(requirement=[given])) == found


@pytest.mark.parametrize(
    ("agreed", "over", "found"),
    [
        (10_000_000, 100_000, []),  # 1 % exactly
        (10_000_000, 100_001, [100_001]),
        (1_000_000, 100_000, []),  # 1,000 SEK exactly
        (1_000_000, 100_001, [100_001]),
        (0, 500_000, []),
    ],
)
def test_prices_are_too_high_above_both_limits(agreed: int, over: int, found: list[float]) -> None:
    assert levels("price_deviations", frames(overcharged=[{"agreed_ore": agreed, "over_ore": over}])) == found


@pytest.mark.parametrize(("ok", "found"), [(True, []), (None, []), (False, [1])])
def test_only_a_known_no_to_f_tax_is_told_of(ok: bool | None, found: list[float]) -> None:
    assert levels("supplier_status", frames(supplier=[{"f_tax_ok": ok, "f_tax_checked_on": TODAY}])) == found


ITEM = {"contract_id": 1, "article_no": "A1", "unit_price_ore": 100, "valid_from": date(2026, 1, 1), "valid_to": None}
PARTIES = pl.DataFrame(
    {"alias_id": [1, 1], "supplier_id": [1, 1], "contract_id": [1, 2]},
    schema_overrides={"alias_id": pl.Int32},
)


def above(*rows: Row, items: tuple[Row, ...] = (ITEM,)) -> list[tuple[int, int, int, int]]:
    """(contract, period, agreed, over) of ledger lines that buy ten of A1 at 150 öre unless said otherwise."""
    line = {"article_no": "A1", "quantity": 10.0, "unit_price_ore": 150}
    bought = ledger(*({**line, **row} for row in rows)).lazy()
    found = overcharged(bought, pl.DataFrame(list(items), infer_schema_length=None), PARTIES).collect()
    return found.select("contract_id", "period", "agreed_ore", "over_ore").sort("period").rows()


def test_what_is_above_the_agreed_price_is_summed_by_month() -> None:
    april = {"period": 202604, "posted_on": date(2026, 4, 2)}

    assert above({}, {"quantity": 2.5}, april) == [(1, 202603, 1_250, 625), (1, 202604, 1_000, 500)]


def test_what_is_below_the_agreed_price_pays_for_nothing_above_it() -> None:
    assert above({}, {"unit_price_ore": 50}) == [(1, 202603, 2_000, 500)]


@pytest.mark.parametrize(
    "row",
    [
        {"article_no": "B2"},
        {"article_no": None},
        {"quantity": -10.0},
        {"unit_price_ore": None},
        {"is_gross": True},
        {"alias_id": 2},
        {"posted_on": date(2025, 12, 31)},
        {"posted_on": None},
    ],
    ids=[
        "another article",
        "no article",
        "returned",
        "no price",
        "with VAT",
        "another supplier",
        "too early",
        "no day",
    ],
)
def test_a_line_without_an_agreed_price_is_not_counted(row: Row) -> None:
    assert above(row) == []


def test_a_price_holds_on_its_last_day_and_not_after() -> None:
    until = {**ITEM, "valid_to": date(2026, 3, 15)}
    over = {**ITEM, "valid_to": date(2026, 3, 14)}

    assert above({}, items=(until,)) == [(1, 202603, 1_000, 500)]
    assert above({}, items=(over,)) == []


def test_an_article_with_a_price_on_two_contracts_is_left_out() -> None:
    assert above({}, items=(ITEM, {**ITEM, "contract_id": 2})) == []

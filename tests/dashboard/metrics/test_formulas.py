"""Each metric's formula on a handful of rows whose answer can be counted on the fingers."""

from datetime import date
from typing import Any

import pytest

from dashboard.data.metric_values import ask_for, measure_windows
from dashboard.filters import rolling
from dashboard.metrics import metric
from dashboard.periods import Grain, window
from tests.dashboard.metrics.frames import frames, in_use

Given = list[dict[str, Any]]
AS_OF = date(2026, 10, 31)


def measured(code: str, **given: Given) -> dict[str, Any]:
    """The metric for the twelve months to October 2026."""
    rows = ask_for(frames(**in_use(metric(code).needs, given)), rolling(202610), [window(202610, Grain.ROLLING)], AS_OF)
    return measure_windows(metric(code), rows).row(0, named=True)


def times(count: int, **row: Any) -> Given:
    return [dict(row) for _ in range(count)]


def classes(**sek: int) -> Given:
    return [{"line_class": letter.replace("_", "-"), "amount_ore": amount * 100} for letter, amount in sek.items()]


def test_contract_compliance_leaves_out_what_no_contract_covers() -> None:
    found = measured("K-AVT-1", cube=classes(A=30, A_=10, B=20, C=10, D=500, E=30, F=500))

    assert found["value"] == 0.6


def test_supplier_compliance_takes_everything_that_can_be_classified() -> None:
    found = measured("K-AVT-2", cube=classes(A=30, B=20, C=10, D=20, E=10, F=10, U=20))

    assert found["value"] == 0.6
    assert (found["low"], found["high"]) == (60 / 120, 80 / 120)


def test_what_cannot_be_competed_for_is_in_no_measure() -> None:
    rent = {"line_class": None, "spend_class": "premises", "amount_ore": 900_000, "has_resolved_ref": True}
    rows = [*classes(A=60, E=40), rent]

    assert measured("K-AVT-1", cube=rows)["value"] == 0.6
    assert measured("K-DIG-3", cube=rows)["known"] == 10_000


def test_pooled_volume_counts_spend_without_a_contract_as_not_pooled() -> None:
    rows = [
        {"line_class": "B", "contract_id": 1, "amount_ore": 60},
        {"line_class": "B", "contract_id": 2, "amount_ore": 10},
        {"line_class": "B", "contract_id": 3, "amount_ore": 25},
        {"line_class": "F", "amount_ore": 30},
        {"line_class": "U", "amount_ore": 75},
    ]
    contracts: Given = [{"is_pooled": True}, {"is_pooled": False}, {"is_pooled": None}]

    found = measured("K-VOL-1", cube=rows, contract=contracts)

    assert found["value"] == 0.6
    assert found["unknown"] == 100


def test_the_tail_is_judged_by_a_years_purchases() -> None:
    rows = [{"supplier_id": at, "line_class": "F", "amount_ore": sek * 100} for at, sek in enumerate([9_999, 10_000])]
    rows += [{"supplier_id": at, "line_class": "F", "amount_ore": 5_000_000, "period": 202511} for at in range(2, 5)]

    found = measured("K-VOL-2", cube=rows)

    assert (found["good"], found["known"], found["value"]) == (1, 5, 0.2)


def test_a_ledger_of_three_months_is_scaled_from_three_months() -> None:
    rows = [{"period": 202608, "supplier_id": at, "line_class": "F", "amount_ore": 249_900} for at in range(4)]

    found = measured("K-VOL-2", cube=[*rows, {"supplier_id": 9, "line_class": "F", "amount_ore": 250_000}])

    assert (found["good"], found["known"]) == (4, 5)


def test_suppliers_nobody_could_name_are_one_unknown() -> None:
    rows = [{"supplier_id": at, "line_class": "F", "amount_ore": 5_000_000} for at in range(5)]

    found = measured("K-VOL-2", cube=[*rows, *times(3, supplier_id=None, line_class="U", amount_ore=100)])

    assert (found["n"], found["n_unknown"]) == (5, 1)


def test_the_last_twenty_per_cent_are_those_after_the_suppliers_that_make_up_eighty() -> None:
    amounts = [500, 300, 100, 60, 40]
    rows = [{"supplier_id": at, "line_class": "A", "amount_ore": amount} for at, amount in enumerate(amounts)]

    found = measured("K-VOL-2a", cube=rows)

    assert (found["good"], found["known"]) == (3, 5)


def test_suppliers_for_every_ten_million_kronor() -> None:
    rows = [{"supplier_id": at, "line_class": "A", "amount_ore": 400_000_000} for at in range(5)]

    assert measured("K-VOL-2c", cube=rows)["value"] == 2.5


@pytest.mark.parametrize("code", ["K-EHA-1", "K-OPE-1"])
def test_only_contracts_that_can_be_e_traded_are_asked_of(code: str) -> None:
    contracts: Given = [{"is_e_tradeable": True}, {"is_e_tradeable": False}, {"is_e_tradeable": None}]
    rows = [
        {"contract_id": 1, "line_class": "B", "amount_ore": 10, "order_channel": "ehandel", "order_state": "before"},
        {"contract_id": 1, "line_class": "B", "amount_ore": 10, "order_channel": "mejl", "order_state": "after"},
        {
            "contract_id": 1,
            "line_class": "B",
            "amount_ore": 20,
            "order_channel": None,
            "order_state": "missing",
            "lines": 20,
        },
        {"contract_id": 2, "line_class": "B", "amount_ore": 99, "order_channel": "ehandel", "order_state": "before"},
        {"contract_id": 3, "line_class": "B", "amount_ore": 10, "order_channel": "ehandel", "order_state": "before"},
    ]

    found = measured(code, cube=rows, contract=contracts)

    assert found["value"] == 0.25
    assert found["coverage"] == 0.8


def test_a_pdf_is_no_e_invoice_and_an_unstated_format_is_unknown() -> None:
    formats = {"peppol": 6, "svefaktura": 2, "pdf": 1, "papper": 1, None: 5}
    rows = [{"invoice_format": name, "invoices": count, "amount_ore": 1} for name, count in formats.items()]

    found = measured("K-EHA-3", invoices=rows)

    assert (found["n"], found["n_unknown"], found["value"]) == (10, 5, 0.8)


def test_paid_on_time_leaves_out_the_unpaid_and_the_disputed() -> None:
    states = {"in_time": (6, 900), "late": (4, 100), "unpaid": (50, 1), "disputed": (50, 1), "unknown": (10, 500)}
    rows = [{"paid_state": name, "invoices": count, "amount_ore": ore} for name, (count, ore) in states.items()]

    by_count, by_value = measured("K-OPE-3", invoices=rows), measured("K-OPE-3s", invoices=rows)

    assert (by_count["value"], by_count["coverage"]) == (0.6, 0.5)
    assert by_value["value"] == 0.9


def test_an_invoice_reference_must_lead_somewhere() -> None:
    rows = [
        {"line_class": "B", "has_resolved_ref": True, "amount_ore": 80},
        {"line_class": "F", "has_resolved_ref": False, "amount_ore": 20},
        {"line_class": "U", "spend_class": "unknown", "has_resolved_ref": True, "amount_ore": 50},
    ]

    found = measured("K-DIG-3", cube=rows)

    assert (found["value"], found["unknown"]) == (0.8, 50)


def test_a_month_in_which_no_line_has_a_reference_is_unknown_and_not_a_no() -> None:
    silent = [{"line_class": "B", "has_resolved_ref": False, "amount_ore": 100, "period": 202609}]
    telling = [
        {"line_class": "B", "has_resolved_ref": True, "amount_ore": 30},
        {"line_class": "B", "has_resolved_ref": False, "amount_ore": 70},
    ]

    nothing, half = measured("K-DIG-3", cube=silent), measured("K-DIG-3", cube=[*silent, *telling])

    assert (nothing["value"], nothing["unknown"]) == (None, 100)
    assert (half["value"], half["coverage"]) == (0.3, 0.5)


@pytest.mark.parametrize("code", ["K-EHA-1", "K-OPE-1"])
def test_a_ledger_without_a_column_of_orders_says_nothing_of_orders(code: str) -> None:
    rows = [{"contract_id": 1, "line_class": "B", "amount_ore": 10, "order_channel": None, "order_state": "missing"}]

    found = measured(code, cube=rows, contract=[{"is_e_tradeable": True}])

    assert (found["value"], found["coverage"]) == (None, 0.0)


@pytest.mark.parametrize("code", ["K-OPE-3", "K-EHA-3"])
def test_invoices_that_say_neither_days_nor_format_give_no_value(code: str) -> None:
    found = measured(code, invoices=[{"invoice_format": None, "paid_state": "unknown", "invoices": 50}])

    assert (found["value"], found["n"]) == (None, 0)


def test_a_strategy_past_its_review_does_not_steer_and_one_above_steers_below() -> None:
    categories: Given = [{"id": 1}, {"id": 2, "parent_id": 1}, {"id": 3}, {"id": 4}]
    strategies = [
        {"category_id": 1, "adopted_on": date(2025, 1, 1), "review_due_on": date(2027, 1, 1)},
        {"category_id": 3, "adopted_on": date(2023, 1, 1), "review_due_on": date(2025, 1, 1)},
        {"category_id": 4, "adopted_on": date(2026, 11, 1), "review_due_on": date(2028, 1, 1)},
    ]
    rows = [{"line_class": "B", "category_id": at, "amount_ore": 10} for at in (1, 2, 3, 4)]

    found = measured("K-KAT-1", cube=rows, category=categories, category_strategy=strategies)

    assert (found["value"], found["known"]) == (0.5, 40)


def test_the_climate_estimate_takes_price_rises_out() -> None:
    factors = [{"category_id": 1, "kg_co2e_per_sek": 0.05, "price_year": 2020, "valid_from": date(2020, 1, 1)}]
    index = [{"year": 2020, "price_index": 100.0}, {"year": 2026, "price_index": 125.0}]
    rows = [
        {"line_class": "B", "category_id": 1, "amount_ore": 1_000_000_00},
        {"line_class": "B", "category_id": 2, "amount_ore": 1_000_000_00},
    ]

    total = measured(
        "K-KLI-1", cube=rows, category=[{"id": 1}, {"id": 2}], emission_factor=factors, price_deflator=index
    )
    intensity = measured(
        "K-KLI-1i", cube=rows, category=[{"id": 1}, {"id": 2}], emission_factor=factors, price_deflator=index
    )

    assert total["value"] == pytest.approx(40.0)  # 1 000 000 / 1,25 x 0,05 kg
    assert (total["coverage"], total["high"]) == (0.5, None)
    assert intensity["value"] == pytest.approx(0.04)


def test_lead_time_runs_from_assignment_to_signature_and_leaves_out_the_reviewed() -> None:
    signed = date(2026, 10, 1)
    rows: Given = [
        {"contract_signed_on": signed, "project_start_on": date(2026, month, 1)} for month in (1, 2, 3, 4, 5)
    ]
    rows += [{"contract_signed_on": signed, "project_start_on": date(2025, 1, 1)}]  # the sixth is reviewed
    rows += [{"contract_signed_on": signed, "project_start_on": None}]

    found = measured("K-PRO-1", procurement=rows, review_case=times(3, procurement_id=6))

    assert (found["n"], found["n_unknown"]) == (5, 1)
    assert found["value"] == (date(2026, 10, 1) - date(2026, 3, 1)).days


def test_a_direct_award_is_no_announced_procurement() -> None:
    rows = times(9, regime="direct_award")

    assert measured("K-OVE-1", procurement=rows)["n"] == 0


def test_a_procurement_is_judged_cancelled_or_not_when_half_a_year_has_passed() -> None:
    old, young = date(2026, 3, 10), date(2026, 6, 10)
    rows = [
        *times(4, published_on=old),
        {"published_on": old, "cancelled_on": date(2026, 5, 1)},
        *times(9, published_on=young, cancelled_on=date(2026, 7, 1)),
    ]

    found = measured("K-PRO-3", procurement=rows)

    assert (found["n"], found["value"]) == (5, 0.2)


def test_reviewed_procurements_are_counted_and_not_their_case_numbers() -> None:
    found = measured("K-OVE-1", procurement=times(10), review_case=times(14, procurement_id=3))

    assert (found["good"], found["known"]) == (1, 10)


def test_labour_terms_are_asked_of_risk_categories_above_the_threshold() -> None:
    categories: Given = [{"is_labour_risk": True}, {"is_labour_risk": False}]
    rows = [
        *times(4, category_id=1, has_labour_terms=True),
        {"category_id": 1, "has_labour_terms": False},
        {"category_id": 1, "has_labour_terms": None},
        *times(5, category_id=2, has_labour_terms=False),
        *times(5, category_id=1, has_labour_terms=False, regime="below_threshold_announced"),
    ]

    found = measured("K-JML-1", procurement=rows, category=categories)

    assert (found["n"], found["n_unknown"], found["value"]) == (5, 1, 0.8)


def test_innovation_is_either_function_or_innovation_and_unknown_only_where_neither_says_yes() -> None:
    rows: Given = [
        {"has_functional_requirements": True, "has_innovation": None},
        {"has_functional_requirements": False, "has_innovation": True},
        {"has_functional_requirements": False, "has_innovation": None},
        *times(3, has_functional_requirements=False, has_innovation=False),
    ]

    found = measured("K-INN-1", procurement=rows)

    assert (found["good"], found["known"], found["n_unknown"]) == (2, 5, 1)


def test_a_lot_with_one_bid_is_a_single_bid_and_a_procurement_without_recorded_bids_unknown() -> None:
    procurements = times(4, tender_deadline_on=date(2026, 5, 1))
    bids = [{"procurement_id": 1}, {"procurement_id": 1, "lot": 2}, {"procurement_id": 1, "lot": 2}]
    bids += [{"procurement_id": 2}, *times(3, procurement_id=3), {"procurement_id": 3, "lot": 2}]

    found = measured("K-EKO-3", procurement=procurements, bid=bids)
    mean = measured("K-EKO-3a", procurement=procurements, bid=bids)

    assert (found["good"], found["known"], found["n_unknown"]) == (3, 5, 1)
    assert mean["value"] == 1.6


def test_small_companies_are_known_from_the_bid_or_else_from_the_supplier() -> None:
    procurements = times(6, award_notice_sent_on=date(2026, 8, 1))
    suppliers: Given = [{"is_sme": True}, {"is_sme": None}]
    bids = [
        *({"procurement_id": at, "has_won": True, "is_sme": True, "price_ore": 100} for at in (1, 2)),
        *({"procurement_id": at, "has_won": True, "is_sme": False, "price_ore": 400} for at in (3, 4)),
        {"procurement_id": 5, "has_won": True, "supplier_id": 1, "price_ore": 200},
        {"procurement_id": 6, "has_won": True, "supplier_id": 2, "price_ore": 100},
        {"procurement_id": 6, "has_won": False, "is_sme": True, "price_ore": 1},
    ]

    count = measured("K-EKO-2", procurement=procurements, bid=bids, supplier=suppliers)
    value = measured("K-EKO-2s", procurement=procurements, bid=bids, supplier=suppliers)

    assert (count["value"], count["n_unknown"]) == (0.6, 1)
    assert value["value"] == pytest.approx(400 / 1200)


def test_the_core_assortment_is_asked_of_contracts_that_have_one() -> None:
    orders: Given = [{"contract_id": 1}, {"contract_id": 2}]
    items = [
        {"contract_id": 1, "article_no": "A1"},
        {"contract_id": 1, "article_no": "A2", "valid_to": date(2026, 9, 30)},
    ]
    lines = [
        *times(3, order_id=1, article_no="A1", value_ore=20),
        {"order_id": 1, "article_no": "A2", "value_ore": 20},
        {"order_id": 1, "article_no": "A9", "value_ore": 20},
        {"order_id": 1, "article_no": None, "value_ore": 25},
        {"order_id": 2, "article_no": "A1", "value_ore": 999},
    ]

    found = measured("K-STD-1", order=orders, order_line=lines, price_item=items)

    assert (found["value"], found["known"], found["unknown"]) == (0.6, 100, 25)


def test_a_delivery_is_on_time_and_in_full_or_not() -> None:
    promised, in_time, late = date(2026, 10, 10), date(2026, 10, 10), date(2026, 10, 11)
    full = {"order_id": 1, "promised_on": promised, "quantity": 5.0, "quantity_ok": 5.0}
    lines = [
        *times(4, **full, received_on=in_time),
        {**full, "received_on": late},
        {**full, "received_on": in_time, "quantity_ok": 4.0},
        {**full, "received_on": None, "quantity_ok": None},  # overdue
        {**full, "received_on": in_time, "promised_on": None},  # unknown
        {**full, "received_on": None, "promised_on": date(2026, 10, 31)},  # due today: not yet overdue
        {**full, "received_on": in_time, "quantity_ok": None},  # unknown
    ]

    found = measured("K-KVA-1", order=[{}], order_line=lines)

    assert (found["good"], found["known"], found["n_unknown"]) == (4, 7, 2)


def test_satisfaction_is_three_answers_as_an_index() -> None:
    answers = [*times(4, overall=10, expectation=10, ideal=10), {"overall": 1, "expectation": 1, "ideal": 1}]
    answers += [{"overall": 7, "expectation": None, "ideal": 7}]
    rows = [{"kind": "NKI", "asked_on": date(2026, 10, 5), **row} for row in answers]
    rows += [{"kind": "NLI", "asked_on": date(2026, 10, 5), "overall": 1, "expectation": 1, "ideal": 1}]

    found = measured("K-KVA-2", survey_response=rows)

    assert (found["n"], found["n_unknown"], found["value"]) == (5, 1, 80.0)
    assert measured("K-KVA-2b", survey_response=rows)["value"] is None

"""The class of a ledger line, one rule at a time."""

from datetime import date
from typing import Any

import polars as pl

from dashboard.rules.coverage import build_coverage
from dashboard.rules.limits import Limits
from dashboard.rules.line_class import with_line_class
from tests.build import Row, contract_of, ledger, registers, together

TODAY = date(2026, 6, 30)
PRICED = {**contract_of(), "price_items": [{"contract_id": 1, "article_no": "a1", "unit_price_ore": 10_000}]}


def judged(line: Row, exhausted: pl.DataFrame | None = None, **rows: list[Row]) -> dict[str, Any]:
    """One line as it comes out."""
    coverage = build_coverage(registers(**rows), Limits(), TODAY, exhausted).on(pl.DataFrame.lazy)
    return with_line_class(ledger(line).lazy(), coverage).collect().row(0, named=True)


def letter(line: Row, **rows: list[Row]) -> str | None:
    """Only the class."""
    return judged(line, **rows)["line_class"]


def test_a_purchase_within_the_scope_of_the_suppliers_only_contract_is_b():
    line = judged({}, **contract_of())

    assert line["line_class"] == "B"
    assert line["contract_id"] == 1
    assert line["match_method"] == "supplier_category_unit"
    assert line["match_confidence"] == 0.8


def test_a_purchase_of_a_need_that_only_others_have_a_contract_for_is_e():
    assert letter({"alias_id": 2}, **contract_of()) == "E"


def test_a_purchase_of_something_else_from_a_contract_supplier_is_c():
    assert letter({"category_id": 2}, **contract_of()) == "C"


def test_a_purchase_without_contract_or_direct_award_is_f():
    assert letter({}) == "F"


def test_a_documented_direct_award_of_a_need_nobody_covers_is_d():
    award = {"supplier_id": 1, "category_id": 1}

    assert letter({}, direct_awards=[award]) == "D"
    assert letter({}, direct_awards=[{**award, "is_documented": False}]) == "F"


def test_a_direct_award_around_an_existing_contract_is_e():
    award = {"supplier_id": 2, "category_id": 1}

    assert letter({"alias_id": 2}, **contract_of(), direct_awards=[award]) == "E"


def test_a_direct_award_holds_a_year_unless_it_says_when_it_ends():
    award = {"supplier_id": 1, "category_id": 1, "decided_on": date(2025, 3, 15)}

    assert letter({"posted_on": date(2026, 3, 14)}, direct_awards=[award]) == "D"
    assert letter({"posted_on": date(2026, 3, 15)}, direct_awards=[award]) == "F"
    assert letter({}, direct_awards=[{**award, "valid_to": date(2026, 3, 15)}]) == "D"


def test_the_right_price_is_a_and_a_wrong_one_a_minus():
    line = {"article_no": "a1"}

    assert letter({**line, "unit_price_ore": 10_050}, **PRICED) == "A"
    assert letter({**line, "unit_price_ore": 9_950}, **PRICED) == "A"
    assert letter({**line, "unit_price_ore": 10_051}, **PRICED) == "A-"
    assert letter({**line, "unit_price_ore": None}, **PRICED) == "B"
    assert letter({"article_no": "other", "unit_price_ore": 10_000}, **PRICED) == "B"


def test_a_price_list_that_is_not_valid_on_the_day_proves_nothing():
    later = [{**PRICED["price_items"][0], "valid_from": date(2026, 4, 1)}]

    assert letter({"article_no": "a1", "unit_price_ore": 10_000}, **{**PRICED, "price_items": later}) == "B"


def test_a_supplier_or_a_category_that_is_not_known_is_u():
    assert letter({"alias_id": None}, **contract_of()) == "U"
    accounts = [{"code": "4010"}]
    assert letter({"alias_id": 2, "category_id": None, "account_id": 1}, **contract_of(), accounts=accounts) == "U"


def test_money_that_cannot_be_competed_for_has_no_class():
    rent = judged({}, categories=[{"spend_class": "premises"}], **contract_of())

    assert (rent["spend_class"], rent["line_class"]) == ("premises", None)


def test_two_possible_contracts_with_the_same_outcome_give_the_class_but_no_contract():
    line = judged({}, **together(contract_of(), contract_of(contract_id=2)))

    assert (line["line_class"], line["contract_id"]) == ("B", None)
    assert (line["match_method"], line["match_confidence"]) == ("ambiguous", None)


def test_two_possible_contracts_with_different_outcomes_give_u():
    spent = pl.DataFrame({"contract_id": [1], "exhausted_from": [date(2026, 3, 1)]})

    line = judged({}, exhausted=spent, **together(contract_of(), contract_of(contract_id=2)))

    assert line["line_class"] == "U"


def test_a_reference_decides_between_two_contracts():
    two = together(contract_of(), contract_of(contract_id=2, number="AVT-2", registration_number="KS 2025/7"))

    for written in ("AVT-2", "avt-2", "KS 2025/7"):
        line = judged({"contract_ref": written}, **two)

        assert (line["contract_id"], line["match_method"], line["match_confidence"]) == (2, "contract_ref", 1.0)


def test_an_order_leads_to_its_contract_and_says_its_channel_and_whether_it_came_first():
    two = together(contract_of(), contract_of(contract_id=2))
    orders = [{"number": "PO1", "contract_id": 2, "created_on": date(2026, 3, 14)}]

    line = judged({"order_ref": "PO1"}, **two, orders=orders)

    assert (line["contract_id"], line["match_method"], line["match_confidence"]) == (2, "order_ref", 0.95)
    assert (line["order_state"], line["order_channel"], line["has_resolved_ref"]) == ("before", "ehandel", True)


def test_an_order_on_the_day_of_the_invoice_came_too_late():
    assert judged({}, orders=[])["order_state"] == "missing"
    order = {"number": "PO1", "created_on": date(2026, 3, 15)}
    assert judged({"order_ref": "PO1"}, orders=[order])["order_state"] == "after"


def test_a_reference_to_somebody_elses_contract_leads_nowhere():
    line = judged({"alias_id": 2, "contract_ref": "contracts-1"}, **contract_of())

    assert (line["line_class"], line["contract_id"]) == ("E", None)
    assert line["has_resolved_ref"]


def test_the_day_of_delivery_goes_before_order_invoice_and_posting():
    days = {"posted_on": date(2026, 5, 1), "invoiced_on": date(2026, 4, 1), "ordered_on": date(2026, 2, 1)}

    assert judged({**days, "delivered_on": date(2026, 3, 1)})["day_from"] == "delivery"
    assert judged(days)["on_day"] == date(2026, 2, 1)
    month = judged({"posted_on": None, "period": 202604})
    assert (month["on_day"], month["day_from"]) == (date(2026, 4, 1), "month")


def test_an_invoice_up_to_sixty_days_after_the_end_is_on_contract_for_a_delivery_before_it():
    ended = contract_of(initial_end_on=date(2026, 1, 31))
    delivered = {"delivered_on": date(2026, 1, 31)}

    assert letter({**delivered, "posted_on": date(2026, 4, 1)}, **ended) == "B"
    assert letter({**delivered, "posted_on": date(2026, 4, 2)}, **ended) == "C"


def test_a_supplier_whose_contract_has_ended_is_off_contract():
    ended = contract_of(initial_end_on=date(2024, 12, 31), start_on=date(2020, 1, 1))

    assert letter({}, **ended) == "F"


def test_an_option_that_was_used_keeps_the_contract_alive():
    ended = contract_of(initial_end_on=date(2026, 2, 28))
    used = [{"contract_id": 1, "exercised_on": date(2025, 12, 1)}]

    assert letter({}, **ended) == "F"
    assert letter({}, **ended, options=used) == "B"


def test_a_contract_for_a_department_covers_its_units_and_no_others():
    rows = contract_of()
    rows["scope"] = [{"contract_id": 1, "category_id": 1, "unit_id": 1}]
    units = [{}, {}, {"parent_id": 1, "type": "enhet"}]

    assert letter({"unit_id": 3}, **rows, units=units) == "B"
    assert letter({"unit_id": 2}, **rows, units=units) == "C"
    assert letter({"unit_id": 2, "alias_id": 2}, **rows, units=units) == "F"


def test_a_line_without_unit_matches_on_supplier_and_category_with_less_confidence():
    rows = contract_of()
    rows["scope"] = [{"contract_id": 1, "category_id": 1, "unit_id": 1}]

    line = judged({"unit_id": None}, **rows)

    assert (line["line_class"], line["match_method"], line["match_confidence"]) == ("B", "supplier_category", 0.6)
    assert letter({"unit_id": None, "alias_id": 2}, **rows) == "U", "it may, or may not, be a unit that is covered"


def test_a_contract_that_names_no_supplier_may_be_anybodys():
    assert letter({}, **contract_of(supplier_id=None)) == "U"
    assert letter({"contract_ref": "contracts-1"}, **contract_of(supplier_id=None)) == "B"


def test_a_secret_contract_is_left_out_entirely():
    assert letter({}, **contract_of(is_secret=True)) == "F"
    assert letter({"alias_id": 2}, **contract_of(is_secret=True)) == "F"


def test_a_small_purchase_beside_a_contract_that_allows_it_is_shown_as_such():
    free = contract_of(is_exclusive=False)
    small = {"alias_id": 2, "amount_ore": 4_999_99}

    assert judged(small, **free)["is_small_departure"]
    assert not judged({**small, "amount_ore": 5_000_00}, **free)["is_small_departure"]
    assert not judged(small, **contract_of(is_exclusive=True))["is_small_departure"]
    assert not judged(small, **contract_of(is_exclusive=None))["is_small_departure"]


def test_the_order_and_not_the_line_says_how_small_a_departure_is():
    large = [{"number": "PO1", "value_ore": 50_000_00}]
    line = {"alias_id": 2, "amount_ore": 100_00, "order_ref": "PO1"}

    assert not judged(line, **contract_of(is_exclusive=False), orders=large)["is_small_departure"]


def test_buying_from_the_second_in_rank_is_on_contract_and_said():
    rows = contract_of()
    rows["contract_suppliers"] = [
        {"contract_id": 1, "supplier_id": 1, "rank": 1},
        {"contract_id": 1, "supplier_id": 2, "rank": 2},
    ]

    assert not judged({}, **rows)["is_rank_departure"]
    second = judged({"alias_id": 2}, **rows)
    assert (second["line_class"], second["is_rank_departure"]) == ("B", True)

"""The class of a ledger line, one rule at a time."""

from datetime import date
from typing import Any

import polars as pl

from dashboard.rules.coverage import Limits, build_coverage
from dashboard.rules.line_class import with_line_class
from tests.build import Row, contract_of, ledger, registers

TODAY = date(2026, 6, 30)


def judged(line: Row, exhausted: pl.DataFrame | None = None, **rows: list[Row]) -> dict[str, Any]:
    """One line as it comes out."""
    coverage = build_coverage(registers(**rows), Limits(), TODAY, exhausted).on(pl.DataFrame.lazy)
    return with_line_class(ledger(line).lazy(), coverage).collect().row(0, named=True)


def test_a_purchase_within_the_scope_of_the_suppliers_only_contract_is_b():
    line = judged({}, **contract_of())

    assert line["line_class"] == "B"
    assert line["contract_id"] == 1
    assert line["match_method"] == "supplier_category_unit"
    assert line["match_confidence"] == 0.8


def test_a_purchase_of_a_need_that_only_others_have_a_contract_for_is_e():
    line = judged({"alias_id": 2}, **contract_of())

    assert line["line_class"] == "E"


def test_a_purchase_of_something_else_from_a_contract_supplier_is_c():
    assert judged({"category_id": 2}, **contract_of())["line_class"] == "C"


def test_a_purchase_without_contract_or_direct_award_is_f():
    assert judged({})["line_class"] == "F"


def test_a_documented_direct_award_of_a_need_nobody_covers_is_d():
    assert judged({}, direct_awards=[{"supplier_id": 1, "category_id": 1}])["line_class"] == "D"

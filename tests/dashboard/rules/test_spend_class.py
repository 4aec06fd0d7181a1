"""What an account's number and words say about the money, by ordered and dated rules."""

from datetime import date
from typing import Any

import polars as pl

from dashboard.rules.coverage import build_coverage
from dashboard.rules.limits import Limits
from dashboard.rules.line_class import with_line_class
from tests.build import Row, ledger, registers

RENT: Row = {"account_from": 6000, "account_to": 6099, "spend_class": "premises", "priority": 2}


def judged(line: Row | None = None, **rows: list[Row]) -> tuple[Any, ...]:
    """Spend class and rule of one line on account 1 without a category."""
    coverage = build_coverage(registers(**rows), Limits(), date(2026, 6, 30)).on(pl.DataFrame.lazy)
    lines = ledger({"account_id": 1, "category_id": None, **(line or {})}).lazy()
    return with_line_class(lines, coverage).select("spend_class", "spend_rule_id").collect().row(0)


def test_an_account_is_judged_by_its_first_digits():
    for written in ("6010", "60101", "6010 Lokalhyra"):
        assert judged(accounts=[{"code": written}], account_rules=[RENT]) == ("premises", 1)
    for written in ("6100", "601", "A6010", "16010"):
        assert judged(accounts=[{"code": written}], account_rules=[RENT]) == ("procurable", None)


def test_an_account_is_judged_by_its_words():
    rule = {"text_pattern": r"\bhyra\b", "spend_class": "premises"}

    assert judged(accounts=[{"code": "1", "text": "Lokal, HYRA"}], account_rules=[rule]) == ("premises", 1)
    assert judged(accounts=[{"code": "1", "text": "Hyran"}], account_rules=[rule]) == ("procurable", None)


def test_the_rule_with_the_lowest_priority_number_is_tried_first():
    first = {"account_from": 6010, "account_to": 6010, "spend_class": "monopoly", "priority": 1}

    assert judged(accounts=[{"code": "6010"}], account_rules=[RENT, first]) == ("monopoly", 2)


def test_a_rule_holds_only_on_its_own_days():
    dated = {**RENT, "valid_from": date(2026, 2, 1), "valid_to": date(2026, 2, 28)}

    def on(day: date) -> str:
        return judged({"posted_on": day}, accounts=[{"code": "6010"}], account_rules=[dated])[0]

    days = [date(2026, 1, 31), date(2026, 2, 1), date(2026, 2, 28), date(2026, 3, 1)]
    assert [on(day) for day in days] == ["procurable", "premises", "premises", "procurable"]


def test_the_categorys_own_class_goes_before_the_accounts():
    found = judged(
        accounts=[{"code": "6010", "category_id": 1}],
        categories=[{"spend_class": "placement"}],
        account_rules=[RENT],
    )

    assert found == ("placement", None)


def test_neither_account_nor_category_is_unknown_and_so_is_an_account_that_says_nothing():
    everything = {"spend_class": "transfer"}

    assert judged({"account_id": None}) == ("unknown", None)
    assert judged(accounts=[{"code": " "}], account_rules=[everything]) == ("unknown", None)


def test_own_companies_are_internal_only_where_a_rule_says_so():
    own = {"units": [{"name": "Egna Bostäder AB", "type": "bolag"}], "suppliers": [{"name": "EGNA BOSTÄDER AB"}]}
    rule = {"spend_class": "internal"}

    assert judged(**own, accounts=[{"code": "4010"}]) == ("procurable", None)
    assert judged(**own, accounts=[{"code": "4010"}], account_rules=[rule]) == ("internal", 1)
    assert judged(accounts=[{"code": "4010"}], account_rules=[rule]) == ("procurable", None)

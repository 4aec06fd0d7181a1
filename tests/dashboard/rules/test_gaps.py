"""What is missing in the registers."""

from datetime import date

import polars as pl

from dashboard.rules.decisions.missing import FAULTS
from dashboard.rules.gap_checks import CHECKS
from dashboard.rules.gaps import count_gaps, gap_rows, prepared
from data_access.tables import metadata
from tests.dashboard.frames import empty_table, one_row

TODAY = date(2026, 11, 22)


def tables(**changed: pl.DataFrame) -> dict[str, pl.DataFrame]:
    """The registers' tables, empty but for those given."""
    base = {
        "contract": empty_table("contract").with_columns(ends_on=pl.lit(None, pl.Date)),
        "option": empty_table("contract_option"),
        "amendment": empty_table("amendment"),
        "scope": empty_table("contract_scope"),
        "contract_supplier": empty_table("contract_supplier"),
        "supplier": empty_table("supplier"),
        "category": empty_table("category").with_columns(amount_ore=pl.lit(None, pl.Int64)),
        "threshold": empty_table("threshold"),
    }
    return base | changed


def contract(**values: object) -> pl.DataFrame:
    """One contract in force."""
    ends_on = values.pop("ends_on", None)
    defaults = {"id": 1, "number": "A1", "title": "Städ", "type": "ramavtal", "is_until_further_notice": False}
    return one_row("contract", **(defaults | values)).with_columns(ends_on=pl.lit(ends_on, pl.Date))


def counted(code: str, **changed: pl.DataFrame) -> tuple[int, int]:
    """(missing, of) for one check."""
    row = count_gaps(prepared(tables(**changed), TODAY)).filter(pl.col("code") == code).row(0, named=True)
    return row["missing"], row["of"]


def test_empty_registers_have_no_gaps_and_no_shares() -> None:
    gaps = count_gaps(prepared(tables(), TODAY))

    assert gaps["code"].sort().to_list() == sorted(check.code for check in CHECKS)
    assert gaps["missing"].sum() == 0
    assert gaps["share"].null_count() == gaps.height


def test_a_contract_without_an_end_is_active_and_a_gap() -> None:
    assert counted("contract_end", contract=contract()) == (1, 1)


def test_a_contract_that_has_ended_is_nobodys_gap() -> None:
    assert counted("contract_owner", contract=contract(ends_on=date(2026, 11, 21))) == (0, 0)
    assert counted("contract_owner", contract=contract(ends_on=TODAY)) == (1, 1)


def test_a_terminated_contract_is_nobodys_gap() -> None:
    assert counted("contract_owner", contract=contract(terminated_on=date(2026, 1, 1))) == (0, 0)


def test_an_unknown_ceiling_is_a_gap_for_framework_agreements_only() -> None:
    assert counted("contract_ceiling", contract=contract()) == (1, 1)
    assert counted("contract_ceiling", contract=contract(type="kontrakt")) == (0, 0)


def test_an_open_ended_contract_needs_a_notice_period_but_no_end() -> None:
    open_ended = contract(is_until_further_notice=True)

    assert counted("contract_end", contract=open_ended) == (0, 0)
    assert counted("contract_notice", contract=open_ended) == (1, 1)


def test_a_foreign_supplier_needs_no_swedish_organisation_number() -> None:
    both = pl.concat(
        [
            one_row("supplier", id=1, name="AB", country="SE", is_sole_trader=False, is_masked=False),
            one_row("supplier", id=2, name="GmbH", country="DE", is_sole_trader=False, is_masked=False),
        ]
    )
    links = pl.concat(
        [one_row("contract_supplier", id=n, contract_id=1, supplier_id=n) for n in (1, 2)],
    )

    assert counted("supplier_orgnr", supplier=both, contract_supplier=links) == (1, 1)


def test_a_limit_without_a_verified_amount_is_a_gap_while_it_holds() -> None:
    unverified = one_row("threshold", id=1, law="LOU", purchase_class="works", valid_from=date(2026, 1, 1))

    assert counted("threshold_unverified", threshold=unverified) == (1, 1)
    assert counted("threshold_unverified", threshold=unverified.with_columns(valid_to=date(2026, 6, 30))) == (0, 0)


def test_the_rows_behind_a_gap_are_as_many_as_it_counts() -> None:
    frames = prepared(tables(contract=contract()), TODAY)

    gaps = count_gaps(frames).rows(named=True)

    assert gaps
    assert [gap_rows(frames, gap["code"]).height for gap in gaps] == [gap["missing"] for gap in gaps]


def test_every_check_looks_at_columns_that_exist() -> None:
    assert {check.table for check in CHECKS} <= {"contract", "option", "change", "supplier", "category", "threshold"}
    assert "contract" in metadata.tables


def option(**values: object) -> pl.DataFrame:
    """One option of a year."""
    return one_row("contract_option", **({"id": 1, "contract_id": 1, "sequence": 1, "length_months": 12} | values))


def test_an_end_before_the_start_is_a_gap_of_its_own() -> None:
    days = {"start_on": date(2026, 1, 1), "initial_end_on": date(2025, 12, 31)}

    assert counted("contract_end_before_start", contract=contract(**days)) == (1, 1)
    assert counted("contract_end_before_start", contract=contract(**days | {"initial_end_on": TODAY})) == (0, 1)


def test_renewing_without_an_end_is_a_gap() -> None:
    open_ended = contract(initial_end_on=TODAY, is_until_further_notice=True)

    assert counted("contract_automatic_without_end", contract=open_ended, option=option(mode="automatic")) == (1, 1)
    assert counted("contract_automatic_without_end", contract=open_ended, option=option(mode="buyer")) == (0, 1)


def test_a_framework_agreement_that_may_pass_four_years_is_a_gap() -> None:
    days = {"start_on": date(2024, 1, 1), "initial_end_on": date(2027, 12, 31)}

    assert counted("contract_over_four_years", contract=contract(**days)) == (0, 1)
    assert counted("contract_over_four_years", contract=contract(**days), option=option(mode="buyer")) == (1, 1)


def test_a_lead_time_needs_the_complexity_only_where_it_depends_on_it() -> None:
    assert counted("contract_lead_time", contract=contract(procedure="Öppet förfarande")) == (0, 1)
    assert counted("contract_lead_time", contract=contract(procedure="förenklat förfarande")) == (1, 1)
    assert counted("contract_lead_time", contract=contract(procedure="förenklat förfarande", complexity="Enkel")) == (
        0,
        1,
    )
    assert counted("contract_lead_time", contract=contract(procedure="på känn", complexity="enkel")) == (1, 1)


def test_a_risk_of_review_that_nobody_set_is_a_gap() -> None:
    assert counted("contract_review_risk", contract=contract()) == (1, 1)
    assert counted("contract_review_risk", contract=contract(review_risk="hög")) == (0, 1)


CONTRACT_DAYS = {"start_on": date(2026, 1, 1), "initial_end_on": date(2026, 12, 31)}


def test_an_option_without_a_rule_is_a_gap_unless_the_contracts_notice_stops_it() -> None:
    with_notice = contract(**CONTRACT_DAYS, notice_buyer_months=3)

    assert counted("option_deadline", contract=with_notice, option=option(mode="buyer")) == (1, 1)
    assert counted("option_deadline", contract=with_notice, option=option(mode="automatic")) == (0, 1)
    assert counted("option_deadline", contract=contract(**CONTRACT_DAYS), option=option(mode="automatic")) == (1, 1)


def test_a_deadline_after_the_contracts_end_is_a_gap_and_on_its_last_day_is_not() -> None:
    after = option(mode="buyer", call_deadline_on=date(2027, 1, 1))
    same_day = option(mode="buyer", call_deadline_on=date(2026, 12, 31))

    assert counted("option_after_end", contract=contract(**CONTRACT_DAYS), option=after) == (1, 1)
    assert counted("option_after_end", contract=contract(**CONTRACT_DAYS), option=same_day) == (0, 1)


def test_a_later_option_used_before_an_earlier_one_is_a_gap() -> None:
    first = option(mode="buyer")
    second = option(id=2, sequence=2, mode="buyer", exercised_on=date(2026, 6, 1))

    assert counted("option_out_of_order", contract=contract(**CONTRACT_DAYS), option=pl.concat([first, second])) == (
        1,
        2,
    )


def change(**values: object) -> pl.DataFrame:
    """One change of the contract by 17:11."""
    return one_row("amendment", **({"id": 1, "contract_id": 1, "ground": "17:11"} | values))


def test_a_change_that_is_to_be_announced_and_is_not_is_a_gap() -> None:
    above = contract(regime="above_threshold")

    assert counted("change_notice", contract=above, amendment=change()) == (1, 1)
    assert counted("change_notice", contract=above, amendment=change(notice_published_on=TODAY)) == (0, 1)
    assert counted("change_notice", contract=above, amendment=change(ground="17:9")) == (0, 0)
    assert counted("change_notice", contract=contract(regime="direct_award"), amendment=change()) == (0, 0)


# What is wrong on a contract, as its page says it, and the check of the data page that names it.
NAMED = {
    "end_before_start": "contract_end_before_start",
    "end_missing": "contract_end",
    "automatic_without_end": "contract_automatic_without_end",
    "framework_over_four_years": "contract_over_four_years",
    "option_call_rule_missing": "option_deadline",
    "call_deadline_after_end": "option_after_end",
    "option_out_of_order": "option_out_of_order",
    "open_notice_missing": "contract_notice",
    "procedure_missing": "contract_lead_time",
    "procedure_unknown": "contract_lead_time",
    "complexity_missing": "contract_lead_time",
    "complexity_unknown": "contract_lead_time",
    "review_risk_missing": "contract_review_risk",
    "review_risk_unknown": "contract_review_risk",
}
OF_LEAD_TIMES = {"lead_time_missing", "buffer_missing"}  # the contract says it: it is the office's own table that lacks


def test_every_fault_a_contract_can_have_is_named_on_the_data_page_too() -> None:
    assert set(NAMED) == set(FAULTS) - OF_LEAD_TIMES
    assert set(NAMED.values()) <= {check.code for check in CHECKS}


def test_every_check_says_what_to_do_in_both_languages() -> None:
    for check in CHECKS:
        assert check.do.sv.endswith(".")
        assert check.do.en.endswith(".")

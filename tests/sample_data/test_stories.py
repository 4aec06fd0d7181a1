"""The stories that meetings are rehearsed on can be told from the numbers."""

from datetime import date

import polars as pl
import pytest

from sample_data.categories import category_id
from sample_data.lines import month_lines
from sample_data.organisation import DEPARTMENT_IDS
from sample_data.stories import FIXED_TERMS, RADAR
from sample_data.world import build_world
from tests.sample_data.conftest import Sample

SLIDE = date(2025, 10, 1)


def told_contract(sample: Sample, code: str) -> dict[str, object]:
    """The framework for every unit that a story is about."""
    scope = sample.tables["contract_scope"].filter(
        (pl.col("category_id") == category_id(code)) & pl.col("unit_id").is_null()
    )
    rows = sample.tables["contract"].join(scope.select(id="contract_id"), on="id")
    return rows.filter(pl.col("start_on") == FIXED_TERMS[code][0]).row(0, named=True)


def test_the_sliding_supplier_delivers_later_and_later(sample: Sample) -> None:
    contract = told_contract(sample, "KM1")["id"]
    orders = sample.tables["purchase_order"].filter(pl.col("contract_id") == contract).select(order_id="id")
    lines = sample.tables["order_line"].join(orders, on="order_id").drop_nulls(["promised_on", "received_on"])

    late = lines.group_by(pl.col("promised_on") >= SLIDE).agg(
        share=(pl.col("received_on") > pl.col("promised_on")).mean()
    )

    shares = dict(late.iter_rows())
    assert shares[False] < 0.12
    assert shares[True] > 0.25


def test_the_sliding_supplier_charges_more_than_agreed() -> None:
    made = build_world()
    listed = made.tables["price_item"].select("article_no", "unit_price_ore", is_agreed=True)

    def off(month: int) -> float:
        lines = month_lines(made.world, month, 20_000).filter(pl.col("contract") == made.world.plan.sliding)
        priced = lines.drop_nulls("article_no").join(listed, on=["article_no", "unit_price_ore"], how="left")
        return priced["is_agreed"].null_count() / priced.height

    before, after = off(20), off(34)

    assert before < 0.12
    assert after > 0.2


def test_the_users_of_the_sliding_supplier_are_less_content_at_every_survey(sample: Sample) -> None:
    contract = told_contract(sample, "KM1")["id"]
    answers = sample.tables["survey_response"].filter((pl.col("contract_id") == contract) & (pl.col("kind") == "NKI"))

    means = answers.group_by("asked_on").agg(pl.col("overall").mean()).sort("asked_on")["overall"].to_list()

    assert means[0] > 6.5
    assert means[-1] < 5.5


def test_the_contract_about_to_lapse_has_no_option_and_no_procurement_begun(sample: Sample) -> None:
    contract = told_contract(sample, "ST1")
    options = sample.tables["contract_option"].filter(pl.col("contract_id") == contract["id"])
    begun = sample.tables["procurement"].filter(
        (pl.col("category_id") == category_id("ST1"))
        & pl.col("contract_signed_on").is_null()
        & pl.col("cancelled_on").is_null()
    )

    assert contract["initial_end_on"] == date(2026, 12, 31)
    assert options.is_empty()
    assert begun.is_empty()


def test_the_framework_for_consultants_was_exhausted_in_spring_and_is_used_all_the_same(sample: Sample) -> None:
    contract = told_contract(sample, "IT3")["id"]

    day = sample.exhausted.filter(pl.col("contract_id") == contract)["exhausted_from"].item()
    after = sample.classified.filter((pl.col("contract_id") == contract) & (pl.col("on_day") >= day))

    assert date(2026, 3, 1) <= day <= date(2026, 5, 31)
    assert "C" in set(after["line_class"])


def test_the_category_nobody_owns_is_bought_beside_its_contracts(sample: Sample) -> None:
    category = sample.tables["category"].filter(pl.col("code") == "KO2").row(0, named=True)
    lines = sample.classified.filter(pl.col("category_id") == category["id"])
    beside = lines.filter(pl.col("line_class").is_in(["C", "E", "F"]))["amount_ore"].sum()

    assert category["owner_team"] is None
    assert beside / lines["amount_ore"].sum() > 0.35


@pytest.mark.parametrize(("code", "year"), [(code, year) for code, years in RADAR.items() for year in years])
def test_what_was_bought_without_contract_adds_up_to_the_ore(sample: Sample, code: str, year: int) -> None:
    lines = sample.classified.filter((pl.col("category_id") == category_id(code)) & (pl.col("period") // 100 == year))

    assert set(lines["line_class"]) == {"F"}
    assert lines["amount_ore"].sum() == round(RADAR[code][year] * 100)


def test_the_radar_has_sums_below_on_and_past_both_limits() -> None:
    sums = [total for years in RADAR.values() for total in years.values()]

    assert {559_999.0, 560_000.0, 700_000.0} <= set(sums)
    assert any(560_000 < total < 700_000 for total in sums)
    assert max(sums) > 700_000


@pytest.mark.parametrize(
    ("voucher", "line_class", "is_small"),
    [
        ("T0028", "B", False),  # invoiced 60 days after the contract's end
        ("T0029", "C", False),  # 61 days
        ("T0030", "E", False),  # delivered the day after its end
        ("T0031", "E", True),  # 4,999.99 beside a contract that is not exclusive
        ("T0032", "E", False),  # 5,000.00
        ("T0033", "E", False),  # 5,000.01
    ],
)
def test_lines_on_a_limit_fall_on_the_side_the_rule_says(
    sample: Sample, voucher: str, line_class: str, is_small: bool
) -> None:
    line = sample.classified.filter(pl.col("voucher_no") == voucher).row(0, named=True)

    assert line["line_class"] == line_class
    assert line["is_small_departure"] is is_small


def test_one_supplier_is_just_below_one_on_and_one_just_above_what_is_small(sample: Sample) -> None:
    totals = sample.classified.group_by("supplier_id").agg(pl.col("amount_ore").sum())["amount_ore"]

    assert {999_999, 1_000_000, 1_000_001} <= set(totals)


def test_a_department_has_bought_nothing_in_some_category(sample: Sample) -> None:
    culture = DEPARTMENT_IDS[7]

    lines = sample.classified.filter((pl.col("unit_id") == culture) & (pl.col("category_id") == category_id("PL1")))

    assert lines.is_empty()


def test_some_surveys_of_a_department_are_too_few_to_show(sample: Sample) -> None:
    answers = sample.tables["survey_response"].drop_nulls("overall").group_by("unit_id", "asked_on").len()

    assert (answers["len"] < 5).any()
    assert (answers["len"] >= 5).any()


def test_procurements_were_cancelled_reviewed_several_times_and_met_by_one_bid(sample: Sample) -> None:
    cases = sample.tables["review_case"].group_by("procurement_id").len()["len"]
    bids = sample.tables["bid"].group_by("procurement_id", "lot").len()["len"]

    assert sample.tables["procurement"]["cancelled_on"].drop_nulls().len() > 20
    assert max(cases) >= 10
    assert min(cases) == min(bids) == 1


def test_follow_ups_are_done_in_time_late_without_evidence_and_not_at_all(sample: Sample) -> None:
    plans = sample.tables["follow_up_plan"]
    done = plans.join(sample.tables["follow_up_activity"], left_on="id", right_on="plan_id", how="left")
    past = done.filter(pl.col("planned_on") < date(2026, 9, 1))

    assert (past["done_on"] <= past["planned_on"]).sum() > 50
    assert ((past["done_on"] - past["planned_on"]).dt.total_days() > 14).sum() > 50
    assert past["done_on"].null_count() > 100
    assert past.filter(pl.col("done_on").is_not_null())["evidence"].null_count() > 20


@pytest.mark.parametrize("mode", ["buyer", "mutual", "automatic"])
def test_options_of_every_kind_were_called_declined_and_are_still_open(sample: Sample, mode: str) -> None:
    options = sample.tables["contract_option"].filter(pl.col("mode") == mode)

    assert options["exercised_on"].drop_nulls().len() > 0
    assert options.filter(pl.col("exercised_on").is_null() & pl.col("declined_on").is_null()).height > 0


def test_the_register_has_the_gaps_and_mistakes_of_real_registers(sample: Sample) -> None:
    rows = sample.tables["contract"]
    linked = sample.tables["contract_supplier"]["contract_id"].implode()
    scoped = sample.tables["contract_scope"]["contract_id"].implode()

    assert rows.height == 700
    assert rows.filter(pl.col("initial_end_on") < pl.col("start_on")).height == 4
    assert rows.filter(pl.col("initial_end_on").is_null() & ~pl.col("is_until_further_notice")).height >= 10
    assert rows.filter(~pl.col("id").is_in(linked)).height >= 12
    assert rows.filter(~pl.col("id").is_in(scoped)).height == 9
    for column in ("notice_buyer_months", "ceiling_ore", "owner", "risk_class", "registration_number"):
        assert 0 < rows[column].null_count() < 700

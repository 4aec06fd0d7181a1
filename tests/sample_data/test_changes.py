"""The sample's changes hang together: each answer has an example, one lacks its notice, and none is before its time."""

from datetime import date

import polars as pl

from dashboard.rules.changes.inputs import PPM
from dashboard.rules.changes.judged import judged_changes
from dashboard.rules.changes.limits import ChangeLimits
from dashboard.rules.changes.paragraphs import Answer
from tests.sample_data.conftest import Sample

AS_OF = date(2026, 11, 16)


def judged(sample: Sample) -> pl.DataFrame:
    """The sample's changes by the sample's values and thresholds."""
    values = sample.tables["contract_valuation"].select(
        "contract_id",
        "value_ore",
        kind="purchase_type",
        index_ppm=(pl.col("index_factor").cast(pl.Float64) * PPM).round(0).cast(pl.Int64),
    )
    regimes = sample.tables["contract"].select("regime", contract_id="id")
    contracts = regimes.join(values, on="contract_id", how="left")
    told = sample.tables["amendment"].rename({"id": "change_id", "signed_on": "decided_on", "ground": "legal_basis"})
    dated = told.with_columns(pl.col("notice_published_on").cast(pl.Date))
    return judged_changes(contracts, dated, sample.tables["threshold"], ChangeLimits(), AS_OF)


def test_every_answer_has_an_example_also_where_the_limits_are_guidance(sample: Sample) -> None:
    found = judged(sample)

    assert set(found["answer"]) == {one.value for one in Answer}
    assert set(found["is_guidance"]) == {True, False}
    assert found.filter("is_guidance", pl.col("arithmetic") == Answer.PROBABLY_NOT.value).height == 1
    assert found.filter("is_notice_missing")["legal_basis"].to_list() == ["17:11"]


def test_nobody_changes_or_values_a_contract_before_it_begins(sample: Sample) -> None:
    begun = sample.tables["contract"].select("start_on", contract_id="id")

    changes = sample.tables["amendment"].join(begun, on="contract_id")
    values = sample.tables["contract_valuation"].join(begun, on="contract_id")

    assert changes.filter(pl.col("signed_on") <= pl.col("start_on")).is_empty()
    assert values.filter(pl.col("valued_on") <= pl.col("start_on")).is_empty()
    assert values["contract_id"].is_unique().all()

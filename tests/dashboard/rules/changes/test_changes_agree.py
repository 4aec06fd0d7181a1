"""The fast judging agrees with reading change by change in decimal numbers, and with the order of the law."""

from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.rules.changes.order import Tried, order_of
from tests.dashboard.rules.changes.build import AS_OF, Row, judged, reference_thresholds, stands
from tests.slow.changes import slow_answer, slow_headroom, slow_indexed, slow_net

EDGES = [0, 1, 599_999_99, 600_000_00, 600_000_01, 628_800_00, 900_000_00, 2_389_585_00, 3_000_000_00, 3_000_000_01]
AMOUNT = st.sampled_from([*EDGES, *(-edge for edge in EDGES)]) | st.integers(-(10**9), 10**9)
DAYS = st.sampled_from([date(2019, 6, 1), date(2023, 12, 31), date(2024, 1, 1), date(2025, 12, 1), date(2026, 2, 1)])
CONTRACTS = st.fixed_dictionaries(
    {
        "value_ore": st.none() | st.sampled_from([0, 6_000_000_00, 23_895_850_00, 101]) | st.integers(1, 10**12),
        "index_ppm": st.none() | st.sampled_from([1_000_000, 1_048_000]) | st.integers(900_000, 2_000_000),
        "kind": st.sampled_from([None, "goods", "services", "works"]),
        "regime": st.sampled_from(
            [None, *["above_threshold"] * 3, "annex2_social", "luf", "below_threshold_announced"]
        ),
    }
)
CHANGES = st.fixed_dictionaries(
    {
        "contract_id": st.integers(1, 2),
        "decided_on": st.one_of(DAYS, DAYS, DAYS, st.none()),
        "value_delta_ore": st.one_of(AMOUNT, AMOUNT, AMOUNT, st.none()),
        "legal_basis": st.sampled_from([None, None, "17:9", "17:9", "17:10", "17:11", "17:12", "17:13", "17:14"]),
        "notice_published_on": st.none() | DAYS,
    }
)
THRESHOLDS = reference_thresholds().to_dicts()
WORST_FIRST = ("probably_not", "cannot_be_computed", "needs_legal_assessment", "allowed")


@settings(max_examples=150, deadline=None)
@given(st.lists(CONTRACTS, min_size=2, max_size=2), st.lists(CHANGES, max_size=7))
def test_the_fast_answer_is_the_slow_one(made: list[Row], drawn: list[Row]) -> None:
    contracts = [{"contract_id": at, **one} for at, one in enumerate(made, start=1)]
    changes = [{"change_id": at, **one} for at, one in enumerate(drawn, start=1)]

    found = judged(contracts, changes)
    stood = stands(contracts, changes)

    told = [one for one in changes if one["decided_on"] is None or one["decided_on"] <= AS_OF]
    assert found.height == len(told)
    for row in found.to_dicts():
        whole = contracts[row["contract_id"] - 1]
        own = [one for one in told if one["contract_id"] == row["contract_id"]]
        (change,) = (one for one in own if one["change_id"] == row["change_id"])
        net, indexed = slow_net(change, own), slow_indexed(whole)
        assert row["net_ore"] == (None if net is None else net * 100)
        assert row["indexed_ore"] == (None if indexed is None else indexed * 100)
        assert (row["arithmetic"], row["answer"]) == slow_answer(whole, change, own, THRESHOLDS)
        assert row["arithmetic"] == answer_of(order_of(row))
        assert row["missing"] or row["answer"] != "cannot_be_computed"
    for row in stood.to_dicts():
        own = [one for one in told if one["contract_id"] == row["contract_id"]]
        assert row["headroom_ore"] == slow_headroom(contracts[row["contract_id"] - 1], own, THRESHOLDS, AS_OF)
        answers = found.filter(contract_id=row["contract_id"])["answer"].to_list()
        assert row["answer"] == next((one for one in WORST_FIRST if one in answers), None)


def answer_of(order: list[tuple[str, Any]]) -> str:
    """What walking the paragraphs in order ends in."""
    tried = [state for _, state in order]
    if Tried.HOLDS in tried:
        return "allowed"
    if Tried.UNKNOWN in tried:
        return "cannot_be_computed"
    return "needs_legal_assessment" if Tried.LEGAL in tried else "probably_not"

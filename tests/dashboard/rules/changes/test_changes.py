"""Changes under 17 kap: the golden vector, each limit from both sides, and what is missing."""

from datetime import date
from typing import Any

import polars as pl
import pytest

from dashboard.rules.changes.limits import ChangeLimits, change_limits
from dashboard.rules.changes.paragraphs import RULE_VERSION
from tests.dashboard.rules.changes.build import Row, change, contract, judged, stands

INDEXED_6 = contract(index_ppm=1_048_000)
V6 = [change(at, ore) for at, ore in enumerate([250_000_00, 180_000_00, -60_000_00, 300_000_00], start=1)]


def one(contracts: list[Row], changes: list[Row], **more: Any) -> dict[str, Any]:
    return judged(contracts, changes, **more).row(-1, named=True)


def test_golden_vector_6_passes_the_threshold_and_fails_ten_per_cent() -> None:
    found = one([INDEXED_6], V6)
    (standing,) = stands([INDEXED_6], V6).to_dicts()

    assert (found["net_ore"], found["indexed_ore"], found["threshold_ore"]) == (670_000_00, 6_288_000_00, 2_389_585_00)
    assert round(found["net_share"] * 100, 4) == 10.6552
    assert (found["is_below_threshold"], found["is_below_share"], found["is_small"]) == (True, False, False)
    assert standing["largest_ore"] == 628_800_00 - 1
    assert round(standing["gross_share"] * 100, 4) == 12.5636
    assert standing["headroom_ore"] == 0


def test_each_change_is_judged_by_the_net_value_up_to_then() -> None:
    assert judged([INDEXED_6], V6)["net_ore"].to_list() == [250_000_00, 430_000_00, 370_000_00, 670_000_00]
    assert judged([INDEXED_6], V6)["answer"].to_list() == [*["allowed"] * 3, "needs_legal_assessment"]


def test_a_later_decrease_does_not_make_an_earlier_change_allowed() -> None:
    rows = [change(1, 700_000_00, legal_basis="17:9"), change(2, -200_000_00, legal_basis="17:9")]

    assert judged([contract()], rows)["answer"].to_list() == ["probably_not", "allowed"]


@pytest.mark.parametrize("sign", [1, -1])
@pytest.mark.parametrize(("kind", "edge"), [("goods", 600_000_00), ("services", 600_000_00), ("works", 900_000_00)])
def test_the_net_value_is_below_its_share_and_equal_is_not_below(kind: str, edge: int, sign: int) -> None:
    whole = contract(kind=kind)

    assert one([whole], [change(1, sign * (edge - 1))])["is_below_share"] is True
    assert one([whole], [change(1, sign * edge)])["is_below_share"] is False


def test_the_net_value_is_below_the_threshold_and_equal_is_not_below() -> None:
    large = contract(value_ore=100_000_000_00)

    assert one([large], [change(1, 2_389_585_00 - 1)])["answer"] == "allowed"
    equal = one([large], [change(1, 2_389_585_00)])
    assert (equal["is_below_threshold"], equal["is_below_share"], equal["is_small"]) == (False, True, False)


def test_the_threshold_is_that_of_the_day_of_the_change() -> None:
    large = contract(value_ore=100_000_000_00)
    rows = [change(1, 1, decided_on=date(2023, 12, 31)), change(2, 1, decided_on=date(2024, 1, 1))]

    assert judged([large], rows)["threshold_ore"].to_list() == [2_236_731_00, 2_389_585_00]


@pytest.mark.parametrize("basis", ["17:11", "17:12"])
def test_each_extra_order_is_at_most_half_and_equal_is_allowed(basis: str) -> None:
    half = change(1, 3_000_000_00, legal_basis=basis, notice_published_on=date(2025, 3, 20))
    above = {**half, "value_delta_ore": 3_000_000_01}

    assert (one([contract()], [half])["answer"], one([contract()], [half])["paragraph"]) == (
        "needs_legal_assessment",
        basis,
    )
    assert one([contract()], [above])["answer"] == "probably_not"


def test_extra_orders_are_tried_one_by_one_and_do_not_use_the_room_of_17_9() -> None:
    rows = [change(at, 3_000_000_00, legal_basis="17:11") for at in (1, 2)] + [change(3, 599_999_99)]

    found = judged([contract()], rows)

    assert found["answer"].to_list() == ["needs_legal_assessment", "needs_legal_assessment", "allowed"]
    assert stands([contract()], rows)["net_ore"].item() == 599_999_99


def test_an_announcement_is_missing_only_where_17_16_asks_for_one_and_until_it_is_published() -> None:
    day = date(2025, 3, 20)
    rows = [
        change(1, 1, legal_basis="17:11"),
        change(2, 1, legal_basis="17:12", notice_published_on=day),
        change(3, 1, legal_basis="17:9"),
        change(4, 1, legal_basis="17:10"),
    ]

    assert judged([contract()], rows, day)["is_notice_missing"].to_list() == [True, False, False, False]
    assert judged([contract()], rows, date(2025, 3, 19))["is_notice_missing"].to_list() == [True, True, False, False]
    assert stands([contract()], rows)["notices_missing"].item() == 1


@pytest.mark.parametrize("basis", ["17:10", "17:13", "17:14"])
def test_what_no_arithmetic_can_say_is_for_counsel(basis: str) -> None:
    found = one([contract(value_ore=None)], [change(1, None, legal_basis=basis)])

    assert (found["answer"], found["paragraph"], found["missing"]) == ("needs_legal_assessment", basis, [])


def test_above_half_of_the_value_without_a_ground_only_a_new_procurement_is_left() -> None:
    found = one([contract()], [change(1, 3_000_000_01)])

    assert (found["answer"], found["paragraph"]) == ("probably_not", None)


@pytest.mark.parametrize(
    ("whole", "more", "missing"),
    [
        ({"value_ore": None}, {}, ["value"]),
        ({"value_ore": 0}, {}, ["value"]),
        ({"index_ppm": None}, {}, ["index"]),
        ({"kind": None}, {}, ["kind"]),
        ({"regime": None}, {}, ["regime"]),
        ({}, {"value_delta_ore": None}, ["delta"]),
        ({}, {"decided_on": None}, ["day"]),
        ({}, {"decided_on": date(2026, 3, 1)}, ["threshold"]),  # the amount in kronor is verified by nobody
    ],
)
def test_what_is_missing_is_said_and_nothing_is_computed(whole: Row, more: Row, missing: list[str]) -> None:
    found = one([contract(**whole)], [{**change(1, 100_00), **more}], as_of=date(2026, 11, 1))

    assert (found["answer"], found["missing"]) == ("cannot_be_computed", missing)


def test_a_change_without_an_amount_hides_those_after_it_and_not_those_before() -> None:
    rows = [change(1, 100), change(2, None), change(3, 100)]

    found = judged([contract()], rows)

    assert found["answer"].to_list() == ["allowed", "cannot_be_computed", "cannot_be_computed"]
    assert found["missing"].to_list() == [[], ["delta"], ["earlier"]]


def test_a_test_that_fails_decides_though_the_threshold_is_not_known() -> None:
    found = one([contract()], [change(1, 600_000_00, decided_on=date(2026, 3, 1), legal_basis="17:9")], as_of=date.max)

    assert (found["answer"], found["missing"]) == ("probably_not", ["threshold"])


@pytest.mark.parametrize("regime", ["below_threshold_announced", "annex2_social", "direct_award", "lov", "other"])
def test_outside_17_kap_the_same_arithmetic_is_guidance_and_counsel_answers(regime: str) -> None:
    found = one([contract(regime=regime)], [change(1, 599_999_99)])

    assert (found["arithmetic"], found["answer"], found["is_guidance"]) == ("allowed", "needs_legal_assessment", True)
    assert found["is_notice_missing"] is False


def test_the_headroom_is_the_largest_increase_that_is_still_within() -> None:
    rows = [change(1, 100_000_00), change(2, -250_000_00)]
    room = stands([contract()], rows)["headroom_ore"].item()

    assert room == 600_000_00 - 1 + 150_000_00
    assert one([contract()], [*rows, change(3, room)])["answer"] == "allowed"
    assert one([contract()], [*rows, change(3, room + 1)])["is_small"] is False


def test_without_changes_all_the_room_is_left_and_there_is_no_answer() -> None:
    (found,) = stands([contract()], []).to_dicts()

    assert (found["net_ore"], found["changes"], found["answer"]) == (0, 0, None)
    assert (found["headroom_ore"], found["room_down_ore"]) == (600_000_00 - 1, 600_000_00 - 1)


def test_the_standing_says_what_is_missing_and_has_no_headroom_then() -> None:
    found = stands([contract(value_ore=None), contract(contract_id=2)], [], date(2026, 11, 22)).to_dicts()

    assert [row["headroom_ore"] for row in found] == [None, None]
    assert [row["missing"] for row in found] == [["value", "threshold"], ["threshold"]]


def test_a_change_after_the_day_is_not_there_yet() -> None:
    assert judged([contract()], [change(1, 1)], date(2025, 2, 28)).is_empty()


def test_every_answer_says_its_rule() -> None:
    assert set(judged([contract()], V6)["rule_version"]) == {RULE_VERSION}
    assert stands([contract()], [])["rule_version"].item() == RULE_VERSION


def test_the_limits_come_from_the_dated_rows() -> None:
    rows = pl.DataFrame(
        {
            "key": ["change_small_share", "change_small_share", "change_extra_share", "other"],
            "valid_from": [date(2017, 1, 1), date(2030, 1, 1), date(2017, 1, 1), date(2017, 1, 1)],
            "value": [0.10, 0.2, 0.4, 9.0],
        }
    )

    assert change_limits(rows, date(2026, 1, 1)) == ChangeLimits(extra_share=4_000)
    assert change_limits(rows, date(2030, 1, 1)).small_share == 2_000

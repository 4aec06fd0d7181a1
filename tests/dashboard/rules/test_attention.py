"""What needs attention, and in which order."""

import polars as pl

from dashboard.rules.attention import attention, with_consequence


def values(*rows: dict[str, object]) -> pl.DataFrame:
    usual = {"status": "red", "value": 0.5, "target_green": 0.9, "target_green_to": None, "known": 100.0}
    return pl.DataFrame(
        [{"is_money": False, **usual, **row} for row in rows],
        schema_overrides={"target_green": pl.Float64, "target_green_to": pl.Float64},
        infer_schema_length=None,
    )


def test_only_what_is_off_its_target_needs_attention():
    found = attention(
        values(
            {"code": "a", "status": "green"},
            {"code": "b", "status": "no_data"},
            {"code": "c", "status": "no_target"},
            {"code": "d", "status": "amber"},
            {"code": "e", "status": "red"},
        )
    )

    assert found["code"].to_list() == ["e", "d"]


def test_what_needs_action_comes_before_what_is_near_however_much_money_is_at_stake():
    found = attention(
        values(
            {"code": "near", "status": "amber", "is_money": True, "known": 1e12},
            {"code": "far", "status": "red"},
        )
    )

    assert found["code"].to_list() == ["far", "near"]


def test_more_kronor_come_first_and_kronor_before_counts():
    found = attention(
        values(
            {"code": "count"},
            {"code": "little", "is_money": True, "known": 1_000.0},
            {"code": "much", "is_money": True, "known": 9_000.0},
        )
    )

    assert found["code"].to_list() == ["much", "little", "count"]
    assert found["affected_ore"].to_list() == [3600, 400, None]


def test_the_distance_of_a_band_is_to_its_nearest_end():
    found = with_consequence(values({"code": "over", "value": 1.5, "target_green": 0.5, "target_green_to": 1.0}))

    assert found["distance"].to_list() == [0.5]


def test_a_target_of_nothing_still_has_a_distance():
    found = with_consequence(values({"code": "zero", "value": 3.0, "target_green": 0.0}))

    assert found["distance"].to_list() == [3.0]


def test_nothing_measured_needs_no_attention():
    assert attention(values({"code": "a", "status": "green"})).is_empty()

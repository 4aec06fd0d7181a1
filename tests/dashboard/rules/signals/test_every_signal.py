"""What holds for every signal: found where it is, said in both languages, silent where it should be."""

from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from pathlib import Path

import polars as pl
import pytest
import streamlit as st

from dashboard.data import build, signals
from dashboard.data.build import Edition
from dashboard.rules import signals as folder
from dashboard.rules.signals import all_signals, signal
from dashboard.rules.signals.limits import PREFIX, SignalLimits, signal_limits
from dashboard.rules.signals.seen import KEY, seen
from data_access import engine
from data_access.tables.escalation import DEVIATION_CATEGORIES
from data_access.tables.goals import rule_limit
from data_access.writes.reference import read_reference
from tests.dashboard.rules.signals.build import SEEN, TODAY, frames, nothing

KEYS = sorted(SEEN)
NOT_SIGNALS = {"__init__", "kind", "limits", "seen", "waiting"}
LIMITS = SignalLimits()


def masked(known: dict[str, pl.DataFrame]) -> dict[str, pl.DataFrame]:
    return known | {"supplier": known["supplier"].with_columns(is_masked=pl.lit(True))}


def ended(known: dict[str, pl.DataFrame]) -> dict[str, pl.DataFrame]:
    return known | {"active": known["active"].clear()}


def test_being_in_the_folder_is_being_a_signal() -> None:
    files = {file.stem for file in Path(folder.__file__).parent.glob("*.py")} - NOT_SIGNALS

    assert [one.key for one in all_signals()] == sorted(files) == KEYS


@pytest.mark.parametrize("key", KEYS)
def test_a_signal_is_found_once_where_it_is(key: str) -> None:
    found = seen(signal(key), SEEN[key], LIMITS, TODAY)

    assert found.height == 1
    assert found["supplier_id"].item() == 1
    assert found["contract_id"].item() in (1, None)


@pytest.mark.parametrize("key", KEYS)
def test_nothing_is_found_in_nothing(key: str) -> None:
    found = seen(signal(key), nothing(), LIMITS, TODAY)

    assert found.is_empty()
    assert {*KEY, "level", "began_on"} <= set(found.columns)


@pytest.mark.parametrize("key", KEYS)
def test_a_supplier_behind_a_pseudonym_is_left_out(key: str) -> None:
    assert seen(signal(key), masked(SEEN[key]), LIMITS, TODAY).is_empty()


@pytest.mark.parametrize("key", KEYS)
def test_a_contract_that_is_over_gives_a_signal_only_where_the_claim_outlives_it(key: str) -> None:
    about_contract = seen(signal(key), SEEN[key], LIMITS, TODAY)["contract_id"].item() is not None

    found = seen(signal(key), ended(SEEN[key]), LIMITS, TODAY)

    assert found.is_empty() == (about_contract and not signal(key).outlives_contract)


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_arithmetic_is_said_with_every_brace_filled(key: str, language: str) -> None:
    row = seen(signal(key), SEEN[key], LIMITS, TODAY).row(0, named=True)

    said = signal(key).sentence(row, "sv" if language == "sv" else "en")

    assert said.endswith(".")
    assert not set("{}") & set(said)
    assert "None" not in said
    assert "yellow" not in said
    assert ("rött" in said) == (key == "audit_findings" and language == "sv")


def test_what_is_not_known_is_a_dash() -> None:
    known = frames(supplier=[{"f_tax_ok": False}])
    row = seen(signal("supplier_status"), known, LIMITS, TODAY).row(0, named=True)

    assert signal("supplier_status").sentence(row, "sv") == "Leverantören saknar F-skatt (kontrollerat: –)."


@pytest.mark.parametrize("key", KEYS)
def test_an_accepted_signal_can_become_a_deviation(key: str) -> None:
    one = signal(key)

    assert one.category in DEVIATION_CATEGORIES
    assert one.severity in range(1, 5)
    assert one.name.sv != one.name.en


def test_two_rows_of_one_supplier_and_contract_are_one_signal_the_worst() -> None:
    twice = frames(overcharged=[{"agreed_ore": 1_000_000, "over_ore": ore} for ore in (200_000, 300_000)])

    found = seen(signal("price_deviations"), twice, LIMITS, TODAY)

    assert found["level"].to_list() == [300_000]


def test_each_limit_is_a_row_of_the_reference_with_the_value_of_the_code() -> None:
    rows = read_reference("rule_limits.csv", rule_limit)

    written = {
        row["key"].removeprefix(PREFIX): float(row["value"]) for row in rows if str(row["key"]).startswith(PREFIX)
    }

    assert written == {field.name: field.default for field in fields(SignalLimits)}


def test_a_limit_is_that_of_the_day() -> None:
    rows = pl.DataFrame(
        {
            "key": ["signal_complaints", "signal_complaints", "signal_burn_index", "delivery_days"],
            "valid_from": [date(2020, 1, 1), date(2026, 7, 1), date(2026, 7, 1), date(2020, 1, 1)],
            "value": [4.0, 5.0, 1.5, 9.0],
        }
    )

    before, after = (signal_limits(rows, day) for day in (date(2026, 6, 30), date(2026, 7, 1)))

    assert (before.complaints, before.burn_index) == (4, 1.2)
    assert (after.complaints, after.burn_index) == (5, 1.5)
    assert isinstance(after.complaints, int)


@pytest.fixture
def edition(sample_home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Edition]:
    """The sample municipality's edition."""
    monkeypatch.setenv("LULEAWAY_HOME", str(sample_home))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    st.cache_resource.clear()
    yield build.current_edition(TODAY)
    engine.close_engines()
    st.cache_resource.clear()


def test_the_sample_municipality_gives_signals_said_in_both_languages(edition: Edition) -> None:
    found = signals.found(edition, TODAY)
    waiting = signals.inbox(edition, TODAY)

    assert set(found["kind"]) >= set(KEYS) - {"complaints", "low_satisfaction"}
    assert found.select("kind", *KEY).is_duplicated().sum() == 0
    for language in ("says_sv", "says_en"):
        assert not found[language].str.contains(r"[{}]|None|null").any()
    assert 0 < waiting.height <= found.height
    assert waiting["severity"].filter(~waiting["proposes_step"]).is_sorted(descending=True)
    assert waiting["proposes_step"].is_sorted(descending=True)


def test_six_small_deviations_are_a_proposal_and_the_sample_moves_nothing_by_itself(edition: Edition) -> None:
    small = signals.inbox(edition, TODAY).filter(pl.col("kind") == "small_deviations")

    assert small["says_sv"].str.contains("Pröva om ärendet ska till steg 2").all()
    assert small["proposes_step"].all()
    assert small["step"].fill_null(0).max() in (0, 1)

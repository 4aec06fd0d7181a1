"""What was made secret is on no page of the decisions, in no choice and in no file; what the line led to is kept."""

import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import polars as pl
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from dashboard.data.registers import read_register
from dashboard.metric import AnyMetric
from dashboard.metrics import all_metrics
from dashboard.views.metric_rows_words import columns_of
from data_access import engine as engines
from tests.pages.open import opened, own_copy

LIST_PAGES = (
    "decisions",
    "procurement_plan",
    "workload",
    "ceilings",
    "changes",
    "needs",
    "red_flags",
    "follow_up_plan",
)
EVERYTHING = {"visa": "alla", "forlang": ",".join(str(one) for one in range(1, 800))}


@pytest.fixture(autouse=True)
def own_sample(sample_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A sample municipality of one's own, to change, as a procurement officer."""
    yield from own_copy(sample_home, tmp_path, monkeypatch, "ebba.officer")


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch) -> list[Callable[[], bytes]]:
    """What makes the files offered on the pages opened."""
    offered: list[Callable[[], bytes]] = []

    def offer(_label: str, made: Callable[[], bytes], *_rest: Any, **_more: Any) -> bool:
        offered.append(made)
        return False

    monkeypatch.setattr(st, "download_button", offer)
    return offered


def change(statement: str) -> None:
    """Changes the sample as a register would that was imported anew."""
    with engines.writing() as connection:
        connection.exec_driver_sql(statement)
    st.cache_resource.clear()


def everything(page: AppTest) -> str:
    """All that is sent to the browser: words, charts, choices."""
    assert not page.exception
    return "".join(str(one.proto) for one in page.main if one.proto is not None)


def text_of(file: bytes) -> str:
    """A CSV file as it is, and a Word file's parts."""
    if not file.startswith(b"PK"):
        return file.decode()
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return "".join(archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml"))


def with_words() -> set[int]:
    """Every second contract is secret, each with words that tell which; gives the secret ones."""
    named = "title = 'HEMT' || id || 'T', number = 'HEMN' || id || 'N', supplier_name = 'HEMS' || id || 'S'"
    change(f"UPDATE contract SET {named}, is_secret = id % 2 = 1")
    change("UPDATE plan_item SET title = 'HEMT' || contract_id || 'T' WHERE contract_id IS NOT NULL")
    change("UPDATE procurement SET title = 'HEMP' || id || 'P', registration_number = 'HEMQ' || id || 'Q'")
    return set(read_register("contract").filter("is_secret")["id"])


def hidden_procurements() -> set[int]:
    """The procurements that led to secret contracts only."""
    led_to = read_register("contract").drop_nulls("procurement_id").group_by("procurement_id")
    return set(led_to.agg(pl.col("is_secret").all()).filter("is_secret")["procurement_id"])


def told(words: str, letters: str) -> set[int]:
    """The ids that the words tell, of the kinds these letters stand for."""
    found = pl.Series([words]).str.extract_all(rf"HEM[{letters}]\d+[{letters}]").explode()
    return set(found.str.extract(r"(\d+)").cast(pl.Int64).drop_nulls())


@pytest.mark.parametrize("key", LIST_PAGES)
def test_nothing_of_a_secret_contract_is_on_a_page_or_in_its_files(key: str, files: list[Callable[[], bytes]]) -> None:
    secret = with_words()

    words = everything(opened(key, **EVERYTHING)) + "".join(text_of(made()) for made in files)

    assert told(words, "TNSPQ")
    assert not told(words, "TNS") & secret
    assert not told(words, "PQ") & hidden_procurements()


def test_the_rows_behind_a_metric_name_no_procurement_of_secret_contracts() -> None:
    with_words()
    frames = {one.rows: one.code for one in all_metrics() if "registration_number" in shown_columns(one)}

    words = {frame: everything(opened("metric", kod=code)) for frame, code in frames.items()}

    assert len(frames) > 6
    assert all(told(one, "PQ") for one in words.values())
    hidden = hidden_procurements()
    assert [frame for frame, one in words.items() if told(one, "PQ") & hidden] == []


def shown_columns(metric: AnyMetric) -> set[str]:
    """The columns of the rows behind a metric that its page shows."""
    return {column.name for column in columns_of(metric.rows, metric)}


def test_a_project_plan_offers_no_secret_contract_nor_what_it_was_procured_by(
    files: list[Callable[[], bytes]],
) -> None:
    secret = with_words()
    shown = read_register("plan_item").filter(~pl.col("contract_id").is_in(list(secret)))["id"][0]

    words = everything(opened("project_plan", id=str(shown))) + "".join(text_of(made()) for made in files)

    assert told(words, "TN")
    assert not told(words, "TNS") & secret
    assert not told(words, "PQ") & hidden_procurements()


def test_a_line_keeps_what_it_led_to_when_that_is_secret_and_when_its_unit_is_not_offered() -> None:
    line = read_register("plan_item").drop_nulls("successor_id").row(0, named=True)
    procurement = read_register("contract").filter(pl.col("id") == line["successor_id"])["procurement_id"][0]
    unit = read_register("unit").filter(pl.col("type") == "namnd")["id"][0]
    change(f"UPDATE contract SET is_secret = true WHERE id = {line['successor_id']}")
    change(f"UPDATE plan_item SET procurement_id = {procurement or 'NULL'}, unit_id = {unit} WHERE id = {line['id']}")

    page = opened("project_plan", id=str(line["id"]))
    page = next(one for one in page.button if one.label == "Spara").click().run()

    assert not page.exception
    after = read_register("plan_item").filter(pl.col("id") == line["id"]).row(0, named=True)
    assert after["version"] == line["version"] + 1
    assert (after["successor_id"], after["procurement_id"], after["unit_id"]) == (
        line["successor_id"],
        procurement,
        unit,
    )

"""The file on deficiencies of a supplier: made on demand, logged, without what is secret, for a few roles."""

import io
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest
import streamlit as st
from docx import Document
from sqlalchemy import update
from streamlit.testing.v1 import AppTest

from dashboard.data import build
from dashboard.data.build import Edition
from dashboard.data.evidence import evidence, standing
from dashboard.data.registers import read_register
from dashboard.people import Person
from dashboard.views.evidence_report import files
from data_access.engine import reading, writing
from data_access.queries.audit import LogFilter, read_log
from data_access.tables.contracts import contract
from data_access.tables.escalation import case_record, deviation
from data_access.tables.suppliers import supplier
from tests.pages.open import opened, own_copy, written

TODAY = date(2026, 11, 16)
HIDDEN = "HEMLIG-STRATEGI"
PERSON = "19700101-1238"
ORGNR = "7001011238"


@pytest.fixture
def home(sample_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A sample municipality of one's own, to change, seen by its team leader."""
    yield from own_copy(sample_home, tmp_path, monkeypatch, "gun.leader")


def told_of() -> int:
    """A supplier whose case has confidential notes and may be told of."""
    edition, cases = now(), read_register("escalation_case")
    notes = read_register("case_record").filter("is_confidential")["case_id"]
    suppliers = cases.filter(pl.col("id").is_in(notes.implode()))["supplier_id"].unique().sort()
    return next(one for one in suppliers if standing(edition, TODAY, one).best is not None)


def now() -> Edition:
    return build.current_edition(TODAY)


def change(table: Any, where: Any, **values: Any) -> None:
    with writing() as connection:
        connection.execute(update(table).where(where).values(**values))
    st.cache_resource.clear()


def cases_of(supplier_id: int) -> list[int]:
    return read_register("escalation_case").filter(pl.col("supplier_id") == supplier_id)["id"].to_list()


def made(supplier_id: int) -> AppTest:
    return next(one for one in _opened(supplier_id).button if one.label == "Gör underlaget").click().run()


def _opened(supplier_id: int) -> AppTest:
    return opened("supplier", **{"id": str(supplier_id), "del": "arenden"})


def held(page: AppTest) -> dict[str, bytes]:
    """Every file of the archive, and every part of the Word file in it."""
    kept = page.session_state["evidence_file"].files
    found = _unpacked(kept.archive)
    word = next(content for name, content in found.items() if name.endswith(".docx"))
    assert word == kept.docx
    return found | _unpacked(word)


def _unpacked(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def exports() -> pl.DataFrame:
    with reading() as connection:
        return read_log(connection, LogFilter(act="export_evidence"), 10, 0)


def test_the_light_and_its_reasons_stand_on_the_page_before_anything_is_made(home: Path) -> None:
    page = _opened(told_of())

    assert not page.exception
    assert "Dokumentationsläge:" in written(page)
    assert "Kan åberopas till och med 20" in written(page)
    assert "Reklamation till leverantören" in written(page)
    assert "evidence_file" not in page.session_state
    assert exports().is_empty()


def test_the_file_is_made_when_asked_for_and_every_time_is_logged(home: Path) -> None:
    supplier_id = told_of()

    page = made(supplier_id)
    assert not page.exception
    assert [one.label for one in page.get("download_button")] == ["Hämta som Word", "Hämta allt som ZIP"]
    next(one for one in page.button if one.label == "Gör underlaget").click().run()

    logged = exports()
    assert logged["object_id"].to_list() == [supplier_id, supplier_id]
    assert logged["who"].to_list() == ["gun.leader", "gun.leader"]


def test_the_word_file_tells_the_whole_story(home: Path) -> None:
    supplier_id = told_of()
    name = read_register("supplier").filter(pl.col("id") == supplier_id)["name"].item()

    swedish = Document(io.BytesIO(made(supplier_id).session_state["evidence_file"].files.docx))

    said = [one.text for one in swedish.paragraphs]
    assert said[1] == name
    assert said[2].startswith("Underlag, inte rättslig bedömning.")
    assert "6. Händelser i tidsordning" in said
    assert "Utelämnat: sekretessmarkerade anteckningar" in "\n".join(said)
    assert "13 kap. 3 § 5 LOU" in "\n".join(said)
    story = next(table for table in swedish.tables if table.rows[0].cells[1].text == "Vad")
    assert [cell.text for cell in story.rows[0].cells] == [
        "Dag",
        "Vad",
        "Vem",
        "Skäl eller anteckning",
        "Diarienummer",
    ]
    assert any("Ärendet öppnades" in row.cells[1].text for row in story.rows)


def test_nothing_confidential_and_no_personal_number_is_in_any_byte(home: Path) -> None:
    supplier_id = told_of()
    own = case_record.c.case_id.in_(cases_of(supplier_id))
    change(case_record, own & case_record.c.is_confidential, note=HIDDEN, evidence=HIDDEN, registration_number=HIDDEN)
    change(deviation, deviation.c.supplier_id == supplier_id, description=f"Sen. {PERSON} hörde av sig.")

    parts = held(made(supplier_id))

    count = evidence(now(), TODAY, supplier_id).confidential
    assert count > 0
    assert not [name for name, content in parts.items() if HIDDEN.encode() in content or b"19700101" in content]
    listed = parts["innehåll.txt"].decode("utf-8-sig")
    assert f"Utelämnat: sekretessmarkerade anteckningar, {count} st." in listed


def test_a_sole_trader_is_known_by_a_pseudonym_alone(home: Path) -> None:
    supplier_id = told_of()
    change(supplier, supplier.c.id == supplier_id, is_masked=True, is_sole_trader=True, name="Enskild 7", orgnr=ORGNR)
    change(contract, contract.c.id > 0, supplier_name="Nils Nilsson Städ")

    parts = held(made(supplier_id))

    assert any(b"Enskild 7" in content for content in parts.values())
    named = [name for name, content in parts.items() if b"Nils" in content or b"700101" in content]
    assert named == []


def test_cases_on_secret_contracts_are_left_out_and_counted(home: Path) -> None:
    supplier_id = told_of()
    contracts = read_register("escalation_case").filter(pl.col("supplier_id") == supplier_id)["contract_id"].to_list()
    change(contract, contract.c.id.in_(contracts), is_secret=True, title=HIDDEN)

    found = evidence(now(), TODAY, supplier_id)

    assert (found.cases.height, found.chronology.height, found.standing.cases) == (0, 0, ())
    assert found.secret_cases == len(contracts)
    assert HIDDEN not in str(found.contracts.to_dicts())


def test_operations_see_the_light_and_are_told_who_makes_the_file(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    people = read_register("person").filter(
        pl.col("roles").list.contains("operations") & (pl.col("roles").list.len() == 1)
    )
    supplier_id = told_of()
    monkeypatch.setenv("LULEAWAY_PERSON", str(people["key"][0]))

    page = _opened(supplier_id)

    assert "Dokumentationsläge:" in written(page)
    assert not [one for one in page.button if one.label == "Gör underlaget"]
    assert "Det här får bara den göra som är" in written(page)


def test_another_suppliers_page_does_not_offer_the_file(home: Path) -> None:
    supplier_id = told_of()
    other = next(one for one in read_register("escalation_case")["supplier_id"].unique().sort() if one != supplier_id)

    page = made(supplier_id)
    page.query_params["id"] = str(other)
    page.run()

    assert not page.exception
    assert not page.get("download_button")


def test_a_supplier_without_a_case_has_no_part_about_it(home: Path) -> None:
    in_cases = read_register("escalation_case")["supplier_id"]
    free = read_register("supplier").filter(~pl.col("id").is_in(in_cases.implode()))["id"][0]

    page = _opened(free)

    assert not page.exception
    assert "Dokumentationsläge" not in written(page)


def test_the_same_data_gives_the_same_file(home: Path) -> None:
    supplier_id, edition = told_of(), now()
    person = Person(1, "anna", "Anna", frozenset())

    first = files(evidence(edition, TODAY, supplier_id), person, edition.number, TODAY)
    st.cache_resource.clear()
    second = files(evidence(edition, TODAY, supplier_id), person, edition.number, TODAY)

    assert first == second


def test_the_file_is_in_english_where_the_visitor_reads_english(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for place in ("dashboard.language", "dashboard.views.evidence_report"):
        monkeypatch.setattr(f"{place}.language", lambda: "en")
    edition = now()

    found = files(evidence(edition, TODAY, told_of()), Person(1, "a", "Anna", frozenset()), edition.number, TODAY)

    word, parts = Document(io.BytesIO(found.docx)), _unpacked(found.archive)
    said = [one.text for one in word.paragraphs]
    assert said[2].startswith("A file, not a legal assessment.")
    assert "6. What happened, in order" in said
    assert word.core_properties.language == "en-GB"
    assert {"contents.txt", "deviations.csv", "chronology.csv"} <= parts.keys()

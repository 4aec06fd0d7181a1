"""Finding by any name or number."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.rules.search import INDEX_SCHEMA, find, folded, with_folded

INDEX = with_folded(
    pl.DataFrame(
        [
            ("supplier", 1, "name", "Älvens El & Tele AB"),
            ("supplier", 1, "orgnr", "4560000017"),
            ("supplier", 1, "alias", "Alven El"),
            ("supplier", 2, "name", "Örnsköldsviks Städ AB"),
            ("supplier", 3, "name", "Norrbygg i Luleå AB"),
            ("contract", 1, "number", "A-2024-017"),
            ("contract", 1, "registration_number", "KLF 2023/118"),
            ("contract", 1, "title", "Städmaterial"),
            ("contract", 2, "title", None),
        ],
        schema=INDEX_SCHEMA,
        orient="row",
    )
)


def found(query: str) -> list[tuple[str, int]]:
    """What the query finds, best first."""
    return find(INDEX, query).select("kind", "id").rows()


@pytest.mark.parametrize(
    "query",
    ["älvens", "ALVENS EL", "Alvens el tele", "456000-0017", "4560000017", "alven"],
)
def test_a_supplier_is_found_by_name_alias_and_number_however_it_is_typed(query: str) -> None:
    assert found(query)[0] == ("supplier", 1)


@pytest.mark.parametrize("query", ["a 2024 017", "A-2024-017", "klf2023/118", "2023/118"])
def test_a_contract_is_found_by_its_number_and_its_registration_number(query: str) -> None:
    assert found(query)[0] == ("contract", 1)


def test_a_misspelt_name_finds_the_near_one_and_says_that_it_is_near() -> None:
    hit = find(INDEX, "Norbyg Lulea").row(0, named=True)

    assert (hit["id"], hit["field"]) == (3, "name")
    assert hit["score"] < 90


def test_each_thing_is_found_once_with_its_best_hit() -> None:
    assert found("alven").count(("supplier", 1)) == 1


def test_nothing_typed_finds_nothing() -> None:
    assert found("  -- ") == []


def test_something_unheard_of_finds_nothing() -> None:
    assert found("zzzzqqqq") == []


@given(st.text(alphabet=st.characters(codec="latin-1"), max_size=40))
def test_the_index_and_the_question_are_folded_alike(text: str) -> None:
    index = with_folded(pl.DataFrame([("supplier", 1, "name", text)], schema=INDEX_SCHEMA, orient="row"))

    assert index["folded"].to_list() == ([folded(text)] if folded(text) else [])

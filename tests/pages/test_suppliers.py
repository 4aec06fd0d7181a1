"""Suppliers and contracts: found however they are known, and a page each."""

import re
from pathlib import Path

import polars as pl
import pytest

from dashboard.data.registers import read_register
from tests.pages.open import heading, opened, written


def found_names(html: str) -> list[str]:
    """The names of the suppliers or contracts in the list."""
    return re.findall(r"<td><a href='[^']*leverantor\?[^']*'>(.*?)</a>", html)


def a_supplier(**wanted: object) -> dict[str, object]:
    """A supplier of the sample on a contract."""
    suppliers = read_register("supplier").filter(*(pl.col(name) == value for name, value in wanted.items()))
    links = read_register("contract_supplier")
    return suppliers.join(links, left_on="id", right_on="supplier_id", how="semi").row(0, named=True)


def test_a_supplier_is_found_by_its_number_written_with_a_hyphen(sample: Path) -> None:
    supplier = a_supplier(is_masked=False, country="SE")
    number = str(supplier["orgnr"])

    page = written(opened("suppliers", sok=f"{number[:6]}-{number[6:]}"))

    assert found_names(page)[0] == supplier["name"]
    assert "organisationsnummer" in page


def test_a_supplier_is_found_by_the_number_of_its_contract(sample: Path) -> None:
    supplier = a_supplier(is_masked=False, country="SE")
    link = read_register("contract_supplier").filter(pl.col("supplier_id") == supplier["id"]).row(0, named=True)
    contract = read_register("contract").filter(pl.col("id") == link["contract_id"]).row(0, named=True)

    page = written(opened("suppliers", sok=contract["number"]))

    assert supplier["name"] in found_names(page)


def test_a_search_without_a_hit_says_what_to_try(sample: Path) -> None:
    page = written(opened("suppliers", sok="qqqqzzzz"))

    assert "Ingen leverantör passar" in page


@pytest.mark.parametrize(
    ("key", "words"), [("supplier", "leverantören finns inte"), ("contract", "avtalet finns inte")]
)
def test_a_page_about_something_unknown_says_so(key: str, words: str, sample: Path) -> None:
    page = opened(key, id="999999999")

    assert not page.exception
    assert words in written(page)


def test_a_supplier_page_tells_what_is_known(sample: Path) -> None:
    supplier = a_supplier(is_masked=False, country="SE")

    page = opened("supplier", id=str(supplier["id"]))

    assert heading(page) == str(supplier["name"])
    html = written(page)
    assert f"{str(supplier['orgnr'])[:6]}-{str(supplier['orgnr'])[6:]}" in html
    assert "Namn och nummer leverantören förekommer under" in html


def test_a_masked_supplier_is_never_shown_by_number(sample: Path) -> None:
    masked = read_register("supplier").filter("is_masked").row(0, named=True)

    html = written(opened("supplier", id=str(masked["id"])))

    assert "Namn och nummer visas inte" in html
    assert re.findall(r"\d{6}-\d{4}", html) == []


def test_an_unknown_ceiling_is_said_to_be_unknown_and_never_to_be_none(sample: Path) -> None:
    contract = (
        read_register("contract").filter(pl.col("ceiling_ore").is_null(), ~pl.col("is_secret")).row(0, named=True)
    )

    html = written(opened("contract", id=str(contract["id"]), **{"del": "tak"}))

    assert "Okänt tak" in html
    assert "Det betyder inte att det saknas" in html


def test_the_list_of_contracts_is_in_one_language(sample: Path) -> None:
    page = opened("contracts", lang="en")

    assert "Unknown ceiling" in written(page)
    assert "Okänt tak" not in written(page)


def test_a_contract_page_begins_with_how_long_it_holds(sample: Path) -> None:
    contract = read_register("contract").filter("is_until_further_notice", ~pl.col("is_secret")).row(0, named=True)

    html = written(opened("contract", id=str(contract["id"])))

    assert "<p class='lw-lead'>Avtalet gäller tills vidare. Hittills har vi köpt för" in html


def test_a_secret_contract_is_nowhere(sample: Path) -> None:
    secret = read_register("contract").filter("is_secret").row(0, named=True)

    found = written(opened("contracts", sok=secret["number"]))

    assert "avtalet finns inte" in written(opened("contract", id=str(secret["id"])))
    assert f"id={secret['id']}'" not in found
    assert (
        secret["title"] not in found
        or secret["title"] in read_register("contract").filter(~pl.col("is_secret"))["title"]
    )


def test_a_contract_page_lists_its_suppliers_in_rank_order(sample: Path) -> None:
    ranked = read_register("contract_supplier").filter(pl.col("rank").is_not_null()).sort("contract_id", "rank")
    contract_id = ranked["contract_id"][0]
    names = (
        ranked.filter(pl.col("contract_id") == contract_id)
        .join(read_register("supplier"), left_on="supplier_id", right_on="id", maintain_order="left")["name"]
        .to_list()
    )

    html = written(opened("contract", id=str(contract_id)))

    assert [name for name in found_names(html) if name in names] == names


def test_the_contract_that_is_found_by_its_registration_number_comes_first(sample: Path) -> None:
    contract = read_register("contract").filter(pl.col("registration_number").is_not_null()).row(3, named=True)

    html = written(opened("contracts", sok=contract["registration_number"].lower()))

    assert re.findall(r"avtalssida\?[^']*'>(.*?)</a>", html)[0] == contract["number"]

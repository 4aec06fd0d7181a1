"""The list of suppliers, and what a search for one knows."""

from datetime import date

import polars as pl

from dashboard.data.search import contract_index, supplier_index
from dashboard.data.suppliers import supplier_rows
from dashboard.rules.search import find
from tests.dashboard.frames import empty_table, one_row

SUPPLIERS = pl.concat(
    [
        one_row("supplier", id=n, name=name, orgnr=orgnr, country="SE", is_sole_trader=False, is_masked=False)
        for n, name, orgnr in ((1, "Älvens El AB", "4560000017"), (2, "Norrbygg AB", None), (3, "Norr Bygg", None))
    ]
)
CUBE = pl.DataFrame(
    [(202601, 1, "B", 100), (202602, 1, "E", 300), (202601, 2, None, 50)],
    schema={"period": pl.Int32, "supplier_id": pl.Int32, "line_class": pl.String, "amount_ore": pl.Int64},
    orient="row",
)
LINKS = one_row("contract_supplier", id=1, contract_id=7, supplier_id=1)
CONTRACTS = one_row("contract", id=7, number="A-7", registration_number="INK 2026/7", title="Elmaterial")
ALIASES = one_row("supplier_alias", id=1, supplier_id=1, key="name:elbolaget", name="Elbolaget i norr", kind="name")


def listed(merges: pl.DataFrame) -> pl.DataFrame:
    """The list on these purchases."""
    return supplier_rows(CUBE.cast({"supplier_id": pl.Int64}), SUPPLIERS, LINKS, merges)


def test_every_supplier_is_listed_those_bought_most_from_first() -> None:
    rows = listed(empty_table("supplier_merge")).select("id", "total_ore", "outside_share", "contracts").rows()

    assert rows == [(1, 400, 0.75, 1), (3, None, None, 0), (2, None, None, 0)]


def test_a_supplier_merged_into_another_is_listed_no_more_until_the_merge_is_undone() -> None:
    merge = one_row("supplier_merge", id=1, from_supplier_id=3, into_supplier_id=2, merged_on=date(2026, 1, 1))

    assert listed(merge)["id"].to_list() == [1, 2]
    assert listed(merge.with_columns(undone_on=date(2026, 2, 1)))["id"].to_list() == [1, 3, 2]


def test_a_supplier_is_known_by_its_contracts_and_a_contract_by_its_suppliers() -> None:
    frames = (SUPPLIERS, ALIASES, LINKS, CONTRACTS)

    suppliers, contracts = supplier_index(*frames), contract_index(*frames)

    for query in ("A-7", "ink 2026/7", "elbolaget", "456000-0017"):
        assert find(suppliers, query)["id"].to_list()[:1] == [1]
    for query in ("älvens", "elbolaget", "4560000017", "elmaterial"):
        assert find(contracts, query)["id"].to_list()[:1] == [7]


def test_ten_thousand_suppliers_are_searched_without_waiting() -> None:
    many = pl.concat([SUPPLIERS.head(1)] * 10_000).with_columns(
        id=pl.int_range(10_000), name=pl.format("Företag {} i Norr AB", pl.int_range(10_000))
    )
    index = supplier_index(many, ALIASES, LINKS, CONTRACTS)

    found = find(index, "foretag 4711")

    assert found["id"].to_list() == [4711]

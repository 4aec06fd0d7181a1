"""The sample municipality holds an example of everything, hangs together, and is the same every time."""

import hashlib
from pathlib import Path

import polars as pl
import pytest
from sqlalchemy import insert
from stdnum import luhn

from data_access.engine import engine, reading, writing
from data_access.errors import Refused
from data_access.tables import metadata
from data_access.tables.categories import category
from sample_data import make
from sample_data.clock import AS_OF, PERIODS
from sample_data.making import FEWEST_LINES, is_sample
from tests.sample_data.conftest import Sample, read_tables

NOT_FILLED = {"cpv_code", "import_row_error", "source_profile", "market_statistic", "done_act"}
FILLED = set(metadata.tables) - NOT_FILLED


@pytest.mark.parametrize("name", sorted(FILLED))
def test_every_table_that_pages_and_metrics_read_has_rows(sample: Sample, name: str) -> None:
    assert sample.tables[name].height > 0


def test_every_foreign_key_of_the_database_resolves(sample_home: Path) -> None:
    with engine(f"sqlite:///{sample_home / 'luleaway.db'}").connect() as connection:
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()

    assert broken == []


@pytest.mark.parametrize(
    ("column", "table"),
    [
        ("alias_id", "supplier_alias"),
        ("unit_id", "org_unit"),
        ("account_id", "account"),
        ("import_id", "import_file"),
    ],
)
def test_every_id_in_the_ledger_stands_in_sql(sample: Sample, column: str, table: str) -> None:
    used = sample.lines[column].drop_nulls().unique().cast(pl.Int64)

    assert used.is_in(sample.tables[table]["id"].implode()).all()


def test_the_ledger_has_exactly_the_lines_asked_for_over_thirty_six_months(sample: Sample) -> None:
    periods = set(sample.lines["period"].drop_nulls())

    assert sample.lines.height == 20_000
    assert periods == set(PERIODS)


def test_organisation_numbers_begin_with_the_unused_digit_and_are_valid(sample: Sample) -> None:
    numbers = sample.tables["supplier"]["orgnr"].drop_nulls()

    assert all(number[0] == "4" and int(number[2]) >= 2 and luhn.is_valid(number) for number in numbers)
    assert numbers.n_unique() == len(numbers) == 1_910


def test_sole_traders_have_a_pseudonym_and_no_number(sample: Sample) -> None:
    masked = sample.tables["supplier"].filter("is_sole_trader")

    assert masked.height == 60
    assert masked["orgnr"].is_null().all()
    assert masked["is_masked"].all()
    assert masked["name"].str.starts_with("Enskild näringsidkare ").all()


def test_some_suppliers_have_several_names_and_some_are_foreign(sample: Sample) -> None:
    names = sample.tables["supplier_alias"].group_by("supplier_id").len()

    assert names.filter(pl.col("len") > 1).height > 100
    assert sample.tables["supplier"].filter(pl.col("country") != "SE").height == 30


@pytest.mark.parametrize("line_class", ["A", "A-", "B", "C", "D", "E", "F", "U"])
def test_every_line_class_has_lines_in_every_year(sample: Sample, line_class: str) -> None:
    years = sample.classified.filter(pl.col("line_class") == line_class)["period"].drop_nulls() // 100

    assert set(years) == {2023, 2024, 2025, 2026}


@pytest.mark.parametrize(
    "spend_class", ["procurable", "transfer", "premises", "monopoly", "placement", "internal", "unknown"]
)
def test_every_spend_class_has_lines(sample: Sample, spend_class: str) -> None:
    assert sample.classified.filter(pl.col("spend_class") == spend_class).height > 5


@pytest.mark.parametrize("method", ["contract_ref", "order_ref", "article", "supplier_category_unit", "ambiguous"])
def test_every_way_to_find_the_contract_has_lines(sample: Sample, method: str) -> None:
    assert sample.classified.filter(pl.col("match_method") == method).height > 5


@pytest.mark.parametrize("flag", ["is_small_departure", "is_rank_departure", "has_resolved_ref", "is_disputed"])
def test_every_flag_has_lines(sample: Sample, flag: str) -> None:
    assert sample.classified[flag].sum() > 0


def test_the_ledger_has_the_flaws_of_real_ledgers(sample: Sample) -> None:
    lines = sample.lines
    repeats = lines.drop("row").is_duplicated().sum()

    assert (lines["amount_ore"] < 0).sum() > 100
    assert repeats >= 60
    assert lines["alias_id"].null_count() > 10
    assert lines["account_id"].null_count() > 5
    assert lines["period"].null_count() > 0
    assert (lines["period"].is_not_null() & lines["posted_on"].is_null()).sum() > 50
    assert set(lines["invoice_format"]) == {"peppol", "svefaktura", "pdf", "papper"}


def test_invoices_are_paid_in_time_late_and_not_yet(sample: Sample) -> None:
    days = (sample.lines["paid_on"] - sample.lines["due_on"]).dt.total_days()

    assert (days > 0).sum() > 100
    assert (days <= 0).mean() > 0.9
    assert sample.lines.filter(pl.col("due_on") > AS_OF)["paid_on"].null_count() > 0


def test_the_yearly_cost_is_that_of_a_town_of_eighty_thousand(sample: Sample) -> None:
    year = sample.classified.filter(pl.col("period").is_between(202511, 202610))
    addressable = year.filter(pl.col("line_class").is_not_null())["amount_ore"].sum() / 1e8

    assert 2_300 < year["amount_ore"].sum() / 1e8 < 3_200
    assert 1_500 < addressable < 2_000


def test_contract_compliance_lies_between_the_limits_and_rises(sample: Sample) -> None:
    on = pl.col("amount_ore").filter(pl.col("line_class").is_in(["A", "A-", "B"])).sum()
    of = pl.col("amount_ore").filter(pl.col("line_class").is_in(["A", "A-", "B", "C", "E"])).sum()
    years = sample.classified.filter(pl.col("period") > 0).group_by(pl.col("period") // 100).agg(share=on / of)
    shares = years.sort("period")["share"].to_list()

    assert all(0.78 < share < 0.9 for share in shares)
    assert shares[-1] > shares[0]


def test_every_ledger_batch_is_an_import_and_the_edition_names_the_last_version(sample: Sample) -> None:
    batches = sample.tables["import_file"].filter(pl.col("ledger_version").is_not_null())

    assert set(sample.tables["import_file"]["kind"]) == {"sample"}
    assert batches["rows_taken"].sum() == sample.lines.height
    assert batches["masked_rows"].min() > 0
    assert batches["amount_ore"].sum() == sample.lines["amount_ore"].sum()
    assert sample.tables["edition"]["ledger_version"].to_list() == [batches["ledger_version"].max()]


def test_the_same_call_gives_the_same_municipality_in_the_place_of_the_first(
    sqlite_database: object, tmp_path: Path
) -> None:
    make(FEWEST_LINES)
    first = _fingerprint(tmp_path / "home")

    make(FEWEST_LINES)

    assert _fingerprint(tmp_path / "home") == first


def _fingerprint(home: Path) -> dict[str, str]:
    tables = {name: rows for name, rows in read_tables(home).items() if name != "edition"}
    tables["import_file"] = tables["import_file"].drop("ledger_version")
    tables["ledger"] = pl.scan_delta(str(home / "ledger")).collect().sort("import_id", "row")
    return {name: hashlib.sha256(repr(rows.rows()).encode()).hexdigest() for name, rows in tables.items()}


def test_a_data_folder_with_other_data_is_left_alone(sqlite_database: object) -> None:
    with writing() as connection:
        connection.execute(insert(category).values(code="EGEN", name="Egen kategori", is_labour_risk=False))

    with pytest.raises(Refused, match="not_a_sample_home"):
        make(FEWEST_LINES)

    with reading() as connection:
        assert not is_sample(connection)


def test_the_sample_can_be_made_and_made_anew_on_either_database_and_ids_go_on_after_it(database: object) -> None:
    make(FEWEST_LINES)
    make(FEWEST_LINES)

    with writing() as connection:
        made = connection.execute(insert(category).values(code="NY", name="Ny", is_labour_risk=False))

    assert made.inserted_primary_key is not None
    assert made.inserted_primary_key[0] > 60

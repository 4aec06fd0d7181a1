"""Drilling to ledger lines: for every filter they are those that the cube summed."""

from collections.abc import Iterator
from datetime import date
from itertools import product
from pathlib import Path
from random import Random

import polars as pl
import pytest

from dashboard.data import build
from dashboard.data.build import Edition
from dashboard.data.lines import SHOWN, UNKNOWN, Wanted, classified_lines, find_lines
from data_access import engine

TODAY = date(2026, 11, 22)


@pytest.fixture
def edition(sample_home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Edition]:
    """The sample municipality's edition."""
    monkeypatch.setenv("LULEAWAY_HOME", str(sample_home))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    yield build.current_edition(TODAY)
    engine.close_engines()


def some_filters(cube: pl.DataFrame, count: int) -> list[Wanted]:
    """Filters drawn from what there is: of any five columns, every way to want some of them and not the others."""
    dice = Random(1)  # noqa: S311 - test data
    rows = cube.sample(count, seed=1).to_dicts()
    columns = ("unit_id", "category_id", "supplier_id", "contract_id", "line_class", "spend_class")
    drawn = []
    every = product([False, True], repeat=len(columns))
    for row, chosen in zip(rows, (one for one in every if sum(one) % 2 == 0), strict=True):
        values = {
            one: UNKNOWN if row[one] is None else row[one] for one, is_in in zip(columns, chosen, strict=True) if is_in
        }
        months = dice.choice(
            [{}, {"period_from": row["period"]}, {"period_from": row["period"], "period_to": row["period"]}]
        )
        drawn.append(Wanted(**months, **values))
    return drawn


def test_the_lines_of_every_filter_sum_to_the_cube(edition: Edition):
    cube = build.frame(edition, "cube")

    for wanted in some_filters(cube, 32):
        lines = classified_lines(edition, wanted).select("amount_ore").collect()
        found = find_lines(edition, wanted, limit=3)

        assert (lines.height, lines["amount_ore"].sum()) == (found.total_rows, found.total_ore), wanted
        sizes = lines["amount_ore"].abs().sort(descending=True).head(3).to_list()
        assert found.lines["amount_ore"].abs().to_list() == sizes, wanted


def test_a_line_says_who_what_where_and_which_row_of_which_file(edition: Edition):
    lines = find_lines(edition, Wanted(line_class="B"), limit=50).lines

    assert lines.columns == list(SHOWN)
    assert set(lines["line_class"]) == {"B"}
    for column in ("supplier", "category", "unit", "file_name", "row"):
        assert lines[column].null_count() < lines.height


def test_nothing_found_is_an_empty_table(edition: Edition):
    found = find_lines(edition, Wanted(period_from=190001, period_to=190001))

    assert (found.lines.height, found.total_rows, found.total_ore) == (0, 0, 0)
    assert found.lines.columns == list(SHOWN)

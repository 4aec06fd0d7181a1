"""Tables: values as Swedes write them, links that carry what they should, nothing read as markup."""

from datetime import date

import polars as pl
import pytest

from dashboard.navigation import page_path
from dashboard.table_html import Column, table_html
from dashboard.text import Text

HEAD = Text(sv="Rubrik", en="Heading")


def draw(frame: pl.DataFrame, *columns: Column) -> str:
    return table_html(frame, columns, "Tabell", "sv", lambda key, **query: page_path(key, query))


@pytest.mark.parametrize(
    ("value", "column", "written"),
    [
        (123456, Column("v", HEAD, "kr"), "1\u00a0235\u00a0kr"),
        (123456, Column("v", HEAD, "kr", 2), "1\u00a0234,56\u00a0kr"),
        (0.8355, Column("v", HEAD, "share"), "83,6\u00a0%"),
        (date(2026, 11, 22), Column("v", HEAD, "day"), "2026-11-22"),
        (202611, Column("v", HEAD, "period"), "nov 2026"),
        ("", Column("v", HEAD), "–"),
        (None, Column("v", HEAD, "kr"), "–"),
        ("red", Column("v", HEAD, "status"), "■ Behöver åtgärd"),
    ],
)
def test_a_value_is_written_as_its_column_says(value, column, written):
    assert f"{written}" in draw(pl.DataFrame({"v": [value]}), column)


def test_a_long_file_name_is_shortened_in_the_middle_and_whole_when_pointed_at():
    name = "leverantorsreskontra_2025_helar_slutlig.csv"

    html = draw(pl.DataFrame({"v": [name]}), Column("v", HEAD, "file"))

    assert f"<span title='{name}'>leverantorsresk…_slutlig.csv</span>" in html


def test_a_name_from_a_file_is_never_read_as_markup():
    html = draw(pl.DataFrame({"v": ["<script>alert(1)</script> & Co"]}), Column("v", HEAD))

    assert "<script>" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; Co" in html


def test_a_link_takes_its_parts_from_the_row():
    frame = pl.DataFrame({"name": ["Alfa AB"], "supplier_id": [7]})

    html = draw(frame, Column("name", HEAD, page="supplier", query={"id": "supplier_id"}))

    assert "<a href='/leverantor?id=7'>Alfa AB</a>" in html


def test_a_value_that_is_not_there_is_no_link():
    frame = pl.DataFrame({"name": [None], "supplier_id": [None]}, schema={"name": pl.String, "supplier_id": pl.Int64})

    assert "<a " not in draw(frame, Column("name", HEAD, page="supplier", query={"id": "supplier_id"}))


def test_the_table_has_a_caption_and_headings_for_those_who_listen():
    html = draw(pl.DataFrame({"v": [1]}), Column("v", HEAD, "number"))

    assert "<caption" in html
    assert "scope='col'" in html

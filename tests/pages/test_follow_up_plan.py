"""The page of the follow-up plan: what is counted is what is listed, and the files hold the same."""

import io
import re
from datetime import date
from pathlib import Path

import polars as pl
import pytest
from docx import Document

from dashboard.data import edition as editions
from dashboard.data import follow_up_plan as data
from dashboard.data.registers import read_register
from dashboard.export.docx import docx_file
from dashboard.filters import rolling
from dashboard.views.follow_up_plan import Asked
from dashboard.views.follow_up_plan_files import in_words, plan_paper
from tests.pages.open import charts, opened, written

TODAY = date(2026, 11, 16)
LIST = "aria-label='Planerade uppföljningar'"


def everything() -> pl.DataFrame:
    """The whole plan of the sample municipality."""
    edition = editions.current(TODAY)
    return data.ahead(edition, rolling(edition.as_of.year * 100 + edition.as_of.month), TODAY)


def listed(html: str) -> str:
    """The table of planned follow-ups."""
    return html.split(LIST)[1].split("</table>")[0]


def test_the_sentence_counts_what_is_planned_and_overdue_and_says_when_the_plan_ends(sample: Path) -> None:
    rows = everything()
    overdue = rows.filter(pl.col("month") == data.OVERDUE).height

    html = written(opened("follow_up_plan"))

    assert f"{rows.height - overdue} uppföljningar planerade. {overdue} är försenade. Efter mars 2027" in html


def test_the_table_behind_the_picture_leads_to_what_each_number_counts(sample: Path) -> None:
    page = opened("follow_up_plan")

    assert "Flest uppföljningar i januari 2027: 49" in written(page)
    assert len(charts(page)) == 1
    assert re.search(r"uppfoljningsplan\?klass=4&amp;manad=202612", written(page))


@pytest.mark.parametrize(("month", "number"), [("forsenade", data.OVERDUE), ("202612", 202612)])
def test_the_list_holds_the_class_and_the_month_of_the_address(sample: Path, month: str, number: int) -> None:
    wanted = everything().filter(pl.col("month") == number, pl.col("risk_class") == 3)

    html = listed(written(opened("follow_up_plan", manad=month, klass="3")))

    assert html.count("<tr>") - 1 == wanted.height > 0


def test_a_controller_can_be_chosen_and_the_address_follows(sample: Path) -> None:
    page = opened("follow_up_plan")
    name = everything()["controller"].drop_nulls()[0]

    page.selectbox(key="follow_up_plan_controller").set_value(name).run()

    assert page.query_params["controller"] == name
    assert len(set(re.findall(r"<td>([^<]*)</td></tr>", listed(written(page))))) == 1


def test_an_address_nobody_can_mean_shows_the_whole_plan(sample: Path) -> None:
    page = opened("follow_up_plan", manad="199901", klass="9", controller="<b>Ingen</b>")

    assert not page.exception
    assert f"av {everything().height}" in written(page)


def test_a_secret_contract_is_not_in_the_plan(sample: Path) -> None:
    secret = set(read_register("contract").filter("is_secret")["id"])

    assert secret
    assert not secret & set(everything()["row_id"])


def test_the_paper_says_the_day_the_source_and_the_selection_and_holds_every_row(sample: Path) -> None:
    rows = everything().filter(pl.col("risk_class") == 4)
    asked = Asked("4", None, None)
    edition = editions.current(TODAY)

    paper = plan_paper(in_words(rows), asked, "En mening.", edition, TODAY)
    word = Document(io.BytesIO(docx_file(paper)))

    facts = [cell.text for row in word.tables[0].rows for cell in row.cells]
    assert facts[:2] == ["Läget per", "2026-11-16"]
    assert any("Riskklass 4" in one for one in facts)
    assert any(f"dataversion {edition.number}" in one for one in facts)
    assert len(word.tables[1].rows) == rows.height + 1


def test_in_the_files_what_is_not_done_is_called_overdue(sample: Path) -> None:
    said = in_words(everything())

    assert set(said.filter(pl.col("state") == "not_done")["state_word"]) == {"Försenad"}

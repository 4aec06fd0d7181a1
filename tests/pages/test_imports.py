"""The imports page: look at a file, correct it, take it in, undo it; never a trace, never a file left."""

from pathlib import Path

import polars as pl
import pytest
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from data_access.engine import reading
from data_access.home import home
from data_access.queries.imports import list_imports
from tests.pages.open import opened, written

LEDGER = (
    "Leverantör;Organisationsnummer;Bokföringsdatum;Belopp exkl moms;Förvaltning;Konto\r\n"
    "Älvens El AB;456000-0017;2026-10-02;1 234,50;Tekniska;6110\r\n"
    "Norrbygg AB;456000-0025;2026-10-03;200,00;Tekniska;6110\r\n"
    "Norrbygg AB;456000-0025;2026-10-03;-50,25;Tekniska;6110\r\n"
)
BROKEN = LEDGER + "Piteå VVS AB;456000-0033;2026-10-04;sjuttio;Tekniska;6110\r\n"


def uploaded(content: str, name: str = "reskontra 2026-10.csv", **query: str) -> AppTest:
    """The imports page with a file chosen."""
    page = opened("imports", **query)
    page.file_uploader[0].set_value((name, content.encode("utf-8"), "text/csv"))
    return page.run()


def button(page: AppTest, label: str) -> object:
    """The button with this label."""
    return next(one for one in page.button if one.label == label)


def imports() -> pl.DataFrame:
    """What the database says came in."""
    with reading() as connection:
        return list_imports(connection)


def leftovers() -> list[str]:
    """Uploaded files that lie in the data folder."""
    return [path.name for path in home().iterdir() if path.name.startswith("upload")]


def test_a_file_is_shown_with_its_counts_and_nothing_is_written(sqlite_database: Engine) -> None:
    page = uploaded(LEDGER)

    assert not page.exception
    html = written(page)
    assert "Leverantörsreskontra: filen kan tas in." in html
    assert "<dd>1\u00a0384,25\u00a0kr</dd>" in html
    assert "Belopp exkl moms" in html
    assert imports().is_empty()
    assert leftovers() == []


def test_a_file_is_taken_in_once_however_often_it_is_sent(sqlite_database: Engine) -> None:
    page = uploaded(LEDGER)
    button(page, "Ta in filen").click()  # type: ignore[attr-defined]
    page.run()

    again = uploaded(LEDGER)

    assert not page.exception
    assert imports().select("rows_taken", "amount_ore", "state").rows() == [(3, 138_425, "taken")]
    assert "filen finns redan här" in written(again)
    assert "Ta in filen" not in [one.label for one in again.button]
    assert leftovers() == []


def test_rows_that_cannot_be_read_must_be_accepted_before_the_file_is_taken(sqlite_database: Engine) -> None:
    page = uploaded(BROKEN)

    assert button(page, "Ta in filen").disabled  # type: ignore[attr-defined]
    assert "Rader som inte kan läsas" in written(page)
    assert "sjuttio" not in written(page).split("Så här läses kolumnerna")[0]

    page.checkbox[0].check().run()
    button(page, "Ta in filen").click()  # type: ignore[attr-defined]
    page.run()

    assert imports().select("rows_taken", "rows_refused").rows() == [(3, 1)]


def test_a_person_can_correct_how_the_columns_are_read(sqlite_database: Engine) -> None:
    page = uploaded(LEDGER)
    unit = next(box for box in page.selectbox if box.label == "Förvaltning eller enhet")
    unit.set_value("")

    button(page, "Läs filen så här").click()  # type: ignore[attr-defined]
    page.run()

    assert not page.exception
    assert "<td>Förvaltning eller enhet</td>" not in written(page)


def test_an_import_can_be_undone_but_only_on_purpose(sqlite_database: Engine) -> None:
    page = uploaded(LEDGER)
    button(page, "Ta in filen").click()  # type: ignore[attr-defined]
    page.run()
    number = str(imports()["id"][0])

    page = opened("imports", **{"import": number})
    assert button(page, "Ångra importen").disabled  # type: ignore[attr-defined]
    page.checkbox[0].check().run()
    button(page, "Ångra importen").click()  # type: ignore[attr-defined]
    page.run()

    assert not page.exception
    assert imports()["state"].to_list() == ["undone"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("tom.csv", ""),
        ("skräp.csv", "\x00\x01\x02\x03"),
        ("bok.xlsx", "detta är ingen arbetsbok"),
        ("arkiv.zip", "PK\x03\x04 trasigt"),
        ("../../utanför.csv", "a;b\r\n1;2\r\n"),
        ("summor.csv", "Leverantör;Summa av Belopp\r\nA;1\r\nB;2\r\n"),
    ],
)
def test_what_is_no_ledger_is_refused_in_plain_words(name: str, content: str, sqlite_database: Engine) -> None:
    page = uploaded(content, name)

    assert not page.exception
    assert page.error
    assert not any("Traceback" in one.value or "Error" in one.value for one in page.error)
    assert "Ta in filen" not in [one.label for one in page.button]
    assert imports().is_empty()
    assert leftovers() == []


def test_an_import_that_does_not_exist_is_said_not_to(sqlite_database: Engine) -> None:
    assert "Den importen finns inte" in written(opened("imports", **{"import": "77"}))


def test_the_import_of_made_up_facts_says_that_it_has_no_report(sample: Path) -> None:
    page = opened("imports", **{"import": "1"})

    assert "har ingen rapport" in written(page)

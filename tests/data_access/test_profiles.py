"""The mapping a person corrected is remembered for the layout it was made for."""

from pathlib import Path

from sqlalchemy import Engine

from data_access import importing
from data_access.engine import reading
from data_access.queries.imports import list_imports
from tests.data_access.takes import NOW, stored_amounts

HEADER = "Vem;Orgnr;Belopp A;Belopp B;Datum"


def two_amounts(folder: Path, name: str, day: str = "2026-10-01") -> Path:
    path = folder / name
    path.write_text(f"{HEADER}\nAcme AB;456000-0006;100,00;80,00;{day}\n", encoding="utf-8")
    return path


MAPPING = {"supplier_name": "Vem", "orgnr": "Orgnr", "amount": "Belopp B", "posted_on": "Datum"}


def test_a_later_file_with_the_same_header_is_read_as_the_person_said(database: Engine, tmp_path: Path) -> None:
    importing.take(two_amounts(tmp_path, "okt.csv"), "Kim", NOW, source="raindance", mapping=MAPPING)

    later = importing.take(two_amounts(tmp_path, "nov.csv", "2026-11-01"), "Kim", NOW)

    assert (later.report.source, later.report.columns["amount"]) == ("raindance", "Belopp B")
    assert stored_amounts() == [80_00, 80_00]


def test_a_preview_uses_the_saved_mapping_too(database: Engine, tmp_path: Path) -> None:
    importing.take(two_amounts(tmp_path, "okt.csv"), "Kim", NOW, source="raindance", mapping=MAPPING)

    seen = importing.preview(two_amounts(tmp_path, "nov.csv", "2026-11-01"))

    assert seen.report.amount_sum == "80.00"


def test_the_same_bytes_read_in_another_way_replace_what_was_read_wrongly(database: Engine, tmp_path: Path) -> None:
    path = two_amounts(tmp_path, "okt.csv")
    importing.take(path, "Kim", NOW, mapping=MAPPING)

    second = importing.take(path, "Kim", NOW, mapping=MAPPING | {"amount": "Belopp A"})

    assert second.state == "replaced"
    assert stored_amounts() == [100_00]


def test_a_source_that_was_named_once_is_known_by_its_header(database: Engine, tmp_path: Path) -> None:
    importing.take(two_amounts(tmp_path, "okt.csv"), "Kim", NOW, source="bolaget", mapping=MAPPING)
    importing.take(two_amounts(tmp_path, "nov.csv", "2026-11-01"), "Kim", NOW)

    with reading(database) as connection:
        sources = list_imports(connection)["source"].to_list()

    assert sources == ["bolaget", "bolaget"]

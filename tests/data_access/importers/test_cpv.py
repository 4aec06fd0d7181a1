"""CPV codes, in a hand-written file and in the published one."""

from pathlib import Path

from data_access.importers import cpv
from data_access.recognising import recognise


def codes(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(("cpv,label_sv,label_en", *lines)), encoding="utf-8")
    return path


def test_codes_are_eight_digits_with_both_names(tmp_path: Path) -> None:
    path = codes(
        tmp_path / "c.csv", "03000000,Jordbruk,Farming", '09000000-3,"Olja, gas","Oil, gas"', "03000000,Igen,Again"
    )

    read = cpv.read(path)

    assert read.frame.rows() == [("03000000", "Jordbruk", "Farming"), ("09000000", "Olja, gas", "Oil, gas")]
    assert (read.report.rows_read, read.report.rows_taken, read.report.rows_refused) == (3, 3, 0)


def test_a_code_that_is_none_is_refused_with_row_and_column(tmp_path: Path) -> None:
    read = cpv.read(codes(tmp_path / "c.csv", "03000000,Jordbruk,Farming", "3000000,Kort,Short"))

    assert read.errors.select("row", "column", "reason").rows() == [(3, "cpv", "code_unreadable")]


def test_a_file_without_words_is_no_code_list(tmp_path: Path) -> None:
    path = tmp_path / "c.csv"
    path.write_text("cpv,label_sv\n03000000,Jordbruk\n", encoding="utf-8")

    assert not cpv.recognises(path)
    assert [problem.code for problem in cpv.read(path).report.problems] == ["cpv_header_missing"]


def test_the_published_codes_are_all_read(real_data: Path) -> None:
    path = real_data / "cpv" / "cpv_2008_sv_en.derived.csv"

    read = cpv.read(path)

    assert recognise(path) == "cpv"
    assert read.frame.height == read.frame["code"].n_unique() == 9_454
    assert read.report.problems == ()

"""Changed contracts: the page's list agrees with its sentence, and a contract's forms say, save once and refuse."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.data import changes as data
from dashboard.data import edition as editions
from dashboard.data.registers import read_register
from tests.pages.open import charts, opened, own_copy, written

TODAY = date(2026, 11, 16)
PART = {"del": "andringar"}


@pytest.fixture
def own_sample(sample_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A sample municipality of one's own, to change, as a team leader."""
    yield from own_copy(sample_home, tmp_path, monkeypatch, "gun.leader")


def judged(*parts: pl.Expr) -> pl.DataFrame:
    return data.judged(editions.current(TODAY), TODAY).filter(*parts)


def unchanged() -> int:
    """A contract above the threshold that is not secret, and has neither a change nor a value."""
    touched = pl.concat([read_register(name)["contract_id"] for name in ("amendment", "contract_valuation")])
    free = ~pl.col("is_secret") & (pl.col("regime") == "above_threshold") & ~pl.col("id").is_in(touched.implode())
    return int(read_register("contract").filter(free)["id"][0])


def contract(contract_id: int, **query: str) -> AppTest:
    return opened("contract", id=str(contract_id), **PART, **query)


def field(page: AppTest, kind: str, form: str, name: str) -> Any:
    """The field `name` of the form whose key begins so."""
    found = [one for one in page.get(kind) if re.match(rf"{form}_\d+\.\d+\.{name}$", str(one.key))]
    assert len(found) == 1, [one.key for one in page.get(kind)]
    return found[0]


def press(page: AppTest, form: str) -> AppTest:
    pressed: AppTest = field(page, "button", form, "save").click().run()
    return pressed


def filled(page: AppTest, amount: str = "1 250 000,50") -> AppTest:
    """A new change, filled in."""
    form = "record_amendment"
    field(page, "date_input", form, "day").set_value(date(2025, 11, 3))
    field(page, "selectbox", form, "ground").set_value("17:9")
    field(page, "text_input", form, "amount").set_value(amount)
    field(page, "text_area", form, "what").set_value("Två enheter <b>till</b>")
    return page.run()


def test_the_sentence_the_choices_and_the_list_agree(sample: Path) -> None:
    counts = {kind: opened("changes", visa=kind) for kind in ("alla", "annons", "over", "okanda")}

    rows = {kind: written(page).count("<td><span class='lw-status'") for kind, page in counts.items()}
    linked = {kind: _listed(page) for kind, page in counts.items()}
    changed = judged()["contract_id"].n_unique()
    assert f"{changed} avtal har ändringar" in written(counts["alla"])
    assert linked["alla"] == changed
    assert linked["over"] == judged(pl.col("arithmetic") == "probably_not")["contract_id"].n_unique()
    assert linked["annons"] == judged(pl.col("is_notice_missing"))["contract_id"].n_unique()
    assert linked["okanda"] == judged(pl.col("answer") == "cannot_be_computed")["contract_id"].n_unique()
    assert all(rows.values())


def _listed(page: AppTest) -> int:
    """How many contracts the list at the end of the page has."""
    table = next(part for part in written(page).split("<table>") if "Svar" in part)
    return table.count("<tr>") - 1


def test_the_page_draws_the_room_and_says_whose_judgement_it_is(sample: Path) -> None:
    page = opened("changes")

    assert not page.exception
    assert "över gränsen för ändringar av mindre värde" in charts(page)[0] + written(page)
    assert "Bedömning görs av jurist" in written(page)
    assert "SFS 2025:360" in written(page)


def test_the_room_left_in_whole_kronor_is_never_more_than_there_is(sample: Path) -> None:
    rooms = {one for one in data.standings(editions.current(TODAY), TODAY)["share_room_ore"].drop_nulls() if one}

    said = re.findall(r"högst ([\d\s]+)kr", written(opened("changes")).replace("&nbsp;", " "))

    assert said
    assert {int(re.sub(r"\s", "", one)) for one in said} <= {one // 100 for one in rooms}


@pytest.mark.parametrize(("language", "words"), [("sv", "Sannolikt inte tillåten"), ("en", "Probably not allowed")])
def test_the_answer_has_words_and_a_shape_in_both_languages(language: str, words: str, sample: Path) -> None:
    assert f"■ {words}" in written(opened("changes", lang=language))


def test_a_filter_narrows_the_sentence_too(sample: Path) -> None:
    first = int(judged(pl.col("answer") == "probably_not")["contract_id"][0])
    scope = read_register("scope").filter(pl.col("contract_id") == first).drop_nulls("category_id")
    category = int(scope["category_id"][0])
    covering = read_register("scope").filter(pl.col("category_id") == category)["contract_id"]

    page = opened("changes", kategori=str(category))

    count = judged(pl.col("contract_id").is_in(covering.implode()))["contract_id"].n_unique()
    assert f"{count} avtal har ändringar" in written(page)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_changed_contract_shows_its_changes_with_paragraph_rule_and_counsel(language: str, sample: Path) -> None:
    for contract_id in judged()["contract_id"].unique():
        page = contract(int(contract_id), lang=language)

        assert not page.exception
        assert "SFS 2025:360" in written(page)
        assert {"sv": "Bedömning görs av jurist", "en": "by legal counsel"}[language] in written(page)


def test_below_the_threshold_the_answer_is_guidance_and_asks_for_a_legal_note(sample: Path) -> None:
    guided = int(judged(pl.col("is_guidance"))["contract_id"][0])

    assert "Vägledande: 17 kap. LOU gäller inte direkt" in written(contract(guided))
    assert "19:2" in written(contract(guided))


def test_a_missing_notice_is_shown_and_gone_when_it_is_filled_in(own_sample: Path) -> None:
    row = judged(pl.col("is_notice_missing")).row(0, named=True)
    page = contract(row["contract_id"])
    assert "■ Annons saknas" in written(page)

    field(page, "date_input", "correct_amendment", "notice").set_value(date(2026, 5, 4))
    page = press(page, "correct_amendment")

    assert not page.exception
    assert "Annons saknas" not in written(page)
    saved = read_register("amendment").filter(pl.col("id") == row["change_id"]).row(0, named=True)
    assert (saved["notice_published_on"], saved["version"]) == (date(2026, 5, 4), 2)
    assert saved["value_delta_ore"] == row["value_delta_ore"]


def test_a_change_says_what_will_happen_and_is_saved_once(own_sample: Path) -> None:
    contract_id = unchanged()
    page = filled(contract(contract_id))

    assert "Om du sparar: ändringarna enligt 17:9 blir netto 1\xa0250\xa0001\xa0kr" in written(page)
    assert read_register("amendment").filter(pl.col("contract_id") == contract_id).is_empty()

    page = press(page, "record_amendment")

    assert not page.exception
    (saved,) = read_register("amendment").filter(pl.col("contract_id") == contract_id).to_dicts()
    assert (saved["signed_on"], saved["ground"], saved["value_delta_ore"]) == (
        date(2025, 11, 3),
        "17:9",
        1_250_000_50,
    )
    assert (saved["recorded_by"], saved["notice_published_on"]) == ("gun.leader", None)
    assert "Två enheter &lt;b&gt;till&lt;/b&gt;" in written(page)
    assert field(page, "text_input", "record_amendment", "amount").value == ""


@pytest.mark.parametrize(
    ("amount", "said"),
    [("tolv", "”tolv” går inte att läsa som ett belopp"), ("", "Fyll i det som saknas: Ändringens värde i kronor")],
)
def test_an_amount_that_is_none_is_named_and_everything_typed_stays(own_sample: Path, amount: str, said: str) -> None:
    contract_id = unchanged()

    page = press(filled(contract(contract_id), amount), "record_amendment")

    assert said in written(page)
    assert field(page, "text_area", "record_amendment", "what").value == "Två enheter <b>till</b>"
    assert read_register("amendment").filter(pl.col("contract_id") == contract_id).is_empty()


@pytest.mark.parametrize(("digits", "said"), [(15, "Beloppet är för stort"), (29, "går inte att läsa som ett belopp")])
def test_an_amount_beyond_reason_is_refused_and_not_worked_out(own_sample: Path, digits: int, said: str) -> None:
    page = press(filled(contract(unchanged()), "9" * digits), "record_amendment")

    assert not page.exception
    assert said in written(page)
    assert "Om du sparar" not in written(page)


def test_a_notice_before_the_change_is_refused_in_words(own_sample: Path) -> None:
    page = filled(contract(unchanged()))
    field(page, "date_input", "record_amendment", "notice").set_value(date(2025, 10, 1))

    page = press(page, "record_amendment")

    assert "kan inte vara före ändringen" in written(page)


def test_somebody_elses_correction_is_not_written_over_and_what_was_typed_stays(own_sample: Path) -> None:
    row = judged(pl.col("is_notice_missing")).row(0, named=True)
    mine, theirs = contract(row["contract_id"]), contract(row["contract_id"])
    field(theirs, "text_area", "correct_amendment", "what").set_value("Deras ord")
    press(theirs, "correct_amendment")

    field(mine, "text_area", "correct_amendment", "what").set_value("Mina ord")
    mine = press(mine, "correct_amendment")

    assert "Någon annan har ändrat samma sak" in written(mine)
    assert field(mine, "text_area", "correct_amendment", "what").value == "Mina ord"
    mine = next(one for one in mine.button if one.label == "Hämta det senaste").click().run()
    assert field(mine, "text_area", "correct_amendment", "what").value == "Deras ord"
    assert "Mina ord" in written(mine)


def test_a_value_says_its_limits_and_gives_the_contract_its_room(own_sample: Path) -> None:
    contract_id = unchanged()
    page = contract(contract_id)
    assert "räknas inte: den kan sakna optioner" in written(page)

    form = "value_contract"
    field(page, "text_input", form, "value").set_value("6 000 000")
    field(page, "text_input", form, "index").set_value("1,048")
    field(page, "selectbox", form, "kind").set_value("goods")
    field(page, "text_input", form, "source").set_value("Tilldelningsbeslut")
    page = page.run()
    assert "det omräknade värdet blir 6\xa0288\xa0000\xa0kr" in written(page)
    page = press(page, form)

    assert not page.exception
    assert "högst 628\xa0799,99\xa0kr, efter gränsen i procent" in written(page)
    assert "ett verifierat tröskelvärde i kronor" in written(page)
    saved = read_register("contract_valuation").filter(pl.col("contract_id") == contract_id).row(0, named=True)
    assert (saved["value_ore"], str(saved["index_factor"]), saved["who"]) == (6_000_000_00, "1.048000", "gun.leader")


@pytest.mark.parametrize("index", ["hög", "1,0481234", "4,8 %", ""])
def test_an_index_factor_that_is_none_is_named(own_sample: Path, index: str) -> None:
    page = contract(unchanged())
    form = "value_contract"
    field(page, "text_input", form, "value").set_value("6 000 000")
    field(page, "text_input", form, "index").set_value(index)
    field(page, "selectbox", form, "kind").set_value("goods")
    field(page, "text_input", form, "source").set_value("Tilldelningsbeslut")

    page = press(page, form)

    assert not page.exception
    assert "Indexfaktor" in written(page)
    assert field(page, "text_input", form, "value").value == "6 000 000"


def test_somebody_who_may_not_is_told_who_may(own_sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LULEAWAY_PERSON", "mona.operations")

    page = contract(unchanged())

    assert "Det här får bara den göra som är" in written(page)
    assert not [one for one in page.button if str(one.key).endswith("save")]


def test_a_secret_contract_shows_no_changes(sample: Path) -> None:
    secret = int(read_register("contract").filter("is_secret")["id"][0])

    page = contract(secret)

    assert not page.exception
    assert "Kvar att ändra" not in written(page)

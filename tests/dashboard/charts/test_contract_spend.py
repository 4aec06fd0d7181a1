"""What is bought on one contract: a bar a month, empty months too, and a title made from the amounts."""

import altair as alt
import polars as pl
import pytest

from dashboard.charts.contract_spend import build_contract_spend
from dashboard.charts.theme import Spec
from dashboard.text import Language

ROWS = pl.DataFrame({"period": [202511, 202512, 202601], "total_ore": [50_000_000, 0, 125_000_000]})


def built(rows: pl.DataFrame = ROWS, language: Language = "sv") -> Spec:
    return build_contract_spend(rows, language, lambda period: f"/x?fran={period}")


def test_the_title_says_how_much_and_in_which_month_most() -> None:
    assert built()["title"]["text"] == "1,8\u00a0mnkr köptes på avtalet, mest i jan 2026"


def test_where_all_was_bought_in_one_month_the_title_says_so() -> None:
    assert built(ROWS.tail(2), "en")["title"]["text"].endswith("was bought on it, all in Jan 2026")


def test_a_month_without_purchases_keeps_its_place() -> None:
    spec = built()

    assert spec["encoding"]["x"]["sort"] == ["nov|2025", "dec|2025", "jan|2026"]
    assert [one["amount"] for one in spec["data"]["values"]] == [500, 0, 1250]


def test_each_bar_leads_to_its_months_lines_and_says_its_amount() -> None:
    first = built()["data"]["values"][0]

    assert (first["href"], first["written"]) == ("/x?fran=202511", "500 000 kr".replace(" ", "\u00a0"))


@pytest.mark.parametrize("language", ["sv", "en"])
def test_it_is_a_valid_chart_in_both_languages(language: Language) -> None:
    spec = {key: part for key, part in built(language=language).items() if key != "usermeta"}

    alt.Chart.from_dict(spec)

"""The picture of the room for changes: valid, counted in its title, and red only with a shape and words."""

from typing import Any

import altair as alt
import polars as pl
import pytest

from dashboard.charts.change_headroom import MOST, build_change_headroom
from dashboard.charts.theme import Spec
from dashboard.formats import NBSP
from dashboard.text import Language


def contract(key: int = 1, share: float = 0.08, **said: Any) -> dict[str, Any]:
    """Goods, a little below the limit."""
    usual = {"limit_share": 0.1, "is_above": False, "is_guidance": False, "net_ore": 500_000_00, "net_share": share}
    return {"contract_id": key, "number": f"AVT-{key}", "title": "Städning"} | usual | said


def drawn(*contracts: dict[str, Any], above: int = 0, language: Language = "sv") -> Spec:
    return build_change_headroom(pl.DataFrame(list(contracts)), above, language, lambda key: f"/avtal?id={key}")


def values(spec: Spec) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = spec["data"]["values"]
    return found


@pytest.mark.parametrize("language", ["sv", "en"])
def test_it_is_a_valid_chart_in_both_languages(language: Language) -> None:
    alt.Chart.from_dict(drawn(contract(), contract(2, 0.12, is_above=True), above=1, language=language))


@pytest.mark.parametrize(
    ("above", "begins"), [(0, "Inget avtal som kan beräknas är över"), (1, "Ett avtal är över"), (12, "12 avtal är")]
)
def test_the_title_counts_those_above_the_limit(above: int, begins: str) -> None:
    assert drawn(contract(), above=above)["title"]["text"].startswith(begins)


def test_a_contract_below_its_limit_says_both_shares_and_leads_to_its_changes() -> None:
    (one,) = values(drawn(contract(7)))

    assert one["words"] == f"8,0{NBSP}%, gränsen är 10{NBSP}%"
    assert one["href"] == "/avtal?id=7"


def test_above_the_limit_has_a_shape_and_a_word() -> None:
    (one,) = values(drawn(contract(1, 0.16, limit_share=0.15, is_above=True)))

    assert one["words"] == f"■ 16,0{NBSP}%, över gränsen 15{NBSP}%"


def test_above_the_threshold_alone_is_said_so() -> None:
    (one,) = values(drawn(contract(1, 0.04, is_above=True)))

    assert one["words"] == f"■ 4,0{NBSP}%, över tröskelvärdet"


def test_a_decrease_is_as_long_as_an_increase_and_keeps_its_sign_in_words() -> None:
    (one,) = values(drawn(contract(1, -0.06)))

    assert one["size"] == 0.06
    assert one["words"].startswith("−6,0")


def test_guidance_is_said_where_17_kap_does_not_hold() -> None:
    (one,) = values(drawn(contract(is_guidance=True)))

    assert one["words"].endswith("(vägledande)")


def test_no_more_than_eight_are_drawn() -> None:
    assert len(values(drawn(*(contract(key) for key in range(20))))) == MOST == 8

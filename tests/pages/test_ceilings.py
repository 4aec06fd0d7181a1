"""Ceilings on their pages: what is counted is what is shown, unknown is never none, a forecast moves the gate."""

import re
from datetime import date, timedelta

import polars as pl
import pytest

from dashboard.data import ceilings as data
from dashboard.data import decision_page
from dashboard.data import edition as editions
from dashboard.data.ceiling_days import ceiling_days, use_on
from dashboard.data.ceiling_frames import read_last_days
from dashboard.data.edition import Edition
from dashboard.data.registers import register
from dashboard.filters import Filters, rolling
from dashboard.views.ceilings import in_whole_percent
from tests.pages.open import charts, opened, written

pytestmark = pytest.mark.usefixtures("sample")
TODAY = date(2026, 11, 16)


@pytest.fixture
def edition() -> Edition:
    return editions.current(TODAY)


@pytest.fixture
def rows(edition: Edition) -> pl.DataFrame:
    return data.ceilings(edition, rolling(edition.as_of.year * 100 + edition.as_of.month), TODAY)


def part(contract_id: int, **query: str) -> str:
    return written(opened("contract", id=str(contract_id), **{"del": "tak"}, **query))


def first(rows: pl.DataFrame, *wanted: pl.Expr) -> int:
    return int(rows.filter(*wanted)["contract_id"][0])


def test_the_months_and_the_open_orders_sum_to_what_is_used_for_every_contract(edition: Edition) -> None:
    for contract_id in data.forecasts(edition, TODAY).filter(~pl.col("is_secret"))["contract_id"]:
        one = data.ceiling_of(edition, TODAY, contract_id)

        assert one is not None
        bought = int((one.months["own_ore"] + one.months["call_off_ore"]).sum())
        assert bought + one.row["open_ore"] == one.row["used_ore"]
        assert one.months["total_ore"].to_list()[-1:] == ([bought] if one.months.height else [])


def test_a_months_own_purchases_are_the_lines_its_link_leads_to(edition: Edition, rows: pl.DataFrame) -> None:
    one = data.ceiling_of(edition, TODAY, first(rows, pl.col("used_ore") > 0))
    assert one is not None
    month = one.months.filter(pl.col("own_ore") != 0).row(-1, named=True)

    lines = editions.cube(edition).filter(
        pl.col("contract_id") == one.row["contract_id"],
        pl.col("period") == month["period"],
        pl.col("line_class").is_in(["A", "A-", "B"]),
    )

    assert int(lines["amount_ore"].sum()) == month["own_ore"]


def test_a_call_off_counts_once_in_its_frameworks_ceiling_and_once_in_its_own(edition: Edition) -> None:
    use, every = use_on(edition, TODAY), data.forecasts(edition, TODAY)
    bought = use.consumed.group_by("contract_id").agg(own_ore=pl.col("amount_ore").sum())
    under = use.call_offs.join(bought, on="contract_id").group_by("framework_id").agg(pl.col("own_ore").sum())

    for framework_id, called_off in under.iter_rows():
        one = data.ceiling_of(edition, TODAY, framework_id)
        assert one is not None
        own = bought.filter(pl.col("contract_id") == framework_id)["own_ore"].sum()
        assert one.row["invoiced_ore"] == own + called_off
        assert int(one.months["call_off_ore"].sum()) == called_off
        assert one.call_offs.height >= 1
    assert under.height >= 2
    assert every.height == every["contract_id"].n_unique()


def test_the_pages_counts_are_those_of_its_list_for_every_state(rows: pl.DataFrame) -> None:
    counted = data.counts(rows)

    assert counted["full"] == data.of_kind(rows, "full").height
    assert counted["reached"] == counted["full"] + data.of_kind(rows, "stop").height
    assert counted["unknown"] == data.of_kind(rows, "unknown").height > 0
    kinds = ("full", "stop", "reprocure", "watch", "free", "unknown")
    assert sum(data.of_kind(rows, kind).height for kind in kinds) == rows.height
    assert data.of_kind(rows, "fore").filter("is_full").is_empty()


@pytest.mark.parametrize("kind", ["alla", "fore", "full", "unknown", "kommer-inte-finnas"])
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_page_opens_in_every_state_and_language(kind: str, lang: str) -> None:
    page = opened("ceilings", lage=kind, lang=lang)

    assert not page.exception
    assert "<table>" in written(page)


def test_an_unknown_ceiling_is_listed_as_unknown_and_never_as_none_or_nothing(rows: pl.DataFrame) -> None:
    html = written(opened("ceilings", lage="unknown"))

    unknown = rows.filter(pl.col("state") == "unknown")
    assert html.count("<td class='lw-day'>Okänt tak</td>") == min(unknown.height, 100)
    assert unknown["status"].unique().to_list() == ["no_data"]
    assert unknown["used_share"].null_count() == unknown.height
    assert not re.search("inget tak|saknar tak|utan tak", html, re.IGNORECASE)


def test_a_department_sees_its_own_contracts_only(edition: Edition, rows: pl.DataFrame) -> None:
    filters = rolling(edition.as_of.year * 100 + edition.as_of.month)
    unit = int(register(edition, "scope").filter(pl.col("unit_id").is_not_null())["unit_id"][0])

    own = data.ceilings(edition, Filters(filters.period_from, filters.period_to, unit_id=unit), TODAY)

    assert 0 < own.height < rows.height
    assert set(own["contract_id"]) <= set(rows["contract_id"])


def test_the_picture_shows_eight_that_need_attention_and_their_table_leads_to_their_ceilings() -> None:
    page = opened("ceilings")

    assert len(charts(page)) == 1
    assert "Strecken är gränserna" in written(page)
    assert re.search(r"href='[^']*id=\d+[^']*del=tak", written(page))


def test_a_contract_says_what_is_counted_when_it_is_reached_and_when_to_begin(rows: pl.DataFrame) -> None:
    contract_id = first(
        rows,
        pl.col("is_before_end"),
        ~pl.col("is_full"),
        pl.col("reprocure_start_latest") < TODAY,
        pl.col("is_end_forecast"),
    )

    html = part(contract_id)

    for words in (
        "Taket beräknas nås omkring",
        "skulle ha börjat senast",
        "Beställt, inte fakturerat",
        "aldrig dubbelt",
    ):
        assert words in html
    assert "Okänt tak" not in html


def test_a_contract_without_a_stated_ceiling_says_what_to_do_in_both_languages(rows: pl.DataFrame) -> None:
    contract_id = first(rows, pl.col("state") == "unknown")

    assert "läs takvolymen i annonsen" in part(contract_id)
    assert "read the maximum value in the notice" in part(contract_id, lang="en")


def test_a_call_off_leads_to_its_framework_and_back(edition: Edition) -> None:
    under = use_on(edition, TODAY).call_offs.row(0, named=True)

    assert f"id={under['framework_id']}" in part(under["contract_id"])
    assert f"id={under['contract_id']}" in part(under["framework_id"])


def test_the_forecast_feeds_the_gate_and_closes_no_way(edition: Edition) -> None:
    found = decision_page.on_day(edition, TODAY)
    moved = found.dated.filter("is_end_forecast", ~pl.col("is_ended"))

    forecasts = data.forecasts(edition, TODAY).select(id="contract_id", day="forecast_on")
    days = moved.join(forecasts, on="id")
    extend = found.ways.join(moved.select(contract_id="id"), on="contract_id", how="semi").filter(
        pl.col("way") == "extend"
    )
    assert moved.height > 5
    assert (days["effective_end"] == days["day"]).all()
    assert (moved["effective_end"] < moved["current_end"]).drop_nulls().all()
    assert not extend["reasons"].list.contains("ceiling_reached").any()
    assert "possible" in extend["state"].to_list()


def test_only_a_ceiling_that_is_reached_closes_extending(edition: Edition) -> None:
    days = ceiling_days(edition, TODAY)

    reached, ahead = (days[name].is_not_null() for name in ("exhausted_on", "ceiling_forecast_on"))
    assert not (reached & ahead).any()
    assert (days["exhausted_on"].drop_nulls() <= edition.as_of).all()


def test_pages_and_the_command_line_ask_the_same(edition: Edition) -> None:
    assert read_last_days(edition, TODAY).equals(ceiling_days(edition, TODAY))


def test_on_a_day_before_the_ledger_ends_nothing_later_is_known(edition: Edition) -> None:
    day = date(2025, 6, 15)

    use = use_on(edition, day)

    assert use.last == 202505
    assert int(str(use.consumed["period"].max())) <= 202505
    assert (ceiling_days(edition, day)["exhausted_on"].drop_nulls() < day).all()


def test_a_far_forecast_moves_nothing(edition: Edition) -> None:
    assert (ceiling_days(edition, TODAY)["ceiling_forecast_on"].drop_nulls() <= TODAY + timedelta(days=3653)).all()


def test_a_share_just_below_the_whole_is_not_written_as_the_whole(rows: pl.DataFrame) -> None:
    near = rows.filter(~pl.col("is_full")).head(1).with_columns(used_share=pl.lit(0.9996))

    shown = in_whole_percent(near)["used_share"].item()

    assert shown == 0.99
    assert in_whole_percent(near.with_columns(used_share=pl.lit(0.29)))["used_share"].item() == 0.29

"""A server that starts asks for what the first page shows."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard import session, warming
from dashboard.data import decision_page, escalation, metric_values, overview
from dashboard.data import edition as editions


def test_a_warm_server_measures_nothing_anew_for_the_first_page(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    warming.warm()
    edition = editions.current(session.calendar_day())
    monkeypatch.delattr(metric_values, "values_of")  # measuring again would now fail

    shown = overview.overview(edition, session.default_filters(edition))

    assert shown.measured


def test_a_warm_server_asks_the_database_nothing_anew_for_the_board(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    warming.warm()
    edition = editions.current(session.calendar_day())
    monkeypatch.delattr(escalation, "reading")  # reading the cases again would now fail

    board = escalation.board(edition, session.today(), session.default_filters(edition))

    assert board.cases.height


def test_a_warm_server_knows_the_contracts_to_decide_on(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    warming.warm()
    edition = editions.current(session.calendar_day())
    monkeypatch.delattr(decision_page, "decisions_on")  # computing the dates again would now fail

    due = decision_page.portfolio(edition, session.default_filters(edition), session.today())

    assert due.dated.height


def test_a_server_without_data_starts_all_the_same(sqlite_database: Engine) -> None:
    warming.warm()

    assert editions.current(session.calendar_day()).last_period is None

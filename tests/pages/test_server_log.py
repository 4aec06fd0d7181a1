"""What the log says of a fault: its number, kind and place, and none of the values it was about."""

import logging

import pytest

from dashboard import server


def test_a_fault_is_logged_without_its_words(caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(server.st, "html", shown.append)
    try:
        raise ValueError("Anna Exempel 811218-9876")
    except ValueError as error:
        with caplog.at_level(logging.ERROR, "luleaway"):
            server.show_error(error)

    assert "ValueError" in caplog.text
    assert "test_server_log.py" in caplog.text
    assert "811218" not in caplog.text + shown[0]

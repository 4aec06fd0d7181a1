"""Every date, way, state and code of the decision rules has words."""

from datetime import date

from dashboard.decision_words import DATES, OPTION_MODES, OPTION_STATES, REASONS, STATES, WAYS
from dashboard.rules.decisions import decision_dates, missing
from dashboard.rules.decisions.way.kind import STATES as STATE_CODES
from dashboard.rules.decisions.ways import KEYS
from dashboard.rules.decisions.ways import WAYS as MAKERS


def test_every_date_way_and_state_has_words() -> None:
    assert set(DATES) == set(decision_dates.DATES) == set(missing.NEEDS)
    assert tuple(WAYS) == KEYS
    assert tuple(STATES) == STATE_CODES
    assert set(OPTION_STATES) == {"used", "declined", "open", "waiting", "lapsed", "closed"}
    assert set(OPTION_MODES) == {"buyer", "mutual", "automatic"}


def test_every_reason_has_words_and_every_word_a_reason() -> None:
    of_dates = {code for codes in missing.NEEDS.values() for code in codes} | set(missing.FAULTS)
    of_ways = {code for make in MAKERS for code in make(date(2026, 11, 16)).reasons}

    assert set(REASONS) == of_dates | of_ways


def test_the_ways_stand_in_the_order_of_their_names() -> None:
    assert tuple(make(date(2026, 11, 16)).key for make in MAKERS) == KEYS

"""Which roles may do a thing is said in whole sentences, for every act there is."""

import pytest

from dashboard.permission_words import who_may
from dashboard.refusals import about_error
from dashboard.roles import ROLE_NAMES
from dashboard.rules.permissions import MAY, may
from data_access.errors import Refused
from data_access.tables.people import ROLES


@pytest.mark.parametrize("act", MAY)
def test_a_refusal_names_every_role_that_may_and_no_other(act: str) -> None:
    said = about_error(Refused("not_allowed", act=act))

    assert said == who_may(act)
    for code, words in ROLE_NAMES.items():
        assert (words.sv.lower() in said) == may(frozenset({code}), act), code


def test_one_role_is_named_without_or() -> None:
    assert who_may("record_legal") == "Det här får bara den göra som är jurist."
    assert who_may("record_legal", "en") == "Only somebody who is legal counsel may do this."


def test_the_database_the_names_and_the_permissions_know_the_same_roles() -> None:
    assert set(ROLES) == set(ROLE_NAMES)
    assert set().union(*MAY.values()) <= set(ROLES)


def test_an_act_nobody_has_thought_of_is_not_quietly_allowed() -> None:
    with pytest.raises(KeyError):
        may(frozenset(ROLES), "something_else")

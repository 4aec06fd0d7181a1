"""Decisions move ends by events, are checked as they are saved, and are undone only by another decision."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import Engine, insert, select, update

from dashboard.acts.decide import Decision, decide, undo_decision
from dashboard.people import Person
from dashboard.refusals import sentences
from data_access.engine import reading, writing
from data_access.errors import Conflict, Refused
from data_access.queries.contracts import read_contract_options, read_contracts
from data_access.queries.decisions import read_decisions, read_plan_items
from data_access.tables.contracts import contract, contract_option
from data_access.tables.decisions import plan_item
from data_access.writes.reference import seed_reference
from tests.dashboard.acts.cases import CHIEF, CONTROLLER, LEADER, NOW, TODAY, settle
from tests.dashboard.acts.test_at_once import at_once

LAST_DAY = date(2027, 12, 31)


@pytest.fixture(autouse=True)
def municipality(database: Engine) -> None:
    settle()
    with writing() as connection:
        seed_reference(connection)
        connection.execute(update(contract).values(notice_buyer_months=6, procedure="öppet förfarande"))
        connection.execute(
            insert(contract_option),
            [{"contract_id": 1, "sequence": n, "length_months": 12, "mode": "buyer", **CALL} for n in (1, 2)],
        )


CALL = {"call_deadline_months": 3}


def decision(kind: str, **more: Any) -> Decision:
    return Decision(kind, "Behovet finns kvar.", "Delegation", TODAY, **more)


def take(kind: str, key: str, seen: int = 0, person: Person = CHIEF, **more: Any) -> int | None:
    return decide(person, key, NOW, 1, seen, decision(kind, **more))


def used() -> list[bool]:
    with reading() as connection:
        return [day is not None for day in read_contract_options(connection)["exercised_on"]]


def newest() -> dict[str, Any]:
    with reading() as connection:
        return read_decisions(connection).row(-1, named=True)


def ended() -> list[date | None]:
    with reading() as connection:
        return read_contracts(connection)["terminated_on"].to_list()


def test_an_extension_uses_the_option_and_says_the_new_end() -> None:
    take("extend", "a", option=1)

    assert used() == [True, False]
    assert newest()["new_end_on"] == date(2028, 12, 31)
    assert (newest()["has_delegation"], newest()["way"], newest()["role"]) == (
        True,
        "possible",
        "chief_purchasing_officer",
    )


def test_a_leader_without_delegation_is_warned_and_not_stopped() -> None:
    take("extend", "a", person=LEADER, option=1)

    assert newest()["has_delegation"] is False


def test_the_same_option_is_not_used_twice_and_the_same_form_saves_once() -> None:
    first = take("extend", "a", option=1)

    assert take("extend", "a", option=1) == first
    with pytest.raises(Conflict):
        take("extend", "b", option=1)
    with pytest.raises(Refused, match="option_used"):
        take("extend", "c", seen=first or 0, option=1)


def test_an_option_after_the_next_must_wait() -> None:
    with pytest.raises(Refused, match="option_not_next"):
        take("extend", "a", option=2)


def test_too_late_is_refused_with_the_day_it_closed() -> None:
    with writing() as connection:
        connection.execute(update(contract).values(initial_end_on=date(2026, 12, 31)))

    with pytest.raises(Refused) as error:
        take("extend", "a", option=1)

    assert "2026-10-01" in " ".join(sentences(error.value))


def test_an_extension_that_is_undone_moves_the_end_back() -> None:
    first = take("extend", "a", option=1) or 0

    second = undo_decision(CHIEF, "b", NOW, first, first, "Fattat på fel avtal.", "Delegation", None)

    assert used() == [False, False]
    with pytest.raises(Conflict):
        undo_decision(CHIEF, "c", NOW, first, second or 0, "Fattat på fel avtal.", "Delegation", None)
    with pytest.raises(Refused, match="not_allowed"):
        undo_decision(LEADER, "d", NOW, first, second or 0, "Fattat på fel avtal.", "Delegation", None)


def test_a_notice_ends_the_contract_and_stops_an_extension() -> None:
    first = take("terminate", "a") or 0

    assert ended() == [LAST_DAY, None]
    with pytest.raises(Refused, match="decision_stands_end"):
        take("extend", "b", seen=first, option=1)


def test_a_register_that_tells_of_the_extension_does_not_extend_it_twice() -> None:
    take("extend", "a", option=1)

    with writing() as connection:
        connection.execute(update(contract).where(contract.c.id == 1).values(initial_end_on=date(2028, 12, 31)))

    assert used() == [False, False]


def test_a_register_that_drops_the_option_does_not_lose_the_decision() -> None:
    take("extend", "a", option=1)

    with writing() as connection:
        connection.execute(contract_option.delete())

    with reading() as connection:
        rows = read_contract_options(connection).select("contract_id", "length_months", "exercised_on").rows()
    assert rows == [(1, 12, TODAY)]


def test_a_decision_to_procure_anew_makes_a_line_in_the_plan_that_undoing_cancels() -> None:
    first = take("reprocure", "a") or 0

    with reading() as connection:
        line = read_plan_items(connection).row(0, named=True)
    assert (line["needed_on"], line["decision_id"], line["state"]) == (date(2028, 1, 1), first, "planned")

    undo_decision(CHIEF, "b", NOW, first, first, "Fattat på fel avtal.", "Delegation", None)
    with reading() as connection:
        assert read_plan_items(connection)["state"].to_list() == ["cancelled"]


def test_a_sanction_opens_a_case_where_there_is_none() -> None:
    take("sanction", "a", supplier_id=1)

    assert newest()["case_id"] is not None
    assert newest()["has_delegation"] is None


def test_a_controller_decides_nothing_and_a_short_reason_is_refused() -> None:
    with pytest.raises(Refused, match="not_allowed"):
        take("expire", "a", person=CONTROLLER)
    with pytest.raises(Refused, match="decision_reason_short"):
        decide(CHIEF, "b", NOW, 1, 0, Decision("expire", "Nej.", "Delegation", TODAY))


def test_of_two_who_decide_at_once_one_wins() -> None:
    given = at_once(
        lambda: take("extend", "a", option=1),
        lambda: take("expire", "b", person=LEADER),
    )

    assert sorted(type(one).__name__ for one in given) == ["Conflict", "int"]
    with reading() as connection:
        assert read_decisions(connection).height == 1
        assert connection.execute(select(contract.c.id)).scalars().all() == [1, 2]


def test_to_procure_anew_is_decided_once_about_an_end_and_again_when_the_end_has_moved() -> None:
    first = take("reprocure", "a") or 0
    with pytest.raises(Refused, match="decision_stands_reprocure"):
        take("reprocure", "b", seen=first)

    extended = take("extend", "c", seen=first, option=1) or 0
    again = take("reprocure", "d", seen=extended)

    assert again is not None
    with reading() as connection:
        assert read_plan_items(connection)["needed_on"].to_list() == [date(2028, 1, 1), date(2029, 1, 1)]


def test_to_procure_anew_is_decided_again_when_its_line_in_the_plan_is_cancelled() -> None:
    first = take("reprocure", "a") or 0

    with writing() as connection:
        connection.execute(update(plan_item).values(state="cancelled"))

    assert take("reprocure", "b", seen=first) is not None


def test_what_replaces_a_contract_is_needed_when_its_ceiling_is_used_up() -> None:
    decide(CHIEF, "a", NOW, 1, 0, decision("reprocure"), ceiling_forecast_on=date(2027, 6, 30))

    with reading() as connection:
        assert read_plan_items(connection)["needed_on"].to_list() == [date(2027, 7, 1)]


def test_of_one_who_undoes_and_one_who_decides_at_once_one_wins_and_nothing_is_lost() -> None:
    first = take("extend", "a", option=1) or 0

    given = at_once(
        lambda: undo_decision(CHIEF, "b", NOW, first, first, "Fel avtal valdes.", "Delegation", None),
        lambda: take("reprocure", "c", seen=first, person=LEADER),
    )

    assert sorted(type(one).__name__ for one in given) == ["Conflict", "int"]
    with reading() as connection:
        kinds = read_decisions(connection)["kind"].to_list()
        planned = read_plan_items(connection).height
    assert kinds in (["extend", "undo"], ["extend", "reprocure"])
    assert (used()[0], planned) == ((False, 0) if "undo" in kinds else (True, 1))


def test_of_two_who_undo_at_once_one_wins() -> None:
    first = take("extend", "a", option=1) or 0

    given = at_once(
        lambda: undo_decision(CHIEF, "b", NOW, first, first, "Fel avtal valdes.", "Delegation", None),
        lambda: undo_decision(CHIEF, "c", NOW, first, first, "Fel avtal valdes.", "Delegation", None),
    )

    assert sorted(type(one).__name__ for one in given) == ["Conflict", "int"]
    with reading() as connection:
        assert read_decisions(connection).height == 2

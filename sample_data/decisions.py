"""Decisions, changes, values and the plan of procurements, of contracts that no other story rests on.

No decision moves an end into or out of the ledger's months. One extension was undone, one was decided without a
delegation; one change is above ten per cent of the value and one by 17:11 has no notice. Autumn 2027 asks for more
hours than there are.
"""

from datetime import date, datetime, time, timedelta

import polars as pl

from sample_data.categories import CATALOGUE
from sample_data.changes import change_tables
from sample_data.clock import add_months, extend_end
from sample_data.contracts import Contract
from sample_data.draw import stream
from sample_data.stories import FIXED_TERMS
from sample_data.working_days import workday

Row = dict[str, object]
CHIEF, LEADER, OFFICER = "kajsa.chief", "gun.leader", "ebba.officer"
CHIEF_ROLE, LEADER_ROLE = "chief_purchasing_officer", "team_leader"
STAGES = ("planning", "needs", "market", "procure", "implement", "manage")
STATES = ("planned", "started", "published", "awarded", "signed", "cancelled")
STAGES_OF = {"planned": 0, "started": 2, "published": 4, "awarded": 4, "signed": 5, "cancelled": 1}
DECIDED = date(2026, 9, 14)
FAR = date(2027, 6, 30)  # what ends later is no other story's
MONTHS = [(2024 + (10 + turn) // 12) * 100 + (10 + turn) % 12 + 1 for turn in range(49)]
HOURS = 1900
PEAK_HOURS = 1000  # each: a framework for everybody, with a reference group
PEAK = (date(2027, 9, 6), date(2027, 9, 20), date(2027, 10, 4))


def decision_tables(
    contracts: list[Contract], rows: pl.DataFrame, cases: pl.DataFrame, left_out: set[int]
) -> dict[str, pl.DataFrame]:
    """The rows of every table of decisions; `left_out` are the contracts with a mistake in the register."""
    free = _free(contracts, left_out)
    told = ("id", "title", "estimated_value_ore", "procedure", "complexity", "review_risk", "regime", "ceiling_ore")
    named = rows.select(*told).to_dicts()
    valued = [place for place in free if named[place]["estimated_value_ore"]]
    late = next(place for place in free if place not in valued[:PLANNED] and _is_late(contracts[place], named[place]))
    made = _decisions(contracts, free, cases.filter(pl.col("closed_on").is_null()).row(0, named=True), late)
    renewed = int(str(made[REPROCURED]["contract_id"])) - 1
    items = _items(contracts, rows, valued, renewed)
    items.append(
        _item(len(items) + 1, contracts, rows, late, {"decision_id": LATE, "needed_on": _after(contracts[late])})
    )
    return {
        "contract_decision": _frame(made),
        **change_tables(contracts, named, valued),
        "plan_item": _frame(items),
        "plan_stage": _frame(_stages(items)),
        "officer_capacity": _frame([_capacity(period) for period in MONTHS]),
    }


def _free(contracts: list[Contract], left_out: set[int]) -> list[int]:
    """The positions of contracts that run past FAR, in an order of their own."""
    drawn = [int(place) for place in stream("decisions").permutation(len(contracts))]
    return [place for place in drawn if place not in left_out and _is_free(contracts[place])]


def _is_free(one: Contract) -> bool:
    is_told = CATALOGUE["code"][one.category] in FIXED_TERMS
    is_running = one.start < date(2026, 1, 1) and FAR < one.end < date(2030, 1, 1)
    return is_running and not is_told and one.terminated_on is None


def _is_late(one: Contract, row: Row) -> bool:
    """Whether, when LATE is decided, there is time left to procure anew but none for a review."""
    is_open = (row["procedure"], row["review_risk"]) == ("öppet förfarande", "normal")
    return is_open and row["ceiling_ore"] is None and date(2027, 7, 15) < one.end < date(2027, 8, 25)


REPROCURED = 4  # the position of the decision that put a line into the plan
LATE = 9  # the decision to procure anew with a risk
PLANNED = 29  # how many contracts with a value the plan has lines for


def _decisions(contracts: list[Contract], free: list[int], case: Row, late: int) -> list[Row]:
    """Every kind, the sanction in its `case`; one without a delegation, one that was undone, one decided `late`."""
    extendable = [place for place in free if place != late and _next_option(contracts[place]) is not None]
    others = [place for place in free if place not in extendable[:3] and place != late]
    first, second, third = (_extension(contracts[place], place) for place in extendable[:3])
    ended = {"new_end_on": contracts[others[0]].end, "end_before_on": contracts[others[0]].end}
    delegated: Row = {"has_delegation": True}
    return [
        _row(1, first | delegated, "Leveranserna fungerar och priserna ligger under marknadens."),
        _row(2, second | {"has_delegation": False}, "Verksamheten behöver avtalet ett år till.", LEADER, LEADER_ROLE),
        _row(3, third | delegated, "Förlängs i väntan på ny upphandling."),
        _row(4, _of("terminate", others[0], ended | delegated), "Behovet upphör när lokalerna stängs."),
        _row(
            5,
            _of("reprocure", others[1], delegated | {"end_before_on": contracts[others[1]].end}),
            "Volymerna har ändrats och marknaden har vuxit.",
        ),
        _row(
            6,
            _of("sanction", int(str(case["contract_id"])) - 1, {"case_id": case["id"], "way": None}),
            "Upprepade brister tas upp i ett ärende.",
        ),
        _row(
            7, _of("expire", others[3], {"end_before_on": contracts[others[3]].end}), "Köps från ett ramavtal framöver."
        ),
        _row(8, _of("undo", extendable[2], {"undoes_id": 3, "way": None}), "Beslutet gällde fel avtal."),
        _row(
            LATE,
            _of(
                "reprocure",
                late,
                delegated | {"end_before_on": contracts[late].end, "way": "possible_with_risk"},
            ),
            "Behovet kvarstår. Vi tar risken att en överprövning inte hinner bli klar.",
        ),
    ]


def _next_option(one: Contract) -> int | None:
    """The place of the first option still open, of a contract that asks somebody to call it."""
    for place, option in enumerate(one.options):
        if option.declined_on is not None:
            return None
        if option.exercised_on is None:
            return place if option.mode == "buyer" and option.call_months else None
    return None


def _extension(one: Contract, place: int) -> Row:
    turn = _next_option(one) or 0
    months = one.options[turn].length
    return _of(
        "extend",
        place,
        {
            "option_sequence": turn + 1,
            "option_months": months,
            "end_before_on": one.end,
            "new_end_on": extend_end(one.end, months),
        },
    )


def _of(kind: str, place: int, more: Row) -> Row:
    empty = dict.fromkeys(("option_sequence", "option_months", "end_before_on", "new_end_on"))
    rest = {"registration_number": None, "has_delegation": None, "way": "possible", "undoes_id": None, "case_id": None}
    return {"contract_id": place + 1, "kind": kind, **empty, **rest, **more}


def _row(turn: int, values: Row, reason: str, who: str = CHIEF, role: str = CHIEF_ROLE) -> Row:
    on = workday(DECIDED + timedelta(days=6 * turn))
    said = {"decided_on": on, "forum": "Delegation", "reason": reason, "who": who, "role": role, "at": _at(on)}
    return {"id": turn, **values, **said, "registration_number": f"INK 2026/{900 + turn}"}


def _items(contracts: list[Contract], rows: pl.DataFrame, valued: list[int], renewed: int) -> list[Row]:
    """The line a decision made, the finished chain, lines in every state, new needs, and an autumn with too many."""
    before, after = _chain(contracts, rows)
    procurement = rows["procurement_id"][after]
    done = {"state": "signed", "successor_id": after + 1, "procurement_id": procurement}
    made = [
        _item(1, contracts, rows, renewed, {"decision_id": REPROCURED + 1, "needed_on": _after(contracts[renewed])}),
        _item(2, contracts, rows, before, done | {"needed_on": contracts[after].start}),
    ]
    for turn, state in enumerate(STATES):
        place = valued[8 + turn]
        made.append(_item(3 + turn, contracts, rows, place, {"state": state, "needed_on": _after(contracts[place])}))
    for turn in range(9):
        place = valued[20 + turn]
        made.append(_item(9 + turn, contracts, rows, place, _peak(PEAK[turn % 3], contracts[place])))
    needs = ("Digitala läromedel för gymnasiet", "Laddstolpar vid kommunens fastigheter")
    for turn, title in enumerate(needs):
        new: Row = {"title": title, "contract_id": None, "needed_on": date(2028, 1 + turn, 1)}
        made.append(_item(18 + turn, contracts, rows, valued[0], new))
    return made


def _peak(start: date, of: Contract) -> Row:
    """A large procurement that begins in the autumn and must be signed before the spring."""
    days = {"planned_publish_on": workday(start + timedelta(days=70)), "planned_sign_on": workday(add_months(start, 5))}
    return {"planned_start_on": start, **days, "hours": PEAK_HOURS, "needed_on": _after(of)}


def _chain(contracts: list[Contract], rows: pl.DataFrame) -> tuple[int, int]:
    """A contract that ended and the one that was procured to follow it the day after."""
    begun = {(one.category, one.unit, one.start): place for place, one in enumerate(contracts)}
    pairs = [(place, begun.get((one.category, one.unit, _after(one)))) for place, one in enumerate(contracts)]
    since = date(2025, 6, 1)
    return next(
        (place, after)
        for place, after in pairs
        if after is not None and rows["procurement_id"][after] is not None and contracts[after].start > since
    )


def _item(turn: int, contracts: list[Contract], rows: pl.DataFrame, place: int, more: Row) -> Row:
    of = rows.row(place, named=True)
    needed = date.fromisoformat(str(more["needed_on"]))
    copied = {name: of[name] for name in ("title", "estimated_value_ore", "procedure", "complexity", "review_risk")}
    days = {
        "planned_start_on": workday(add_months(needed, -12)),
        "planned_publish_on": workday(add_months(needed, -7)),
        "planned_sign_on": workday(add_months(needed, -2)),
    }
    links = {"contract_id": place + 1, "decision_id": None, "procurement_id": None, "successor_id": None}
    rest = {"category_id": contracts[place].category + 1, "unit_id": None, "hours": 180, "responsible": OFFICER}
    return {"id": turn, **copied, **links, **rest, **days, "state": "planned", "version": 1, **more}


def _stages(items: list[Row]) -> list[Row]:
    """When each line entered its stages; those that are planned have none."""
    made: list[Row] = []
    for item in items:
        number = len(STAGES) if item["successor_id"] else STAGES_OF[str(item["state"])]
        entered = date(2025, 7, 6) if item["successor_id"] else date(2025, 12, 1)
        for turn, stage in enumerate(STAGES[:number]):
            entered = workday(entered + timedelta(days=30 + 14 * turn))
            row = {"plan_item_id": item["id"], "stage": stage, "entered_on": entered, "who": OFFICER}
            made.append({"id": len(made) + 1, **row, "at": _at(entered)})
    return made


def _capacity(period: int) -> Row:
    is_summer = period % 100 == 7
    own = {"officers": 15.0, "hours": HOURS * 2 // 3 if is_summer else HOURS, "source": "Bemanningsplan", "version": 1}
    return {"id": MONTHS.index(period) + 1, "period": period, **own}


def _after(one: Contract) -> date:
    return one.end + timedelta(days=1)


def _at(day: date) -> datetime:
    return datetime.combine(day, time(10, 20))


def _frame(rows: list[Row]) -> pl.DataFrame:
    return pl.DataFrame(rows, infer_schema_length=None)

"""The procurements an office has under way: decided before their gate closed, planned, begun, and some of them late.

Contracts that somebody owns are decided on in time; those without an owner, and the stories that rest on nobody having
begun, are left to be found. Of the decisions of the next three months those that can extend are left for the meetings.
Before a gate that is further off, work has begun on some contracts though nothing is decided.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

import polars as pl

from sample_data.categories import CATALOGUE
from sample_data.ceilings import bought_sek
from sample_data.clock import SAMPLE_ON
from sample_data.contracts import EVERY_UNIT, Contract, buyer_id
from sample_data.last_starts import DAY, OPEN, Need, need
from sample_data.people import KEYS
from sample_data.plan import Plan
from sample_data.stories import FIXED_TERMS
from sample_data.working_days import workday

Row = dict[str, object]
CHIEF, CHIEF_ROLE = "kajsa.chief", "chief_purchasing_officer"
NOBODYS = ("KO2", "LI4")
TOLD = (*FIXED_TERMS, *NOBODYS)
SOON, HALF, FAR = timedelta(days=91), timedelta(days=182), timedelta(days=390)
LATEST = SAMPLE_ON - timedelta(days=6)  # the last day anything was written down
HOURS = {(True, "enkel"): 140, (True, "komplex"): 240, (False, "enkel"): 80, (False, "komplex"): 150}
USUAL = {True: 180, False: 110}
LATE = timedelta(days=45)
REASONS = (
    "Avtalet löper ut och behovet finns kvar.",
    "Volymerna har ändrats och marknaden har vuxit.",
    "Verksamheten behöver ett nytt avtal utan avbrott.",
    "Kraven behöver göras om innan vi köper vidare.",
)
CEILING_REASON = "Takvolymen räcker inte avtalstiden ut."
OPTION_REASON = "Optionen används inte: villkoren behöver prövas mot marknaden."


@dataclass(frozen=True)
class Work:
    """A need and the days of what follows it: decided (null: not yet), begun, published, awarded and signed."""

    need: Need
    decided: date | None
    begun: date
    published: date
    awarded: date
    signed: date
    late: timedelta
    procurement_id: int | None = None
    successor_id: int | None = None


def with_work_in_progress(
    tables: dict[str, pl.DataFrame],
    contracts: list[Contract],
    rows: pl.DataFrame,
    schedule: Plan,
    procurements: pl.DataFrame,
    left_out: set[int],
) -> dict[str, pl.DataFrame]:
    """`tables` of decisions and plan with the work in progress after what they hold already."""
    taken = {*tables["contract_decision"]["contract_id"], *tables["plan_item"]["contract_id"].drop_nulls()}
    bought, named = bought_sek(schedule), rows.to_dicts()
    needs = [
        found
        for place, one in enumerate(contracts)
        if place + 1 not in taken and place not in left_out and _is_running(one)
        if (found := need(place, one, named[place], bought[place])) is not None
    ]
    works = list(_works(needs, contracts, named, procurements))
    first, line = tables["contract_decision"].height + 1, tables["plan_item"].height + 1
    decided = sorted((one for one in works if one.decided), key=lambda one: (one.decided, one.need.place))
    order = decided + [one for one in works if not one.decided]
    items = [
        _item(line + turn, one, first + turn if one.decided else None, contracts, named)
        for turn, one in enumerate(order)
    ]
    made = {
        "contract_decision": [_decision(first + turn, one, contracts) for turn, one in enumerate(decided)],
        "plan_item": items,
        "plan_stage": _stages(tables["plan_stage"].height + 1, order, items),
    }
    frames = {name: pl.DataFrame(more, infer_schema_length=None) for name, more in made.items()}
    return tables | {name: pl.concat([tables[name], more], how="diagonal_relaxed") for name, more in frames.items()}


def _is_running(one: Contract) -> bool:
    is_told = CATALOGUE["code"][one.category] in TOLD
    is_ending = not one.is_until_further_notice and one.terminated_on is None
    return one.start < LATEST and one.end >= SAMPLE_ON and is_ending and not is_told


def _works(
    needs: list[Need], contracts: list[Contract], named: list[Row], procurements: pl.DataFrame
) -> Iterator[Work]:
    """What is done about each need, where something is; a procurement that is going on is used once."""
    begun = {(one.category, one.unit, one.start): place for place, one in enumerate(contracts)}
    known = {row["id"]: row for row in procurements.to_dicts()}
    behind = {row["procurement_id"] for row in named}
    going: dict[tuple[object, object], list[Row]] = {}
    for row in known.values():
        if row["id"] not in behind and row["published_on"] and not (row["cancelled_on"] or row["award_notice_sent_on"]):
            going.setdefault((row["category_id"], row["unit_id"]), []).append(row)
    for turn, one in enumerate(sorted(needs, key=lambda one: (one.gate, one.place))):
        of = contracts[one.place]
        after = begun.get((of.category, of.unit, of.end + DAY))
        if after is not None and named[after]["procurement_id"]:
            yield _followed(one, after, known[named[after]["procurement_id"]])
        elif named[one.place]["owner"] is not None:
            work = _work(turn, one, of)
            if work is not None:
                yield _linked(work, going.get((of.category + 1, buyer_id(of.unit)), []))


def _followed(one: Need, after: int, row: Row) -> Work:
    """The contract that follows is in the register already: the days are those of its procurement."""
    published = _day(row["published_on"])
    begun = workday(published - timedelta(days=one.parts.preparation))
    signed = _day(row["contract_signed_on"] or workday(one.ends - timedelta(days=8)))
    awarded = _day(row["award_notice_sent_on"] or signed - timedelta(days=one.parts.signing))
    decided = workday(begun - timedelta(days=28))
    return Work(one, decided, begun, published, awarded, signed, timedelta(), int(str(row["id"])), after + 1)


def _work(turn: int, one: Need, of: Contract) -> Work | None:
    """A decision where the gate is passed, or near and nothing can be extended; else work that has begun; or None."""
    is_near = one.gate < SAMPLE_ON + SOON or (one.gate < SAMPLE_ON + HALF and turn % 2 == 0)
    late = LATE if turn % 6 == 2 else timedelta()
    if one.gate < SAMPLE_ON or (is_near and not one.has_option):
        earliest = of.start + timedelta(days=40 + turn % 20)
        wanted = min(one.gate, LATEST) - timedelta(days=30 + turn * 7 % 45)
        decided = workday(max(earliest, wanted))
        return _planned(one, decided, decided + timedelta(days=14 + turn % 21), late) if decided < LATEST else None
    begins = one.gate < SAMPLE_ON + HALF and turn % 2 == 1 if one.has_option else turn % 6 > 0
    if one.gate < SAMPLE_ON + FAR and begins:
        return _planned(one, None, SAMPLE_ON - timedelta(days=10 + turn * 5 % 60), timedelta())
    return None


def _planned(one: Need, decided: date | None, begin: date, late: timedelta) -> Work:
    """The parts in their proportions between the day it began and the day it must be signed."""
    begun, parts = workday(begin), one.parts
    last = max(one.ends + DAY - timedelta(days=parts.transition), begun + timedelta(days=parts.before))
    stretch = (last - begun).days / parts.before

    def after(days: int) -> date:
        return workday(begun + timedelta(days=round(days * stretch)))

    evaluated = parts.preparation + parts.publication + parts.evaluation
    return Work(one, decided, begun, after(parts.preparation), after(evaluated), workday(last), late)


def _linked(work: Work, going: list[Row]) -> Work:
    """The work with the procurement that is going on for the same buyer and category, where the days allow it."""
    for row in going:
        published = _day(row["published_on"])
        if work.begun + timedelta(days=40) < published < work.signed - timedelta(days=60):
            going.remove(row)
            awarded = max(work.awarded, published + timedelta(days=75))
            late = max(published - work.published, timedelta())
            return Work(
                work.need, work.decided, work.begun, published - late, awarded - late, work.signed, late,
                int(str(row["id"])),
            )  # fmt: skip
    return work


def _decision(number: int, one: Work, contracts: list[Contract]) -> Row:
    least = one.need.ends + DAY - timedelta(days=one.need.parts.lead)
    decided = one.decided or SAMPLE_ON
    in_time = "possible" if decided <= one.need.start_by else "possible_with_risk"
    reason = CEILING_REASON if one.need.by_ceiling else OPTION_REASON if one.need.has_option else None
    empty = ("option_sequence", "option_months", "new_end_on", "undoes_id", "case_id")
    return {
        **dict.fromkeys(empty),
        "id": number,
        "contract_id": one.need.place + 1,
        "kind": "reprocure",
        "end_before_on": contracts[one.need.place].end,
        "decided_on": decided,
        "forum": "Delegation",
        "reason": reason or REASONS[number % len(REASONS)],
        "registration_number": f"INK {decided.year}/{1000 + number}",
        "has_delegation": True,
        "way": in_time if decided <= least else "too_late",
        "who": CHIEF,
        "role": CHIEF_ROLE,
        "at": _at(decided),
    }


def _item(number: int, one: Work, decision: int | None, contracts: list[Contract], named: list[Row]) -> Row:
    of, row = contracts[one.need.place], named[one.need.place]
    is_open = row["procedure"] == OPEN
    copied = {name: row[name] for name in ("title", "estimated_value_ore", "procedure", "complexity", "review_risk")}
    return {
        **copied,
        "id": number,
        "contract_id": one.need.place + 1,
        "decision_id": decision,
        "procurement_id": one.procurement_id,
        "successor_id": one.successor_id,
        "category_id": of.category + 1,
        "unit_id": None if of.unit == EVERY_UNIT else buyer_id(of.unit),
        "needed_on": (one.need.ends if one.need.ends > SAMPLE_ON else of.end) + DAY,
        "planned_start_on": one.begun,
        "planned_publish_on": one.published,
        "planned_sign_on": one.signed,
        "hours": HOURS.get((is_open, str(row["complexity"])), USUAL[is_open]),
        "responsible": row["owner"],
        "state": _state(one),
        "version": 1,
    }


def _state(one: Work) -> str:
    """How far it has come by now, so much late."""
    reached = {"signed": one.signed, "awarded": one.awarded, "published": one.published, "started": one.begun}
    return next((state for state, day in reached.items() if day + one.late <= LATEST), "planned")


def _stages(first: int, works: list[Work], items: list[Row]) -> list[Row]:
    """When each entered its stages: documents are written in the last third of the preparation."""
    made: list[Row] = []
    for one, item in zip(works, items, strict=True):
        third = (one.published - one.begun) / 3
        days = {
            "planning": one.begun,
            "needs": one.begun + third / 2,
            "market": one.begun + third,
            "procure": one.begun + 2 * third,
            "implement": one.signed,
        }
        who = KEYS[str(item["responsible"])] if item["responsible"] else CHIEF
        for stage, day in days.items():
            entered = workday(day + one.late)
            if entered <= LATEST:
                row = {"plan_item_id": item["id"], "stage": stage, "entered_on": entered, "who": who}
                made.append({"id": first + len(made), **row, "at": _at(entered)})
    return made


def _day(value: object) -> date:
    return date.fromisoformat(str(value))


def _at(day: date) -> datetime:
    return datetime.combine(day, time(10, 20))

"""Tells all of it: the cases by their scripts, what happens beside them, and what follows from both."""

from datetime import date, timedelta

import numpy as np
import polars as pl

from sample_data.clock import SAMPLE_ON
from sample_data.contracts import Contract
from sample_data.draw import stream
from sample_data.escalation.beside import tell_beside
from sample_data.escalation.blocks import tell_blocks
from sample_data.escalation.book import Book
from sample_data.escalation.case import Case
from sample_data.escalation.choice import Choice, choice, cleaning
from sample_data.escalation.penalties import tell_penalties
from sample_data.escalation.scripts import CLEANING, ENDED, LENIENT, NO_LAWYER, SCRIPTS, SLIDING, STAIRS, Script
from sample_data.escalation.slide import late_lines, tell_slide
from sample_data.escalation.stairs import breach
from sample_data.escalation.voices import tell_voices
from sample_data.escalation.words import REQUIREMENT_TYPES
from sample_data.organisation import BUYERS, DEPARTMENT_IDS
from sample_data.people import IDS, LAWYER_LEFT_ON, controllers
from sample_data.plan import Plan
from sample_data.working_days import days, workday

Moves = list[tuple[str, date]]
BEGUN_ON = date(2026, 11, 13)  # cases opened and not yet moved


def tell_all(
    contracts: list[Contract], plan: Plan, tables: dict[str, pl.DataFrame], mistakes: set[int]
) -> dict[str, pl.DataFrame]:
    """Rows of every table of the ladder, of penalties and of blocks. `tables` are the registers and the orders."""
    book, chosen = Book(), choice(contracts, mistakes | {plan.sliding, cleaning(contracts)})
    keys = controllers(tables["contract"])
    late = late_lines(plan, contracts[plan.sliding].suppliers[0], tables["purchase_order"], tables["order_line"])
    cases: dict[str, Case] = {}
    for turn, script in enumerate(SCRIPTS):
        place, supplier = _party(chosen, script, plan)
        moves = _to_the_end(contracts[place]) if script.name == ENDED else script.days()
        case = _opened(book, script, moves, contracts[place], place, supplier, keys[place])
        if script.name == SLIDING:
            tell_slide(case, stream("slide"), late)
        _play(case, moves, script, stream("case", turn))
        cases[f"{script.name} {turn}" if script.name in cases else script.name] = case
    _left_by_the_lawyer(cases[NO_LAWYER])
    tell_beside(book, chosen)
    tell_penalties(book, cases, late)
    tell_blocks(book, cases)
    tell_voices(book, chosen, cases)
    _point_at_requirements(book, tables["requirement"])
    return book.frames()


def _party(chosen: Choice, script: Script, plan: Plan) -> tuple[int, int]:
    if script.name == SLIDING:
        return chosen.told(plan.sliding, chosen.contracts[plan.sliding].suppliers[0])
    if script.name == CLEANING:
        place = cleaning(chosen.contracts)
        return chosen.told(place, chosen.contracts[place].suppliers[1])
    if script.name == ENDED:
        return chosen.ended()
    return chosen.active(_first_day(script) - timedelta(days=60))


def _first_day(script: Script) -> date:
    moves = script.days()
    return moves[0][1] if moves else BEGUN_ON


def _opened(
    book: Book, script: Script, moves: Moves, contract: Contract, place: int, supplier: int, controller: str
) -> Case:
    opened = workday(moves[0][1] if moves else BEGUN_ON, -1)
    unit = BUYERS[contract.unit] if contract.unit >= 0 else DEPARTMENT_IDS[(1, 4, 5)[place % 3]]
    case = Case(book, place + 1, supplier, opened, controller, unit, script.category, script.severity, script.gaps)
    case.is_told = script.name == SLIDING
    return case


def _play(case: Case, moves: Moves, script: Script, rng: np.random.Generator) -> None:
    """Two deviations come first, a grave one only where the case goes no further; then the moves."""
    breach(case, rng, days(case.opened_on, -14), 1)
    breach(case, rng, days(case.opened_on, -6), script.severity if script.name == LENIENT else 1)
    for turn, (stair, day) in enumerate(moves):
        case.until = moves[turn + 1][1] if turn + 1 < len(moves) else SAMPLE_ON
        STAIRS[stair](case, rng, day)
    if not moves:
        case.name("contract_controller", case.opened_on)


def _to_the_end(contract: Contract) -> Moves:
    """The moves of a contract that was ended for breach, counted from its end."""
    ended = workday(contract.terminated_on or SAMPLE_ON)
    before = [("1", 140), ("2", 112), ("3", 50), ("4", 0), ("end", -80)]
    return [(stair, days(ended, -back)) for stair, back in before]


def _left_by_the_lawyer(case: Case) -> None:
    """Legal counsel left the municipality and nobody took over."""
    note = "Ännu ingen grund för hävning; ny bedömning när rättelsefristen har gått ut."
    case.record("legal_assessment", days(LAWYER_LEFT_ON, -2), "legal_counsel", verdict=False, note=note)
    for row in case.book.rows["case_member"]:
        if row["case_id"] == case.id and row["role"] == "legal_counsel":
            row.update(person_id=IDS["jon.legal"], to_on=LAWYER_LEFT_ON)
    for row in case.book.rows["case_record"]:
        if row["case_id"] == case.id and row["role"] == "legal_counsel":
            row.update(who="jon.legal")


def _point_at_requirements(book: Book, requirements: pl.DataFrame) -> None:
    """A deviation from something the contract's requirements name points at the requirement and not at a clause."""
    known = {(row["contract_id"], row["type"]): row["id"] for row in requirements.iter_rows(named=True)}
    for row in book.rows["deviation"]:
        found = known.get((row["contract_id"], REQUIREMENT_TYPES.get(row["category"] or "")))
        if found:
            row.update(requirement_id=found, clause=None)

"""Everything but the ledger: made in the order in which one thing needs the other."""

from dataclasses import dataclass

import polars as pl

from sample_data.bids import bid_rows, review_rows
from sample_data.categories import accounts, categories, emission_factors
from sample_data.ceilings import ceilings
from sample_data.contracts import Contract, contracts
from sample_data.decisions import decision_tables
from sample_data.direct_awards import DirectAwards, award_rows, direct_awards
from sample_data.escalation.telling import tell_all
from sample_data.follow_up import follow_up
from sample_data.handovers import check_rows, handover_rows, with_checks
from sample_data.mistakes import automatic_options, choose_mistakes, with_mistakes
from sample_data.orders import Orders, order_line_rows, order_rows, orders
from sample_data.organisation import unit_aliases, units
from sample_data.people import controllers, person_rows, role_rows
from sample_data.plan import Plan, plan
from sample_data.plan_in_progress import with_work_in_progress
from sample_data.prices import Prices, price_items, prices
from sample_data.procurements import procurement_of, procurement_rows, procurements
from sample_data.register import contract_numbers, contract_rows, option_rows, scope_rows, supplier_rows
from sample_data.risk import risk_rows
from sample_data.suppliers import Suppliers, suppliers
from sample_data.surveys import strategy_rows, survey_rows


@dataclass(frozen=True)
class World:
    """Everything a line may point at."""

    suppliers: Suppliers
    plan: Plan
    prices: Prices
    orders: Orders
    awards: DirectAwards
    contract_numbers: list[str]


@dataclass(frozen=True)
class Made:
    """The world that lines are drawn from, and the rows of every SQL table in the order they can be written."""

    world: World
    contracts: list[Contract]
    tables: dict[str, pl.DataFrame]


def build_world() -> Made:
    """Makes the municipality."""
    people = suppliers()
    register = contracts(people)
    schedule = plan(register)
    lists = prices(schedule)
    bought = orders(schedule)
    awards = direct_awards(people)
    rounds = procurements(register)
    procured = procurement_of(rounds, len(register))
    rows = contract_rows(register, schedule, people, ceilings(register, schedule), procured)
    mistakes = choose_mistakes(register)
    looked = follow_up(register, rows)
    keys = controllers(rows)
    tables = {
        "org_unit": units(),
        "person": person_rows(),
        "person_role": role_rows(),
        "org_unit_alias": unit_aliases(),
        "category": categories(),
        "account": accounts(),
        "emission_factor": emission_factors(),
        "supplier": people.rows,
        "supplier_alias": people.aliases,
        "category_strategy": strategy_rows(),
        "procurement": procurement_rows(rounds),
        "bid": bid_rows(rounds, register, people),
        "review_case": review_rows(rounds),
        "contract": with_mistakes(rows, mistakes),
        "contract_option": option_rows(register, automatic_options(mistakes)),
        "contract_scope": scope_rows(register, mistakes.of["no_category"]),
        "contract_supplier": supplier_rows(register, mistakes.of["no_supplier"]),
        "requirement": with_checks(looked.requirements, keys),
        "follow_up_plan": looked.plans,
        "follow_up_activity": looked.activities,
        "survey_response": survey_rows(register, schedule),
        "price_item": price_items(schedule, lists),
        "purchase_order": order_rows(bought),
        "order_line": order_line_rows(schedule, lists, bought),
        "direct_award": award_rows(awards),
        "follow_up_check": check_rows(register, keys),
        "risk_score": risk_rows(register, rows),
        "handover": handover_rows(register, keys),
    }
    left_out = set[int]().union(*mistakes.of.values())
    tables |= tell_all(register, schedule, tables, left_out)
    decided = decision_tables(register, rows, tables["escalation_case"], left_out)
    tables |= with_work_in_progress(decided, register, rows, schedule, tables["procurement"], left_out)
    return Made(World(people, schedule, lists, bought, awards, contract_numbers(register)), register, tables)

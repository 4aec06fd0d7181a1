"""The registers' tables as frames, each read once an edition."""

from collections.abc import Callable

import polars as pl
import streamlit as st

from dashboard.data.edition import Edition
from data_access.engine import Connection, reading
from data_access.queries import (
    categories,
    contracts,
    decisions,
    escalation,
    follow_up,
    goals,
    lead_times,
    matching,
    orders,
    organisation,
    people,
    procurements,
    sanctions,
    steps,
    supplier_word,
    suppliers,
)

READERS: dict[str, Callable[[Connection], pl.DataFrame]] = {
    "account_class_rule": categories.read_account_class_rules,
    "category": categories.read_categories,
    "category_strategy": categories.read_category_strategies,
    "contract": contracts.read_contracts,
    "option": contracts.read_contract_options,
    "scope": contracts.read_contract_scope,
    "contract_supplier": contracts.read_contract_suppliers,
    "requirement": contracts.read_requirements,
    "direct_award": procurements.read_direct_awards,
    "procurement": procurements.read_procurements,
    "follow_up_plan": follow_up.read_follow_up_plan,
    "follow_up_activity": follow_up.read_follow_up_activities,
    "follow_up_check": follow_up.read_follow_up_checks,
    "follow_up_frequency": follow_up.read_follow_up_frequencies,
    "lead_time": lead_times.read_lead_times,
    "handover": follow_up.read_handovers,
    "match_proposal": matching.read_match_proposals,
    "merge": matching.read_merges,
    "order_line": orders.read_order_lines,
    "risk_score": follow_up.read_risk_scores,
    "supplier": suppliers.read_suppliers,
    "supplier_alias": suppliers.read_supplier_aliases,
    "threshold": goals.read_thresholds,
    "amendment": decisions.read_amendments,
    "contract_decision": decisions.read_decisions,
    "contract_valuation": decisions.read_valuations,
    "officer_capacity": decisions.read_capacity,
    "plan_item": decisions.read_plan_items,
    "plan_stage": decisions.read_plan_stages,
    "action_item": escalation.read_action_items,
    "case_member": escalation.read_case_members,
    "case_record": escalation.read_case_records,
    "delegation": steps.read_delegations,
    "deviation": escalation.read_deviations,
    "erp_block": sanctions.read_blocks,
    "escalation_case": escalation.read_escalation_cases,
    "escalation_event": escalation.read_escalation_events,
    "penalty": sanctions.read_penalties,
    "penalty_clause": sanctions.read_penalty_clauses,
    "penalty_event": sanctions.read_penalty_events,
    "person": people.read_people,
    "rule_limit": goals.read_rule_limits,
    "signal_answer": escalation.read_signal_answers,
    "step_obligation": steps.read_step_obligations,
    "step_role": steps.read_step_roles,
    "audit_result": supplier_word.read_audit_results,
    "survey_response": follow_up.read_survey_responses,
    "price_item": contracts.read_price_items,
    "order": orders.read_orders,
    "supplier_comment": supplier_word.read_supplier_comments,
    "unit": organisation.read_units,
}


def read_register(name: str) -> pl.DataFrame:
    """The table `name` as it is now; its columns are those of the table."""
    with reading() as connection:
        return READERS[name](connection)


# What the line classes rest on: these tables change only in writes that move the registers.
OF_REGISTERS = frozenset(
    {
        "account_class_rule",
        "category",
        "contract",
        "contract_supplier",
        "direct_award",
        "option",
        "scope",
        "supplier",
        "supplier_alias",
        "unit",
    }
)


def register(edition: Edition, name: str) -> pl.DataFrame:
    """The table `name` as it stands in this edition."""
    return _register(edition.of_registers if name in OF_REGISTERS else edition, name)


@st.cache_resource(max_entries=128, show_spinner=False)
def _register(edition: Edition, name: str) -> pl.DataFrame:
    return read_register(name)


@st.cache_resource(max_entries=16, show_spinner=False)
def names(edition: Edition, name: str) -> dict[int, str]:
    """What each id of `name` (unit, category, supplier) is called; for contracts the number and the title."""
    frame = register(edition, name)
    label = pl.concat_str("number", pl.lit(" "), "title") if name == "contract" else pl.col("name")
    return dict(frame.select("id", label.alias("label")).iter_rows())

"""Which roles may do what. Asked in the act itself; a page asks too, only to leave out what would be refused.

A move on the ladder is not here: who may make it follows from the roles of the step, which are dated data.
"""

CONTROLLER, OFFICER, LEADER = "contract_controller", "procurement_officer", "team_leader"
LEGAL, CHIEF, MANAGEMENT = "legal_counsel", "chief_purchasing_officer", "management_group"
OPERATIONS, COORDINATOR = "operations", "purchasing_coordinator"

OFFICE = frozenset({CONTROLLER, OFFICER, LEADER, LEGAL, CHIEF})
EVERYONE = OFFICE | {MANAGEMENT, OPERATIONS, COORDINATOR}
STEERING = frozenset({CONTROLLER, LEADER, LEGAL, CHIEF})

MAY: dict[str, frozenset[str]] = {
    "take_import": OFFICE | {COORDINATOR},
    "undo_import": OFFICE,
    "answer_proposal": OFFICE,
    "merge_suppliers": OFFICE,
    "add_person": frozenset({LEADER, CHIEF}),
    "see_log": OFFICE,
    "report_deviation": EVERYONE,
    "complete_deviation": STEERING,
    "open_case": STEERING,
    "record_act": STEERING,
    "record_legal": frozenset({LEGAL}),  # assessments only legal counsel makes
    "register_act": STEERING | {OFFICER, COORDINATOR},  # fill in a registration number
    "withdraw_record": STEERING,
    "name_member": STEERING,
    "plan_action": STEERING,
    "answer_signal": STEERING,
    "set_penalty_clause": STEERING | {OFFICER},
    "raise_penalty": STEERING,
    "move_penalty": STEERING,
    "request_block": STEERING,
    "execute_block": STEERING,
    "lift_block": STEERING,
    "score_risk": STEERING | {OFFICER},
    "plan_follow_up": STEERING,
    "record_follow_up": STEERING,
    "tick_checklist": STEERING,
    "check_requirement": STEERING,
    "plan_requirement": STEERING | {OFFICER},
    "hand_over": frozenset({OFFICER, LEADER, CHIEF}),
    "receive_handover": STEERING,
    "record_audit_result": STEERING,
    "record_comment": STEERING,
    "export_evidence": STEERING,
    "decide_extend": frozenset({LEADER, CHIEF}),
    "decide_terminate": frozenset({LEADER, CHIEF}),
    "decide_reprocure": frozenset({LEADER, CHIEF}),
    "decide_expire": frozenset({LEADER, CHIEF}),
    "decide_sanction": frozenset({LEADER, CHIEF}),
    "undo_decision": frozenset({CHIEF}),
    "record_amendment": OFFICE,
    "value_contract": OFFICE,
    "plan_procurement": frozenset({OFFICER, LEADER, CHIEF}),
    "advance_plan": frozenset({OFFICER, LEADER, CHIEF}),
    "set_capacity": frozenset({LEADER, CHIEF}),
}

SEES_LEGAL_NOTES = frozenset({LEGAL, LEADER, CHIEF})


def may(roles: frozenset[str], act: str) -> bool:
    """Whether somebody with these roles may do this. KeyError for an act nobody has thought of."""
    return bool(roles & MAY[act])

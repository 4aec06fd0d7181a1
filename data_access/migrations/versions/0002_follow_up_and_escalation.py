"""follow-up and escalation"""

import sqlalchemy as sa
from alembic import op

from data_access.append_only import protect

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

WITHOUT_AUDITS = "kind IN ('ledger', 'register', 'procurements', 'statistics', 'cpv', 'sample')"
WITH_AUDITS = "kind IN ('ledger', 'register', 'procurements', 'statistics', 'cpv', 'audits', 'sample')"


def upgrade() -> None:
    op.create_table(
        "delegation",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("decision", sa.String(length=30), nullable=False),
        sa.Column("role", sa.String(length=30), nullable=False),
        sa.Column("limit_ore", sa.BigInteger(), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("registration_number", sa.String(length=60), nullable=True),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.CheckConstraint(
            "decision IN ('penalty', 'termination', 'notice', 'extension', 'procurement')",
            name=op.f("ck_delegation_decision"),
        ),
        sa.CheckConstraint(
            "role IN ('contract_controller', 'procurement_officer', 'team_leader', 'legal_counsel', 'chief_purchasing_officer', 'management_group', 'operations', 'purchasing_coordinator')",
            name=op.f("ck_delegation_role"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delegation")),
        sa.UniqueConstraint("decision", "role", "valid_from", name=op.f("uq_delegation_decision_role_valid_from")),
    )
    op.create_table(
        "done_act",
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("act", sa.String(length=60), nullable=False),
        sa.Column("who", sa.String(length=100), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("object_id", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_done_act")),
    )
    op.create_table(
        "follow_up_frequency",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("risk_class", sa.Integer(), nullable=False),
        sa.Column("method", sa.String(length=40), nullable=False),
        sa.Column("times_a_year", sa.Float(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.CheckConstraint(
            "method IN ('prisutveckling', 'moten', 'miljo_verksamhetssystem', 'csr', 'kvalitet_sla', 'hallbarhetskollen_audit')",
            name=op.f("ck_follow_up_frequency_method"),
        ),
        sa.CheckConstraint("risk_class BETWEEN 1 AND 4", name=op.f("ck_follow_up_frequency_risk_class")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_follow_up_frequency")),
        sa.UniqueConstraint(
            "risk_class", "method", "valid_from", name=op.f("uq_follow_up_frequency_risk_class_method_valid_from")
        ),
    )
    op.create_table(
        "step_obligation",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("due_days", sa.Integer(), nullable=False),
        sa.Column("is_working_days", sa.Boolean(), nullable=False),
        sa.Column("role", sa.String(length=30), nullable=False),
        sa.Column("is_registered", sa.Boolean(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.CheckConstraint(
            "role IN ('contract_controller', 'procurement_officer', 'team_leader', 'legal_counsel', 'chief_purchasing_officer', 'management_group', 'operations', 'purchasing_coordinator')",
            name=op.f("ck_step_obligation_role"),
        ),
        sa.CheckConstraint("step BETWEEN 0 AND 4", name=op.f("ck_step_obligation_step")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_step_obligation")),
        sa.UniqueConstraint("key", "step", "valid_from", name=op.f("uq_step_obligation_key_step_valid_from")),
    )
    op.create_table(
        "step_role",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=30), nullable=False),
        sa.Column("part", sa.String(length=1), nullable=False),
        sa.Column("is_doubtful", sa.Boolean(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.CheckConstraint("part IN ('R', 'A', 'C', 'I')", name=op.f("ck_step_role_part")),
        sa.CheckConstraint(
            "role IN ('contract_controller', 'procurement_officer', 'team_leader', 'legal_counsel', 'chief_purchasing_officer', 'management_group', 'operations', 'purchasing_coordinator')",
            name=op.f("ck_step_role_role"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_step_role")),
        sa.UniqueConstraint("step", "role", "part", "valid_from", name=op.f("uq_step_role_step_role_part_valid_from")),
    )
    op.create_table(
        "audit_result",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("supplier_id", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(length=100), nullable=False),
        sa.Column("result", sa.String(length=10), nullable=False),
        sa.Column("assessed_on", sa.Date(), nullable=False),
        sa.Column("reference", sa.String(length=300), nullable=True),
        sa.Column("recorded_by", sa.String(length=100), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.CheckConstraint("result IN ('green', 'yellow', 'red')", name=op.f("ck_audit_result_result")),
        sa.ForeignKeyConstraint(["supplier_id"], ["supplier.id"], name=op.f("fk_audit_result_supplier_id_supplier")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_result")),
        sa.UniqueConstraint(
            "supplier_id", "source", "assessed_on", name=op.f("uq_audit_result_supplier_id_source_assessed_on")
        ),
    )
    with op.batch_alter_table("audit_result", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_audit_result_supplier_id"), ["supplier_id"], unique=False)

    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("key", sa.String(length=100), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=True),
        sa.Column("is_invented", sa.Boolean(), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["org_unit.id"], name=op.f("fk_person_unit_id_org_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint("key", name=op.f("uq_person_key")),
    )
    op.create_table(
        "person_role",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=30), nullable=False),
        sa.CheckConstraint(
            "role IN ('contract_controller', 'procurement_officer', 'team_leader', 'legal_counsel', 'chief_purchasing_officer', 'management_group', 'operations', 'purchasing_coordinator')",
            name=op.f("ck_person_role_role"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_person_role_person_id_person"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_role")),
        sa.UniqueConstraint("person_id", "role", name=op.f("uq_person_role_person_id_role")),
    )
    with op.batch_alter_table("person_role", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_person_role_person_id"), ["person_id"], unique=False)

    op.create_table(
        "escalation_case",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("contract_id", sa.Integer(), nullable=False),
        sa.Column("supplier_id", sa.Integer(), nullable=False),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.Column("opened_by", sa.String(length=100), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("registration_number", sa.String(length=60), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["contract_id"], ["contract.id"], name=op.f("fk_escalation_case_contract_id_contract")),
        sa.ForeignKeyConstraint(["supplier_id"], ["supplier.id"], name=op.f("fk_escalation_case_supplier_id_supplier")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_escalation_case")),
    )
    with op.batch_alter_table("escalation_case", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_escalation_case_contract_id"), ["contract_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_escalation_case_supplier_id"), ["supplier_id"], unique=False)
        batch_op.create_index(
            "uq_escalation_case_open",
            ["contract_id", "supplier_id"],
            unique=True,
            sqlite_where=sa.text("closed_on IS NULL"),
            postgresql_where=sa.text("closed_on IS NULL"),
        )

    op.create_table(
        "follow_up_check",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("contract_id", sa.Integer(), nullable=False),
        sa.Column("item", sa.String(length=40), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("who", sa.String(length=100), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["contract.id"], name=op.f("fk_follow_up_check_contract_id_contract"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_follow_up_check")),
    )
    with op.batch_alter_table("follow_up_check", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_follow_up_check_contract_id"), ["contract_id"], unique=False)

    op.create_table(
        "handover",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("contract_id", sa.Integer(), nullable=False),
        sa.Column("handed_over_on", sa.Date(), nullable=False),
        sa.Column("handed_over_by", sa.String(length=100), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("received_on", sa.Date(), nullable=True),
        sa.Column("received_by", sa.String(length=100), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["contract.id"], name=op.f("fk_handover_contract_id_contract"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handover")),
        sa.UniqueConstraint("contract_id", name=op.f("uq_handover_contract_id")),
    )
    op.create_table(
        "penalty_clause",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("contract_id", sa.Integer(), nullable=False),
        sa.Column("clause", sa.String(length=200), nullable=False),
        sa.Column("category", sa.String(length=20), nullable=True),
        sa.Column("unit", sa.String(length=20), nullable=False),
        sa.Column("amount_ore", sa.BigInteger(), nullable=True),
        sa.Column("percent", sa.Numeric(precision=9, scale=4), nullable=True),
        sa.Column("cap_ore", sa.BigInteger(), nullable=True),
        sa.Column("needs_notice", sa.Boolean(), nullable=False),
        sa.Column("claim_within_days", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("(unit = 'percent') = (amount_ore IS NULL)", name=op.f("ck_penalty_clause_amount")),
        sa.CheckConstraint("(unit = 'percent') = (percent IS NOT NULL)", name=op.f("ck_penalty_clause_percent")),
        sa.CheckConstraint(
            "category IN ('late', 'defective', 'price', 'labour', 'environment', 'reporting', 'security', 'assortment', 'other')",
            name=op.f("ck_penalty_clause_category"),
        ),
        sa.CheckConstraint("unit IN ('started_week', 'day', 'event', 'percent')", name=op.f("ck_penalty_clause_unit")),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["contract.id"], name=op.f("fk_penalty_clause_contract_id_contract"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_penalty_clause")),
    )
    with op.batch_alter_table("penalty_clause", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_penalty_clause_contract_id"), ["contract_id"], unique=False)

    op.create_table(
        "risk_score",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("contract_id", sa.Integer(), nullable=False),
        sa.Column("scored_on", sa.Date(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.Column("criticality", sa.Integer(), nullable=False),
        sa.Column("supply_risk", sa.Integer(), nullable=False),
        sa.Column("sustainability_risk", sa.Integer(), nullable=False),
        sa.Column("price_complexity", sa.Integer(), nullable=False),
        sa.Column("history", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("who", sa.String(length=100), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.CheckConstraint("criticality BETWEEN 1 AND 4", name=op.f("ck_risk_score_criticality")),
        sa.CheckConstraint("history BETWEEN 1 AND 4", name=op.f("ck_risk_score_history")),
        sa.CheckConstraint("price_complexity BETWEEN 1 AND 4", name=op.f("ck_risk_score_price_complexity")),
        sa.CheckConstraint("supply_risk BETWEEN 1 AND 4", name=op.f("ck_risk_score_supply_risk")),
        sa.CheckConstraint("sustainability_risk BETWEEN 1 AND 4", name=op.f("ck_risk_score_sustainability_risk")),
        sa.CheckConstraint("value BETWEEN 1 AND 4", name=op.f("ck_risk_score_value")),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["contract.id"], name=op.f("fk_risk_score_contract_id_contract"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_risk_score")),
    )
    with op.batch_alter_table("risk_score", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_risk_score_contract_id"), ["contract_id"], unique=False)

    op.create_table(
        "supplier_comment",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("supplier_id", sa.Integer(), nullable=False),
        sa.Column("contract_id", sa.Integer(), nullable=True),
        sa.Column("said_on", sa.Date(), nullable=False),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("self_rating", sa.Integer(), nullable=True),
        sa.Column("would_use_again", sa.Boolean(), nullable=True),
        sa.Column("recorded_by", sa.String(length=100), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.CheckConstraint("self_rating BETWEEN 1 AND 5", name=op.f("ck_supplier_comment_self_rating")),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["contract.id"], name=op.f("fk_supplier_comment_contract_id_contract")
        ),
        sa.ForeignKeyConstraint(
            ["supplier_id"], ["supplier.id"], name=op.f("fk_supplier_comment_supplier_id_supplier")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_supplier_comment")),
    )
    with op.batch_alter_table("supplier_comment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_supplier_comment_supplier_id"), ["supplier_id"], unique=False)

    op.create_table(
        "action_item",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("owner", sa.String(length=100), nullable=False),
        sa.Column("start_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("verified_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("due_on >= start_on", name=op.f("ck_action_item_days")),
        sa.ForeignKeyConstraint(
            ["case_id"], ["escalation_case.id"], name=op.f("fk_action_item_case_id_escalation_case"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action_item")),
    )
    with op.batch_alter_table("action_item", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_action_item_case_id"), ["case_id"], unique=False)

    op.create_table(
        "case_member",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=30), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("to_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "role IN ('contract_controller', 'procurement_officer', 'team_leader', 'legal_counsel', 'chief_purchasing_officer', 'management_group', 'operations', 'purchasing_coordinator')",
            name=op.f("ck_case_member_role"),
        ),
        sa.ForeignKeyConstraint(
            ["case_id"], ["escalation_case.id"], name=op.f("fk_case_member_case_id_escalation_case"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_case_member_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_member")),
    )
    with op.batch_alter_table("case_member", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_member_case_id"), ["case_id"], unique=False)

    op.create_table(
        "case_record",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=False),
        sa.Column("deadline_on", sa.Date(), nullable=True),
        sa.Column("verdict", sa.Boolean(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("evidence", sa.String(length=500), nullable=True),
        sa.Column("registration_number", sa.String(length=60), nullable=True),
        sa.Column("document_state", sa.String(length=20), nullable=True),
        sa.Column("is_confidential", sa.Boolean(), nullable=False),
        sa.Column("who", sa.String(length=100), nullable=False),
        sa.Column("role", sa.String(length=30), nullable=True),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(), nullable=True),
        sa.Column("withdrawn_by", sa.String(length=100), nullable=True),
        sa.Column("withdrawn_reason", sa.Text(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "document_state IN ('draft', 'memo', 'dispatched', 'finalised', 'received')",
            name=op.f("ck_case_record_document_state"),
        ),
        sa.CheckConstraint(
            "kind IN ('contact', 'supplier_reply', 'supplier_disputes', 'check', 'complaint', 'meeting', 'action_plan', 'information', 'protocol', 'penalty_assessment', 'notice_of_breach', 'legal_meeting', 'legal_assessment', 'penalty_decision', 'block_assessment', 'lowering_agreed', 'fast_track_approval', 'termination_decision', 'continuity_plan', 'declaration_of_termination', 'replacement_plan', 'exclusion_file', 'settlement_agreement', 'settlement', 'handover', 'final_report', 'closing_note')",
            name=op.f("ck_case_record_kind"),
        ),
        sa.ForeignKeyConstraint(
            ["case_id"], ["escalation_case.id"], name=op.f("fk_case_record_case_id_escalation_case"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_record")),
    )
    with op.batch_alter_table("case_record", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_record_case_id"), ["case_id"], unique=False)

    op.create_table(
        "deviation",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("supplier_id", sa.Integer(), nullable=False),
        sa.Column("contract_id", sa.Integer(), nullable=True),
        sa.Column("case_id", sa.Integer(), nullable=True),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("observed_on", sa.Date(), nullable=False),
        sa.Column("place", sa.String(length=200), nullable=True),
        sa.Column("evidence", sa.String(length=500), nullable=True),
        sa.Column("unit_id", sa.Integer(), nullable=True),
        sa.Column("reported_by", sa.String(length=100), nullable=False),
        sa.Column("reported_at", sa.DateTime(), nullable=False),
        sa.Column("requirement_id", sa.Integer(), nullable=True),
        sa.Column("clause", sa.String(length=200), nullable=True),
        sa.Column("category", sa.String(length=20), nullable=True),
        sa.Column("severity", sa.Integer(), nullable=True),
        sa.Column("complained_on", sa.Date(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("remedy", sa.String(length=20), nullable=True),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("reopened_on", sa.Date(), nullable=True),
        sa.Column("closed_before_on", sa.Date(), nullable=True),
        sa.Column("credited_ore", sa.BigInteger(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "category IN ('late', 'defective', 'price', 'labour', 'environment', 'reporting', 'security', 'assortment', 'other')",
            name=op.f("ck_deviation_category"),
        ),
        sa.CheckConstraint(
            "remedy IN ('rectification', 'replacement', 'price_reduction', 'damages', 'action', 'none')",
            name=op.f("ck_deviation_remedy"),
        ),
        sa.CheckConstraint(
            "state IN ('reported', 'confirmed', 'remedied', 'verified', 'dismissed')", name=op.f("ck_deviation_state")
        ),
        sa.CheckConstraint("severity BETWEEN 1 AND 4", name=op.f("ck_deviation_severity")),
        sa.ForeignKeyConstraint(["case_id"], ["escalation_case.id"], name=op.f("fk_deviation_case_id_escalation_case")),
        sa.ForeignKeyConstraint(["contract_id"], ["contract.id"], name=op.f("fk_deviation_contract_id_contract")),
        sa.ForeignKeyConstraint(
            ["requirement_id"], ["requirement.id"], name=op.f("fk_deviation_requirement_id_requirement")
        ),
        sa.ForeignKeyConstraint(["supplier_id"], ["supplier.id"], name=op.f("fk_deviation_supplier_id_supplier")),
        sa.ForeignKeyConstraint(["unit_id"], ["org_unit.id"], name=op.f("fk_deviation_unit_id_org_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deviation")),
    )
    with op.batch_alter_table("deviation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_deviation_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_deviation_contract_id"), ["contract_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_deviation_supplier_id"), ["supplier_id"], unique=False)

    op.create_table(
        "erp_block",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("supplier_id", sa.Integer(), nullable=False),
        sa.Column("contract_id", sa.Integer(), nullable=True),
        sa.Column("case_id", sa.Integer(), nullable=True),
        sa.Column("requested_on", sa.Date(), nullable=False),
        sa.Column("requested_by", sa.String(length=100), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("executed_on", sa.Date(), nullable=True),
        sa.Column("executed_by", sa.String(length=100), nullable=True),
        sa.Column("lifted_on", sa.Date(), nullable=True),
        sa.Column("lifted_by", sa.String(length=100), nullable=True),
        sa.Column("lifted_reason", sa.Text(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("executed_on IS NULL OR executed_on >= requested_on", name=op.f("ck_erp_block_executed")),
        sa.CheckConstraint("lifted_on IS NULL OR lifted_on >= requested_on", name=op.f("ck_erp_block_lifted")),
        sa.ForeignKeyConstraint(["case_id"], ["escalation_case.id"], name=op.f("fk_erp_block_case_id_escalation_case")),
        sa.ForeignKeyConstraint(["contract_id"], ["contract.id"], name=op.f("fk_erp_block_contract_id_contract")),
        sa.ForeignKeyConstraint(["supplier_id"], ["supplier.id"], name=op.f("fk_erp_block_supplier_id_supplier")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erp_block")),
    )
    with op.batch_alter_table("erp_block", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_erp_block_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_erp_block_supplier_id"), ["supplier_id"], unique=False)

    op.create_table(
        "escalation_event",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("from_step", sa.Integer(), nullable=False),
        sa.Column("to_step", sa.Integer(), nullable=False),
        sa.Column("event", sa.String(length=30), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("who", sa.String(length=100), nullable=False),
        sa.Column("role", sa.String(length=30), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("registration_number", sa.String(length=60), nullable=True),
        sa.CheckConstraint(
            "event IN ('indicator_warning', 'deviation_confirmed', 'action_plan_failed', 'decision_terminate', 'settled', 'remedy_verified', 'plan_closed', 'monitoring_ok', 'fast_track', 'withdraw')",
            name=op.f("ck_escalation_event_event"),
        ),
        sa.CheckConstraint("from_step BETWEEN 0 AND 4", name=op.f("ck_escalation_event_from_step")),
        sa.CheckConstraint("to_step BETWEEN 0 AND 5", name=op.f("ck_escalation_event_to_step")),
        sa.ForeignKeyConstraint(
            ["case_id"], ["escalation_case.id"], name=op.f("fk_escalation_event_case_id_escalation_case")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_escalation_event")),
        sa.UniqueConstraint("case_id", "sequence", name=op.f("uq_escalation_event_case_id_sequence")),
    )
    op.create_table(
        "penalty",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("clause_id", sa.Integer(), nullable=False),
        sa.Column("contract_id", sa.Integer(), nullable=False),
        sa.Column("supplier_id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=True),
        sa.Column("deviation_id", sa.Integer(), nullable=True),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("to_on", sa.Date(), nullable=True),
        sa.Column("base_ore", sa.BigInteger(), nullable=True),
        sa.Column("entitled_ore", sa.BigInteger(), nullable=False),
        sa.Column("arithmetic", sa.String(length=300), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["escalation_case.id"], name=op.f("fk_penalty_case_id_escalation_case")),
        sa.ForeignKeyConstraint(["clause_id"], ["penalty_clause.id"], name=op.f("fk_penalty_clause_id_penalty_clause")),
        sa.ForeignKeyConstraint(["contract_id"], ["contract.id"], name=op.f("fk_penalty_contract_id_contract")),
        sa.ForeignKeyConstraint(["deviation_id"], ["deviation.id"], name=op.f("fk_penalty_deviation_id_deviation")),
        sa.ForeignKeyConstraint(["supplier_id"], ["supplier.id"], name=op.f("fk_penalty_supplier_id_supplier")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_penalty")),
    )
    with op.batch_alter_table("penalty", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_penalty_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_penalty_clause_id"), ["clause_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_penalty_contract_id"), ["contract_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_penalty_supplier_id"), ["supplier_id"], unique=False)

    op.create_table(
        "signal_answer",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("supplier_id", sa.Integer(), nullable=False),
        sa.Column("contract_id", sa.Integer(), nullable=True),
        sa.Column("case_id", sa.Integer(), nullable=True),
        sa.Column("level", sa.Float(), nullable=False),
        sa.Column("is_accepted", sa.Boolean(), nullable=False),
        sa.Column("deviation_id", sa.Integer(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("who", sa.String(length=100), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["escalation_case.id"], name=op.f("fk_signal_answer_case_id_escalation_case")
        ),
        sa.ForeignKeyConstraint(["contract_id"], ["contract.id"], name=op.f("fk_signal_answer_contract_id_contract")),
        sa.ForeignKeyConstraint(
            ["deviation_id"], ["deviation.id"], name=op.f("fk_signal_answer_deviation_id_deviation")
        ),
        sa.ForeignKeyConstraint(["supplier_id"], ["supplier.id"], name=op.f("fk_signal_answer_supplier_id_supplier")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signal_answer")),
    )
    with op.batch_alter_table("signal_answer", schema=None) as batch_op:
        batch_op.create_index(
            "ix_signal_answer_kind_supplier_id_contract_id", ["kind", "supplier_id", "contract_id"], unique=False
        )

    op.create_table(
        "penalty_event",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("penalty_id", sa.Integer(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column("amount_ore", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("registration_number", sa.String(length=60), nullable=True),
        sa.Column("who", sa.String(length=100), nullable=False),
        sa.Column("role", sa.String(length=30), nullable=True),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.CheckConstraint(
            "state IN ('entitled', 'claimed', 'decided', 'invoiced', 'received', 'waived')",
            name=op.f("ck_penalty_event_state"),
        ),
        sa.ForeignKeyConstraint(["penalty_id"], ["penalty.id"], name=op.f("fk_penalty_event_penalty_id_penalty")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_penalty_event")),
        sa.UniqueConstraint("penalty_id", "sequence", name=op.f("uq_penalty_event_penalty_id_sequence")),
    )
    with op.batch_alter_table("edition", schema=None) as batch_op:
        batch_op.add_column(sa.Column("register_number", sa.BigInteger(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("sample_on", sa.Date(), nullable=True))

    with op.batch_alter_table("follow_up_plan", schema=None) as batch_op:
        batch_op.add_column(sa.Column("version", sa.Integer(), server_default="1", nullable=False))

    with op.batch_alter_table("requirement", schema=None) as batch_op:
        batch_op.add_column(sa.Column("check_method", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("check_due_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("outcome", sa.String(length=20), nullable=True))
        batch_op.add_column(sa.Column("evidence", sa.String(length=500), nullable=True))
        batch_op.add_column(sa.Column("checked_by", sa.String(length=100), nullable=True))
        batch_op.add_column(sa.Column("version", sa.Integer(), server_default="1", nullable=False))
        batch_op.create_check_constraint(op.f("ck_requirement_outcome"), "outcome IN ('met', 'partly', 'not_met')")

    _change_import_kinds(WITHOUT_AUDITS, WITH_AUDITS)
    protect(op.get_bind())


def downgrade() -> None:
    _change_import_kinds(WITH_AUDITS, WITHOUT_AUDITS)
    with op.batch_alter_table("requirement", schema=None) as batch_op:
        batch_op.drop_constraint(op.f("ck_requirement_outcome"), type_="check")
        batch_op.drop_column("version")
        batch_op.drop_column("checked_by")
        batch_op.drop_column("evidence")
        batch_op.drop_column("outcome")
        batch_op.drop_column("check_due_on")
        batch_op.drop_column("check_method")

    with op.batch_alter_table("follow_up_plan", schema=None) as batch_op:
        batch_op.drop_column("version")

    with op.batch_alter_table("edition", schema=None) as batch_op:
        batch_op.drop_column("sample_on")
        batch_op.drop_column("register_number")

    op.drop_table("penalty_event")
    with op.batch_alter_table("signal_answer", schema=None) as batch_op:
        batch_op.drop_index("ix_signal_answer_kind_supplier_id_contract_id")

    op.drop_table("signal_answer")
    with op.batch_alter_table("penalty", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_penalty_supplier_id"))
        batch_op.drop_index(batch_op.f("ix_penalty_contract_id"))
        batch_op.drop_index(batch_op.f("ix_penalty_clause_id"))
        batch_op.drop_index(batch_op.f("ix_penalty_case_id"))

    op.drop_table("penalty")
    op.drop_table("escalation_event")
    with op.batch_alter_table("erp_block", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_erp_block_supplier_id"))
        batch_op.drop_index(batch_op.f("ix_erp_block_case_id"))

    op.drop_table("erp_block")
    with op.batch_alter_table("deviation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_deviation_supplier_id"))
        batch_op.drop_index(batch_op.f("ix_deviation_contract_id"))
        batch_op.drop_index(batch_op.f("ix_deviation_case_id"))

    op.drop_table("deviation")
    with op.batch_alter_table("case_record", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_case_record_case_id"))

    op.drop_table("case_record")
    with op.batch_alter_table("case_member", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_case_member_case_id"))

    op.drop_table("case_member")
    with op.batch_alter_table("action_item", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_action_item_case_id"))

    op.drop_table("action_item")
    with op.batch_alter_table("supplier_comment", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_supplier_comment_supplier_id"))

    op.drop_table("supplier_comment")
    with op.batch_alter_table("risk_score", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_risk_score_contract_id"))

    op.drop_table("risk_score")
    with op.batch_alter_table("penalty_clause", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_penalty_clause_contract_id"))

    op.drop_table("penalty_clause")
    op.drop_table("handover")
    with op.batch_alter_table("follow_up_check", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_follow_up_check_contract_id"))

    op.drop_table("follow_up_check")
    with op.batch_alter_table("escalation_case", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_escalation_case_open",
            sqlite_where=sa.text("closed_on IS NULL"),
            postgresql_where=sa.text("closed_on IS NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_escalation_case_supplier_id"))
        batch_op.drop_index(batch_op.f("ix_escalation_case_contract_id"))

    op.drop_table("escalation_case")
    with op.batch_alter_table("person_role", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_person_role_person_id"))

    op.drop_table("person_role")
    op.drop_table("person")
    with op.batch_alter_table("audit_result", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_audit_result_supplier_id"))

    op.drop_table("audit_result")
    op.drop_table("step_role")
    op.drop_table("step_obligation")
    op.drop_table("follow_up_frequency")
    op.drop_table("done_act")
    op.drop_table("delegation")


def _change_import_kinds(before: str, after: str) -> None:
    """Lets other kinds of import in.

    SQLite cannot alter a check, and a table made anew would take the refused rows of every import with it (they fall
    with their import). Its manual's own way for checks is to correct the schema's text; no row is touched.
    """
    if op.get_bind().dialect.name != "sqlite":
        op.drop_constraint("kind", "import_file", type_="check")
        op.create_check_constraint("kind", "import_file", after)
        return
    op.execute("PRAGMA writable_schema=ON")
    change = sa.text("UPDATE sqlite_master SET sql = replace(sql, :before, :after) WHERE name = 'import_file'")
    op.execute(change.bindparams(before=before, after=after))
    op.execute("PRAGMA writable_schema=RESET")

"""decisions"""

import sqlalchemy as sa
from alembic import op

from data_access.append_only import protect

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "officer_capacity",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("period", sa.Integer(), nullable=False),
        sa.Column("officers", sa.Float(), nullable=False),
        sa.Column("hours", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_officer_capacity")),
        sa.UniqueConstraint("period", name=op.f("uq_officer_capacity_period")),
    )
    op.create_table(
        "amendment",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("contract_id", sa.Integer(), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=False),
        sa.Column("ground", sa.String(length=10), nullable=False),
        sa.Column("value_delta_ore", sa.BigInteger(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("notice_published_on", sa.Date(), nullable=True),
        sa.Column("registration_number", sa.String(length=60), nullable=True),
        sa.Column("recorded_by", sa.String(length=100), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "ground IN ('17:9', '17:10', '17:11', '17:12', '17:13', '17:14')", name=op.f("ck_amendment_ground")
        ),
        sa.ForeignKeyConstraint(["contract_id"], ["contract.id"], name=op.f("fk_amendment_contract_id_contract")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_amendment")),
    )
    op.create_index(op.f("ix_amendment_contract_id"), "amendment", ["contract_id"], unique=False)
    op.create_table(
        "contract_valuation",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("contract_id", sa.Integer(), nullable=False),
        sa.Column("valued_on", sa.Date(), nullable=False),
        sa.Column("value_ore", sa.BigInteger(), nullable=False),
        sa.Column("index_factor", sa.Numeric(precision=12, scale=6), nullable=False),
        sa.Column("purchase_type", sa.String(length=10), nullable=False),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.Column("who", sa.String(length=100), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.CheckConstraint(
            "purchase_type IN ('goods', 'services', 'works')", name=op.f("ck_contract_valuation_purchase_type")
        ),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["contract.id"], name=op.f("fk_contract_valuation_contract_id_contract")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contract_valuation")),
    )
    op.create_index(op.f("ix_contract_valuation_contract_id"), "contract_valuation", ["contract_id"], unique=False)
    op.create_table(
        "contract_decision",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("contract_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("option_sequence", sa.Integer(), nullable=True),
        sa.Column("option_months", sa.Integer(), nullable=True),
        sa.Column("end_before_on", sa.Date(), nullable=True),
        sa.Column("new_end_on", sa.Date(), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("forum", sa.String(length=100), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("registration_number", sa.String(length=60), nullable=True),
        sa.Column("has_delegation", sa.Boolean(), nullable=True),
        sa.Column("way", sa.String(length=30), nullable=True),
        sa.Column("undoes_id", sa.Integer(), nullable=True),
        sa.Column("case_id", sa.Integer(), nullable=True),
        sa.Column("who", sa.String(length=100), nullable=False),
        sa.Column("role", sa.String(length=30), nullable=True),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.CheckConstraint("(kind = 'extend') = (option_months IS NOT NULL)", name=op.f("ck_contract_decision_extend")),
        sa.CheckConstraint("(kind = 'undo') = (undoes_id IS NOT NULL)", name=op.f("ck_contract_decision_undo")),
        sa.CheckConstraint(
            "kind IN ('extend', 'terminate', 'reprocure', 'sanction', 'expire', 'undo')",
            name=op.f("ck_contract_decision_kind"),
        ),
        sa.CheckConstraint(
            "kind NOT IN ('extend', 'terminate') OR new_end_on IS NOT NULL", name=op.f("ck_contract_decision_new_end")
        ),
        sa.ForeignKeyConstraint(
            ["case_id"], ["escalation_case.id"], name=op.f("fk_contract_decision_case_id_escalation_case")
        ),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["contract.id"], name=op.f("fk_contract_decision_contract_id_contract")
        ),
        sa.ForeignKeyConstraint(
            ["undoes_id"], ["contract_decision.id"], name=op.f("fk_contract_decision_undoes_id_contract_decision")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contract_decision")),
        sa.UniqueConstraint("undoes_id", name=op.f("uq_contract_decision_undoes_id")),
    )
    op.create_index(op.f("ix_contract_decision_contract_id"), "contract_decision", ["contract_id"], unique=False)
    op.create_table(
        "plan_item",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("contract_id", sa.Integer(), nullable=True),
        sa.Column("decision_id", sa.Integer(), nullable=True),
        sa.Column("procurement_id", sa.Integer(), nullable=True),
        sa.Column("successor_id", sa.Integer(), nullable=True),
        sa.Column("category_id", sa.Integer(), nullable=True),
        sa.Column("unit_id", sa.Integer(), nullable=True),
        sa.Column("estimated_value_ore", sa.BigInteger(), nullable=True),
        sa.Column("procedure", sa.String(length=60), nullable=True),
        sa.Column("complexity", sa.String(length=40), nullable=True),
        sa.Column("review_risk", sa.String(length=20), nullable=True),
        sa.Column("needed_on", sa.Date(), nullable=False),
        sa.Column("planned_start_on", sa.Date(), nullable=True),
        sa.Column("planned_publish_on", sa.Date(), nullable=True),
        sa.Column("planned_sign_on", sa.Date(), nullable=True),
        sa.Column("hours", sa.Integer(), nullable=True),
        sa.Column("responsible", sa.String(length=100), nullable=True),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "state IN ('planned', 'started', 'published', 'awarded', 'signed', 'cancelled')",
            name=op.f("ck_plan_item_state"),
        ),
        sa.CheckConstraint("hours >= 0", name=op.f("ck_plan_item_hours")),
        sa.ForeignKeyConstraint(["category_id"], ["category.id"], name=op.f("fk_plan_item_category_id_category")),
        sa.ForeignKeyConstraint(["contract_id"], ["contract.id"], name=op.f("fk_plan_item_contract_id_contract")),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["contract_decision.id"], name=op.f("fk_plan_item_decision_id_contract_decision")
        ),
        sa.ForeignKeyConstraint(
            ["procurement_id"], ["procurement.id"], name=op.f("fk_plan_item_procurement_id_procurement")
        ),
        sa.ForeignKeyConstraint(["successor_id"], ["contract.id"], name=op.f("fk_plan_item_successor_id_contract")),
        sa.ForeignKeyConstraint(["unit_id"], ["org_unit.id"], name=op.f("fk_plan_item_unit_id_org_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_item")),
        sa.UniqueConstraint("decision_id", name=op.f("uq_plan_item_decision_id")),
    )
    op.create_index(op.f("ix_plan_item_contract_id"), "plan_item", ["contract_id"], unique=False)
    op.create_table(
        "plan_stage",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("plan_item_id", sa.Integer(), nullable=False),
        sa.Column("stage", sa.String(length=20), nullable=False),
        sa.Column("entered_on", sa.Date(), nullable=False),
        sa.Column("who", sa.String(length=100), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.CheckConstraint(
            "stage IN ('planning', 'needs', 'market', 'procure', 'implement', 'manage')",
            name=op.f("ck_plan_stage_stage"),
        ),
        sa.ForeignKeyConstraint(
            ["plan_item_id"], ["plan_item.id"], name=op.f("fk_plan_stage_plan_item_id_plan_item"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_stage")),
        sa.UniqueConstraint(
            "plan_item_id", "stage", "entered_on", name=op.f("uq_plan_stage_plan_item_id_stage_entered_on")
        ),
    )
    op.create_index(op.f("ix_plan_stage_plan_item_id"), "plan_stage", ["plan_item_id"], unique=False)
    protect(op.get_bind(), ("contract_decision",))


def downgrade() -> None:
    op.drop_index(op.f("ix_plan_stage_plan_item_id"), table_name="plan_stage")
    op.drop_table("plan_stage")
    op.drop_index(op.f("ix_plan_item_contract_id"), table_name="plan_item")
    op.drop_table("plan_item")
    op.drop_index(op.f("ix_contract_decision_contract_id"), table_name="contract_decision")
    op.drop_table("contract_decision")
    op.drop_index(op.f("ix_contract_valuation_contract_id"), table_name="contract_valuation")
    op.drop_table("contract_valuation")
    op.drop_index(op.f("ix_amendment_contract_id"), table_name="amendment")
    op.drop_table("amendment")
    op.drop_table("officer_capacity")

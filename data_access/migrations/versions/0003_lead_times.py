"""lead times"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "lead_time",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("procedure", sa.String(length=30), nullable=False),
        sa.Column("complexity", sa.String(length=20), nullable=False),
        sa.Column("part", sa.String(length=20), nullable=False),
        sa.Column("p50_days", sa.Integer(), nullable=False),
        sa.Column("p80_days", sa.Integer(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.CheckConstraint(
            "complexity IN ('simple', 'normal', 'complex', 'any')", name=op.f("ck_lead_time_complexity")
        ),
        sa.CheckConstraint(
            "part IN ('preparation', 'publication', 'evaluation', 'signing', 'transition')",
            name=op.f("ck_lead_time_part"),
        ),
        sa.CheckConstraint(
            "procedure IN ('below_threshold', 'open', 'selective', 'renewed_competition', 'direct_award')",
            name=op.f("ck_lead_time_procedure"),
        ),
        sa.CheckConstraint("p50_days >= 0 AND p80_days >= p50_days", name=op.f("ck_lead_time_days")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lead_time")),
        sa.UniqueConstraint(
            "procedure",
            "complexity",
            "part",
            "valid_from",
            name=op.f("uq_lead_time_procedure_complexity_part_valid_from"),
        ),
    )
    op.create_table(
        "review_buffer",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("risk", sa.String(length=20), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.CheckConstraint("risk IN ('low', 'normal', 'high', 'critical')", name=op.f("ck_review_buffer_risk")),
        sa.CheckConstraint("days >= 0", name=op.f("ck_review_buffer_days")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review_buffer")),
        sa.UniqueConstraint("risk", "valid_from", name=op.f("uq_review_buffer_risk_valid_from")),
    )


def downgrade() -> None:
    op.drop_table("review_buffer")
    op.drop_table("lead_time")

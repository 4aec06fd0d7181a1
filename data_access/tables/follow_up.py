"""What was to be followed up, what was done, and what people answered."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from data_access.tables.base import id_column, metadata

METHODS = (
    "prisutveckling",
    "moten",
    "miljo_verksamhetssystem",
    "csr",
    "kvalitet_sla",
    "hallbarhetskollen_audit",
)

follow_up_plan = Table(
    "follow_up_plan",
    metadata,
    id_column(),
    Column("contract_id", Integer, ForeignKey("contract.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("method", String(40), nullable=False),
    Column("planned_on", Date, nullable=False),
    Column("responsible", String(100)),
    Column("version", Integer, nullable=False, default=1, server_default="1"),
    CheckConstraint(f"method IN {METHODS}", name="method"),
)

follow_up_activity = Table(
    "follow_up_activity",
    metadata,
    id_column(),
    Column("plan_id", Integer, ForeignKey("follow_up_plan.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("done_on", Date, nullable=False),
    Column("covers", String(20)),  # a requirement type the activity checked, such as 'gender' or 'labour'
    Column("result", String(200)),
    Column("evidence", String(200)),  # minutes or report; without it the activity does not count
)

survey_response = Table(
    "survey_response",
    metadata,
    id_column(),
    Column("kind", String(3), nullable=False),
    Column("contract_id", Integer, ForeignKey("contract.id")),
    Column("supplier_id", Integer, ForeignKey("supplier.id")),
    Column("unit_id", Integer, ForeignKey("org_unit.id")),
    Column("asked_on", Date, nullable=False),
    Column("overall", Integer),  # 1-10; all three null: asked but not answered
    Column("expectation", Integer),
    Column("ideal", Integer),
    CheckConstraint("kind IN ('NKI', 'NLI')", name="kind"),
    CheckConstraint("overall BETWEEN 1 AND 10", name="overall"),
    CheckConstraint("expectation BETWEEN 1 AND 10", name="expectation"),
    CheckConstraint("ideal BETWEEN 1 AND 10", name="ideal"),
)

follow_up_check = Table(
    "follow_up_check",
    metadata,
    id_column(),
    Column("contract_id", Integer, ForeignKey("contract.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("item", String(40), nullable=False),  # an item of the deck's checklist
    Column("done_on", Date, nullable=False),
    Column("note", Text),
    Column("who", String(100), nullable=False),
    Column("at", DateTime, nullable=False),
)

risk_score = Table(
    "risk_score",
    metadata,
    id_column(),
    Column("contract_id", Integer, ForeignKey("contract.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("scored_on", Date, nullable=False),  # the last one holds
    Column("value", Integer, nullable=False),
    Column("criticality", Integer, nullable=False),
    Column("supply_risk", Integer, nullable=False),
    Column("sustainability_risk", Integer, nullable=False),
    Column("price_complexity", Integer, nullable=False),
    Column("history", Integer, nullable=False),
    Column("reason", Text),
    Column("who", String(100), nullable=False),
    Column("at", DateTime, nullable=False),
    *(
        CheckConstraint(f"{name} BETWEEN 1 AND 4", name=name)
        for name in ("value", "criticality", "supply_risk", "sustainability_risk", "price_complexity", "history")
    ),
)

follow_up_frequency = Table(
    "follow_up_frequency",
    metadata,
    id_column(),
    Column("risk_class", Integer, nullable=False),
    Column("method", String(40), nullable=False),
    Column("times_a_year", Float, nullable=False),
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date),
    Column("source", String(200), nullable=False),
    Column("status", String(40), nullable=False),
    UniqueConstraint("risk_class", "method", "valid_from"),
    CheckConstraint("risk_class BETWEEN 1 AND 4", name="risk_class"),
    CheckConstraint(f"method IN {METHODS}", name="method"),
)

handover = Table(
    "handover",
    metadata,
    id_column(),
    Column("contract_id", Integer, ForeignKey("contract.id", ondelete="CASCADE"), nullable=False, unique=True),
    Column("handed_over_on", Date, nullable=False),
    Column("handed_over_by", String(100), nullable=False),
    Column("note", Text),
    Column("received_on", Date),
    Column("received_by", String(100)),
    Column("version", Integer, nullable=False, default=1),
)

audit_result = Table(
    "audit_result",
    metadata,
    id_column(),
    Column("supplier_id", Integer, ForeignKey("supplier.id"), nullable=False, index=True),
    Column("source", String(100), nullable=False),  # Hållbarhetskollen
    Column("result", String(10), nullable=False),
    Column("assessed_on", Date, nullable=False),
    Column("reference", String(300)),
    Column("recorded_by", String(100), nullable=False),
    Column("recorded_at", DateTime, nullable=False),
    UniqueConstraint("supplier_id", "source", "assessed_on"),
    CheckConstraint("result IN ('green', 'yellow', 'red')", name="result"),
)

supplier_comment = Table(
    "supplier_comment",
    metadata,
    id_column(),
    Column("supplier_id", Integer, ForeignKey("supplier.id"), nullable=False, index=True),
    Column("contract_id", Integer, ForeignKey("contract.id")),
    Column("said_on", Date, nullable=False),
    Column("comment", Text, nullable=False),
    Column("self_rating", Integer),  # the supplier's own, 1-5
    Column("would_use_again", Boolean),  # ours; null: not said
    Column("recorded_by", String(100), nullable=False),
    Column("recorded_at", DateTime, nullable=False),
    CheckConstraint("self_rating BETWEEN 1 AND 5", name="self_rating"),
)

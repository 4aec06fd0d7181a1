"""What was to be followed up, what was done, and what people answered."""

from sqlalchemy import CheckConstraint, Column, Date, ForeignKey, Integer, String, Table

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

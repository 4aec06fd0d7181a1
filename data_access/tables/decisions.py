"""Decisions about contracts, changes of contracts, and the plan of procurements. Decisions are added, never changed."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Integer,
    Numeric,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from data_access.tables.base import id_column, metadata, ore

DECISIONS = ("extend", "terminate", "reprocure", "sanction", "expire", "undo")
GROUNDS = ("17:9", "17:10", "17:11", "17:12", "17:13", "17:14")
PLAN_STATES = ("planned", "started", "published", "awarded", "signed", "cancelled")
STAGES = ("planning", "needs", "market", "procure", "implement", "manage")

contract_decision = Table(
    "contract_decision",
    metadata,
    id_column(),
    Column("contract_id", Integer, ForeignKey("contract.id"), nullable=False, index=True),
    Column("kind", String(20), nullable=False),
    Column(
        "option_sequence", Integer
    ),  # of an extension: the option used, by its place, since registers remake options
    Column("option_months", Integer),
    Column("end_before_on", Date),  # the last day it moved: a register that tells a later one knows of the extension
    Column("new_end_on", Date),  # the last day after an extension or a termination
    Column("decided_on", Date, nullable=False),
    Column("forum", String(100), nullable=False),  # where: a delegation, a committee, the management group
    Column("reason", Text, nullable=False),
    Column("registration_number", String(60)),
    Column("has_delegation", Boolean),  # null: nobody needs one
    Column("way", String(30)),  # the state of the way when it was decided
    Column("undoes_id", Integer, ForeignKey("contract_decision.id"), unique=True),
    Column("case_id", Integer, ForeignKey("escalation_case.id")),
    Column("who", String(100), nullable=False),
    Column("role", String(30)),
    Column("at", DateTime, nullable=False),
    CheckConstraint(f"kind IN {DECISIONS}", name="kind"),
    CheckConstraint("(kind = 'undo') = (undoes_id IS NOT NULL)", name="undo"),
    CheckConstraint("(kind = 'extend') = (option_months IS NOT NULL)", name="extend"),
    CheckConstraint("kind NOT IN ('extend', 'terminate') OR new_end_on IS NOT NULL", name="new_end"),
)

amendment = Table(
    "amendment",
    metadata,
    id_column(),
    Column("contract_id", Integer, ForeignKey("contract.id"), nullable=False, index=True),
    Column("signed_on", Date, nullable=False),
    Column("ground", String(10), nullable=False),
    ore("value_delta_ore", nullable=False),  # signed: a smaller scope is negative
    Column("description", Text, nullable=False),
    Column("notice_published_on", Date),
    Column("registration_number", String(60)),
    Column("recorded_by", String(100), nullable=False),
    Column("recorded_at", DateTime, nullable=False),
    Column("version", Integer, nullable=False, default=1),
    CheckConstraint(f"ground IN {GROUNDS}", name="ground"),
)

contract_valuation = Table(
    "contract_valuation",
    metadata,
    id_column(),
    Column("contract_id", Integer, ForeignKey("contract.id"), nullable=False, index=True),
    Column("valued_on", Date, nullable=False),  # the last one holds
    ore("value_ore", nullable=False),  # all options included
    Column("index_factor", Numeric(12, 6), nullable=False, default=1),  # by the contract's own index clause
    Column("purchase_type", String(10), nullable=False),
    Column("source", String(200), nullable=False),
    Column("who", String(100), nullable=False),
    Column("at", DateTime, nullable=False),
    CheckConstraint("purchase_type IN ('goods', 'services', 'works')", name="purchase_type"),
)

plan_item = Table(
    "plan_item",
    metadata,
    id_column(),
    Column("title", String(300), nullable=False),
    Column("contract_id", Integer, ForeignKey("contract.id"), index=True),  # the one it replaces; null: a new need
    Column("decision_id", Integer, ForeignKey("contract_decision.id"), unique=True),
    Column("procurement_id", Integer, ForeignKey("procurement.id")),
    Column("successor_id", Integer, ForeignKey("contract.id")),
    Column("category_id", Integer, ForeignKey("category.id")),
    Column("unit_id", Integer, ForeignKey("org_unit.id")),
    ore("estimated_value_ore"),
    Column("procedure", String(60)),
    Column("complexity", String(40)),
    Column("review_risk", String(20)),
    Column("needed_on", Date, nullable=False),  # the first day the new contract must hold
    Column("planned_start_on", Date),
    Column("planned_publish_on", Date),
    Column("planned_sign_on", Date),
    Column("hours", Integer),
    Column("responsible", String(100)),
    Column("state", String(20), nullable=False, default="planned"),
    Column("version", Integer, nullable=False, default=1),
    CheckConstraint(f"state IN {PLAN_STATES}", name="state"),
    CheckConstraint("hours >= 0", name="hours"),
)

plan_stage = Table(
    "plan_stage",
    metadata,
    id_column(),
    Column("plan_item_id", Integer, ForeignKey("plan_item.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("stage", String(20), nullable=False),
    Column("entered_on", Date, nullable=False),
    Column("who", String(100), nullable=False),
    Column("at", DateTime, nullable=False),
    UniqueConstraint("plan_item_id", "stage", "entered_on"),
    CheckConstraint(f"stage IN {STAGES}", name="stage"),
)

officer_capacity = Table(
    "officer_capacity",
    metadata,
    id_column(),
    Column("period", Integer, nullable=False, unique=True),  # 202611
    Column("officers", Float, nullable=False),  # full-time equivalents
    Column("hours", Integer, nullable=False),  # for procurements
    Column("source", String(200), nullable=False),
    Column("version", Integer, nullable=False, default=1),
)

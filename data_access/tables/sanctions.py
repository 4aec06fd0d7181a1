"""Penalties the contract gives a right to, what became of them, and blocks on ordering."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Integer,
    Numeric,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from data_access.tables.base import id_column, metadata, ore
from data_access.tables.escalation import DEVIATION_CATEGORIES

PENALTY_UNITS = ("started_week", "day", "event", "percent")
PENALTY_STATES = ("entitled", "claimed", "decided", "invoiced", "received", "waived")

penalty_clause = Table(
    "penalty_clause",
    metadata,
    id_column(),
    Column("contract_id", Integer, ForeignKey("contract.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("clause", String(200), nullable=False),  # where in the contract
    Column("category", String(20)),  # of the deviations it is for; null: any
    Column("unit", String(20), nullable=False),
    ore("amount_ore"),  # for each unit; null for a percentage
    Column("percent", Numeric(9, 4)),  # of the order's value
    ore("cap_ore"),  # null: the contract names none
    Column("needs_notice", Boolean, nullable=False, default=False),
    Column("claim_within_days", Integer),
    Column("version", Integer, nullable=False, default=1),
    CheckConstraint(f"unit IN {PENALTY_UNITS}", name="unit"),
    CheckConstraint(f"category IN {DEVIATION_CATEGORIES}", name="category"),
    CheckConstraint("(unit = 'percent') = (percent IS NOT NULL)", name="percent"),
    CheckConstraint("(unit = 'percent') = (amount_ore IS NULL)", name="amount"),
)

penalty = Table(
    "penalty",
    metadata,
    id_column(),
    Column("clause_id", Integer, ForeignKey("penalty_clause.id"), nullable=False, index=True),
    Column("contract_id", Integer, ForeignKey("contract.id"), nullable=False, index=True),
    Column("supplier_id", Integer, ForeignKey("supplier.id"), nullable=False, index=True),
    Column("case_id", Integer, ForeignKey("escalation_case.id"), index=True),
    Column("deviation_id", Integer, ForeignKey("deviation.id")),
    Column("from_on", Date, nullable=False),  # the first day late, or the day it happened
    Column("to_on", Date),  # the last day late; null: a single event, or still going on
    ore("base_ore"),  # the order's value, for a percentage
    ore("entitled_ore", nullable=False),
    Column("arithmetic", String(300), nullable=False),
    Column("version", Integer, nullable=False, default=1),
)

penalty_event = Table(
    "penalty_event",
    metadata,
    id_column(),
    Column("penalty_id", Integer, ForeignKey("penalty.id"), nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("state", String(20), nullable=False),
    Column("happened_on", Date, nullable=False),
    ore("amount_ore", nullable=False),
    Column("reason", Text),
    Column("registration_number", String(60)),
    Column("who", String(100), nullable=False),
    Column("role", String(30)),
    Column("at", DateTime, nullable=False),
    UniqueConstraint("penalty_id", "sequence"),
    CheckConstraint(f"state IN {PENALTY_STATES}", name="state"),
)

erp_block = Table(
    "erp_block",
    metadata,
    id_column(),
    Column("supplier_id", Integer, ForeignKey("supplier.id"), nullable=False, index=True),
    Column("contract_id", Integer, ForeignKey("contract.id")),  # null: all orders to the supplier
    Column("case_id", Integer, ForeignKey("escalation_case.id"), index=True),
    Column("requested_on", Date, nullable=False),
    Column("requested_by", String(100), nullable=False),
    Column("reason", Text, nullable=False),
    Column("executed_on", Date),  # in Raindance
    Column("executed_by", String(100)),
    Column("lifted_on", Date),
    Column("lifted_by", String(100)),
    Column("lifted_reason", Text),
    Column("version", Integer, nullable=False, default=1),
    CheckConstraint("executed_on IS NULL OR executed_on >= requested_on", name="executed"),
    CheckConstraint("lifted_on IS NULL OR lifted_on >= requested_on", name="lifted"),
)

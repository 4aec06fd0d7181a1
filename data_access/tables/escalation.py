"""Deviations, the cases they come to, and the ladder a case climbs. A case's step is its last event, never a field."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from data_access.tables.base import id_column, metadata, ore
from data_access.tables.people import ROLES

SETTLED = 5  # the end of the ladder: claims settled, handover done

DEVIATION_CATEGORIES = (
    "late",
    "defective",
    "price",
    "labour",
    "environment",
    "reporting",
    "security",
    "assortment",
    "other",
)
DEVIATION_STATES = ("reported", "confirmed", "remedied", "verified", "dismissed")
REMEDIES = ("rectification", "replacement", "price_reduction", "damages", "action", "none")
EVENTS = (
    "indicator_warning",
    "deviation_confirmed",
    "action_plan_failed",
    "decision_terminate",
    "settled",
    "remedy_verified",
    "plan_closed",
    "monitoring_ok",
    "fast_track",
    "withdraw",
)
# What is done or drawn up in a case; what each step demands of them is dated data (step_obligation).
RECORDS = (
    "contact",
    "supplier_reply",
    "supplier_disputes",
    "check",
    "complaint",
    "meeting",
    "action_plan",
    "information",
    "protocol",
    "penalty_assessment",
    "notice_of_breach",
    "legal_meeting",
    "legal_assessment",
    "penalty_decision",
    "block_assessment",
    "lowering_agreed",
    "fast_track_approval",
    "termination_decision",
    "continuity_plan",
    "declaration_of_termination",
    "replacement_plan",
    "exclusion_file",
    "settlement_agreement",
    "settlement",
    "handover",
    "final_report",
    "closing_note",
)
DOCUMENT_STATES = ("draft", "memo", "dispatched", "finalised", "received")

deviation = Table(
    "deviation",
    metadata,
    id_column(),
    Column("supplier_id", Integer, ForeignKey("supplier.id"), nullable=False, index=True),
    Column("contract_id", Integer, ForeignKey("contract.id"), index=True),  # null until the controller says which
    Column("case_id", Integer, ForeignKey("escalation_case.id"), index=True),
    Column("description", Text, nullable=False),
    Column("observed_on", Date, nullable=False),
    Column("place", String(200)),
    Column("evidence", String(500)),  # a link or where the paper is kept
    Column("unit_id", Integer, ForeignKey("org_unit.id")),  # who met it
    Column("reported_by", String(100), nullable=False),
    Column("reported_at", DateTime, nullable=False),
    Column("requirement_id", Integer, ForeignKey("requirement.id")),
    Column("clause", String(200)),  # the contract's own, where no requirement of the register fits
    Column("category", String(20)),
    Column("severity", Integer),
    Column("complained_on", Date),  # when the supplier was told in writing
    Column("due_on", Date),
    Column("remedy", String(20)),
    Column("state", String(20), nullable=False, default="reported"),
    Column("closed_on", Date),  # verified or dismissed
    Column("reopened_on", Date),
    Column("closed_before_on", Date),  # the closing that the reopening undid
    ore("credited_ore"),  # a price reduction or credit note received for it
    Column("note", Text),
    Column("version", Integer, nullable=False, default=1),
    CheckConstraint(f"category IN {DEVIATION_CATEGORIES}", name="category"),
    CheckConstraint("severity BETWEEN 1 AND 4", name="severity"),
    CheckConstraint(f"state IN {DEVIATION_STATES}", name="state"),
    CheckConstraint(f"remedy IN {REMEDIES}", name="remedy"),
)

escalation_case = Table(
    "escalation_case",
    metadata,
    id_column(),
    Column("contract_id", Integer, ForeignKey("contract.id"), nullable=False, index=True),
    Column("supplier_id", Integer, ForeignKey("supplier.id"), nullable=False, index=True),
    Column("opened_on", Date, nullable=False),
    Column("opened_by", String(100), nullable=False),
    Column("closed_on", Date),  # set by the event that ends it; null: open
    Column("registration_number", String(60)),  # the case's own; its acts have theirs
    Column("version", Integer, nullable=False, default=1),
    Index(
        "uq_escalation_case_open",
        "contract_id",
        "supplier_id",
        unique=True,
        sqlite_where=text("closed_on IS NULL"),
        postgresql_where=text("closed_on IS NULL"),
    ),
)

escalation_event = Table(
    "escalation_event",
    metadata,
    id_column(),
    Column("case_id", Integer, ForeignKey("escalation_case.id"), nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("from_step", Integer, nullable=False),
    Column("to_step", Integer, nullable=False),
    Column("event", String(30), nullable=False),
    Column("happened_on", Date, nullable=False),
    Column("at", DateTime, nullable=False),
    Column("who", String(100), nullable=False),
    Column("role", String(30)),
    Column("reason", Text, nullable=False),
    Column("registration_number", String(60)),
    UniqueConstraint("case_id", "sequence"),
    CheckConstraint("from_step BETWEEN 0 AND 4", name="from_step"),
    CheckConstraint(f"to_step BETWEEN 0 AND {SETTLED}", name="to_step"),
    CheckConstraint(f"event IN {EVENTS}", name="event"),
)

case_member = Table(
    "case_member",
    metadata,
    id_column(),
    Column("case_id", Integer, ForeignKey("escalation_case.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("role", String(30), nullable=False),
    Column("person_id", Integer, ForeignKey("person.id"), nullable=False),
    Column("from_on", Date, nullable=False),
    Column("to_on", Date),  # null: still
    CheckConstraint(f"role IN {ROLES}", name="role"),
)

case_record = Table(
    "case_record",
    metadata,
    id_column(),
    Column("case_id", Integer, ForeignKey("escalation_case.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("kind", String(30), nullable=False),
    Column("step", Integer, nullable=False),  # the case's step when it was done
    Column("done_on", Date, nullable=False),
    Column("deadline_on", Date),  # what it gives the supplier: an answer by, a cure by
    Column("verdict", Boolean),  # of an assessment or decision: yes or no
    Column("note", Text),
    Column("evidence", String(500)),
    Column("registration_number", String(60)),
    Column("document_state", String(20)),
    Column("is_confidential", Boolean, nullable=False, default=False),  # legal strategy: for a few roles only
    Column("who", String(100), nullable=False),
    Column("role", String(30)),
    Column("at", DateTime, nullable=False),
    Column("withdrawn_at", DateTime),  # recorded by mistake; kept, and no longer counted
    Column("withdrawn_by", String(100)),
    Column("withdrawn_reason", Text),
    Column("version", Integer, nullable=False, default=1),
    CheckConstraint(f"kind IN {RECORDS}", name="kind"),
    CheckConstraint(f"document_state IN {DOCUMENT_STATES}", name="document_state"),
)

action_item = Table(
    "action_item",
    metadata,
    id_column(),
    Column("case_id", Integer, ForeignKey("escalation_case.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("description", Text, nullable=False),
    Column("owner", String(100), nullable=False),
    Column("start_on", Date, nullable=False),
    Column("due_on", Date, nullable=False),
    Column("done_on", Date),
    Column("verified_on", Date),  # looked at by us; done is what the supplier says
    Column("version", Integer, nullable=False, default=1),
    CheckConstraint("due_on >= start_on", name="days"),
)

signal_answer = Table(
    "signal_answer",
    metadata,
    id_column(),
    Column("kind", String(40), nullable=False),
    Column("supplier_id", Integer, ForeignKey("supplier.id"), nullable=False),
    Column("contract_id", Integer, ForeignKey("contract.id")),
    Column("case_id", Integer, ForeignKey("escalation_case.id")),
    Column("level", Float, nullable=False),  # how bad it was when answered; worse, and it returns
    Column("is_accepted", Boolean, nullable=False),
    Column("deviation_id", Integer, ForeignKey("deviation.id")),  # what an accepted signal became
    Column("reason", Text, nullable=False),
    Column("who", String(100), nullable=False),
    Column("at", DateTime, nullable=False),
    Index("ix_signal_answer_kind_supplier_id_contract_id", "kind", "supplier_id", "contract_id"),
)

step_role = Table(
    "step_role",
    metadata,
    id_column(),
    Column("step", Integer, nullable=False),
    Column("role", String(30), nullable=False),
    Column("part", String(1), nullable=False),  # R does it, A answers for it, C is asked, I is told
    Column("is_doubtful", Boolean, nullable=False, default=False),  # the picture could be read in two ways
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date),
    Column("source", String(200), nullable=False),
    Column("status", String(40), nullable=False),
    UniqueConstraint("step", "role", "part", "valid_from"),
    CheckConstraint("part IN ('R', 'A', 'C', 'I')", name="part"),
    CheckConstraint(f"role IN {ROLES}", name="role"),
)

step_obligation = Table(
    "step_obligation",
    metadata,
    id_column(),
    Column("key", String(40), nullable=False),
    Column("step", Integer, nullable=False),
    Column("due_days", Integer, nullable=False),  # from the day the step began; 0: the same day
    Column("is_working_days", Boolean, nullable=False, default=True),
    Column("role", String(30), nullable=False),  # who sees to it
    Column("is_registered", Boolean, nullable=False, default=False),  # a formal act: it has a registration number
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date),
    Column("source", String(200), nullable=False),
    Column("status", String(40), nullable=False),
    UniqueConstraint("key", "step", "valid_from"),
    CheckConstraint(f"role IN {ROLES}", name="role"),
    CheckConstraint("step BETWEEN 0 AND 4", name="step"),
)

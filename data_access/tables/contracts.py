"""Contracts with their options, scope, suppliers and prices. Ends are derived, never edited in place."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from data_access.tables.base import id_column, metadata, ore

CONTRACT_TYPES = ("kontrakt", "ramavtal", "dis", "avrop", "direkt", "LOV", "hyra", "other")
REGIMES = (
    "above_threshold",
    "below_threshold_announced",
    "annex2_social",
    "direct_award",
    "luf",
    "lov",
    "other",
)

contract = Table(
    "contract",
    metadata,
    id_column(),
    Column("number", String(60), nullable=False, unique=True),
    Column("registration_number", String(60)),  # diarienummer
    Column("title", String(300), nullable=False),
    Column("supplier_name", String(300)),  # as the register writes it, kept also when nobody matched
    Column("procurement_id", Integer, ForeignKey("procurement.id")),
    Column("type", String(20), nullable=False, default="other"),
    Column("regime", String(40)),
    Column("start_on", Date),
    Column("initial_end_on", Date),
    Column("terminated_on", Date),
    Column("is_until_further_notice", Boolean, nullable=False, default=False),
    Column("notice_buyer_months", Integer),
    Column("notice_supplier_months", Integer),
    ore("ceiling_ore"),  # null: unknown, never "no ceiling"
    ore("estimated_value_ore"),
    Column("procedure", String(60)),
    Column("complexity", String(40)),
    Column("review_risk", String(20)),
    Column("owner", String(100)),
    Column("controller", String(100)),
    Column("risk_class", Integer),
    Column("criticality", Integer),
    Column("is_exclusive", Boolean),
    Column("is_pooled", Boolean),  # municipality-wide, joint or through a central purchasing body
    Column("is_e_tradeable", Boolean),
    Column("is_e_signed", Boolean),
    Column("has_price_list", Boolean),
    Column("has_price_clause", Boolean),
    Column("is_secret", Boolean, nullable=False, default=False),
    Column("import_id", Integer, ForeignKey("import_file.id")),
    Column("framework_id", Integer, ForeignKey("contract.id"), index=True),  # the framework this is a call-off under
    CheckConstraint(f"type IN {CONTRACT_TYPES}", name="type"),
    CheckConstraint(f"regime IN {REGIMES}", name="regime"),
    CheckConstraint("risk_class BETWEEN 1 AND 4", name="risk_class"),
    CheckConstraint("criticality BETWEEN 1 AND 4", name="criticality"),
)

contract_option = Table(
    "contract_option",
    metadata,
    id_column(),
    Column("contract_id", Integer, ForeignKey("contract.id", ondelete="CASCADE"), nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("length_months", Integer, nullable=False),
    Column("mode", String(20), nullable=False),
    Column("call_deadline_months", Integer),
    Column("call_deadline_on", Date),
    Column("exercised_on", Date),
    Column("declined_on", Date),
    UniqueConstraint("contract_id", "sequence"),
    CheckConstraint("mode IN ('buyer', 'mutual', 'automatic')", name="mode"),
    CheckConstraint("length_months > 0", name="length"),
)

contract_scope = Table(
    "contract_scope",
    metadata,
    id_column(),
    Column("contract_id", Integer, ForeignKey("contract.id", ondelete="CASCADE"), nullable=False),
    Column("category_id", Integer, ForeignKey("category.id"), nullable=False),
    Column("unit_id", Integer, ForeignKey("org_unit.id")),  # null: every unit
    Index("ix_contract_scope_contract_id", "contract_id"),
)

contract_supplier = Table(
    "contract_supplier",
    metadata,
    id_column(),
    Column("contract_id", Integer, ForeignKey("contract.id", ondelete="CASCADE"), nullable=False),
    Column("supplier_id", Integer, ForeignKey("supplier.id"), nullable=False, index=True),
    Column("rank", Integer),  # null: not ranked
    Column("share_pct", Float),
    UniqueConstraint("contract_id", "supplier_id"),
)

price_item = Table(
    "price_item",
    metadata,
    id_column(),
    Column("contract_id", Integer, ForeignKey("contract.id", ondelete="CASCADE"), nullable=False),
    Column("article_no", String(60), nullable=False),
    Column("description", String(300)),
    Column("unit", String(20)),
    ore("unit_price_ore", nullable=False),
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date),
    Column("is_core", Boolean, nullable=False, default=False),
)

requirement = Table(
    "requirement",
    metadata,
    id_column(),
    Column("contract_id", Integer, ForeignKey("contract.id", ondelete="CASCADE"), nullable=False),
    Column("type", String(20), nullable=False),
    Column("description", Text, nullable=False),
    Column("is_measurable", Boolean, nullable=False, default=False),
    Column("evidence_due_on", Date),
    Column("checked_on", Date),
    Column("check_method", String(40)),  # how it is followed up, one of follow_up.METHODS
    Column("check_due_on", Date),
    Column("outcome", String(20)),
    Column("evidence", String(500)),
    Column("checked_by", String(100)),
    Column("version", Integer, nullable=False, default=1, server_default="1"),
    CheckConstraint("outcome IN ('met', 'partly', 'not_met')", name="outcome"),
    CheckConstraint("type IN ('social', 'labour', 'gender', 'climate', 'quality', 'sla', 'it', 'other')", name="type"),
)

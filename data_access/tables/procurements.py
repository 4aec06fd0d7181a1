"""Procurements with bids and review cases, and documented direct awards."""

from sqlalchemy import Boolean, CheckConstraint, Column, Date, ForeignKey, Integer, String, Table

from data_access.tables.base import id_column, metadata, ore
from data_access.tables.contracts import REGIMES

procurement = Table(
    "procurement",
    metadata,
    id_column(),
    Column("registration_number", String(60), unique=True),
    Column("title", String(300), nullable=False),
    Column("procedure", String(60)),
    Column("regime", String(40)),
    Column("category_id", Integer, ForeignKey("category.id")),
    Column("unit_id", Integer, ForeignKey("org_unit.id")),
    ore("estimated_value_ore"),
    Column("project_start_on", Date),
    Column("planned_publish_on", Date),
    Column("published_on", Date),
    Column("tender_deadline_on", Date),
    Column("award_notice_sent_on", Date),
    Column("contract_signed_on", Date),
    Column("cancelled_on", Date),
    Column("cancel_reason", String(300)),
    Column("lots", Integer),
    Column("has_environmental_criteria", Boolean),
    Column("has_social_criteria", Boolean),
    Column("has_labour_terms", Boolean),  # null: not examined
    Column("has_innovation", Boolean),
    Column("has_functional_requirements", Boolean),
    Column("has_gender_analysis", Boolean),
    Column("market_dialogues", Integer),
    CheckConstraint(f"regime IN {REGIMES}", name="regime"),
)

bid = Table(
    "bid",
    metadata,
    id_column(),
    Column(
        "procurement_id",
        Integer,
        ForeignKey("procurement.id", ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
    Column("lot", Integer, nullable=False, default=1),
    Column("supplier_id", Integer, ForeignKey("supplier.id")),
    Column("is_sme", Boolean),
    Column("is_qualified", Boolean),
    ore("price_ore"),
    Column("has_won", Boolean, nullable=False, default=False),
)

review_case = Table(
    "review_case",
    metadata,
    id_column(),
    Column(
        "procurement_id",
        Integer,
        ForeignKey("procurement.id", ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
    Column("court", String(100)),
    Column("case_number", String(60), nullable=False),
    Column("filed_on", Date, nullable=False),
    Column("decided_on", Date),
    Column("outcome", String(20), nullable=False, default="pending"),
    Column("instance", Integer, nullable=False, default=1),
    CheckConstraint(
        "outcome IN ('pending', 'bifall', 'delvis', 'avslag', 'avskriven', 'avvisad', 'aterkallad')",
        name="outcome",
    ),
)

direct_award = Table(
    "direct_award",
    metadata,
    id_column(),
    Column("registration_number", String(60)),
    Column("supplier_id", Integer, ForeignKey("supplier.id"), nullable=False),
    Column("category_id", Integer, ForeignKey("category.id"), nullable=False),
    Column("unit_id", Integer, ForeignKey("org_unit.id")),  # null: every unit
    ore("value_ore", nullable=False),
    Column("decided_on", Date, nullable=False),
    Column("valid_to", Date),  # null: one year from the decision
    Column("legal_basis", String(100)),
    Column("quotes", Integer),
    Column("is_documented", Boolean, nullable=False),
)

market_statistic = Table(
    "market_statistic",
    metadata,
    id_column(),
    Column("import_id", Integer, ForeignKey("import_file.id"), nullable=False, index=True),
    Column("year", Integer),
    Column("buyer", String(300), nullable=False),
    Column("reference", String(60), nullable=False),
    ore("value_ore"),
    Column("flag", String(60)),  # such as "unit_price_suspected": kept, said, left out of sums only by choice
)

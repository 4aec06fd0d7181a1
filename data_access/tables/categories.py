"""What is bought: categories, CPV codes, accounts and the ordered rules that say what can be competed for."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Float,
    ForeignKey,
    Integer,
    String,
    Table,
    UniqueConstraint,
)

from data_access.tables.base import id_column, metadata

SPEND_CLASSES = (
    "transfer",
    "premises",
    "monopoly",
    "placement",
    "internal",
    "sensitive",
    "unknown",
    "procurable",
)

category = Table(
    "category",
    metadata,
    id_column(),
    Column("code", String(40), nullable=False, unique=True),
    Column("name", String(200), nullable=False),
    Column("parent_id", Integer, ForeignKey("category.id")),
    Column("cpv_prefixes", String(400)),  # comma separated, two to eight digits each
    Column("spend_class", String(20)),  # null: the account rules decide
    Column("owner_team", String(100)),  # null: a category nobody owns
    Column("is_labour_risk", Boolean, nullable=False, default=False),
    CheckConstraint(f"spend_class IN {SPEND_CLASSES}", name="spend_class"),
)

cpv_code = Table(
    "cpv_code",
    metadata,
    Column("code", String(8), primary_key=True),
    Column("name_sv", String(400), nullable=False),
    Column("name_en", String(400), nullable=False),
)

account = Table(
    "account",
    metadata,
    id_column(),
    Column("code", String(60), nullable=False),
    Column("text", String(300), nullable=False, default=""),
    Column("category_id", Integer, ForeignKey("category.id")),
    UniqueConstraint("code", "text"),
)

account_class_rule = Table(
    "account_class_rule",
    metadata,
    id_column(),
    Column("priority", Integer, nullable=False),
    Column("account_from", Integer),  # inclusive; null: any account
    Column("account_to", Integer),
    Column("text_pattern", String(400)),  # regular expression on the account's text, case ignored
    Column("spend_class", String(20), nullable=False),
    Column("reason", String(400), nullable=False),
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date),
    Column("source", String(200), nullable=False),
    Column("status", String(40), nullable=False),
    CheckConstraint(f"spend_class IN {SPEND_CLASSES}", name="spend_class"),
)

category_strategy = Table(
    "category_strategy",
    metadata,
    id_column(),
    Column("category_id", Integer, ForeignKey("category.id"), nullable=False),
    Column("adopted_on", Date, nullable=False),
    Column("review_due_on", Date, nullable=False),
    Column("registration_number", String(60)),
)

emission_factor = Table(
    "emission_factor",
    metadata,
    id_column(),
    Column("category_id", Integer, ForeignKey("category.id"), nullable=False),
    Column("kg_co2e_per_sek", Float, nullable=False),
    Column("price_year", Integer, nullable=False),
    Column("source", String(200), nullable=False),
    Column("status", String(40), nullable=False),
    Column("valid_from", Date, nullable=False),
)

price_deflator = Table(
    "price_deflator",
    metadata,
    id_column(),
    Column("year", Integer, nullable=False, unique=True),
    Column("price_index", Float, nullable=False),
    Column("source", String(200), nullable=False),
    Column("status", String(40), nullable=False),
)

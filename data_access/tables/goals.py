"""Targets and limits: dated rows with a source, so that history is judged by the rule valid then."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    Date,
    Float,
    ForeignKey,
    Integer,
    Numeric,
    String,
    Table,
    UniqueConstraint,
)

from data_access.tables.base import id_column, metadata

target = Table(
    "target",
    metadata,
    id_column(),
    Column("metric", String(20), nullable=False),  # K-AVT-1
    Column("unit_id", Integer, ForeignKey("org_unit.id")),  # null: the whole municipality
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date),
    Column("green", Float),  # the value that reaches the target; for a band its lower end
    Column("green_to", Float),  # a band's upper end
    Column("amber", Float),
    Column("amber_to", Float),
    Column("source", String(200), nullable=False),
    Column("status", String(40), nullable=False),  # 'estimate', 'decided'
)

threshold = Table(
    "threshold",
    metadata,
    id_column(),
    Column("law", String(10), nullable=False),
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date),
    Column("purchase_class", String(60), nullable=False),
    Column("threshold_eur", Integer),
    Column("threshold_sek", Integer),  # null: not verified; the app says so and never guesses
    Column("direct_award_sek", Integer),
    Column("comparator", String(2), nullable=False),
    Column("source", String(200), nullable=False),
    Column("status", String(40), nullable=False),
    UniqueConstraint("law", "purchase_class", "valid_from"),
    CheckConstraint("comparator IN ('<', '<=')", name="comparator"),
)

rule_limit = Table(
    "rule_limit",
    metadata,
    id_column(),
    Column("key", String(60), nullable=False),  # 'payment_lag_days', 'small_departure_sek', …
    Column("valid_from", Date, nullable=False),
    Column("value", Numeric(18, 4), nullable=False),
    Column("source", String(200), nullable=False),
    Column("status", String(40), nullable=False),
    UniqueConstraint("key", "valid_from"),
)

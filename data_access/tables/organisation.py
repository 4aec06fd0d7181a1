"""The municipality's own parts: committees, departments, units and companies."""

from sqlalchemy import Boolean, CheckConstraint, Column, ForeignKey, Integer, String, Table

from data_access.tables.base import id_column, metadata

UNIT_TYPES = ("kommun", "namnd", "forvaltning", "enhet", "bolag")

org_unit = Table(
    "org_unit",
    metadata,
    id_column(),
    Column("code", String(40), unique=True),
    Column("name", String(200), nullable=False),
    Column("type", String(20), nullable=False),
    Column("parent_id", Integer, ForeignKey("org_unit.id")),
    Column("is_in_scope", Boolean, nullable=False, default=True),  # companies are a separate, selectable scope
    CheckConstraint(f"type IN {UNIT_TYPES}", name="type"),
)

org_unit_alias = Table(
    "org_unit_alias",
    metadata,
    id_column(),
    Column("unit_id", Integer, ForeignKey("org_unit.id"), nullable=False),
    Column("key", String(200), nullable=False, unique=True),  # casefolded name or code as a source writes it
)

"""Who works here, in which roles, and what each role may decide on behalf of a committee."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Integer,
    String,
    Table,
    UniqueConstraint,
)

from data_access.tables.base import id_column, metadata, ore

ROLES = (
    "contract_controller",
    "procurement_officer",
    "team_leader",
    "legal_counsel",
    "chief_purchasing_officer",
    "management_group",
    "operations",
    "purchasing_coordinator",
)

person = Table(
    "person",
    metadata,
    id_column(),
    Column("key", String(100), nullable=False, unique=True),  # what signing in gives, such as a user name
    Column("name", String(100), nullable=False),
    Column("unit_id", Integer, ForeignKey("org_unit.id")),
    Column("is_invented", Boolean, nullable=False, default=False),  # belongs to the sample municipality
    Column("is_active", Boolean, nullable=False, default=True),
)

person_role = Table(
    "person_role",
    metadata,
    id_column(),
    Column("person_id", Integer, ForeignKey("person.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("role", String(30), nullable=False),
    UniqueConstraint("person_id", "role"),
    CheckConstraint(f"role IN {ROLES}", name="role"),
)

delegation = Table(
    "delegation",
    metadata,
    id_column(),
    Column("decision", String(30), nullable=False),
    Column("role", String(30), nullable=False),
    ore("limit_ore"),  # null: whatever the amount
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date),
    Column("registration_number", String(60)),  # the committee's decision; null: not known
    Column("source", String(200), nullable=False),
    Column("status", String(40), nullable=False),
    UniqueConstraint("decision", "role", "valid_from"),
    CheckConstraint(f"role IN {ROLES}", name="role"),
    CheckConstraint("decision IN ('penalty', 'termination', 'notice', 'extension', 'procurement')", name="decision"),
)

done_act = Table(
    "done_act",
    metadata,
    Column("key", String(64), primary_key=True),  # made when a form opens: the same form saves once
    Column("act", String(60), nullable=False),
    Column("who", String(100), nullable=False),
    Column("at", DateTime, nullable=False),
    Column("object_id", Integer),
)

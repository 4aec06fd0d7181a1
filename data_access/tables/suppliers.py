"""Suppliers, the names and numbers they appear under, and merges that can be undone."""

from sqlalchemy import (
    JSON,
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
)

from data_access.tables.base import id_column, metadata

supplier = Table(
    "supplier",
    metadata,
    id_column(),
    Column("orgnr", String(12), unique=True),  # ten digits; never stored for a sole trader
    Column("name", String(300), nullable=False),
    Column("country", String(2), nullable=False, default="SE"),
    Column("foreign_id", String(60)),
    Column("is_sole_trader", Boolean, nullable=False, default=False),
    Column("is_masked", Boolean, nullable=False, default=False),  # name and number are pseudonyms
    Column("is_sme", Boolean),
    Column("is_social_enterprise", Boolean),
    Column("employees_band", String(20)),
    Column("municipality_code", String(4)),
    Column("f_tax_ok", Boolean),
    Column("f_tax_checked_on", Date),
)

supplier_alias = Table(
    "supplier_alias",
    metadata,
    id_column(),
    Column("supplier_id", Integer, ForeignKey("supplier.id"), nullable=False, index=True),
    Column("key", String(340), nullable=False, unique=True),  # "orgnr:5560000001", "name:ab exempel", "mask:…"
    Column("name", String(300), nullable=False),  # as the source writes it; a pseudonym where masked
    Column("kind", String(20), nullable=False),
    CheckConstraint("kind IN ('orgnr', 'internal', 'name', 'foreign', 'mask')", name="kind"),
)

supplier_merge = Table(
    "supplier_merge",
    metadata,
    id_column(),
    Column("from_supplier_id", Integer, ForeignKey("supplier.id"), nullable=False),
    Column("into_supplier_id", Integer, ForeignKey("supplier.id"), nullable=False),
    Column("alias_ids", JSON, nullable=False),  # what moved, so that the merge can be undone exactly
    Column("moved", JSON),  # table -> ids that moved too; "dropped": links both suppliers had to one contract
    Column("merged_on", Date, nullable=False),
    Column("merged_by", String(100), nullable=False),
    Column("undone_on", Date),
    CheckConstraint("from_supplier_id <> into_supplier_id", name="two_suppliers"),
)

match_proposal = Table(
    "match_proposal",
    metadata,
    id_column(),
    Column("name", String(300), nullable=False),  # the name that met no supplier
    Column("supplier_id", Integer, ForeignKey("supplier.id"), nullable=False),
    Column("score", Float, nullable=False),  # 0-100, likeness of the names
    Column("contract_id", Integer, ForeignKey("contract.id", ondelete="CASCADE")),
    Column("state", String(20), nullable=False, default="open"),
    CheckConstraint("state IN ('open', 'accepted', 'dismissed')", name="state"),
    Index("ix_match_proposal_state", "state"),
)

"""What came in, from where, what was refused, which ledger version it made, and who did what."""

from sqlalchemy import (
    JSON,
    BigInteger,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Integer,
    String,
    Table,
    Text,
)

from data_access.tables.base import id_column, metadata, ore

IMPORT_KINDS = ("ledger", "register", "procurements", "statistics", "cpv", "audits", "sample")

source_profile = Table(
    "source_profile",
    metadata,
    id_column(),
    Column("name", String(100), nullable=False),  # the source, such as "raindance"; one row for each of its headers
    Column("kind", String(20), nullable=False),
    Column("header", JSON, nullable=False),  # the column names it was made for
    Column("mapping", JSON, nullable=False),  # meaning -> column name
)

import_file = Table(
    "import_file",
    metadata,
    id_column(),
    Column("kind", String(20), nullable=False),
    Column("source", String(100), nullable=False),
    Column("file_name", String(300), nullable=False),
    Column("sha256", String(64), nullable=False, index=True),
    Column("state", String(20), nullable=False),
    Column("taken_at", DateTime, nullable=False),
    Column("taken_by", String(100), nullable=False),
    Column("rows_read", BigInteger, nullable=False),
    Column("rows_taken", BigInteger, nullable=False),
    Column("rows_refused", BigInteger, nullable=False),
    Column("total_rows", BigInteger, nullable=False),
    Column("masked_rows", BigInteger, nullable=False, default=0),
    ore("amount_ore"),
    Column("period_min", Integer),
    Column("period_max", Integer),
    Column("currency", String(3), nullable=False, default="SEK"),
    Column("ledger_version", BigInteger),  # the version this import made; null where it did not touch the ledger
    Column("replaces_id", Integer, ForeignKey("import_file.id")),
    Column("report", JSON, nullable=False),
    CheckConstraint(f"kind IN {IMPORT_KINDS}", name="kind"),
    CheckConstraint("state IN ('taken', 'undone', 'replaced')", name="state"),
)

import_row_error = Table(
    "import_row_error",
    metadata,
    id_column(),
    Column("import_id", Integer, ForeignKey("import_file.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("member", String(300)),  # the file inside an archive
    Column("row", Integer, nullable=False),
    Column("column", String(100)),
    Column("reason", String(60), nullable=False),  # a code; words for people are made where it is shown
)

edition = Table(
    "edition",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("number", BigInteger, nullable=False),  # grows with every write
    Column("ledger_version", BigInteger),  # the only ledger version that may be read; null: no ledger yet
    Column("register_number", BigInteger, nullable=False, server_default="0"),  # `number` when the registers changed
    Column("sample_on", Date),  # the day the made-up municipality stands on; null: the calendar's
    CheckConstraint("id = 1", name="single_row"),
)

audit_log = Table(
    "audit_log",
    metadata,
    id_column(),
    Column("at", DateTime, nullable=False),
    Column("who", String(100), nullable=False),
    Column("act", String(60), nullable=False),
    Column("object_type", String(60), nullable=False),
    Column("object_id", Integer),
    Column("before", JSON),
    Column("after", JSON),
    Column("reason", Text),
)

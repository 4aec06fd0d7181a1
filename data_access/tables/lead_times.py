"""How long a procurement takes and how long a review may delay it: dated planning values with a source."""

from sqlalchemy import CheckConstraint, Column, Date, Integer, String, Table, UniqueConstraint

from data_access.tables.base import id_column, metadata

PROCEDURES = ("below_threshold", "open", "selective", "renewed_competition", "direct_award")
COMPLEXITIES = ("simple", "normal", "complex", "any")
PARTS = ("preparation", "publication", "evaluation", "signing", "transition")
RISKS = ("low", "normal", "high", "critical")

lead_time = Table(
    "lead_time",
    metadata,
    id_column(),
    Column("procedure", String(30), nullable=False),
    Column("complexity", String(20), nullable=False),  # "any": the procedure takes as long whatever it is about
    Column("part", String(20), nullable=False),
    Column("p50_days", Integer, nullable=False),
    Column("p80_days", Integer, nullable=False),
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date),
    Column("source", String(200), nullable=False),
    Column("status", String(40), nullable=False),  # 'estimate', 'decided'
    UniqueConstraint("procedure", "complexity", "part", "valid_from"),
    CheckConstraint(f"procedure IN {PROCEDURES}", name="procedure"),
    CheckConstraint(f"complexity IN {COMPLEXITIES}", name="complexity"),
    CheckConstraint(f"part IN {PARTS}", name="part"),
    CheckConstraint("p50_days >= 0 AND p80_days >= p50_days", name="days"),
)

review_buffer = Table(
    "review_buffer",
    metadata,
    id_column(),
    Column("risk", String(20), nullable=False),
    Column("days", Integer, nullable=False),
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date),
    Column("source", String(200), nullable=False),
    Column("status", String(40), nullable=False),
    UniqueConstraint("risk", "valid_from"),
    CheckConstraint(f"risk IN {RISKS}", name="risk"),
    CheckConstraint("days >= 0", name="days"),
)

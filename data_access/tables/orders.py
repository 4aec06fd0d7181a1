"""Purchase orders and their lines with promised and received quantities."""

from sqlalchemy import CheckConstraint, Column, Date, Float, ForeignKey, Integer, String, Table

from data_access.tables.base import id_column, metadata, ore

purchase_order = Table(
    "purchase_order",
    metadata,
    id_column(),
    Column("number", String(60), nullable=False, unique=True),
    Column("created_on", Date, nullable=False),
    Column("unit_id", Integer, ForeignKey("org_unit.id")),
    Column("supplier_id", Integer, ForeignKey("supplier.id")),
    Column("contract_id", Integer, ForeignKey("contract.id")),
    Column("channel", String(20), nullable=False),
    ore("value_ore"),
    CheckConstraint("channel IN ('ehandel', 'punchout', 'fritext', 'mejl', 'telefon')", name="channel"),
)

order_line = Table(
    "order_line",
    metadata,
    id_column(),
    Column("order_id", Integer, ForeignKey("purchase_order.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("article_no", String(60)),
    Column("category_id", Integer, ForeignKey("category.id")),
    Column("quantity", Float, nullable=False),
    ore("value_ore", nullable=False),
    Column("promised_on", Date),
    Column("received_on", Date),  # when the whole line was received
    Column("quantity_ok", Float),
)

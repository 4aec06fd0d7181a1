"""frameworks"""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The column with its key in one statement: a table made anew would take the rows that cascade from it along."""
    op.execute(
        "ALTER TABLE contract ADD COLUMN framework_id INTEGER"
        " CONSTRAINT fk_contract_framework_id_contract REFERENCES contract (id)"
    )
    op.create_index(op.f("ix_contract_framework_id"), "contract", ["framework_id"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_contract_framework_id"), table_name="contract")
    op.execute("ALTER TABLE contract DROP COLUMN framework_id")

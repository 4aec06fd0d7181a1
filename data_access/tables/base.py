"""What every table shares: one metadata with named constraints, so that migrations can name what they change."""

from sqlalchemy import BigInteger, Column, Identity, Integer, MetaData

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def id_column() -> Column[int]:
    """A surrogate key that a bulk load may also set itself."""
    return Column("id", Integer, Identity(always=False), primary_key=True)


def ore(name: str, *, nullable: bool = True) -> Column[int]:
    """An amount in öre (1/100 SEK), excluding VAT."""
    return Column(name, BigInteger, nullable=nullable)

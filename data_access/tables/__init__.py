"""Every SQL table. Importing this package is enough to have the whole schema in `metadata`."""

from data_access.tables import (
    categories,
    contracts,
    follow_up,
    goals,
    imports,
    orders,
    organisation,
    procurements,
    suppliers,
)
from data_access.tables.base import metadata

__all__ = [
    "categories",
    "contracts",
    "follow_up",
    "goals",
    "imports",
    "metadata",
    "orders",
    "organisation",
    "procurements",
    "suppliers",
]

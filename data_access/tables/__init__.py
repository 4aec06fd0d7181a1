"""Every SQL table. Importing this package is enough to have the whole schema in `metadata`."""

from data_access.tables import (
    categories,
    contracts,
    decisions,
    escalation,
    follow_up,
    goals,
    imports,
    lead_times,
    orders,
    organisation,
    people,
    procurements,
    sanctions,
    suppliers,
)
from data_access.tables.base import metadata

__all__ = [
    "categories",
    "contracts",
    "decisions",
    "escalation",
    "follow_up",
    "goals",
    "imports",
    "lead_times",
    "metadata",
    "orders",
    "organisation",
    "people",
    "procurements",
    "sanctions",
    "suppliers",
]

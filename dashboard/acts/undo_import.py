"""Take an import away again."""

from datetime import datetime

from dashboard.acts.perform import permitted
from dashboard.people import Person
from data_access.importing import undo


def undo_import(import_id: int, person: Person, now: datetime) -> None:
    """Takes away what the import brought. Raises Refused where it is gone already, or where others build on it."""
    with permitted("undo_import", person, now):
        undo(import_id, person.key, now)

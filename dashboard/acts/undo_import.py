"""Take an import away again."""

from datetime import datetime

from data_access.importing import undo


def undo_import(import_id: int, who: str, now: datetime) -> None:
    """Takes away what the import brought. Raises Refused where it is gone already, or where others build on it."""
    undo(import_id, who, now)

"""What was taken in, and taking it away again."""

from datetime import datetime

from dashboard import formats
from dashboard.acts import undo_import as act
from dashboard.console import print_json, print_table, say
from dashboard.people import Person
from data_access.engine import reading
from data_access.queries.imports import list_imports

STATES = {"taken": "gäller", "undone": "ångrad", "replaced": "ersatt"}
COLUMNS = ("Nr", "Läge", "Källa", "Fil", "Rader", "Summa", "Från", "Till", "När", "Vem")


def show_imports(*, as_json: bool) -> None:
    """Prints every import, newest first."""
    with reading() as connection:
        rows = list_imports(connection).rows(named=True)
    if as_json:
        print_json({"imports": rows})
        return
    table = [
        (
            row["id"],
            STATES[row["state"]],
            row["source"],
            row["file_name"],
            formats.number(row["rows_taken"]),
            formats.kronor(row["amount_ore"], 2),
            formats.period(row["period_min"]) if row["period_min"] else None,
            formats.period(row["period_max"]) if row["period_max"] else None,
            f"{row['taken_at']:%Y-%m-%d %H:%M}",
            row["taken_by"],
        )
        for row in rows
    ]
    print_table("Importer", COLUMNS, table)


def undo_import(import_id: int, person: Person, now: datetime) -> None:
    """Takes one import away."""
    act.undo_import(import_id, person, now)
    say(f"Import {import_id} är ångrad.")

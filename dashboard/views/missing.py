"""The list of what is missing: one row a thing, with a link to where it is done."""

from typing import Any

import polars as pl

from dashboard.deviation_words import RECORDS
from dashboard.language import t
from dashboard.layout import table
from dashboard.missing_words import MISSING
from dashboard.roles import ROLE_NAMES
from dashboard.rules.escalation.missing_words import NEEDS
from dashboard.table_html import Column
from dashboard.text import Text

LISTED = 300
TITLE = Text(sv="Det som saknas", en="What is missing")
TO_DO = Text(sv="Att göra", en="To do")
SUPPLIER, CONTRACT = Text(sv="Leverantör", en="Supplier"), Text(sv="Avtal", en="Contract")
STEP, WHO = Text(sv="Steg", en="Step"), Text(sv="Vem", en="Who")
DUE, STATE = Text(sv="Senast", en="By"), Text(sv="Läge", en="Standing")
STATES = {True: Text(sv="■ Försenat", en="■ Late"), False: Text(sv="▲ Återstår", en="▲ Remains")}
FOR = Text(sv="{needs}: {kind}", en="{needs}: {kind}")


def missing_table(rows: pl.DataFrame) -> None:
    """The rows of `Board.missing`; the first column leads to the form in the case."""
    shown = rows.head(LISTED)
    said = [_in_words(row) for row in shown.iter_rows(named=True)]
    words = {name: pl.Series([one[name] for one in said], dtype=pl.String) for name in ("needs", "owner", "state")}
    columns = (
        Column("needs", TO_DO, page="case", query={"id": "case_id", "gor": "key"}),
        Column("supplier", SUPPLIER, page="supplier", query={"id": "supplier_id"}),
        Column("contract", CONTRACT, "code", page="contract", query={"id": "contract_id"}),
        Column("step", STEP, "number"),
        Column("owner", WHO),
        Column("due_on", DUE, "day"),
        Column("state", STATE),
    )
    table(shown.with_columns(**words), columns, t(TITLE), LISTED, rows.height)


def _in_words(row: dict[str, Any]) -> dict[str, str]:
    needs = t(NEEDS[row["key"]]) if row["key"] in NEEDS else t(MISSING[row["key"]])
    if row["kind"]:
        needs = t(FOR, needs=needs, kind=t(RECORDS[row["kind"]]).lower())
    return {"needs": needs, "owner": t(ROLE_NAMES[row["role"]]), "state": t(STATES[row["is_overdue"]])}

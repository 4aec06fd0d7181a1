"""The list of what is missing: one row a thing, with a link to where it is done."""

from collections.abc import Callable
from html import escape
from typing import Any

import polars as pl

from dashboard import formats
from dashboard.charts.theme import STATUS
from dashboard.deviation_words import RECORDS
from dashboard.language import counted, t
from dashboard.layout import table, url_maker
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
STATES = {True: Text(sv="Försenat", en="Late"), False: Text(sv="Återstår", en="Remains")}
LOOKS = {True: STATUS["red"], False: STATUS["amber"]}
NOTHING = Text(sv="Inget saknas.", en="Nothing is missing.")
ONE = Text(sv="{count} sak saknas", en="{count} thing is missing")
SEVERAL = Text(sv="{count} saker saknas", en="{count} things are missing")
NONE_LATE = Text(sv="{missing}, inget är försenat.", en="{missing}, nothing is late.")
ALL_LATE = Text(sv="{missing}, allt är försenat.", en="{missing} and late.")
SOME_LATE = Text(sv="{missing}, {late} av dem försenade.", en="{missing}, {late} of them late.")
FOR = Text(sv="{needs}: {kind}", en="{needs}: {kind}")


def sentence(rows: pl.DataFrame) -> str:
    """How much is missing and how much of it is late. `rows`: those of `Board.missing`."""
    return how_much(rows.height, int(rows["is_overdue"].sum()))


def how_much(count: int, late: int) -> str:
    """The same of two numbers."""
    missing = counted(count, ONE, SEVERAL)
    if not count:
        return t(NOTHING)
    if late in (0, count):
        return t(ALL_LATE if late else NONE_LATE, missing=missing)
    return t(SOME_LATE, missing=missing, late=formats.number(late))


def state_html(is_overdue: bool) -> str:
    """Late or not yet: shape, word and colour."""
    look = LOOKS[is_overdue]
    return f"<span class='lw-status' style='color:{look.text}'>{look.shape} {escape(t(STATES[is_overdue]))}</span>"


def missing_table(rows: pl.DataFrame) -> None:
    """The rows of `Board.missing`; the first column leads to the form in the case."""
    shown = rows.head(LISTED)
    address = url_maker()
    said = [_in_words(row, address) for row in shown.iter_rows(named=True)]
    words = {name: pl.Series([one[name] for one in said], dtype=pl.String) for name in ("needs", "owner", "state")}
    columns = (
        Column("needs", TO_DO, "html"),
        Column("supplier", SUPPLIER, page="supplier", query={"id": "supplier_id"}),
        Column("contract", CONTRACT, "code", page="contract", query={"id": "contract_id"}),
        Column("step", STEP, "number"),
        Column("owner", WHO),
        Column("due_on", DUE, "day"),
        Column("state", STATE, "html"),
    )
    table(shown.with_columns(**words), columns, t(TITLE), LISTED, rows.height)


def _in_words(row: dict[str, Any], address: Callable[..., str]) -> dict[str, str]:
    needs = t(NEEDS[row["key"]]) if row["key"] in NEEDS else t(MISSING[row["key"]])
    if row["kind"]:
        needs = t(FOR, needs=needs, kind=t(RECORDS[row["kind"]]).lower())
    leads = escape(address("case", id=row["case_id"], gor=row["key"], post=row["record_id"]))
    needs = f"<a href='{leads}'>{escape(needs)}</a>"
    return {"needs": needs, "owner": t(ROLE_NAMES[row["role"]]), "state": state_html(row["is_overdue"])}

"""The ladder in a few words, for the first page."""

from html import escape

import polars as pl

from dashboard.data.escalation import Board
from dashboard.language import t
from dashboard.layout import page_url
from dashboard.text import Text

TITLE = Text(sv="Leverantörer på trappan", en="Suppliers on the ladder")
CALM = Text(sv="Ingen leverantör har ett öppet ärende.", en="No supplier has an open case.")
STEP = Text(sv="Steg {step}: {count}", en="Step {step}: {count}")
LATE = Text(sv="■ {count} saker i ärendena är försenade", en="■ {count} things in the cases are late")
TO_BOARD = Text(sv="Till eskaleringen", en="To the escalation")


def escalation_html(board: Board) -> str:
    """How many suppliers stand on each step, what is late, and the way there."""
    return (
        f"<section class='lw-attention'><h2>{escape(t(TITLE))}</h2>{_steps(board.cases)}{_late(board.missing)}"
        f"<p><a href='{escape(page_url('escalation'))}'>{escape(t(TO_BOARD))}</a></p></section>"
    )


def _steps(cases: pl.DataFrame) -> str:
    """The highest step first; a supplier is counted once, on its highest."""
    highest = (
        cases.group_by("supplier_id").agg(pl.col("step").max()).group_by("step").len().sort("step", descending=True)
    )
    said = [t(STEP, step=step, count=count) for step, count in highest.iter_rows()]
    return f"<p>{escape(' · '.join(said) or t(CALM))}</p>"


def _late(missing: pl.DataFrame) -> str:
    late = int(missing["is_overdue"].sum())
    address = escape(page_url("missing"))
    return f"<p><a href='{address}'>{escape(t(LATE, count=late))}</a></p>" if late else ""

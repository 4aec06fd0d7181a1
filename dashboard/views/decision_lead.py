"""What the portfolio of decisions says in one breath, on its own page and on the first one."""

from html import escape

from dashboard import formats
from dashboard.charts.theme import STATUS
from dashboard.data.decision_page import Portfolio
from dashboard.language import t
from dashboard.layout import page_url
from dashboard.text import Text

IN_FORCE, ONE_IN_FORCE = (
    Text(sv="{n} avtal gäller.", en="{n} contracts are in force."),
    Text(sv="Ett avtal gäller.", en="One contract is in force."),
)
NONE_FITS = Text(sv="Inga avtal passar det valda.", en="No contracts fit what is chosen.")
GATES = Text(
    sv="{passed} har passerat sin beslutspunkt utan beslut, och {soon} når den inom tre månader.",
    en="{passed} have passed their decision point without a decision; {soon} reach it in three months.",
)
DECIDED = Text(sv="{n} är beslutade.", en="{n} are decided.")
ALERTED = Text(sv="För {n} är arbetet inte påbörjat i tid.", en="For {n} work has not started in time.")
INCOMPLETE = Text(
    sv="För {n} kan beslutspunkten inte beräknas: uppgifter saknas.",
    en="For {n} the decision point cannot be computed: data is missing.",
)
TITLE = Text(sv="Avtal att besluta om", en="Contracts to decide on")
PASSED = Text(
    sv="{n} avtal har passerat sin beslutspunkt utan beslut", en="{n} contracts passed their decision point undecided"
)
NOT_STARTED = Text(
    sv="För {n} avtal är arbetet inte påbörjat i tid", en="For {n} contracts work has not started in time"
)
IN_TIME = Text(sv="Inget beslut är försenat.", en="No decision is late.")


def lead(found: Portfolio) -> str:
    """How many are in force, late, soon due; and decided, not begun in time or without a gate, where there are any."""
    n = found.dated.height
    if n == 0:
        return t(NONE_FITS)
    numbers = {"passed": formats.number(found.count("passerade")), "soon": formats.number(found.soon)}
    said = [t(ONE_IN_FORCE) if n == 1 else t(IN_FORCE, n=formats.number(n)), t(GATES, **numbers)]
    for words, kind in ((DECIDED, "beslutade"), (ALERTED, "ej_paborjat"), (INCOMPLETE, "okanda")):
        if count := found.count(kind):
            said.append(t(words, n=formats.number(count)))
    return " ".join(said)


def decisions_html(found: Portfolio) -> str:
    """What is late, each with the way to its list, for the first page."""
    late = ((PASSED, "passerade"), (NOT_STARTED, "ej_paborjat"))
    lines = [_line(words, kind, count) for words, kind in late if (count := found.count(kind))]
    body = "".join(lines) or f"<p>{escape(t(IN_TIME))}</p>"
    return f"<section class='lw-attention'><h2>{escape(t(TITLE))}</h2>{body}</section>"


def _line(words: Text, kind: str, count: int) -> str:
    said = f"{STATUS['red'].shape} {t(words, n=formats.number(count))}"
    return f"<p><a href='{escape(page_url('decisions', visa=kind))}'>{escape(said)}</a></p>"

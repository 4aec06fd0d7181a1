"""The five compliance measures as cards: what each asks, its value, and what the unknown could make of it."""

import polars as pl

from dashboard import formats
from dashboard.cards import Card, draw_cards
from dashboard.language import t
from dashboard.layout import page_url
from dashboard.rules.compliance import Interval, compliance
from dashboard.rules.unknown_interval import with_unknown
from dashboard.text import Text
from dashboard.views.lines_link import lines_url

LABEL = Text(sv="Fem sätt att se på avtalstrohet", en="Five ways to see contract compliance")
CONTRACT = Text(sv="Avtalstrohet", en="Contract compliance")
CONTRACT_ASKS = Text(sv="Där det finns ett avtal: använder vi det?", en="Where a contract exists: do we use it?")
SUPPLIER = Text(sv="Leverantörstrohet", en="Supplier compliance")
SUPPLIER_ASKS = Text(
    sv="Köper vi av leverantörer som vi har något avtal med?", en="Do we buy from suppliers we have any contract with?"
)
PRICE = Text(sv="Rad- och pristrohet", en="Line and price compliance")
PRICE_ASKS = Text(sv="Är priset rätt, där det går att kontrollera?", en="Is the price right, where it can be checked?")
COVERED = Text(sv="Avtalstäckning", en="Contract coverage")
COVERED_ASKS = Text(
    sv="Hur mycket av det vi köper täcks av avtal?", en="How much of what we buy is covered by contracts?"
)
LAWFUL = Text(sv="Regelefterlevnad", en="Bought by the rules")
LAWFUL_ASKS = Text(
    sv="Hur mycket köps på avtal eller genom dokumenterad direktupphandling?",
    en="How much is bought on contract or by a documented direct award?",
)
BETWEEN = Text(sv="Mellan {low} och {high}", en="Between {low} and {high}")
JUDGED = Text(sv="{share} av beloppet går att bedöma", en="{share} of the amount can be judged")
CHECKED = Text(sv="{share} av köpen på avtal går att kontrollera", en="{share} bought on contract can be checked")


def compliance_cards(mix: pl.DataFrame, metrics: pl.DataFrame) -> None:
    """`mix`: one row a line class; `metrics`: the values of this selection, for the status of those with a target."""
    found = compliance(dict(mix.select("line_class", "amount_ore").iter_rows()))
    status = dict(metrics.select("code", "status").iter_rows())
    judged = t(JUDGED, share=formats.share(found.coverage, 0))
    checked = t(CHECKED, share=formats.share(found.evidence, 0))
    draw_cards(
        [
            _followed(CONTRACT, CONTRACT_ASKS, "K-AVT-1", found.contract, status, judged),
            _followed(SUPPLIER, SUPPLIER_ASKS, "K-AVT-2", found.supplier, status, judged),
            _plain(PRICE, PRICE_ASKS, with_unknown(found.price, found.evidence), "A,A-", checked),
            _plain(COVERED, COVERED_ASKS, with_unknown(found.covered, found.coverage), "A,A-,B,C,E", judged),
            _plain(LAWFUL, LAWFUL_ASKS, with_unknown(found.lawful, found.coverage), "A,A-,B,D", judged),
        ],
        t(LABEL),
    )


def _followed(name: Text, asks: Text, code: str, found: Interval | None, status: dict[str, str], judged: str) -> Card:
    """A measure that is a metric with a target: the card leads to it."""
    return Card(
        name=t(name),
        address=page_url("metric", kod=code),
        value=formats.share(found.point if found else None),
        status=status.get(code, "no_target") if found else "no_data",
        target=t(asks),
        count="",
        sureness=_between(found),
        lines=(judged,),
    )


def _plain(name: Text, asks: Text, found: Interval | None, classes: str, judged: str) -> Card:
    """A measure without a target: the card leads to the lines that count as good."""
    return Card(
        name=t(name),
        address=lines_url(line_class=classes),
        value=formats.share(found.point if found else None),
        status="no_target" if found else "no_data",
        target=t(asks),
        count="",
        sureness=_between(found),
        lines=(judged,),
    )


def _between(found: Interval | None) -> str:
    return t(BETWEEN, low=formats.share(found.low), high=formats.share(found.high)) if found else ""

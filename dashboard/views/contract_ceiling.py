"""A contract's ceiling on its page: what is used, when it is forecast to be reached, and what was counted."""

from datetime import date

import polars as pl

from dashboard import formats, session
from dashboard.ceiling_words import STATES, alert, explained
from dashboard.charts.ceiling_burn_down import build_ceiling_burn_down
from dashboard.charts.theme import STATUS
from dashboard.data.ceilings import OneCeiling, ceiling_of
from dashboard.filters import KEYS
from dashboard.language import language, t
from dashboard.layout import facts, link_to, paragraph, section, show, table, table_behind
from dashboard.rules.ceilings_forecast.used import CeilingState
from dashboard.table_html import Column
from dashboard.text import Text
from dashboard.views.lines_link import CLASS_KEY, CONTRACT_KEY

PART = {"del": "tak"}
CLASSES = "A,A-,B"
UNKNOWN_WHY = Text(
    sv="Taket är okänt. Det betyder inte att det saknas: köp över taket kan inte upptäckas förrän det fylls i. "
    "Hittills är {used} använt på avtalet.",
    en="The ceiling is unknown. That does not mean there is none: purchases above it cannot be seen until it is "
    "entered. So far {used} is used on the contract.",
)
TO_DO = Text(
    sv="Gör så här: läs takvolymen i annonsen eller avtalet, skriv in den i avtalsregistret och läs in registret på "
    "nytt. Ett uppskattat värde är inget tak och används aldrig som ett.",
    en="Do this: read the maximum value in the notice or the contract, enter it in the contract register, and import "
    "the register again. An estimated value is not a ceiling and is never used as one.",
)
COUNTED = Text(sv="Vad som är räknat", en="What is counted")
OWN = Text(sv="Köpt på avtalet", en="Bought on the contract")
CALLED_OFF = Text(sv="Köpt på avrop under det", en="Bought on call-offs under it")
ORDERED = Text(sv="Beställt, inte fakturerat", en="Ordered, not invoiced")
TOGETHER = Text(sv="Använt tillsammans", en="Used in all")
ORDERS_ARE = Text(
    sv="Beställningar från de senaste {months} månaderna räknas, tills en faktura anger deras nummer. Äldre "
    "beställningar antas vara fakturerade. Köp på ett avrop räknas även i ramavtalets tak, aldrig dubbelt.",
    en="Orders of the last {months} months are counted until an invoice gives their number. Older orders are taken to "
    "be invoiced. Purchases on a call-off count in the framework's ceiling too, never twice.",
)
SHARED = Text(
    sv="Om fler än kommunen får avropa på avtalet är det här bara vår del: minst så mycket är använt.",
    en="Where others than the municipality may call off, this is our part only: at least so much is used.",
)
UNDER = Text(sv="Avropas från ramavtalet {name}", en="Called off under the framework agreement {name}")
CALL_OFFS = Text(sv="Avrop under ramavtalet", en="Call-offs under the framework agreement")
NUMBER, TITLE = Text(sv="Avtal", en="Contract"), Text(sv="Rubrik", en="Title")
USED = Text(sv="Använt", en="Used")
MONTHS = Text(sv="Använt månad för månad", en="Used month by month")
MONTH, TOTAL = Text(sv="Månad", en="Month"), Text(sv="Sammanlagt", en="Running total")


def contract_ceiling(contract_id: int, today: date) -> None:
    """The part of the contract's page; nothing where the contract is not there."""
    one = ceiling_of(session.edition(), today, contract_id)
    if one is None:
        return
    if one.row["state"] == CeilingState.UNKNOWN:
        section(t(STATES[CeilingState.UNKNOWN]), t(UNKNOWN_WHY, used=formats.kronor(one.row["used_ore"])))
        paragraph(t(TO_DO))
    else:
        _known(one, today)
    _months(one)
    _counted(one)


def _known(one: OneCeiling, today: date) -> None:
    look = STATUS[one.row["status"]]
    section(f"{look.shape} {t(STATES[one.row['state']])}", " ".join(explained(one.row, language())))
    for words in alert(one.row, today, language()):
        paragraph(words)
    show(build_ceiling_burn_down(one.row, one.months, today, language()), "ceiling")


def _months(one: OneCeiling) -> None:
    """Every month with what was bought in it; a month's own purchases lead to its lines."""
    if one.months.is_empty():
        return
    rows = one.months.reverse().with_columns(
        contract_id=pl.lit(one.row["contract_id"]), classes=pl.lit(CLASSES), none=pl.lit("")
    )
    lines = {
        KEYS["period_from"]: "period",
        KEYS["period_to"]: "period",
        **{KEYS[name]: "none" for name in ("scope", "unit_id", "supplier_id", "category_id")},
        CONTRACT_KEY: "contract_id",
        CLASS_KEY: "classes",
    }
    columns = [
        Column("period", MONTH, "period"),
        Column("own_ore", OWN, "kr", page="lines", query=lines),
        *([Column("call_off_ore", CALLED_OFF, "kr")] if (one.months["call_off_ore"] != 0).any() else []),
        Column("total_ore", TOTAL, "kr"),
    ]
    table_behind(rows, columns, t(MONTHS), rows.height)


def _counted(one: OneCeiling) -> None:
    section(t(COUNTED))
    own, called_off = int(one.months["own_ore"].sum()), int(one.months["call_off_ore"].sum())
    parts = {OWN: own, CALLED_OFF: called_off, ORDERED: one.row["open_ore"], TOGETHER: one.row["used_ore"]}
    facts({t(name): formats.kronor(ore) for name, ore in parts.items()})
    paragraph(t(ORDERS_ARE, months=one.limits.order_months))
    paragraph(t(SHARED))
    if one.framework is not None:
        name = f"{one.framework['number']} {one.framework['title']}"
        link_to("contract", t(UNDER, name=name), id=one.framework["id"], **PART)
    if one.call_offs.height:
        section(t(CALL_OFFS))
        shown = one.call_offs.with_columns(part=pl.lit(PART["del"]))
        link = {"id": "id", "del": "part"}
        columns = [
            Column("number", NUMBER, "code", page="contract", query=link),
            Column("title", TITLE),
            Column("used_ore", USED, "kr"),
        ]
        table(shown, columns, t(CALL_OFFS))

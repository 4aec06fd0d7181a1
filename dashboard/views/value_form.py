"""The form for what a contract is worth. What its limits become stands there before anything is saved."""

from datetime import date
from decimal import Decimal

import streamlit as st

from dashboard import formats, session
from dashboard.acts.change_contract import LARGEST_INDEX, LARGEST_ORE, value_contract
from dashboard.change_words import KINDS, headroom_words
from dashboard.data import changes as data
from dashboard.data.changes import OneContract
from dashboard.forms import fill_in, open_form, parse_ore, save
from dashboard.language import language, t
from dashboard.layout import paragraph
from dashboard.people import Person
from dashboard.rules.changes.inputs import PPM
from dashboard.text import Text
from data_access.errors import Refused

WIDTH = 1000
VALUE = Text(sv="Värde i kronor, med alla optioner", en="Value in SEK, with all options")
VALUE_HELP = Text(
    sv="Det högsta avtalet kan vara värt, med alla förlängningar och tillval (LOU 5 kap. 3 §). Utan moms.",
    en="The most the contract can be worth, with all extensions and options (LOU 5:3). Without VAT.",
)
INDEX = Text(sv="Indexfaktor", en="Index factor")
INDEX_HELP = Text(
    sv="Enligt avtalets egen indexklausul (17 kap. 15 §), till exempel 1,048. Skriv 1 om avtalet inte har någon.",
    en="By the contract's own index clause (17:15), such as 1,048. Write 1 where the contract has none.",
)
KIND = Text(sv="Avtalet gäller", en="The contract is for")
SOURCE = Text(sv="Källa", en="Source")
SOURCE_HELP = Text(sv="Till exempel tilldelningsbeslutet.", en="Such as the award decision.")
VALUED_ON = Text(sv="Värderat den", en="Valued on")
SAVE_VALUE = Text(sv="Spara värdet", en="Save the value")
SAVED = Text(sv="Värdet är sparat. Det senaste gäller.", en="The value is saved. The latest holds.")
FILL_IN = Text(
    sv="Fyll i värde, indexfaktor och vad avtalet gäller, så står det här vad gränserna blir innan du sparar.",
    en="Fill in value, index factor and what the contract is for, and it says here what the limits become.",
)
AFTER = Text(
    sv="Om du sparar: det omräknade värdet blir {indexed}, och ändringarna är {share} av det. Gränsen är {limit}.",
    en="If you save: the indexed value becomes {indexed}, and the changes are {share} of it. The limit is {limit}.",
)


def value_form(person: Person, one: OneContract, today: date) -> None:
    """What the contract is worth with all options, by its index clause; the latest value holds."""
    form = open_form("value_contract", one.row["contract_id"])
    with st.container(width=WIDTH):
        left, middle, right = st.columns(3)
        with left:
            value = form.amount("value", VALUE, help=VALUE_HELP)
            source = form.text("source", SOURCE, SOURCE_HELP)
        with middle:
            index = form.text("index", INDEX, INDEX_HELP, longest=20)
            day = form.day("day", VALUED_ON, today, latest=today)
        with right:
            kind = form.choose("kind", KIND, KINDS)
        _consequences(one, value, index, kind, today)
        if st.button(t(SAVE_VALUE), type="primary", key=form.field("save")):

            def act() -> object:
                needed = (VALUE, value), (INDEX, index), (KIND, kind), (SOURCE, source), (VALUED_ON, day)
                fill_in(*needed)
                return value_contract(
                    person,
                    form.key,
                    session.now(),
                    one.row["contract_id"],
                    valued_on=day or today,
                    value_ore=parse_ore(value) or 0,
                    index_factor=parse_factor(index),
                    purchase_type=kind,
                    source=source,
                )

            save(form, act, SAVED)


def _consequences(one: OneContract, value: str, index: str, kind: str | None, today: date) -> None:
    """What the limits become; nothing is worked out from what cannot be saved."""
    try:
        ore, factor = parse_ore(value) or 0, parse_factor(index)
    except Refused:
        ore, factor = 0, Decimal(0)
    if not (0 < ore <= LARGEST_ORE and 0 < factor <= LARGEST_INDEX and kind):
        st.caption(t(FILL_IN))
        return
    told = {"value_ore": ore, "index_ppm": int(factor * PPM), "kind": kind}
    after = data.with_value(session.edition(), today, one.row["contract_id"], told)
    if after is not None:
        row = after.row
        words = {"indexed": formats.kronor(row["indexed_ore"]), "share": formats.share(row["net_share"], 2)}
        said = t(AFTER, limit=formats.share(row["limit_share"], 0), **words)
        paragraph(f"{said} {headroom_words(row, language())}")


def parse_factor(written: str) -> Decimal:
    """The index factor as it is typed, with a comma or a point. Raises Refused where it is none, or has more than six
    decimals.
    """
    number = formats.parse_number(written)
    if number is None or number * PPM != int(number * PPM) or "%" in written:
        raise Refused("valuation_index_unreadable", text=written.strip()[:20])
    return number

"""The changes of one contract on its page: the room left, what it rests on, each change and how it was tried."""

from datetime import date
from typing import Any

import polars as pl
import streamlit as st

from dashboard import formats, session
from dashboard.change_words import (
    BY_LAWYER,
    KINDS,
    NEW_PROCUREMENT,
    TRIED,
    VERSION,
    explained,
    ground_words,
    guidance_words,
    headroom_words,
)
from dashboard.data import changes as data
from dashboard.data.changes import OneContract
from dashboard.language import language, t
from dashboard.layout import facts, paragraph, section, table
from dashboard.rules.changes.inputs import PPM
from dashboard.rules.changes.order import order_of
from dashboard.rules.changes.paragraphs import BY_HALF, RULE_VERSION
from dashboard.table_html import Column
from dashboard.text import Text
from dashboard.views.change_forms import change_forms
from dashboard.views.changes import CHANGES, NET, SHARE, answer, status
from dashboard.views.html_list import items

COUNT = Text(sv="{count} ändringar.", en="{count} changes.")
ONE, NONE = Text(sv="En ändring.", en="One change."), Text(sv="Inga ändringar.", en="No changes.")
BASIS = Text(sv="Det här bygger beräkningen på", en="What the calculation rests on")
VALUE = Text(sv="Värde med alla optioner", en="Value with all options")
VALUED = Text(sv="{value} ({day}: {source})", en="{value} ({day}: {source})")
NO_VALUE = Text(sv="Saknas", en="Missing")
ESTIMATE = Text(
    sv="Saknas. Registrets uppskattning, {value}, räknas inte: den kan sakna optioner.",
    en="Missing. The register's estimate, {value}, does not count: it may lack options.",
)
INDEX, INDEXED = Text(sv="Indexfaktor", en="Index factor"), Text(sv="Omräknat värde", en="Indexed value")
KIND = Text(sv="Avtalet gäller", en="The contract is for")
LIMIT = Text(sv="Gräns i procent", en="Limit in per cent")
LIMIT_IS = Text(sv="lägre än {share}", en="below {share}")
THRESHOLD = Text(sv="Tröskelvärde i dag", en="Threshold today")
NO_THRESHOLD = Text(sv="Inget verifierat belopp i kronor för i dag", en="No verified amount in kronor for today")
DAY, GROUND = Text(sv="Undertecknad", en="Signed"), Text(sv="Grund, 17 kap. LOU", en="Ground, LOU chapter 17")
AMOUNT, WHAT = Text(sv="Värde", en="Value"), Text(sv="Vad", en="What")
NOTICE = Text(sv="Annons", en="Notice")
NO_NOTICE = Text(sv="Annons saknas", en="Notice missing")
NOT_NEEDED = Text(sv="Krävs inte", en="Not required")
NET_SO_FAR = Text(sv="Netto dittills", en="Net up to then")
ANSWER = Text(sv="Svar", en="Answer")
NUMBER = Text(sv="Diarienummer", en="Registration number")
TRIED_SO = Text(sv="Så prövades ändringen {day}: {ground}", en="How the change of {day} was tried: {ground}")
RESULT = Text(sv="Resultat", en="Result")
THRESHOLD_THEN = Text(
    sv="Tröskelvärdet den dagen: {threshold}. Gränsen i procent: {limit}.",
    en="The threshold of that day: {threshold}. The limit in per cent: {limit}.",
)
NOT_THEN = Text(sv="inget verifierat belopp i kronor", en="no verified amount in kronor")
LAST = Text(sv="Annars", en="Otherwise")


def contract_changes(contract_id: int, today: date) -> None:
    """The part of the contract's page; nothing where the contract is not to be shown."""
    one = data.contract_on(session.edition(), today, contract_id)
    if one is None:
        return
    section(t(CHANGES), _sentence(one))
    if one.row["is_guidance"]:
        paragraph(guidance_words(one.row, language()))
    _changes(one.changes)
    for row in one.changes.iter_rows(named=True):
        _reasoning(row)
    section(t(BASIS))
    facts(_basis(one))
    paragraph(f"{t(VERSION, rule_version=RULE_VERSION)} {t(BY_LAWYER)}")
    change_forms(one, today)


def _sentence(one: OneContract) -> str:
    count = one.changes.height
    first = t(COUNT, count=formats.number(count)) if count > 1 else t(ONE) if count else t(NONE)
    return f"{first} {headroom_words(one.row, language())}"


def _basis(one: OneContract) -> dict[str, str]:
    row, basis = one.row, one.basis
    index = None if basis["index_ppm"] is None else formats.number(basis["index_ppm"] / PPM, 6).rstrip("0").rstrip(",")
    limit = row["limit_share"]
    return {
        t(VALUE): _value(basis),
        t(INDEX): index or t(NO_VALUE),
        t(INDEXED): formats.kronor(row["indexed_ore"], 2),
        t(KIND): t(KINDS[basis["kind"]]) if basis["kind"] else t(NO_VALUE),
        t(LIMIT): formats.NONE if limit is None else t(LIMIT_IS, share=formats.share(limit, 0)),
        t(THRESHOLD): t(NO_THRESHOLD) if row["threshold_ore"] is None else formats.kronor(row["threshold_ore"]),
        t(NET): formats.kronor(row["net_ore"], 2),
        t(SHARE): formats.share(row["net_share"], 2),
    }


def _value(basis: dict[str, Any]) -> str:
    if basis["value_ore"] is not None:
        value = formats.kronor(basis["value_ore"], 2)
        return t(VALUED, value=value, day=formats.day(basis["valued_on"]), source=basis["source"])
    estimate = basis["estimated_value_ore"]
    return t(NO_VALUE) if estimate is None else t(ESTIMATE, value=formats.kronor(estimate))


def _changes(rows: pl.DataFrame) -> None:
    if rows.is_empty():
        return
    said = [(ground_words(row["legal_basis"], language()), _notice(row), answer(row)) for row in rows.to_dicts()]
    words = pl.DataFrame(said, dict.fromkeys(("ground", "notice", "said"), pl.String), orient="row")
    columns = (
        Column("decided_on", DAY, "day"),
        Column("ground", GROUND),
        Column("value_delta_ore", AMOUNT, "kr"),
        Column("description", WHAT),
        Column("notice", NOTICE, "html"),
        Column("delta_share", SHARE, "share", 2),
        Column("net_share", NET_SO_FAR, "share", 2),
        Column("said", ANSWER, "html"),
        Column("registration_number", NUMBER, "code"),
    )
    table(rows.hstack(words), columns, t(CHANGES), rows.height)


def _notice(row: dict[str, Any]) -> str:
    if row["is_notice_missing"]:
        return status("red", t(NO_NOTICE))
    day = row["notice_published_on"]
    is_asked = row["legal_basis"] in BY_HALF and day is None
    return formats.NONE if is_asked else formats.day(day) if day else t(NOT_NEEDED)


def _reasoning(row: dict[str, Any]) -> None:
    """How the change was tried, paragraph by paragraph, with its inputs: folded away."""
    day, ground = formats.day(row["decided_on"]), ground_words(row["legal_basis"], language())
    with st.expander(t(TRIED_SO, day=day, ground=ground)):
        items(explained(row, language()))
        told = {"threshold": t(NOT_THEN), "limit": formats.share(row["limit_share"], 0)}
        if row["threshold_ore"] is not None:
            told["threshold"] = formats.kronor(row["threshold_ore"])
        paragraph(t(THRESHOLD_THEN, **told))
        order = [(ground_words(code, language()), t(TRIED[tried])) for code, tried in order_of(row)]
        order.append((t(LAST), t(NEW_PROCUREMENT)))
        frame = pl.DataFrame(order, {"ground": pl.String, "tried": pl.String}, orient="row")
        table(frame, (Column("ground", GROUND), Column("tried", RESULT)), t(TRIED_SO, day=day, ground=ground))

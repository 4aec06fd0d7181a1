"""Metric cards: value, status as word, shape and colour, target, how much was counted, how sure, which way it goes."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape

import streamlit as st

from dashboard.charts.bullet import bullet
from dashboard.charts.sparkline import picture, sparkline
from dashboard.charts.theme import STATUS
from dashboard.language import t
from dashboard.text import Text

TREND = Text(sv="Utvecklingen de senaste månaderna", en="Development over the last months")


@dataclass(frozen=True)
class Bar:
    """The numbers behind a card's bar."""

    value: float | None
    target: float | None
    low: float | None
    high: float | None
    is_share: bool


@dataclass(frozen=True)
class Card:
    """What one card says, in words ready to be shown."""

    name: str
    address: str
    value: str
    status: str
    target: str
    count: str
    sureness: str
    trend: tuple[float | None, ...] = ()
    bar: Bar | None = None
    lines: tuple[str, ...] = field(default=())


def draw_cards(cards: Sequence[Card], label: str) -> None:
    """The cards side by side, as a list a screen reader can count, under a heading for those who listen."""
    items = "".join(f"<li>{_card(card)}</li>" for card in cards)
    st.html(f"<h2 class='lw-hidden'>{escape(label)}</h2><ul class='lw-cards'>{items}</ul>")


def _card(card: Card) -> str:
    look = STATUS[card.status]
    small = [card.target, card.count, card.sureness, *card.lines]
    notes = "".join(f"<p>{escape(line[:1].upper() + line[1:])}</p>" for line in small if line)
    return (
        f"<a href='{escape(card.address)}'><h3>{escape(card.name)}</h3>"
        f"<div class='lw-value' style='color:{look.text}'><span style='color:{look.fill}' aria-hidden='true'>"
        f"{look.shape}</span> {escape(card.value)} <span class='lw-word'>{escape(t(look.word))}</span></div></a>"
        f"{notes}{picture(sparkline(card.trend), t(TREND), 'lw-spark')}"
    )


def draw_bullets(cards: Sequence[Card]) -> None:
    """The cards as rows: name, bar with its target, value and status, trend."""
    rows = "".join(_bullet_row(card) for card in cards)
    st.html(f"<ul class='lw-bullets'>{rows}</ul>")


def _bullet_row(card: Card) -> str:
    look, bar = STATUS[card.status], card.bar
    drawn = bullet(bar.value, bar.target, card.status, bar.low, bar.high, bar.is_share) if bar else ""
    words = " · ".join(escape(line[:1].upper() + line[1:]) for line in (card.count, card.sureness, *card.lines) if line)
    name = (
        f"<a href='{escape(card.address)}'>{escape(card.name)}</a>" if card.address else f"<b>{escape(card.name)}</b>"
    )
    return (
        f"<li><div class='lw-bullet-name'>{name}"
        f"<p class='lw-small'>{words}</p></div>"
        f"<div class='lw-bullet-bar'>{picture(drawn, f'{card.value}, {card.target}', 'lw-bar')}"
        f"<div><span>{escape(card.target[:1].upper() + card.target[1:])}</span>"
        f"<b style='color:{look.text}'><span style='color:{look.fill}' aria-hidden='true'>{look.shape}</span> "
        f"{escape(card.value)} <span class='lw-word'>{escape(t(look.word))}</span></b></div></div>"
        f"{picture(sparkline(card.trend), t(TREND), 'lw-spark')}</li>"
    )

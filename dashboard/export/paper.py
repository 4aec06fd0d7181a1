"""A paper to take away: what it says, before anybody has decided how it looks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import polars as pl

from dashboard.text import Language


@dataclass(frozen=True)
class Sheet:
    """A table. `heads` names the columns shown and their words, in order; `widths` are parts of the page's width.

    Columns that end in `_ore` are amounts in öre. `file` is what the table is called where it is a file of its own.
    """

    file: str
    frame: pl.DataFrame
    heads: Mapping[str, str]
    widths: tuple[float, ...]


@dataclass(frozen=True)
class Section:
    """A part of the paper: its paragraphs, and a table after them; with no rows the sentence `nothing` instead."""

    title: str
    paragraphs: tuple[str, ...] = ()
    sheet: Sheet | None = None
    nothing: str = ""


@dataclass(frozen=True)
class Paper:
    """The whole. `notice` stands out at the top; `state` is said in the colour of its status.

    `page` has the words for the page number, with {page} and {pages}.
    """

    title: str
    subtitle: str
    notice: str
    facts: Mapping[str, str]
    state: str
    colour: str
    sections: tuple[Section, ...]
    footer: str
    page: str
    language: Language
    day: date
    author: str = "Luleå Way"
    keywords: str = field(default="")

"""A frame as an HTML table: written in the Swedish way, with real links, readable by a screen reader."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from html import escape
from typing import Any, Literal

import polars as pl

from dashboard import formats
from dashboard.charts.theme import STATUS
from dashboard.text import Language, Text

Kind = Literal["text", "code", "kr", "short_kr", "number", "share", "day", "period", "status", "html", "file"]
LONGEST_NAME = 28
IS_NUMBER = ("kr", "short_kr", "number", "share")


@dataclass(frozen=True)
class Column:
    """One column of a table.

    `kind` says how a value is written: öre as `kr` or `short_kr`, a share 0–1 as `share`, 202611 as `period`, a
    status code as `status`, a number that is a name, never broken over two lines, as `code`, and the name of a file,
    shortened, as `file`. `page` makes each cell a link there; `query` names, for each part of the address, the column
    its value comes from: Column("name", HEAD, page="supplier", query={"id": "supplier_id"}). A row that lacks one of
    them has no link there.
    """

    name: str
    head: Text
    kind: Kind = "text"
    decimals: int | None = None
    page: str = ""
    query: Mapping[str, str] = field(default_factory=dict)


def table_html(
    frame: pl.DataFrame,
    columns: Sequence[Column],
    caption: str,
    language: Language,
    page_url: Callable[..., str],
) -> str:
    """The table; `page_url(page, **query)` makes the addresses."""
    heads = "".join(
        f"<th scope='col'{_number_class(column)}>{escape(column.head.in_language(language))}</th>" for column in columns
    )
    lines = "".join(
        f"<tr>{''.join(_cell(row, column, language, page_url) for column in columns)}</tr>"
        for row in frame.iter_rows(named=True)
    )
    return (
        f"<div class='lw-table' role='region' tabindex='0' aria-label='{escape(caption)}'><table>"
        f"<caption class='lw-hidden'>{escape(caption)}</caption>"
        f"<thead><tr>{heads}</tr></thead><tbody>{lines}</tbody></table></div>"
    )


def _number_class(column: Column) -> str:
    if column.kind in ("day", "period", "code", "file"):
        return " class='lw-day'"
    return " class='lw-number'" if column.kind in IS_NUMBER else ""


def _cell(row: dict[str, Any], column: Column, language: Language, page_url: Callable[..., str]) -> str:
    words = written(row[column.name], column, language)
    query = {name: row[source] for name, source in column.query.items()}
    if column.page and row[column.name] is not None and None not in query.values():
        words = f"<a href='{escape(page_url(column.page, **query))}'>{words}</a>"
    return f"<td{_number_class(column)}>{words}</td>"


def written(value: Any, column: Column, language: Language) -> str:
    """One value as it stands in its cell, escaped."""
    match column.kind:
        case "status":
            look = STATUS[value or "no_data"]
            word = escape(look.word.in_language(language))
            return f"<span class='lw-status' style='color:{look.text}'>{look.shape} {word}</span>"
        case "html":
            return str(value)
        case "period":
            return formats.period(value, language)
        case "file" if value:
            return f"<span title='{escape(value)}'>{escape(_shortened(value))}</span>"
    return escape(_plain(value, column))


def _shortened(name: str) -> str:
    """A file's name as it begins and ends, where it is long; the whole of it is shown when pointed at."""
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 13]}…{name[-12:]}"


def _plain(value: Any, column: Column) -> str:
    match column.kind:
        case "kr":
            return formats.kronor(value, column.decimals or 0)
        case "short_kr":
            return formats.short_kronor(value)
        case "number":
            return formats.number(value, column.decimals or 0)
        case "share":
            return formats.share(value, 1 if column.decimals is None else column.decimals)
    if value is None or value == "":
        return formats.NONE
    return formats.day(value) if isinstance(value, date) else str(value)

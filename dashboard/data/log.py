"""What the log page asks: a hundred rows at a time, and what there is to choose among."""

from dataclasses import dataclass, replace

import polars as pl
import streamlit as st

from dashboard.data.edition import Edition
from dashboard.data.people import people
from dashboard.data.registers import names, register
from dashboard.log_words import act_words
from data_access.engine import reading
from data_access.queries.audit import LogFilter, count_log, read_log, read_log_values

__all__ = ["Log", "LogFilter", "log", "names_in_log"]

PER_PAGE = 100


@dataclass(frozen=True)
class Log:
    """One page of the log, newest first, and how many rows fit in all."""

    rows: pl.DataFrame
    total: int
    people: tuple[str, ...]
    acts: tuple[str, ...]
    object_types: tuple[str, ...]

    @property
    def pages(self) -> int:
        """How many pages there are; one even where nothing fits."""
        return max(1, -(-self.total // PER_PAGE))


@st.cache_resource(max_entries=16, show_spinner=False)
def log(edition: Edition, wanted: LogFilter, page: int = 1) -> Log:
    """Page `page` of the rows that fit. What is searched for may also be a person's name or what an act is called."""
    meant = replace(wanted, acts_meant=_acts_called(wanted.words), people_meant=_people_called(edition, wanted.words))
    with reading() as connection:
        rows = read_log(connection, meant, PER_PAGE, (page - 1) * PER_PAGE)
        total, values = count_log(connection, meant), read_log_values(connection)
    return Log(rows, total, *(tuple(values[name].unique().sort()) for name in ("who", "act", "object_type")))


def names_in_log(edition: Edition) -> dict[str, dict[int, str]]:
    """What the ids in the log are called: suppliers, units, people, and contracts that are not secret."""
    open_contracts = register(edition, "contract").filter(~pl.col("is_secret"))
    return {
        "supplier": names(edition, "supplier"),
        "unit": names(edition, "unit"),
        "contract": dict(open_contracts.select("id", "number").iter_rows()),
        "person": {one.id: one.name for one in people(edition).active.values() if one.id is not None},
    }


def _acts_called(words: str) -> tuple[str, ...]:
    asked = words.casefold()
    return tuple(code for code, name in act_words().items() if asked and asked in f"{name.sv} {name.en}".casefold())


def _people_called(edition: Edition, words: str) -> tuple[str, ...]:
    asked = words.casefold()
    return tuple(key for key, name in people(edition).names.items() if asked and asked in name.casefold())

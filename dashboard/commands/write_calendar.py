"""The calendar of the office or of one person as a file, for scripts and scheduled mail."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import polars as pl

from dashboard.calendar_words import KINDS
from dashboard.console import print_json, say
from dashboard.data.calendar_events import read_office
from dashboard.export.calendar_file import About, calendar_file, description, link, summary
from dashboard.formats import day as day_words
from data_access.errors import Refused


def write_calendar(
    out: Path | None, person: str | None, day: date, now: datetime, address: str, *, as_json: bool
) -> None:
    """Writes what is to come from `day` on to `out`, where one is given, and lists it with `as_json`.

    `now` is the local time the file is made. Raises Refused (`calendar_person_unknown`, and `calendar_empty` where a
    file is asked for that nothing would be in), OSError where the file cannot be written.
    """
    office = read_office(day, now.date())
    events = office.events if person is None else office.of(person)
    about = About(day, now.astimezone(), (person or "").strip(), address)
    if out is not None:
        if events.is_empty():
            raise Refused("calendar_empty")
        out.write_bytes(calendar_file(events, about))
        say(f"{out}: {events.height} händelser från {day_words(day)}.")
    if as_json:
        print_json({"as_of": day, "person": person, "file": out, "events": _documents(events, about)})


def _documents(events: pl.DataFrame, about: About) -> list[dict[str, Any]]:
    """The events as JSON: codes with their words."""
    return [
        {
            **{name: row[name] for name in ("uid", "kind")},
            "kind_name": KINDS[row["kind"]].sv,
            **{name: row[name] for name in ("day", "remind_days", "owner", "number", "title", "ways", "notes")},
            "summary": summary(row, about.language),
            "description": description(row, about),
            "link": link(row, about.address) or None,
        }
        for row in events.iter_rows(named=True)
    ]

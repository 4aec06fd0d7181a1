"""Events as an iCalendar file (RFC 5545) that a calendar takes in, and that replaces what an earlier file put there.

Every event lasts the whole day, so there is no time zone to get wrong.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

import polars as pl
from icalendar import Alarm, Calendar, Event, vText

from dashboard import calendar_words as words
from dashboard.decision_words import WAYS
from dashboard.formats import day as day_words
from dashboard.navigation import page_path
from dashboard.register_words import METHODS
from dashboard.text import Language

MIME = "text/calendar"
MAKER = "-//Lulea Way//Kalender//SV"
FIRST = datetime(2020, 1, 1, tzinfo=UTC)
ONE_DAY = timedelta(days=1)
PARTS = {"follow_up": "uppfoljning"}  # of the contract's page; else its decisions


@dataclass(frozen=True)
class About:
    """What the file is of: the day the events are as of, when it is made, whose it is, and where the pages are.

    `made_at` knows its time zone. `address` is the installation's own, such as https://inkop.example.se; empty: no
    links.
    """

    day: date
    made_at: datetime
    person: str = ""
    address: str = ""
    language: Language = "sv"


def calendar_file(events: pl.DataFrame, about: About) -> bytes:
    """The file, UTF-8; `events` as of `dashboard.rules.calendar_events.events.EVENT`, one at least.

    SEQUENCE is the minute the file was made, so an event of a later file wins over the same one of an earlier.
    """
    name = words.PERSONAL if about.person else words.OFFICE
    title = name.in_language(about.language, name=about.person, day=day_words(about.day))
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", MAKER)
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", vText(title))
    for row in events.iter_rows(named=True):
        calendar.add_component(_event(row, about))
    made: bytes = calendar.to_ical()
    return made


def summary(row: dict[str, Any], language: Language) -> str:
    """What the event is called: 'Beslutspunkt: R-1 Städ'."""
    kind = words.KINDS[row["kind"]].in_language(language)
    return words.SUMMARY.in_language(language, kind=kind, number=row["number"], title=row["title"])


def description(row: dict[str, Any], about: About) -> str:
    """What must be done, by whom, what is known of it and as of which day; a line each."""
    language = about.language
    method = METHODS.get(row["about"]) if row["kind"] == "follow_up" else None
    told = method.in_language(language) if method else row["about"]
    ways = ", ".join(WAYS[way].in_language(language).lower() for way in row["ways"])
    lines = [
        words.TO_DO[row["kind"]].in_language(language, about=told),
        words.CONTRACT.in_language(language, number=row["number"], title=row["title"]),
        words.OPEN_WAYS.in_language(language, ways=ways) if ways else "",
        *(words.NOTES[note].in_language(language) for note in row["notes"]),
        words.OWNER.in_language(language, name=row["owner"]) if row["owner"] else "",
        words.AS_OF.in_language(language, day=day_words(about.day)),
        link(row, about.address),
    ]
    return "\n".join(line for line in lines if line)


def link(row: dict[str, Any], address: str) -> str:
    """The page where it is done; empty where nobody said where the pages are."""
    if not address:
        return ""
    if row["kind"] == "action":
        path = page_path("case", {"id": row["case_id"]})
    else:
        path = page_path("contract", {"id": row["contract_id"], "del": PARTS.get(row["kind"], "beslut")})
    return f"{address.rstrip('/')}/{path.lstrip('/')}"


def _event(row: dict[str, Any], about: About) -> Event:
    event, called = Event(), summary(row, about.language)
    event.add("uid", row["uid"])
    event.add("dtstamp", about.made_at.astimezone(UTC))
    event.add("sequence", (about.made_at - FIRST) // timedelta(minutes=1))
    event.add("dtstart", row["day"])
    event.add("dtend", row["day"] + ONE_DAY)
    event.add("summary", called)
    event.add("description", description(row, about))
    event.add("categories", [words.KINDS[row["kind"]].in_language(about.language)])
    event.add("transp", "TRANSPARENT")  # takes no time: nobody is busy all that day
    if about.address:
        event.add("url", link(row, about.address))
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", called)
    alarm.add("trigger", timedelta(days=-row["remind_days"]))
    event.add_component(alarm)
    return event

"""The calendar file: what a calendar reads out of it, and how it is written."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import polars as pl
import pytest
from icalendar import Calendar

from dashboard.calendar_words import KINDS, NOTES, TO_DO
from dashboard.export.calendar_file import About, calendar_file
from dashboard.rules.calendar_events.events import EVENT

DAY = date(2026, 11, 16)
MADE = datetime(2026, 11, 16, 9, 30, tzinfo=timezone(timedelta(hours=1)))
GATE: dict[str, object] = {
    "uid": "contract-1-gate@luleaway",
    "kind": "gate",
    "day": date(2027, 3, 31),
    "remind_days": 30,
    "owner": "Åsa Öberg",
    "people": ["Åsa Öberg"],
    "contract_id": 1,
    "number": "R-1",
    "title": "Städ",
    "ways": ["extend", "reprocure"],
    "notes": ["ceiling_forecast"],
}
ACTION = GATE | {
    "uid": "action-4@luleaway",
    "kind": "action",
    "remind_days": 14,
    "case_id": 9,
    "about": "Extra tur",
    "ways": [],
    "notes": [],
}
GOLDEN = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Lulea Way//Kalender//SV
METHOD:PUBLISH
X-WR-CALNAME:Luleå Way per 2026-11-16
BEGIN:VEVENT
SUMMARY:Beslutspunkt: R-1 Städ
DTSTART;VALUE=DATE:20270331
DTEND;VALUE=DATE:20270401
DTSTAMP:20261116T083000Z
UID:contract-1-gate@luleaway
SEQUENCE:3616350
CATEGORIES:Beslutspunkt
DESCRIPTION:Besluta om avtalet ska förlängas\\, sägas upp\\, upphandlas på nytt eller löpa ut.\
\\nAvtal R-1\\, Städ\\nÖppna vägar: förläng\\, upphandla.\
\\nDagen bygger på en prognos av när taket är nått.\\nAnsvarig: Åsa Öberg\
\\nLäget per 2026-11-16 enligt Luleå Way.\\nhttps://inkop.example.se/avtalssida?id=1&del=beslut
TRANSP:TRANSPARENT
URL:https://inkop.example.se/avtalssida?id=1&del=beslut
BEGIN:VALARM
ACTION:DISPLAY
DESCRIPTION:Beslutspunkt: R-1 Städ
TRIGGER:-P30D
END:VALARM
END:VEVENT
END:VCALENDAR
"""


def made(*rows: dict[str, object], **about: Any) -> bytes:
    """The file of these events."""
    events = pl.DataFrame([{name: row.get(name) for name in EVENT} for row in rows], schema=dict(EVENT))
    return calendar_file(events, About(**({"day": DAY, "made_at": MADE} | about)))


def read(*rows: dict[str, object], **about: Any) -> list[Any]:
    """The events a calendar finds in it."""
    return Calendar.from_ical(made(*rows, **about)).walk("VEVENT")


def unfolded(file: bytes) -> str:
    return file.replace(b"\r\n ", b"").decode().replace("\r\n", "\n")


def test_the_file_is_the_one_we_know() -> None:
    assert unfolded(made(GATE, address="https://inkop.example.se/")) == GOLDEN


def test_the_same_events_made_at_the_same_time_are_the_same_file() -> None:
    assert made(GATE, ACTION) == made(GATE, ACTION)


def test_an_event_lasts_the_whole_day_in_no_time_zone() -> None:
    (event,) = read(GATE)

    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2027, 3, 31), date(2027, 4, 1))
    assert type(event["DTSTART"].dt) is date
    assert b"VTIMEZONE" not in made(GATE)
    assert b"TZID" not in made(GATE)


def test_a_file_made_later_replaces_the_event_of_an_earlier_one_though_its_day_moved() -> None:
    (before,) = read(GATE)
    (after,) = read(GATE | {"day": date(2027, 5, 1)}, made_at=MADE + timedelta(minutes=1))

    assert before["UID"] == after["UID"]
    assert before["SEQUENCE"] < after["SEQUENCE"] < 2**31
    assert before["DTSTAMP"].dt < after["DTSTAMP"].dt
    assert after["DTSTART"].dt == date(2027, 5, 1)


def test_the_stamp_is_told_in_universal_time() -> None:
    (event,) = read(GATE)

    assert event["DTSTAMP"].dt == datetime(2026, 11, 16, 8, 30, tzinfo=UTC)


@pytest.mark.parametrize(("row", "days"), [(GATE, 30), (ACTION, 14)])
def test_the_alarm_comes_as_many_days_before_as_the_event_says(row: dict[str, object], days: int) -> None:
    (alarm,) = read(row)[0].walk("VALARM")

    assert alarm["TRIGGER"].dt == timedelta(days=-days)
    assert alarm["ACTION"] == "DISPLAY"


def test_lines_end_as_the_standard_says_and_none_is_too_long_or_cut_within_a_letter() -> None:
    title = "Städ, ångtvätt och fönsterputs på förskolor å ä ö " * 12

    file = made(GATE | {"title": title})

    lines = file.split(b"\r\n")
    assert file.endswith(b"\r\n")
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75
    assert all(line.decode() for line in lines[:-1])
    assert title.strip() in str(Calendar.from_ical(file).walk("VEVENT")[0]["SUMMARY"])


@pytest.mark.parametrize("title", ["a,b", "a;b", "a\\b", "a\nb", "a:b", '<b>&"x"', "😀 {day}", "BEGIN:VEVENT\r\nX:1"])
def test_a_title_comes_back_as_it_was_and_never_becomes_a_part_of_the_file(title: str) -> None:
    file = made(GATE | {"title": title})
    (event,) = Calendar.from_ical(file).walk("VEVENT")

    assert str(event["SUMMARY"]) == f"Beslutspunkt: R-1 {title}".replace("\r\n", "\n")
    assert unfolded(file).count("\nBEGIN:VEVENT") == 1


def test_without_an_address_there_is_no_link() -> None:
    (event,) = read(GATE)

    assert "URL" not in event
    assert "http" not in event["DESCRIPTION"]


def test_an_action_leads_to_its_case_and_a_follow_up_to_that_part_of_its_contract() -> None:
    follow_up = ACTION | {"kind": "follow_up", "about": "moten"}

    action, other = read(ACTION, follow_up, address="https://x.se/app")

    assert action["URL"] == "https://x.se/app/arende?id=9"
    assert other["URL"] == "https://x.se/app/avtalssida?id=1&del=uppfoljning"
    assert "Gör uppföljningen: Möten och dialog." in other["DESCRIPTION"]


def test_a_persons_file_is_named_after_the_person() -> None:
    calendar = Calendar.from_ical(made(GATE, person="Åsa Öberg"))

    assert calendar["X-WR-CALNAME"] == "Luleå Way för Åsa Öberg per 2026-11-16"


def test_an_english_visitor_gets_english_words() -> None:
    (event,) = read(GATE, language="en")

    assert event["SUMMARY"] == "Decision point: R-1 Städ"
    assert "Open ways: extend, procure anew." in event["DESCRIPTION"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_event_can_be_said(kind: str) -> None:
    (event,) = read(GATE | {"kind": kind, "about": "moten", "case_id": 1, "notes": list(NOTES)})

    assert KINDS.keys() == TO_DO.keys()
    assert str(event["SUMMARY"]).startswith(KINDS[kind].sv)
    assert all(note.sv in event["DESCRIPTION"] for note in NOTES.values())

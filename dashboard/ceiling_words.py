"""Words for ceilings: how far one is used, when it is forecast to be reached, and why there is no forecast."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from dashboard import formats
from dashboard.rules.ceilings_forecast.used import CeilingState
from dashboard.text import Language, Text

STATES: dict[str, Text] = {
    CeilingState.UNKNOWN: Text(sv="Okänt tak", en="Unknown ceiling"),
    CeilingState.FREE: Text(sv="Gott om utrymme", en="Plenty of room"),
    CeilingState.WATCH: Text(sv="Följ taket", en="Watch the ceiling"),
    CeilingState.REPROCURE: Text(sv="Pröva ny upphandling", en="Consider a new procurement"),
    CeilingState.STOP: Text(sv="Inga nya avrop utan beslut", en="No new call-offs without a decision"),
    CeilingState.FULL: Text(sv="Taket är nått", en="The ceiling is reached"),
}
WHY: dict[str, Text] = {
    "far": Text(
        sv="I den takt som används nu nås taket inte på hundra år.",
        en="At the present rate the ceiling is not reached within a hundred years.",
    ),
    "ceiling": Text(
        sv="Taket är inte angivet. Ett ramavtal har alltid ett tak: läs annonsen och lägg in det.",
        en="The ceiling is not stated. A framework agreement always has one: read the notice and enter it.",
    ),
    "history": Text(
        sv="Det finns mindre än tre hela månader att räkna på.", en="There are fewer than three whole months to count."
    ),
    "no_use": Text(
        sv="Inget används nu, så någon dag går inte att räkna fram.",
        en="Nothing is used now, so no day can be computed.",
    ),
}
METHODS: dict[str, Text] = {
    "recent": Text(sv="de senaste {months} månaderna", en="the last {months} months"),
    "seasonal": Text(sv="årstiderna under två år", en="the seasons of two years"),
}
USED = Text(sv="{used} av {ceiling} är använt ({share}).", en="{used} of {ceiling} is used ({share}).")
FAST = Text(
    sv="Förbrukningsindex är {index}: taket används snabbare än tiden går.",
    en="The burn index is {index}: the ceiling is used faster than time passes.",
)
FORECAST = Text(sv="Taket nås omkring {day}, räknat på {method}.", en="It is reached about {day}, by {method}.")
BETWEEN = Text(sv="Mellan {first} och {last}.", en="Between {first} and {last}.")
FROM = Text(
    sv="Tidigast {first}; det är inte säkert att det nås.", en="{first} at the earliest; it may not be reached."
)
BEFORE_END = Text(sv="Det är före avtalets slut {end}.", en="That is before the contract's end {end}.")
AT_LEAST = Text(
    sv="Avtalet är äldre än reskontran: minst så mycket är använt.",
    en="The contract is older than the ledger: at least so much is used.",
)
STOPPED = Text(
    sv="Gör inga nya avrop: ett ramavtal upphör att gälla när taket är nått (EU-domstolen C-216/17, HFD 2022 ref. 4).",
    en="Make no new call-offs: a framework agreement loses its effect when its ceiling is reached (CJEU C-216/17).",
)
OUTSIDE = Text(
    sv="Köp efter {day} räknas som köp utanför avtalet.", en="Purchases after {day} count as outside the contract."
)
NO_CALL_OFFS = Text(sv="Gör inga nya avrop utan ett beslut.", en="Make no new call-offs without a decision.")
WATCHED = Text(sv="Följ taket varje månad.", en="Watch the ceiling every month.")
NO_START = Text(
    sv="Pröva en ny upphandling. När den senast måste börja kan inte beräknas: se vad som saknas under Beslut.",
    en="Consider a new procurement. By when it must begin cannot be computed: see what is missing under Decisions.",
)
CEILING_UNTIL = Text(sv="Taket räcker till omkring {day}", en="The ceiling lasts until about {day}")
END_UNTIL = Text(sv="Avtalet räcker till {day}", en="The contract lasts until {day}")
DAYS, ONE_DAY = Text(sv="{days} dagar", en="{days} days"), Text(sv="1 dag", en="1 day")
BEGIN = Text(
    sv="{lasts}: en ny upphandling måste börja senast {day}, om {left}.",
    en="{lasts}: a new procurement must begin by {day}, in {left}.",
)
BEGUN = Text(
    sv="{lasts}: en ny upphandling skulle ha börjat senast {day}, för {left} sedan.",
    en="{lasts}: a new procurement should have begun by {day}, {left} ago.",
)


def explained(row: Mapping[str, Any], language: Language) -> list[str]:
    """A row of `ceiling_forecast` in sentences: what is used, how fast, and when the ceiling is reached or why not."""
    said = [] if row["ceiling_ore"] is None else [_used(row, language)]
    said += [AT_LEAST.in_language(language)] if row["is_lower_bound"] else []
    said += [FAST.in_language(language, index=formats.number(row["burn_index"], 2))] if row["is_fast"] else []
    if row["state"] == CeilingState.FULL:
        return [*said, STATES[CeilingState.FULL].in_language(language) + "."]
    if row["why"] is not None:
        return [*said, WHY[row["why"]].in_language(language)]
    return [*said, *_forecast(row, language)]


def _used(row: Mapping[str, Any], language: Language) -> str:
    used, ceiling = formats.kronor(row["used_ore"]), formats.kronor(row["ceiling_ore"])
    return USED.in_language(language, used=used, ceiling=ceiling, share=formats.share(row["used_share"]))


def _forecast(row: Mapping[str, Any], language: Language) -> list[str]:
    method = METHODS[row["method"]].in_language(language, months=row["months"])
    first, last = formats.day(row["earliest_on"]), formats.day(row["latest_on"])
    ends = (
        FROM.in_language(language, first=first)
        if row["latest_on"] is None
        else BETWEEN.in_language(language, first=first, last=last)
    )
    before = [BEFORE_END.in_language(language, end=formats.day(row["to_on"]))] if row["is_before_end"] else []
    return [FORECAST.in_language(language, day=formats.day(row["forecast_on"]), method=method), ends, *before]


def alert(row: Mapping[str, Any], today: date, language: Language) -> list[str]:
    """What the state asks for, a sentence each: the day a new procurement must begin, set against `today`.

    Also asked of a ceiling that is forecast to be reached before the contract ends, whatever its share.
    """
    state = row["state"]
    if state == CeilingState.FULL:
        return [STOPPED.in_language(language), OUTSIDE.in_language(language, day=formats.day(row["forecast_on"]))]
    said = [NO_CALL_OFFS.in_language(language)] if state == CeilingState.STOP else []
    if state in (CeilingState.REPROCURE, CeilingState.STOP) or row["is_before_end"]:
        said.append(_begin(row, today, language))
    elif state == CeilingState.WATCH:
        said.append(WATCHED.in_language(language))
    return said


def _begin(row: Mapping[str, Any], today: date, language: Language) -> str:
    start = row["reprocure_start_latest"]
    if start is None:
        return NO_START.in_language(language)
    until = formats.day(row["effective_end"])
    reason = CEILING_UNTIL if row["is_end_forecast"] else END_UNTIL
    lasts = reason.in_language(language, day=until)
    days = (start - today).days
    words, count = BEGIN if days >= 0 else BEGUN, ONE_DAY if abs(days) == 1 else DAYS
    left = count.in_language(language, days=formats.number(abs(days)))
    return words.in_language(language, lasts=lasts, day=formats.day(start), left=left)

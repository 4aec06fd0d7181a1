"""The words of a calendar's events: what each is, what must be decided, and what a calendar is called."""

from dashboard.text import Text

KINDS: dict[str, Text] = {
    "gate": Text(sv="Beslutspunkt", en="Decision point"),
    "notice": Text(sv="Sista dag att säga upp", en="Last day to give notice"),
    "option": Text(sv="Sista dag att förlänga", en="Last day to extend"),
    "stop": Text(sv="Sista dag att stoppa förlängningen", en="Last day to stop the renewal"),
    "follow_up": Text(sv="Uppföljning", en="Follow-up"),
    "action": Text(sv="Åtgärd klar senast", en="Action due"),
}
TO_DO: dict[str, Text] = {
    "gate": Text(
        sv="Besluta om avtalet ska förlängas, sägas upp, upphandlas på nytt eller löpa ut.",
        en="Decide whether to extend the contract, give notice, procure anew or let it lapse.",
    ),
    "notice": Text(
        sv="Säg upp avtalet senast den här dagen om det ska sägas upp.",
        en="Give notice by this day if the contract is to end.",
    ),
    "option": Text(
        sv="Förläng avtalet senast den här dagen om det ska förlängas.",
        en="Extend the contract by this day if it is to be extended.",
    ),
    "stop": Text(
        sv="Avtalet förlängs av sig självt om det inte stoppas senast den här dagen.",
        en="The contract renews by itself unless it is stopped by this day.",
    ),
    "follow_up": Text(sv="Gör uppföljningen: {about}.", en="Do the follow-up: {about}."),
    "action": Text(sv="Kontrollera att åtgärden är gjord: {about}", en="Check that the action is done: {about}"),
}
NOTES: dict[str, Text] = {
    "gate_no_later_than": Text(
        sv="Dagen kan komma tidigare: en uppgift om avtalet saknas.",
        en="The day may come earlier: a fact about the contract is missing.",
    ),
    "ceiling_forecast": Text(
        sv="Dagen bygger på en prognos av när taket är nått.",
        en="The day rests on a forecast of when the ceiling is reached.",
    ),
}
SUMMARY = Text(sv="{kind}: {number} {title}", en="{kind}: {number} {title}")
CONTRACT = Text(sv="Avtal {number}, {title}", en="Contract {number}, {title}")
OPEN_WAYS = Text(sv="Öppna vägar: {ways}.", en="Open ways: {ways}.")
OWNER = Text(sv="Ansvarig: {name}", en="Responsible: {name}")
AS_OF = Text(sv="Läget per {day} enligt Luleå Way.", en="As of {day} by Luleå Way.")
OFFICE = Text(sv="Luleå Way per {day}", en="Luleå Way as of {day}")
PERSONAL = Text(sv="Luleå Way för {name} per {day}", en="Luleå Way for {name} as of {day}")
DOWNLOAD = Text(sv="Hämta som kalenderfil", en="Get as a calendar file")
FILE = Text(sv="kalender", en="calendar")
REFUSALS: dict[str, Text] = {
    "calendar_empty": Text(
        sv="Inget kommande finns att lägga i kalendern, så ingen fil skrevs.",
        en="Nothing to come can be put in the calendar, so no file was written.",
    ),
    "calendar_person_unknown": Text(
        sv="Ingen som heter {name} ansvarar för något avtal, någon uppföljning eller åtgärd.",
        en="Nobody called {name} is responsible for a contract, a follow-up or an action.",
    ),
}

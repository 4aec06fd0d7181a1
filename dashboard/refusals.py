"""What was wrong with an input, in words: what it is, where it is, and what to do."""

from dashboard import (
    calendar_words,
    decision_refusals,
    decision_words,
    deviation_refusals,
    follow_up_words,
    formats,
    import_words,
    register_import_words,
    sanction_words,
)
from dashboard.permission_words import who_may
from dashboard.text import Language, Text
from data_access.errors import LuleaWayError, Problem, Refused
from data_access.taking import NotTaken

WORDS = {
    **sanction_words.WORDS,
    **follow_up_words.REFUSALS,
    **decision_words.REFUSALS,
    **decision_refusals.WORDS,
    **calendar_words.REFUSALS,
    "file_unreadable": Text(
        sv="Filen kan inte öppnas. Kontrollera att du får läsa den och att inget annat program har den öppen.",
        en="The file cannot be opened. Check that you may read it and that no other program has it open.",
    ),
    "import_unknown": Text(sv="Det finns ingen import med nummer {id}.", en="There is no import number {id}."),
    "import_gone": Text(
        sv="Import {id} är redan ångrad eller ersatt.", en="Import {id} is already undone or replaced."
    ),
    "sample_is_one": Text(
        sv="Exempelkommunens uppgifter hör ihop och tas inte bort en del i taget.",
        en="The facts of the sample municipality belong together and are not removed one part at a time.",
    ),
    "contract_in_use": Text(
        sv="Importen kan inte ångras, för andra uppgifter bygger på dess avtal.",
        en="The import cannot be undone, because other facts build on its contracts.",
    ),
    "rows_refused": Text(
        sv="{count} rader kan inte läsas, så inget läses in. Rätta filen, eller godkänn att de raderna utelämnas.",
        en="{count} rows cannot be read, so nothing is taken. Correct the file, or accept that they are left out.",
    ),
    "port_taken": Text(
        sv="Ett annat program använder port {port}. Stäng det, eller välj en annan port med --port.",
        en="Another program uses port {port}. Close it, or choose another port with --port.",
    ),
    "database_busy": Text(
        sv="Någon annan sparar just nu. Vänta en stund och försök igen.",
        en="Somebody else is saving right now. Wait a little and try again.",
    ),
    "database_unreachable": Text(
        sv="Databasen svarar inte. Kontrollera DATABASE_URL, och att datamappen går att skriva i.",
        en="The database does not answer. Check DATABASE_URL, and that the data folder can be written to.",
    ),
    "amount_unreadable": Text(
        sv="”{text}” går inte att läsa som ett belopp. Skriv till exempel 12 500 eller 12 500,50.",
        en="“{text}” cannot be read as an amount. Write for example 12 500 or 12 500,50.",
    ),
    "fields_missing": Text(
        sv="Fyll i det som saknas: {fields}.",
        en="Fill in what is missing: {fields}.",
    ),
    "dismissal_reason_short": Text(
        sv="Skriv varför signalen avfärdas, med minst {least} tecken.",
        en="Write why the signal is dismissed, in at least {least} characters.",
    ),
    "signal_needs_case": Text(
        sv="Det finns inget öppet ärende att ta upp det i. Öppna ett ärende från en av avvikelserna först.",
        en="There is no open case to take it up in. Open a case from one of the deviations first.",
    ),
    "not_a_sample_home": Text(
        sv="Här finns riktiga data. Exempelkommunen skapas bara där det är tomt.",
        en="There is real data here. The sample municipality is only made where there is none.",
    ),
    "person_key_unusable": Text(
        sv="Nyckeln ska vara högst 100 tecken, utan mellanslag i början eller slutet.",
        en="The key is to be at most 100 characters, without spaces at its beginning or end.",
    ),
    "person_name_missing": Text(
        sv="Ange personens namn med --name, högst 100 tecken.",
        en="Give the person's name with --name, at most 100 characters.",
    ),
    "role_unknown": Text(
        sv="Rollen {roles} finns inte. Välj bland {known}.", en="There is no role {roles}. Choose among {known}."
    ),
    "role_missing": Text(
        sv="Ange minst en roll med --role. Den som har slutat anges med --leaves.",
        en="Give at least one role with --role. Somebody who has left is given with --leaves.",
    ),
}
FOUND = {
    "looks_taken": Text(
        sv="Import {count} har lika många rader, samma summa och samma månader. Kontrollera att det inte är samma "
        "uppgifter en gång till.",
        en="Import {count} has as many rows, the same sum and the same months. Check that this is not the same data "
        "once more.",
    ),
}
OTHER = Text(sv="Det gick inte ({code}).", en="It did not work ({code}).")
CONFLICT = Text(
    sv="Någon annan har ändrat samma sak. Läs in på nytt och försök igen.",
    en="Somebody else has changed the same thing. Reload and try again.",
)
MEMBER = Text(sv="fil {member}", en="file {member}")
ROW = Text(sv="rad {row}", en="row {row}")
COLUMN = Text(sv="kolumn {column}", en="column {column}")
COUNT = Text(sv="{count} st", en="{count} in all")


def about_error(error: LuleaWayError, language: Language = "sv") -> str:
    """Why something was not done."""
    if not isinstance(error, Refused):
        return CONFLICT.in_language(language)
    if error.code == "not_allowed":
        return who_may(str(error.details["act"]), language)
    words = WORDS.get(error.code) or _words(error.code, error.kind if isinstance(error, NotTaken) else "ledger")
    return words.in_language(language, **{"code": error.code, **error.details})


def sentences(error: LuleaWayError, language: Language = "sv") -> tuple[str, ...]:
    """Why something was not done: what it is first, then every single reason where there are several.

    A refusal may carry `obstacles`, each of which says itself in either language, or the `codes` of several reasons.
    """
    codes = error.details.get("codes") if isinstance(error, Refused) else None
    if isinstance(error, Refused) and isinstance(codes, tuple) and "obstacles" not in error.details:
        values = {name: value for name, value in error.details.items() if name != "codes"}
        return tuple(about_error(Refused(code, **values), language) for code in dict.fromkeys((error.code, *codes)))
    obstacles = error.details.get("obstacles") if isinstance(error, Refused) else None
    reasons = obstacles if isinstance(obstacles, tuple) else ()
    return about_error(error, language), *(one.in_language(language) for one in reasons)


def about_problem(problem: Problem, language: Language = "sv", kind: str = "ledger") -> str:
    """One problem of a report, with the place it was first seen and how often."""
    values = {"count": formats.number(problem.count), "row": problem.row, "column": problem.column}
    words_of_it = _words(problem.code, kind)
    said = words_of_it.in_language(language, code=problem.code, member=problem.member, **values)
    places = [
        words.in_language(language, **{name: value})
        for name, words, value in (
            ("member", MEMBER, problem.member),
            ("row", ROW, problem.row),
            ("column", COLUMN, problem.column),
            ("count", COUNT, None if problem.count is None or "{count}" in words_of_it.sv else values["count"]),
        )
        if value is not None
    ]
    return f"{said} ({', '.join(places)})" if places else said


def _words(code: str, kind: str) -> Text:
    """The kind's own words for a code; ledgers and registers say different things of the same code."""
    first, second = import_words.WORDS, register_import_words.WORDS
    if kind != "ledger":
        first, second = second, first
    return FOUND.get(code) or deviation_refusals.WORDS.get(code) or first.get(code) or second.get(code) or OTHER

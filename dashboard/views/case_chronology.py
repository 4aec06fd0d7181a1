"""What happened in a case, in order, in words."""

from collections.abc import Mapping
from html import escape
from typing import Any

import polars as pl

from dashboard import formats
from dashboard.deck import STEP_NAMES
from dashboard.deviation_words import CATEGORIES, EVENTS, RECORDS
from dashboard.language import t
from dashboard.layout import page_url, table
from dashboard.roles import ROLE_NAMES
from dashboard.sanction_words import PENALTY_STATES
from dashboard.table_html import Column
from dashboard.text import Text

TITLE = Text(sv="Händelser i ärendet", en="What has happened in the case")
DAY, WHAT, WHO = Text(sv="Dag", en="Day"), Text(sv="Vad", en="What"), Text(sv="Vem", en="Who")
WORDS, NUMBER = Text(sv="Skäl eller anteckning", en="Reason or note"), Text(sv="Diarienummer", en="Registration number")
HIDDEN = Text(sv="Sekretessmarkerad anteckning", en="Confidential note")
WITHDRAWN = Text(sv="(återtagen) ", en="(withdrawn) ")
DOCUMENT = Text(sv="handlingen", en="the document")
DEVIATION = Text(sv="Avvikelse: {kind}", en="Deviation: {kind}")
NOT_JUDGED = Text(sv="inte bedömd än", en="not judged yet")
SEVERITY = Text(sv=", allvar {severity}", en=", severity {severity}")
OPENED = Text(sv="Ärendet öppnades", en="The case was opened")
MOVED = Text(sv="Steg {from_step} → {to_step}: {event}", en="Step {from_step} → {to_step}: {event}")
ENDED = Text(sv="avslutat", en="ended")
RIGHT = Text(sv="Rätt till vite: {amount}", en="Entitled to a penalty: {amount}")
PENALTY = Text(sv="Vite {state}: {amount}", en="Penalty {state}: {amount}")
BLOCKS = {
    "requested": Text(sv="Spärr begärd i Raindance", en="Order block requested in Raindance"),
    "executed": Text(sv="Spärr införd i Raindance", en="Order block in place in Raindance"),
    "lifted": Text(sv="Spärr hävd i Raindance", en="Order block lifted in Raindance"),
}
VERDICTS = {True: Text(sv=" – ja", en=" – yes"), False: Text(sv=" – nej", en=" – no")}
DEADLINE = Text(sv=" – svar senast {day}", en=" – answer by {day}")


def chronology_table(rows: pl.DataFrame, names: Mapping[str, str], sees_confidential: bool) -> None:
    """The rows of `data.chronology`, the newest first; `names`: a person's key -> name."""
    said = [
        in_words(row, names, sees_confidential) | {"what": _linked(row, sees_confidential)}
        for row in rows.iter_rows(named=True)
    ]
    frame = pl.DataFrame(said, schema=dict.fromkeys(("day", "what", "who", "words", "number"), pl.String))
    columns = (
        Column("day", DAY, "code"),
        Column("what", WHAT, "html"),
        Column("who", WHO),
        Column("words", WORDS),
        Column("number", NUMBER, "code"),
    )
    table(frame.reverse(), columns, t(TITLE), limit=200)


def _linked(row: dict[str, Any], sees_confidential: bool) -> str:
    """What happened, with the way to the deviation itself or to the document."""
    words = escape((t(WITHDRAWN) if row["is_withdrawn"] else "") + what(row))
    if row["source"] == "deviation":
        return f"<a href='{escape(page_url('deviation', id=row['id']))}'>{words}</a>"
    evidence = row["evidence"]
    if not evidence or (row["is_confidential"] and not sees_confidential):
        return words
    if str(evidence).startswith(("https://", "http://")):
        return f"{words} (<a href='{escape(evidence)}' target='_blank' rel='noopener noreferrer'>{t(DOCUMENT)}</a>)"
    return f"{words} <small>{escape(evidence)}</small>"


def in_words(row: dict[str, Any], names: Mapping[str, str], sees_confidential: bool) -> dict[str, str | None]:
    """One row: `day, what, who, words, number`. What is confidential is shown to those who may see it."""
    hidden = row["is_confidential"] and not sees_confidential
    role = f", {t(ROLE_NAMES[row['role']]).lower()}" if row["role"] in ROLE_NAMES else ""
    return {
        "day": formats.day(row["day"]),
        "what": (t(WITHDRAWN) if row["is_withdrawn"] else "") + what(row),
        "who": f"{names.get(row['who'], row['who'])}{role}",
        "words": t(HIDDEN) if hidden else row["words"],
        "number": row["registration_number"],
    }


def what(row: dict[str, Any]) -> str:
    """What happened, in a few words."""
    match row["source"]:
        case "deviation":
            kind = t(CATEGORIES[row["code"]]).lower() if row["code"] else t(NOT_JUDGED)
            return t(DEVIATION, kind=kind) + (t(SEVERITY, severity=row["severity"]) if row["severity"] else "")
        case "opened":
            return t(OPENED)
        case "event":
            to_step = row["to_step"] if row["to_step"] < len(STEP_NAMES) else t(ENDED)
            return t(MOVED, from_step=row["from_step"], to_step=to_step, event=t(EVENTS[row["code"]]).lower())
        case "penalty":
            said = RIGHT if row["code"] == "entitled" else PENALTY
            return t(said, state=t(PENALTY_STATES[row["code"]]).lower(), amount=formats.kronor(row["amount_ore"]))
        case "block":
            return t(BLOCKS[row["code"]])
    verdict = "" if row["verdict"] is None else t(VERDICTS[row["verdict"]])
    deadline = "" if row["deadline_on"] is None else t(DEADLINE, day=formats.day(row["deadline_on"]))
    return t(RECORDS[row["code"]]) + verdict + deadline

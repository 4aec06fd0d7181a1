"""One value of the audit log in words: codes and ids as what they stand for, öre as kronor."""

import re
from collections.abc import Mapping
from typing import Any

from dashboard import (
    change_words,
    decision_words,
    deviation_words,
    formats,
    plan_words,
    refusals,
    register_words,
    sanction_words,
)
from dashboard.roles import ROLE_NAMES
from dashboard.rules.escalation import obstacle_words
from dashboard.text import Language, Text

YES, NO = Text(sv="ja", en="yes"), Text(sv="nej", en="no")
REFUSALS = refusals.WORDS | obstacle_words.WORDS

# The words for the codes of a field. One name may stand in several tables, so each list is looked through.
CODES: dict[str, tuple[Mapping[Any, Text], ...]] = {
    "category": (deviation_words.CATEGORIES,),
    "code": (REFUSALS,),
    "codes": (REFUSALS,),
    "document_state": (deviation_words.DOCUMENT_STATES,),
    "event": (deviation_words.EVENTS,),
    "ground": (change_words.PARAGRAPHS,),
    "kind": (deviation_words.RECORDS, register_words.IMPORT_KINDS, decision_words.KINDS),
    "method": (register_words.METHODS,),
    "remedy": (deviation_words.REMEDIES,),
    "role": (ROLE_NAMES,),
    "roles": (ROLE_NAMES,),
    "severity": (deviation_words.SEVERITIES,),
    "stage": (plan_words.STAGES,),
    "state": (deviation_words.STATES, sanction_words.PENALTY_STATES, plan_words.STATES),
    "unit": (sanction_words.UNITS,),
    "way": (decision_words.STATES,),
}
# The fields that hold an id, and whose names say what it stands for.
NAMED = {
    "from": "supplier",
    "into": "supplier",
    "supplier_id": "supplier",
    "contract_id": "contract",
    "successor_id": "contract",
    "unit_id": "unit",
    "person_id": "person",
}

Names = Mapping[str, Mapping[int, str]]


def value_words(field: str, value: Any, language: Language, names: Names) -> str:
    """The value as people read it; `names` holds what ids are called, by `NAMED`."""
    if value is None or value == "" or value == []:
        return formats.NONE
    if isinstance(value, list):
        return ", ".join(value_words(field, one, language, names) for one in value)
    if isinstance(value, bool):
        return (YES if value else NO).in_language(language)
    if field in NAMED and isinstance(value, int):
        return names.get(NAMED[field], {}).get(value, str(value))
    if field.endswith("_ore") and isinstance(value, int):
        return formats.kronor(value, 2)
    found = next((words[value] for words in CODES.get(field, ()) if value in words), None)
    return str(value) if found is None else _plain(found.in_language(language))


def _plain(words: str) -> str:
    """The first sentence; what it would have been told of the case is left open."""
    return re.sub(r"\{\w+\}", "…", words.split(". ")[0].rstrip("."))

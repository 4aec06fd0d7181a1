"""Which roles may do a thing, in words: said on pages and in refusals."""

from dashboard.roles import ROLE_NAMES
from dashboard.rules.permissions import MAY
from dashboard.text import Language, Text

ONLY = Text(sv="Det här får bara den göra som är {roles}.", en="Only somebody who is {roles} may do this.")
OR = Text(sv="eller", en="or")


def who_may(act: str, language: Language = "sv") -> str:
    """The sentence that says which roles may do `act`. KeyError for an act nobody has thought of."""
    names = [words.in_language(language).lower() for code, words in ROLE_NAMES.items() if code in MAY[act]]
    roles = f"{', '.join(names[:-1])} {OR.in_language(language)} {names[-1]}" if len(names) > 1 else names[0]
    return ONLY.in_language(language, roles=roles)

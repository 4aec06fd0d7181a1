"""One reason why a move may not be made: a code for the log, and words that say what to do."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from dashboard.rules.escalation.obstacle_words import WORDS
from dashboard.text import Language, Text


@dataclass(frozen=True)
class Obstacle:
    """`values` fill the braces of `words`: numbers, days, words of their own, or several words."""

    code: str
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def words(self) -> Text:
        """The sentence, with braces."""
        return WORDS[self.code]

    def in_language(self, language: Language) -> str:
        """The whole sentence."""
        said = {name: said_in(value, language) for name, value in self.values.items()}
        return self.words.in_language(language, **said)


def said_in(value: object, language: Language) -> str:
    """One value as a reader sees it: days as 2026-11-22, several words with commas."""
    if isinstance(value, Text):
        return value.in_language(language)
    if isinstance(value, tuple):
        return ", ".join(said_in(part, language) for part in value)
    return value.isoformat() if isinstance(value, date) else str(value)

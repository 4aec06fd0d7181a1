"""Words for people, in both languages at once: a missing language cannot be written."""

from dataclasses import dataclass
from typing import Literal

Language = Literal["sv", "en"]


@dataclass(frozen=True)
class Text:
    """One phrase. Braces are filled by `in_language`, as in `str.format`."""

    sv: str
    en: str

    def in_language(self, language: Language, **values: object) -> str:
        """The phrase in `language`, with `values` set into its braces."""
        phrase = self.sv if language == "sv" else self.en
        return phrase.format(**values) if values else phrase

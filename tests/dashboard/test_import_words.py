"""Every code that a ledger import can give has words in both languages."""

import re
from pathlib import Path

import data_access
from dashboard.import_words import WORDS
from data_access.importers.report import CODES

FOLDER = Path(data_access.__file__).parent / "importers"
OTHERS = ("register", "uhm", "cpv", "options")


def test_every_code_has_words_and_no_words_lack_a_code() -> None:
    assert set(CODES) == WORDS.keys()


def test_every_code_given_anywhere_in_the_reader_is_in_the_list() -> None:
    files = [file for file in FOLDER.glob("*.py") if not file.stem.startswith(OTHERS)]
    given = {
        code
        for file in files
        for code in re.findall(
            r"(?:Refused|Problem|note|pl\.lit)\(\s*\"([a-z]+_[a-z_]+)\"", file.read_text(encoding="utf-8")
        )
    }

    assert len(given) > 30
    assert given <= set(CODES)


def test_words_differ_between_the_languages_and_hold_no_braces() -> None:
    assert [code for code, text in WORDS.items() if text.sv == text.en] == []
    assert [code for code, text in WORDS.items() if "{" in text.sv + text.en] == []

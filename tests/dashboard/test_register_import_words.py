"""Every code that a register import can give has words in both languages."""

import re
from pathlib import Path

import data_access
from dashboard import deviation_refusals
from dashboard.register_import_words import WORDS
from data_access.importers.register_problems import CODES

FOLDER = Path(data_access.__file__).parent
SOURCES = ("writes/merging.py", "writes/matching.py", "writes/contract_states.py")


def test_every_code_of_an_import_has_words() -> None:
    without = set(CODES) - WORDS.keys()

    assert without == set()


def test_every_reason_to_say_no_to_a_merge_or_a_match_has_words() -> None:
    raised = {
        code
        for source in SOURCES
        for code in re.findall(r"(?:Refused|Conflict)\(\"(\w+)\"", (FOLDER / source).read_text(encoding="utf-8"))
    }

    assert len(raised) > 8
    assert raised <= WORDS.keys() | deviation_refusals.WORDS.keys()


def test_every_code_noted_anywhere_in_the_readers_is_in_the_list() -> None:
    files = [
        *FOLDER.glob("importers/register*.py"),
        *(FOLDER / f"importers/{name}.py" for name in ("uhm", "cpv", "audit_results")),
    ]
    noted = {
        code
        for file in files
        for code in re.findall(
            r"(?:note|Found|Problem|Unreadable|_nothing)\((?:empty, )?\"(\w+)\"", file.read_text("utf-8")
        )
    }

    assert len(noted) > 15
    assert noted <= set(CODES)


def test_words_differ_between_the_languages() -> None:
    same = [code for code, text in WORDS.items() if text.sv == text.en]

    assert same == []

"""The paragraphs a change can rest on, in the order they are tried, and the answers there are."""

from enum import StrEnum

RULE_VERSION = "LOU (2016:1145) 17 kap 8–17 §§, lydelse t.o.m. SFS 2025:360"

CLAUSE, SMALL, EXTRA_ORDER, UNFORESEEN = "17:10", "17:9", "17:11", "17:12"
NEW_SUPPLIER, NOT_SUBSTANTIAL = "17:13", "17:14"
ORDER = (CLAUSE, SMALL, EXTRA_ORDER, UNFORESEEN, NEW_SUPPLIER, NOT_SUBSTANTIAL)  # after these: a new procurement

BY_HALF = (EXTRA_ORDER, UNFORESEEN)  # limited one by one, and to be announced (17:16)
BY_COUNSEL = (CLAUSE, NEW_SUPPLIER, NOT_SUBSTANTIAL)  # nothing in them can be computed


class Answer(StrEnum):
    """What is said of a change; always followed by legal counsel's own assessment."""

    ALLOWED = "allowed"
    PROBABLY_NOT = "probably_not"
    LEGAL = "needs_legal_assessment"
    UNKNOWN = "cannot_be_computed"


WORST_FIRST = (Answer.PROBABLY_NOT, Answer.UNKNOWN, Answer.LEGAL, Answer.ALLOWED)

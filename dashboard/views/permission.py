"""Only what a person may do is offered; otherwise the page says who may."""

from dashboard import person
from dashboard.language import language, t
from dashboard.layout import paragraph
from dashboard.people import Person
from dashboard.permission_words import who_may
from dashboard.rules.permissions import may
from dashboard.text import Text

SAY_WHO = Text(sv="Säg först vem du är, i fältet till vänster.", en="First say who you are, at the left.")


def permitted(act: str) -> Person | None:
    """The signed-in person where they may do `act`; else None, and a sentence says which roles may."""
    you = person.signed_in()
    if you is not None and may(you.roles, act):
        return you
    paragraph(who_may(act, language()) if you is not None else f"{who_may(act, language())} {t(SAY_WHO)}")
    return None

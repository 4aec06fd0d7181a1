"""Who is signed in: the one place that says so. Acts are given the person and ask nobody else.

To sign in with OIDC later only `signed_key` changes: it then gives the user name of the signed-in user.

Until somebody is registered (`luleaway people --add`) whoever sits at the machine acts as "lokal": may take files in,
merge suppliers and report deviations, as a procurement officer may, so that a new home can be filled. Steps and
sanctions have an owner by name, so they wait until people are registered; from then on nobody is "lokal".
"""

import os
from urllib.parse import unquote

import streamlit as st

from dashboard import session
from dashboard.data.people import people
from dashboard.people import Person
from dashboard.rules.permissions import OFFICER

COOKIE = "lw_person"  # the sample municipality's switch; anybody can write a cookie, so it counts nowhere else
VARIABLE = "LULEAWAY_PERSON"
CHOSEN = "person_key"  # in session_state, which only our own code can write
LOCAL = Person(None, "lokal", "Lokal användare", frozenset({OFFICER}))


def signed_in() -> Person | None:
    """The person who uses the app now; None where nobody has said who it is, or the key is nobody's here."""
    known = people(session.edition())
    return known.active.get(signed_key()) if known.is_anybody else LOCAL


def signed_key() -> str:
    """The key that signing in gives; empty where nobody is signed in."""
    return str(st.session_state.get(CHOSEN) or _from_cookie() or os.environ.get(VARIABLE, ""))


def _from_cookie() -> str:
    """Whom the sample municipality's switch has chosen."""
    edition = session.edition()
    key = unquote(st.context.cookies.get(COOKIE, "")) if edition.sample_on else ""
    return key if key in people(edition).invented else ""

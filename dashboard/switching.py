"""The server's part of the switch of invented people: remembers the choice in a cookie and leads back.

It works in the sample municipality only; elsewhere the address does not exist.
"""

from urllib.parse import quote, urlsplit

import streamlit as st
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from dashboard.not_found import is_known

A_MONTH = 30 * 24 * 3600


def switch_person(request: Request) -> Response:
    """Answers /byt-person?vem=KEY&till=/path. Anything but an invented person in a sample municipality is 404."""
    from dashboard.data import build, people  # imported here: most of a start is these imports, and they need not wait
    from dashboard.person import COOKIE
    from dashboard.person_switch import BACK_KEY, WHO_KEY

    who = request.query_params.get(WHO_KEY, "")
    if build.sample_day() is None or who not in people.read().invented:
        return PlainTextResponse("Sidan finns inte.", status_code=404)
    answer = RedirectResponse(local_path(request.query_params.get(BACK_KEY, "")), status_code=303)
    is_secure = request.url.scheme == "https"
    answer.set_cookie(COOKIE, quote(who, safe=""), A_MONTH, httponly=True, samesite="lax", secure=is_secure)
    answer.headers["cache-control"] = "no-store"
    return answer


def local_path(asked: str) -> str:
    """`asked` where it is one of our own pages, else the first page; never an address of another server."""
    base = f"/{st.get_option('server.baseUrlPath').strip('/')}".rstrip("/")
    is_plain = asked.isprintable() and "\\" not in asked and not asked.startswith("//")
    parts = urlsplit(asked) if is_plain and asked.startswith("/") else None
    if parts is None or parts.netloc or parts.scheme or not is_known(parts.path):
        return base or "/"
    return base + parts.path + (f"?{parts.query}" if parts.query else "")

"""The server around the app: the page's language, security headers and a sign of life at /healthz."""

import logging
import uuid
from pathlib import Path
from urllib.parse import parse_qs

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.faults import kind_and_place
from dashboard.not_found import is_known, not_found_html
from dashboard.switching import switch_person
from dashboard.text import Language
from dashboard.warming import warm_at_start

FOLDER = Path(__file__).resolve().parent
SCRIPTS = "".join(
    f"<script>{(FOLDER / 'static' / name).read_text(encoding='utf-8')}</script>" for name in ("links.js", "words.js")
)
HEADERS = {
    b"content-security-policy": b"default-src 'self'; script-src 'self' 'unsafe-inline'; "
    b"style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
    b"connect-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'self'; form-action 'self'; "
    b"frame-ancestors 'self'",
    b"x-content-type-options": b"nosniff",
    b"x-frame-options": b"SAMEORIGIN",
    b"referrer-policy": b"same-origin",
}
log = logging.getLogger("luleaway")


class PageShell:
    """Sets our headers on every answer, and the language, title and scripts on the page itself."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        scope["headers"] = _plain_page_headers(scope["headers"])
        await self.app(scope, receive, _Answer(scope, send))


class _Answer:
    """Passes an answer on; a page's start is held back until its body, and so its length, is known."""

    def __init__(self, scope: Scope, send: Send) -> None:
        is_english = parse_qs(scope["query_string"].decode()).get("lang") == ["en"]
        self.language: Language = "en" if is_english else "sv"
        self.path = str(scope["path"])
        self.send = send
        self.start: Message | None = None
        self.body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = [*message["headers"], *HEADERS.items()]
            if _is_page(message):
                self.start = message
                return
        elif self.start is not None:
            self.body += message.get("body", b"")
            if not message.get("more_body"):
                await self._send_page(self.start)
            return
        await self.send(message)

    async def _send_page(self, start: Message) -> None:
        base = f"/{st.get_option('server.baseUrlPath').strip('/')}".rstrip("/")
        if not is_known(self.path.removeprefix(base)):
            await self._send({**start, "status": 404}, not_found_html(self.language, base).encode())
            return
        body = self.body.replace(b'<html lang="en">', f'<html lang="{self.language}">'.encode(), 1)
        body = body.replace(b"<title>Streamlit</title>", "<title>Luleå Way</title>".encode(), 1)
        body = body.replace(b"</body>", SCRIPTS.encode() + b"</body>", 1)
        await self._send(start, body)

    async def _send(self, start: Message, body: bytes) -> None:
        headers = [(name, value) for name, value in start["headers"] if name != b"content-length"]
        await self.send({**start, "headers": [*headers, (b"content-length", str(len(body)).encode())]})
        await self.send({"type": "http.response.body", "body": body})


def _plain_page_headers(headers: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    """A page is asked for unpacked, because we change it on its way out; everything else may be packed."""
    is_page = any(name == b"accept" and b"text/html" in value for name, value in headers)
    return [pair for pair in headers if pair[0] != b"accept-encoding"] if is_page else headers


def _is_page(message: Message) -> bool:
    return any(name == b"content-type" and value.startswith(b"text/html") for name, value in message["headers"])


async def health(_request: Request) -> PlainTextResponse:
    """Says that the server answers."""
    return PlainTextResponse("ok")


def show_error(error: Exception) -> bool:
    """Tells the visitor that something failed and gives a number to look for in the log; shows no details."""
    number = uuid.uuid4().hex[:8]
    log.error("error %s on a page: %s", number, kind_and_place(error))
    st.html(
        f"<div class='lw-error' role='alert'>Något gick fel på den här sidan. Felnummer {number}. "
        f"<span lang='en'>Something failed on this page. Error number {number}.</span></div>"
    )
    return True


app = st.App(
    FOLDER / "app.py",
    lifespan=warm_at_start,
    middleware=[Middleware(PageShell)],
    routes=[
        Route("/healthz", health),
        Route("/byt-person", switch_person),
        Route("/{base:path}/byt-person", switch_person),  # where the app does not live at the root
    ],
    on_script_error=show_error,
)

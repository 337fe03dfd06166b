"""What stands before every request: a limit on its size, and headers on the answer."""

from collections.abc import MutableMapping
from typing import Any
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

BODY_BYTES = 100_000
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


class SafeHeaders:
    """Adds the headers that keep browsers from guessing, framing and telling."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, with_headers)


class SameOrigin:
    """Refuses what a page from elsewhere sends, should a browser ever let it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "http":
            headers = Headers(scope=scope)
            origin = headers.get("origin")
            if origin is not None and urlsplit(origin).netloc != headers.get("host"):
                await _other_origin()(scope, receive, send)
                return
        await self._app(scope, receive, send)


class BodyTooLarge(Exception):
    """A body went on beyond its limit."""


class BodyLimit:
    """Refuses a body of more than `BODY_BYTES`, whatever its header says."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if _declared(scope) > BODY_BYTES:
            await _refusal()(scope, receive, send)
            return
        received = 0
        started = False

        async def limited() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > BODY_BYTES:
                raise BodyTooLarge
            return message

        async def noted(message: MutableMapping[str, Any]) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self._app(scope, limited, noted)
        except BodyTooLarge:
            if started:
                raise
            await _refusal()(scope, receive, send)


def _declared(scope: Scope) -> int:
    length = Headers(scope=scope).get("content-length", "0")
    return int(length) if length.isdecimal() else 0


def _other_origin() -> JSONResponse:
    message = "Pages from elsewhere may not ask here: open /graphql on this server."
    error = {"message": message, "extensions": {"code": "OTHER_ORIGIN"}}
    return JSONResponse({"data": None, "errors": [error]}, status_code=403)


def _refusal() -> JSONResponse:
    message = f"The request is larger than {BODY_BYTES} bytes: ask for less at once."
    error = {"message": message, "extensions": {"code": "LIMIT_EXCEEDED"}}
    return JSONResponse({"data": None, "errors": [error]}, status_code=413)

"""The GraphQL page: GraphiQL from our own files, so that it works without internet."""

import json
from importlib.resources import as_file, files
from typing import cast

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from starlette.requests import Request
from starlette.responses import HTMLResponse
from strawberry.fastapi import GraphQLRouter

from api.contexts import Context

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src data:;"
    " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none';"
    " frame-ancestors 'none'"
)
"""What the page may load: nothing from any other host."""


class PagedRouter(GraphQLRouter[Context, None]):
    """The GraphQL endpoint; a browser that opens it sees the page."""

    def decode_json(self, data: str | bytes) -> object:
        """Return the body, which is an object for one operation.

        Raises:
            json.JSONDecodeError: it is something else; the caller is told so.
        """
        try:
            body: object = json.loads(data)
        except RecursionError as error:
            raise json.JSONDecodeError("The body is too deep", "", 0) from error
        if not isinstance(body, dict | list):
            raise json.JSONDecodeError("The body is no JSON object", str(data), 0)
        return cast("object", body)

    def encode_json(self, data: object) -> bytes:
        """Return the answer with Chinese as it is, not escaped."""
        return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()

    async def render_graphql_ide(self, request: Request) -> HTMLResponse:  # noqa: ARG002 - theirs
        """Return our page instead of the one that loads itself from elsewhere."""
        return HTMLResponse(page(), headers={"Content-Security-Policy": POLICY})


def page() -> str:
    """Return the HTML of the page."""
    return files("api").joinpath("static", "graphiql", "index.html").read_text(encoding="utf-8")


def add_static_files(app: FastAPI) -> None:
    """Serve the files of the page under /static."""
    with as_file(files("api").joinpath("static")) as folder:
        app.mount("/static", StaticFiles(directory=folder), name="static")

"""The ASGI application of the centre."""

from __future__ import annotations

import json
import logging
from typing import Final

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from icjims_core.problem import Problem
from icjims_sync_server.api import handlers, openapi, problems
from icjims_sync_server.api.host import Host
from icjims_sync_server.api.routes import TABLE

_log: Final = logging.getLogger("icjims.centre")
_CODES: Final = {404: "not_found", 405: "method_not_allowed"}


def application(host: Host) -> Starlette:
    """The application for one running centre."""
    written = json.dumps(openapi.document(), ensure_ascii=False).encode()

    async def described(_request: Request) -> Response:
        return Response(written, media_type="application/json")

    # Routes are tried in turn: the one that nearly every request is for comes first.
    table = sorted(TABLE, key=lambda each: each.handler is not handlers.sync)
    routes = [Route(each.path, each.handler, methods=[each.method]) for each in table]
    app = Starlette(
        routes=[*routes, Route("/openapi.json", described, methods=["GET"])],
        exception_handlers={Problem: handlers.problem, HTTPException: _refused, 500: _failed},
    )
    app.router.redirect_slashes = False
    app.state.host = host
    return app


def _refused(_request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    allowed = error.headers if isinstance(error, HTTPException) else None
    return problems.document(_CODES.get(status, "bad_request"), status, {}, allowed)


def _failed(request: Request, error: Exception) -> Response:
    """An unforeseen failure: its place goes to the log of the centre, nothing of it to the client."""
    _log.error("%s %s failed", request.method, request.url.path, exc_info=error)
    return problems.document("internal", 500, {}, {"Connection": "close"})

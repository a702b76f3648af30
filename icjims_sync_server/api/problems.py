"""Problems as HTTP answers (RFC 9457): a status, a stable code, parameters, and nothing of our insides."""

from __future__ import annotations

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Final

from starlette.responses import Response

from icjims_core.problem import Broken, Parameter, Problem

MEDIA_TYPE: Final = "application/problem+json"

STATUS: Final[Mapping[str, int]] = {
    "bad_signature": 401,
    "clock_skew": 401,
    "replay": 401,
    "unknown_author": 401,
    "unknown_device": 401,
    "bad_ticket": 403,
    "device_revoked": 403,
    "device_suspended": 403,
    "other_device": 403,
    "may_not_read_log": 403,
    "other_office": 403,
    "pending_approval": 403,
    "user_disabled": 403,
    "no_such_feed": 404,
    "not_found": 404,
    "method_not_allowed": 405,
    "timeout": 408,
    "length_required": 411,
    "bomb": 413,
    "too_large": 413,
    "uri_too_long": 414,
    "unsupported_encoding": 415,
    "unsupported_media_type": 415,
    "unsupported_protocol": 426,
    "headers_too_large": 431,
    "internal": 500,
    "database_unavailable": 503,
}
"""Status of each code; every other known failure is 400."""


def status_of(problem: Problem) -> int:
    """The HTTP status of a known failure."""
    return STATUS.get(problem.code, 400 if problem.exit_code in (Problem.exit_code, Broken.exit_code) else 503)


def answer(problem: Problem, **headers: str) -> Response:
    """The answer to a known failure."""
    return document(problem.code, status_of(problem), problem.params, headers)


def document(
    code: str, status: int, params: Mapping[str, Parameter], headers: Mapping[str, str] | None = None
) -> Response:
    """A problem document."""
    body = {
        "type": f"urn:icjims:problem:{code}",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "code": code,
        "params": dict(params),
    }
    kept = dict(headers or {})
    if status == HTTPStatus.SERVICE_UNAVAILABLE:
        kept["Retry-After"] = "5"
    return Response(json.dumps(body, ensure_ascii=False).encode(), status, kept, MEDIA_TYPE)

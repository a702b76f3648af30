"""What an unexpected answer means: a problem of the centre, a sign-in page of a network, or a stranger."""

from __future__ import annotations

import socket
import ssl
from typing import Final

import httpx
import msgspec

from icjims_core.problem import Parameter, Problem, Refused, Unreachable

PROBLEM_TYPE: Final = "application/problem+json"
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_BUSY: Final = frozenset({408, 425, 429, 502, 503, 504})


class _Document(msgspec.Struct):
    """A problem document (RFC 9457) as the centre writes it."""

    code: str
    params: dict[str, str | int | bool | None] = {}


def problem_of_answer(answer: httpx.Response, body: bytes) -> Problem:
    """The problem in an answer that is not what was asked for; nothing was changed by it."""
    status = answer.status_code
    kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == PROBLEM_TYPE:
        return _of_document(status, body)
    if status in _REDIRECTS:
        return Unreachable("portal", status=status, where=answer.headers.get("location", "")[:200])
    if status == 407:
        return Unreachable("proxy_sign_in", status=status)
    if status == 511 or kind == "text/html":
        return Unreachable("portal", status=status)
    if status in _BUSY:
        return Unreachable("centre_busy", status=status)
    if status >= 500:
        return Unreachable("centre_failed", status=status)
    return Unreachable("not_the_centre", status=status, type=kind[:100])


def _of_document(status: int, body: bytes) -> Problem:
    try:
        document = msgspec.json.decode(body, type=_Document)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return Unreachable("not_the_centre", status=status, type=PROBLEM_TYPE)
    params: dict[str, Parameter] = dict(document.params)
    if status in _BUSY:
        return Unreachable("centre_busy", **params | {"status": status, "reason": document.code})
    if status >= 500:
        return Unreachable("centre_failed", **params | {"status": status, "reason": document.code})
    return Refused(document.code, **params)


def problem_of_failure(failure: httpx.TransportError) -> Unreachable:
    """The problem behind a connection that failed."""
    if isinstance(failure, httpx.ConnectTimeout):
        return Unreachable("no_connection", reason="timeout")
    if isinstance(failure, httpx.TimeoutException):
        return Unreachable("stalled")
    for cause in _causes(failure):
        if isinstance(cause, ssl.SSLCertVerificationError):
            return Unreachable("foreign_certificate", reason=cause.verify_message)
        if isinstance(cause, socket.gaierror):
            return Unreachable("no_connection", reason="name")
        if isinstance(cause, ssl.SSLError) and isinstance(failure, httpx.ConnectError):
            return Unreachable("not_the_centre", reason="tls")
    if isinstance(failure, httpx.ConnectError):
        return Unreachable("no_connection", reason="refused")
    if isinstance(failure, httpx.RemoteProtocolError) and "illegal" in str(failure):
        return Unreachable("not_the_centre", reason="http")
    return Unreachable("connection_lost")


def _causes(failure: BaseException) -> list[BaseException]:
    found: list[BaseException] = []
    cause: BaseException | None = failure
    while cause is not None and cause not in found:
        found.append(cause)
        cause = cause.__cause__ or cause.__context__
    return found

"""Requests before anything is read out of them: sizes, types, encodings, time to arrive."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Final

from starlette.requests import ClientDisconnect, Request

from icjims_core.problem import Broken, Refused

MAX_HEADER_BYTES: Final = 16 << 10
MAX_HEADERS: Final = 100
MAX_TARGET_BYTES: Final = 4 << 10
MAX_JSON_BYTES: Final = 512 << 10
MAX_STRANGER_BYTES: Final = 16 << 10
"""What is held of a body before its sender has shown to be a device."""
STALL_SECONDS: Final = 30.0
BODY_SECONDS: Final = 30 * 60.0


def check_head(request: Request) -> None:
    """Raises `Refused` for headers or an address beyond any honest size."""
    raw = request.scope["headers"]
    if len(raw) > MAX_HEADERS or sum(len(name) + len(value) + 4 for name, value in raw) > MAX_HEADER_BYTES:
        raise Refused("headers_too_large")
    if len(request.scope["raw_path"]) + len(request.scope["query_string"]) > MAX_TARGET_BYTES:
        raise Refused("uri_too_long")


def headers_of(request: Request) -> Mapping[str, str]:
    """Headers by lower-case name, repeated ones joined as RFC 9421 §2.1 says."""
    found: dict[str, str] = {}
    for name, value in request.scope["headers"]:
        key, text = name.decode("latin-1"), value.decode("latin-1").strip()
        found[key] = f"{found[key]}, {text}" if key in found else text
    return found


async def read(request: Request, headers: Mapping[str, str], media_type: str, limit: int) -> bytes:
    """The body, of this type and no larger than `limit` bytes; refused before more than that is held.

    Raises `Refused`: `unsupported_media_type`, `unsupported_encoding`, `timeout`, `bad_schema` (the sender went away);
    `Broken("too_large")`.
    """
    check_form(headers, media_type, limit)
    try:
        return await _collect(request, limit)
    except TimeoutError:
        raise Refused("timeout") from None
    except ClientDisconnect:
        raise Refused("bad_schema") from None


def check_form(headers: Mapping[str, str], media_type: str, limit: int) -> None:
    """Raises what `read` raises of type, encoding and declared size."""
    _check_type(headers.get("content-type", ""), media_type)
    if headers.get("content-encoding", "identity").lower() != "identity":
        raise Refused("unsupported_encoding")
    declared = headers.get("content-length")
    if declared is not None and (not declared.isdigit() or len(declared) > 15 or int(declared) > limit):
        raise Broken("too_large", what="body", limit=limit)


async def _collect(request: Request, limit: int) -> bytes:
    """Every chunk must come within the stall limit, all of them within the limit for a body."""
    now = asyncio.get_running_loop().time
    end = now() + BODY_SECONDS
    body = bytearray()
    async with asyncio.timeout_at(now() + STALL_SECONDS) as deadline:
        async for chunk in request.stream():
            body += chunk
            if len(body) > limit:
                raise Broken("too_large", what="body", limit=limit)
            deadline.reschedule(min(end, now() + STALL_SECONDS))
    return bytes(body)


def _check_type(sent: str, media_type: str) -> None:
    name, _, parameters = sent.partition(";")
    parameters = parameters.strip().lower()
    allowed = ("", "charset=utf-8", 'charset="utf-8"') if media_type == "application/json" else ("",)
    if name.strip().lower() != media_type or parameters not in allowed:
        raise Refused("unsupported_media_type")

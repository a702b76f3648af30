"""The table of routes: from it the application is built, and the OpenAPI document is written."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final, Literal

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from icjims_core import wire
from icjims_sync_server.api import handlers

Schema = dict[str, object]


@dataclass(frozen=True, slots=True)
class Answer:
    """The body of a success."""

    media_type: str
    schema: Schema


@dataclass(frozen=True, slots=True)
class Described:
    """One operation: how it is reached, what it takes, what it gives, how it can fail."""

    method: Literal["GET", "POST"]
    path: str
    handler: Callable[[Request], Awaitable[Response]]
    summary: str
    answer: Answer
    signed: bool
    body: type[msgspec.Struct] | Answer | None = None
    failures: tuple[int, ...] = ()
    query: tuple[tuple[str, Schema], ...] = ()
    authored: bool = False
    """Signed by a person too, in the header `Icjims-Author`."""


def _object(**properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "required": sorted(properties)}


def _list(items: Schema, **more: object) -> Schema:
    return {"type": "array", "items": items, **more}


_TEXT: Final[Schema] = {"type": "string"}
_COUNT: Final[Schema] = {"type": "integer", "minimum": 0, "maximum": 2**53 - 1}
_HASH: Final[Schema] = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
_ID: Final[Schema] = {"type": "string", "pattern": "^[0-9a-f]{32}$"}
_KEY: Final[Schema] = {"type": "string", "pattern": "^[A-Za-z0-9_-]{43}$"}
_OCTETS: Final = Answer("application/octet-stream", {"type": "string", "format": "binary"})
_FRAMES: Final = Answer(wire.MEDIA_TYPE, {"type": "string", "format": "binary"})

_ENROLLED: Final = _object(
    state={"enum": ["active", "pending"]},
    device=_ID,
    user=_object(id=_ID, login=_TEXT, name=_TEXT, role=_TEXT),
    office=_object(code=_TEXT, name=_TEXT),
    centre_key=_KEY,
    centre_sealing_key=_KEY,
)
_BUCKET: Final[Schema] = {"type": "array", "prefixItems": [_COUNT, _HASH], "minItems": 2, "maxItems": 2}
_BUCKETS: Final = _object(epoch=_ID, position=_COUNT, buckets=_list(_BUCKET, minItems=256, maxItems=256))

_LOG_EVENT: Final[Schema] = {
    "type": "object",
    "properties": {"at": {"type": "integer"}, "author": _TEXT, "device": _ID, "event": _TEXT},
    "required": ["at", "author", "device"],
}
_LOG: Final = _object(events=_list(_LOG_EVENT), next={"type": ["string", "null"]})
_LOG_QUERY: Final[tuple[tuple[str, Schema], ...]] = (
    ("case", {"type": "string", "format": "uuid"}),
    ("of", {"type": "string", "minLength": 1, "maxLength": 200}),
    ("from", _COUNT),
    ("to", _COUNT),
    ("after", {"type": "string", "pattern": r"^(a[0-9]{1,15}(\.[0-9]{1,6})?|r[0-9]{1,15})$"}),
)

_OF_SIGNED: Final = (400, 401, 403, 414, 431)
_OF_BODY: Final = (408, 413, 415)

TABLE: Final = (
    Described(
        "GET",
        "/v1/health",
        handlers.health,
        "Whether the centre and its database answer",
        Answer("application/json", _object(status={"const": "ok"})),
        signed=False,
    ),
    Described(
        "GET",
        "/v1/ca",
        handlers.ca,
        "Certificate of the centre's own authority (PEM); compare its key with the pin in the ticket",
        Answer("application/x-pem-file", _TEXT),
        signed=False,
    ),
    Described(
        "POST",
        "/v1/enrolments",
        handlers.enrolments,
        "Change a ticket for a place in the directory; signed with the key that is being enrolled",
        Answer("application/json", _ENROLLED),
        signed=True,
        body=handlers.EnrolmentRequest,
        failures=_OF_BODY,
    ),
    Described(
        "POST",
        "/v1/sync",
        handlers.sync,
        "One session: frames of Hello and Push; answered by frames of Welcome, Results, Page and Closing",
        _FRAMES,
        signed=True,
        body=_FRAMES,
        failures=_OF_BODY,
    ),
    Described(
        "POST",
        "/v1/bundles",
        handlers.bundles,
        "One part of a bundle that is sealed to the centre; answered by frames with one Results",
        _FRAMES,
        signed=True,
        body=_OCTETS,
        failures=_OF_BODY,
    ),
    Described(
        "POST",
        "/v1/acts/known",
        handlers.known,
        "Which of these acts of the device's own replicas the centre holds",
        Answer("application/json", _object(known=_list(_HASH))),
        signed=True,
        body=handlers.ActsRequest,
        failures=_OF_BODY,
    ),
    Described(
        "GET",
        "/v1/feeds/{feed}/buckets",
        handlers.buckets,
        "Count and sum of the counted leaves of a feed by first byte",
        Answer("application/json", _BUCKETS),
        signed=True,
        failures=(404,),
    ),
    Described(
        "GET",
        "/v1/feeds/{feed}/buckets/{bucket:int}",
        handlers.bucket,
        "The counted leaves of a feed with this first byte",
        Answer("application/json", _object(leaves=_list(_HASH))),
        signed=True,
        failures=(404,),
    ),
    Described(
        "POST",
        "/v1/feeds/{feed}/acts",
        handlers.acts,
        "Frames of Page with the acts that hold these leaves of a feed",
        _FRAMES,
        signed=True,
        body=handlers.LeavesRequest,
        failures=(404, *_OF_BODY),
    ),
    Described(
        "GET",
        "/v1/log",
        handlers.log,
        "A page of the audit stream, as far as the person who signs beside the device may read it; times in ms",
        Answer("application/json", _LOG),
        signed=True,
        query=_LOG_QUERY,
        authored=True,
    ),
)


def failures_of(described: Described) -> tuple[int, ...]:
    """Statuses of the problems that an operation may answer with."""
    return tuple(sorted({*described.failures, *(_OF_SIGNED if described.signed else ()), 503}))

"""The handlers of the routes: read, authenticate, call one service, answer."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from typing import Annotated, Final, TypeVar

import msgspec
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from icjims_core import request_signature, wire
from icjims_core.problem import Problem, Refused
from icjims_core.request_signature import Signature
from icjims_sync_server.api import bodies, log_query, problems, strict_json
from icjims_sync_server.api.authentication import authenticate, check_device, target_of
from icjims_sync_server.api.host import Host, host_of
from icjims_sync_server.services.administration import enrolment
from icjims_sync_server.services.administration.enrolment import Application
from icjims_sync_server.services.exchange import carrying, frames, pulling, sessions
from icjims_sync_server.services.exchange.pulling import Point
from icjims_sync_server.services.exchange.sessions import Session
from icjims_sync_server.services.safekeeping import repair
from icjims_sync_server.services.safekeeping.repair import Membership
from icjims_sync_server.services.scope import log_reading

JSON: Final = "application/json"
OCTETS: Final = "application/octet-stream"
T = TypeVar("T", bound=msgspec.Struct)
_GREETING_BYTES: Final = 2048
_NO_STORE: Final = {"Cache-Control": "no-store"}

Leaf = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]


class EnrolmentRequest(msgspec.Struct, forbid_unknown_fields=True):
    """Body of POST /v1/enrolments."""

    code: Annotated[str, msgspec.Meta(max_length=100)]
    device_name: Annotated[str, msgspec.Meta(max_length=300)]
    signing_key: Annotated[str, msgspec.Meta(max_length=44)]
    sealing_key: Annotated[str, msgspec.Meta(max_length=44)]
    author_key: Annotated[str, msgspec.Meta(max_length=44)]
    user_sealing_key: Annotated[str, msgspec.Meta(max_length=44)] | None = None


class ActsRequest(msgspec.Struct, forbid_unknown_fields=True):
    """Body of POST /v1/acts/known."""

    acts: Annotated[list[Leaf], msgspec.Meta(max_length=4096)]


class LeavesRequest(msgspec.Struct, forbid_unknown_fields=True):
    """Body of POST /v1/feeds/{feed}/acts."""

    leaves: Annotated[list[Leaf], msgspec.Meta(max_length=repair.MAX_ASKED)]


async def health(request: Request) -> Response:
    """Whether the centre and its database answer."""
    host = host_of(request)

    def work() -> None:
        with host.centre.database.read() as connection:
            sessions.check_readable(connection)

    await host.run(work)
    return _json({"status": "ok"})


async def ca(request: Request) -> Response:
    """The certificate of the centre's own authority."""
    return Response(host_of(request).ca_certificate, media_type="application/x-pem-file", headers=_NO_STORE)


async def enrolments(request: Request) -> Response:
    """Change a ticket for a place in the directory."""
    host = host_of(request)
    bodies.check_head(request)
    headers = bodies.headers_of(request)
    body = await bodies.read(request, headers, JSON, bodies.MAX_STRANGER_BYTES)

    def work() -> dict[str, object]:
        asked = _structure(body, EnrolmentRequest)
        application = Application(
            asked.code,
            asked.device_name,
            _key(asked.signing_key),
            _key(asked.sealing_key),
            _key(asked.author_key),
            None if asked.user_sealing_key is None else _key(asked.user_sealing_key),
        )
        signature = authenticate(host.centre, host.nonces, request, headers, body)
        if signature.key != application.signing_key:
            raise Refused("bad_signature", what="keyid")
        return _enrolled(host, enrolment.enrol(host.centre, application))

    return _json(await host.run(work))


def _enrolled(host: Host, enrolled: enrolment.Enrolled) -> dict[str, object]:
    device, account = enrolled.device, enrolled.account
    if device.state in ("revoked", "suspended"):
        raise Refused(f"device_{device.state}")
    return {
        "state": device.state,
        "device": device.id.hex(),
        "user": {"id": account.id.hex(), "login": account.login, "name": account.name, "role": account.role},
        "office": {"code": device.office, "name": enrolled.office_name},
        "centre_key": _base64(host.centre.keys.public),
        "centre_sealing_key": _base64(host.centre.keys.sealing_public),
    }


async def sync(request: Request) -> Response:
    """One session: what the device pushes, what it lacks."""
    host = host_of(request)
    bodies.check_head(request)
    headers = bodies.headers_of(request)
    body = await _body_of_device(host, request, headers, wire.MEDIA_TYPE, wire.MAX_BODY_BYTES)

    signature: Signature | None = None
    session: Session | None = None
    if host.centre.database.is_sqlite and len(body) <= _GREETING_BYTES:
        # A greeting on SQLite is answered in less time than it takes to hand it to another thread.
        signature = authenticate(host.centre, host.nonces, request, headers, body)
        session = _greeted(host, signature, body)
    if session is None:
        session = await host.run(lambda: _session(host, request, headers, body, signature))
    elif session.done:
        return _frames(session.opening + b"".join(session.rest()))
    rest = session.rest()
    first = session.opening + await host.run(lambda: next(rest))
    if session.done:
        return _frames(first + b"".join(rest))
    return StreamingResponse(_streamed(host, first, rest), media_type=wire.MEDIA_TYPE, headers=_NO_STORE)


async def _body_of_device(
    host: Host, request: Request, headers: Mapping[str, str], media_type: str, limit: int
) -> bytes:
    """The body; before more of it is held than a stranger may send, the sender must have signed as a device."""
    declared = headers.get("content-length", "")
    if not (declared.isascii() and declared.isdigit() and int(declared[:16]) <= bodies.MAX_STRANGER_BYTES):
        bodies.check_form(headers, media_type, limit)
        await host.run(lambda: check_device(host.centre, request, headers))
    return await bodies.read(request, headers, media_type, limit)


def _frames(body: bytes) -> Response:
    return Response(body, media_type=wire.MEDIA_TYPE, headers=_NO_STORE)


def _greeted(host: Host, signature: Signature, body: bytes) -> Session | None:
    hello, acts = frames.read_request(body)
    return None if acts else sessions.greeted(host.centre, signature.key, hello, host.seen)


def _session(
    host: Host, request: Request, headers: Mapping[str, str], body: bytes, signature: Signature | None
) -> Session:
    found = signature or authenticate(host.centre, host.nonces, request, headers, body)
    hello, acts = frames.read_request(body)
    return sessions.answer(host.centre, found.key, hello, acts, host.seen)


async def _streamed(host: Host, first: bytes, rest: Iterator[bytes]) -> AsyncIterator[bytes]:
    """Each frame is made when the one before was taken, so a slow receiver costs no memory."""
    yield first
    while True:
        try:
            data = await host.run(lambda: next(rest, None))
        except Problem as problem:
            yield frames.frame(wire.Failure(problem.code))
            return
        if data is None:
            return
        yield data


async def bundles(request: Request) -> Response:
    """A box sealed to the centre that a workstation carried here on a stick."""
    host = host_of(request)
    bodies.check_head(request)
    headers = bodies.headers_of(request)
    body = await _body_of_device(host, request, headers, OCTETS, carrying.MAX_BOX_BYTES)

    def work() -> bytes:
        signature = authenticate(host.centre, host.nonces, request, headers, body)
        return frames.frame(carrying.take_box(host.centre, signature.key, body))

    return Response(await host.run(work), media_type=wire.MEDIA_TYPE, headers=_NO_STORE)


async def known(request: Request) -> Response:
    """Which of these acts of the device's own replicas the centre holds."""
    host = host_of(request)
    bodies.check_head(request)
    headers = bodies.headers_of(request)
    body = await _body_of_device(host, request, headers, JSON, bodies.MAX_JSON_BYTES)

    def work() -> dict[str, object]:
        signature = authenticate(host.centre, host.nonces, request, headers, body)
        asked = _structure(body, ActsRequest)
        with host.centre.database.read() as connection:
            asker = pulling.asker(connection, signature.key)
            found = sessions.known_acts(connection, asker.device, [bytes.fromhex(act) for act in asked.acts])
        return {"known": [act.hex() for act in found]}

    return _json(await host.run(work))


async def buckets(request: Request) -> Response:
    """Count and sum of the leaves of a feed by first byte."""
    host = host_of(request)

    def use(point: Point, member: Membership) -> dict[str, object]:
        return {"epoch": host.centre.epoch.hex(), "position": point.position, "buckets": member.buckets()}

    return await _of_feed(request, use)


async def bucket(request: Request) -> Response:
    """The leaves of a feed with this first byte."""
    number = request.path_params["bucket"]
    if not 0 <= number < repair.BUCKETS:
        raise Refused("not_found")
    return await _of_feed(request, lambda _point, member: {"leaves": member.bucket(number)})


async def _of_feed(request: Request, use: Callable[[Point, Membership], dict[str, object]]) -> Response:
    host = host_of(request)
    bodies.check_head(request)
    headers = bodies.headers_of(request)

    def work() -> dict[str, object]:
        signature = authenticate(host.centre, host.nonces, request, headers, None)
        with host.centre.database.read() as connection:
            mine = pulling.asker(connection, signature.key)
            point = repair.find(mine.points, request.path_params["feed"])
            return use(point, host.memberships.of(connection, point))

    return _json(await host.run(work))


async def acts(request: Request) -> Response:
    """The acts that hold these leaves of a feed."""
    host = host_of(request)
    bodies.check_head(request)
    headers = bodies.headers_of(request)
    body = await _body_of_device(host, request, headers, JSON, bodies.MAX_JSON_BYTES)

    def work() -> bytes:
        signature = authenticate(host.centre, host.nonces, request, headers, body)
        asked = _structure(body, LeavesRequest)
        with host.centre.database.read() as connection:
            mine = pulling.asker(connection, signature.key)
            point = repair.find(mine.points, request.path_params["feed"])
            member = host.memberships.of(connection, point)
            leaves = [bytes.fromhex(leaf) for leaf in asked.leaves]
            pages = repair.pages(connection, member, point, host.centre.epoch, leaves)
            return b"".join(frames.frame(page) for page in pages)

    return Response(await host.run(work), media_type=wire.MEDIA_TYPE, headers=_NO_STORE)


async def log(request: Request) -> Response:
    """One page of the audit stream, for the person who signs beside the device."""
    host = host_of(request)
    bodies.check_head(request)
    headers = bodies.headers_of(request)

    def work() -> dict[str, object]:
        signature = authenticate(host.centre, host.nonces, request, headers, None)
        url = target_of(request)
        author = request_signature.check_author(headers, signature, method=request.method, url=url)
        asked = log_query.read(request.scope["query_string"])
        return log_reading.read(host.centre, signature.key, author, asked)

    return _json(await host.run(work))


def _structure(body: bytes, kind: type[T]) -> T:
    try:
        return msgspec.convert(strict_json.loads(body), kind)
    except msgspec.ValidationError as error:
        raise Refused("bad_schema", what=str(error)[:200]) from None


def _key(text: str) -> bytes:
    try:
        key = base64.b64decode(text.rstrip("=") + "=" * (-len(text.rstrip("=")) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        raise Refused("bad_key") from None
    if len(key) != 32:
        raise Refused("bad_key")
    return key


def _base64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _json(value: dict[str, object]) -> Response:
    return Response(json.dumps(value, ensure_ascii=False).encode(), media_type=JSON, headers=_NO_STORE)


def problem(_request: Request, error: Exception) -> Response:
    """Any known failure as its document; what was not read of the body is not waited for."""
    if not isinstance(error, Problem):
        raise error
    return problems.answer(error, Connection="close")

"""Signed HTTP requests to the one trusted centre, answers as a stream of frames, every failure a known problem."""

from __future__ import annotations

import functools
import hashlib
import json
import ssl
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

import httpx
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from icjims_core import request_signature, wire
from icjims_core.problem import Broken, Problem, Refused, Unreachable
from icjims_desktop.sync.answers import problem_of_answer, problem_of_failure
from icjims_desktop.sync.connection import Transport
from icjims_desktop.sync.ports import JSON_TYPE, Moved, nobody

STALL_SECONDS: Final = 30.0
"""How long no byte may move before a request is given up; there is no limit on a whole request."""
CONNECT_SECONDS: Final = 10.0
MAX_JSON_BYTES: Final = 16 << 20
_CHUNK: Final = 64 << 10
_address: Final = functools.lru_cache(64)(httpx.URL)
_LOOPBACK: Final = frozenset({"127.0.0.1", "::1", "localhost"})


@dataclass(frozen=True, slots=True)
class Centre:
    """Where the centre is and whom to believe: its address, its certificate authority (PEM; empty: no TLS, loopback)
    and its signing key (32 bytes; empty before enrolment)."""

    url: str
    authority: str
    key: bytes = b""

    def __post_init__(self) -> None:
        """Refuse an address that could not be trusted; raises `Refused("insecure_centre")` or `Refused("bad_url")`."""
        check_url(self.url, secure=bool(self.authority))


def check_url(url: str, *, secure: bool) -> str:
    """The address as it is sent and signed: small letters, no usual port, no slash at its end.

    Raises `Refused` for anything but https, or http on loopback.
    """
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except (ValueError, httpx.InvalidURL):
        raise Refused("bad_url", value=url[:200]) from None
    if not url.isascii() or parts.query or parts.fragment or parts.username or not host or parts.path.strip("/"):
        raise Refused("bad_url", value=url[:200])
    if parts.scheme != ("https" if secure else "http") or (not secure and host not in _LOOPBACK):
        raise Refused("insecure_centre", value=url[:200])
    return str(httpx.URL(url)).rstrip("/")


def key_pin(certificate_pem: str) -> str:
    """SHA-256 of the certificate's public key (SubjectPublicKeyInfo) in hexadecimal; raises `Broken`."""
    try:
        certificate = x509.load_pem_x509_certificate(certificate_pem.encode())
        spki = certificate.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    except (ValueError, TypeError):
        raise Broken("bad_certificate") from None
    return hashlib.sha256(spki).hexdigest()


def trust_only(authority: str) -> ssl.SSLContext:
    """TLS 1.3 towards certificates of this authority alone; raises `Broken("bad_certificate")`."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    try:
        context.load_verify_locations(cadata=authority)
    except (ssl.SSLError, ValueError):
        raise Broken("bad_certificate") from None
    return context


class Link:
    """A kept connection to the centre that signs as one device.

    `clock` gives seconds since 1970, `random` that many unguessable bytes. Lives in one event loop; `close` when done.
    """

    def __init__(
        self,
        centre: Centre,
        signing_key: Ed25519PrivateKey,
        clock: Callable[[], float],
        random: Callable[[int], bytes],
        *,
        stall_seconds: float = STALL_SECONDS,
    ) -> None:
        self.centre = centre
        self.clock_offset = 0
        """Seconds that the centre's clock is ahead, as far as a refused signature made it known."""
        self._key, self._clock, self._random = signing_key, clock, random
        self._public = signing_key.public_key().public_bytes_raw()
        self._base = check_url(centre.url, secure=bool(centre.authority))
        timeout = httpx.Timeout(stall_seconds, connect=min(CONNECT_SECONDS, stall_seconds), pool=None)
        self._extensions = {"timeout": timeout.as_dict()}
        self._always = {"host": urlsplit(self._base).netloc, "accept-encoding": "identity", "user-agent": "icjims"}
        # The transport without the client around it: no cookies, redirects, proxies or decoding are wanted here, and
        # what the client does for them is a third of the processor time of a session without news.
        self._transport = Transport(trust_only(centre.authority) if centre.authority else None)

    async def close(self) -> None:
        """Close the connection."""
        await self._transport.aclose()

    async def frames(
        self, path: str, body: bytes, content_type: str, *, sent: Moved = nobody, received: Moved = nobody
    ) -> AsyncGenerator[bytes]:
        """POST the body; the frames of the answer as they arrive. Raises `Problem`; what came before it is good."""
        async with self._answer("POST", path, body, content_type, sent) as answer:
            kind = answer.headers.get("content-type", "").partition(";")[0].strip()
            if answer.status_code != 200 or kind != wire.MEDIA_TYPE:
                raise problem_of_answer(answer, await _bounded(answer))
            reader = wire.FrameReader()
            try:
                async for data in answer.aiter_raw():
                    received(len(data))
                    for frame in reader.feed(data):
                        yield frame
                reader.finish()
            except Broken as problem:
                raise Unreachable("damaged_answer", reason=problem.code) from None

    async def json(
        self, method: str, path: str, value: object = None, *, author: Ed25519PrivateKey | None = None
    ) -> bytes:
        """Send a request with a JSON body, or none for `None`; the bytes of the JSON answer. Raises `Problem`.

        `author`: the key of a person who signs beside the device.
        """
        body = b"" if value is None else json.dumps(value, separators=(",", ":")).encode()
        content_type = "" if value is None else JSON_TYPE
        return await self._whole(method, path, body, content_type, JSON_TYPE, author)

    async def text(self, path: str) -> str:
        """The text at a path, unsigned content of the centre such as its certificate."""
        return (await self._whole("GET", path, b"", "", "")).decode("ascii", "replace")

    async def _whole(
        self,
        method: str,
        path: str,
        body: bytes,
        content_type: str,
        accepted: str,
        author: Ed25519PrivateKey | None = None,
    ) -> bytes:
        async with self._answer(method, path, body, content_type, nobody, author) as answer:
            data = await _bounded(answer)
            kind = answer.headers.get("content-type", "").partition(";")[0].strip()
            if answer.status_code != 200 or (accepted and kind != accepted) or kind == "text/html":
                raise problem_of_answer(answer, data)
            return data

    @asynccontextmanager
    async def _answer(
        self,
        method: str,
        path: str,
        body: bytes,
        content_type: str,
        sent: Moved,
        author: Ed25519PrivateKey | None = None,
    ) -> AsyncIterator[httpx.Response]:
        """An answer whose body is not read yet; asks once more when our clock alone was the reason of a refusal."""
        try:
            answer, nonce = await self._send(method, path, body, content_type, sent, author)
            if answer.status_code == 401:
                try:
                    problem = problem_of_answer(answer, await _bounded(answer))
                finally:
                    await answer.aclose()
                if not self._learn_time(problem, nonce):
                    raise problem
                answer, _ = await self._send(method, path, body, content_type, sent, author)
            try:
                if answer.headers.get("content-encoding", "identity") != "identity":
                    raise Unreachable("not_the_centre", reason="encoding")
                yield answer
            finally:
                await answer.aclose()
        except httpx.TransportError as failure:
            raise problem_of_failure(failure) from failure

    async def _send(
        self,
        method: str,
        path: str,
        body: bytes,
        content_type: str,
        sent: Moved,
        author: Ed25519PrivateKey | None = None,
    ) -> tuple[httpx.Response, bytes]:
        url = self._base + path
        nonce = self._random(request_signature.NONCE_BYTES)
        created = int(self._clock()) + self.clock_offset
        headers = request_signature.signed_headers(
            self._key,
            method=method,
            url=url,
            created=created,
            nonce=nonce,
            body=body if content_type else None,
            content_type=content_type or None,
            public=self._public,
        )
        if author is not None:
            mine = request_signature.Signature(self._public, created, nonce)
            headers[request_signature.AUTHOR_HEADER] = request_signature.author_header(
                author, mine, method=method, url=url
            )
        content: AsyncIterator[bytes] | None = None
        if content_type:
            headers["content-length"] = str(len(body))
            content = _chunks(body, sent)
        request = httpx.Request(
            method, _address(url), headers=self._always | headers, content=content, extensions=self._extensions
        )
        return await self._transport.handle_async_request(request), nonce

    def _learn_time(self, problem: Problem, nonce: bytes) -> bool:
        """Whether the centre says, with its signature, that only our clock is wrong; then the offset is kept."""
        now, proof = problem.params.get("now"), problem.params.get("proof")
        if problem.code != "clock_skew" or not isinstance(now, int) or not isinstance(proof, str):
            return False
        if self.centre.key:
            request_signature.check_time(self.centre.key, nonce, now, proof)
        offset = now - int(self._clock())
        changed, self.clock_offset = offset != self.clock_offset, offset
        return changed


async def _chunks(body: bytes, sent: Moved) -> AsyncIterator[bytes]:
    view = memoryview(body)
    for start in range(0, len(body), _CHUNK):
        chunk = bytes(view[start : start + _CHUNK])
        yield chunk
        sent(len(chunk))


async def _bounded(answer: httpx.Response) -> bytes:
    data = bytearray()
    async for part in answer.aiter_raw():
        data += part
        if len(data) > MAX_JSON_BYTES:
            raise Unreachable("not_the_centre", reason="too_large")
    return bytes(data)


async def fetch_authority(url: str, pin: str, *, stall_seconds: float = STALL_SECONDS) -> str:
    """The centre's certificate authority, fetched without trust and believed only for its pin.

    Raises `Unreachable("foreign_certificate")` when what answers shows another one.
    """
    base = check_url(url, secure=True)
    async with httpx.AsyncClient(
        verify=False,  # noqa: S501 - whoever answers is believed for the pin of the ticket alone
        trust_env=False,
        follow_redirects=False,
        timeout=httpx.Timeout(stall_seconds, connect=min(CONNECT_SECONDS, stall_seconds)),
        headers={"accept-encoding": "identity", "user-agent": "icjims"},
    ) as client:
        try:
            async with client.stream("GET", base + "/v1/ca") as answer:
                data = await _bounded(answer)
                if answer.status_code != 200 or b"-----BEGIN CERTIFICATE-----" not in data:
                    raise problem_of_answer(answer, data)
        except httpx.TransportError as failure:
            raise problem_of_failure(failure) from failure
    authority = data.decode("ascii", "replace")
    if key_pin(authority) != pin:
        raise Unreachable("foreign_certificate", what="pin")
    return authority

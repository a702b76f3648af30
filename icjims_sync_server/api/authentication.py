"""Who asks: the signature of a request, its freshness, and that it was not seen before."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Mapping
from typing import Final

from starlette.requests import Request

from icjims_core import request_signature
from icjims_core.problem import Refused
from icjims_core.request_signature import Signature
from icjims_sync_server.services.centre import Centre
from icjims_sync_server.services.exchange import pulling

_REMEMBERED_SECONDS: Final = 2 * request_signature.MAX_SKEW_SECONDS
MAX_REMEMBERED: Final = 1_000_000


class Nonces:
    """Nonces of the last ten minutes. A request replayed after a restart changes nothing: every one is idempotent.

    Of the log it keeps one reading more.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._known: set[tuple[bytes, bytes]] = set()
        self._order: deque[tuple[int, tuple[bytes, bytes]]] = deque()

    def use(self, signature: Signature, now: int) -> None:
        """Note a nonce (`now` in seconds); raises `Refused("replay")` for one that was used."""
        key = (signature.key, signature.nonce)
        with self._lock:
            while self._order and (self._order[0][0] < now - _REMEMBERED_SECONDS or len(self._order) >= MAX_REMEMBERED):
                self._known.discard(self._order.popleft()[1])
            if key in self._known:
                raise Refused("replay")
            self._known.add(key)
            self._order.append((now, key))


def target_of(request: Request) -> str:
    """The address that the client asked for, as it was sent (RFC 9421 §2.2.2)."""
    scope = request.scope
    host = next((value for name, value in scope["headers"] if name == b"host"), b"").decode("latin-1")
    path = scope["raw_path"].decode("latin-1")
    query = scope["query_string"].decode("latin-1")
    return f"{scope['scheme']}://{host}{path}{f'?{query}' if query else ''}"


def check_device(centre: Centre, request: Request, headers: Mapping[str, str]) -> None:
    """Raises `Refused` unless an active device has signed the head of this request, its body's digest included.

    `authenticate` follows when the body is there: a nonce is used once only, and what is stale is told so.
    """
    signature = request_signature.check_head(headers, method=request.method, url=target_of(request), with_body=True)
    with centre.database.read() as connection:
        pulling.asker(connection, signature.key)


def authenticate(
    centre: Centre, nonces: Nonces, request: Request, headers: Mapping[str, str], body: bytes | None
) -> Signature:
    """The valid, fresh, first-seen signature of a request.

    Raises `Refused`: `bad_signature`, `replay`, `clock_skew` with the centre's time in seconds and its proof.
    """
    signature = request_signature.check(headers, method=request.method, url=target_of(request), body=body)
    now = centre.clock() // 1000
    if not request_signature.is_fresh(signature, now):
        proof = request_signature.sign_time(centre.keys.signing, signature.nonce, now)
        raise Refused("clock_skew", now=now, proof=proof)
    nonces.use(signature, now)
    return signature

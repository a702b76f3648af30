"""The audit stream at the centre, page by page."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from icjims_core.problem import Unreachable
from icjims_desktop.sync.transport import Link

LogEvent = dict[str, object]


class _Stamp(msgspec.Struct):
    at: int
    author: str
    device: str


class _Page(msgspec.Struct):
    events: list[LogEvent]
    next: str | None


async def read(link: Link, author: Ed25519PrivateKey, asked: Mapping[str, str]) -> list[LogEvent]:
    """Every event that the centre shows to the author, in the order of its pages; raises `Problem`."""
    found: list[LogEvent] = []
    known: set[str] = set()
    more = dict(asked)
    while True:
        query = urlencode(more)
        page = _read(await link.json("GET", f"/v1/log{'?' if query else ''}{query}", author=author))
        found += page.events
        if page.next is None:
            return found
        if page.next in known:
            raise Unreachable("not_the_centre", reason="log")
        known.add(page.next)
        more["after"] = page.next


def _read(data: bytes) -> _Page:
    try:
        page = msgspec.json.decode(data, type=_Page)
        for each in page.events:
            msgspec.convert(each, _Stamp)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        raise Unreachable("not_the_centre", reason="json") from None
    return page

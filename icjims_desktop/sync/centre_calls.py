"""The centre's JSON answers that a session needs beside the stream of frames: known acts, buckets, leaves."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import aclosing
from typing import Final, TypeVar
from urllib.parse import quote

import msgspec

from icjims_core import wire
from icjims_core.fingerprint import Tally
from icjims_core.problem import Unreachable
from icjims_desktop.sync.ports import JSON_TYPE, OCTETS_TYPE, CentreLink
from icjims_desktop.sync.repair import BUCKETS, Buckets

T = TypeVar("T", bound=msgspec.Struct)

MAX_LEAVES: Final = 2048
"""Leaves asked for in one request of a repair."""


class _KnownAnswer(msgspec.Struct):
    known: list[str]


class _BucketsAnswer(msgspec.Struct):
    epoch: str
    position: int
    buckets: list[tuple[int, str]]


class _LeavesAnswer(msgspec.Struct):
    leaves: list[str]


async def welcome(link: CentreLink, hello: wire.Hello) -> wire.Welcome:
    """How the centre greets a replica that neither pushes nor pulls."""
    async with aclosing(link.frames("/v1/sync", wire.frame(hello), wire.MEDIA_TYPE)) as frames:
        messages = [wire.read_answer(data) async for data in frames]
    for message in messages:
        if isinstance(message, wire.Welcome):
            return message
    raise Unreachable("damaged_answer")


async def known_acts(link: CentreLink, acts: Sequence[bytes]) -> frozenset[bytes]:
    """Which of the acts the centre holds."""
    data = await link.json("POST", "/v1/acts/known", {"acts": [act.hex() for act in acts]})
    return frozenset(_hashes(_read(data, _KnownAnswer).known))


async def buckets(link: CentreLink, feed: str) -> Buckets:
    """The centre's bucket sums of a feed."""
    answer = _read(await link.json("GET", f"{feed_path(feed)}/buckets"), _BucketsAnswer)
    if len(answer.buckets) != BUCKETS:
        raise Unreachable("not_the_centre", reason="buckets")
    try:
        tallies = tuple(Tally(number, int(total, 16)) for number, total in answer.buckets)
        return Buckets(bytes.fromhex(answer.epoch), answer.position, tallies)
    except ValueError:
        raise Unreachable("not_the_centre", reason="buckets") from None


async def bucket_leaves(link: CentreLink, feed: str, bucket: int) -> frozenset[bytes]:
    """The centre's leaves in one bucket."""
    answer = _read(await link.json("GET", f"{feed_path(feed)}/buckets/{bucket}"), _LeavesAnswer)
    return frozenset(_hashes(answer.leaves))


async def acts_of(link: CentreLink, feed: str, leaves: Sequence[bytes]) -> list[wire.ActPart]:
    """The acts that hold these leaves, with what this device may see of them; asks nothing for no leaves."""
    if not leaves:
        return []
    body = json.dumps({"leaves": [leaf.hex() for leaf in leaves]}, separators=(",", ":")).encode()
    found: list[wire.ActPart] = []
    async with aclosing(link.frames(f"{feed_path(feed)}/acts", body, JSON_TYPE)) as frames:
        async for data in frames:
            message = wire.read_answer(data)
            if not isinstance(message, wire.Page):
                raise Unreachable("damaged_answer")
            found += (part for part in message.parts if isinstance(part, wire.ActPart))
    return found


async def deliver_box(link: CentreLink, box: bytes) -> None:
    """Hand over a sealed box of a bundle; raises `Problem` unless the centre says what became of it."""
    async with aclosing(link.frames("/v1/bundles", box, OCTETS_TYPE)) as frames:
        messages = [wire.read_answer(data) async for data in frames]
    if not any(isinstance(message, wire.Results) for message in messages):
        raise Unreachable("damaged_answer")


def feed_path(feed: str) -> str:
    """Where a feed lies."""
    return f"/v1/feeds/{quote(feed, safe=':')}"


def _hashes(texts: Sequence[str]) -> list[bytes]:
    try:
        found = [bytes.fromhex(text) for text in texts]
    except ValueError:
        raise Unreachable("not_the_centre", reason="hash") from None
    if any(len(each) != 32 for each in found):
        raise Unreachable("not_the_centre", reason="hash")
    return found


def _read(data: bytes, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(data, type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        raise Unreachable("not_the_centre", reason="json") from None

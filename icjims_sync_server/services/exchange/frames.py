"""Frames at the centre: a request read within its limits, an answer packed without wasting time on packed bytes."""

from __future__ import annotations

import sys
import threading
from typing import Final

from icjims_core import wire
from icjims_core.acts import Act
from icjims_core.encoding import decode, decode_trusted, encode
from icjims_core.packing import decompress
from icjims_core.problem import Broken, Refused
from icjims_core.wire import Answer, FrameReader, Hello, Push

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

_THOROUGH: Final = 3
_FAST: Final = 1
_SMALL: Final = 32 << 10
MAX_UNDECLARED_BYTES: Final = 8 << 20
"""What a frame may hold when its zstd header does not say how much that is."""


def read_request(body: bytes) -> tuple[Hello, list[Act]]:
    """The greeting and the pushed acts of a request's body.

    Raises `Broken`: `malformed`, `truncated`, `too_large`, and `bomb` when the frames together hold more than one
    message may; `Refused("unsupported_protocol")` for a newer one.
    """
    reader = FrameReader()
    hello: Hello | None = None
    acts: list[Act] = []
    left = wire.MAX_MESSAGE_BYTES
    for data in reader.feed(body):
        plain = _unpacked(data, left)
        left -= len(plain)
        message = _message(plain)
        match message:
            case Hello() if hello is None:
                hello = message
            case Push() if hello is not None:
                acts += message.acts
            case _:
                raise Broken("malformed", what="order")
    reader.finish()
    if hello is None:
        raise Broken("malformed", what="hello")
    return hello, acts


def _unpacked(data: bytes, limit: int) -> bytes:
    """What a frame holds. One that declares too much is not even begun; one that declares nothing may hold less."""
    try:
        declared: object = zstd.get_frame_info(data).decompressed_size
    except zstd.ZstdError:
        raise Broken("malformed", what="compression") from None
    if not isinstance(declared, int):
        return decompress(data, min(limit, MAX_UNDECLARED_BYTES))
    if declared > limit:
        raise Broken("bomb", limit=limit)
    return decompress(data, limit)


def _message(plain: bytes) -> wire.Request:
    try:
        message: wire.Request = decode(plain, wire.Request)  # type: ignore[arg-type]
    except Broken:
        _refuse_newer(plain)
        raise
    return message


def _refuse_newer(plain: bytes) -> None:
    """Raises `Refused("unsupported_protocol")` when this is the greeting of a newer protocol."""
    try:
        tag, protocol, *_ = decode_trusted(plain, list[object])
    except (Broken, ValueError):
        return
    if tag == 1 and isinstance(protocol, int) and protocol > wire.PROTOCOL:
        raise Refused("unsupported_protocol", supported=wire.PROTOCOL)


def frame(message: Answer) -> bytes:
    """One frame of a message."""
    return raw_frame(encode(message))


class _Compressors(threading.local):
    """Compressors are costly to make and cheap to use again; a thread has its own."""

    def __init__(self) -> None:
        self.thorough = zstd.ZstdCompressor(level=_THOROUGH)
        self.fast = zstd.ZstdCompressor(level=_FAST)


_compressors: Final = _Compressors()


def raw_frame(message: bytes) -> bytes:
    """One frame of an encoded message. Large ones hold acts that are packed already: little is tried on them."""
    compressor = _compressors.thorough if len(message) < _SMALL else _compressors.fast
    packed = compressor.compress(message, mode=zstd.ZstdCompressor.FLUSH_FRAME)
    return len(packed).to_bytes(4, "big") + packed

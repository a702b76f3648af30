"""The one canonical encoding: deterministic MessagePack, strict both ways (docs/protocol.md §2).

Rules: integers in the shortest form within ±(2^53 − 1); text is UTF-8; map keys are text, unique, sorted by their UTF-8
bytes; structures are positional arrays; no floats, no extension types, no bytes after the value. A byte string is
accepted only when encoding its value again gives the same bytes, so a value has exactly one encoding.
"""

from __future__ import annotations

from typing import Annotated, TypeVar

import msgspec

from icjims_core.problem import Broken

MAX_INTEGER = 2**53 - 1

Integer = Annotated[int, msgspec.Meta(ge=-MAX_INTEGER, le=MAX_INTEGER)]
Counter = Annotated[int, msgspec.Meta(ge=1, le=MAX_INTEGER)]
Count = Annotated[int, msgspec.Meta(ge=0, le=MAX_INTEGER)]
Id16 = Annotated[bytes, msgspec.Meta(min_length=16, max_length=16)]
Hash32 = Annotated[bytes, msgspec.Meta(min_length=32, max_length=32)]
Signature64 = Annotated[bytes, msgspec.Meta(min_length=64, max_length=64)]

Scalar = None | bool | Integer | str
Flat = Scalar | list[Scalar] | dict[str, Scalar]
Nested = Scalar | list[Flat] | dict[str, Flat]
Value = Scalar | list[Nested] | dict[str, Nested]
"""What a field may hold: scalars, lists and maps, three levels deep at most, so that hostile bytes decode cheaply."""

T = TypeVar("T")

_encoder = msgspec.msgpack.Encoder(order="deterministic")
_decoders: dict[object, msgspec.msgpack.Decoder[object]] = {}


def encode(value: object) -> bytes:
    """Canonical bytes of a value or structure."""
    return _encoder.encode(value)


def decode(data: bytes, kind: type[T]) -> T:
    """The value of canonical bytes; raises `Broken("malformed")` for anything that is not exactly canonical."""
    value = decode_trusted(data, kind)
    if _encoder.encode(value) != data:
        raise Broken("malformed", what=getattr(kind, "__name__", str(kind)))
    return value


def decode_trusted(data: bytes, kind: type[T]) -> T:
    """As `decode` for bytes whose hash was checked against a canonical original: types are checked, form is not."""
    decoder = _decoders.get(kind)
    if decoder is None:
        decoder = _decoders[kind] = msgspec.msgpack.Decoder(kind)
    try:
        return decoder.decode(data)  # type: ignore[return-value]
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as error:
        raise Broken("malformed", what=getattr(kind, "__name__", str(kind))) from error

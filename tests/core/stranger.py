"""A client that somebody wrote from docs/protocol.md alone: it shares no line with the product and imports none of it.

Bytes, text, integers, lists and dicts stand for MessagePack's; structures are plain lists by position.
"""

from __future__ import annotations

import hashlib
import hmac
import struct
import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

Dot = tuple[bytes, int]
Vector = dict[bytes, int]


class Malformed(ValueError):
    """What §1 calls malformed."""


# --- §2 canonical encoding --------------------------------------------------------------------------------------------


def encode(value: Any) -> bytes:
    if value is None:
        return b"\xc0"
    if isinstance(value, bool):
        return b"\xc3" if value else b"\xc2"
    if isinstance(value, int):
        return _integer(value)
    if isinstance(value, str):
        data = value.encode()
        return (bytes([0xA0 + len(data)]) if len(data) < 32 else _sized(len(data), 0xD9, 0xDA, 0xDB)) + data
    if isinstance(value, bytes):
        return _sized(len(value), 0xC4, 0xC5, 0xC6) + value
    if isinstance(value, Mapping):
        pairs = sorted((name.encode(), encode(name) + encode(each)) for name, each in value.items())
        return _counted(len(pairs), 0x80, 0xDE) + b"".join(pair for _, pair in pairs)
    return _counted(len(value), 0x90, 0xDC) + b"".join(encode(each) for each in value)


def _integer(value: int) -> bytes:
    if not -(2**53) < value < 2**53:
        raise Malformed(value)
    if -32 <= value < 128:
        return struct.pack("b" if value < 0 else "B", value)
    forms = ((0xCC, "B"), (0xCD, "H"), (0xCE, "I"), (0xCF, "Q")) if value >= 0 else (
        (0xD0, "b"), (0xD1, "h"), (0xD2, "i"), (0xD3, "q"))  # fmt: skip
    for lead, form in forms:
        bits = 8 * struct.calcsize(form)
        if (value < 2**bits) if value >= 0 else (value >= -(2 ** (bits - 1))):
            return struct.pack(">B" + form, lead, value)
    raise Malformed(value)


def _sized(size: int, one: int, two: int, four: int) -> bytes:
    return struct.pack(">BB", one, size) if size < 256 else (
        struct.pack(">BH", two, size) if size < 65536 else struct.pack(">BI", four, size))  # fmt: skip


def _counted(size: int, fixed: int, two: int) -> bytes:
    return bytes([fixed + size]) if size < 16 else (
        struct.pack(">BH", two, size) if size < 65536 else struct.pack(">BI", two + 1, size))  # fmt: skip


def decode(data: bytes) -> Any:
    value, end = _read(data, 0)
    if end != len(data) or encode(value) != data:
        raise Malformed("not canonical")
    return value


_NUMBERS = {0xCC: "B", 0xCD: "H", 0xCE: "I", 0xCF: "Q", 0xD0: "b", 0xD1: "h", 0xD2: "i", 0xD3: "q"}
_SIZES = {0xC4: "B", 0xC5: "H", 0xC6: "I", 0xD9: "B", 0xDA: "H", 0xDB: "I", 0xDC: "H", 0xDD: "I", 0xDE: "H", 0xDF: "I"}


def _read(data: bytes, at: int) -> tuple[Any, int]:
    if at >= len(data):
        raise Malformed("ends early")
    lead, at = data[at], at + 1
    if lead < 0x80 or lead >= 0xE0:
        return (lead if lead < 0x80 else lead - 256), at
    if lead in (0xC0, 0xC2, 0xC3):
        return {0xC0: None, 0xC2: False, 0xC3: True}[lead], at
    form = _NUMBERS.get(lead) or _SIZES.get(lead)
    number = 0
    if form is not None:
        try:
            (number,) = struct.unpack_from(">" + form, data, at)
        except struct.error:
            raise Malformed("ends early") from None
        at += struct.calcsize(form)
    elif lead >= 0xC0:
        raise Malformed("a form that does not occur")
    if lead in _NUMBERS:
        return number, at
    if lead in (0xC4, 0xC5, 0xC6):
        return _cut(data, at, number)
    if 0xA0 <= lead < 0xC0 or lead in (0xD9, 0xDA, 0xDB):
        raw, at = _cut(data, at, number if form else lead - 0xA0)
        return _text(raw), at
    return _container(data, at, lead, number)


def _text(raw: bytes) -> str:
    try:
        return raw.decode("utf-8", "strict")
    except UnicodeDecodeError:
        raise Malformed("not UTF-8") from None


def _cut(data: bytes, at: int, size: int) -> tuple[bytes, int]:
    if at + size > len(data):
        raise Malformed("ends early")
    return data[at : at + size], at + size


def _container(data: bytes, at: int, lead: int, number: int) -> tuple[Any, int]:
    is_map = lead < 0x90 or lead in (0xDE, 0xDF)
    size = number if lead >= 0xC0 else lead & 15
    items = []
    for _ in range(2 * size if is_map else size):
        item, at = _read(data, at)
        items.append(item)
    if not is_map:
        return items, at
    if not all(isinstance(key, str) for key in items[::2]):
        raise Malformed("a key that is no text")
    return dict(zip(items[::2], items[1::2], strict=True)), at


def is_value(value: Any, levels: int = 3) -> bool:
    """Whether it is what a field may hold: no bytes, three levels of containers at most."""
    if isinstance(value, list | dict):
        each = value.values() if isinstance(value, dict) else value
        return levels > 0 and all(is_value(one, levels - 1) for one in each)
    return not isinstance(value, bytes)


def decode_value(data: bytes) -> Any:
    value = decode(data)
    if not is_value(value):
        raise Malformed("no value")
    return value


# --- §4 acts ----------------------------------------------------------------------------------------------------------


def sha256(*parts: bytes) -> bytes:
    return hashlib.sha256(b"".join(parts)).digest()


def salt(seed: bytes, index: int) -> bytes:
    return hmac.digest(seed, struct.pack(">I", index), "sha256")


def leaf(salt_: bytes, body: bytes) -> bytes:
    return sha256(b"\0", salt_, body)


def below(count: int) -> int:
    """The largest power of two below a count."""
    power = 1
    while power * 2 < count:
        power *= 2
    return power


def root(leaves: Sequence[bytes]) -> bytes:
    if len(leaves) == 1:
        return leaves[0]
    k = below(len(leaves))
    return sha256(b"\1", root(leaves[:k]), root(leaves[k:]))


def missing(leaves: Sequence[bytes], low: int, high: int, disclosed: Collection[int]) -> Iterator[bytes]:
    if not any(low <= index < high for index in disclosed):
        yield root(leaves[low:high])
    elif high - low > 1:
        middle = low + below(high - low)
        yield from missing(leaves, low, middle, disclosed)
        yield from missing(leaves, middle, high, disclosed)


def whole(low: int, high: int, disclosed: Mapping[int, bytes], hashes: list[bytes]) -> bytes:
    """The root of a partial act; takes `hashes` from the front."""
    if not any(low <= index < high for index in disclosed):
        if not hashes:
            raise Malformed("too few hashes")
        return hashes.pop(0)
    if high - low == 1:
        return disclosed[low]
    middle = low + below(high - low)
    left = whole(low, middle, disclosed, hashes)
    return sha256(b"\1", left, whole(middle, high, disclosed, hashes))


def unpack(packed: bytes) -> list[bytes]:
    plain = zstd.decompress(packed[1:]) if packed[:1] == b"\1" else packed[1:]
    bodies: list[bytes] = decode(plain)
    return bodies


def open_act(data: bytes) -> tuple[bytes, list[Any], dict[int, bytes], dict[int, bytes]]:
    """Act id, header, bodies and leaf hashes by index, everything checked as §4.5 says."""
    act = decode(data)
    header = decode(act[1])
    _, _, _, counter, previous, author, _, count, root_, birth = header
    if (counter == 1) != (birth is not None) or (counter == 1) != (previous == bytes(32)):
        raise Malformed("birth")
    if act[0] == 0:
        bodies = dict(enumerate(unpack(act[4])))
        leaves = {index: leaf(salt(act[3], index), body) for index, body in bodies.items()}
        found = root(list(leaves.values())) if len(bodies) == count else b""
    else:
        bodies = {index: body for index, _, body in act[3]}
        leaves = {index: leaf(salt_, body) for index, salt_, body in act[3]}
        hashes = list(act[4])
        found = whole(0, count, leaves, hashes)
        if hashes or len(leaves) != len(act[3]) or not all(0 <= index < count for index in leaves):
            raise Malformed("proof")
    if found != root_:
        raise Malformed("root")
    verify(author, act[2], b"icjims-act-v1\0" + act[1])
    return sha256(act[1]), header, bodies, leaves


def verify(key: bytes, signature: bytes, message: bytes) -> None:
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
    except InvalidSignature:
        raise Malformed("signature") from None


# --- §5 merge ---------------------------------------------------------------------------------------------------------


def covers(vector: Vector, other: Vector) -> bool:
    return all(vector.get(replica, 0) >= counter for replica, counter in other.items())


def admit(revisions: Mapping[Dot, list[Any]], held: Collection[Dot]) -> tuple[dict[Dot, list[Any]], Vector, list[Dot]]:
    chains: dict[bytes, list[Dot]] = {}
    for dot in sorted({*revisions, *held}):
        chains.setdefault(dot[0], []).append(dot)
    vector: Vector = {}
    admitted: dict[Dot, list[Any]] = {}
    moving = True
    while moving:
        moving = False
        for chain in chains.values():
            while chain:
                dot = chain[0]
                if dot not in held:
                    revision = revisions[dot]
                    if revision[6] != vector.get(dot[0], 0) or not covers(vector, dict(revision[5])):
                        break
                    admitted[dot] = revision
                vector[dot[0]] = dot[1]
                del chain[0]
                moving = True
    return admitted, vector, sorted(dot for chain in chains.values() for dot in chain if dot not in held)


def operations(admitted: Mapping[Dot, list[Any]], operation: str) -> dict[str, dict[Dot, Any]]:
    """Unit → dot → what the revision says of it under an operation."""
    found: dict[str, dict[Dot, Any]] = {}
    for dot, revision in admitted.items():
        for unit, value in revision[7].get(operation, {}).items():
            found.setdefault(unit, {})[dot] = value
    return found


def state_digest(record: bytes, revisions: Mapping[Dot, list[Any]], held: Collection[Dot]) -> bytes:
    admitted, vector, _ = admit(revisions, held)

    def saw(one: Dot, other: Dot) -> bool:
        context: Vector = dict(admitted[one][5])
        return context.get(other[0], 0) >= other[1]

    registers = [
        [unit, [[*dot, value] for dot, value in sorted(puts.items()) if not any(saw(other, dot) for other in puts)]]
        for unit, puts in sorted(operations(admitted, "put").items())
    ]
    removals = operations(admitted, "remove")
    sets = []
    for unit, adds in sorted(operations(admitted, "add").items()):
        standing: dict[bytes, list[Dot]] = {}
        for dot, members in sorted(adds.items()):
            for member in members:
                key = encode(member)
                taken = (r for r, gone in removals.get(unit, {}).items() if key in map(encode, gone))
                if not any(saw(r, dot) for r in taken) and dot not in standing.setdefault(key, []):
                    standing[key].append(dot)
        shown = [[decode(member), [[*dot] for dot in dots]] for member, dots in sorted(standing.items()) if dots]
        sets.append([unit, shown])
    appends = []
    for unit, entries in sorted(operations(admitted, "append").items()):
        left, placed = sorted(entries), []
        while left:
            dot = next(one for one in left if not any(saw(one, other) for other in left if other != one))
            left.remove(dot)
            placed += [[*dot, entry] for entry in entries[dot]]
        appends.append([unit, placed])
    made = [dot for dot in admitted if not admitted[dot][5]] or list(admitted)
    first = admitted[min(made)] if made else [1, record, "", 0, None]
    state = [1, record, first[2], first[4], sorted([*pair] for pair in vector.items()), registers, sets, appends]
    return sha256(encode(state))


# --- §8, §9 frames and fingerprints -----------------------------------------------------------------------------------


def frames(data: bytes) -> Iterator[Any]:
    """The messages of a body."""
    while data:
        size = int.from_bytes(data[:4], "big")
        if len(data) < 4 + size:
            raise Malformed("ends inside a frame")
        yield decode(zstd.decompress(data[4 : 4 + size]))
        data = data[4 + size :]


def frame(message: Any) -> bytes:
    packed = zstd.compress(encode(message))
    return len(packed).to_bytes(4, "big") + packed


def tally(leaves: Sequence[bytes]) -> bytes:
    total = sum(int.from_bytes(each, "big") for each in leaves) % 2**256
    return len(leaves).to_bytes(8, "big") + total.to_bytes(32, "big")


def combined(digests: Mapping[str, bytes]) -> bytes:
    if len(digests) == 1:
        return next(iter(digests.values()))
    names = sorted(digests, key=str.encode)
    return sha256(*(len(name.encode()).to_bytes(2, "big") + name.encode() + digests[name] for name in names))

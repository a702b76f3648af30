"""What a revision of a sealed record holds: changes of its true type, closed for readers (docs/protocol.md §11.4).

Each revision has a content key of its own. It hands over the keys of the earlier revisions inside, so that whoever
opens the newest opens them all.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Final, Literal, cast

import msgspec
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from icjims_core.acts import Changes, Name, Revision, check_form
from icjims_core.encoding import Counter, Hash32, Id16, Value, decode, encode
from icjims_core.modules import registry
from icjims_core.problem import Broken
from icjims_core.sealing import SEALED, decrypt, encrypt, open_box, seal_to

SEALED_RECORD: Final = "sealed_record"
SUITE: Final = "icjims-sealed-record-v1"
COMPARTMENT: Final = "sealed"
"""The one name that stands in the open; which compartment it is, is inside."""
FIRST_SIZE: Final = 2048
SIZE_STEP: Final = 4
"""Content is filled up to 2 KiB, 8 KiB, 32 KiB …: its length tells as little as it can."""
BOXES_STEP: Final = 8
"""The keys are filled up to a multiple of so many boxes, some of which nobody opens."""
_KEY_ID_BYTES: Final = 16
_MAX_BOXES: Final = 512

Random = Callable[[int], bytes]


class Contents(msgspec.Struct, array_like=True, frozen=True, forbid_unknown_fields=True):
    """One revision as its author wrote it. No changes: it only gives the keys to further readers.

    `compartment` is a code of the list of that name; `readers` are the public sealing keys it was closed for; `earlier`
    are key id and content key of revisions that its author could open.
    """

    format: Literal[1]
    compartment: Annotated[str, msgspec.Meta(max_length=64)]
    type: Name
    module: Counter
    changes: Changes
    reason: Annotated[str, msgspec.Meta(max_length=10_000)] | None
    readers: tuple[Hash32, ...]
    earlier: tuple[tuple[Id16, Hash32], ...]


@dataclass(frozen=True, slots=True)
class Opened:
    """Contents with the key that opened them."""

    contents: Contents
    key_id: bytes
    key: bytes


def may_hold(compartment: str, type_: str) -> bool:
    """Whether a sealed record of this compartment may hold records of this type: its own, or the signing of one."""
    declared = registry().get(type_)
    return declared is not None and (declared.sealed == compartment or type_ == "signing") and bool(compartment)


def seal(contents: Contents, record: bytes, random: Random, key: bytes = b"") -> Changes:
    """The changes that stand in the open for these contents, closed for `contents.readers`.

    `random` gives so many unguessable bytes. `key`: the content key, where something else is closed under it too.
    """
    key = key or random(32)
    box = encrypt(key, random(12), _filled(encode(contents)), _bound(record))
    key_id = _key_id(box)
    boxes = [seal_to(each, key, _purpose(record, key_id)) for each in dict.fromkeys(contents.readers)]
    boxes += [seal_to(_nobody(random), key, _purpose(record, key_id)) for _ in range(-len(boxes) % BOXES_STEP)]
    # Their own random bytes order them: a place in the row tells nothing.
    texts = sorted(_text(each) for each in boxes)
    form: Value = {SEALED: _text(box), "compartment": COMPARTMENT}
    return {"put": {"suite": SUITE}, "append": {"content": [form], "keys": [cast("Value", texts)]}}  # type: ignore[list-item]


def open_contents(
    revision: Revision, private: X25519PrivateKey, known: Mapping[bytes, bytes] | None = None
) -> Opened | None:
    """What a revision of a sealed record holds; `None` where neither this key nor the `known` ones by id open it."""
    box, boxes = _parts(revision)
    if not box:
        return None
    key_id = _key_id(box)
    handed = (known or {}).get(key_id)
    opened = _opened(revision, box, handed) if handed is not None else None
    if opened is not None:
        return opened
    # Whoever hands over a false key must not close to a reader what is closed for him.
    key = _key_of(boxes, private, _purpose(revision.record, key_id))
    return None if key is None else _opened(revision, box, key)


def _opened(revision: Revision, box: bytes, key: bytes) -> Opened | None:
    try:
        return Opened(_read(decrypt(key, box, _bound(revision.record))), _key_id(box), key)
    except Broken:
        return None


def key_ids(revision: Revision) -> tuple[bytes, ...]:
    """The id of the content key of a revision; none where it holds no content."""
    box, _ = _parts(revision)
    return (_key_id(box),) if box else ()


def _parts(revision: Revision) -> tuple[bytes, Sequence[bytes]]:
    """The box of the content and the boxes of its key; empty where they do not stand."""
    appended = revision.changes.get("append", {})
    content, keys = appended.get("content"), appended.get("keys")
    form = content[0] if isinstance(content, list) and content else None
    texts = keys[0] if isinstance(keys, list) and keys else None
    if not isinstance(form, dict) or not isinstance(texts, list):
        return b"", ()
    box = _bytes(form.get(SEALED))
    return box, [each for each in map(_bytes, texts[:_MAX_BOXES]) if each]


def _key_of(boxes: Sequence[bytes], private: X25519PrivateKey, purpose: bytes) -> bytes | None:
    for box in boxes:
        try:
            key = open_box(private, box, purpose)
        except Broken:
            continue
        return key if len(key) == 32 else None
    return None


def _read(plain: bytes) -> Contents:
    size = int.from_bytes(plain[:4], "big")
    contents = decode(plain[4 : 4 + size], Contents)
    if contents.changes:
        check_form(
            Revision(1, bytes(16), contents.type, contents.module, None, (), 0, contents.changes, contents.reason)
        )
    return contents


def _filled(data: bytes) -> bytes:
    size = FIRST_SIZE
    while size < len(data) + 4:
        size *= SIZE_STEP
    return (len(data).to_bytes(4, "big") + data).ljust(size, b"\x00")


def _bound(record: bytes) -> bytes:
    return encode([COMPARTMENT, record, "content"])


def _purpose(record: bytes, key_id: bytes) -> bytes:
    return SUITE.encode() + b"\x00" + record + key_id


def _key_id(box: bytes) -> bytes:
    return hashlib.sha256(box).digest()[:_KEY_ID_BYTES]


def _nobody(random: Random) -> bytes:
    """The public key of nobody: its private part is forgotten here."""
    return X25519PrivateKey.from_private_bytes(random(32)).public_key().public_bytes_raw()


def _text(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode()


def _bytes(text: object) -> bytes:
    try:
        return base64.b64decode(text, altchars=b"-_", validate=True) if isinstance(text, str) else b""
    except (binascii.Error, ValueError):
        return b""

"""Documents that the centre publishes: their kinds, and how one is packed into a directory entry (protocol §7.1)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from typing import Final

from icjims_core import packing
from icjims_core.directory import PublicationEntry
from icjims_core.problem import Broken, Refused

LIST: Final = "list"
CALENDAR: Final = "calendar"
CONTACTS: Final = "contacts"
DEADLINES: Final = "deadlines"
KINDS: Final = (LIST, CALENDAR, CONTACTS, DEADLINES)
WORKING_DAYS: Final = "working_days"
"""The name of the only calendar."""
MAX_BODY: Final = 1 << 20
MAX_DOCUMENT: Final = 8 << 20
_LEVEL: Final = 19
_ORDERED: Final = re.compile(r"[0-9]{1,9}(-[0-9]{1,9}){0,3}")


def edition_order(edition: str) -> tuple[int, ...]:
    """How editions follow each other: `2026-2` and `2026-03-01` by their numbers; before them one that has none."""
    return tuple(int(each) for each in edition.split("-")) if _ORDERED.fullmatch(edition) else ()


def pack(document: str) -> bytes:
    """The body of an entry; raises `Refused("bad_publication", rule="too_large")`."""
    plain = document.encode()
    body = packing.compress(plain, _LEVEL)
    if len(plain) > MAX_DOCUMENT or len(body) > MAX_BODY:
        raise flaw("too_large", limit=MAX_BODY)
    return body


def text_of(body: bytes) -> str:
    """The document in an entry's body; raises `Broken`."""
    plain = packing.decompress(body, MAX_DOCUMENT)
    try:
        return plain.decode()
    except UnicodeDecodeError:
        raise Broken("malformed", what="publication") from None


def data_of(text: str) -> dict[str, object]:
    """A document as data; raises `ValueError` for whatever is none, however deep or long a hostile one is."""
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise ValueError("nested too deeply") from None


def unpack(body: bytes) -> dict[str, object]:
    """The document in an entry's body as data; raises `Broken`."""
    try:
        return data_of(text_of(body))
    except ValueError:
        raise Broken("malformed", what="publication") from None


def newest(entries: Iterable[PublicationEntry]) -> list[PublicationEntry]:
    """Of entries in the order of the directory, the newest of each kind and name."""
    return list({(each.kind, each.name): each for each in entries}.values())


def flaw(rule: str, **params: str | int) -> Refused:
    """Why a document is not published."""
    return Refused("bad_publication", rule=rule, **params)

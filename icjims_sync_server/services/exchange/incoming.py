"""Acts as they arrive: opened, every hash and signature checked, revisions read, before any transaction begins."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from icjims_core import acts
from icjims_core.acts import ACT, Act, Revision
from icjims_core.encoding import decode
from icjims_core.packing import OpenAct
from icjims_core.problem import Broken

MAX_UNPACKED_BYTES: Final = 64 << 20
"""How many bytes of bodies one request may unpack to."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """An authentic act and its procedural revisions by index (none for the audit stream)."""

    act: OpenAct
    revisions: Mapping[int, Revision]


@dataclass(frozen=True, slots=True)
class Rejected:
    """An act that is not what it claims to be."""

    act_id: bytes
    code: str


def open_all(sources: Iterable[Act]) -> list[Incoming | Rejected]:
    """Open and check acts; raises `Broken("bomb")` when they unpack to more than a request may hold."""
    opened: list[Incoming | Rejected] = []
    left = MAX_UNPACKED_BYTES
    for source in sources:
        try:
            incoming = read(source)
        except Broken as broken:
            opened.append(Rejected(acts.act_id(source.header), broken.code))
            continue
        left -= sum(map(len, incoming.act.bodies.values()))
        if left < 0:
            raise Broken("bomb", limit=MAX_UNPACKED_BYTES)
        opened.append(incoming)
    return opened


def read(source: Act) -> Incoming:
    """One act with every hash, the signature and the form of its bodies checked; raises `Broken`."""
    act = OpenAct(source)
    acts.verify_signature(act.header, source.header, source.signature)
    if act.header.stream == ACT:
        revisions = {index: acts.read_revision(body) for index, body in act.bodies.items()}
        if len({revision.record for revision in revisions.values()}) != len(revisions):
            raise Broken("malformed", what="act")
        return Incoming(act, revisions)
    for body in act.bodies.values():
        if len(body) > acts.MAX_REVISION_BYTES:
            raise Broken("too_large", what="audit")
        decode(body, dict)
    return Incoming(act, {})

"""Sealed records opened in memory for a reader: the record of its true type, as if it stood in the open."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from typing import Final

import msgspec
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from icjims_core.acts import Revision
from icjims_core.clocks import Dot
from icjims_core.compartments import SEALED_RECORD, Opened, key_ids, may_hold, open_contents
from icjims_core.merge import fold, maker
from icjims_core.projections.records import Record, Unsealed, beginnings, first_of, is_forged

_MOST_REMEMBERED: Final = 20_000

KeysOf = Callable[[bytes], frozenset[bytes]]
"""The sealing keys of the person behind an author's key, as far as they are known here."""


@dataclass(frozen=True, slots=True)
class _Readable:
    """One sealed record as far as its reader gets: revisions that count to him, by dot, and the one that made it."""

    dot: Dot
    first: Opened
    revisions: Mapping[Dot, Opened]


class Opener:
    """Opens what is sealed to one person, and remembers in memory what he could open until `forget`."""

    def __init__(self, private: X25519PrivateKey) -> None:
        self._private = private
        self.public: Final = private.public_key().public_bytes_raw()
        self._known: dict[tuple[bytes, bytes], Opened | None] = {}

    def forget(self) -> None:
        """Keep nothing that was opened."""
        self._known.clear()

    def record(self, record: Record, keys_of: KeysOf, unnamed: Collection[int] = ()) -> Record:
        """The record of its true type; the same record where it is not sealed, or not for this person.

        `unnamed`: numbers of acts that the centre has not named yet, where it was begun more than once.
        """
        if record.row.type != SEALED_RECORD:
            return record
        readable = self._readable(record, keys_of, unnamed)
        return record if readable is None else _as_its_type(record, readable)

    def revision(self, record: Record, revision: Revision) -> Revision:
        """A revision of a record as its reader sees it; one that he cannot open shows no content."""
        if revision.type != SEALED_RECORD:
            return revision
        keys = record.unsealed.keys if record.unsealed else {}
        opened = self._open(revision, {each: (key,) for each, key in keys.items()}) if record.unsealed else None
        if opened is None or opened.contents.type != record.row.type:
            return msgspec.structs.replace(revision, changes={}, reason=None)
        return _inner(revision, opened)

    def _readable(self, record: Record, keys_of: KeysOf, unnamed: Collection[int]) -> _Readable | None:
        opened = _without_copies(record, self._opened(record), keys_of)
        forged = {each.dot for each in record.written if is_forged(each)}
        opened = {dot: each for dot, each in opened.items() if dot not in forged}
        revisions = {each.dot: each.revision for each in record.written if each.dot in opened}
        begun = [each for each in beginnings(record) if each.dot in opened]
        first = first_of(begun, unnamed) or maker(revisions)
        if first is None:
            return None
        made = opened[first]
        if not may_hold(made.contents.compartment, made.contents.type):
            return None
        # Only who could read the record can hand over its first key: nobody else's words get into it.
        kind = (made.contents.compartment, made.contents.type)
        mine = {
            dot: each
            for dot, each in opened.items()
            if dot == first
            or (
                (each.contents.compartment, each.contents.type) == kind
                and dict(each.contents.earlier).get(made.key_id) == made.key
            )
        }
        return _Readable(first, made, mine)

    def _opened(self, record: Record) -> dict[Dot, Opened]:
        """Revisions that open, by dot; the newest are tried first: they hand over the keys of the earlier ones."""
        found: dict[Dot, Opened] = {}
        known: dict[bytes, set[bytes]] = {}
        unread = list(reversed(record.written))
        before = len(unread) + 1
        while len(unread) < before:
            before = len(unread)
            for each in list(unread):
                opened = self._open(each.revision, known)
                if opened is not None:
                    found[each.dot] = opened
                    for key_id, key in opened.contents.earlier:
                        known.setdefault(key_id, set()).add(key)
                    unread.remove(each)
        return found

    def _open(self, revision: Revision, known: Mapping[bytes, Collection[bytes]]) -> Opened | None:
        """What it holds, by a key of his own or one of those handed over, of which some may be false."""
        for key_id in key_ids(revision):
            name, handed = (revision.record, key_id), known.get(key_id, ())
            if name not in self._known or (self._known[name] is None and handed):
                if len(self._known) >= _MOST_REMEMBERED:
                    self._known.clear()
                several = [{key_id: each} for each in sorted(handed)] or [{}]
                tried = (open_contents(revision, self._private, each) for each in several)
                self._known[name] = next((each for each in tried if each is not None), None)
            return self._known[name]
        return None


def _without_copies(record: Record, opened: Mapping[Dot, Opened], keys_of: KeysOf) -> dict[Dot, Opened]:
    """One revision of each content: boxes can be copied by whoever sees them, under his own name.

    That of an author for whom it was closed, if there is one: who closes a revision closes it for himself too. (After
    a fork somebody else may have written it again.)
    """
    of_content: dict[bytes, list[Dot]] = {}
    for dot, each in opened.items():
        of_content.setdefault(each.key_id, []).append(dot)
    authors = {each.dot: each.act.header.author for each in record.written}

    def rank(dot: Dot) -> tuple[bool, bool, Dot]:
        foreign = keys_of(authors[dot]).isdisjoint(opened[dot].contents.readers)
        return dot in record.uncounted, foreign, dot

    return {(dots[0] if len(dots) == 1 else min(dots, key=rank)): opened[dots[0]] for dots in of_content.values()}


def _as_its_type(record: Record, readable: _Readable) -> Record:
    made = readable.first.contents
    written = tuple(
        replace(each, revision=_as_read(each.revision, made.type, readable.revisions.get(each.dot)))
        for each in record.written
    )
    counted = {each.dot: each.revision for each in written if each.dot not in record.uncounted}
    unsealed = Unsealed(
        compartment=made.compartment,
        digest=record.state.digest(),
        made=readable.dot,
        closed_for=frozenset(made.readers),
        keys={each.key_id: each.key for each in readable.revisions.values()},
        readers=_covered(readable),
        unread=len(record.written) - len(readable.revisions),
    )
    state = fold(record.row.id, counted, record.uncounted)
    state.created = readable.dot if readable.dot in counted else state.created
    return Record(
        row=replace(record.row, type=made.type),
        state=state,
        written=written,
        uncounted=record.uncounted,
        unsealed=unsealed,
    )


def _as_read(revision: Revision, type_: str, opened: Opened | None) -> Revision:
    if opened is None:
        return msgspec.structs.replace(revision, type=type_, changes={}, reason=None)
    return _inner(revision, opened)


def _inner(revision: Revision, opened: Opened) -> Revision:
    contents = opened.contents
    return msgspec.structs.replace(
        revision, type=contents.type, module=contents.module, changes=contents.changes, reason=contents.reason
    )


def _covered(readable: _Readable) -> frozenset[bytes]:
    """The public keys that open everything: those for which a revision was closed that hands over all other keys."""
    every = {each.key_id for each in readable.revisions.values()}
    return frozenset(
        key
        for each in readable.revisions.values()
        if every <= {each.key_id, *dict(each.contents.earlier)}
        for key in each.contents.readers
    )

"""Writing the training case book of the core into a store: whole cases, as if the user had entered them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from random import Random
from typing import Any

from icjims_core import access, casebook
from icjims_core.access import Operation, Subject
from icjims_core.casebook import Planned, taking
from icjims_core.clocks import Vector
from icjims_core.modules import record_type
from icjims_desktop.services import identifiers
from icjims_desktop.services.desk import Desk
from icjims_desktop.services.moments import instant
from icjims_desktop.services.paper import numbering
from icjims_desktop.services.recording import assignments, writing
from icjims_desktop.services.recording.writing import Stated
from icjims_desktop.store.log.commits import Change

Progress = Callable[[int, int], None]
"""Cases done, and in all."""


def write(desk: Desk, count: int, seed: int, progress: Progress = lambda _done, _total: None) -> tuple[int, int]:
    """Make up so many cases; how many cases and records are new here.

    The same seed gives the same cases; their ids belong to this store's replica, and those that are there already are
    left alone. What the user's role may not record is left out.
    """
    desk.check_enrolled()
    access.check(Operation.CREATE, desk.me.actor, Subject(record_type("case")))
    replica = desk.store.journal.replica.id
    made = records = done = 0
    for block in taking.blocks(_stories(desk, count, seed, replica)):
        cases = {entry.case for story in block for entry in story}
        with desk.view() as view:
            known = view.types_of(cases).keys()
        fresh = [entry for story in block for entry in story if entry.case not in known]
        records += _write_block(desk, fresh)
        made += sum(story[0].case not in known for story in block if story)
        done += len(block)
        progress(done, count)
    return made, records


def _stories(desk: Desk, count: int, seed: int, replica: bytes) -> Iterator[list[Planned]]:
    """The entries that this user may make, case by case, with ids of this replica."""
    until = instant(desk.now())
    start = casebook.start(count, until)
    given: dict[bytes, bytes] = {}
    told = casebook.stories(Random(seed), count, desk.me.office, start, until)
    for story in taking.taken(told, cache(lambda type_: _may_write(desk, type_))):
        made: list[Planned] = []
        for each in story:
            case = given.setdefault(each.case, _own_id(each.case, replica))
            record = given.setdefault(each.id, _own_id(each.id, replica))
            texts = {old: identifiers.to_text(given[key]) for key, old in taking.references(each).items()}
            values = {name: _with(value, texts) for name, value in each.values.items()}
            made.append(replace(each, id=record, case=case, values=values))
        yield made


def _own_id(planned: bytes, replica: bytes) -> bytes:
    """The same id for the same entry on the same replica, and another one anywhere else; its time stays."""
    tail = hashlib.sha256(replica + planned).digest()
    return planned[:6] + bytes([0x70 | tail[0] & 0x0F, tail[1], 0x80 | tail[2] & 0x3F]) + tail[3:10]


def _may_write(desk: Desk, type_: str) -> bool:
    """Whether the user may make such a record, and as any other: not by a command of its own."""
    if record_type(type_).command:
        return False
    decision = access.decide(Operation.CREATE, desk.me.actor, Subject(record_type(type_)))
    return isinstance(decision, access.Allowed)


def _with(value: object, texts: Mapping[str, str]) -> Any:
    if isinstance(value, list):
        return [_with(each, texts) for each in value]
    return texts.get(value, value) if isinstance(value, str) else value


def _write_block(desk: Desk, entries: list[Planned]) -> int:
    """Write the entries, round by round; how many records they make."""
    beside = {each.id: each.type for each in entries}
    before: dict[bytes, Vector] = {}
    for entries_of_round in taking.rounds(_numbered(desk, entries)):
        now = desk.now()
        changes = list(_changes(desk, entries_of_round, beside, before, now))
        before |= {each.record: each.context for each in changes}
        desk.commit(changes, now)
    return len(beside)


def _numbered(desk: Desk, entries: list[Planned]) -> Iterator[Planned]:
    """The entries with provisional numbers of this office for the cases that begin with them."""
    cases = [each.id for each in entries if each.new and each.id == each.case]
    numbers = dict(zip(cases, numbering.give(desk, cases), strict=True))
    for each in entries:
        begins = each.new and each.id in numbers
        yield replace(each, values={**each.values, numbering.PROVISIONAL: numbers[each.id]}) if begins else each


def _changes(
    desk: Desk, entries: list[Planned], beside: Mapping[bytes, str], before: Mapping[bytes, Vector], now: int
) -> Iterator[Change]:
    """What the entries write; one made aside sees what its forerunner saw, by `before`."""
    with desk.view() as view:
        known = view.records(each.id for each in entries if not each.new)
        for each in entries:
            seen = before[each.id] if each.aside else None
            stated = Stated(assignments.of_object(each.values), seen=seen, known=beside)
            if each.new:
                declared = record_type(each.type)
                case = each.case if declared.in_case and not declared.heads_case else None
                yield writing.new(view, desk.me, each.id, each.type, case, stated, now)
            else:
                yield writing.edit(view, desk.me, known[each.id], stated, now)

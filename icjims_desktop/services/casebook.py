"""Writing the training case book of the core into a store: whole cases, as if the user had entered them."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from random import Random
from typing import Any, Final

from icjims_core import casebook
from icjims_core.casebook import CASES_A_YEAR, Planned
from icjims_core.modules import record_type
from icjims_core.problem import Refused
from icjims_core.schema import Kind
from icjims_desktop.services import assignments, identifiers, scope, writing
from icjims_desktop.services.desk import Desk
from icjims_desktop.services.writing import Stated
from icjims_desktop.store.commits import Change

_CASES_AT_ONCE: Final = 100

Progress = Callable[[int, int], None]
"""Cases done, and in all."""


def write(desk: Desk, count: int, seed: int, progress: Progress = lambda _done, _total: None) -> tuple[int, int]:
    """Make up so many cases; how many cases and records are new here.

    The same seed gives the same cases; their ids belong to this store's replica, and those that are there already are
    left alone. What the user's role may not record is left out.
    """
    desk.check_enrolled()
    scope.check_may_write(desk.me, record_type("case"))
    replica = desk.store.journal.replica.id
    made = records = done = 0
    for block in _blocks(_planned(desk, count, seed, replica)):
        cases = {each.case for each in block}
        with desk.view() as view:
            known = view.types_of(cases).keys()
        fresh = [each for each in block if each.case not in known]
        records += _write_block(desk, fresh)
        made += len(cases - known)
        done += len(cases)
        progress(min(done, count), count)
    return made, records


def _planned(desk: Desk, count: int, seed: int, replica: bytes) -> Iterator[Planned]:
    """The entries that this user may make, with ids of this replica."""
    until = writing.instant(desk.now())
    start = datetime.date(until.year - 1 - -(-count // CASES_A_YEAR), 1, 1)
    given: dict[bytes, bytes] = {}
    for each in casebook.cases(Random(seed), count, desk.me.office, start, until):
        case = given.setdefault(each.case, _own_id(each.case, replica))
        if not _may_write(desk, each.type) or not (references := _references(each)).keys() <= given.keys():
            continue
        record = given.setdefault(each.id, _own_id(each.id, replica))
        texts = {old: identifiers.to_text(given[key]) for key, old in references.items()}
        yield replace(each, id=record, case=case, values={name: _with(v, texts) for name, v in each.values.items()})


def _own_id(planned: bytes, replica: bytes) -> bytes:
    """The same id for the same entry on the same replica, and another one anywhere else; its time stays."""
    tail = hashlib.sha256(replica + planned).digest()
    return planned[:6] + bytes([0x70 | tail[0] & 0x0F, tail[1], 0x80 | tail[2] & 0x3F]) + tail[3:10]


def _may_write(desk: Desk, type_: str) -> bool:
    try:
        scope.check_may_write(desk.me, record_type(type_))
    except Refused:
        return False
    return True


def _references(entry: Planned) -> dict[bytes, str]:
    """The records that an entry refers to, by id, with the text that stands for them."""
    declared = record_type(entry.type)
    found: dict[bytes, str] = {}
    for name, value in entry.values.items():
        if declared.by_name[name].kind is Kind.REF:
            for each in value if isinstance(value, list) else [value]:
                if isinstance(each, str):
                    found[identifiers.parse(each)] = each
    return found


def _with(value: object, texts: Mapping[str, str]) -> Any:
    if isinstance(value, list):
        return [_with(each, texts) for each in value]
    return texts.get(value, value) if isinstance(value, str) else value


def _blocks(entries: Iterable[Planned]) -> Iterator[list[Planned]]:
    """Whole cases, so many at once."""
    block: list[Planned] = []
    cases: set[bytes] = set()
    for each in entries:
        if each.case not in cases and len(cases) == _CASES_AT_ONCE:
            yield block
            block, cases = [], set()
        cases.add(each.case)
        block.append(each)
    if block:
        yield block


def _write_block(desk: Desk, entries: list[Planned]) -> int:
    """First every record as it begins, then every record's first change, and so on: each sees what stands before it."""
    rounds: list[list[Planned]] = []
    reached: dict[bytes, int] = {}
    for each in entries:
        at = reached[each.id] = reached.get(each.id, -1) + 1
        if at == len(rounds):
            rounds.append([])
        rounds[at].append(each)
    beside = {each.id: each.type for each in entries}
    for entries_of_round in rounds:
        now = desk.now()
        desk.commit(list(_changes(desk, entries_of_round, beside, now)), now)
    return len(reached)


def _changes(desk: Desk, entries: list[Planned], beside: Mapping[bytes, str], now: int) -> Iterator[Change]:
    with desk.view() as view:
        known = view.records(each.id for each in entries if not each.new)
        for each in entries:
            stated = Stated(assignments.of_object(each.values), known=beside)
            if each.new:
                case = None if record_type(each.type).heads_case else each.case
                yield writing.new(view, desk.me, each.id, each.type, case, stated, now)
            else:
                yield writing.edit(view, desk.me, known[each.id], stated, now)

"""A story written at several replicas: revisions with dots, delivered in any order, folded into the same records."""

from __future__ import annotations

import random
from collections.abc import Iterable

from icjims_core.acts import Revision
from icjims_core.casebook import Planned
from icjims_core.casebook.plan import reference
from icjims_core.clocks import Dot, Vector, pairs
from icjims_core.encoding import Value
from icjims_core.law.casefile import CaseFile, Step, case_file, units_of
from icjims_core.merge import fold
from icjims_core.modules import record_type
from icjims_core.operations import operations
from tests.core.casebook.folding import folded

REPLICAS = tuple(bytes([number]) * 16 for number in (1, 2, 3))
Written = tuple[Dot, Revision, int]


def write(story: Iterable[Planned], seed: int) -> list[Written]:
    """Each entry as a revision at one of three replicas, which has seen what came before unless it is made aside."""
    chosen = random.Random(seed)
    counters = dict.fromkeys(REPLICAS, 0)
    seen: dict[bytes, list[Vector]] = {}
    values: dict[bytes, dict[str, Value]] = {}
    written: list[Written] = []
    for entry in story:
        at = chosen.choice(REPLICAS)
        vectors = seen.setdefault(entry.id, [{}])
        context = vectors[-2] if entry.aside and len(vectors) > 1 else vectors[-1]
        own = (each.counter for each, one, _ in written if each.replica == at and one.record == entry.id)
        before = max(own, default=0)
        counters[at] += 1
        dot = Dot(at, counters[at])
        declared = record_type(entry.type)
        changes = operations(declared, entry.values, values.setdefault(entry.id, {}))
        moment = int(entry.moment.timestamp() * 1000)
        revision = Revision(
            1, entry.id, entry.type, declared.version, entry.case, pairs(context), before, changes, None
        )
        written.append((dot, revision, moment))
        values[entry.id] = folded(values[entry.id], entry)
        vectors.append({**vectors[-1], at: dot.counter})
    return written


def gathered(written: Iterable[Written], case: bytes) -> CaseFile:
    """The case file of these revisions, whatever order they arrive in."""
    records: dict[bytes, dict[Dot, Revision]] = {}
    moments: dict[bytes, int] = {}
    for dot, revision, moment in written:
        records.setdefault(revision.record, {})[dot] = revision
        moments[revision.record] = min(moment, moments.get(revision.record, moment))
    steps = []
    for record, revisions in records.items():
        one = next(iter(revisions.values()))
        if one.case == case:
            declared = record_type(one.type)
            state = fold(record, revisions, frozenset())
            steps.append(Step(reference(record), one.type, declared, units_of(declared, state), moments[record]))
    return case_file(reference(case), steps)


def otherwise(story: Iterable[Planned], seed: int) -> list[Planned]:
    """The same entries in another order: of each record its own, across records any."""
    chosen = random.Random(seed)
    waiting: dict[bytes, list[Planned]] = {}
    for entry in story:
        waiting.setdefault(entry.id, []).append(entry)
    entered = []
    while waiting:
        record = chosen.choice(list(waiting))
        entered.append(waiting[record].pop(0))
        if not waiting[record]:
            del waiting[record]
    return entered

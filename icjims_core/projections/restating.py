"""What states otherwise, in a signed act, what was filled in on liberty: told of what the centre has not judged yet."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from typing import Final

from icjims_core import access
from icjims_core.access import Actor, Allowed, Operation, Signer, Subject
from icjims_core.access.function import JUDGE
from icjims_core.acts import Revision, context_of
from icjims_core.clocks import Dot, contains
from icjims_core.declarations.schema import RecordType
from icjims_core.modules import registry
from icjims_core.projections.added import disputable
from icjims_core.projections.records import Record, Written
from icjims_core.projections.succession import Holding, is_judged_before, is_signed_before

SIGNED: Final = "signed"
FILLED_BY_COURT: Final = "filled_by_court"
"""The codes of its refusals, as the centre refuses."""


def unjudged(record: Record, author: bytes) -> Iterator[Written]:
    """The revisions that go on with a record and may restate what was filled in, but those by this author's key."""
    units = _units(record.row.type) if len(record.written) > 1 else frozenset()
    for each in record.written if units else ():
        changes = each.revision.changes.get("put", {})
        if each.dot not in record.uncounted and each.act.header.author != author and not units.isdisjoint(changes):
            yield each


def restating(host: Holding, record: Record, several: Iterable[Written]) -> Mapping[Dot, str]:
    """Those of several revisions, in the order of the log, that their authors may not make, each with the code of why.

    Which prosecutor supervises is the centre's verdict, as of annulments.
    """
    declared = registry()[record.row.type]
    counted = {each.dot: each.revision for each in record.written if each.dot not in record.uncounted}
    people = {each.dot: host.person(each.act.header.author) or each.act.header.author for each in record.written}
    found: dict[Dot, str] = {}
    for each in several:
        units = _restated(declared, each, counted, people)
        if not all(_decides(host, declared, each, unit) for unit in units):
            units = _restated(declared, each, less_disputed(host, record, each, units, counted), people)
        forbidden = not all(_decides(host, declared, each, unit) for unit in units)
        if forbidden and is_signed_before(host, record, each.dot):
            found[each.dot] = SIGNED
        elif for_courts(host, record, each):
            found[each.dot] = FILLED_BY_COURT
        if each.dot in found:
            del counted[each.dot]
    return found


def less_disputed(
    host: Holding, act: Record, written: Written, units: Iterable[str], counted: Mapping[Dot, Revision]
) -> dict[Dot, Revision]:
    """What counts, less what others filled in in these units and a signer contradicts, not having it in view."""
    seen = context_of(written.revision)
    others = disputable(host, act, written.act.header.author, frozenset(units))
    return {dot: each for dot, each in counted.items() if dot not in others or contains(seen, dot)}


def for_courts(host: Holding, act: Record, written: Written) -> bool:
    """Whether somebody states ruling or term in an act that a judge had signed, which is not for any role of his."""
    if access.for_courts(act.row.type).isdisjoint(written.revision.changes.get("put", {})):
        return False
    about = court_subject(act.row.type)
    posts = host.posts(written.act.header.author)
    may = any(isinstance(access.decide(Operation.EDIT, Actor(*each), about), Allowed) for each in posts)
    return not may and is_judged_before(host, act, written.dot)


def court_subject(type_name: str, supervisors: Collection[str] = ()) -> Subject:
    """What a right to state ruling or term in an act that a judge has signed is decided on."""
    signed = [Signer(JUDGE)]
    return Subject(registry().get(type_name), type_name=type_name, signed=signed, supervisors=supervisors)


@cache
def _units(type_name: str) -> frozenset[str]:
    declared = registry().get(type_name)
    return access.filled_in(declared) if declared is not None else frozenset()


def _restated(
    declared: RecordType, written: Written, counted: dict[Dot, Revision], people: dict[Dot, str | bytes]
) -> list[str]:
    """The units in which it states otherwise what its author had seen, of what counts beside it."""
    dot = written.dot
    beside = {each: revision for each, revision in counted.items() if each != dot}
    his = [each for each in beside if people[each] == people[dot]]
    own = access.own_elsewhere(dot, his, beside)
    if written.revision.before:
        own[dot.replica] = written.revision.before
    seen = access.truly_seen(context_of(written.revision), own, beside)
    return access.restated(declared, written.revision.changes, lambda unit: access.standing_values(unit, seen, beside))


def _decides(host: Holding, declared: RecordType, written: Written, unit: str) -> bool:
    subject = Subject(declared, type_name=declared.name, unit=unit)
    return any(
        isinstance(access.decide(Operation.RESOLVE, Actor(role, office), subject), Allowed)
        for role, office in host.posts(written.act.header.author)
    )

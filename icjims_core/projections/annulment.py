"""Who may annul a record, and which annulments take effect: told by what it states, its signatures, its disputes.

What was signed, and what is in dispute on liberty, is annulled by few. An annulment by anybody else takes no effect,
though he had not seen the signature or the other value yet: the same on every host, in whatever order they came.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, select

from icjims_core import access
from icjims_core.access import Actor, Operation, Refused, Signer, Subject
from icjims_core.clocks import Dot, Vector
from icjims_core.declarations.schema import RecordType
from icjims_core.merge import ANNULLED, Entry, fold
from icjims_core.modules import registry
from icjims_core.projections.bulk import rows_in
from icjims_core.projections.records import Record, Written
from icjims_core.projections.succession import Holding, Signed, read_signing
from icjims_core.projections.tables import annulled_table, list_table, record_table
from icjims_core.signing import OFFICER

SIGNING: Final = "signing"
RESERVED: Final = frozenset({"annulled_by_prosecutor", "annulled_by_court", "annulled_by_signer"})
"""Codes of the refusals that say whose the annulment is; by these alone one takes no effect."""


@dataclass(frozen=True, slots=True)
class Annulments:
    """The annulments that stand on a record: those that take effect, and those that do not, each in causal order."""

    effective: tuple[Entry, ...] = ()
    idle: tuple[Entry, ...] = ()


def subject(host: Holding, record: Record) -> Subject:
    """What a right to annul the record, or to take that back, is decided on; of a signature, the same as of its act."""
    if record.row.type != SIGNING:
        return _subject(host, record)
    stated = read_signing(record).statement
    act = host.record(stated.act)
    if act is not None and act.row.type == stated.type:
        return _subject(host, act)
    own = [Signer(role, office, host.person(author)) for author, role, office in _posts(host, record)]
    return Subject(registry().get(stated.type), type_name=stated.type, units=access.guards(stated.type), signed=own)


def annulments(host: Holding, record: Record) -> Annulments:
    """The annulments that stand; one by whom it is not for is idle, and so is taking one back by such."""
    written = [each for each in record.written if each.dot not in record.uncounted and _annuls(each)]
    if not written:
        return Annulments()
    idle = _idle(host, record, written)
    counted = {each.dot: each.revision for each in record.written if each.dot not in {*record.uncounted, *idle}}
    effective = fold(record.row.id, counted, {*record.uncounted, *idle}).annulments
    takes = {each.dot for each in effective}
    # Not those of `state`: a host may have left only the effective ones there.
    everything = {each.dot: each.revision for each in record.written if each.dot not in record.uncounted}
    standing = fold(record.row.id, everything, record.uncounted).annulments
    return Annulments(tuple(effective), tuple(each for each in standing if each.dot not in takes))


def is_annulled(host: Holding, record: Record) -> bool:
    """Whether an annulment of the record takes effect."""
    return bool(annulments(host, record).effective)


def idle_numbers(
    connection: Connection, host: Holding, read: Callable[[Iterable[bytes]], Mapping[bytes, Record]], type_name: str
) -> frozenset[int]:
    """Numbers of the records of a type that bear an annulment and count all the same: it takes no effect.

    The projection of annulments cannot say it: signatures, disputes and the directory come when they come.
    """
    guarded = type_name == SIGNING or bool(access.guards(type_name))
    declared = registry().get(type_name)
    if not guarded and (declared is None or declared.signing is None):
        return frozenset()
    table = record_table.c
    borne = select(table.id).join(annulled_table, annulled_table.c.record_number == table.number)
    ids = list(connection.scalars(borne.where(table.type == type_name)))
    if not guarded:
        texts = {str(uuid.UUID(bytes=each)): each for each in ids}
        signed = {act for (act,) in rows_in(connection, list_table(SIGNING), ("act",), "act", texts)}
        ids = [each for text, each in texts.items() if text in signed]
    found = read(ids).values() if ids else ()
    return frozenset(each.row.number for each in found if not is_annulled(host, each))


def _annuls(written: Written) -> bool:
    return any(ANNULLED in members for members in written.revision.changes.values())


def _idle(host: Holding, record: Record, written: list[Written]) -> frozenset[Dot]:
    about = subject(host, record)
    if not about.signed and not about.disputed:
        return frozenset()
    return frozenset(each.dot for each in written if not _might(host, about, each))


def _might(host: Holding, about: Subject, written: Written) -> bool:
    """Whether its author may annul the record in some role that he has or had.

    Which prosecutor supervised, no clock proves afterwards: that is the centre's verdict, as it arrives.
    """
    author = written.act.header.author
    actors = (Actor(role, office, person=host.person(author)) for role, office in host.posts(author))
    decided = (access.decide(Operation.ANNUL, each, about) for each in actors)
    return any(not isinstance(each, Refused) or each.code not in RESERVED for each in decided)


def _subject(host: Holding, act: Record) -> Subject:
    declared = registry().get(act.row.type)
    stated = {*act.state.registers, *act.state.sets, *act.state.appends}
    signers = tuple(_signers(host, declared, act)) if declared is not None else ()
    return Subject(declared, type_name=act.row.type, units=stated, disputed=_disputed(act), signed=signers)


def _posts(host: Holding, record: Record) -> Iterator[tuple[bytes, str, str]]:
    for author in sorted(read_signing(record).authors):
        for role, office in sorted(host.posts(author)):
            yield author, role, office


def _disputed(act: Record) -> frozenset[str]:
    """Units on liberty or safeguards that are or were in dispute by all that counts here."""
    guards = access.guards(act.row.type)
    counted = {each.dot: each.revision for each in act.written if each.dot not in act.uncounted} if guards else {}
    everything: Vector = {}
    for dot in counted:
        everything[dot.replica] = max(dot.counter, everything.get(dot.replica, 0))
    return frozenset(each for each in guards if access.touches_dispute(each, everything, counted))


def _signers(host: Holding, declared: RecordType, act: Record) -> Iterator[Signer]:
    """Whose valid signatures stand, each in a role that he has or had and that the form names."""
    form = declared.signing
    if form is None:
        return
    for each in host.signings(act, ended=True):
        capacity = each.statement.capacity
        named = form.by if capacity == OFFICER else [role for role, of in form.countersigned_by if of == capacity]
        if each.valid and each.statement.type == declared.name:
            yield from _as_signer(host, each, frozenset(named))


def _as_signer(host: Holding, signed: Signed, named: frozenset[str]) -> Iterator[Signer]:
    for author in signed.authors:
        for role, office in sorted(host.posts(author)):
            if role in named:
                yield Signer(role, office, host.person(author), countersigns=signed.statement.capacity != OFFICER)

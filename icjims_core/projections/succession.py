"""Which act stands in the place of another: one that an officer has signed, and never to decide on another's liberty.

What follows is derived from the records, the signatures and the directory alone: the same on every host.
"""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from icjims_core import access, signing
from icjims_core.access import Actor, Allowed, Operation, Subject
from icjims_core.access.function import JUDGE
from icjims_core.acts import Changes
from icjims_core.clocks import Dot
from icjims_core.declarations.schema import SUPERSEDES, Kind, Merge, RecordType
from icjims_core.encoding import Value, encode
from icjims_core.law.casefile import SUBJECT
from icjims_core.law.drafts import SignedBy
from icjims_core.merge import ANNULLED
from icjims_core.modules import record_type, registry
from icjims_core.problem import Refused
from icjims_core.projections.index import Place
from icjims_core.projections.records import Record
from icjims_core.signing import OFFICER, Statement


@dataclass(frozen=True, slots=True)
class Signed:
    """A record of type `signing` as it was found: `authors` are the keys of all who wrote it.

    `places` are where the log of this host has it, `made` is its first revision.
    """

    statement: Statement
    authors: frozenset[bytes]
    valid: bool
    places: frozenset[Place] = frozenset()
    made: Dot | None = None


class Holding(Protocol):
    """What a host holds beside the acts themselves: signatures, and whose keys they are."""

    def record(self, record: str) -> Record | None:
        """A record by its id as text."""

    def signings(self, act: Record, *, ended: bool = False) -> Iterable[Signed]:
        """The signatures of an act; `ended`: with those that an annulment has ended."""

    def posts(self, author: bytes) -> Collection[tuple[str, str]]:
        """Roles with offices that the person behind an author's key has had, as far as the directory tells."""

    def person(self, author: bytes) -> str:
        """Whose key it is, on whichever device, under any name; empty where the directory does not know it."""


class Host(Holding, Protocol):
    """What it knows besides: which records are annulled, and who supervises."""

    def is_annulled(self, record: Record) -> bool:
        """Whether an annulment of the record takes effect (`projections.annulment`)."""

    def overseers(self, case: bytes | None, day: str) -> frozenset[str]:
        """The prosecutors' offices that supervise whoever keeps a case on a day (YYYY-MM-DD)."""


def read_signing(record: Record) -> Signed:
    """A signature: valid where its own author made it with the key that it states."""
    stated = record.state.agreed(record_type("signing").by_name["act"].unit)
    words = stated if isinstance(stated, dict) else {}
    statement = Statement(
        act=str(words.get("act", "")),
        type=str(words.get("act_type", "")),
        edition=str(words.get("edition", "")),
        content=str(words.get("content", "")),
        capacity=str(words.get("capacity", "")),
        signed_at=str(words.get("signed_at", "")),
        key=str(words.get("key", "")),
    )
    # What only hands keys of a sealed record on, or annuls, states nothing, whoever wrote it.
    counted = [each for each in record.written if each.dot not in record.uncounted and _states(each.revision.changes)]
    authors = frozenset(each.act.header.author for each in counted)
    own = {each.hex() for each in authors} == {statement.key}
    valid = own and not record.state.conflicts() and statement.holds(str(words.get("signature", "")))
    places = frozenset(Place(each.act.number, each.leaf) for each in counted)
    return Signed(statement, authors, valid, places, record.state.created)


def _states(changes: Changes) -> bool:
    return any(unit != ANNULLED for units in changes.values() for unit in units)


def takes_place(host: Host, new: Record, old: Record) -> bool:
    """Whether an act that names another stands in its place.

    Both were signed by an officer whom the form names, the new one as it stands now. Where values of the old one on
    liberty or safeguards are in dispute, or were, one that states them otherwise needs the signature or consent of who
    decides disputes of them, and whose own value is in none; so does one that leaves out what was stated about times,
    and one that names another person, or states otherwise whether and how long he is held, without the signatures of
    all who signed it before. A draft, and a type that nobody signs, takes no place: it is edited instead. A decision on
    who has a case is replaced by who may decide it anew. What bears a judge's signature, a consent or an approval is
    replaced only by what bears it too.
    """
    declared = registry().get(new.row.type)
    if declared is None or declared.signing is None or host.is_annulled(new) or not _may_follow(new, old):
        return False
    signed = stands_signed(host, new)
    if not signed or not _officers(host, declared, old) or not _bears_as_much(host, declared, new, old):
        return False
    contested = _contested(host, old, frozenset())
    moved = {unit for unit in contested if not _says_the_same(unit, new, old)}
    if _leaves_out(declared, new, old):
        moved |= access.guards(declared.name)
    if not _may_restate(host, declared, new, old, signed):
        return False
    deciders = _deciders(host, old)
    under = [each for each, _ in _under(host, new)]
    return any(_redecides(host, new, each, deciders) for each in signed) and all(
        any(_decides(host, new, each, unit, contested.get(unit, ())) for each in under) for unit in moved
    )


def stands_signed(host: Host, act: Record) -> list[Signed]:
    """The signatures of officers whom the form names, under an act as it stands now."""
    return [each for each, _ in _under(host, act) if each.statement.capacity == OFFICER]


def officers_of(host: Holding, act: Record) -> list[Signed]:
    """The signatures of officers whom the form names, whatever was changed beside them."""
    declared = registry().get(act.row.type)
    return _officers(host, declared, act) if declared is not None else []


def signed_by(host: Host, act: Record) -> SignedBy:
    """Which officers whom the form names have signed an act as it stands now."""
    under = _under(host, act)
    own = [(each, roles) for each, roles in under if each.statement.capacity == OFFICER]
    roles = frozenset[str]().union(*(each for _, each in own))
    posts = {
        (role, of) for each, named in under for key in each.authors for role, of in host.posts(key) if role in named
    }
    return SignedBy(roles, _people(host, (each for each, _ in own)), frozenset(posts))


def is_decided(host: Host, act: Record) -> bool:
    """Whether a judge has signed an act as it stands now, or the supervising prosecutor has, or consents to it."""
    units = sorted(access.holding(act.row.type))[:1]
    return any(
        JUDGE in roles or any(_decides(host, act, each, unit) for unit in units) for each, roles in _under(host, act)
    )


def _under(host: Host, act: Record) -> list[tuple[Signed, frozenset[str]]]:
    """What is signed under an act as it stands now, consents too, with the roles that the form names."""
    declared = registry().get(act.row.type)
    if declared is None or declared.signing is None or host.is_annulled(act):
        return []
    said = _content(declared, act)
    return [(each, roles) for each, roles in _borne(host, declared, act) if each.statement.content == said]


def _may_follow(new: Record, old: Record) -> bool:
    return new.row.type == old.row.type and new.row.case == old.row.case and new.row.id != old.row.id


def _content(declared: RecordType, act: Record) -> str | None:
    try:
        return signing.content(declared, act.state)
    except Refused:
        return None


def _officers(host: Holding, declared: RecordType, act: Record) -> list[Signed]:
    """The signatures of an act by officers, each in a role that he has or had and that the form names."""
    return [each for each, _ in _borne(host, declared, act) if each.statement.capacity == OFFICER]


def _borne(host: Holding, declared: RecordType, act: Record) -> list[tuple[Signed, frozenset[str]]]:
    """The signatures of an act, each with the roles of its author that the form names for its capacity."""
    named = (_text(act.row.id), declared.name)
    of_act = [each for each in host.signings(act) if (each.statement.act, each.statement.type) == named and each.valid]
    found = [(each, _named_roles(host, declared, each)) for each in of_act]
    return [(each, roles) for each, roles in found if roles]


def _named_roles(host: Holding, declared: RecordType, signed: Signed) -> frozenset[str]:
    had = {role for author in signed.authors for role, _ in host.posts(author)}
    return frozenset(had & _givers(declared, signed.statement.capacity))


def _givers(declared: RecordType, capacity: str) -> frozenset[str]:
    """The roles that the form names for a capacity."""
    if declared.signing is None:
        return frozenset()
    if capacity == OFFICER:
        return frozenset(declared.signing.by)
    return frozenset(role for role, each in declared.signing.countersigned_by if each == capacity)


def _bears_as_much(host: Host, declared: RecordType, new: Record, old: Record) -> bool:
    """Whether an act bears a judge's signature and each consent or approval that the one it replaces bears.

    What a judge signs needs no consent, and who may give one himself gives it by his signature.
    """
    said = _content(declared, new)
    borne = [
        (each.statement.capacity, by) for each, by in _borne(host, declared, new) if each.statement.content == said
    ]
    roles = frozenset[str]().union(*(by for capacity, by in borne if capacity == OFFICER))
    former = [(each.statement.capacity, by) for each, by in _borne(host, declared, old)]
    if JUDGE in roles:
        return True
    if any(capacity == OFFICER and JUDGE in by for capacity, by in former):
        return False
    given = {capacity for capacity, _ in borne}
    return all(capacity in given or roles & _givers(declared, capacity) for capacity, _ in former)


def is_judged_before(host: Holding, act: Record, dot: Dot | None = None) -> bool:
    """Whether a judge has signed an act as its officer, and not provably after a write of his own device."""
    declared = registry().get(act.row.type)
    borne = _borne(host, declared, act) if declared is not None else []
    judged = (each for each, roles in borne if each.statement.capacity == OFFICER and JUDGE in roles)
    return any(dot is None or _is_before(each, dot) for each in judged)


def is_signed_before(host: Holding, act: Record, dot: Dot) -> bool:
    """Whether an officer whom the form names has signed an act, and not provably after a write of his own device."""
    return any(_is_before(each, dot) for each in officers_of(host, act))


def _is_before(signed: Signed, dot: Dot) -> bool:
    return signed.made is None or signed.made.replica != dot.replica or signed.made.counter < dot.counter


def _contested(host: Host, act: Record, seen: frozenset[bytes]) -> Mapping[str, frozenset[str]]:
    """Units on liberty or safeguards that are or were in dispute in an act, or in one that it names as its former.

    Of each, whose values these are.
    """
    counted = {each.dot: each.revision for each in act.written if each.dot not in act.uncounted}
    everything: dict[bytes, int] = {}
    for dot in counted:
        everything[dot.replica] = max(dot.counter, everything.get(dot.replica, 0))
    keys = {each.dot: each.act.header.author for each in act.written}
    disputed = {each: access.ever_disputants(each, everything, counted) for each in access.guards(act.row.type)}
    own = {each: frozenset(_whose(host, keys[dot]) for dot in dots) for each, dots in disputed.items() if dots}
    named = act.state.agreed(SUPERSEDES)
    former = host.record(named) if isinstance(named, str) else None
    if former is None or former.row.id in seen or not _may_follow(act, former):
        return own
    others = _contested(host, former, seen | {act.row.id})
    return {each: own.get(each, frozenset()) | others.get(each, frozenset()) for each in {*own, *others}}


def _says_the_same(unit: str, new: Record, old: Record) -> bool:
    disputed = {*new.state.conflicts(), *old.state.conflicts()}
    return unit not in disputed and new.state.agreed(unit) == old.state.agreed(unit)


def _leaves_out(declared: RecordType, new: Record, old: Record) -> bool:
    """Whether a statement about a time that the old act holds, such as of apprehension, is missing in the new one."""
    units = [each.unit for each in declared.fields if each.kind is Kind.STATEMENT and each.merge is Merge.APPEND]
    for unit in units:
        kept = [each.value for each in new.state.appends.get(unit, ())]
        if any(each.value not in kept for each in old.state.appends.get(unit, ())):
            return True
    return False


def _may_restate(host: Host, declared: RecordType, new: Record, old: Record, signed: Iterable[Signed]) -> bool:
    """Whether an act may name another person than one of others, or state on liberty otherwise: see `takes_place`.

    What a judge has signed he alone replaces, and decides himself, as he decides on a motion by an act of his own. The
    prosecutor's consent is his signature too.
    """
    holding = access.holding(declared.name)
    subject = declared.by_name.get(SUBJECT)
    units = holding if subject is None or not holding else holding | {subject.unit}
    changed = {unit for unit in units if _stated(unit, new) != _stated(unit, old)}
    if not changed or any(
        each.statement.capacity == OFFICER and JUDGE in by for each, by in _borne(host, declared, old)
    ):
        return True
    if JUDGE in signed_by(host, new).roles:
        return True
    own, said = _people(host, signed), _content(declared, new)
    foreign = [unit for unit in changed if not _signers(host, declared, unit, old) <= own]
    under = [each for each, _ in _borne(host, declared, new) if each.statement.content == said]
    return not foreign or any(_decides(host, new, each, unit) for each in under for unit in sorted(holding)[:1])


def _signers(host: Host, declared: RecordType, unit: str, act: Record) -> frozenset[str | bytes]:
    """Who signed what an act says in a unit: in the first act of those in whose place it stands that says it."""
    seen: set[bytes] = set()
    while isinstance(named := act.state.agreed(SUPERSEDES), str):
        former = host.record(named)
        if former is None or former.row.id in seen or not _may_follow(act, former):
            break
        if _stated(unit, former) != _stated(unit, act) or not _officers(host, declared, former):
            break
        if not stands_signed(host, act):  # else who changes what it names would make it another's
            break
        seen.add(act.row.id)
        act = former
    return _people(host, _officers(host, declared, act))


def _people(host: Host, signed: Iterable[Signed]) -> frozenset[str | bytes]:
    return frozenset(host.person(author) or author for each in signed for author in each.authors)


def _whose(host: Holding, author: bytes) -> str:
    return host.person(author) or author.hex()


def _stated(unit: str, act: Record) -> list[Value]:
    """What stands in a unit, with nothing stated where all its fields are empty."""
    several = act.state.siblings(unit).values()
    return sorted((each for each in several if not _is_empty(each)), key=encode)


def _is_empty(value: Value) -> bool:
    return value is None or (isinstance(value, dict) and all(each is None for each in value.values()))


def _decides(host: Host, act: Record, signed: Signed, unit: str, disputants: Collection[str] = ()) -> bool:
    """`disputants`: whose values are in dispute, by `_whose`."""
    return _resolves(host, act, signed.authors, signed.statement.signed_at[:10], unit, disputants)


def decides(host: Host, act: Record, author: bytes) -> bool:
    """Whether somebody decides disputes on liberty in an act, as who supervises its office or ever did."""
    return any(_resolves(host, act, [author], "", unit) for unit in sorted(access.holding(act.row.type))[:1])


def _resolves(
    host: Host, act: Record, authors: Iterable[bytes], day: str, unit: str, disputants: Collection[str] = ()
) -> bool:
    declared, overseers = record_type(act.row.type), host.overseers(act.row.case, day)
    subject = Subject(declared, type_name=declared.name, unit=unit, supervisors=overseers, authors=disputants)
    return any(
        isinstance(access.decide(Operation.RESOLVE, Actor(role, office, _whose(host, author)), subject), Allowed)
        for author in authors
        for role, office in host.posts(author)
    )


def _deciders(host: Host, act: Record) -> Mapping[bytes, frozenset[str]]:
    """Keys of those who decided in an act who has a case, each with the offices of its author."""
    if act.row.type not in access.decision_units():
        return {}
    counted = {each.dot: each for each in act.written if each.dot not in act.uncounted}
    dots = access.decided_by(act.row.type, act.state.vector, {dot: each.revision for dot, each in counted.items()})
    keys = {counted[dot].act.header.author for dot in dots}
    return {key: frozenset(office for _, office in host.posts(key)) or frozenset([""]) for key in keys}


def _redecides(host: Host, act: Record, signed: Signed, deciders: Mapping[bytes, frozenset[str]]) -> bool:
    """Whether a signer may decide anew what these have decided."""
    others = frozenset[str]().union(*(offices for key, offices in deciders.items() if key not in signed.authors))
    declared = record_type(act.row.type)
    overseers = host.overseers(act.row.case, signed.statement.signed_at[:10]) if others else frozenset[str]()
    subject = Subject(declared, type_name=declared.name, supervisors=overseers, deciders=others)
    return not others or any(
        isinstance(access.decide(Operation.ANNUL, Actor(role, office), subject), Allowed)
        for author in signed.authors
        for role, office in host.posts(author)
    )


def _text(record: bytes) -> str:
    return str(uuid.UUID(bytes=record))

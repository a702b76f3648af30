"""What others than its signers state after a signature on liberty: filled in in the act, or restated of a birth.

Derived from the records, the signatures and the directory alone: the same on every host. No clock is asked: what is not
provably older than the signature is taken to be younger.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from typing import Final

from icjims_core import access
from icjims_core.access.function import JUDGE
from icjims_core.clocks import Dot
from icjims_core.encoding import Value
from icjims_core.modules import record_type, registry
from icjims_core.projections.records import Record, Written
from icjims_core.projections.succession import Holding, Host, decides, is_signed_before, officers_of

BIRTH: Final = record_type("person").by_name["birth_date"].unit
COURT: Final = frozenset({JUDGE, "court_clerk"})
"""The roles of a court."""
DECIDING: Final = frozenset({JUDGE, "prosecutor"})
"""The roles whose word no signer contradicts beside it."""


def filled_in(host: Host, act: Record) -> list[tuple[str, Written]]:
    """Units that say whether and how long somebody is held, left open by a signature, that others filled in; by whom.

    Neither a court nor the supervising prosecutor is among them.
    """
    declared = registry().get(act.row.type)
    units = access.filled_in(declared) & access.holding(declared.name) if declared is not None else frozenset()
    if not units or not officers_of(host, act):
        return []
    return [
        (unit, each)
        for each in act.written
        if each.revision.context and each.dot not in act.uncounted
        for unit in sorted(units & each.revision.changes.get("put", {}).keys())
        if each.dot in act.state.siblings(unit) and _says(each.revision.changes["put"][unit])
        if _is_beside(host, act, each)
        and not decides(host, act, each.act.header.author)
        and not _is_of(host, each, COURT)
    ]


def disputable(host: Holding, act: Record, author: bytes, units: AbstractSet[str]) -> frozenset[Dot]:
    """What others filled in in these units of a signed act, which its author may contradict, being one of its signers.

    What a judge or a prosecutor has stated is not among it.
    """
    if not units or (host.person(author) or author) not in _signers(host, act):
        return frozenset()
    return frozenset(
        each.dot
        for each in act.written
        if each.revision.context and not units.isdisjoint(each.revision.changes.get("put", {}))
        if _is_beside(host, act, each) and not _is_of(host, each, DECIDING)
    )


def restated_births(host: Host, person: Record, acts: Iterable[Record]) -> list[Written]:
    """What stands of a birth and was written by others than the signers of these acts, after they were signed."""
    signed = [each for each in acts if officers_of(host, each)]
    standing = person.state.siblings(BIRTH)
    written = [each for each in person.written if each.dot in standing and each.revision.context]
    return [
        each
        for each in written
        if any(_is_beside(host, act, each) and not decides(host, act, each.act.header.author) for act in signed)
    ]


def former_births(person: Record) -> list[Value]:
    """What was written of a birth and stands no more."""
    standing = person.state.siblings(BIRTH)
    counted = (each for each in person.written if each.dot not in person.uncounted and each.dot not in standing)
    puts = (each.revision.changes.get("put", {}) for each in counted)
    return [each[BIRTH] for each in puts if _says(each.get(BIRTH))]


def _is_beside(host: Holding, act: Record, written: Written) -> bool:
    """Whether no signer of an act wrote something after it was signed."""
    author = written.act.header.author
    return (host.person(author) or author) not in _signers(host, act) and is_signed_before(host, act, written.dot)


def _signers(host: Holding, act: Record) -> frozenset[str | bytes]:
    return frozenset(host.person(key) or key for each in officers_of(host, act) for key in each.authors)


def _is_of(host: Holding, written: Written, roles: frozenset[str]) -> bool:
    return any(role in roles for role, _ in host.posts(written.act.header.author))


def _says(value: Value) -> bool:
    stated = value.values() if isinstance(value, dict) else [value]
    return any(each not in (None, "", []) for each in stated)

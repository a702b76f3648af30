"""What others than its signers state after a signature on liberty: filled in in the act, or restated of a birth.

Derived from the records, the signatures and the directory alone: the same on every host. No clock is asked: what is not
provably older than the signature is taken to be younger.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from icjims_core import access
from icjims_core.access.function import JUDGE
from icjims_core.encoding import Value
from icjims_core.modules import record_type, registry
from icjims_core.projections.records import Record, Written
from icjims_core.projections.succession import Host, decides, is_signed_before, officers_of

BIRTH: Final = record_type("person").by_name["birth_date"].unit
COURT: Final = frozenset({JUDGE, "court_clerk"})
"""The roles of a court."""


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
        if _is_others(host, act, each) and not _is_of(host, each, COURT)
    ]


def restated_births(host: Host, person: Record, acts: Iterable[Record]) -> list[Written]:
    """What stands of a birth and was written by others than the signers of these acts, after they were signed."""
    signed = [each for each in acts if officers_of(host, each)]
    standing = person.state.siblings(BIRTH)
    written = [each for each in person.written if each.dot in standing and each.revision.context]
    return [each for each in written if any(_is_others(host, act, each) for act in signed)]


def former_births(person: Record) -> list[Value]:
    """What was written of a birth and stands no more."""
    standing = person.state.siblings(BIRTH)
    counted = (each for each in person.written if each.dot not in person.uncounted and each.dot not in standing)
    puts = (each.revision.changes.get("put", {}) for each in counted)
    return [each[BIRTH] for each in puts if _says(each.get(BIRTH))]


def _is_others(host: Host, act: Record, written: Written) -> bool:
    """Whether neither a signer of an act nor who decides disputes of it wrote something after it was signed."""
    author = written.act.header.author
    signers = {key for each in officers_of(host, act) for key in each.authors}
    people = {host.person(key) or key for key in signers}
    mine = (host.person(author) or author) in people
    return not mine and is_signed_before(host, act, written.dot) and not decides(host, act, author)


def _is_of(host: Host, written: Written, roles: frozenset[str]) -> bool:
    return any(role in roles for role, _ in host.posts(written.act.header.author))


def _says(value: Value) -> bool:
    stated = value.values() if isinstance(value, dict) else [value]
    return any(each not in (None, "", []) for each in stated)

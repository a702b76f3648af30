"""Which cases standing decisions of those who have them have joined to one another or severed from one another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from sqlalchemy import select

from icjims_core.projections.records import Record
from icjims_core.projections.succession import stands_signed
from icjims_core.projections.tables import list_table, record_table
from icjims_desktop.services import identifiers
from icjims_desktop.services.oversight.holding import PROSECUTOR, Held, holders, makers, supervision
from icjims_desktop.services.scope import View

JOINDER: Final = "joinder"
COUNTED: Final = ("join", "sever")
"""Kinds of decisions after which custody counts together; severed material and restored papers are of one case."""
_MOST_CASES: Final = 50
Having = Callable[[bytes], frozenset[str]]


@dataclass(frozen=True, slots=True)
class _Whose:
    """Case → the office that keeps it, of those that are here; office → the prosecutors' offices that supervise it."""

    keepers: Mapping[bytes, str]
    supervised: Mapping[str, frozenset[str]]

    def is_signed(self, host: Held, act: Record, cases: Iterable[bytes], having: Having) -> bool:
        """Whether one officer has signed it whose office has each of the cases, or who supervises who keeps it."""
        known = [each for each in cases if each in self.keepers]
        return any(
            all(self._may_tie(role, office, case, having) for case in known)
            for signed in stands_signed(host, act)
            for author in signed.authors
            for role, office in host.posts(author)
        )

    def _may_tie(self, role: str, office: str, case: bytes, having: Having) -> bool:
        supervisors = self.supervised.get(self.keepers[case], frozenset())
        if role == PROSECUTOR and (office in supervisors or not supervisors):
            return True
        return office == self.keepers[case] or office in having(case)


def every(view: View) -> dict[bytes, frozenset[bytes]]:
    """Each case that a standing decision ties to another one → the other cases that a chain of them leads to."""
    ties: dict[bytes, set[bytes]] = {}
    for one, other in _standing(view):
        ties.setdefault(one, set()).add(other)
        ties.setdefault(other, set()).add(one)
    return {case: _chain(case, ties) for case in ties}


def _chain(case: bytes, ties: Mapping[bytes, Iterable[bytes]]) -> frozenset[bytes]:
    known, ahead = {case}, [case]
    while ahead and len(known) < _MOST_CASES:
        for each in sorted(ties[ahead.pop()]):
            if each not in known:
                known.add(each)
                ahead.append(each)
    return frozenset(known - {case})


def _standing(view: View) -> list[tuple[bytes, bytes]]:
    """The case in which each decision is recorded, and the one that it names."""
    table = list_table(JOINDER)
    statement = (
        select(record_table.c.id, record_table.c.case_id, table.c.other_case)
        .join(table, table.c.number == record_table.c.number)
        .where(table.c.kind.in_(COUNTED), table.c.other_case.is_not(None), view.condition())
        .where(record_table.c.number.not_in(view.annulled(JOINDER)))
    )
    rows = view.connection.execute(statement).all()
    named = [(row.id, row.case_id, other) for row in rows for other in identifiers.named([row.other_case])]
    return _of_those_who_have_them(view, named) if named else []


def _of_those_who_have_them(view: View, named: list[tuple[bytes, bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    """The decisions made in an office that has both cases, or signed by who supervises it.

    A stranger who names a case of others ties nothing: what he writes in his own would count there. Of a case that is
    not here nothing is known, and nothing of it counts.
    """
    whose = _Whose(
        {case: each.office for case, each in makers(view, {one for row in named for one in row[1:]}).items()},
        supervision(view),
    )
    made = makers(view, (record for record, _, _ in named))

    @cache
    def having(case: bytes) -> frozenset[str]:
        return holders(view, case, whose.keepers[case], whose.supervised)

    def outside(record: bytes, *cases: bytes) -> bool:
        office = made[record].office if record in made else ""
        known = (each for each in cases if each in whose.keepers)
        return any(office != whose.keepers[each] and office not in having(each) for each in known)

    foreign = [row for row in named if outside(*row)]
    records = view.records(record for record, _, _ in foreign) if foreign else {}
    host = Held(view, {identifiers.to_text(each): record for each, record in records.items()})
    refused = {
        row for row in foreign if row[0] not in records or not whose.is_signed(host, records[row[0]], row[1:], having)
    }
    return [(case, other) for record, case, other in named if (record, case, other) not in refused]

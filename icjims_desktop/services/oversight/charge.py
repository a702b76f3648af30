"""Who has a case in charge: what the acceptances of it say at a moment, with the members of groups."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final, NamedTuple

from sqlalchemy import or_, select

from icjims_core import access
from icjims_core.access import Subject, Substitution
from icjims_core.compartments import Person, may_take
from icjims_core.declarations.schema import SUPERSEDES
from icjims_core.law.rule_data import BISHKEK, instant
from icjims_core.modules import registry
from icjims_core.projections.bulk import rows_in
from icjims_core.projections.charging import ACCEPTANCE
from icjims_core.projections.records import Record
from icjims_core.projections.tables import list_table, record_table
from icjims_desktop.services import identifiers
from icjims_desktop.services.documents import agreed_values
from icjims_desktop.services.oversight.holding import PROSECUTOR, holders, keeper, makers, supervision
from icjims_desktop.services.oversight.standing_in import offices_of_users, substitutions
from icjims_desktop.services.people import Me
from icjims_desktop.services.scope import View

_GROUPS: Final = ("group", "group_change")


@dataclass(frozen=True)
class InCharge:
    """By login and name who has a case in charge, with the members of the group; and their offices."""

    names: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()

    def of(self, subject: Subject) -> Subject:
        """The subject, in this charge."""
        return replace(subject, in_charge=self.names, taken_by=self.offices)


NOBODYS: Final = InCharge()


def in_charge(view: View, cases: Sequence[bytes], at: datetime.datetime) -> dict[bytes, InCharge]:
    """Who has each case in charge at a moment."""
    standing = _standing(view, cases, at)
    made = makers(view, (each.record for each in standing))
    users = offices_of_users(view) if any(each.role == PROSECUTOR for each in made.values()) else {}
    records = view.records(each.record for each in standing if each.kind in _GROUPS)
    names: dict[bytes, set[str]] = {}
    offices: dict[bytes, set[str]] = {}
    for each in standing:
        maker = made[each.record]
        names.setdefault(each.case, set()).update((each.named, *_members(records.get(each.record))))
        offices.setdefault(each.case, set()).add(
            users.get(each.named, maker.office) if maker.role == PROSECUTOR else maker.office
        )
    return {case: InCharge(frozenset(names[case]), frozenset(offices[case])) for case in names}


class _Standing(NamedTuple):
    """An acceptance that has not ended, nor been replaced."""

    record: bytes
    case: bytes
    named: str
    kind: str


def _standing(view: View, cases: Sequence[bytes], at: datetime.datetime) -> list[_Standing]:
    numbers = {row[0]: (row[1], row[2]) for row in _acceptances(view, cases)}
    columns = ("number", "officer", "login", "kind", "until", SUPERSEDES)
    rows = list(rows_in(view.connection, list_table(ACCEPTANCE), columns, "number", numbers))
    replaced = _replaced(view, [(*numbers[row[0]], row[5]) for row in rows if row[5] is not None], at)
    found = []
    for number, officer, login, kind, until, _ in rows:
        record, case = numbers[number]
        ended = instant(until)
        if (case, identifiers.to_text(record)) not in replaced and (ended is None or at < ended):
            found.append(_Standing(record, case, login or officer or "", kind))
    return found


def _members(record: Record | None) -> list[str]:
    """Who is of the group that an acceptance names."""
    members = agreed_values(registry()[ACCEPTANCE], record.state).get("members") if record else None
    return [str(each) for each in members] if isinstance(members, list) else []


def accepted_by(view: View, me: Me, at: datetime.datetime) -> frozenset[bytes]:
    """The cases that an acceptance naming this user puts into his charge at a moment."""
    table = list_table(ACCEPTANCE)
    named = or_(table.c.login.in_(me.actor.names), table.c.officer.in_(me.actor.names))
    statement = select(record_table.c.case_id).where(table.c.number == record_table.c.number, named, view.condition())
    cases = [each for each in view.connection.scalars(statement) if each is not None]
    return frozenset(case for case, charge in in_charge(view, cases, at).items() if me.actor.names & charge.names)


class Charge:
    """Who has ever had a case in charge, and who stood in for whom, read once and asked of many moments."""

    def __init__(self, view: View, case: bytes) -> None:
        self._view, self._case = view, case
        self._orders: dict[str, list[Substitution]] = {}

    def had_by(self, at: datetime.datetime) -> frozenset[str]:
        """Whoever had the case at any time up to a moment, by login and name, with the members of groups."""
        return frozenset(name for began, names in self._ever if began is None or began <= at for name in names)

    def stands_in_for(self, login: str, at: datetime.datetime) -> Collection[str]:
        """Those for whom an officer stood in, in the case at a moment."""
        if login not in self._orders:
            self._orders[login] = substitutions(self._view, login)
        return access.stands_in_for(login, identifiers.to_text(self._case), at, self._orders[login])

    @cached_property
    def _ever(self) -> list[tuple[datetime.datetime | None, list[str]]]:
        found = []
        view = self._view
        for each in view.records(record for _, record, _ in _acceptances(view, [self._case])).values():
            values = agreed_values(registry()[ACCEPTANCE], each.state)
            named = (values.get("login") or values.get("officer"), *_members(each))
            found.append((instant(values.get("accepted_at")), [str(name) for name in named if name]))
        return found


def _replaced(
    view: View, named: Sequence[tuple[bytes, bytes, str]], at: datetime.datetime
) -> frozenset[tuple[bytes, str]]:
    """Cases with the acceptances in them that another one replaces; `named`: record, case, what it says it replaces.

    Only whoever gives cases to officers takes one from them so: the head of the office that keeps it, or the prosecutor
    who supervises that office.
    """
    records = view.records(record for record, _, _ in named)
    day = at.astimezone(BISHKEK).date().isoformat()
    supervised = supervision(view, day) if named else {}
    return frozenset(
        (case, old)
        for record, case, old in named
        if record in records and _gives_cases(view, records[record], keeper(view, case), supervised)
    )


def _gives_cases(view: View, acceptance: Record, office: str, supervised: Mapping[str, frozenset[str]]) -> bool:
    """Whether all who say what an acceptance replaces are heads of the office, or prosecutors who supervise it."""
    overseers = supervised.get(office, frozenset())
    dots = acceptance.state.siblings(SUPERSEDES)
    authors = [view.people.author(each.act.header.author) for each in acceptance.written if each.dot in dots]
    return bool(authors) and all(
        (each.role == "head" and each.office == office)
        or (each.role == PROSECUTOR and (not overseers or each.office in overseers))
        for each in authors
    )


def _acceptances(view: View, cases: Sequence[bytes]) -> list[tuple[int, bytes, bytes]]:
    """Number, id and case of the acceptances of these cases that count and that no annulment has ended.

    One counts where whoever wrote it is of an office that holds the case, or supervises: nobody takes what was not
    handed over to his office by his own word.
    """
    annulled = set(view.connection.scalars(view.annulled(ACCEPTANCE)))
    rows = rows_in(view.connection, record_table, ("number", "id", "case_id", "type"), "case_id", cases)
    found = [
        (number, record, case) for number, record, case, kind in rows if kind == ACCEPTANCE and number not in annulled
    ]
    made, kept = makers(view, (record for _, record, _ in found)), makers(view, {case for _, _, case in found})
    held: dict[bytes, Callable[[Person], bool]] = {}
    counted = []
    for number, record, case in found:
        maker, office = made[record], kept[case].office if case in kept else ""
        if office not in ("", maker.office):
            held[case] = held.get(case) or _taking(view, case, office)
            if not held[case](Person(b"", maker.login, maker.role, maker.office)):
                continue
        counted.append((number, record, case))
    return counted


def _taking(view: View, case: bytes, office: str) -> Callable[[Person], bool]:
    """Whose acceptance of a case of an office counts."""
    supervised = supervision(view)
    held, overseers = holders(view, case, office, supervised), supervised.get(office, frozenset())
    return lambda author: may_take(author, held, overseers)

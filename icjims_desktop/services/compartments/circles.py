"""Who may read a sealed record, from what this workstation holds: the directory, supervision, who works on the case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import select

from icjims_core.acts import Changes
from icjims_core.compartments import (
    Circle,
    Officer,
    Person,
    Removal,
    Supervision,
    assigned,
    compartments,
    holders,
    readers,
)
from icjims_core.declarations.schema import RecordType
from icjims_core.directory import DeviceEntry, SealingEntry, SupervisionEntry, UserEntry
from icjims_core.law.rule_data import BISHKEK
from icjims_core.modules import record_type, registry
from icjims_core.projections.handing import HANDOVER
from icjims_core.projections.records import Record
from icjims_core.projections.tables import record_table
from icjims_desktop.services import identifiers
from icjims_desktop.services.compartments import appointments as words
from icjims_desktop.services.documents import parts_of
from icjims_desktop.services.moments import instant
from icjims_desktop.services.oversight import holding
from icjims_desktop.services.people import Me
from icjims_desktop.services.recording import signatures
from icjims_desktop.services.scope import View
from icjims_desktop.store.log import directory
from icjims_desktop.store.log.commits import Change

SIGNING: Final = "signing"


@dataclass(frozen=True, slots=True)
class Subject:
    """What is sealed: a record of a compartment in a case, by its recorder, and the offices that it complains of."""

    compartment: str
    case: bytes | None
    recorder: bytes
    barred: frozenset[str]


def of_change(view: View, me: Me, change: Change, known: Record | None, act: Record | None) -> Subject:
    """The subject of a change to a record that is `known` or new; `act`: what it signs."""
    opened = known if known is not None and known.unsealed is not None else None
    whole = opened or act
    declared = registry().get(change.type)
    compartment = whole.unsealed.compartment if whole and whole.unsealed else record_type(change.type).sealed
    barred = {office for each in (opened, act) if each is not None for office in _barred(view, compartment, each)}
    if declared is not None:
        barred |= set(_named(view, compartment, declared, [change.changes]))
    recorder = me.id if opened is None else _recorder(view, opened)
    return Subject(compartment, change.case, recorder, frozenset(barred))


def of_record(view: View, me: Me, record: Record) -> Subject:
    """The subject of an opened sealed record."""
    nothing = Change(record.row.id, record.row.type, 1, record.row.case, {}, {})
    return of_change(view, me, nothing, record, signed_act(view, record))


def signed_act(view: View, record: Record) -> Record | None:
    """Of a sealed signature: the act that it signs."""
    if record.row.type != SIGNING:
        return None
    words = record.state.agreed(record_type(SIGNING).by_name["act"].unit)
    return _referred(view, words.get("act") if isinstance(words, dict) else None)


class Rolls:
    """What the readers of several records are found by, read once: the directory, and who has each case.

    `now` in milliseconds since 1970 UTC.
    """

    def __init__(self, view: View, me: Me, now: int) -> None:
        self._view, self._me = view, me
        self._now = instant(now)
        self._cases: dict[bytes | None, Circle] = {}
        self._complained_of: dict[tuple[bytes | None, str], frozenset[str]] = {}
        """By case and compartment, the offices that anything sealed in it, as far as it is open here, complains of."""
        self.officers = _officers(view, me)
        self.supervisions = _supervisions(view)
        entries = directory.all_of(view.connection, UserEntry)
        self._people = {
            each.user: Person(each.user, each.login, each.role, each.office)
            for each in entries
            if isinstance(each, UserEntry)
        }

    def circle(self, subject: Subject) -> Circle:
        """Who has to do with the case of a subject."""
        case = subject.case
        if case not in self._cases:
            self._cases[case] = self._read(case)
        barred = subject.barred | self._complained_of.get((case, subject.compartment), frozenset())
        return replace(self._cases[case], recorder=subject.recorder, barred=barred)

    def _read(self, case: bytes | None) -> Circle:
        view, me = self._view, self._me
        office = _keeper(view, me, case)
        if case is None:
            return Circle(office, recorder=b"")
        ids = view.connection.scalars(select(record_table.c.id).where(record_table.c.case_id == case))
        read = view.records(ids)
        acts = {each: record for each, record in read.items() if record.row.type in (words.ACCEPTANCE, HANDOVER)}
        gone, records = signatures.replaced(view, acts), read.values()
        for name in compartments():
            sealed = [each for each in records if each.unsealed is not None and each.unsealed.compartment == name]
            self._complained_of[case, name] = frozenset(
                office for each in sealed for office in _barred(view, name, each)
            )
        keys = {each.act.header.author for one in records for each in one.written if each.dot not in one.uncounted}
        authors = {key: self._people[person] for key in keys if (person := view.people.person(key)) in self._people}
        today = self._now.astimezone(BISHKEK).date()
        overseers = {each.prosecutor for each in self.supervisions if each.office == office and each.in_force(today)}
        standing = [record for record in records if record.row.id not in gone]
        received = words.receipts(records, authors)
        namings = [each for record in standing for each in words.namings(record, authors, self._now, received)]
        sendings = holding.sendings(view, case)
        told = [each for record in records for each in words.removals(record, authors, self._now)]
        told += [each for old, new in gone.items() for each in words.replacing(acts[old], new, authors)]
        removals: dict[str, list[Removal]] = {}
        for login, removal in told:
            removals.setdefault(login, []).append(removal)
        return Circle(
            office=office,
            recorder=b"",
            offices=holders(office, overseers, sendings),
            assigned=assigned(office, overseers, self._people.values(), namings, sendings, removals),
        )


def readers_of(view: View, me: Me, subject: Subject, now: int, rolls: Rolls | None = None) -> list[Officer]:
    """Who may read it today, its recorder first; `now` in milliseconds since 1970 UTC."""
    rolls = rolls or Rolls(view, me, now)
    today = instant(now).astimezone(BISHKEK).date()
    return readers(subject.compartment, rolls.circle(subject), rolls.officers, rolls.supervisions, today)


def prosecutors(view: View, me: Me, record: Record, now: int) -> list[str]:
    """The prosecutor's offices that supervise the office which keeps the case of a record today."""
    today = instant(now).astimezone(BISHKEK).date()
    office = _keeper(view, me, record.row.case)
    found = {each.prosecutor for each in _supervisions(view) if each.office == office and each.in_force(today)}
    return sorted(found)


def is_of(view: View, me: Me, compartment: str, case: bytes, now: int) -> bool:
    """Whether the user would read what others seal in this compartment of a case."""
    subject = Subject(compartment, case, b"", frozenset())
    return any(each.id == me.id for each in readers_of(view, me, subject, now))


def _officers(view: View, me: Me) -> list[Officer]:
    """Everybody who may log in, with the sealing keys of his devices that are not revoked."""
    connection = view.connection
    revoked = {
        each.device
        for each in directory.all_of(connection, DeviceEntry)
        if isinstance(each, DeviceEntry) and each.state == "revoked"
    }
    keys: dict[bytes, list[bytes]] = {me.id: [view.opener.public]} if view.opener else {}
    for each in directory.all_of(connection, SealingEntry):
        if isinstance(each, SealingEntry) and each.device not in revoked:
            keys.setdefault(each.user, []).append(each.key)
    return [
        Officer(each.user, each.login, each.role, each.office, tuple(dict.fromkeys(keys.get(each.user, ()))))
        for each in directory.all_of(connection, UserEntry)
        if isinstance(each, UserEntry) and each.active
    ]


def _supervisions(view: View) -> list[Supervision]:
    return [
        Supervision(each.office, each.prosecutor, each.since, each.until)
        for each in directory.all_of(view.connection, SupervisionEntry)
        if isinstance(each, SupervisionEntry)
    ]


def _recorder(view: View, record: Record) -> bytes:
    """Who made a record that was opened; empty where it was not closed for him, so that they are not his words."""
    unsealed = record.unsealed
    made = next((each for each in record.written if unsealed and each.dot == unsealed.made), None)
    if made is None or unsealed is None:
        return b""
    author = made.act.header.author
    return b"" if view.sealing_keys(author).isdisjoint(unsealed.closed_for) else view.people.person(author)


def _keeper(view: View, me: Me, case: bytes | None) -> str:
    """The office that keeps the case: that of the author of its first revision."""
    found = view.records([case]).get(case) if case is not None else None
    made = next((each for each in found.written if each.dot == found.state.created), None) if found else None
    return (view.people.author(made.act.header.author).office if made else "") or me.office


def _barred(view: View, compartment: str, record: Record, *, through: bool = True) -> Iterator[str]:
    """The offices that a record was ever said to complain of, or the one that it signs or refers to."""
    declared = registry().get(record.row.type)
    if declared is not None:
        changes = [each.revision.changes for each in record.written if each.dot not in record.uncounted]
        yield from _named(view, compartment, declared, changes, through=through)


def _named(
    view: View, compartment: str, declared: RecordType, changes: Iterable[Changes], *, through: bool = True
) -> Iterator[str]:
    rule = compartments()[compartment]
    for unit, value in (item for each in changes for item in each.get("put", {}).items()):
        parts = parts_of(declared, unit, value)
        office = parts.get(rule.never_office)
        if isinstance(office, str):
            yield office
        other = _referred(view, parts.get(rule.through)) if through else None
        if other is not None:
            yield from _barred(view, compartment, other, through=False)


def _referred(view: View, reference: object) -> Record | None:
    return next(iter(view.records(identifiers.named([reference])).values()), None)

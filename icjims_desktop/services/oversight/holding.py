"""Which office keeps a case, which have it from there by signed hand-overs, and who supervises them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import select

from icjims_core import compartments, record_ids
from icjims_core.access import Actor
from icjims_core.compartments import Person, Sending
from icjims_core.directory import SupervisionEntry
from icjims_core.projections import charging
from icjims_core.projections.bulk import rows_in
from icjims_core.projections.handing import HANDOVER, orders
from icjims_core.projections.index import rows_of
from icjims_core.projections.records import Record
from icjims_core.projections.succession import Signed, read_signing
from icjims_core.projections.tables import act_table, record_table
from icjims_desktop.services import identifiers
from icjims_desktop.services.oversight.standing_in import offices_of_users, substitutions
from icjims_desktop.services.scope import View
from icjims_desktop.store.log import directory
from icjims_desktop.store.log.directory import Author

PROSECUTOR: Final = "prosecutor"


@dataclass(frozen=True, slots=True)
class Held:
    """What this workstation holds beside acts; `records`: those that were read already, by id as text.

    The signatures of all of these are read at the first question for one.
    """

    view: View
    records: Mapping[str, Record] = field(default_factory=dict)
    _made: dict[bytes, list[Signed]] = field(default_factory=dict)

    def record(self, record: str) -> Record | None:
        found = self.records.get(record)
        return found or next(iter(self.view.records(identifiers.named([record])).values()), None)

    def signings(self, act: Record, *, ended: bool = False) -> list[Signed]:
        if ended:
            return [read_signing(each) for each in self.view.signings([act], ended=True)[act.row.id]]
        if act.row.id not in self._made:
            found = self.view.signings([act] if self._made else [act, *self.records.values()])
            self._made.update((each, [read_signing(one) for one in made]) for each, made in found.items())
        return self._made[act.row.id]

    def is_annulled(self, record: Record) -> bool:
        return bool(record.state.annulments)

    def person(self, author: bytes) -> str:
        return self.view.people.person(author).hex()

    def posts(self, author: bytes) -> frozenset[tuple[str, str]]:
        return self.view.people.posts(author)

    def overseers(self, case: bytes | None, day: str) -> frozenset[str]:
        office = keeper(self.view, case) if case is not None else ""
        return supervision(self.view, day).get(office, frozenset())


def makers(view: View, records: Iterable[bytes]) -> dict[bytes, Author]:
    """Who began each of these records that are here."""
    rows = {record: row for record, row in rows_of(view.connection, records).items() if row.log}
    first = {row.log[0].act for row in rows.values()}
    keys = dict(rows_in(view.connection, act_table, ("number", "author"), "number", first))
    begun = {record: keys[row.log[0].act] for record, row in rows.items()}
    for record, written in view.folded(
        each for each, key in begun.items() if not record_ids.may_begin(each, key)
    ).items():
        true = (each.act.header.author for each in written.written if each.dot == written.state.created)
        begun[record] = next(true, begun[record])
    return {record: view.people.author(key) for record, key in begun.items()}


def keeper(view: View, case: bytes) -> str:
    """The office that keeps a case: that of whoever recorded it; empty where the case itself is not here."""
    made = makers(view, [case]).get(case)
    return made.office if made else ""


def holders(view: View, case: bytes, office: str, supervised: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The office that keeps a case, and those that have it from there by signed hand-overs."""
    return compartments.holders(office, supervised.get(office, frozenset()), sendings(view, case))


def sendings(view: View, case: bytes) -> list[Sending]:
    """By whose signature the hand-overs of a case give it to which office.

    A colleague's case is nobody's to give away: without the charge that his office has given his word says nothing.
    """
    acts = {identifiers.to_text(each): act for each, act in _of_type(view, case, HANDOVER).items()}
    found = orders(Held(view, acts), acts)
    charged = _charged(view, case) if found else {}
    return [
        Sending(Person(view.people.person(key), of.login, of.role, of.office), receiver, signed.statement.act)
        for receiver, signed in found
        for key in sorted(signed.authors)
        for of in (view.people.author(key),)
        if charging.may_give(_giver(view, case, of), charging.logins(charged.get(of.office, ())))
    ]


def _of_type(view: View, case: bytes, type_: str) -> dict[bytes, Record]:
    statement = select(record_table.c.id).where(record_table.c.case_id == case, record_table.c.type == type_)
    return view.records(view.connection.scalars(statement))


def _charged(view: View, case: bytes) -> dict[str, list[Record]]:
    """Office → the acceptances of a case that its people have written; of a prosecutor, those of whom he names."""
    acts = {each: act for each, act in _of_type(view, case, charging.ACCEPTANCE).items() if not act.state.annulments}
    made = makers(view, acts)
    users = offices_of_users(view) if any(each.role == PROSECUTOR for each in made.values()) else {}
    found: dict[str, list[Record]] = {}
    for each, act in acts.items():
        login, maker = charging.stated(act, "login"), made[each]
        found.setdefault(users.get(str(login), maker.office) if maker.role == PROSECUTOR else maker.office, []).append(
            act
        )
    return found


def _giver(view: View, case: bytes, author: Author) -> Actor:
    """Him, with those for whom somebody else in their office ever let him stand in."""
    text = identifiers.to_text(case)
    replaced = [each.officer for each in substitutions(view, author.login) if each.cases is None or text in each.cases]
    return Actor(author.role, author.office, author.login, author.name, replaced)


def supervision(view: View, day: str = "") -> dict[str, frozenset[str]]:
    """Office → the prosecutors' offices that supervise it on a day; without one, those that ever did."""
    found: dict[str, set[str]] = {}
    for each in directory.all_of(view.connection, SupervisionEntry):
        if isinstance(each, SupervisionEntry) and (not day or _in_force(each, day)):
            found.setdefault(each.office, set()).add(each.prosecutor)
    return {office: frozenset(several) for office, several in found.items()}


def _in_force(entry: SupervisionEntry, day: str) -> bool:
    return entry.since <= day and (entry.until is None or day < entry.until)

"""Who has signed an act, whether each signature holds, and what may still be changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import select

from icjims_core import access, signing
from icjims_core.access import Operation, State, Subject
from icjims_core.acts import Changes
from icjims_core.declarations.schema import SUPERSEDES, RecordType
from icjims_core.law.casefile import Step, claims
from icjims_core.modules import record_type, registry
from icjims_core.problem import Refused
from icjims_core.projections.annulment import SIGNING
from icjims_core.projections.records import Record
from icjims_core.projections.succession import Signed, read_signing, takes_place
from icjims_core.projections.tables import list_table, record_table
from icjims_core.signing import Signature, Standing
from icjims_desktop.services import identifiers
from icjims_desktop.services.oversight import access as facts
from icjims_desktop.services.people import Me
from icjims_desktop.services.scope import View


def unit() -> str:
    """The unit of a signing that holds all its words."""
    return record_type(SIGNING).by_name["act"].unit


def of(view: View, act: bytes, *, sealed: bool = True) -> list[Signature]:
    """The signatures of an act, the earliest first, each checked against its words and its author's key.

    With `sealed` false those of a sealed act, which are sealed as it is, are not looked for.
    """
    read = [_read(view, each) for each in view.signings(act, sealed=sealed)]
    return sorted(read, key=lambda each: (each.statement.signed_at, each.record))


def _read(view: View, record: Record) -> Signature:
    """A signature as it was found: valid where its own author made it with the key that the centre certifies."""
    found = read_signing(record)
    login = next((view.people.author(each).login for each in sorted(found.authors)), "")
    return Signature(identifiers.to_text(record.row.id), found.statement, login, found.valid)


def standing(view: View, act: Record) -> Standing:
    """How far an act has come."""
    declared = registry().get(act.row.type)
    if declared is None or declared.signing is None:
        return Standing.ANNULLED if act.state.annulments else Standing.DRAFT
    try:
        current = signing.content(declared, act.state)
    except Refused:
        current = None
    return signing.standing(
        current,
        of(view, act.row.id, sealed=act.unsealed is not None),
        annulled=bool(act.state.annulments),
        superseded=_is_superseded(view, declared, act),
        registered=_is_registered(view, act.row.id),
    )


def _is_registered(view: View, act: bytes) -> bool:
    """Whether a record that stands says that the act was entered in a journal, sent, or filed in the case."""
    for type_, name in signing.REGISTERING:
        table = list_table(type_)
        statement = (
            select(table.c.number)
            .join(record_table, record_table.c.number == table.c.number)
            .where(
                table.c[name] == identifiers.to_text(act), table.c.number.not_in(view.annulled(type_)), view.condition()
            )
            .limit(1)
        )
        if view.connection.scalar(statement) is not None:
            return True
    return False


def _is_superseded(view: View, declared: RecordType, act: Record) -> bool:
    if SUPERSEDES not in declared.by_name:
        return False
    named = identifiers.to_text(act.row.id)
    if declared.sealed:
        several = [
            each for each in view.unsealed(type_=declared.name) if named in each.state.siblings(SUPERSEDES).values()
        ]
    else:
        table = list_table(declared.name)
        statement = (
            select(record_table.c.id)
            .join(table, table.c.number == record_table.c.number)
            .where(table.c[SUPERSEDES] == named)
        )
        several = [*view.records(view.connection.scalars(statement)).values()]
    return any(takes_place(Held(view), each, act) for each in several if each.state.created)


def succession(view: View, records: Mapping[bytes, Record], steps: Iterable[Step]) -> frozenset[tuple[str, str]]:
    """Which steps stand in the place of others: ids, the new one first. `records` are those of the steps, by id."""
    held = {identifiers.to_text(each): record for each, record in records.items()}
    host = Held(view, held)
    return frozenset((new, old) for new, old in claims(steps) if takes_place(host, held[new], held[old]))


def replaced(view: View, records: Mapping[bytes, Record]) -> Mapping[bytes, Record]:
    """Which of these acts ended by another among them: id of the old one → the new one."""
    host = Held(view, {identifiers.to_text(each): record for each, record in records.items()})
    named = ((each, each.state.agreed(SUPERSEDES)) for each in records.values())
    pairs = ((new, host.records[old]) for new, old in named if isinstance(old, str) and old in host.records)
    return {old.row.id: new for new, old in pairs if takes_place(host, new, old)}


@dataclass(frozen=True, slots=True)
class Held:
    """What this workstation holds beside acts; `records`: those that were read already, by id as text."""

    view: View
    records: Mapping[str, Record] = field(default_factory=dict)

    def record(self, record: str) -> Record | None:
        return self.records.get(record) or self.view.records([identifiers.parse(record)]).get(identifiers.parse(record))

    def signings(self, act: Record, *, ended: bool = False) -> list[Signed]:
        found = self.view.signings(act.row.id, sealed=act.unsealed is not None, ended=ended)
        return [read_signing(each) for each in found]

    def is_annulled(self, record: Record) -> bool:
        return bool(record.state.annulments)

    def person(self, author: bytes) -> str:
        return self.view.people.person(author).hex()

    def posts(self, author: bytes) -> frozenset[tuple[str, str]]:
        return self.view.people.posts(author)

    def overseers(self, case: bytes | None, day: str) -> frozenset[str]:
        office = facts.keeper(self.view, case) if case is not None else ""
        return facts.supervision(self.view, day).get(office, frozenset())


def check_open(view: View, me: Me, act: Record, changes: Changes) -> None:
    """Raises `signed` where the changes touch what an officer has signed."""
    declared = registry().get(act.row.type)
    if declared is None or declared.signing is None:
        return
    stays = signing.open_units(declared)
    touched = sorted({unit for units in changes.values() for unit in units} - stays)
    if touched and standing(view, act) not in (Standing.DRAFT, Standing.ANNULLED):
        subject = Subject(declared, state=State.CLOSED)
        access.check(Operation.EDIT, me.actor, subject, record=identifiers.to_text(act.row.id), field=touched[0])

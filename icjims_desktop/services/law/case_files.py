"""Case files out of the store: what the rules of the law read of a case, as the user may see it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import and_, or_, select

from icjims_core.custody import custody_rules
from icjims_core.custody.beside import released_beside
from icjims_core.declarations.schema import Kind, RecordType
from icjims_core.law.casefile import Annulment, CaseFile, Step, case_file, units_of
from icjims_core.law.drafts import SignedBy, ToBeSigned, as_drafts, draft_rules, to_be_signed
from icjims_core.modules import registry
from icjims_core.officers import NOBODY, Officer
from icjims_core.problem import Refused
from icjims_core.projections.annulment import Annulments
from icjims_core.projections.records import Record
from icjims_core.projections.succession import is_decided, signed_by
from icjims_core.projections.tables import record_table
from icjims_desktop.services import identifiers
from icjims_desktop.services.documents import headers_of, officer_of
from icjims_desktop.services.law import added
from icjims_desktop.services.oversight.holding import Held
from icjims_desktop.services.recording import signatures
from icjims_desktop.services.scope import View
from icjims_desktop.store.log.directory import UNKNOWN_AUTHOR


def read(view: View, case: bytes) -> CaseFile:
    """The case with all its records of types that this program knows; a record outside any case is a file of its own.

    Raises `Refused("not_found")`.
    """
    return several(view, [case])[case]


def several(view: View, cases: Sequence[bytes]) -> dict[bytes, CaseFile]:
    """The same of several cases, read together, in this order."""
    table = record_table.c
    of_cases = or_(table.case_id.in_(cases), and_(table.id.in_(cases), table.case_id.is_(None)))
    records: dict[bytes, dict[bytes, Record]] = {case: {} for case in cases}
    for each, record in view.records(view.connection.scalars(select(table.id).where(of_cases))).items():
        records[record.row.case or each][each] = record
    absent = next((case for case in cases if case not in records[case]), None)
    if absent is not None:
        raise Refused("not_found", record=identifiers.to_text(absent))
    return {case: of_records(view, case, found) for case, found in records.items()}


def alone(view: View, types: Collection[str]) -> list[bytes]:
    """The records of these types that stand outside any case, in the order in which they came."""
    table = record_table.c
    statement = select(table.id).where(table.case_id.is_(None), table.type.in_(types), view.condition())
    return list(view.connection.scalars(statement.order_by(table.number)))


def of_records(view: View, case: bytes, records: Mapping[bytes, Record]) -> CaseFile:
    """The file of a case made of these records of it, by id."""
    known = {each: one for each, one in records.items() if one.state.created and one.row.type in registry()}
    steps = [step_of(view, each) for each in known.values()]
    acts = _under_signature(view, known)
    steps = as_drafts(acts.told(steps), to_be_signed(steps, acts.signers))
    steps = added.with_added(acts.host, known, steps)
    file = case_file(identifiers.to_text(case), steps, signatures.succession(view, known, steps))
    return released_beside([file], acts.signers, acts.is_decided)[0]


def joined(view: View, files: Sequence[CaseFile]) -> list[CaseFile]:
    """The files of joined cases, in which persons go by the same ids, with the releases beside acts of one another."""
    names = (each.id for file in files for each in file.steps if each.type in draft_rules().types)
    acts = _under_signature(view, view.records(map(identifiers.parse, names)))
    return released_beside(files, acts.signers, acts.is_decided)


def unsigned(view: View, records: Mapping[bytes, Record], steps: Iterable[Step]) -> Mapping[str, ToBeSigned]:
    """What stands only under a signature that its step lacks, by the id of the step."""
    return to_be_signed(steps, _under_signature(view, records).signers)


@dataclass(frozen=True, slots=True)
class _Acts:
    """The acts of a case of which the rules ask who signed them."""

    host: Held

    def signers(self, name: str) -> SignedBy:
        return signed_by(self.host, self.host.records[name])

    def is_decided(self, name: str) -> bool:
        return is_decided(self.host, self.host.records[name])

    def told(self, steps: Iterable[Step]) -> list[Step]:
        """The steps, of which those that take liberty by an act tell whether it is signed."""
        return [self._told(each) if each.takes_liberty and each.id in self.host.records else each for each in steps]

    def _told(self, step: Step) -> Step:
        return replace(step, signed=bool(self.signers(step.id).roles))


def _under_signature(view: View, records: Mapping[bytes, Record]) -> _Acts:
    types = draft_rules().types | custody_rules().signed
    return _Acts(Held(view, {identifiers.to_text(each): one for each, one in records.items() if one.row.type in types}))


def step_of(view: View, record: Record) -> Step:
    """One record as the rules read it."""
    written = headers_of(record, view.people).get(record.state.created) if record.state.created else None
    author, recorded_at = written or (UNKNOWN_AUTHOR, 0)
    declared = registry()[record.row.type]
    stand = view.annulments(record)
    return Step(
        id=identifiers.to_text(record.row.id),
        type=record.row.type,
        declared=declared,
        units=units_of(declared, record.state),
        recorded_at=recorded_at,
        author=author.login,
        office=author.office,
        officer=officer_of(author),
        stated_by=_stated_by(view, record, declared),
        annulled=bool(stand.effective),
        annulments=tuple(_annulments(view, record, stand)),
        made=record.state.created,
    )


def _stated_by(view: View, record: Record, declared: RecordType) -> dict[str, tuple[Officer, ...]]:
    """Who recorded each of several statements, field by field."""
    found: dict[str, tuple[Officer, ...]] = {}
    for each in declared.fields:
        entries = record.state.appends.get(each.unit, ()) if each.kind is Kind.STATEMENT else ()
        if len(entries) > 1:
            headers = headers_of(record, view.people)
            written = (headers.get(entry.dot) for entry in entries)
            found[each.name] = tuple(officer_of(by[0]) if by else NOBODY for by in written)
    return found


def _annulments(view: View, record: Record, stand: Annulments) -> Iterator[Annulment]:
    headers = headers_of(record, view.people)
    for each in (*stand.effective, *stand.idle):
        author, at = headers[each.dot]
        effective, officer = each in stand.effective, officer_of(author)
        yield Annulment(author.login, author.office, at, str(each.value), effective, officer)

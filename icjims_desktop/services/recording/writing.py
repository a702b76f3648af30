"""Making, editing, annulling and resolving: a statement becomes one signed revision with its author's view."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from icjims_core import access, record_ids
from icjims_core.access import Actor, Operation, State, Subject
from icjims_core.acts import Changes
from icjims_core.clocks import Dot, Vector, contains, parse_dot
from icjims_core.compartments import SEALED_RECORD
from icjims_core.data_protection.impact import assessments
from icjims_core.declarations import validation
from icjims_core.declarations.schema import Field, Kind, RecordType
from icjims_core.declarations.words import Label, Words
from icjims_core.encoding import Value
from icjims_core.merge import ANNULLED
from icjims_core.merge import State as Folded
from icjims_core.modules import module_of, record_type
from icjims_core.problem import Refused
from icjims_core.projections.records import Record
from icjims_desktop.services import identifiers
from icjims_desktop.services.documents import agreed_values, parts_of
from icjims_desktop.services.moments import instant
from icjims_desktop.services.paper import numbering, register_origin
from icjims_desktop.services.people import Me
from icjims_desktop.services.persons import strangers
from icjims_desktop.services.recording import annulling, decisions, signatures
from icjims_desktop.services.recording.assignments import Assignment
from icjims_desktop.services.recording.changes import Draft, as_seen, unit_parts, unit_value
from icjims_desktop.services.scope import View
from icjims_desktop.store.log.commits import Change

_REASON: Final = Field("reason", Kind.RICH, Words(Label("Себеби", "Причина", "Reason")), max_length=10_000)


@dataclass(frozen=True, slots=True)
class Stated:
    """What a person states about a record: values, a reason, the vector he had before him, and ids made beside it."""

    assignments: Sequence[Assignment]
    reason: str | None = None
    seen: Vector | None = None
    known: Mapping[bytes, str] | None = None


def reason_text(raw: str | None, *, required: bool) -> str | None:
    """A reason as it is stored; raises `Refused("reason_required")` or `Refused("invalid", field="reason")`."""
    found = validation.normalise(_REASON, raw)
    if required and found is None:
        raise Refused("reason_required")
    return None if found is None else str(found)


def new(view: View, me: Me, record: bytes, name: str, case: bytes | None, stated: Stated, now: int) -> Change:
    """The first revision of a record; raises `Refused`."""
    declared = record_type(name)
    access.check(Operation.CREATE, me.actor, Subject(declared))
    assessments().of(module_of(name))
    if declared.command:
        raise Refused("made_by_command", type=name, command=declared.command)
    if not record_ids.may_begin(record, me.key):
        raise Refused("stated_once", record=identifiers.to_text(record))
    case = _case_of(view, declared, record, case, stated.known)
    draft = Draft(declared, None)
    draft.take(stated.assignments)
    check_references(view, draft.references(), stated.known, sealed=bool(declared.sealed))
    strangers.check(view, declared, case, draft.references())
    changes = draft.checked(instant(now))
    register_origin.check_changes(me, name, changes)
    numbering.check(name, record, changes)
    return Change(record, name, declared.version, case, {}, changes, stated.reason)


def _case_of(
    view: View, declared: RecordType, record: bytes, case: bytes | None, known: Mapping[bytes, str] | None
) -> bytes | None:
    if declared.heads_case or not declared.in_case:
        if case is not None:
            raise Refused("case_not_allowed", type=declared.name)
        return record if declared.heads_case else None
    if case is None:
        raise Refused("case_required", type=declared.name)
    check_case(view, case, known)
    return case


def check_case(view: View, case: bytes, known: Mapping[bytes, str] | None = None) -> None:
    """Raises `Refused("not_found")` unless it is a case that the user may see."""
    found = (known or {}).get(case) or view.types_of([case]).get(case)
    if found is None or not record_type(found).heads_case:
        raise Refused("not_found", record=identifiers.to_text(case))


def edit(view: View, me: Me, record: Record, stated: Stated, now: int) -> Change:
    """The next revision of a record; raises `Refused`."""
    declared = _editable_type(me, record)
    register_origin.check(view.people, me, record)
    standing = State.ANNULLED if record.state.annulments else State.OPEN
    _check(Operation.EDIT, (me.actor, Subject(state=standing)), declared, record)
    decisions.check_begun(view, me, record, Operation.EDIT, instant(now))
    state, context = as_seen(record, stated.seen)
    draft = Draft(declared, state)
    draft.take(stated.assignments)
    check_references(view, draft.references(), stated.known, sealed=bool(declared.sealed))
    strangers.check(view, declared, record.row.case, draft.references())
    changes = draft.checked(instant(now))
    signatures.check_open(view, me, record, changes)
    context = decisions.contradicting(view, me, record, changes, context)
    check_files(declared, state, changes, stated.reason)
    decisions.check_edit(view, me, record, changes, context, instant(now))
    _check(Operation.EDIT, decisions.deciding(view, me, record, changes, context, instant(now)), declared, record)
    register_origin.check_changes(me, declared.name, changes)
    numbering.check(declared.name, record.row.id, changes)
    return _change(record, declared, context, changes, stated.reason)


def check_files(declared: RecordType, state: Folded, changes: Changes, reason: str | None) -> None:
    """Raises `reason_required` where changes take a file away, or put another in its place, and nobody says why."""
    if reason is not None:
        return
    agreed, puts = agreed_values(declared, state), changes.get("put", {})
    for field in (each for each in declared.fields if each.kind is Kind.FILE):
        standing = _listed(agreed.get(field.name))
        gone = [each for each in _listed(changes.get("remove", {}).get(field.unit)) if each in standing]
        if field.unit in puts:
            after = parts_of(declared, field.unit, puts[field.unit]).get(field.name)
            gone += [each for each in standing if each != after]
        if gone:
            raise Refused("reason_required", type=declared.name, field=field.name)


def _listed(value: Value) -> list[object]:
    return list(value) if isinstance(value, list) else [] if value is None else [value]


def _check(operation: Operation, asked: tuple[Actor, Subject], declared: RecordType, record: Record) -> None:
    """Raises what the rules of access say against a change to a record."""
    actor, subject = asked
    access.check(operation, actor, replace(subject, type=declared), record=identifiers.to_text(record.row.id))


def _editable_type(me: Me, record: Record) -> RecordType:
    """The declared type of a record that the user may write; what a command makes stays as it was made."""
    check_unsealed(record)
    declared = record_type(record.row.type)
    access.check(Operation.EDIT, me.actor, Subject(declared))
    if declared.command:
        raise Refused("made_by_command", type=declared.name, command=declared.command)
    return declared


def check_unsealed(record: Record) -> None:
    """Raises `Refused("sealed")` for what the user cannot open: he would write over what he does not see."""
    if record.row.type == SEALED_RECORD:
        raise Refused("sealed", record=identifiers.to_text(record.row.id))


def _change(record: Record, declared: RecordType, context: Vector, changes: Changes, reason: str | None) -> Change:
    check_unsealed(record)
    module = max(declared.version, record.state.module)
    return Change(record.row.id, record.row.type, module, record.row.case, context, changes, reason)


def annul(view: View, me: Me, record: Record, reason: str, seen: Vector | None, now: int) -> Change:
    """An annulment; raises `Refused("annulled")` where one stands already, `named_by_acts`, and what the rules say."""
    _, context = as_seen(record, seen)
    stands = State.ANNULLED if record.state.annulments else State.OPEN
    annulling.check_unnamed(view, record)
    return _annulling(view, me, record, {"add": {ANNULLED: [reason]}}, context, stands, reason, now)


def undo_annul(view: View, me: Me, record: Record, reason: str, seen: Vector | None, now: int) -> Change:
    """Takes away the annulments that were seen and take effect; raises `Refused("not_annulled")` and as `annul`."""
    state, context = as_seen(record, seen)
    effective = {each.dot for each in record.state.annulments}
    reasons = list(dict.fromkeys(str(each.value) for each in state.annulments if each.dot in effective))
    change = _annulling(view, me, record, {"remove": {ANNULLED: reasons}}, context, State.OPEN, reason, now)  # type: ignore[dict-item]
    if not reasons:
        raise Refused("not_annulled", record=identifiers.to_text(record.row.id))
    return change


def _annulling(
    view: View, me: Me, record: Record, changes: Changes, context: Vector, state: State, reason: str, now: int
) -> Change:
    declared = record_type(record.row.type)
    register_origin.check(view.people, me, record)
    actor, subject = decisions.deciding(view, me, record, changes, context, instant(now))
    if subject.deciders:
        _check(Operation.ANNUL, (actor, replace(subject, state=state)), declared, record)
    annulling.check(view, me, record, instant(now), state)
    return _change(record, declared, context, changes, reason)


def resolve(
    view: View, me: Me, record: Record, name: str, choice: str | Assignment, stated: Stated, now: int
) -> Change:
    """The decision of a conflict: the value of a dot (text `replica:counter`) or a whole new value of the unit.

    Raises `Refused("no_conflict")` where there is none; a value that the unit once had may be taken all the same, which
    undoes an earlier decision.
    """
    declared = record_type(record.row.type)
    unit = declared.by_name[name].unit if name in declared.by_name else name
    decisions.check(view, me, record, unit, instant(now))
    decisions.check_begun(view, me, record, Operation.RESOLVE, instant(now))
    register_origin.check(view.people, me, record)
    state, context = as_seen(record, stated.seen)
    if unit not in state.registers:
        raise Refused("no_conflict", type=record.row.type, unit=unit[:100])
    if isinstance(choice, str):
        value = _value_at(record, state, unit, parse_dot(choice), context)
    elif unit not in state.conflicts():
        raise Refused("no_conflict", type=record.row.type, unit=unit)
    else:
        value = unit_value(declared, unit, choice, unit_parts(declared, state, unit))
        draft = Draft(declared, state)
        draft.decide(unit, value)
        check_references(view, draft.references(), stated.known, sealed=bool(declared.sealed))
        strangers.check(view, declared, record.row.case, draft.references())
        draft.check(instant(now))
    changes: Changes = {"put": {unit: value}}
    register_origin.check_changes(me, declared.name, changes)
    return _change(record, declared, context, changes, stated.reason)


def _value_at(record: Record, state: Folded, unit: str, dot: Dot, context: Vector) -> Value:
    """The sibling of a dot; where nothing is in conflict, a value that the unit once had and that stands no more."""
    standing = state.siblings(unit)
    if unit in state.conflicts():
        if dot not in standing:
            raise Refused("no_such_value", unit=unit, dot=str(dot))
        return standing[dot]
    if dot in standing:
        raise Refused("no_conflict", type=record.row.type, unit=unit)
    for each in record.written:
        counts = each.dot not in record.uncounted and contains(context, dot)
        if each.dot == dot and counts and unit in each.revision.changes.get("put", {}):
            return each.revision.changes["put"][unit]
    raise Refused("no_such_value", unit=unit, dot=str(dot))


def check_references(
    view: View, references: Mapping[bytes, Field], known: Mapping[bytes, str] | None = None, *, sealed: bool = False
) -> None:
    """Raises `Refused("invalid", rule="reference")` where a reference names nothing that the user may see.

    What stands in the open never refers to a sealed record: the field alone would tell of what kind it is.
    """
    if not references:
        return
    beside = known or {}
    types = {each: beside[each] for each in references if each in beside}
    held = [each for each in references if each not in beside]
    types |= view.types_of(held)
    if sealed:
        types |= {each: record.row.type for each, record in view.records(held).items()}
    else:
        types = {each: type_ for each, type_ in types.items() if type_ != SEALED_RECORD}
    for record, field in references.items():
        if record not in types or (field.target is not None and types[record] != field.target):
            raise Refused("invalid", field=field.name, rule="reference", record=identifiers.to_text(record))

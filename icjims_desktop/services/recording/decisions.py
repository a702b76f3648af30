"""Who decides a dispute: what the rules of access say of a unit, and what authors explain of their values."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final, cast

from sqlalchemy import select

from icjims_core import access
from icjims_core.access import Actor, Operation, Subject
from icjims_core.acts import Changes, Revision
from icjims_core.clocks import Dot, Vector, add
from icjims_core.declarations.schema import RecordType
from icjims_core.modules import record_type, registry
from icjims_core.problem import Parameter, Refused
from icjims_core.projections.added import disputable
from icjims_core.projections.records import Record
from icjims_core.projections.restating import court_subject
from icjims_core.projections.succession import is_judged_before
from icjims_core.projections.tables import list_table, record_table
from icjims_desktop.services import identifiers
from icjims_desktop.services.documents import agreed_values, headers_of
from icjims_desktop.services.moments import instant
from icjims_desktop.services.oversight import access as facts
from icjims_desktop.services.oversight.holding import Held
from icjims_desktop.services.people import Me, People
from icjims_desktop.services.recording import signatures
from icjims_desktop.services.scope import View
from icjims_desktop.store.log.commits import Change
from icjims_desktop.store.log.directory import Author

EXPLANATION: Final = "explanation"
DECIDED: Final = "decided"
"""Rule of a refusal that concerns a dispute which the prosecutor has decided: he alone may be written to."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """What the author of a value in dispute says of it, the time in ms since 1970, the words."""

    record: str
    unit: str
    author: Author
    recorded_at: int
    text: str


def unit_of(declared: RecordType, name: str) -> str:
    """The unit of a field, or the unit itself."""
    return declared.by_name[name].unit if name in declared.by_name else name


def check(view: View, me: Me, record: Record, unit: str, at: datetime.datetime) -> None:
    """Raises what the rules say against this user's deciding the unit; rule `decided` where somebody has already."""
    declared = record_type(record.row.type)
    if unit in access.guards(declared.name):
        actor, subject = facts.of_case(view, me, record.row.case, at)
        authors = authors_of(record, unit, view.people) if unit in record.state.conflicts() else frozenset()
        subject = replace(subject, authors=authors)
    else:
        actor, subject = deciding(view, me, record, {"put": {unit: None}}, record.state.vector, at)
    more: dict[str, Parameter] = {"rule": DECIDED} if is_decided(record, unit) else {}
    access.check(Operation.RESOLVE, actor, replace(subject, type=declared, unit=unit), **more)


def is_decided(record: Record, unit: str) -> bool:
    """Whether a unit on liberty or safeguards was in dispute and is no longer."""
    if unit not in access.guards(record.row.type) or unit in record.state.conflicts():
        return False
    counted = _counted(record)
    everything: dict[bytes, int] = {}
    for dot in counted:
        everything[dot.replica] = max(dot.counter, everything.get(dot.replica, 0))
    return access.touches_dispute(unit, everything, counted)


def _counted(record: Record) -> dict[Dot, Revision]:
    return {each.dot: each.revision for each in record.written if each.dot not in record.uncounted}


def may_decide(view: View, me: Me, record: Record, unit: str, at: datetime.datetime) -> bool:
    """Whether the user decides the unit."""
    try:
        check(view, me, record, unit, at)
    except Refused:
        return False
    return True


def check_edit(view: View, me: Me, record: Record, changes: Changes, context: Vector, at: datetime.datetime) -> None:
    """Raises as `check` where an edit would replace what was decided on liberty or safeguards, and `signed` where it
    would replace what was filled in there in a signed act; `filled_by_court` where a court fills it in."""
    counted, unseen = _counted(record), _contradicted(view, me, record, changes)
    less = {dot: each for dot, each in counted.items() if dot not in unseen}
    context = access.truly_seen(context, _own(view, me, record), counted)
    for unit in sorted(access.guards(record.row.type) & changes.get("put", {}).keys()):
        if access.touches_dispute(unit, context, counted):
            check(view, me, record, unit, at)
    declared = record_type(record.row.type)
    restated = access.restated(declared, changes, lambda unit: access.standing_values(unit, context, less))
    forbidden = [unit for unit in restated if not may_decide(view, me, record, unit, at)]
    if forbidden:
        signatures.check_unsigned(view, me, record, forbidden[0])
    court = sorted(access.for_courts(record.row.type) & changes.get("put", {}).keys())
    if court and is_judged_before(Held(view), record):
        actor, subject = facts.of_case(view, me, record.row.case, at)
        about = court_subject(record.row.type, subject.supervisors)
        access.check(Operation.EDIT, actor, about, record=identifiers.to_text(record.row.id), field=court[0])


def contradicting(view: View, me: Me, record: Record, changes: Changes, context: Vector) -> Vector:
    """The context of an edit, less what others filled in on liberty after the user signed: he states his beside it."""
    seen = dict(context)
    for dot in _contradicted(view, me, record, changes):
        seen[dot.replica] = min(dot.counter - 1, seen.get(dot.replica, 0))
    return {replica: counter for replica, counter in seen.items() if counter}


def _contradicted(view: View, me: Me, record: Record, changes: Changes) -> frozenset[Dot]:
    """What stands undisputed in the units of an edit, others having filled it in after the user signed the act."""
    units = access.filled_in(record_type(record.row.type)) & changes.get("put", {}).keys()
    standing = {dot for unit in units - {*record.state.conflicts()} for dot in record.state.siblings(unit)}
    return disputable(Held(view), record, me.key, units) & standing if standing else frozenset()


def check_begun(view: View, me: Me, record: Record, operation: Operation, at: datetime.datetime) -> None:
    """Raises `record_of_another_office` against a change to what another body recorded in a case that it has."""
    begun = next((each for each in record.written if each.dot == record.state.created), None)
    office = view.people.author(begun.act.header.author).office if begun else ""
    if record.row.case is not None and office not in ("", me.office):
        actor, subject = facts.of_case(view, me, record.row.case, at)
        subject = replace(subject, type=registry().get(record.row.type), begun_by=office)
        access.check(operation, actor, subject, record=identifiers.to_text(record.row.id))


def deciding(
    view: View, me: Me, record: Record, changes: Changes, context: Vector, at: datetime.datetime
) -> tuple[Actor, Subject]:
    """Who writes to a record, and who decided before him what the changes touch, as far as he has seen or written."""
    if not access.touches_decision(record.row.type, changes):
        return me.actor, Subject()
    counted = _counted(record)
    seen = access.truly_seen(context, _own(view, me, record), counted)
    keys = {each.dot: each.act.header.author for each in record.written}
    offices = {dot: (view.people.person(key), view.people.author(key).office) for dot, key in keys.items()}
    actor, subject = facts.of_case(view, me, record.row.case, at)
    return actor, replace(subject, deciders=access.other_deciders(record.row.type, seen, counted, offices, me.id))


def _own(view: View, me: Me, record: Record) -> Vector:
    """The last counted write of a record by each of the user's replicas."""
    mine: Vector = {}
    for each in record.written:
        if each.dot not in record.uncounted and view.people.person(each.act.header.author) == me.id:
            add(mine, each.dot)
    return mine


def authors_of(record: Record, unit: str, people: People) -> frozenset[str]:
    """Logins of those whose values stand in a unit."""
    headers = headers_of(record, people)
    return frozenset(headers[dot][0].login for dot in record.state.siblings(unit) if dot in headers)


def check_explain(view: View, me: Me, record: Record, unit: str, at: datetime.datetime) -> None:
    """Raises `no_conflict` where nothing is in dispute, and what the rules say against this user's explaining."""
    if unit not in record.state.conflicts():
        more: dict[str, Parameter] = {"rule": DECIDED} if is_decided(record, unit) else {}
        raise Refused("no_conflict", type=record.row.type, unit=unit[:100], **more)
    actor, subject = facts.of_case(view, me, record.row.case, at)
    authors = authors_of(record, unit, view.people)
    declared = record_type(record.row.type)
    access.check(Operation.EXPLAIN, actor, replace(subject, type=declared, unit=unit, authors=authors))


def explanation(view: View, me: Me, record: Record, name: str, text: str, made: bytes, now: int) -> Change:
    """The explanation of one's own value, as a record of its own in the case; raises as `check_explain`."""
    declared = record_type(record.row.type)
    unit = unit_of(declared, name)
    check_explain(view, me, record, unit, instant(now))
    words = {
        "act": identifiers.to_text(record.row.id),
        "act_type": declared.name,
        "unit": unit,
        "text": text,
    }
    told = record_type(EXPLANATION)
    changes = cast("Changes", {"put": {told.by_name["act"].unit: words}})
    return Change(made, EXPLANATION, told.version, record.row.case, {}, changes)


def explanations(view: View, records: Iterable[bytes]) -> list[Explanation]:
    """What authors said of disputed values of these records, the earliest first."""
    wanted = {identifiers.to_text(each) for each in records}
    if not wanted:
        return []
    table = list_table(EXPLANATION)
    statement = (
        select(record_table.c.id)
        .join(table, table.c.number == record_table.c.number)
        .where(table.c.act.in_(sorted(wanted)))
    )
    found = view.records(view.connection.scalars(statement)).values()
    read = [_read(view, each) for each in found if each.state.created and not each.state.annulments]
    return sorted(read, key=lambda each: (each.recorded_at, each.text))


def _read(view: View, record: Record) -> Explanation:
    values = agreed_values(registry()[EXPLANATION], record.state)
    created = next(each for each in record.written if each.dot == record.state.created)
    author = view.people.author(created.act.header.author)
    return Explanation(
        str(values.get("act", "")),
        str(values.get("unit", "")),
        author,
        created.act.header.recorded_at,
        str(values.get("text", "")),
    )

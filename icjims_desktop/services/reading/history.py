"""The history of a record: every revision that is held, in causal order, with its signature checked on the spot."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final, cast

import msgspec
from sqlalchemy import select

from icjims_core import acts, clocks
from icjims_core.acts import ACT, Operation, Revision, context_of, read_header, read_revision
from icjims_core.clocks import Dot, Vector
from icjims_core.compartments import SEALED_RECORD
from icjims_core.declarations.editions import EDITIONS
from icjims_core.declarations.schema import RecordType
from icjims_core.directory import EQUIVOCATION, Decision
from icjims_core.encoding import Value
from icjims_core.merge import causal_order
from icjims_core.modules import registry
from icjims_core.packing import OpenAct
from icjims_core.paper.register_origin import CODE
from icjims_core.problem import Broken
from icjims_core.projections import log
from icjims_core.projections.index import Place
from icjims_core.projections.records import Record, stated_again
from icjims_core.projections.tables import act_table, verdict_table, waiting_table
from icjims_desktop.services import identifiers
from icjims_desktop.services.documents import Document, parts_of, who
from icjims_desktop.services.paper import register_origin
from icjims_desktop.services.scope import View
from icjims_desktop.store.log.directory import Author

_LISTED: Final[Mapping[Operation, str]] = {"add": "add", "remove": "remove", "append": "add"}
STATED_ONCE: Final = "stated_once"
VALID, INVALID, UNKNOWN_AUTHOR = "valid", "invalid", "unknown_author"


@dataclass(frozen=True, slots=True)
class Line:
    """One revision of a history. `revision` is `None` where only the header is held; `decision` is the centre's.

    `signature`: `valid`; `unknown_author` when the signature is right and the centre has not certified the key (yet);
    `invalid` when header, signature and body do not belong together.
    """

    id: bytes
    dot: Dot
    revision: Revision | None
    author: Author
    recorded_at: int
    signature: str
    decision: Decision = Decision.ACCEPTED
    code: str = ""
    waiting: bool = False


def lines(view: View, record: Record) -> list[Line]:
    """Every revision, each after those that its author had seen."""
    found = {line.dot: line for line in _held(view, record)}
    others: list[Line] = []
    for line in _decided(view, record.row.id, found):
        if line.code == EQUIVOCATION and line.dot in found:
            others.append(line)
        else:
            found[line.dot] = line
    for dot in register_origin.forged(view.people, record):
        found[dot] = replace(found[dot], decision=Decision.REFUSED, code=CODE)
    left_out = dict.fromkeys(stated_again(record), STATED_ONCE) | {**view.restating(record.row.id)}
    for dot, code in left_out.items():
        if found[dot].decision is Decision.ACCEPTED:
            found[dot] = replace(found[dot], decision=Decision.REFUSED, code=code)
    contexts = {dot: _causes(line) for dot, line in found.items()}
    ordered = [*(found[dot] for dot in causal_order(found, contexts)), *others]
    return [_shown(view, record, line) for line in ordered]


def _shown(view: View, record: Record, line: Line) -> Line:
    """Of a sealed record: with what its reader may read of it, and nothing for anybody else."""
    if line.revision is None or line.revision.type != SEALED_RECORD:
        return line
    if view.opener is None:
        return replace(line, revision=msgspec.structs.replace(line.revision, changes={}, reason=None))
    return replace(line, revision=view.opener.revision(record, line.revision))


def document(lines_: list[Line], type_: str) -> Document:
    """The history as `history` prints it."""
    declared = registry().get(type_)
    return {"revisions": [_line_document(line, declared) for line in lines_]}


def _causes(line: Line) -> Vector:
    if line.revision is None:
        return {}
    causes = context_of(line.revision)
    if line.revision.before > causes.get(line.dot.replica, 0):
        causes[line.dot.replica] = line.revision.before
    return causes


def _held(view: View, record: Record) -> Iterator[Line]:
    """Lines of what lies in the log: admitted and waiting revisions."""
    statement = select(waiting_table).where(waiting_table.c.record == record.row.id)
    waiting = {Place(row.act_number, row.leaf) for row in view.connection.execute(statement)}
    opened: dict[int, OpenAct | None] = {}
    for place in [*record.row.log, *sorted(waiting)]:
        if place.act not in opened:
            opened[place.act] = _opened(view, place.act)
        yield _line(view, place, opened[place.act], waiting=place in waiting)


def _opened(view: View, number: int) -> OpenAct | None:
    """The act with every hash checked; `None` when it is damaged."""
    try:
        return log.opened(view.connection, number)
    except Broken:
        return None


def _line(view: View, place: Place, act: OpenAct | None, *, waiting: bool) -> Line:
    if act is None:
        stored = view.reader.read(view.connection, [place.act])[place.act]
        revision = stored.revision(place.leaf) if place.leaf in stored.bodies else None
        header, revision_id, signature = stored.header, b"", INVALID
    else:
        header, revision_id = act.header, act.leaves.get(place.leaf, b"")
        revision = read_revision(act.bodies[place.leaf]) if place.leaf in act.bodies else None
        signature = _checked(act.source.header, act.source.signature)
    author = view.people.author(header.author)
    if signature == VALID and not author.login:
        signature = UNKNOWN_AUTHOR
    return Line(revision_id, header.dot, revision, author, header.recorded_at, signature, waiting=waiting)


def _checked(header: bytes, signature: bytes) -> str:
    try:
        acts.verify_signature(read_header(header), header, signature)
    except Broken:
        return INVALID
    return VALID


def _decided(view: View, record: bytes, held: Mapping[Dot, Line]) -> Iterator[Line]:
    """Lines of what the centre refused or quarantined; where only the header came, without changes."""
    statement = select(verdict_table).where(
        verdict_table.c.record == record, verdict_table.c.decision != Decision.ACCEPTED
    )
    for row in view.connection.execute(statement):
        dot, decision = Dot(row.replica, row.counter), Decision(row.decision)
        # What the log holds under this dot is not what an equivocation speaks of: that is another act.
        line = None if row.code == EQUIVOCATION else held.get(dot)
        number = log.numbers_of(view.connection, [row.act_id]).get(row.act_id)
        if number is not None and line is None:
            line = _line(view, Place(number, row.leaf), _opened(view, number), waiting=False)
        if line is None:
            header = read_header(row.header) if row.header else None
            author = view.people.author(header.author if header else b"")
            signature = _checked(row.header, row.header_signature) if header else INVALID
            line = Line(b"", dot, None, author, header.recorded_at if header else 0, signature)
        yield replace(line, decision=decision, code=row.code, waiting=False)


def _line_document(line: Line, declared: RecordType | None) -> Document:
    found: Document = {
        "id": line.id.hex(),
        "dot": str(line.dot),
        "context": clocks.to_text(context_of(line.revision)) if line.revision else {},
        "changes": changes_document(line.revision, declared) if line.revision else {},
        **who(line.author),
        "device": line.author.device.hex(),
        "recorded_at": identifiers.moment_text(line.recorded_at),
        "reason": line.revision.reason if line.revision else None,
        "signature": line.signature,
        "quarantined": line.decision is Decision.QUARANTINED,
    }
    if line.revision is not None and EDITIONS in line.revision.changes.get("append", {}):
        found["editions"] = cast("list[object]", line.revision.changes["append"][EDITIONS])[0]
    if line.decision is not Decision.ACCEPTED:
        found["verdict"] = {"decision": line.decision.name.lower(), "code": line.code}
    if line.waiting:
        found["waiting"] = True
    return found


def changes_document(revision: Revision, declared: RecordType | None) -> Document:
    """What a revision changes, by field: a register its value, a set `add` and `remove`, an append `add`."""
    found: dict[str, object] = {}
    for unit, value in revision.changes.get("put", {}).items():
        found |= parts_of(declared, unit, value)
    lists: dict[str, dict[str, Value]] = {}
    for operation, name in _LISTED.items():
        for unit, members in revision.changes.get(operation, {}).items():
            if unit == EDITIONS:
                continue
            lists.setdefault(unit, {})[name] = members
    return found | lists


def revision_id(view: View, dot: Dot, leaf: int) -> bytes:
    """The leaf hash of a revision of one of this store's own acts."""
    statement = select(act_table.c.number).where(
        act_table.c.replica == dot.replica, act_table.c.stream == ACT, act_table.c.counter == dot.counter
    )
    return log.opened(view.connection, view.connection.execute(statement).scalar_one()).leaves[leaf]

"""Who has signed an act, whether each signature holds, and what may still be changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from icjims_core import access, signing
from icjims_core.access import Operation, State, Subject
from icjims_core.acts import Changes
from icjims_core.declarations.schema import SUPERSEDES, RecordType
from icjims_core.law.casefile import Step, claims
from icjims_core.modules import record_type, registry
from icjims_core.problem import Refused
from icjims_core.projections.annulment import SIGNING
from icjims_core.projections.records import Record
from icjims_core.projections.succession import read_signing, takes_place
from icjims_core.signing import Signature, Standing
from icjims_desktop.services import identifiers
from icjims_desktop.services.documents import Document
from icjims_desktop.services.oversight.holding import Held
from icjims_desktop.services.people import Me
from icjims_desktop.services.scope import View


def unit() -> str:
    """The unit of a signing that holds all its words."""
    return record_type(SIGNING).by_name["act"].unit


def of(view: View, act: Record) -> list[Signature]:
    """The signatures of an act, the earliest first, each checked against its words and its author's key."""
    return of_acts(view, [act])[act.row.id]


def of_acts(view: View, acts: Iterable[Record]) -> dict[bytes, list[Signature]]:
    """The same of several acts, by their ids, read together."""
    return {
        act: sorted((_read(view, each) for each in made), key=lambda each: (each.statement.signed_at, each.record))
        for act, made in view.signings(acts).items()
    }


def _read(view: View, record: Record) -> Signature:
    """A signature as it was found: valid where its own author made it with the key that the centre certifies."""
    found = read_signing(record)
    login = next((view.people.author(each).login for each in sorted(found.authors)), "")
    return Signature(identifiers.to_text(record.row.id), found.statement, login, found.valid)


def standing(view: View, act: Record) -> Standing:
    """How far an act has come."""
    return standings(view, [act], of_acts(view, [act]))[act.row.id]


def document(view: View, act: Record) -> Document:
    """How far an act has come as programs read it: its status, who signed it, and which acts stand in its place."""
    made = of_acts(view, [act])
    successors = _successors(view, [act]).get(act.row.id, ())
    found: Document = {
        "status": standings(view, [act], made)[act.row.id].value,
        "signed": [told(view, each) for each in made[act.row.id]],
    }
    return found | ({"superseded_by": [identifiers.to_text(each) for each in successors]} if successors else {})


def told(view: View, signature: Signature) -> Document:
    """A signature as programs read it."""
    words = signature.statement
    author = view.people.author(bytes.fromhex(words.key)) if signature.valid else None
    return {
        "id": signature.record,
        "by": signature.by,
        "name": author.name if author else "",
        "role": author.role if author else "",
        "capacity": words.capacity,
        "signed_at": words.signed_at,
        "edition": words.edition,
        "content": words.content,
        "valid": signature.valid,
    }


def standings(view: View, acts: Sequence[Record], made: Mapping[bytes, Sequence[Signature]]) -> dict[bytes, Standing]:
    """The same of several acts, by their ids; `made`: their signatures (`of_acts`)."""
    registered, superseded = _registered(view, acts), _successors(view, acts)
    found: dict[bytes, Standing] = {}
    for act in acts:
        declared, annulled = registry().get(act.row.type), bool(act.state.annulments)
        if declared is None or declared.signing is None:
            found[act.row.id] = Standing.ANNULLED if annulled else Standing.DRAFT
            continue
        found[act.row.id] = signing.standing(
            _content(declared, act),
            made[act.row.id],
            annulled=annulled,
            superseded=act.row.id in superseded,
            registered=act.row.id in registered,
        )
    return found


def _content(declared: RecordType, act: Record) -> str | None:
    try:
        return signing.content(declared, act.state)
    except Refused:
        return None


def _registered(view: View, acts: Iterable[Record]) -> frozenset[bytes]:
    """Of which acts a record that stands says that they were entered in a journal, sent, or filed in the case."""
    wanted = [identifiers.to_text(each.row.id) for each in acts]
    found: set[str] = set()
    for type_, column in signing.REGISTERING:
        naming = view.naming(type_, column, wanted)
        found.update(naming[each] for each, record in view.records(naming).items() if not record.state.annulments)
    return frozenset(map(identifiers.parse, found))


def _successors(view: View, acts: Iterable[Record]) -> dict[bytes, list[bytes]]:
    """Acts that others stand in the place of → those others."""
    by_type: dict[str, dict[str, Record]] = {}
    for each in acts:
        declared = registry().get(each.row.type)
        if declared is not None and SUPERSEDES in declared.by_name:
            by_type.setdefault(declared.name, {})[identifiers.to_text(each.row.id)] = each
    pairs = [pair for name, old in by_type.items() for pair in _claims(view, record_type(name), old)]
    host = Held(view, {identifiers.to_text(each.row.id): each for pair in pairs for each in pair})
    found: dict[bytes, list[bytes]] = {}
    for new, old in pairs:
        if takes_place(host, new, old):
            found.setdefault(old.row.id, []).append(new.row.id)
    return found


def _claims(view: View, declared: RecordType, acts: Mapping[str, Record]) -> list[tuple[Record, Record]]:
    """Which acts of a type say that they supersede one of these: the new one first."""
    if declared.sealed:
        several = ((each, each.state.siblings(SUPERSEDES).values()) for each in view.unsealed(type_=declared.name))
        found = [(each, name) for each, named in several for name in acts if name in named]
    else:
        naming = view.naming(declared.name, SUPERSEDES, acts)
        found = [(record, naming[each]) for each, record in view.records(naming).items()]
    return [(each, acts[name]) for each, name in found if each.state.created]


def succession(view: View, records: Mapping[bytes, Record], steps: Iterable[Step]) -> frozenset[tuple[str, str]]:
    """Which steps stand in the place of others: ids, the new one first. `records` are those of the steps, by id."""
    claimed = list(claims(steps))
    host = Held(view, {each: records[identifiers.parse(each)] for pair in claimed for each in pair})
    return frozenset((new, old) for new, old in claimed if takes_place(host, host.records[new], host.records[old]))


def replaced(view: View, records: Mapping[bytes, Record]) -> Mapping[bytes, Record]:
    """Which of these acts ended by another among them: id of the old one → the new one."""
    host = Held(view, {identifiers.to_text(each): record for each, record in records.items()})
    named = ((each, each.state.agreed(SUPERSEDES)) for each in records.values())
    pairs = ((new, host.records[old]) for new, old in named if isinstance(old, str) and old in host.records)
    return {old.row.id: new for new, old in pairs if takes_place(host, new, old)}


def check_open(view: View, me: Me, act: Record, changes: Changes) -> None:
    """Raises `signed` where the changes touch what an officer has signed."""
    declared = registry().get(act.row.type)
    if declared is None or declared.signing is None:
        return
    stays = signing.open_units(declared)
    touched = sorted({unit for units in changes.values() for unit in units} - stays)
    if touched:
        check_unsigned(view, me, act, touched[0])


def is_signed(view: View, act: Record) -> bool:
    """Whether an officer has signed it, and it was not annulled."""
    return standing(view, act) not in (Standing.DRAFT, Standing.ANNULLED)


def check_unsigned(view: View, me: Me, act: Record, unit: str) -> None:
    """Raises `signed` where an officer has signed the act: this unit of it is closed then."""
    if is_signed(view, act):
        subject = Subject(record_type(act.row.type), state=State.CLOSED)
        access.check(Operation.EDIT, me.actor, subject, record=identifiers.to_text(act.row.id), field=unit)

"""What acceptances of a case say just now and its signed hand-overs, by whom, and what was ever taken back."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from icjims_core.acts import context_of
from icjims_core.clocks import Dot, contains
from icjims_core.compartments import Naming, Person, Removal
from icjims_core.declarations.schema import SUPERSEDES
from icjims_core.encoding import Value
from icjims_core.law.rule_data import instant
from icjims_core.merge import ANNULLED
from icjims_core.modules import record_type
from icjims_core.projections.records import Record, Written
from icjims_desktop.services import identifiers
from icjims_desktop.services.documents import parts_of

ACCEPTANCE: Final = "acceptance"
RECEIPT: Final = "handover_receipt"

Authors = Mapping[bytes, Person]
"""The people behind authors' keys."""


@dataclass(frozen=True, slots=True)
class _Removed:
    """A removal with its revision."""

    written: Written
    removal: Removal


Receipts = Mapping[str, tuple[str, str]]
"""Receipt → the hand-over that it accepts, and the office of whoever says so."""


def receipts(records: Iterable[Record], authors: Authors) -> Receipts:
    """The standing receipts by which hand-overs were accepted, by id as text."""
    found: dict[str, tuple[str, str]] = {}
    for record in records:
        if record.row.type == RECEIPT and not record.state.annulments and not _returned(record):
            for dot, named in _values(record, "handover"):
                author = _author(record, dot, authors)
                if author is not None and isinstance(named, str):
                    found[identifiers.to_text(record.row.id)] = (named, author.office)
    return found


def _returned(record: Record) -> bool:
    return any(value == "no" for _, value in _values(record, "accepted"))


def namings(record: Record, authors: Authors, now: datetime.datetime, received: Receipts) -> Iterator[Naming]:
    """By whom an acceptance says that a login has the case, alone or in a group; nothing once it has ended."""
    if record.row.type != ACCEPTANCE or record.state.annulments:
        return
    if any(_is_past(until, now) for _, until in _values(record, "until")):
        return
    removed = [*_annulments(record, authors), *_ends(record, authors, now)]
    stated = [*_values(record, "login")]
    for member, dots in record.state.sets.get("members", {}).values():
        stated += [(dot, member) for dot in dots]
    for dot, login in stated:
        author = _author(record, dot, authors)
        if author is not None and isinstance(login, str):
            yield Naming(author, login, _unseen(record, dot, removed), _seen(record, author, authors, received))


def _seen(record: Record, author: Person, authors: Authors, received: Receipts) -> frozenset[str]:
    """The hand-overs of which the author himself names in an acceptance a receipt of his office."""
    own = [str(value) for dot, value in _values(record, "receipt") if _author(record, dot, authors) == author]
    told = (received[each] for each in own if each in received)
    return frozenset(handover for handover, office in told if office == author.office)


def removals(record: Record, authors: Authors, now: datetime.datetime) -> Iterator[tuple[str, Removal]]:
    """Logins that an acceptance ever named, with what took it from them: an annulment, an end, or another's name."""
    if record.row.type != ACCEPTANCE:
        return
    counted = _counted(record)
    charged = [(each, login) for each in counted for login in _charged(each)]
    for removed in (*_annulments(record, authors), *_ends(record, authors, now)):
        yield from ((login, removed.removal) for login in logins(record))
    for each in counted:
        gone, context = _texts(each, "remove", "members"), context_of(each.revision)
        if _put(each, "login"):
            gone |= {login for earlier, login in charged if contains(context, earlier.dot)} - {*_charged(each)}
        yield from ((login, Removal(authors.get(each.act.header.author))) for login in gone)


def logins(record: Record) -> frozenset[str]:
    """Logins that an acceptance ever named."""
    counted = _counted(record)
    return frozenset(login for each in counted for login in (*_charged(each), *_texts(each, "add", "members")))


def replacing(old: Record, new: Record, authors: Authors) -> Iterator[tuple[str, Removal]]:
    """As `removals`, where another act has taken the place of an acceptance."""
    by = {each.act.header.author for each in _counted(new) if SUPERSEDES in each.revision.changes.get("put", {})}
    if old.row.type == ACCEPTANCE:
        yield from ((login, Removal(authors.get(key))) for key in by for login in logins(old))


def _annulments(record: Record, authors: Authors) -> list[_Removed]:
    """Each annulment, but for those that take no effect; taken back by who removes all its reasons, having seen it."""
    counted = _counted(record)
    standing = {dot for _, dots in record.state.sets.get(ANNULLED, {}).values() for dot in dots}
    idle = standing - {each.dot for each in record.state.annulments}
    found = []
    for each in counted:
        if (reasons := _texts(each, "add", ANNULLED)) and each.dot not in idle:
            back = [other for other in counted if reasons <= _texts(other, "remove", ANNULLED)]
            found.append(_Removed(each, _removal(each, back, authors)))
    return found


def _ends(record: Record, authors: Authors, now: datetime.datetime) -> list[_Removed]:
    """Each end that is past; it is taken back by who states none or a later one, having seen it."""
    stated = [(each, any(_is_past(until, now) for until in _put(each, "until"))) for each in _counted(record)]
    back = [each for each, past in stated if not past and _put(each, "until")]
    return [_Removed(each, _removal(each, back, authors)) for each, past in stated if past]


def _removal(written: Written, back: Iterable[Written], authors: Authors) -> Removal:
    undone = (authors.get(each.act.header.author) for each in back if _has_seen(each, written))
    return Removal(authors.get(written.act.header.author), frozenset(each for each in undone if each is not None))


def _unseen(record: Record, dot: Dot, removed: Iterable[_Removed]) -> tuple[Removal, ...]:
    """The removals that the author of a revision had not seen: what he wrote does not come after them."""
    revision = next(each for each in record.written if each.dot == dot)
    return tuple(each.removal for each in removed if not _has_seen(revision, each.written))


def _has_seen(later: Written, earlier: Written) -> bool:
    return contains(context_of(later.revision), earlier.dot)


def _counted(record: Record) -> list[Written]:
    return [each for each in record.written if each.dot not in record.uncounted]


def _charged(written: Written) -> list[str]:
    return [login for login in _put(written, "login") if isinstance(login, str)]


def _texts(written: Written, operation: Literal["add", "remove"], unit: str) -> set[str]:
    """The members of a set that a revision adds or removes."""
    members = written.revision.changes.get(operation, {}).get(unit)
    several = members if isinstance(members, list) else [members]
    return {each for each in several if isinstance(each, str)}


def _put(written: Written, name: str) -> list[Value]:
    """What a revision of an acceptance states in a field; nothing: empty."""
    declared = record_type(ACCEPTANCE)
    unit, put = declared.by_name[name].unit, written.revision.changes.get("put", {})
    return [parts_of(declared, unit, put[unit]).get(name)] if unit in put else []


def _is_past(until: object, now: datetime.datetime) -> bool:
    end = instant(until)
    return end is not None and end <= now


def _values(record: Record, name: str) -> Iterator[tuple[Dot, object]]:
    """The standing values of a field, each with its dot."""
    declared = record_type(record.row.type)
    unit = declared.by_name[name].unit
    for dot, value in record.state.siblings(unit).items():
        yield dot, parts_of(declared, unit, value).get(name)


def _author(record: Record, dot: Dot, authors: Authors) -> Person | None:
    key = next((each.act.header.author for each in record.written if each.dot == dot), None)
    return None if key is None else authors.get(key)

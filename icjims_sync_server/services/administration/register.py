"""Numbers out of a signed file of the Register: checked as a whole, written as ordinary records of the offices."""

from __future__ import annotations

import datetime
import hashlib
import itertools
import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import msgspec
from sqlalchemy import Connection, select

from icjims_core import codes
from icjims_core.acts import MAX_REVISIONS, Revision
from icjims_core.clocks import pairs
from icjims_core.declarations import validation
from icjims_core.encoding import Value
from icjims_core.modules import record_type
from icjims_core.operations import operations
from icjims_core.paper import register_file, register_origin
from icjims_core.paper.numbers import Stated, normalised, read_provisional
from icjims_core.paper.register_file import RegisterEntry, RegisterFile
from icjims_core.paper.register_origin import SIGNED_FILE, TYPE
from icjims_core.problem import Refused
from icjims_core.projections import register
from icjims_core.projections.log import LogReader
from icjims_core.projections.records import Record, load
from icjims_core.projections.tables import record_table
from icjims_core.record_ids import bound_id
from icjims_sync_server.services.centre import Centre
from icjims_sync_server.services.exchange import service_author
from icjims_sync_server.services.exchange.service_author import REGISTER
from icjims_sync_server.services.safekeeping.projector import Projector
from icjims_sync_server.services.scope import rights
from icjims_sync_server.services.scope.holding import idle_of_register
from icjims_sync_server.store import feeds, settings
from icjims_sync_server.store.tables import office_table

KEYS: Final = "register_keys"
ENTERED_BY: Final = "icjims-server register import"
_SOURCE: Final = record_type(TYPE).by_name["file_digest"].unit
_AT_ONCE: Final = min(MAX_REVISIONS, 500)


class TrustedKey(msgspec.Struct, frozen=True):
    """A key whose files are believed, and whose it is said to be."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class _Wanted:
    """An entry that passed: its case, the office that writes it, its values in stored form, and what it corrects."""

    case: bytes
    office: str
    values: Mapping[str, Value]
    corrected: Record | None = None


@dataclass(slots=True)
class Report:
    """What a file came to: numbers new, corrected and as they stood, and its mistakes (`entry` counts from one)."""

    digest: str
    imported: int = 0
    corrected: int = 0
    unchanged: int = 0
    errors: list[dict[str, object]] = field(default_factory=list)

    def document(self) -> dict[str, object]:
        """The report as the command line prints it."""
        counts = {"imported": self.imported, "corrected": self.corrected, "unchanged": self.unchanged}
        return {"file_digest": self.digest, **counts, "errors": self.errors, "error_count": len(self.errors)}


def trust(centre: Centre, key: bytes, name: str) -> tuple[TrustedKey, ...]:
    """Believe files signed by this key (32 bytes) from now on; every key that is believed."""

    def work(connection: Connection) -> tuple[TrustedKey, ...]:
        known = {each.key: each for each in _keys(connection)} | {key.hex(): TrustedKey(key.hex(), name)}
        settings.put(connection, KEYS, msgspec.json.encode(list(known.values())))
        return tuple(known.values())

    return centre.database.write(work)


def trusted(centre: Centre) -> tuple[TrustedKey, ...]:
    """The keys whose files are believed."""
    with centre.database.read() as connection:
        return _keys(connection)


def _keys(connection: Connection) -> tuple[TrustedKey, ...]:
    stored = settings.get(connection, KEYS)
    return msgspec.json.decode(stored, type=tuple[TrustedKey, ...]) if stored else ()


def take(centre: Centre, data: bytes, signature: bytes, *, dry_run: bool = False) -> Report:
    """Check a file and record its numbers, all in one transaction or none; with `dry_run` only the report.

    Raises `Refused`: what `register_file.read` raises, and `register_refused` with the first mistake.
    """
    with centre.database.read() as connection:
        keys = tuple(bytes.fromhex(each.key) for each in _keys(connection))
    content = register_file.read(data, signature, keys)
    Projector(centre).run()
    report = Report(hashlib.sha256(data).hexdigest())
    with centre.database.read() as connection:
        wanted = _Check(connection, centre, content, report).entries()
    if report.errors and not dry_run:
        first = report.errors[0]
        raise Refused(
            "register_refused", count=len(report.errors), entry=int(str(first["entry"])), rule=str(first["rule"])
        )
    if wanted and not dry_run:
        _write(centre, wanted)
    return report


class _Check:
    """Looks at every entry against the others and against what stands at the centre."""

    def __init__(self, connection: Connection, centre: Centre, content: RegisterFile, report: Report) -> None:
        self._content, self._report = content, report
        self._now = datetime.datetime.fromtimestamp(centre.clock() / 1000, datetime.UTC)
        self._by_number: dict[str, bytes] = {}
        self._by_case: defaultdict[bytes, set[str]] = defaultdict(set)
        stated = register.stated(connection, idle=idle_of_register(connection))
        self._wrong = _wrong(connection, content, report.digest, stated)
        for each in stated:
            self._by_case[each.case].add(normalised(each.number))
            if (each.case, normalised(each.number)) not in self._wrong:
                self._by_number.setdefault(normalised(each.number), each.case)
        asked = {case for each in content.entries if (case := _case_of(each)) is not None}
        self._offices = _offices(connection, asked)

    def entries(self) -> list[_Wanted]:
        """The entries to be written."""
        found: list[_Wanted] = []
        for at, each in enumerate(self._content.entries, start=1):
            try:
                wanted = self._entry(each)
            except Refused as problem:
                rule = problem.params.get("rule") or problem.code
                told = {"entry": at, "register_number": each.register_number, "rule": rule}
                self._report.errors.append({**told, "field": problem.params.get("field")})
                continue
            if wanted is None:
                self._report.unchanged += 1
            else:
                found.append(wanted)
                self._report.corrected += wanted.corrected is not None
                self._report.imported += wanted.corrected is None
        return found

    def _entry(self, each: RegisterEntry) -> _Wanted | None:
        case = _case_of(each)
        office = self._offices.get(case) if case is not None else None
        if case is None or office is None:
            raise Refused("bad_entry", rule="no_case")
        number = normalised(each.register_number)
        values = self._values(each, number)
        if number[3:6] not in codes.code_list("office"):
            raise Refused("bad_entry", rule="body", field="register_number")
        if self._by_number.setdefault(number, case) != case:
            raise Refused("bad_entry", rule="duplicate")
        former = normalised(each.former_number)
        corrected = self._wrong.pop((case, former), None) if former != number else None
        standing = self._by_case[case]
        if corrected is None and number in standing:
            return None
        if corrected is None and standing:
            raise Refused("bad_entry", rule="former_number" if former in standing else "other_number")
        standing.discard(former)
        standing.add(number)
        return _Wanted(case, office, values, corrected)

    def _values(self, each: RegisterEntry, number: str) -> dict[str, Value]:
        stated = {
            "register_number": number,
            "registered_at": each.registered_at,
            "body": each.body,
            "provisional_number": each.provisional_number,
            "source": SIGNED_FILE,
            "source_document": f"{self._content.issuer}, {self._content.issued_at}",
            "file_digest": self._report.digest,
            "entered_by": ENTERED_BY,
        }
        declared = record_type(TYPE)
        values = validation.read_values(declared, {name: value for name, value in stated.items() if value})
        for flaw in validation.validate(declared, values, now=self._now):
            raise Refused("bad_entry", rule=flaw.rule, field=flaw.field)
        return values


def _wrong(
    connection: Connection, content: RegisterFile, digest: str, stated: Sequence[Stated]
) -> dict[tuple[bytes, str], Record]:
    """What earlier files gave and this one names as wrong: case and number → the record that the centre wrote.

    A file that such a record had once, by its digest, is no later one: taken again it would undo what came after it.
    """
    named = {(_case_of(each), normalised(each.former_number)) for each in content.entries if each.former_number}
    several = [each for each in stated if (each.case, normalised(each.number)) in named]
    found = load(connection, LogReader(), {each.record for each in several})
    keys = {one.act.header.author for each in found.values() for one in each.written}
    logins = {key: each.login for key, each in rights.authors(connection, keys).items()}
    return {
        (each.case, normalised(each.number)): found[each.record]
        for each in several
        if register_origin.is_centres(found[each.record].written, lambda key: logins.get(key, ""))
        and digest not in _files(found[each.record])
    }


def _files(record: Record) -> set[object]:
    """The digests of the files from which a record was written."""
    sources = (each.revision.changes.get("put", {}).get(_SOURCE) for each in record.written)
    return {each.get("file_digest") for each in sources if isinstance(each, dict)}


def _case_of(entry: RegisterEntry) -> bytes | None:
    """The case that an entry names; where it names it twice, both must agree."""
    read = read_provisional(entry.provisional_number) if entry.provisional_number else None
    named = {read.case} if read else set()
    if entry.case:
        try:
            named.add(uuid.UUID(entry.case).bytes)
        except ValueError:
            return None
    return named.pop() if len(named) == 1 else None


def _offices(connection: Connection, cases: set[bytes]) -> dict[bytes, str]:
    """Of the cases that are here, an office that has each now; of several the one that the centre knows longest."""
    known = select(record_table.c.id).where(record_table.c.type == "case")
    codes_of = {row.feed: row.code for row in connection.execute(select(office_table.c.feed, office_table.c.code))}
    found: dict[bytes, str] = {}
    for case, audience in feeds.audiences(connection, cases).items():
        offices = [codes_of[feed] for feed, present in sorted(audience.items()) if present and feed in codes_of]
        if offices and connection.scalar(known.where(record_table.c.id == case)) is not None:
            found[case] = offices[0]
    return found


def _write(centre: Centre, wanted: list[_Wanted]) -> None:
    by_office: defaultdict[str, list[_Wanted]] = defaultdict(list)
    for each in wanted:
        by_office[each.office].append(each)
    authors = centre.database.write(
        lambda connection: {
            office: service_author.of_office(connection, centre, REGISTER, office) for office in sorted(by_office)
        }
    )
    signed, now = [], centre.clock()
    ordinals = itertools.count(now << 12)
    for office, several in sorted(by_office.items()):
        for start in range(0, len(several), _AT_ONCE):
            author, part = authors[office], several[start : start + _AT_ONCE]
            revisions = [_revision(each, bound_id(next(ordinals), centre.random, author.public)) for each in part]
            signed.append(author.act(revisions, centre.random(16), centre.random(32), now))
    service_author.write(centre, next(iter(authors.values())).device, signed)
    Projector(centre).run()


def _revision(wanted: _Wanted, record: bytes) -> Revision:
    declared, wrong = record_type(TYPE), wanted.corrected
    changes = operations(declared, wanted.values)
    if wrong is None:
        return Revision(1, record, TYPE, declared.version, wanted.case, (), 0, changes, None)
    anew = dict.fromkeys(wrong.state.registers, None) | changes["put"]
    reason = str(wanted.values["source_document"])
    context = pairs(wrong.state.vector)
    return Revision(1, wrong.row.id, TYPE, declared.version, wanted.case, context, 0, {"put": anew}, reason)

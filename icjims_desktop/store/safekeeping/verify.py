"""The full verification: pages, every hash, chain and signature, projections, search; a list of what is wrong."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

import msgspec
from sqlalchemy import Connection, RowMapping, select

from icjims_core.acts import verify_signature
from icjims_core.directory import Signed
from icjims_core.directory import check as check_signed
from icjims_core.problem import Broken, Parameter, Problem
from icjims_core.projections import lists
from icjims_core.projections.log import LogReader, opened, row_of
from icjims_core.projections.tables import act_table, verdict_table
from icjims_desktop.store import opening
from icjims_desktop.store.attachments import Attachments
from icjims_desktop.store.database import Database
from icjims_desktop.store.log import directory, replicas
from icjims_desktop.store.own_tables import erased_table
from icjims_desktop.store.projections import search, standings
from icjims_desktop.store.safekeeping import check, projected
from icjims_desktop.store.tables import directory_table, replica_table

_BATCH: Final = 500

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong. `healable`: the centre holds what is damaged, so that a sync can bring it back."""

    code: str
    params: Mapping[str, Parameter]
    healable: bool = False


@dataclass(slots=True)
class Verification:
    """What a verification saw: how many acts, how many revisions of them are not held here, and what is wrong."""

    acts: int = 0
    withdrawn: int = 0
    erased: int = 0
    findings: list[Finding] = field(default_factory=list)

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong. Revisions that were purged or erased are no fault."""
        return not self.findings

    def add(self, code: str, *, healable: bool = False, **params: Parameter) -> None:
        """Note a finding."""
        self.findings.append(Finding(code, params, healable))


def verify(
    database: Database, progress: Progress = lambda _done, _total: None, attachments: Attachments | None = None
) -> Verification:
    """Check everything, the attached files too where they are given; `progress` gets acts done and in all.

    Never raises for damage: the findings name it.
    """
    result = Verification()
    pages = opening.damaged_pages(database.path, database.key)
    if pages:
        result.add("pages_damaged", count=len(pages), first=pages[0][:200])
    for part in (_log, _heads, _centre, _projections, _search):
        try:
            part(database, result, progress)
        except Problem as problem:
            result.findings.append(Finding(problem.code, problem.params))
    for each in attachments.damaged() if attachments else ():
        result.add("attachment_damaged", sha256=each.hex())
    return result


def _log(database: Database, result: Verification, progress: Progress) -> None:
    with database.read() as connection:
        numbers = list(connection.scalars(select(act_table.c.number).order_by(act_table.c.number)))
        acts = _Acts(connection, result)
        for number in numbers:
            acts.check(number)
            result.acts += 1
            if result.acts % _BATCH == 0:
                progress(result.acts, len(numbers))
        acts.check_chains()
        acts.check_own()
    progress(len(numbers), len(numbers))


class _Acts:
    """Every act by itself, then how they are linked."""

    def __init__(self, connection: Connection, result: Verification) -> None:
        self._connection, self._result = connection, result
        self._erased = {(row.act_number, row.leaf) for row in connection.execute(select(erased_table))}
        self._sent = {row.replica: (row.act_sent, row.audit_sent) for row in connection.execute(select(replica_table))}
        self._bad: set[tuple[bytes, int, int]] = set()
        self._links: dict[tuple[bytes, int, int], list[tuple[bytes, bytes]]] = {}

    def check(self, number: int) -> None:
        """Bodies, root, signature and row of one act."""
        row = self._connection.execute(select(act_table).where(act_table.c.number == number)).mappings().one()
        try:
            act = opened(self._connection, number)
            verify_signature(act.header, act.source.header, act.source.signature)
        except Problem as problem:
            self._damaged(row, problem.code)
            return
        except (msgspec.MsgspecError, ValueError):
            self._damaged(row, "malformed")
            return
        wanted = {name: value for name, value in row_of(act).items() if name not in {"packed", "tally"}}
        if any(row[name] != value for name, value in wanted.items()):
            self._damaged(row, "row")
            return
        key = (act.header.replica, act.header.stream, act.header.counter)
        self._links.setdefault(key, []).append((act.act_id, act.header.previous))
        holes = [(number, leaf) for leaf in range(act.header.count) if leaf not in act.bodies]
        erased = sum(hole in self._erased for hole in holes)
        self._result.erased += erased
        self._result.withdrawn += len(holes) - erased

    def check_chains(self) -> None:
        """Neighbouring acts of a stream are linked; acts of others may be missing in between."""
        for (replica, stream, counter), acts in self._links.items():
            before = self._links.get((replica, stream, counter - 1))
            if before and not {previous for _, previous in acts} & {act_id for act_id, _ in before}:
                self._result.add("chain_broken", replica=replica.hex(), counter=counter)

    def check_own(self) -> None:
        """Own streams are there from their first act to their newest."""
        for row in self._connection.execute(select(replica_table)).all():
            if check.accepts_holes(self._connection, row.replica):
                continue
            for stream, counter in enumerate((row.act_counter, row.audit_counter)):
                for each in range(1, counter + 1):
                    if (row.replica, stream, each) not in self._links and (row.replica, stream, each) not in self._bad:
                        sent = each <= self._sent[row.replica][stream]
                        self._result.add("act_missing", healable=sent, replica=row.replica.hex(), counter=each)

    def _damaged(self, row: RowMapping, cause: str) -> None:
        # Acts of others came from the centre; own ones are there once it has acknowledged them.
        self._bad.add((row["replica"], row["stream"], row["counter"]))
        sent = self._sent.get(row["replica"])
        healable = sent is None or row["counter"] <= sent[row["stream"]]
        self._result.add("act_damaged", healable=healable, number=row["number"], act=row["act_id"].hex(), cause=cause)


def _heads(database: Database, _result: Verification, _: Progress) -> None:
    with database.read() as connection:
        check.check_heads(connection)


def _centre(database: Database, result: Verification, _: Progress) -> None:
    """The directory without holes, its entries and the verdicts signed by the centre."""
    with database.read() as connection:
        key = replicas.meta(connection, directory.CENTRE_KEY)
        position = 0
        for row in connection.execute(select(directory_table).order_by(directory_table.c.position)):
            position += 1
            if row.position != position or not _signed(row.body, row.signature, key):
                result.add("directory_damaged", healable=True, position=row.position)
                position = row.position
        for row in connection.execute(select(verdict_table)):
            if not _signed(row.body, row.signature, key):
                result.add("verdict_damaged", healable=True, act=row.act_id.hex())


def _signed(body: bytes, signature: bytes, key: bytes | None) -> bool:
    try:
        check_signed(Signed(body, signature), key or b"")
    except Broken:
        return False
    return True


def _projections(database: Database, result: Verification, _: Progress) -> None:
    for record in projected.differing(database):
        result.add("projection_wrong", healable=True, record=_named(record))


def _named(record: bytes) -> str:
    """The id of a record as it is shown; anything else by its name."""
    return str(uuid.UUID(bytes=record)) if len(record) == 16 else record.decode()


def _search(database: Database, result: Verification, _: Progress) -> None:
    with database.read() as connection:
        if search.holds_strangers(connection):
            result.add("search_wrong", healable=True)
    if search.contradicts_itself(database):
        result.add("search_wrong", healable=True)


def heal(database: Database) -> None:
    """Make projections and search again from the log."""
    with database.write() as connection:
        # The search first: taking records out of a damaged one would fail.
        search.rebuild(connection)
        standings.forget_all(connection)
        lists.rebuild(connection, LogReader())

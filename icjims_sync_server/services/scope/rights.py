"""Whether a revision counts: what its author may write, and whether the case is in his scope."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import Connection, bindparam, select

from icjims_core import access
from icjims_core.access import Actor, Allowed, Operation, Subject
from icjims_core.acts import Outline, Revision
from icjims_core.compartments import SEALED_RECORD
from icjims_core.directory import Decision
from icjims_core.merge import ANNULLED
from icjims_core.modules import registry
from icjims_core.paper import register_origin
from icjims_core.projections import records
from icjims_core.projections.bulk import rows_in
from icjims_core.projections.index import Row, rows_of
from icjims_core.projections.prepared import Prepared
from icjims_core.projections.tables import verdict_table
from icjims_core.record_ids import begins_falsely, belongs
from icjims_sync_server.store import bodies, feeds, supervisions
from icjims_sync_server.store.tables import account_table, author_table, device_table, office_record_table, office_table

CASE_TYPE: Final = "case"
STATED_ONCE: Final = "stated_once"
_BEGUN_ONCE: Final = records.STATED_ONCE | {SEALED_RECORD, CASE_TYPE}
"""Records that nobody else may begin again: what was said first would be hidden behind the second beginning, and of a
case who keeps it would be another."""


@dataclass(frozen=True, slots=True)
class Author:
    """Who stands behind an author's key at this moment."""

    account: bytes
    device: bytes
    role: str
    office: str
    active: bool
    device_state: str
    office_feed: int
    user_feed: int
    key: bytes
    login: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """A revision that is not counted, and why."""

    decision: Decision
    code: str


REGISTER_ALONE: Final = Judgement(Decision.REFUSED, register_origin.CODE)


def authors(connection: Connection, keys: Iterable[bytes]) -> dict[bytes, Author]:
    """The people behind those of the keys that are certified."""
    found: dict[bytes, Author] = {}
    for key in keys:
        for account, device, role, office, active, state, *rest in _AUTHOR.rows(connection, key=key):
            of_office, of_user, login = rest
            found[key] = Author(account, device, role, office, bool(active), state, of_office, of_user, key, login)
    return found


_AUTHOR: Final = Prepared(
    select(
        author_table.c.account,
        author_table.c.device,
        account_table.c.role,
        account_table.c.office,
        account_table.c.active,
        device_table.c.state,
        office_table.c.feed,
        account_table.c.feed,
        account_table.c.login,
    )
    .join(account_table, account_table.c.id == author_table.c.account)
    .join(device_table, device_table.c.id == author_table.c.device)
    .join(office_table, office_table.c.code == account_table.c.office)
    .where(author_table.c.key == bindparam("key"))
)


def case_of(revision: Revision | Outline) -> bytes | None:
    """The case that a revision belongs to; a case record belongs to itself."""
    return revision.record if revision.type == CASE_TYPE else revision.case


@dataclass(slots=True)
class Scope:
    """What is known of the records and cases of a batch, read once and kept up to date while the batch is judged.

    `cases`: case → feed number → whether it is there now. `records`: the rows of known records. `owners`: record
    without a case → office.
    """

    cases: dict[bytes, dict[int, bool]] = field(default_factory=dict)
    refused_cases: set[bytes] = field(default_factory=set)
    records: dict[bytes, Row] = field(default_factory=dict)
    owners: dict[bytes, str] = field(default_factory=dict)
    new_cases: dict[bytes, int] = field(default_factory=dict)
    new_owners: dict[bytes, str] = field(default_factory=dict)
    whole: dict[bytes, frozenset[int]] = field(default_factory=dict)
    """Case → feeds that its private files belong to too, of the cases of which it was asked."""
    day: str = ""
    """The date (YYYY-MM-DD) for which it is asked who supervises an office; empty: nobody does."""
    _supervising: Mapping[int, tuple[int, ...]] | None = None
    _serving: Mapping[int, frozenset[str]] | None = None
    _begun: dict[bytes, tuple[str, bytes | None]] = field(default_factory=dict)
    _may: dict[tuple[str, str], bool] = field(default_factory=dict)

    def read(self, connection: Connection, revisions: Sequence[Revision | Outline]) -> None:
        """Learn what the database knows of the records and cases of these revisions."""
        cases = {case for case in map(case_of, revisions) if case is not None}
        self.cases |= feeds.audiences(connection, cases)
        unknown = [case for case in cases if case not in self.cases]
        self.refused_cases |= _refused(connection, unknown)
        if unknown and self.day and self._supervising is None:
            self._supervising = supervisions.in_force(connection, self.day)
        if unknown and self._serving is None:
            self._serving = bodies.roles_of_offices(connection)
        self.read_whole(connection, (revision for revision in revisions if may_be_private(revision.type)))
        self.records |= rows_of(connection, (revision.record for revision in revisions))
        homeless = {revision.record for revision in revisions if case_of(revision) is None}
        self.owners |= dict(rows_in(connection, office_record_table, ("record", "office"), "record", homeless))

    def read_whole(self, connection: Connection, revisions: Iterable[Revision | Outline]) -> None:
        """Learn which feeds the private files of the cases of these revisions belong to."""
        cases = {case for case in map(case_of, revisions) if case is not None} - self.whole.keys()
        self.whole |= feeds.whole_in(connection, [case for case in cases if case in self.cases])

    def judge(self, revision: Revision, case: bytes | None, author: Author) -> Judgement | None:
        """Why the revision of this case does not count, or `None`. A case or record that begins here is noted."""
        if not author.active:
            return Judgement(Decision.QUARANTINED, "user_disabled")
        if author.device_state == "revoked":
            return Judgement(Decision.QUARANTINED, "device_revoked")
        if not (
            self._may_write(author.role, revision.type)
            or _might_decide(author, revision)
            or _might_annul(author, revision)
        ):
            return Judgement(Decision.REFUSED, "role_may_not_write")
        if register_origin.forges(revision.type, revision.changes, author.login):
            return REGISTER_ALONE
        if self._tampers(revision, author):
            return Judgement(Decision.REFUSED, STATED_ONCE)
        if self._moves(revision, case):
            return Judgement(Decision.REFUSED, "out_of_scope")
        if case is None:
            return self._judge_office_record(revision, author)
        return self._judge_case(revision, case, author)

    def audience(self, case: bytes) -> tuple[int, ...]:
        """Numbers of the feeds that counted revisions of a case belong to."""
        return tuple(sorted(feed for feed, present in self.cases.get(case, {}).items() if present))

    def _home(self, office: int) -> tuple[int, ...]:
        """The feeds of a new case: that of its office, and of those who supervise it."""
        return (office, *(self._supervising or {}).get(office, ()))

    def _may_write(self, role: str, type_name: str) -> bool:
        known = self._may.get((role, type_name))
        if known is None:
            known = self._may[role, type_name] = may_write(role, type_name)
        return known

    def _tampers(self, revision: Revision, author: Author) -> bool:
        """Whether it begins what is another's or was begun already, or rewrites what its author stated once."""
        if begins_falsely(revision, author.key):
            return True
        if revision.type not in _BEGUN_ONCE:
            return False
        if not revision.context:
            known = revision.record in self.records or revision.record in self._begun
            # What another wrote again of it may have come first; its own author is not refused for that.
            own = revision.type == SEALED_RECORD and belongs(revision.record, author.key)
            return bool(revision.before) or (known and not own)
        touched = {unit for units in revision.changes.values() for unit in units}
        return revision.type in records.STATED_ONCE and not touched <= {ANNULLED}

    def _moves(self, revision: Revision, case: bytes | None) -> bool:
        """Whether it names another type or case than its record has, or a case record names not itself."""
        if revision.type == CASE_TYPE and revision.case != revision.record:
            return True
        row, stated = self.records.get(revision.record), (revision.type, revision.case)
        if row is not None:
            kind, of = row.type, row.case
        elif revision.context:
            kind, of = self._begun.get(revision.record, stated)
        else:
            kind, of = self._begun.setdefault(revision.record, stated)
        return kind != revision.type or (revision.record if kind == CASE_TYPE else of) != case

    def _judge_office_record(self, revision: Revision, author: Author) -> Judgement | None:
        owner = self.owners.get(revision.record)
        if owner is None:
            self.owners[revision.record] = self.new_owners[revision.record] = author.office
        elif owner != author.office:
            return Judgement(Decision.REFUSED, "out_of_scope")
        return None

    def _judge_case(self, revision: Revision, case: bytes, author: Author) -> Judgement | None:
        audience = self.cases.get(case)
        if audience is None:
            if revision.type == CASE_TYPE and not revision.before and not revision.context:
                home = self._home(author.office_feed)
                self.cases[case] = dict.fromkeys(home, True)
                serving = self._serving or {}
                self.whole[case] = frozenset(each for each in home if bodies.keeps_its_own(serving.get(each, ())))
                self.new_cases[case] = author.office_feed
                return None
            refused = case in self.refused_cases
            return Judgement(Decision.REFUSED, "out_of_scope") if refused else None
        if audience.get(author.office_feed) or audience.get(author.user_feed):
            return self._judge_file(revision, case, author)
        if author.office_feed in audience or author.user_feed in audience:
            return Judgement(Decision.QUARANTINED, "case_withdrawn")
        return Judgement(Decision.REFUSED, "out_of_scope")

    def _judge_file(self, revision: Revision, case: bytes, author: Author) -> Judgement | None:
        """Nothing enters a private file from an office that is not admitted to it."""
        if access.file_of(revision.type, revision.changes) is None:
            return None
        admitted = self.whole.get(case, frozenset())
        outside = admitted.isdisjoint({author.office_feed, author.user_feed})
        return Judgement(Decision.REFUSED, "private_file") if outside else None


def may_be_private(type_name: str) -> bool:
    """Whether records of a type may belong to a private file."""
    return type_name in access.private_types() or type_name in access.FOLLOWERS


def may_write(role: str, type_name: str) -> bool:
    """Whether a role writes records of a type; of one that a newer version declares, that version has asked."""
    decision = access.decide(Operation.EDIT, Actor(role), Subject(registry().get(type_name), type_name=type_name))
    return isinstance(decision, Allowed)


def _might_decide(author: Author, revision: Revision) -> bool:
    """Whether it may be a decision on liberty or safeguards by one who does not write the type otherwise.

    Whether it is one is judged when it enters its record, by what its author had seen.
    """
    units = revision.changes.get("put", {}).keys()
    if revision.changes.keys() != {"put"} or not revision.context or not units <= access.guards(revision.type):
        return False
    actor, declared = Actor(author.role, author.office), registry().get(revision.type)
    subjects = (Subject(declared, type_name=revision.type, unit=unit) for unit in units)
    return all(isinstance(access.decide(Operation.RESOLVE, actor, each), Allowed) for each in subjects)


def _might_annul(author: Author, revision: Revision) -> bool:
    """Whether it may be an annulment by one who does not write the type otherwise; that too is judged as it enters."""
    touched = {unit for units in revision.changes.values() for unit in units}
    if touched != {ANNULLED} or not revision.context or "put" in revision.changes:
        return False
    signed = Subject(registry().get(revision.type), type_name=revision.type, signed=(access.Signer("", "?"),))
    return isinstance(access.decide(Operation.ANNUL, Actor(author.role, author.office), signed), Allowed)


def _refused(connection: Connection, cases: Sequence[bytes]) -> set[bytes]:
    """Which of these unknown cases have a refused beginning."""
    found: set[bytes] = set()
    for start in range(0, len(cases), 500):
        statement = select(verdict_table.c.record).where(
            verdict_table.c.record.in_(cases[start : start + 500]), verdict_table.c.decision != Decision.ACCEPTED
        )
        found.update(connection.scalars(statement))
    return found

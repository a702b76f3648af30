"""Whether a revision decides a dispute on liberty or safeguards, or annuls, which its author may not.

It is told by what the author had seen: the counted revisions in the context of his, and what he himself wrote before.
That is a function of the set, so whatever the order of arrival the verdict is the same; only of what one person writes
on two devices, neither having seen the other, the first to enter is held against the second. An annulment is held
against the signatures and disputes that are here; where these come later, it takes no effect all the same
(`projections.annulment`).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from sqlalchemy import Connection

from icjims_core import access
from icjims_core.access import Actor, Allowed, Operation, Reach, Refused, Subject
from icjims_core.acts import Revision, context_of
from icjims_core.clocks import Dot, Vector
from icjims_core.compartments import SEALED_RECORD
from icjims_core.declarations.schema import RecordType
from icjims_core.directory import Decision
from icjims_core.merge import ANNULLED
from icjims_core.modules import registry
from icjims_core.paper import register_origin
from icjims_core.projections import annulment
from icjims_core.projections.index import Arrival, rows_of
from icjims_core.projections.lists import annuls
from icjims_core.projections.log import LogReader
from icjims_core.projections.records import Record, load
from icjims_core.projections.restating import court_subject, less_disputed
from icjims_core.projections.succession import is_judged_before, is_signed_before
from icjims_sync_server.services.scope import charge, rights
from icjims_sync_server.services.scope.holding import Held, keeper
from icjims_sync_server.services.scope.naming import is_named
from icjims_sync_server.services.scope.rights import Author, Judgement
from icjims_sync_server.store import feeds, supervisions

MAY_NOT_RESOLVE: Final = Judgement(Decision.REFUSED, "may_not_resolve")
NOT_THE_DECIDER: Final = Judgement(Decision.REFUSED, "not_the_decider")
OF_ANOTHER_OFFICE: Final = Judgement(Decision.REFUSED, "record_of_another_office")
SIGNED: Final = Judgement(Decision.REFUSED, "signed")
FILLED_BY_COURT: Final = Judgement(Decision.REFUSED, "filled_by_court")
NAMED_BY_ACTS: Final = Judgement(Decision.REFUSED, "named_by_acts")
MAY_NOT_WRITE: Final = Judgement(Decision.REFUSED, "role_may_not_write")


@dataclass(slots=True)
class Decisions:
    """Judges revisions as they enter their records, in the order in which they enter."""

    connection: Connection
    reader: LogReader
    day: str
    refused: set[tuple[bytes, Dot]] = field(default_factory=set)
    """Records and dots that were refused in this transaction and may lie in the index still."""
    _keepers: dict[bytes, str] = field(default_factory=dict)

    def judge(self, arrival: Arrival) -> Judgement | None:
        """Why an admitted revision does not count after all, or `None`."""
        found = (
            self._about_annulment(arrival)
            or self._about_liberty(arrival)
            or self._about_signed(arrival)
            or self._about_another(arrival)
            or self._about_begun(arrival)
            or self._about_register(arrival)
        )
        if found is not None:
            self.refused.add((arrival.revision.record, arrival.dot))
        return found

    def _about_another(self, arrival: Arrival) -> Judgement | None:
        """Whether it decides anew what another decided on who has a case (`access/decisions.toml`)."""
        if arrival.revision.type not in access.decision_units():
            return None
        revision = self.revision(arrival)
        if not access.touches_decision(revision.type, revision.changes):
            return None
        author = self.author(arrival)
        counted, authors = self._counted(revision.record)
        seen = _seen(arrival.dot, revision, counted, authors, author.account)
        offices = {dot: (each.account, each.office) for dot, each in authors.items()}
        others = access.other_deciders(revision.type, seen, counted, offices, author.account)
        subject = Subject(
            registry().get(revision.type),
            type_name=revision.type,
            supervisors=self._supervisors(revision.case) if others else (),
            deciders=others,
        )
        decision = access.decide(Operation.ANNUL, Actor(author.role, author.office), subject)
        return None if isinstance(decision, Allowed) else NOT_THE_DECIDER

    def _about_begun(self, arrival: Arrival) -> Judgement | None:
        """Whether it changes what another body recorded in a case that it has in charge, as far as the centre knows."""
        case = rights.case_of(arrival.revision)
        if case is None or not arrival.revision.context or arrival.revision.type == SEALED_RECORD:
            return None
        author, keeps = self.author(arrival), self._keeper(case)
        begun_by = keeper(self.connection, self.reader, arrival.revision.record)
        if author.office in (keeps, begun_by):
            return None
        if not feeds.audiences(self.connection, [case]).get(case, {}).get(author.office_feed):
            return None
        subject = replace(
            charge.in_charge(self.connection, self.reader, case, keeps),
            type=registry().get(arrival.revision.type),
            type_name=arrival.revision.type,
            reach=Reach.OFFICE,
            begun_by=begun_by,
        )
        operation = Operation.ANNUL if annuls(arrival.revision) else Operation.EDIT
        decision = access.decide(operation, Actor(author.role, author.office, author.login), subject)
        stands = isinstance(decision, Refused) and decision.code == OF_ANOTHER_OFFICE.code
        return OF_ANOTHER_OFFICE if stands else None

    def _keeper(self, case: bytes) -> str:
        """The office that keeps a case; once it is known it stays."""
        found = self._keepers.get(case) or keeper(self.connection, self.reader, case)
        if found:
            self._keepers[case] = found
        return found

    def _about_liberty(self, arrival: Arrival) -> Judgement | None:
        if not access.guards(arrival.revision.type):
            return None
        revision = self.revision(arrival)
        units = touched(revision)
        if not units:
            return None
        author = self.author(arrival)
        forbidden = [unit for unit in units if not self._may_decide(author, revision, unit)]
        writes = rights.may_write(author.role, revision.type)
        if self._decides_his_own(arrival.dot, author, revision, units - {*forbidden}):
            return MAY_NOT_RESOLVE
        if writes and not forbidden:
            return None
        return self._verdict(arrival.dot, revision, units, forbidden, author.account, writes=writes)

    def _about_signed(self, arrival: Arrival) -> Judgement | None:
        """Whether it states otherwise what was filled in on liberty or safeguards in an act signed before it came."""
        declared = registry().get(arrival.revision.type)
        if declared is None or not access.filled_in(declared):
            return None
        revision = self.revision(arrival)
        if not touched(revision):
            return None
        author = self.author(arrival)
        counted, authors = self._counted(revision.record)
        seen = _seen(arrival.dot, revision, counted, authors, author.account)
        forbidden = self._restated(declared, revision, author, seen, counted)
        if forbidden:
            host, act = Held(self.connection, self.reader), self._act(revision)
            written = next(each for each in act.written if each.dot == arrival.dot)
            less = less_disputed(host, act, written, forbidden, counted)
            if self._restated(declared, revision, author, seen, less) and is_signed_before(host, act, arrival.dot):
                return SIGNED
        return FILLED_BY_COURT if self._fills_in_for_court(arrival, revision, author) else None

    def _restated(
        self, declared: RecordType, revision: Revision, author: Author, seen: Vector, counted: Mapping[Dot, Revision]
    ) -> list[str]:
        """The units on liberty that it states otherwise than its author had seen them, and that he does not decide."""
        found = access.restated(declared, revision.changes, lambda unit: access.standing_values(unit, seen, counted))
        return [unit for unit in found if not self._may_decide(author, revision, unit)]

    def _fills_in_for_court(self, arrival: Arrival, revision: Revision, author: Author) -> bool:
        """Whether somebody for whom it is not states ruling or term in an act that a judge signed before it came."""
        if access.for_courts(revision.type).isdisjoint(revision.changes.get("put", {})):
            return False
        about = court_subject(revision.type, self._supervisors(revision.case))
        decision = access.decide(Operation.EDIT, Actor(author.role, author.office), about)
        refused = isinstance(decision, Refused) and decision.code == FILLED_BY_COURT.code
        host = Held(self.connection, self.reader)
        return refused and is_judged_before(host, self._act(revision), arrival.dot)

    def _act(self, revision: Revision) -> Record:
        return load(self.connection, self.reader, [revision.record])[revision.record]

    def _about_register(self, arrival: Arrival) -> Judgement | None:
        """What the centre recorded from a signed file of the Register is nobody's to go on with."""
        if arrival.revision.type != register_origin.TYPE or register_origin.is_service(self.author(arrival).login):
            return None
        record = arrival.revision.record
        written = load(self.connection, self.reader, [record])[record].written
        authors = rights.authors(self.connection, {each.act.header.author for each in written})
        logins = {key: each.login for key, each in authors.items()}
        centres = register_origin.is_centres(written, lambda key: logins.get(key, ""))
        return rights.REGISTER_ALONE if centres else None

    def _about_annulment(self, arrival: Arrival) -> Judgement | None:
        """What the rules say against an annulment, or against taking one back; that it may be too late says nothing."""
        if not annuls(arrival.revision):
            return None
        revision, author = self.revision(arrival), self.author(arrival)
        record = load(self.connection, self.reader, [revision.record]).get(revision.record)
        if record is None or not annuls(revision):
            return None
        about = annulment.subject(Held(self.connection, self.reader), record)
        actor = Actor(author.role, author.office, person=author.account.hex())
        decision = access.decide(Operation.ANNUL, actor, replace(about, supervisors=self._supervisors(revision.case)))
        if isinstance(decision, Refused) and decision.code in {*annulment.RESERVED, MAY_NOT_WRITE.code}:
            return Judgement(Decision.REFUSED, decision.code)
        takes_back = ANNULLED not in revision.changes.get("add", {})
        return None if takes_back or not is_named(self.connection, self.reader, record) else NAMED_BY_ACTS

    def _verdict(
        self,
        dot: Dot,
        revision: Revision,
        units: Collection[str],
        forbidden: Collection[str],
        account: bytes,
        *,
        writes: bool,
    ) -> Judgement | None:
        counted, authors = self._counted(revision.record)
        context = _seen(dot, revision, counted, authors, account)
        disputed = {unit for unit in units if access.touches_dispute(unit, context, counted)}
        if disputed & set(forbidden):
            return MAY_NOT_RESOLVE
        return None if writes or disputed == set(units) else MAY_NOT_WRITE

    def revision(self, arrival: Arrival) -> Revision:
        """The revision with its changes unpacked."""
        if isinstance(arrival.revision, Revision):
            return arrival.revision
        act, leaf = arrival.place
        return self.reader.read(self.connection, [act])[act].revision(leaf)

    def author(self, arrival: Arrival) -> Author:
        """Who made it."""
        act = arrival.place.act
        key = self.reader.read(self.connection, [act])[act].header.author
        return rights.authors(self.connection, [key])[key]

    def _decides_his_own(self, dot: Dot, author: Author, revision: Revision, units: Collection[str]) -> bool:
        """Whether it decides a dispute in which one of the values that its author has seen is his own."""
        if not units:
            return False
        counted, authors = self._counted(revision.record)
        context = _seen(dot, revision, counted, authors, author.account)
        for unit in units:
            accounts = [authors[each].account for each in access.disputants(unit, context, counted) if each in authors]
            if not self._may_decide(author, revision, unit, accounts):
                return True
        return False

    def _may_decide(self, author: Author, revision: Revision, unit: str, accounts: Collection[bytes] = ()) -> bool:
        """`accounts`: of those whose values are in dispute."""
        subject = Subject(
            registry().get(revision.type),
            type_name=revision.type,
            unit=unit,
            supervisors=self._supervisors(revision.case),
            authors=[each.hex() for each in accounts],
        )
        actor = Actor(author.role, author.office, author.account.hex())
        return isinstance(access.decide(Operation.RESOLVE, actor, subject), Allowed)

    def _supervisors(self, case: bytes | None) -> frozenset[str]:
        """The prosecutor's offices that supervise whoever keeps a case."""
        office = keeper(self.connection, self.reader, case) if case is not None else ""
        return supervisions.supervisors_of(self.connection, office, self.day) if office else frozenset()

    def _counted(self, record: bytes) -> tuple[dict[Dot, Revision], dict[Dot, Author]]:
        """The revisions of a record that count, and their authors as far as they are certified, by dot."""
        row = rows_of(self.connection, [record])[record]
        read = self.reader.read(self.connection, {place.act for place in row.log})
        people = rights.authors(self.connection, {each.header.author for each in read.values()})
        counted: dict[Dot, Revision] = {}
        authors: dict[Dot, Author] = {}
        for act, leaf in ((read[place.act], place.leaf) for place in row.log):
            dot, author = act.header.dot, people.get(act.header.author)
            if leaf in act.bodies and (record, dot) not in self.refused:
                counted[dot] = act.revision(leaf)
                if author is not None:
                    authors[dot] = author
        return counted, authors


def _seen(
    dot: Dot, revision: Revision, counted: Mapping[Dot, Revision], authors: Mapping[Dot, Author], account: bytes
) -> Vector:
    """What the author of a revision, whose account it is, had seen of the record at least."""
    own = access.own_elsewhere(dot, (each for each, of in authors.items() if of.account == account), counted)
    if revision.before:
        own[dot.replica] = revision.before
    return access.truly_seen(context_of(revision), own, counted)


def touched(revision: Revision) -> frozenset[str]:
    """The units on liberty or safeguards that a revision gives a value."""
    return access.guards(revision.type) & revision.changes.get("put", {}).keys()

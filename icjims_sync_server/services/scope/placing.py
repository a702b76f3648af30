"""Revisions of acts in the log find their place: in records, waiting, or refused; and from there in the feeds."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from sqlalchemy import Connection, delete, insert

from icjims_core import access, directory
from icjims_core.acts import Outline, Revision, WholeAct
from icjims_core.directory import Decision, Signed, Verdict
from icjims_core.encoding import encode
from icjims_core.law.rule_data import BISHKEK
from icjims_core.packing import OpenAct
from icjims_core.projections import log
from icjims_core.projections.bulk import has_rows, insert_rows, rows_in
from icjims_core.projections.index import Admission, Arrival, Place, admit, rows_of, settle
from icjims_core.projections.log import LogReader
from icjims_core.projections.tables import verdict_table, waiting_table
from icjims_sync_server.services.centre import Centre
from icjims_sync_server.services.exchange.incoming import Incoming
from icjims_sync_server.services.scope import private_files, rights
from icjims_sync_server.services.scope.decisions import Decisions
from icjims_sync_server.services.scope.rights import Author, Judgement, Scope
from icjims_sync_server.store import feeds
from icjims_sync_server.store.feeds import Entry, Kind, Plan
from icjims_sync_server.store.tables import case_wait_table, office_record_table, queue_table

_EQUIVOCATION: Final = Judgement(Decision.QUARANTINED, "equivocation")
_GROUNDLESS: Final = Judgement(Decision.REFUSED, rights.STATED_ONCE)
_OUT_OF_SCOPE: Final = Judgement(Decision.REFUSED, "out_of_scope")
_BATCH: Final = 500


class Placing:
    """The revisions of one transaction. `take` them act by act, `finish`, and `write_feeds` last of all."""

    def __init__(self, connection: Connection, centre: Centre, now: int) -> None:
        self.connection = connection
        self.centre = centre
        self.now = now
        self.scope = Scope(day=day_of(now))
        self.plan = Plan()
        self.verdicts: list[Signed] = []
        self.reader = LogReader()
        self._decisions = Decisions(connection, self.reader, day_of(now))
        self._acts: dict[int, OpenAct] = {}
        self._arrivals: list[Arrival] = []
        self._case_waits: list[dict[str, object]] = []
        self._verdict_rows: list[dict[str, object]] = []
        self._held: dict[int, tuple[int, list[int]]] = {}
        self._refused_cases: set[bytes] = set()

    def take(self, number: int, act: OpenAct, revisions: Mapping[int, Revision], author: Author) -> None:
        """Judge revisions of an act that lies in the log under this number."""
        self._acts[number] = act
        dot = act.header.dot
        for index, revision in revisions.items():
            case = rights.case_of(revision)
            judgement = self.scope.judge(revision, case, author)
            if judgement is not None:
                self._refuse(number, act, index, revision, author, judgement)
            elif case is not None and case not in self.scope.cases:
                self._case_waits.append({"act_number": number, "leaf": index, "case_id": case})
            else:
                self._arrivals.append(Arrival(Place(number, index), dot, revision))

    def finish(self) -> set[int]:
        """Admit what may count, and what was waiting for it; numbers of the acts of which something still waits."""
        self._store_scope()
        self._take_waiting_for_cases()
        self._refuse_misplaced()
        if self._verdict_rows:
            self.connection.execute(insert(verdict_table), self._verdict_rows)
        if self._case_waits:
            self.connection.execute(insert(case_wait_table), self._case_waits)
        admission = admit(self.connection, self.reader, self._arrivals, self.scope.records)
        waiting = {arrival.place.act for arrival in admission.waiting}
        unsettled = {*self._records_with_verdicts(admission), *self._enter(admission)}
        while unsettled:
            record = min(unsettled)
            settled = settle(self.connection, self.reader, record)
            unsettled = (unsettled - {record}) | self._enter(settled)
            waiting |= {arrival.place.act for arrival in settled.waiting}
        for number, (feed, leaves) in self._held.items():
            self.plan.add(feed, Entry(Kind.HELD, number, tuple(leaves)))
        return waiting | {int(str(row["act_number"])) for row in self._case_waits}

    def write_feeds(self) -> None:
        """Number the feed rows: the counter rows are held until the transaction ends."""
        feeds.write(self.connection, self.plan)

    def report_equivocation(self, incoming: Incoming, author: Author) -> None:
        """Say of each revision of a quarantined act that it is not merged, to whoever may hold it.

        The dot itself may be the dot of what was accepted first: nothing is entered among the verdicts of the log.
        """
        for index, revision in incoming.revisions.items():
            signed = self._signed(incoming.act, index, revision, _EQUIVOCATION)
            self._announce(incoming.act, revision, author, signed)

    def _enter(self, admission: Admission) -> set[bytes]:
        """Place what has entered its record, but for decisions by those who may not decide; the records of these.

        What goes on from nothing that counts is refused with them.
        """
        judged = [(arrival, self._decisions.judge(arrival)) for arrival in admission.admitted]
        self._place([arrival for arrival, judgement in judged if judgement is None])
        self._take_from_waiting(admission.groundless)
        before, records = len(self._verdict_rows), set[bytes]()
        for arrival, judgement in (*judged, *((each, _GROUNDLESS) for each in admission.groundless)):
            if judgement is not None:
                number, leaf = arrival.place
                revision, author = self._decisions.revision(arrival), self._decisions.author(arrival)
                self._refuse(number, self._opened(number), leaf, revision, author, judgement)
                records.add(revision.record)
        if records:
            self.connection.execute(insert(verdict_table), self._verdict_rows[before:])
        return records

    def _take_from_waiting(self, arrivals: Iterable[Arrival]) -> None:
        for number, leaf in (each.place for each in arrivals):
            same = (waiting_table.c.act_number == number, waiting_table.c.leaf == leaf)
            self.connection.execute(delete(waiting_table).where(*same))

    # --- verdicts ---------------------------------------------------------------------------------------------------

    def _refuse(
        self, number: int, act: OpenAct, index: int, revision: Revision, author: Author, judgement: Judgement
    ) -> None:
        signed = self._signed(act, index, revision, judgement)
        header = act.header
        self._verdict_rows.append(
            {
                "act_id": act.act_id,
                "leaf": index,
                "record": revision.record,
                "replica": header.replica,
                "counter": header.counter,
                "decision": int(judgement.decision),
                "code": judgement.code,
                "body": signed.body,
                "signature": signed.signature,
                "header": act.source.header,
                "header_signature": act.source.signature,
            }
        )
        self._announce(act, revision, author, signed)
        self._held.setdefault(number, (author.office_feed, []))[1].append(index)
        if revision.type == rights.CASE_TYPE and revision.record not in self.scope.cases:
            self._refused_cases.add(revision.record)
            self.scope.refused_cases.add(revision.record)

    def _signed(self, act: OpenAct, index: int, revision: Revision, judgement: Judgement) -> Signed:
        verdict = Verdict(
            format=1,
            act=act.act_id,
            index=index,
            record=revision.record,
            replica=act.header.replica,
            counter=act.header.counter,
            decision=judgement.decision,
            code=judgement.code,
            decided_at=self.now,
        )
        signed = directory.sign(verdict, self.centre.keys.signing)
        self.verdicts.append(signed)
        return signed

    def _announce(self, act: OpenAct, revision: Revision, author: Author, signed: Signed) -> None:
        """Verdict and header go to the audience of the case and to the author's office."""
        payload = encode((signed, act.source.header, act.source.signature))
        case = rights.case_of(revision)
        present = self.scope.cases.get(case, {}) if case is not None else {}
        if case is not None and access.file_of(revision.type, revision.changes) is not None:
            present = {feed: there for feed, there in present.items() if feed in self.scope.whole.get(case, ())}
        self.plan.add(author.office_feed, Entry(Kind.VERDICT, payload=payload))
        for feed, there in present.items():
            if there and feed != author.office_feed:
                self.plan.add(feed, Entry(Kind.VERDICT, case=case, payload=payload))

    # --- waiting ----------------------------------------------------------------------------------------------------

    def _store_scope(self) -> None:
        joins = {case: self.scope.audience(case) for case in self.scope.new_cases}
        feeds.join_cases(self.connection, joins, self.scope.whole)
        owners = list(self.scope.new_owners.items())
        insert_rows(self.connection, office_record_table, ("record", "office"), owners)

    def _take_waiting_for_cases(self) -> None:
        """Revisions that came before their case are judged now that it is here, or was refused."""
        decided = [*self.scope.new_cases, *self._refused_cases]
        if not decided or not has_rows(self.connection, case_wait_table):
            return
        for start in range(0, len(decided), _BATCH):
            part = decided[start : start + _BATCH]
            statement = (
                delete(case_wait_table)
                .where(case_wait_table.c.case_id.in_(part))
                .returning(case_wait_table.c.act_number, case_wait_table.c.leaf)
            )
            places = sorted(Place(row.act_number, row.leaf) for row in self.connection.execute(statement).all())
            self._judge_again(places)

    def _judge_again(self, places: Sequence[Place]) -> None:
        grouped: dict[int, list[int]] = {}
        for place in places:
            grouped.setdefault(place.act, []).append(place.leaf)
        read = self.reader.read(self.connection, grouped)
        by_key = rights.authors(self.connection, {read[number].header.author for number in grouped})
        revisions = [read[number].revision(leaf) for number, leaves in grouped.items() for leaf in leaves]
        before = dict(self.scope.cases)
        self.scope.read(self.connection, revisions)
        self.scope.cases |= before
        for number, leaves in grouped.items():
            author = by_key[read[number].header.author]
            act = self._opened(number)
            self.take(number, act, {leaf: read[number].revision(leaf) for leaf in leaves}, author)

    def _refuse_misplaced(self) -> None:
        """What comes with, or waits for, a record that begins here must name the same type and case as it does."""
        begun: dict[bytes, Revision | Outline] = {}
        for each in (arrival.revision for arrival in self._arrivals):
            if not each.context:
                begun.setdefault(each.record, each)
        misplaced = [each for each in self._arrivals if _is_misplaced(each.revision, begun)]
        self._arrivals = [each for each in self._arrivals if each not in misplaced]
        self._refuse_waiting(
            [*misplaced, *(each for each in self._waiting(begun) if _is_misplaced(each.revision, begun))]
        )

    def _waiting(self, records: Iterable[bytes]) -> list[Arrival]:
        """What waits for these records."""
        if not has_rows(self.connection, waiting_table):
            return []
        found = rows_in(self.connection, waiting_table, ("act_number", "leaf"), "record", records)
        places = [Place(number, leaf) for number, leaf in found]
        read = self.reader.read(self.connection, {each.act for each in places})
        return [Arrival(each, read[each.act].header.dot, read[each.act].revision(each.leaf)) for each in places]

    def _refuse_waiting(self, arrivals: Sequence[Arrival]) -> None:
        self._take_from_waiting(arrivals)
        for each in arrivals:
            revision, author = self._decisions.revision(each), self._decisions.author(each)
            self._refuse(each.place.act, self._opened(each.place.act), each.place.leaf, revision, author, _OUT_OF_SCOPE)

    def _records_with_verdicts(self, admission: Admission) -> list[bytes]:
        """Records of which something was just refused: its dot counts as held, and what waits for it may enter."""
        refused = {row["record"] for row in self._verdict_rows if isinstance(row["record"], bytes)}
        return sorted(refused - admission.touched.keys())

    # --- feeds ------------------------------------------------------------------------------------------------------

    def _opened(self, number: int) -> OpenAct:
        act = self._acts.get(number)
        if act is None:
            act = self._acts[number] = log.opened(self.connection, number)
        return act

    def _place(self, admitted: Sequence[Arrival]) -> None:
        """Plan a row in each audience for each act with admitted revisions; projections follow later."""
        if not admitted:
            return
        self._complete_scope(admitted)
        by_feed = self._by_feed(admitted)
        fresh = {arrival.place.act for arrival in self._arrivals}
        for feed, by_act in by_feed.items():
            for number in sorted(by_act, key=lambda each: (each not in fresh, each)):
                self.plan.add(feed, act_entry(Kind.ACT, number, self._opened(number), by_act[number]))
        numbers = sorted({arrival.place.act for arrival in admitted})
        insert_rows(self.connection, queue_table, ("act_number",), [(number,) for number in numbers])

    def _by_feed(self, admitted: Sequence[Arrival]) -> dict[int, dict[int, list[int]]]:
        """Feed → act number → leaves."""
        offices = self._office_feeds()
        audiences: dict[bytes, tuple[int, ...]] = {}
        by_feed: dict[int, dict[int, list[int]]] = {}
        for (act, leaf), _, revision in admitted:
            case = rights.case_of(revision)
            if case is None:
                audience: tuple[int, ...] = (offices[self.scope.owners[revision.record]],)
            elif case in audiences:
                audience = audiences[case]
            else:
                audience = audiences[case] = self.scope.audience(case)
            if case is not None and self._is_private(revision):
                audience = tuple(feed for feed in audience if feed in self.scope.whole[case])
            for feed in audience:
                by_feed.setdefault(feed, {}).setdefault(act, []).append(leaf)
        return by_feed

    def _is_private(self, revision: Revision | Outline) -> bool:
        """Whether an admitted revision belongs to a private file of its case."""
        if not rights.may_be_private(revision.type):
            return False
        self.scope.read_whole(self.connection, [revision])
        places = rows_of(self.connection, [revision.record])[revision.record].log
        return private_files.is_private(self.connection, self.reader, revision.type, places)

    def _complete_scope(self, admitted: Iterable[Arrival]) -> None:
        """Revisions that waited belong to records of this batch, but their owners may not have been read."""
        missing = [
            arrival.revision
            for arrival in admitted
            if rights.case_of(arrival.revision) is None and arrival.revision.record not in self.scope.owners
        ]
        if missing:
            self.scope.read(self.connection, missing)

    def _office_feeds(self) -> dict[str, int]:
        wanted = {feeds.office_feed(office): office for office in set(self.scope.owners.values())}
        numbers = feeds.numbers(self.connection, wanted)
        return {office: numbers[name] for name, office in wanted.items()}


def _is_misplaced(revision: Revision | Outline, begun: Mapping[bytes, Revision | Outline]) -> bool:
    """Whether it names another type or case than the beginning of its record."""
    first = begun.get(revision.record)
    return first is not None and (revision.type, rights.case_of(revision)) != (first.type, rights.case_of(first))


def day_of(now: int) -> str:
    """The date in Bishkek of milliseconds since 1970 UTC."""
    return datetime.datetime.fromtimestamp(now / 1000, BISHKEK).date().isoformat()


def act_entry(kind: Kind, number: int, act: OpenAct, leaves: Sequence[int]) -> Entry:
    """The feed row for these leaves of an act."""
    whole = isinstance(act.source, WholeAct) and len(leaves) == act.header.count
    shown = None if whole else tuple(sorted(leaves))
    return Entry(kind, number, shown, counted=[act.leaves[leaf] for leaf in leaves])

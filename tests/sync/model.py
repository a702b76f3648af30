"""A small centre and a small store, both in memory and built from the core, for sessions without network or disk."""

# ruff: noqa: ARG002 - the methods keep the signatures of what they stand for
from __future__ import annotations

import copy
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from typing import Literal

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from icjims_core import acts, directory, merkle, wire
from icjims_core.acts import ACT, AUDIT, NO_PREVIOUS, Birth, Header, Revision, WholeAct
from icjims_core.directory import Decision, Signed, Verdict
from icjims_core.encoding import decode_trusted, encode
from icjims_core.fingerprint import Tally
from icjims_core.packing import OpenAct, pack_bodies
from icjims_core.problem import Broken
from icjims_desktop.store.log.incoming import PageResult
from icjims_desktop.store.log.outgoing import RunResult
from icjims_desktop.store.log.tallies import Comparison, Received
from icjims_desktop.sync.ports import UnsentIds
from tests.sync.noise import Noise

FEED, FORBIDDEN = "office:77", "forbidden"
ROWS_PER_PAGE, ROWS_PER_ANSWER = 3, 12
NO_HEAD = wire.Head(0, bytes(32))


@dataclass
class ModelCentre:
    """The centre's rules that a client can notice, over one feed."""

    noise: Noise
    key: Ed25519PrivateKey = field(init=False)
    epoch: bytes = field(init=False)
    log: dict[bytes, OpenAct] = field(default_factory=dict)
    chains: dict[tuple[bytes, int], list[bytes]] = field(default_factory=dict)
    rows: list[bytes | Signed] = field(default_factory=list)
    refused: set[tuple[bytes, int]] = field(default_factory=set)
    rejecting: set[bytes] = field(default_factory=set)
    """Bodies that make an act unacceptable, as a damaged one would be."""

    def __post_init__(self) -> None:
        self.key, self.epoch = Ed25519PrivateKey.from_private_bytes(self.noise(32)), self.noise(16)

    def backup(self) -> ModelCentre:
        return ModelCentre(
            self.noise, dict(self.log), copy.deepcopy(self.chains), list(self.rows), set(self.refused), self.rejecting
        )

    def answer(self, body: bytes) -> Iterator[bytes]:
        """The frames, without their lengths, of the answer to a sync request."""
        hello, *pushes = [wire.read_request(data) for data in wire.FrameReader().feed(body)]
        assert isinstance(hello, wire.Hello)
        standing = self._standing(hello)
        act, audit = self._head(hello.replica, ACT), self._head(hello.replica, AUDIT)
        yield _bytes(wire.Welcome(1, 1_000_000, standing, act, audit, ()))
        if standing in {"behind", "fork"}:
            yield _bytes(wire.Closing((), more=False))
            return
        if pushes:
            yield _bytes(self._receive(hello, pushes))
        yield from self._pages(hello)

    def _standing(self, hello: wire.Hello) -> Literal["ok", "behind", "fork", "unknown"]:
        known = self._head(hello.replica, ACT)
        if known.counter == 0:
            return "unknown"
        at = hello.act.counter
        if 0 < at <= known.counter and self.chains[hello.replica, ACT][at - 1] != hello.act.act:
            return "fork"
        return "behind" if known.counter > hello.act.counter else "ok"

    def _head(self, replica: bytes, stream: int) -> wire.Head:
        chain = self.chains.get((replica, stream), [])
        return wire.Head(len(chain), chain[-1]) if chain else NO_HEAD

    def _receive(self, hello: wire.Hello, pushes: Sequence[wire.Request]) -> wire.Results:
        outcomes: list[wire.Outcome] = []
        verdicts: list[Signed] = []
        for push in pushes:
            assert isinstance(push, wire.Push)
            outcomes += [self._take(OpenAct(source), verdicts) for source in push.acts]
        act, audit = self._head(hello.replica, ACT), self._head(hello.replica, AUDIT)
        return wire.Results(act, audit, tuple(outcomes), tuple(verdicts))

    def _take(self, act: OpenAct, verdicts: list[Signed]) -> wire.Outcome:
        header = act.header
        chain = self.chains.setdefault((header.replica, header.stream), [])
        if header.counter <= len(chain):
            same = chain[header.counter - 1] == act.act_id
            return wire.Outcome(act.act_id, "duplicate" if same else "stored", "" if same else "equivocation")
        if header.counter > len(chain) + 1:
            return wire.Outcome(act.act_id, "rejected", "gap")
        if header.previous != (chain[-1] if chain else NO_PREVIOUS):
            return wire.Outcome(act.act_id, "stored", "equivocation")
        if any(body in self.rejecting for body in act.bodies.values()):
            return wire.Outcome(act.act_id, "rejected", "malformed")
        acts.verify_signature(header, act.source.header, act.source.signature)
        chain.append(act.act_id)
        self.log[act.act_id] = act
        if header.stream == ACT:
            self.rows.append(act.act_id)
            for index, body in act.bodies.items():
                revision = decode_trusted(body, Revision)
                if revision.type == FORBIDDEN:
                    verdicts.append(self._refuse(act, index, revision))
        return wire.Outcome(act.act_id, "stored", "")

    def _refuse(self, act: OpenAct, index: int, revision: Revision) -> Signed:
        dot = act.header.dot
        verdict = Verdict(
            1, act.act_id, index, revision.record, dot.replica, dot.counter, Decision.REFUSED, "role_may_not_write", 1
        )
        signed = directory.sign(verdict, self.key)
        self.refused.add((act.act_id, index))
        self.rows.append(signed)
        return signed

    def _pages(self, hello: wire.Hello) -> Iterator[bytes]:
        position = next((c.position for c in hello.cursors if c.feed == FEED and c.epoch == self.epoch), 0)
        end = min(len(self.rows), position + ROWS_PER_ANSWER) if hello.pull else position
        for start in range(position, end, ROWS_PER_PAGE):
            stop = min(end, start + ROWS_PER_PAGE)
            parts = tuple(self._part(at, hello.replica) for at in range(start, stop))
            yield _bytes(wire.Page(FEED, self.epoch, start, stop, parts))
        state = wire.FeedState(FEED, self.epoch, len(self.rows), Tally().plus(self.leaves()).to_bytes())
        yield _bytes(wire.Closing((state,), more=hello.pull and end < len(self.rows)))

    def _part(self, at: int, replica: bytes) -> wire.Part:
        row = self.rows[at]
        if isinstance(row, Signed):
            act = self.log[directory.read_verdict(row, self.key.public_key().public_bytes_raw()).act]
            return wire.VerdictPart(at + 1, row, act.source.header, act.source.signature)
        act = self.log[row]
        counted = tuple(index for index in act.bodies if (row, index) not in self.refused)
        if act.header.replica == replica:
            return wire.OwnPart(at + 1, row, counted)
        return wire.ActPart(at + 1, act.disclose(counted) if len(counted) < act.header.count else act.source)

    def leaves(self) -> list[bytes]:
        return [
            leaf
            for row in self.rows
            if isinstance(row, bytes)
            for index, leaf in self.log[row].leaves.items()
            if (row, index) not in self.refused
        ]

    def records(self) -> list[bytes]:
        """Ids of the records of every counted revision, in order of arrival; each test writes a record once."""
        return [
            decode_trusted(body, Revision).record
            for row in self.rows
            if isinstance(row, bytes)
            for index, body in self.log[row].bodies.items()
            if (row, index) not in self.refused
        ]

    def repair_parts(self, leaves: set[bytes]) -> Iterator[bytes]:
        for at, row in enumerate(self.rows):
            if isinstance(row, bytes):
                act = self.log[row]
                wanted = [index for index, leaf in act.leaves.items() if leaf in leaves]
                if wanted:
                    part = wire.ActPart(at + 1, act.disclose(wanted))
                    yield _bytes(wire.Page(FEED, self.epoch, at, at + 1, (part,)))


def _bytes(message: wire.Answer) -> bytes:
    return wire.frame(message)[4:]


@dataclass
class OwnReplica:
    """A replica that the store is or was."""

    id: bytes
    birth: Birth
    chains: dict[int, list[OpenAct]] = field(default_factory=lambda: {ACT: [], AUDIT: []})
    sent: dict[int, int] = field(default_factory=lambda: {ACT: 0, AUDIT: 0})

    def head(self, stream: int) -> wire.Head:
        chain = self.chains[stream]
        return wire.Head(len(chain), chain[-1].act_id) if chain else NO_HEAD

    def unsent(self, stream: int) -> list[OpenAct]:
        return self.chains[stream][self.sent[stream] :]


class ModelStore:
    """The journal's rules that a session can notice."""

    def __init__(self, name: str, centre_key: bytes) -> None:
        self.noise = Noise(name)
        self.author = Ed25519PrivateKey.from_private_bytes(self.noise(32))
        self.centre_key = centre_key
        self.device = self.noise(16)
        self.own = [OwnReplica(self.noise(16), Birth(self.device, None, 0, None))]
        self.cursors: dict[str, tuple[bytes, int]] = {}
        self.held: dict[bytes, OpenAct] = {}
        self.feed, self.carried = set[bytes](), list[bytes]()
        self.transactions = 0
        self.boxes: dict[bytes, bytes] = {}

    @property
    def present(self) -> OwnReplica:
        return self.own[-1]

    def write(self, *records: bytes, kind: str = "note", stream: int = ACT) -> list[bytes]:
        """Commit one act that writes each record once; its bodies."""
        bodies = [encode(Revision(1, record, kind, 1, None, (), 0, {"put": {"text": "x"}}, None)) for record in records]
        self._append(bodies, stream)
        return bodies

    def _append(self, bodies: Sequence[bytes], stream: int = ACT, seed: bytes = b"") -> None:
        me = self.present
        seed, head = seed or self.noise(32), me.head(stream)
        leaves = acts.leaf_hashes(seed, bodies)
        header = Header(
            format=1,
            stream=AUDIT if stream else ACT,
            replica=me.id,
            counter=head.counter + 1,
            previous=head.act,
            author=self.author.public_key().public_bytes_raw(),
            recorded_at=1,
            count=len(bodies),
            root=merkle.root(leaves),
            birth=me.birth if not head.counter else None,
        )
        data, signature = acts.sign(header, self.author)
        act = OpenAct(WholeAct(data, signature, seed, pack_bodies(bodies)))
        me.chains[stream].append(act)
        self.held[act.act_id] = act

    def copy(self, name: str) -> ModelStore:
        """A copy of the whole machine: nothing in it tells that it is one."""
        twin = copy.copy(self)
        twin.noise = Noise(name)
        twin.own = [
            OwnReplica(each.id, each.birth, {at: list(chain) for at, chain in each.chains.items()}, dict(each.sent))
            for each in self.own
        ]
        twin.cursors, twin.held, twin.feed = dict(self.cursors), dict(self.held), set(self.feed)
        twin.carried = list(self.carried)
        return twin

    # --- the journal ------------------------------------------------------------------------------------------------

    def snapshot(self) -> AbstractContextManager[ModelStore]:
        return nullcontext(self)

    def hello(self, *, pull: bool) -> wire.Hello:
        me = self.present
        cursors = tuple(wire.Cursor(feed, *at) for feed, at in sorted(self.cursors.items()))
        return wire.Hello(1, me.id, me.head(ACT), me.head(AUDIT), cursors, 0, pull)

    def former_hellos(self) -> list[wire.Hello]:
        formers = (each for each in self.own[:-1] if each.unsent(ACT))
        return [wire.Hello(1, each.id, each.head(ACT), NO_HEAD, (), 0, pull=False) for each in formers]

    def holds(self, replica: bytes, head: wire.Head) -> bool:
        chains = {each.id: each.chains[ACT] for each in self.own}
        return not head.counter or chains[replica][head.counter - 1].act_id == head.act

    def unsent(self, limit: int, *, own: bool = True) -> Iterator[wire.Push]:
        waiting = [self.held[act] for act in self.carried]
        waiting += [act for each in self.own[: None if own else -1] for at in (ACT, AUDIT) for act in each.unsent(at)]
        for start in range(0, len(waiting), 4):
            yield wire.Push(tuple(act.source for act in waiting[start : start + 4]))

    def unsent_ids(self) -> UnsentIds:
        found = {each.id: [(act.header.counter, act.act_id) for act in each.unsent(ACT)] for each in self.own}
        return {replica: ids for replica, ids in found.items() if ids}

    def outbox_count(self) -> int:
        return sum(len(ids) for ids in self.unsent_ids().values())

    def mark_sent(self, replica: bytes, counter: int) -> None:
        next(each for each in self.own if each.id == replica).sent[ACT] = counter

    def agrees(self, welcome: wire.Welcome) -> bool:
        me = self.present
        return all(
            not head.counter
            or (head.counter <= len(me.chains[at]) and me.chains[at][head.counter - 1].act_id == head.act)
            for at, head in ((ACT, welcome.act), (AUDIT, welcome.audit))
        )

    def take_directory(self, entries: Sequence[Signed]) -> int:
        return len(entries)

    def take_results(self, results: wire.Results) -> RunResult:
        self.transactions += 1
        me = self.present
        me.sent[ACT] = min(results.act.counter, len(me.chains[ACT]))
        me.sent[AUDIT] = min(results.audit.counter, len(me.chains[AUDIT]))
        delivered = {outcome.act for outcome in results.outcomes if outcome.result != "rejected"}
        self.carried = [act for act in self.carried if act not in delivered]
        delivered -= {outcome.act for outcome in results.outcomes if outcome.code == "equivocation"}
        for former in self.own[:-1]:
            for at in (ACT, AUDIT):
                sent = (act.header.counter for act in former.chains[at] if act.act_id in delivered)
                former.sent[at] = max([former.sent[at], *sent])
        verdicts = (directory.read_verdict(each, self.centre_key) for each in results.verdicts)
        return RunResult(results.outcomes, tuple(verdicts))

    def take_answer(self, results: wire.Results, page: wire.Page) -> tuple[RunResult, PageResult]:
        return self.take_results(results), self.take_page(page)

    def take_page(self, page: wire.Page) -> PageResult:
        self.transactions += 1
        epoch, position = self.cursors.get(page.feed, (page.epoch, 0))
        if epoch != page.epoch:
            position = 0
            self.feed.clear()
        if page.start != position:
            raise Broken("feed_hole", feed=page.feed, position=position)
        result = PageResult()
        for part in page.parts:
            match part:
                case wire.ActPart():
                    self._hold(OpenAct(part.act), result)
                case wire.OwnPart():
                    if act := self.held.get(part.act):
                        self.feed.update(act.leaves[index] for index in part.indexes)
                case wire.VerdictPart():
                    directory.read_verdict(part.verdict, self.centre_key)
                    result.refused += 1
        self.cursors[page.feed] = (page.epoch, page.end)
        return result

    def _hold(self, act: OpenAct, result: PageResult) -> None:
        acts.verify_signature(act.header, act.source.header, act.source.signature)
        for index, leaf in act.leaves.items():
            result.pulled += (fresh := act.act_id not in self.held or index not in self.held[act.act_id].leaves)
            result.duplicates += not fresh
            self.feed.add(leaf)
        self.held.setdefault(act.act_id, act)

    def take_parts(self, feed: str, parts: Sequence[wire.ActPart]) -> PageResult:
        result = PageResult()
        for part in parts:
            self._hold(OpenAct(part.act), result)
        return result

    def received(self) -> Received:
        return Received({FEED: Tally().plus(self.feed)}, looking_for_lost=False)

    def compare(self, closing: wire.Closing, received: Received | None = None) -> Comparison:
        theirs = {state.feed: state.tally for state in closing.feeds}.get(FEED, bytes(40))
        mine = (received or self.received()).tallies[FEED]
        return Comparison(mine.digest(), hashlib.sha256(theirs).digest(), (FEED,) if mine.to_bytes() != theirs else ())

    def leaves(self, feed: str) -> list[bytes]:
        return sorted(self.feed)

    def offer(self, leaves: Sequence[bytes]) -> int:
        wanted = set(leaves)
        found = [act for act, opened in self.held.items() if wanted & set(opened.leaves.values())]
        found.sort(key=lambda act: self.held[act].header.counter)
        self.carried += found
        self.feed -= wanted
        return len(found)

    def waiting_boxes(self) -> list[bytes]:
        return sorted(self.boxes)

    def box(self, key: bytes) -> bytes | None:
        return self.boxes.get(key)

    def forget_box(self, key: bytes) -> None:
        del self.boxes[key]

    def reissue(self, common: Mapping[bytes, int], *, now: int) -> int:
        again = 0
        for each in list(self.own):
            if each.id in common:
                tail = each.chains[ACT][common[each.id] :]
                each.chains[ACT] = each.chains[ACT][: common[each.id]]
                each.sent[ACT] = len(each.chains[ACT])
                if tail:
                    self._become(tail[0].act_id[:16], each)
                for act in tail:
                    self._append(list(act.bodies.values()), seed=act.act_id)
                again += len(tail)
        self.start_replica()
        return again

    def start_replica(self) -> None:
        self._become(self.noise(16), self.present)

    def _become(self, replica: bytes, parent: OwnReplica) -> None:
        head = parent.head(ACT)
        self.own.append(OwnReplica(replica, Birth(self.device, parent.id, head.counter, head.act)))

"""A small client that builds signed acts with the core alone, to ask the centre what it must and must not accept."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import cast

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from icjims_core import acts, merkle, wire
from icjims_core.acts import NO_PREVIOUS, Act, Birth, Changes, Header, Revision, WholeAct
from icjims_core.directory import Verdict
from icjims_core.encoding import decode, encode
from icjims_core.fingerprint import Tally
from icjims_core.packing import OpenAct, pack_bodies
from icjims_core.wire import Closing, Cursor, FrameReader, Head, Hello, Page, Push, Results, Welcome


def new_id() -> bytes:
    """Sixteen random bytes that are no id of a certain author's."""
    made = bytearray(secrets.token_bytes(16))
    made[6] = 0x70 | made[6] & 0x0F
    return bytes(made)


@dataclass(slots=True)
class Keys:
    """The private keys of a device and its one author."""

    signing: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)
    sealing: X25519PrivateKey = field(default_factory=X25519PrivateKey.generate)
    author: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)
    own_sealing: X25519PrivateKey = field(default_factory=X25519PrivateKey.generate)

    @property
    def signing_public(self) -> bytes:
        """The key by which the centre knows the device."""
        return self.signing.public_key().public_bytes_raw()

    @property
    def author_public(self) -> bytes:
        """The key in the headers of its acts."""
        return self.author.public_key().public_bytes_raw()


@dataclass(slots=True)
class Answer:
    """The messages of one answer."""

    welcome: Welcome
    results: Results | None
    pages: list[Page]
    closing: Closing

    @property
    def codes(self) -> list[tuple[str, str]]:
        """(result, code) of each pushed act."""
        return [(each.result, each.code) for each in self.results.outcomes] if self.results else []


def read_answer(body: bytes) -> Answer:
    """The messages in the body of an answer."""
    reader = FrameReader()
    messages = [wire.read_answer(data) for data in reader.feed(body)]
    reader.finish()
    welcome, closing = messages[0], messages[-1]
    assert isinstance(welcome, Welcome), welcome
    assert isinstance(closing, Closing), closing
    results = [each for each in messages if isinstance(each, Results)]
    return Answer(
        welcome, results[0] if results else None, [each for each in messages if isinstance(each, Page)], closing
    )


def request(hello: Hello, pushed: Sequence[Act] = ()) -> bytes:
    """The body of a request."""
    frames = [wire.frame(hello)]
    if pushed:
        frames.append(wire.frame(Push(tuple(pushed))))
    return b"".join(frames)


@dataclass(slots=True)
class Workstation:
    """A device with one replica. `post` sends the body of a sync request and gives the body of the answer."""

    device: bytes
    keys: Keys
    post: Callable[[bytes], bytes]
    replica: bytes = field(default_factory=new_id)
    heads: dict[int, Head] = field(default_factory=lambda: {0: Head(0, NO_PREVIOUS), 1: Head(0, NO_PREVIOUS)})
    before: dict[bytes, int] = field(default_factory=dict)
    outbox: list[Act] = field(default_factory=list)
    cursors: dict[str, Cursor] = field(default_factory=dict)
    held: dict[str, dict[bytes, bytes]] = field(default_factory=dict)
    own: dict[bytes, OpenAct] = field(default_factory=dict)
    raw: list[bytes] = field(default_factory=list)
    uncounted: set[tuple[bytes, int]] = field(default_factory=set)
    refused: list[bytes] = field(default_factory=list)
    directory: int = 0

    def revision(
        self,
        record: bytes,
        *,
        type: str = "case",  # noqa: A002  # the name in the format
        case: bytes | None = None,
        put: dict[str, object] | None = None,
        add: dict[str, object] | None = None,
        context: dict[bytes, int] | None = None,
    ) -> Revision:
        """A change to a record, on top of what this replica wrote to it."""
        counter = self.before.get(record, 0)
        seen = dict(context or {})
        if counter:
            seen[self.replica] = counter
        changes = cast("Changes", {"add": add} if add else {"put": put or {"note": "x"}})
        return Revision(1, record, type, 1, case, tuple(sorted(seen.items())), counter, changes, None)

    def act(self, *revisions: Revision, stream: int = 0, bodies: Sequence[bytes] = ()) -> WholeAct:
        """Sign the next act and keep it for the next sync."""
        made = self.signed(revisions, self.heads[stream], stream=stream, bodies=bodies)
        counter = self.heads[stream].counter + 1
        self.heads[stream] = Head(counter, acts.act_id(made.header))
        for revision in revisions:
            self.before[revision.record] = counter
        self.outbox.append(made)
        self.own[acts.act_id(made.header)] = OpenAct(made)
        return made

    def signed(
        self,
        revisions: Sequence[Revision],
        head: Head,
        *,
        stream: int = 0,
        bodies: Sequence[bytes] = (),
        birth: Birth | None = None,
        author: Ed25519PrivateKey | None = None,
    ) -> WholeAct:
        """An act on top of a head, not kept."""
        packed = [encode(revision) for revision in revisions] or list(bodies)
        seed = secrets.token_bytes(32)
        key = author or self.keys.author
        header = Header(
            1,
            stream,  # type: ignore[arg-type]
            self.replica,
            head.counter + 1,
            head.act,
            key.public_key().public_bytes_raw(),
            1_700_000_000_000,
            len(packed),
            merkle.root(acts.leaf_hashes(seed, packed)),
            (birth or Birth(self.device, None, 0, None)) if head.counter == 0 else None,
        )
        data, signature = acts.sign(header, key)
        return WholeAct(data, signature, seed, pack_bodies(packed))

    def new_case(self, case: bytes | None = None, **put: object) -> bytes:
        """A new case in an act of its own; its id."""
        case = case or new_id()
        self.act(self.revision(case, case=case, put=dict(put) or None))
        return case

    def hello(self, *, pull: bool = True) -> Hello:
        """Where this workstation stands."""
        cursors = tuple(self.cursors[name] for name in sorted(self.cursors))
        return Hello(1, self.replica, self.heads[0], self.heads[1], cursors, self.directory, pull)

    def sync(self, *, pull: bool = True, carried: Sequence[Act] = ()) -> Answer:
        """One session: push the outbox, take what comes; the first answer."""
        body = self.post(request(self.hello(pull=pull), [*carried, *self.outbox]))
        self.raw.append(body)
        first = answer = read_answer(body)
        if answer.results is not None:
            self.outbox = []
        self.take(answer)
        while answer.closing.more:
            body = self.post(request(self.hello(pull=pull)))
            self.raw.append(body)
            answer = read_answer(body)
            self.take(answer)
        return first if first is answer else Answer(first.welcome, first.results, first.pages, answer.closing)

    def take(self, answer: Answer) -> None:
        """Store the pages: feed → leaf → body, as far as bodies were shown; dense, or the test fails."""
        self.directory += len(answer.welcome.directory)
        for page in answer.pages:
            cursor = self.cursors.get(page.feed)
            if cursor is None or cursor.epoch != page.epoch:
                self.held[page.feed] = {}
                cursor = Cursor(page.feed, page.epoch, 0)
            assert page.start == cursor.position, (page.feed, page.start, cursor.position)
            position = page.start
            for part in page.parts:
                assert position < part.position <= page.end
                position = part.position
                self._take_part(page.feed, part)
            self.cursors[page.feed] = Cursor(page.feed, page.epoch, page.end)

    def _take_part(self, feed: str, part: wire.Part) -> None:
        held = self.held.setdefault(feed, {})
        match part:
            case wire.ActPart():
                act = OpenAct(part.act)
                acts.verify_signature(act.header, act.source.header, act.source.signature)
                for index, leaf in act.leaves.items():
                    if (act.act_id, index) in self.uncounted:
                        self.refused.append(act.bodies[index])
                    else:
                        held[leaf] = act.bodies[index]
            case wire.OwnPart():
                act = self.own[part.act]
                held |= {act.leaves[index]: act.bodies[index] for index in part.indexes}
            case wire.VerdictPart():
                verdict = decode(part.verdict.body, Verdict)
                assert acts.act_id(part.header) == verdict.act
                self.uncounted.add((verdict.act, verdict.index))
            case wire.LeavePart():
                gone = [leaf for leaf, body in held.items() if decode(body, Revision).case == part.case]
                for leaf in gone:
                    del held[leaf]

    def tally(self, feed: str) -> bytes:
        """The tally of what is held of a feed."""
        return Tally().plus(self.held.get(feed, {})).to_bytes()

    def agrees(self, answer: Answer) -> bool:
        """Whether what is held of each feed is what the centre counts in it."""
        return all(self.tally(state.feed) == state.tally for state in answer.closing.feeds)

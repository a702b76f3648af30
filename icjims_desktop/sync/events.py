"""What happens to a sync session and what it asks to be done: the two alphabets of the engine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from icjims_core import wire
from icjims_core.problem import Problem
from icjims_desktop.store.log.incoming import PageResult
from icjims_desktop.store.log.outgoing import RunResult
from icjims_desktop.store.log.tallies import Comparison
from icjims_desktop.sync.ports import UnsentIds
from icjims_desktop.sync.repair import Buckets

# --- events ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Begin:
    """Somebody wants to synchronise."""


@dataclass(frozen=True, slots=True)
class PushedAct:
    """An act in the body of a request; `revisions` is how many it was signed over."""

    act: bytes
    replica: bytes
    stream: int
    counter: int
    revisions: int


@dataclass(frozen=True, slots=True)
class Prepared:
    """A request body of `size` bytes lies ready. `more`: the limit left something unsent for the next request."""

    hello: wire.Hello
    acts: tuple[PushedAct, ...]
    size: int
    more: bool


@dataclass(frozen=True, slots=True)
class Received:
    """A message of the centre's answer, in the order of the stream."""

    message: wire.Answer


@dataclass(frozen=True, slots=True)
class Cut:
    """The request or its answer ended before its end; what came before is stored by now."""

    problem: Problem


@dataclass(frozen=True, slots=True)
class WelcomeStored:
    """The directory is stored; `agrees`: the heads that the centre named are acts of this replica as held here."""

    agrees: bool


@dataclass(frozen=True, slots=True)
class ResultsStored:
    """What the centre said of the push is durable here."""

    result: RunResult


@dataclass(frozen=True, slots=True)
class PageStored:
    """A page, or a part fetched for a repair, is durable here."""

    result: PageResult


@dataclass(frozen=True, slots=True)
class Compared:
    """Both sides were compared after everything received was stored."""

    comparison: Comparison


@dataclass(frozen=True, slots=True)
class FormersStand:
    """How the centre knows former replicas that have unsent acts.

    `shared`: how far it holds each whose acts extend what it has. `forked`: the oldest one of which it holds other
    acts, and the counter of its newest.
    """

    shared: Mapping[bytes, int]
    forked: tuple[bytes, int] | None


@dataclass(frozen=True, slots=True)
class UnsentListed:
    """Own unsent acts by replica."""

    unsent: UnsentIds


@dataclass(frozen=True, slots=True)
class Known:
    """Which of the acts asked about the centre holds."""

    acts: frozenset[bytes]


@dataclass(frozen=True, slots=True)
class Reissued:
    """Own acts that the centre does not share are written again under a new replica."""

    acts: int


@dataclass(frozen=True, slots=True)
class BucketsRead:
    """The centre's bucket sums of a feed, and the leaves that are held here."""

    feed: str
    theirs: Buckets
    mine: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class LeavesRead:
    """The centre's leaves in the buckets that differ."""

    feed: str
    theirs: Mapping[int, frozenset[bytes]]


@dataclass(frozen=True, slots=True)
class Repaired:
    """What was missing here is stored, what was missing there is in the outbox."""

    feed: str
    fetched: int
    offered: int


Event = (
    Begin
    | Prepared
    | Received
    | Cut
    | WelcomeStored
    | ResultsStored
    | PageStored
    | Compared
    | FormersStand
    | UnsentListed
    | Known
    | Reissued
    | BucketsRead
    | LeavesRead
    | Repaired
)

# --- actions --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Prepare:
    """Compose a request; `push` false: only ask how the replica stands. Answer with `Prepared`.

    `after_cut`: a request was lost before; the driver may wait a little first. `own` false: push acts of others and of
    former replicas alone, and pull nothing.
    """

    push: bool
    after_cut: bool
    own: bool


@dataclass(frozen=True, slots=True)
class Post:
    """Send the prepared request; answer with `Received` for each message, or `Cut`."""


@dataclass(frozen=True, slots=True)
class TakeWelcome:
    """Store the directory and check the heads; answer with `WelcomeStored`.

    `acknowledge`: nothing was pushed, so that the heads say how much of this replica the centre holds.
    """

    welcome: wire.Welcome
    acknowledge: bool


@dataclass(frozen=True, slots=True)
class TakeResults:
    """Store what the centre said of the push; answer with `ResultsStored`."""

    results: wire.Results


@dataclass(frozen=True, slots=True)
class TakePage:
    """Store a page with its cursor; answer with `PageStored`."""

    page: wire.Page


@dataclass(frozen=True, slots=True)
class Compare:
    """Compare with the centre's closing; answer with `Compared`."""

    closing: wire.Closing


@dataclass(frozen=True, slots=True)
class AskFormers:
    """Ask how the centre knows former replicas that have unsent acts; answer with `FormersStand`."""


@dataclass(frozen=True, slots=True)
class ListUnsent:
    """List own unsent acts, older replicas first, after setting marks of what was sent back; answer with
    `UnsentListed`."""

    back: Mapping[bytes, int]


@dataclass(frozen=True, slots=True)
class AskKnown:
    """Ask the centre which of these acts it holds; answer with `Known`."""

    acts: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class MarkSent:
    """Note what the centre holds of own replicas."""

    counters: Mapping[bytes, int]


@dataclass(frozen=True, slots=True)
class Reissue:
    """Become a new replica and write again what lies above `common`; answer with `Reissued`."""

    common: Mapping[bytes, int]


@dataclass(frozen=True, slots=True)
class AskBuckets:
    """Read the bucket sums of a feed, there and here; answer with `BucketsRead`."""

    feed: str


@dataclass(frozen=True, slots=True)
class AskLeaves:
    """Read the centre's leaves in these buckets; answer with `LeavesRead`."""

    feed: str
    buckets: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Repair:
    """Fetch and store the leaves missing here, offer those missing there; answer with `Repaired`."""

    feed: str
    missing_here: tuple[bytes, ...]
    missing_there: tuple[bytes, ...]


Action = (
    Prepare
    | Post
    | TakeWelcome
    | TakeResults
    | TakePage
    | Compare
    | AskFormers
    | ListUnsent
    | AskKnown
    | MarkSent
    | Reissue
    | AskBuckets
    | AskLeaves
    | Repair
)

"""One sync session as a state machine without network, clock or store: events come in, actions go out.

| state        | event         | next state              | actions                                              |
|--------------|---------------|-------------------------|------------------------------------------------------|
| IDLE         | Begin         | PREPARING               | Prepare                                              |
| PREPARING    | Prepared      | ASKED or FORMERS        | Post; AskFormers before foreign acts are pushed      |
| PREPARING    | Prepared      | PREPARING               | Prepare, own acts too: former ones left nothing      |
| FORMERS      | FormersStand  | ASKED or PREPARING      | Post; MarkSent, Prepare without own acts             |
| FORMERS      | FormersStand  | LISTING                 | ListUnsent: a former one is known otherwise          |
| FORMERS      | Cut           | PREPARING               | Prepare after a pause                                |
| ASKED        | Received      | ANSWERED or SPOILED     | TakeWelcome where it says something new              |
| ASKED        | Cut           | PREPARING               | Prepare after a pause                                |
| ANSWERED     | Received      | ANSWERED, SPOILED       | TakeResults, TakePage                                |
| ANSWERED     | Received      | SETTLING (the closing)  | Compare                                              |
| ANSWERED     | Cut           | PREPARING               | Prepare after a pause                                |
| ANSWERED     | WelcomeStored | ANSWERED                |                                                      |
| ANSWERED     | ResultsStored | ANSWERED                |                                                      |
| ANSWERED     | PageStored    | ANSWERED                |                                                      |
| SPOILED      | Received      | SPOILED                 | (the rest of a senseless answer is not read)         |
| SPOILED      | WelcomeStored | SPOILED                 |                                                      |
| SPOILED      | ResultsStored | SPOILED                 |                                                      |
| SPOILED      | PageStored    | SPOILED                 |                                                      |
| SPOILED      | Cut           | PREPARING               | Prepare after a pause                                |
| SETTLING     | Received      | SETTLING                | (a message after the closing spoils the answer)      |
| SETTLING     | WelcomeStored | SETTLING                |                                                      |
| SETTLING     | ResultsStored | SETTLING                |                                                      |
| SETTLING     | PageStored    | SETTLING                |                                                      |
| SETTLING     | Cut           | PREPARING               | Prepare after a pause                                |
| SETTLING     | Compared      | PREPARING               | Prepare, when something is unsent or more follows    |
| SETTLING     | Compared      | LISTING                 | ListUnsent after a fork or a rejection               |
| SETTLING     | Compared      | BUCKETS                 | AskBuckets, when a feed differs                      |
| SETTLING     | Compared      | DONE                    |                                                      |
| LISTING      | UnsentListed  | SEARCHING, REISSUING    | AskKnown or ListUnsent; Reissue                      |
| SEARCHING    | UnsentListed  | SEARCHING, REISSUING    | AskKnown or ListUnsent; Reissue                      |
| SEARCHING    | Known         | SEARCHING, REISSUING    | AskKnown or ListUnsent; Reissue                      |
| SEARCHING    | Cut           | PREPARING               | Prepare after a pause                                |
| REISSUING    | Reissued      | PREPARING               | Prepare                                              |
| BUCKETS      | BucketsRead   | LEAVES or PREPARING     | AskLeaves; Prepare when the feed has moved on        |
| BUCKETS      | Cut           | PREPARING               | Prepare after a pause                                |
| LEAVES       | LeavesRead    | REPAIRING               | Repair                                               |
| LEAVES       | Cut           | PREPARING               | Prepare after a pause                                |
| REPAIRING    | PageStored    | REPAIRING               |                                                      |
| REPAIRING    | Repaired      | PREPARING               | Prepare: everything is compared again                |
| REPAIRING    | Cut           | PREPARING               | Prepare after a pause                                |

Any other pair is a mistake of the driver and raises `ValueError`. Whatever the centre answers, the machine comes to
DONE or keeps asking for a `Prepare` with `after_cut`; how often that is granted is the driver's decision.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any, ClassVar, Final

from icjims_core import wire
from icjims_core.acts import ACT
from icjims_core.directory import Verdict
from icjims_core.encoding import decode_trusted
from icjims_core.problem import Parameter, Problem, Unreachable
from icjims_desktop.store.log.tallies import Comparison
from icjims_desktop.sync import events as ev
from icjims_desktop.sync import repair
from icjims_desktop.sync.exchange import Exchange, Fit
from icjims_desktop.sync.result import SyncResult, Totals
from icjims_desktop.sync.search import CommonSearch
from icjims_desktop.sync.states import Formers, State

MAX_REPAIR_ROUNDS: Final = 6
"""Requests that a session spends at most on finding and mending differences of the feeds."""
MAX_IDLE_REQUESTS: Final = 3
"""Whole requests that may pass without moving anything before a session ends with what it has."""
_GREET_FIRST: Final = 16 << 10
_ABOUT_PEOPLE: Final = frozenset({"unknown_author", "other_device"})
"""Rejections that writing an act again under a new replica would not mend."""


Step = tuple[State, list[ev.Action]]


class Engine:
    """The session; `handle` takes one event and gives the actions to do, in order."""

    def __init__(self) -> None:
        self.state = State.IDLE
        self.result: SyncResult | None = None
        self.problem: Problem = Unreachable("connection_lost")
        """Why the last request was lost."""
        self.moved = 0
        """How often something new was stored on either side: a driver sees progress by it."""
        self._totals = Totals()
        self._exchange: Exchange | None = None
        self._greet = False
        self._formers = Formers.UNASKED
        self._former: frozenset[bytes] = frozenset()
        self._search: CommonSearch | None = None
        self._standing = ""
        self._damaged: ev.PushedAct | None = None
        self._reissued_damage = False
        self._idle_requests = 0
        self._moved_before = 0
        self._rounds: Counter[str] = Counter()
        self._mine: list[set[bytes]] = []

    def handle(self, event: ev.Event) -> list[ev.Action]:
        """Take the event; raises `ValueError` for one that cannot happen in this state."""
        handler = self.TABLE.get((self.state, type(event)))
        if handler is None:
            raise ValueError(f"{type(event).__name__} in {self.state.name}")
        self.state, actions = handler(self, event)
        return actions

    def advise(self, code: str, **params: Parameter) -> None:
        """Add an advice to the result."""
        self._totals.advise(code, **params)

    # --- asking -----------------------------------------------------------------------------------------------------

    def _begin(self, _event: ev.Begin) -> Step:
        return self._prepare()

    def _prepare(self) -> Step:
        return State.PREPARING, [self._body(after_cut=False)]

    def _body(self, *, after_cut: bool) -> ev.Prepare:
        return ev.Prepare(not self._greet, after_cut, own=self._formers is not Formers.PUSHING)

    def _prepared(self, event: ev.Prepared) -> Step:
        self._exchange = Exchange(event, greeting=self._greet, own=self._formers is not Formers.PUSHING)
        self._greet = False
        if self._formers is Formers.UNASKED and self._exchange.carries_foreign_acts():
            return State.FORMERS, [ev.AskFormers()]
        if not self._exchange.own and not self._exchange.pushes(self._former):
            self._formers = Formers.SETTLED
            return self._prepare()
        return State.ASKED, [ev.Post()]

    def _formers_stand(self, event: ev.FormersStand) -> Step:
        if event.forked:
            return self._start_search(*event.forked)
        if not event.shared:
            self._formers = Formers.SETTLED
            return State.ASKED, [ev.Post()]
        self._formers, self._former = Formers.PUSHING, frozenset(event.shared)
        return State.PREPARING, [ev.MarkSent(event.shared), self._body(after_cut=False)]

    def _cut(self, event: ev.Cut) -> Step:
        return self._lost(event.problem)

    def _lost(self, problem: Problem) -> Step:
        """The request is lost, all that arrived of its answer is stored: ask again, first without a large body."""
        exchange = self._exchange
        if exchange is not None:
            problem = exchange.spoiled or problem
            self._greet = exchange.greeting or exchange.prepared.size > _GREET_FIRST
        self.problem = problem
        self._standing, self._damaged, self._search = "", None, None
        return State.PREPARING, [self._body(after_cut=True)]

    # --- the answer -------------------------------------------------------------------------------------------------

    def _spoil(self, problem: Problem | None = None) -> Step:
        self._here.spoiled = problem or Unreachable("damaged_answer")
        return State.SPOILED, []

    def _ignored(self, _event: ev.Event) -> Step:
        return self.state, []

    def _welcomed(self, event: ev.Received) -> Step:
        welcome, exchange = event.message, self._here
        if isinstance(welcome, wire.Failure):
            return self._spoil(Unreachable("centre_failed", reason=welcome.code))
        if not isinstance(welcome, wire.Welcome):
            return self._spoil()
        hello = exchange.prepared.hello
        self.moved += bool(welcome.directory)
        if welcome.standing in {"behind", "fork"}:
            self._standing = welcome.standing
            return State.ANSWERED, [ev.TakeWelcome(welcome, acknowledge=False)] if welcome.directory else []
        differs = (welcome.act, welcome.audit) != (hello.act, hello.audit)
        acknowledge = not exchange.prepared.acts and (differs or exchange.greeting)
        exchange.again = exchange.greeting or acknowledge
        if differs or acknowledge or welcome.directory:
            return State.ANSWERED, [ev.TakeWelcome(welcome, acknowledge=acknowledge)]
        return State.ANSWERED, []

    def _welcome_stored(self, event: ev.WelcomeStored) -> Step:
        if not event.agrees:
            self._standing = self._standing or "fork"
        return self.state, []

    def _answered(self, event: ev.Received) -> Step:
        match event.message:
            case wire.Results():
                return self._results(event.message)
            case wire.Page():
                return self._page(event.message)
            case wire.Closing():
                return self._closing(event.message)
            case wire.Failure():
                return self._spoil(Unreachable("centre_failed", reason=event.message.code))
            case _:
                return self._spoil()

    def _results(self, results: wire.Results) -> Step:
        exchange = self._here
        if exchange.answered_push or not exchange.prepared.acts:
            return self._spoil()
        exchange.answered_push = True
        for outcome in results.outcomes:
            act = exchange.is_answered(outcome.act)
            if act is not None:
                self._outcome(outcome, act)
        exchange.again = exchange.again or not exchange.everything_answered()
        return State.ANSWERED, [ev.TakeResults(results)]

    def _outcome(self, outcome: wire.Outcome, act: ev.PushedAct) -> None:
        self._totals.count_outcome(outcome, act)
        own = act.replica == self._here.replica or act.replica in self._former
        if own and outcome.code == "equivocation" and act.stream == ACT:
            self._formers = Formers.UNASKED  # another copy of this store came first since the centre was asked
            self._standing = "fork" if act.replica == self._here.replica else self._standing
        if outcome.result != "rejected":
            self.moved += 1
        elif outcome.code == "gap":
            # The centre lost what stands before: taking the results has set the mark of what was sent back.
            self._here.again = self._here.again or own
        elif own and outcome.code not in _ABOUT_PEOPLE and not self._reissued_damage:
            self._damaged = self._damaged or act
        else:
            self._totals.rejected[act.act] = outcome.code

    def _page(self, page: wire.Page) -> Step:
        fit = self._here.take(page)
        if fit is Fit.HOLE:
            return self._spoil()
        if fit is Fit.HELD:
            return State.ANSWERED, []
        for part in page.parts:
            if isinstance(part, wire.VerdictPart):
                self._own_verdict(decode_trusted(part.verdict.body, Verdict))
        self.moved += 1
        return State.ANSWERED, [ev.TakePage(page)]

    def _own_verdict(self, verdict: Verdict) -> None:
        if verdict.replica == self._here.replica:
            self._totals.decide(verdict)

    def _closing(self, closing: wire.Closing) -> Step:
        exchange = self._here
        if exchange.prepared.acts and not exchange.answered_push and not self._standing:
            return self._spoil()
        exchange.closing = closing
        exchange.again = exchange.again or closing.more
        return State.SETTLING, [ev.Compare(closing)]

    def _after_closing(self, _event: ev.Received) -> Step:
        self._here.spoiled = Unreachable("damaged_answer")
        return State.SETTLING, []

    def _results_stored(self, event: ev.ResultsStored) -> Step:
        for verdict in event.result.verdicts:
            self._totals.decide(verdict)
        return self.state, []

    def _page_stored(self, event: ev.PageStored) -> Step:
        self._totals.pulled += event.result.pulled
        self._totals.duplicates += event.result.duplicates
        return self.state, []

    # --- after the answer -------------------------------------------------------------------------------------------

    def _compared(self, event: ev.Compared) -> Step:
        exchange = self._here
        if exchange.spoiled:
            return self._lost(exchange.spoiled)
        if self._standing:
            self._totals.advise("older_copy" if self._standing == "behind" else "copied")
            return self._start_search(exchange.replica, exchange.prepared.hello.act.counter)
        if self._damaged:
            self._reissued_damage = True
            damaged, self._damaged = self._damaged, None
            return self._start_search(damaged.replica, damaged.counter)
        self._idle_requests = 0 if self.moved != self._moved_before else self._idle_requests + 1
        self._moved_before = self.moved
        if event.comparison.lost:
            self._formers, exchange.again = Formers.UNASKED, True
        if not exchange.own:
            if self._formers is Formers.PUSHING and not exchange.prepared.more:
                self._formers = Formers.SETTLED
            exchange.again = True
        if exchange.again or exchange.prepared.more:
            if self._idle_requests < MAX_IDLE_REQUESTS:
                return self._prepare()
            self._totals.advise("nothing_moves")
        return self._finish_or_mend(event.comparison)

    def _finish_or_mend(self, comparison: Comparison) -> Step:
        for feed in comparison.differing:
            if self._rounds[feed] < MAX_REPAIR_ROUNDS and self._here.mendable(feed):
                return State.BUCKETS, [ev.AskBuckets(feed)]
        self.result = self._totals.result(comparison, self._here.replica)
        return State.DONE, []

    # --- a replica that the centre knows otherwise ------------------------------------------------------------------

    def _start_search(self, replica: bytes, newest: int) -> Step:
        self._search = CommonSearch(replica, newest)
        self._standing = ""
        return State.LISTING, [ev.ListUnsent({})]

    def _listed(self, event: ev.UnsentListed) -> Step:
        return self._search_on(self._searching.listed(event.unsent))

    def _known(self, event: ev.Known) -> Step:
        return self._search_on(self._searching.answered(event.acts))

    def _search_on(self, action: ev.AskKnown | ev.ListUnsent | None) -> Step:
        if action is not None:
            return State.SEARCHING, [action]
        search, self._search = self._searching, None
        return State.REISSUING, [ev.Reissue(search.common())]

    def _reissued(self, _event: ev.Reissued) -> Step:
        self._formers = Formers.UNASKED
        self.moved += 1
        return self._prepare()

    # --- repair -----------------------------------------------------------------------------------------------------

    def _buckets(self, event: ev.BucketsRead) -> Step:
        self._rounds[event.feed] += 1
        if (event.theirs.epoch, event.theirs.position) != self._here.cursors.get(event.feed, (b"", 0)):
            return self._prepare()
        self._mine = repair.by_bucket(event.mine)
        differing = repair.unequal(event.theirs.tallies, self._mine)
        if not differing:
            return State.REPAIRING, [ev.Repair(event.feed, (), ())]
        return State.LEAVES, [ev.AskLeaves(event.feed, differing)]

    def _leaves(self, event: ev.LeavesRead) -> Step:
        self._rounds[event.feed] += 1
        here, there = repair.missing(event.theirs, self._mine)
        self._mine = []
        return State.REPAIRING, [ev.Repair(event.feed, here, there)]

    def _repaired(self, event: ev.Repaired) -> Step:
        self._rounds[event.feed] += 1
        self._totals.advise("repaired", fetched=event.fetched, offered=event.offered)
        return self._prepare()

    @property
    def _here(self) -> Exchange:
        if self._exchange is None:
            raise ValueError("no request was prepared")
        return self._exchange

    @property
    def _searching(self) -> CommonSearch:
        if self._search is None:
            raise ValueError("no search was begun")
        return self._search

    TABLE: ClassVar[dict[tuple[State, type[ev.Event]], Callable[[Engine, Any], Step]]] = {
        (State.IDLE, ev.Begin): _begin,
        (State.PREPARING, ev.Prepared): _prepared,
        (State.FORMERS, ev.FormersStand): _formers_stand,
        (State.FORMERS, ev.Cut): _cut,
        (State.ASKED, ev.Received): _welcomed,
        (State.ASKED, ev.Cut): _cut,
        (State.ANSWERED, ev.Received): _answered,
        (State.ANSWERED, ev.Cut): _cut,
        (State.ANSWERED, ev.WelcomeStored): _welcome_stored,
        (State.ANSWERED, ev.ResultsStored): _results_stored,
        (State.ANSWERED, ev.PageStored): _page_stored,
        (State.SPOILED, ev.Received): _ignored,
        (State.SPOILED, ev.Cut): _cut,
        (State.SPOILED, ev.WelcomeStored): _welcome_stored,
        (State.SPOILED, ev.ResultsStored): _results_stored,
        (State.SPOILED, ev.PageStored): _page_stored,
        (State.SETTLING, ev.Received): _after_closing,
        (State.SETTLING, ev.Cut): _cut,
        (State.SETTLING, ev.WelcomeStored): _welcome_stored,
        (State.SETTLING, ev.ResultsStored): _results_stored,
        (State.SETTLING, ev.PageStored): _page_stored,
        (State.SETTLING, ev.Compared): _compared,
        (State.LISTING, ev.UnsentListed): _listed,
        (State.SEARCHING, ev.UnsentListed): _listed,
        (State.SEARCHING, ev.Known): _known,
        (State.SEARCHING, ev.Cut): _cut,
        (State.REISSUING, ev.Reissued): _reissued,
        (State.BUCKETS, ev.BucketsRead): _buckets,
        (State.BUCKETS, ev.Cut): _cut,
        (State.LEAVES, ev.LeavesRead): _leaves,
        (State.LEAVES, ev.Cut): _cut,
        (State.REPAIRING, ev.PageStored): _page_stored,
        (State.REPAIRING, ev.Repaired): _repaired,
        (State.REPAIRING, ev.Cut): _cut,
    }

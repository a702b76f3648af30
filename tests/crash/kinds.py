"""The four kinds of trials: an office is killed while it writes, sends or receives; the centre while it serves."""

from __future__ import annotations

import shutil
import time
from typing import Final, NamedTuple

from tests.crash.centre import Centre
from tests.crash.ledger import Entry, Lost
from tests.crash.programs import Document, Shell, result_of
from tests.crash.town import UNREACHABLE, Office, Town
from tests.crash.trials import IMPORT_BATCH, Killed, Kind, Tally

WINDOW: Final = 3
"""Commands that are on their way at once, so that a writing office always has the next one."""
ROUND: Final = 20
IMPORTED: Final = 60
SENT: Final = 8
NOT_FOUND: Final = 3
LOOK_SECONDS: Final = 0.003


class Writing(Kind):
    """Busy: after the kill, with everything read that was printed, a command is without an answer."""

    name = "writing"
    _imported: tuple[Entry, ...] = ()

    def variant(self) -> str:
        return self.chance.choices(("new and edit", "import", "opening"), (7, 2, 1))[0]

    def work(self, variant: str, moment: float | None) -> float:
        office = self.town.first
        if variant == "opening":
            office.close()
            begun = time.perf_counter()
            shell = office.start(fresh=self.fresh)
            shell.send(("check",), lambda _: None)
            return self._until(moment, begun, shell)
        shell = self.ready(office)
        begun = time.perf_counter()
        if variant == "import":
            self._imported = tuple(self.send_import(office, shell, IMPORTED))
            return self._until(moment, begun, shell)
        for _ in range(WINDOW):
            office.write()
        return self._until(moment, begun, shell, ROUND - WINDOW)

    def _until(self, moment: float | None, begun: float, shell: Shell, more: int = 0) -> float:
        office = self.town.first

        def answered() -> None:
            nonlocal more
            if more:
                more -= 1
                office.write()

        whole = self.watch(shell, moment, begun, answered)
        lasted = time.perf_counter() - begun
        unanswered = office.kill()
        self.killed = Killed(busy=unanswered > 0, whole=whole)
        if not unanswered:
            self._imported = ()
        return lasted

    def after(self) -> None:
        office = self.town.first
        office.open()
        self._settle_import(office)
        office.check()
        if self.chance.random() < 0.1:
            self.town.sync_whole(office)

    def _settle_import(self, office: Office) -> None:
        """Of an import without an answer, whole batches are there, the first ones of the file."""
        held = ["exit" not in office.ask("history", each.record, allow=(0, NOT_FOUND)) for each in self._imported]
        count = held.index(False) if False in held else len(held)
        if any(held[count:]) or count % IMPORT_BATCH:
            raise Lost(f"of an import in batches of {IMPORT_BATCH} there are {held}")
        office.found_unanswered += count
        office.acknowledge(*self._imported[:count])
        self._imported = ()


class Traffic(NamedTuple):
    """Bytes that went up to the centre and down from it."""

    up: int
    down: int

    @classmethod
    def of(cls, centre: Centre) -> Traffic:
        """All that went since the proxy was opened."""
        return cls(centre.proxy.up, centre.proxy.down)

    def minus(self, other: Traffic) -> Traffic:
        """The difference."""
        return Traffic(self.up - other.up, self.down - other.down)


def done(answer: Document) -> None:
    """A session is done."""
    result_of(answer)


def done_or_cut_off(answer: Document) -> None:
    """A session is done, or it says that the centre went away."""
    if answer["exit"] != UNREACHABLE:
        result_of(answer)


class Session(Kind):
    """A session of one office with the centre, killed on the office's side."""

    def __init__(self, town: Town, tally: Tally) -> None:
        super().__init__(town, tally)
        self.idle = Traffic(0, 0)

    @property
    def office(self) -> Office:
        """Who is killed."""
        raise NotImplementedError

    def variant(self) -> str:
        return self.chance.choices(("a few writes", "an import"), (3, 1))[0]

    def prepare(self) -> None:
        """Measure what a session moves that has nothing to say."""
        if self.office.shell is None:
            self.office.open()
        self.town.sync(self.office)
        before = Traffic.of(self.town.centre)
        self.town.sync(self.office)
        self.idle = Traffic.of(self.town.centre).minus(before)

    def write(self, office: Office, variant: str) -> None:
        """Something to move."""
        shell = office.shell or office.open()
        if variant == "an import":
            self.send_import(office, shell, IMPORTED)
            self.watch(shell, None, time.perf_counter())
        else:
            office.write_all(SENT)

    def session(self, shell: Shell, moment: float | None) -> float:
        """Sync until it is done, or the moment after the work began to move has come, and kill."""
        before = Traffic.of(self.town.centre)
        shell.send(("sync",), done)
        while shell.waiting and not self.moves(Traffic.of(self.town.centre).minus(before).minus(self.idle)):
            shell.take(LOOK_SECONDS)
        begun = time.perf_counter()
        whole = self.watch(shell, moment, begun)
        lasted = time.perf_counter() - begun
        self.killed = Killed(busy=self.office.kill() > 0, whole=whole)
        return lasted

    def moves(self, more: Traffic) -> bool:
        """Whether the work itself is on its way, by what moved beyond an idle session."""
        raise NotImplementedError


class Pushing(Session):
    """Busy: no answer yet, and more bytes went up than an idle session sends: acts are on their way or stored."""

    name = "pushing"

    @property
    def office(self) -> Office:
        return self.town.first

    def work(self, variant: str, moment: float | None) -> float:
        shell = self.ready(self.office)
        self.write(self.office, variant)
        return self.session(shell, moment)

    def moves(self, more: Traffic) -> bool:
        return more.up > 0

    def after(self) -> None:
        office, centre = self.office, self.town.centre
        office.open()
        held, outbox = centre.newest(office.replica), int(office.ask("status")["outbox"])
        office.check()
        if self.chance.random() < 0.7:
            self.town.sync_whole(office)
            self.compare(office, outbox, held)


class Pulling(Session):
    """Busy: no answer yet, and more bytes came down than an idle session brings: pages are on their way or stored."""

    name = "pulling"

    @property
    def office(self) -> Office:
        return self.town.second

    def work(self, variant: str, moment: float | None) -> float:
        sender = self.town.first
        self.write(sender, variant)
        self.town.sync_whole(sender)
        shell = self.ready(self.office)
        self.office.write_all(2)
        return self.session(shell, moment)

    def moves(self, more: Traffic) -> bool:
        return more.down > 0

    def after(self) -> None:
        office, sender = self.office, self.town.first
        office.open()
        office.check()
        if self.chance.random() < 0.7:
            self.town.sync_whole(office)
            office.check_all(sender.recent)
            sender.recent.clear()


class Serving(Kind):
    """Busy: a session is without its answer, and more bytes went up than two idle sessions send.

    Once in a while the offices are killed with the centre: then what each took for sent must be in its files.
    """

    name = "serving"

    def __init__(self, town: Town, tally: Tally) -> None:
        super().__init__(town, tally)
        self.offices = town.first, town.second
        self._idle = Traffic(0, 0)
        self._took: dict[str, tuple[int, int]] = {}

    def variant(self) -> str:
        return self.chance.choices(("the centre alone", "the centre and both offices"), (3, 1))[0]

    def prepare(self) -> None:
        """Measure what two sessions move that have nothing to say."""
        self.town.sync_both()
        before = Traffic.of(self.town.centre)
        self.town.sync_both()
        self._idle = Traffic.of(self.town.centre).minus(before)

    def work(self, variant: str, moment: float | None) -> float:
        centre = self.town.centre
        for office in self.offices:
            office.write_all(SENT)
        if self.fresh:
            centre.kill()
            centre.serve(fresh=True)
        before, shells = Traffic.of(centre), [office.shell or office.open() for office in self.offices]
        for shell in shells:
            shell.send(("sync",), done_or_cut_off)
        while shells[0].waiting and Traffic.of(centre).minus(before).up <= self._idle.up:
            shells[0].take(LOOK_SECONDS)
        begun = time.perf_counter()
        whole = True
        for shell in shells:
            whole = self.watch(shell, moment, begun) and whole
        lasted = time.perf_counter() - begun
        if moment is not None:
            centre.kill()
            unanswered = sum(self._stop(office, variant) for office in self.offices)
            self.killed = Killed(busy=unanswered > 0, whole=whole)
            self._look_into_files()
            centre.serve()
        return lasted

    @staticmethod
    def _stop(office: Office, variant: str) -> int:
        """Kill the office too, or let it find out; how many answers are missing at this moment."""
        if variant != "the centre alone":
            return office.kill()
        shell = office.shell
        while shell is not None and shell.waiting and shell.take(0):
            pass
        return len(shell.waiting) if shell is not None else 0

    def _look_into_files(self) -> None:
        """How much of each killed office is in the dead centre's files, read in a copy by SQLite alone."""
        copy = self.town.folder / "copy"
        shutil.copytree(self.town.centre.folder, copy)
        for office in self.offices:
            if office.shell is None:
                office.open()
                self._took[office.code] = (
                    int(office.ask("status")["outbox"]),
                    self.town.centre.newest(office.replica, copy),
                )
        shutil.rmtree(copy)

    def after(self) -> None:
        for office in self.offices:
            if office.shell is not None:
                self.watch(office.shell, None, time.perf_counter())
        self.town.sync_both()
        for office in self.offices:
            if office.code in self._took:
                self.compare(office, *self._took.pop(office.code))
            office.check()
        self.town.all_at_centre()


KINDS: Final = (Writing, Pushing, Pulling, Serving)

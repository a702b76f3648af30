"""What every kind of trials shares: kills at moments spread evenly over the time of the work, and their count."""

from __future__ import annotations

import json
import random
import statistics
import time
import uuid
from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from tests.crash.ledger import Entry, Lost
from tests.crash.programs import Document, Shell, result_of
from tests.crash.town import Office, Town

CALIBRATIONS: Final = 2
FRESH_EVERY: Final = 20
"""Every so many trials the killed program is started as a person starts it, not forked."""
MISSED_FOR_ONE: Final = 20
ANSWER_SECONDS: Final = 120.0
IMPORT_BATCH: Final = 5


class Killed(NamedTuple):
    """A kill: whether it hit a program in the midst of its work, or came when all of it was done."""

    busy: bool
    whole: bool = False


@dataclass
class Tally:
    """What the trials of a kind came to; kills that came too late are checked, but are no `trials`."""

    kind: str
    trials: int = 0
    missed: int = 0
    fresh: int = 0
    acknowledged: int = 0
    found: int = 0
    notes: Counter[str] = field(default_factory=Counter)

    def line(self) -> str:
        """As it is printed."""
        notes = "".join(f"; {count} {note}" for note, count in sorted(self.notes.items()))
        return (
            f"{self.kind}: {self.trials} kills in the midst of work ({self.fresh} of programs started afresh), "
            f"{self.missed} more too late to count; {self.acknowledged} acknowledged writes, none lost or doubled; "
            f"{self.found} there whose answer was cut off{notes}"
        )


class Timing:
    """How long a piece of work takes here and now: the median of its last whole runs, in seconds."""

    def __init__(self) -> None:
        self._lasted: deque[float] = deque(maxlen=9)

    @property
    def known(self) -> bool:
        """Whether it was measured."""
        return len(self._lasted) >= CALIBRATIONS

    def note(self, seconds: float) -> None:
        """One whole run."""
        self._lasted.append(seconds)

    def moment(self, chance: random.Random) -> float:
        """A moment within the work, each as likely as any other."""
        return chance.uniform(0, statistics.median(self._lasted))


class Kind:
    """One kind of work on a town: done to its end, or until a program is killed."""

    name = ""

    def __init__(self, town: Town, tally: Tally) -> None:
        self.town, self.tally = town, tally
        self.chance = town.first.chance
        self.killed = Killed(busy=False)
        self.fresh = False
        self._timings: dict[str, Timing] = {}

    def prepare(self) -> None:
        """Before the first trial."""

    def variant(self) -> str:
        """Which work is next."""
        return self.name

    def work(self, variant: str, moment: float | None) -> float:
        """Do the work and kill a program so many seconds after it began, or at its end. Sets `killed`.

        How many seconds the work lasted.
        """
        raise NotImplementedError

    def after(self) -> None:
        """Open everything again and ask for the ledger."""
        raise NotImplementedError

    def trial(self) -> None:
        """One kill; counted where it hit the work."""
        variant = self.variant()
        timing = self._timings.setdefault(variant, Timing())
        while not timing.known:
            timing.note(self.work(variant, None))
            self.after()
        self.fresh = (self.tally.trials + self.tally.missed) % FRESH_EVERY == FRESH_EVERY - 1
        seconds = self.work(variant, timing.moment(self.chance))
        if self.killed.busy:
            self.tally.trials += 1
            self.tally.fresh += self.fresh
            self.tally.notes[variant] += 1
        else:
            self.tally.missed += 1
            if self.tally.missed > MISSED_FOR_ONE * (self.tally.trials + 5):
                raise Lost(f"the kills do not hit the work: {self.tally.line()}")
            if self.killed.whole and not self.fresh:
                timing.note(seconds)
        self.fresh = False
        self.after()

    def compare(self, office: Office, outbox: int, held: int) -> None:
        """After a whole session: what the office took for sent while `outbox` acts waited was among the `held` ones."""
        newest = self.town.centre.newest(office.replica)
        if newest - outbox > held:
            raise Lost(f"{office.code} took {newest - outbox} acts for sent, the centre had {held}")
        self.tally.notes["times the centre held more than the office knew"] += newest - outbox < held

    # --- pieces of work ---------------------------------------------------------------------------------------------

    def ready(self, office: Office) -> Shell:
        """The office's open shell; opened anew where this trial wants one that was started afresh."""
        if self.fresh:
            office.close()
        return office.shell or office.open(fresh=self.fresh)

    @staticmethod
    def watch(shell: Shell, moment: float | None, begun: float, answered: Callable[[], None] = lambda: None) -> bool:
        """Read answers until all are there or so many seconds after `begun` are over; whether all are there."""
        while shell.waiting:
            left = ANSWER_SECONDS if moment is None else begun + moment - time.perf_counter()
            if left <= 0 or not shell.take(left):
                if moment is None or shell.program.ended:
                    raise Lost(f"no answer: {shell.program.log.read_text()[-600:]}")
                return False
            answered()
        return True

    def send_import(self, office: Office, shell: Shell, count: int) -> list[Entry]:
        """Send an import of so many people; what it acknowledges once it is answered."""
        path = office.folder.parent / f"import-{office.code}.jsonl"
        entries = [Entry(office.code, str(uuid.uuid4()), "", "surname", office.unique()) for _ in range(count)]
        path.write_text("".join(json.dumps({"id": each.record, "surname": each.value}) + "\n" for each in entries))

        def taken(answer: Document) -> None:
            if result_of(answer)["created"] != count:
                raise Lost(f"imported: {answer}")
            office.acknowledge(*entries)

        words = ("import", "--type", "person", str(path), "--case", self.chance.choice(office.cases))
        shell.send((*words, "--batch", str(IMPORT_BATCH)), taken)
        return entries

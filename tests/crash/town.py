"""A centre and two offices as processes, with the ledger of what they acknowledged and the oracle that asks for it."""

from __future__ import annotations

import contextlib
import random
import shutil
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tests.chaos_proxy import ChaosProxy
from tests.crash import programs
from tests.crash.centre import Centre
from tests.crash.ledger import Entry, Ledger, Lost
from tests.crash.programs import PASSWORD, Document, Failed, Program, Shell, Starter, environment, result_of

CODES: Final = ("009", "109")
SHARED_CASES: Final = 2
REFUSED: Final = 3
UNREACHABLE: Final = 5
FIELDS: Final = ("name", "patronymic", "birth_place", "actual_address")
SHOWING: Final = ("history", "list", "show")

Words = tuple[str, ...]


@dataclass
class Office:
    """A workstation of an office, and what it was told to write."""

    folder: Path
    state: Path
    code: str
    ledger: Ledger
    fresh: Starter
    warm: Starter
    chance: random.Random
    cases: list[str] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    recent: set[str] = field(default_factory=set)
    unanswered: list[tuple[str, str, str]] = field(default_factory=list)
    found_unanswered: int = 0
    shell: Shell | None = None
    warnings: list[str] = field(default_factory=list)
    prefix: str = ""
    _count: int = 0

    @property
    def variables(self) -> dict[str, str]:
        """The environment of its programs."""
        return environment(ICJIMS_DATA_DIR=str(self.folder), ICJIMS_STATE_DIR=str(self.state), ICJIMS_PASSWORD=PASSWORD)

    @property
    def log(self) -> Path:
        """Where its programs complain."""
        return self.folder.with_suffix(".log")

    @property
    def replica(self) -> str:
        """The replica that it writes as, by the ledger."""
        return next(each.dot for each in reversed(self.ledger.entries) if each.office == self.code and each.dot)[:32]

    @property
    def replica_now(self) -> str:
        """The replica that it says it is."""
        return str(self.ask("status")["replica"])

    def command(self, *words: str) -> Document:
        """One command of `icjims` without a shell."""
        return programs.run(self.warm, "icjims", words, self.variables, self.log)

    def start(self, *, fresh: bool = False) -> Shell:
        """Open a shell; nothing was asked of it yet."""
        starter = self.fresh if fresh else self.warm
        self.shell = Shell(Program.start(starter, "icjims", ["shell"], self.variables, self.log))
        return self.shell

    def open(self, *, fresh: bool = False, expect: tuple[str, ...] = ()) -> Shell:
        """Open a shell and let it check the store; its warnings must be these."""
        shell = self.start(fresh=fresh)
        done = shell.run("check")
        self.warnings = [each["code"] for each in done.get("warnings", [])]
        if not done["sound"] or self.warnings != list(expect):
            raise Lost(f"{self.code}: opened as {done}")
        self.say_why()
        return shell

    def say_why(self) -> None:
        """State the purpose of looking into the shared cases that have come, which holds until the shell ends."""
        for case in self.cases:
            self.ask("show", case, allow=(0, REFUSED))

    def ask(self, *words: str, allow: tuple[int, ...] = (0, 4)) -> Document:
        """One command in the open shell; what shows data says why."""
        if self.shell is None:
            raise Failed("not_open", 7)
        purpose = ("--purpose", "office_work") if words[0] in SHOWING else ()
        return self.shell.run(*words, *purpose, allow=allow)

    def kill(self) -> int:
        """Kill -9 of the shell; how many commands were left without an answer."""
        shell, self.shell = self.shell, None
        return shell.kill() if shell is not None else 0

    def close(self) -> None:
        """End the shell."""
        shell, self.shell = self.shell, None
        if shell is not None:
            shell.close()

    # --- writing ----------------------------------------------------------------------------------------------------

    def unique(self) -> str:
        """A value that is written once in all trials."""
        self._count += 1
        return f"{self.code}{self.prefix}-{self._count}-" + "х" * self.chance.choice((0, 0, 3, 60))

    def write(self) -> None:
        """Send a random command that writes; the ledger is told when its answer is read."""
        value, kind = self.unique(), self.chance.random()
        if kind < 0.45 or not self.people:
            case = self.chance.choice(self.cases)
            self._send(("new", "person", f"surname={value}", "--case", case), "", "surname", value)
        elif kind < 0.8:
            name, record = self.chance.choice(FIELDS), self.chance.choice(self.people[-40:])
            self._send(("edit", record, f"{name}={value}"), record, name, value)
        else:
            record = self.chance.choice(self.cases)
            self._send(("edit", record, f"notes={value}"), record, "notes", value)

    def _send(self, words: Words, record: str, name: str, value: str) -> None:
        if self.shell is None:
            raise Failed("not_open", 7)
        intent = (record, name, value)
        self.unanswered.append(intent)

        def taken(answer: Document) -> None:
            done = result_of(answer)
            self.acknowledge(Entry(self.code, done["id"], done["dot"], name, value))
            self.unanswered.remove(intent)

        self.shell.send(words, taken)

    def acknowledge(self, *entries: Entry) -> None:
        """Note what was acknowledged."""
        self.ledger.note(*entries)
        for each in entries:
            self.recent.add(each.record)
            if each.field == "surname":
                self.people.append(each.record)

    def write_all(self, count: int, window: int = 3) -> None:
        """Write so many times, several commands on their way at once, and wait for the answers."""
        if self.shell is None:
            raise Failed("not_open", 7)
        for _ in range(count):
            self.write()
            while len(self.shell.waiting) >= window:
                self.shell.take()
        while self.shell.waiting:
            self.shell.take()

    # --- asking -----------------------------------------------------------------------------------------------------

    def settle_unanswered(self) -> None:
        """What the last kill left without an answer is there once or not at all; there, it counts from now on."""
        for intent in list(self.unanswered):
            record, name, value = intent
            held = [record] if record else self._made_as(value)
            if len(held) > 1:
                raise Lost(f"{value} was made {len(held)} times")
            for each in held:
                self._adopt(each, name, value)
            self.unanswered.remove(intent)

    def _made_as(self, value: str) -> list[str]:
        return [each["id"] for each in self.ask("list", "person", f"surname={value}")["records"]]

    def _adopt(self, record: str, name: str, value: str) -> None:
        revisions = self.ask("history", record)["revisions"]
        dots = [each["dot"] for each in revisions if value in str(each["changes"].get(name, ""))]
        if len(dots) > 1:
            raise Lost(f"{value} was written {len(dots)} times")
        if dots:
            self.found_unanswered += 1
            self.acknowledge(Entry(self.code, record, dots[0], name, value))

    def check(self, *, older: int = 6) -> None:
        """The ledger against the store: what this office wrote lately and some of its older records."""
        self.settle_unanswered()
        known = [record for record, entries in self.ledger.by_record.items() if entries[0].office == self.code]
        for record in sorted(self.recent | set(self.chance.sample(known, min(older, len(known))))):
            self.ledger.check(self.ask("history", record), record, held_of=[self.code])
        self.recent.clear()

    def check_all(self, records: Iterable[str]) -> None:
        """The ledger of both offices against the store: these records."""
        for record in sorted(records):
            self.ledger.check(self.ask("history", record), record, held_of=CODES)

    def check_values(self) -> None:
        """Every value of the ledger is here once, whoever wrote it and whatever became of his replica."""
        for record in sorted(self.ledger.by_record):
            self.ledger.check_values(self.ask("history", record), record)

    def verify(self) -> None:
        """The program's own full verification."""
        found = self.ask("verify")
        if not found["sound"] or found["findings"]:
            raise Lost(f"{self.code}: {found['findings']}")


@dataclass
class Town:
    """One centre, two offices, cases that both see."""

    folder: Path
    centre: Centre
    first: Office
    second: Office
    ledger: Ledger

    def sync(self, office: Office) -> Document:
        """A whole session; tried again where the link is what failed."""
        for _ in range(5):
            try:
                return office.ask("sync")
            except Failed as failure:
                if failure.exit_code != UNREACHABLE:
                    raise
        return office.ask("sync")

    def sync_whole(self, office: Office) -> Document:
        """A session after which nothing is unsent and both sides hold the same."""
        done = self.sync(office)
        wrong = [name for name in ("refused", "quarantined", "conflicts", "warnings") if done.get(name)]
        if wrong or not done["equal"] or done["digest"] != done["centre_digest"] or office.ask("status")["outbox"]:
            raise Lost(f"{office.code}: {done}")
        return done

    def sync_both(self) -> None:
        """Both at once."""
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(self.sync, (self.first, self.second)))

    def finish(self) -> None:
        """Everybody syncs; the ledger is everywhere, nothing else is anywhere, every digest is the same."""
        for office in (self.first, self.second):
            if office.shell is None:
                office.open()
            office.settle_unanswered()
        for office in (self.first, self.second, self.first):
            self.sync_whole(office)
        self._same_digests()
        for office in (self.first, self.second):
            office.check_all(self.ledger.by_record)
            office.verify()
        self.check_centre()

    def _same_digests(self) -> None:
        records = self.first.chance.sample(sorted(self.ledger.by_record), min(40, len(self.ledger.by_record)))
        for record in records:
            held = {office.ask("show", record)["digest"] for office in (self.first, self.second)}
            if len(held) != 1:
                raise Lost(f"{record}: {held}")

    def finish_values(self, *more: Office) -> None:
        """As `finish`, for stores whose replica changed on the way: values are counted instead of dots.

        Copies of one store may well have changed the same field: then both values stand in its history.
        """
        offices = (self.first, self.second, *more)
        for office in (*offices, *offices):
            done = self.sync(office)
            if not done["equal"] or office.ask("status")["outbox"]:
                raise Lost(f"{done}")
        for office in offices:
            office.check_values()
            office.verify()
        found, status = self.centre.run("verify"), self.centre.run("status")
        if not found["ok"] or status["records"] != len(self.ledger.by_record) or status["waiting"]:
            raise Lost(f"the centre: {found} {status}")

    def all_at_centre(self) -> None:
        """Every dot of the ledger is in the log of the centre."""
        dots = self.centre.dots()
        missing = [entry for entry in self.ledger.entries if entry.dot and entry.dot not in dots]
        if missing:
            raise Lost(f"not at the centre: {missing[:5]}")

    def check_centre(self) -> None:
        """The centre verifies itself, holds every dot of the ledger once, and no record but those of the ledger."""
        found = self.centre.run("verify")
        if not found["ok"]:
            raise Lost(f"the centre: {found['wrong']}")
        self.all_at_centre()
        status = self.centre.run("status")
        wanted = {"records": len(self.ledger.by_record), "waiting": 0, "refused": 0, "quarantined": 0, "forked": []}
        held = {name: status[name] for name in wanted}
        if held != wanted:
            raise Lost(f"the centre holds {held}, the ledger {wanted}")

    def close(self) -> None:
        for office in (self.first, self.second):
            office.kill()
        self.centre.kill()
        self.ledger.close()


@contextlib.contextmanager
def town(
    folder: Path,
    starters: tuple[Starter, Starter],
    seed: int,
    *,
    options: tuple[str, ...] = (),
    proxy: ChaosProxy | None = None,
) -> Iterator[Town]:
    """A town that works until the block ends; its folder is removed."""
    fresh, warm = starters
    folder.mkdir(parents=True)
    centre = Centre(folder / "centre", fresh, warm, options=options)
    centre.proxy = proxy or centre.proxy
    ledger = Ledger(folder / "ledger.jsonl")
    offices = [
        Office(folder / code, folder / f"state-{code}", code, ledger, fresh, warm, random.Random(f"{seed} {code}"))
        for code in CODES
    ]
    made = Town(folder, centre, offices[0], offices[1], ledger)
    with centre.proxy:
        try:
            centre.run("init")
            centre.serve()
            _enrol(made)
            _share(made)
            yield made
        finally:
            made.close()
    shutil.rmtree(folder)


def _enrol(made: Town) -> None:
    for office in (made.first, made.second):
        made.centre.run("office", "add", office.code, "--name", office.code)
        enrol(made.centre, office, f"user-{office.code}")


def enrol(centre: Centre, office: Office, login: str) -> None:
    """Make the workstation and open it."""
    user = ("--user", login, "--role", "clerk")
    ticket = centre.run("ticket", "--office", office.code, *user, "--approved")["ticket"]
    insecure = ("--insecure-http",) if centre.options else ()
    office.command("enrol", "--ticket", ticket, "--server", centre.address, *insecure)
    office.open()


def _share(made: Town) -> None:
    """Cases of the first office that both work on."""
    for at in range(SHARED_CASES):
        done = made.first.ask("new", "case", f"summary=shared {at}")
        made.first.acknowledge(Entry(made.first.code, done["id"], done["dot"], "summary", f"shared {at}"))
        made.sync(made.first)
        made.centre.run("assign", done["id"], "--office", made.second.code)
        for office in (made.first, made.second):
            office.cases.append(done["id"])
    made.sync(made.second)
    made.second.say_why()

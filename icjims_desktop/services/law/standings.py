"""What the rules say of every case, kept between sessions and followed case by case: stage and open due dates.

What is kept names rules, dates and ids and holds no text of a case. It is of every case here, whoever looks, and
forgotten when somebody opens the store to whom other private files are closed. What is sealed is left out of it: for
those who read it, and for those who do not see all cases of a chain, it is counted anew in memory and forgotten with
the lock.
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import Final

import msgspec
from sqlalchemy import select

from icjims_core import codes
from icjims_core.custody import ledger
from icjims_core.deadlines.calendar import in_force
from icjims_core.deadlines.result import Deadline, State
from icjims_core.deadlines.rules import Rules, rules_in_force
from icjims_core.declarations.derived import times
from icjims_core.encoding import Value, decode_trusted, encode
from icjims_core.law.casefile import CaseFile
from icjims_core.law.rule_data import instant as moment_stated
from icjims_core.modules import record_type
from icjims_core.officers import Officer
from icjims_core.projections.tables import list_table, record_table
from icjims_core.safeguards import added_values, annulled_acts, changed_times
from icjims_core.safeguards.alerts import AddedValue, AnnulledAct, ChangedTime
from icjims_core.workflow import derive
from icjims_desktop.services import identifiers
from icjims_desktop.services.desk import Desk
from icjims_desktop.services.law import case_files, due_dates, joined
from icjims_desktop.services.law.clock import Clock
from icjims_desktop.services.law.joined import Together
from icjims_desktop.services.moments import instant, milliseconds
from icjims_desktop.services.oversight import charge
from icjims_desktop.services.paper import numbering
from icjims_desktop.services.reading import masking
from icjims_desktop.services.scope import View
from icjims_desktop.services.wording import Wording
from icjims_desktop.store.own_tables import standing_table
from icjims_desktop.store.projections import standings as store
from icjims_desktop.store.projections.standings import Standing

CASE: Final = "case"
APPREHENSION: Final = "apprehension"
LIBERTY: Final = "A"
"""The severity of what concerns liberty and body."""
AT_ONCE: Final = 25
"""So many cases are computed between two reports of progress, and kept in one transaction."""
LONGEST_MS: Final = 24 * 3_600_000
"""So long is believed what nothing seems to change."""
FORM: Final = 6
"""Raised when what is kept of a case means something else."""

Progress = Callable[[int, int], None]
Alert = ChangedTime | AnnulledAct | AddedValue


class Entry(msgspec.Struct, frozen=True, array_like=True):
    """One open due date. `due` in ms since 1970, `exact` when it is one to the minute; `due_day` its last day.

    `start`: from when it runs; `done`: when it was done, if that was too late. `times`: how often it was missed where
    it recurs; `ends`: how many different ends the inputs allow. `held`: whether the person is without liberty now,
    `unjudged`: by an apprehension, on which no court has decided.
    """

    rule: str
    severity: str
    state: str
    person: str
    record: str
    field: str
    start: int
    due: int | None
    exact: bool
    due_day: str
    done: int | None = None
    times: int = 1
    ends: int = 1
    uncertain: bool = False
    held: bool = False
    unjudged: bool = False

    @property
    def key(self) -> str:
        """Names it within its case."""
        return "/".join((self.rule, self.record, self.field, self.person, str(self.due or "")))


class Kept(msgspec.Struct, frozen=True, array_like=True):
    """What is kept of a case: its open due dates, and how much on liberty was stated otherwise, annulled or added.

    `others`: the cases that it was counted with. `alert`: of the newest of these alerts when it was recorded, in ms,
    and who did: login, name, role.
    """

    entries: list[Entry]
    alerts: int = 0
    others: list[bytes] = []
    alert: tuple[int, str, str, str] = (0, "", "", "")


@dataclass(frozen=True, slots=True)
class Described:
    """What a due date is about: the agreed values of the case, and what the person is called.

    `record`: outside any case what the record is called whose due date it is.
    """

    case: Mapping[str, Value]
    person: str
    record: str = ""


def key_of(document: Mapping[str, object]) -> str:
    """The key of a due date in its document of `services.due_dates`."""
    due = document["due"]
    moment = datetime.datetime.fromisoformat(str(due)) if due else None
    parts = [str(document[name] or "") for name in ("rule", "record", "field", "person")]
    return "/".join((*parts, str(milliseconds(moment)) if moment else ""))


class Standings:
    """The standings of one open store. Safe for several threads."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._of_reader: dict[bytes, tuple[bytes, int, tuple[Entry, ...]]] = {}
        """Case → print, end of validity and due dates by all that its reader reads, what is sealed included."""

    def catch_up(self, progress: Progress = lambda _done, _total: None) -> int:
        """Compute what is not known or true any more, the newest cases first, in short transactions; how many.

        `progress` gets done and total after each part; what it raises ends the work, and what was done is kept.
        """
        now = self._desk.now()
        with self._desk.whole() as view:
            rules = self._rules(view)
            held = store.held(view.connection) if self._is_of_these_rules(view) else {}
            own = store.prints(view.connection, alone=due_dates.outside_cases())
            prints = joined.prints(view, own, joined.every(view))
        wanted = sorted((case for case, each in prints.items() if not _holds(held.get(case), each, now)), reverse=True)
        if not wanted:
            return 0
        for start in range(0, len(wanted), AT_ONCE):
            progress(start, len(wanted))
            found = list(self._computed({each: prints[each] for each in wanted[start : start + AT_ONCE]}, now))
            with self._desk.store.database.write() as connection:
                store.follow_rules(connection, rules)
                store.keep(connection, found)
        progress(len(wanted), len(wanted))
        return len(wanted)

    def kept(self) -> dict[bytes, tuple[str, tuple[Entry, ...]]]:
        """Case → its stage and its open due dates, as far as they have been computed; those here and in scope.

        A record outside any case is among them by its own id, without a stage.
        """
        with self._desk.view() as view:
            found = self._found(view)
            outside = self._desk.asking.withheld(view, (each.case for each in found), dues=True)
            return self._as_read(view, [each for each in found if each.case not in outside])

    def alerted(self) -> list[bytes]:
        """The cases in which something on liberty was stated otherwise later, or annulled; the newest first."""
        return list(self.last_alerts())

    def last_alerts(self) -> dict[bytes, tuple[int, Officer]]:
        """The same cases, each with when the newest of it was recorded, in ms since 1970, and by whom."""
        with self._desk.view() as view:
            found = self._found(view)
            outside = self._desk.asking.withheld(view, (each.case for each in found), dues=True)
        kept = {each.case: decode_trusted(each.body, Kept) for each in found if each.case not in outside}
        told = sorted(((case, each.alert) for case, each in kept.items() if each.alerts), reverse=True)
        return {case: (at, Officer(*who)) for case, (at, *who) in told}

    def staged(self) -> dict[int, str]:
        """Record number of a case → its stage, as far as computed; nothing of a case is shown by it."""
        table = standing_table.c
        same = table.case_id == record_table.c.id
        with self._desk.view() as view:
            if not self._is_of_these_rules(view):
                return {}
            statement = select(record_table.c.number, table.stage).where(same, view.condition())
            return {row.number: row.stage for row in view.connection.execute(statement)}

    def of(self, cases: Iterable[bytes]) -> dict[bytes, tuple[str, tuple[Entry, ...]]]:
        """The same of these cases."""
        with self._desk.view() as view:
            wanted = [each for each in cases if view.shows(each)] if self._is_of_these_rules(view) else []
            return self._as_read(view, list(store.of(view.connection, wanted).values()))

    def responsible_for(self) -> frozenset[bytes]:
        """The cases for which the user is entered as responsible, by name or login, and those accepted by him.

        Of records outside any case those that his role keeps: nobody is entered for them.
        """
        me = self._desk.me
        mine = {each.casefold() for each in (me.name, me.login) if each}
        listed = list_table(CASE).c
        same = listed.number == record_table.c.number
        statement = select(record_table.c.id, listed.responsible).where(same)
        with self._desk.view() as view:
            statement = statement.where(view.condition(), listed.responsible.is_not(None))
            rows = view.connection.execute(statement).all()
            kept = [each for each in due_dates.outside_cases() if me.role in record_type(each).roles]
            alone = case_files.alone(view, kept)
            accepted = charge.accepted_by(view, me, instant(self._desk.now()))
            entered = (each for each, name in rows if " ".join(name.split()).casefold() in mine)
            return accepted.union(entered, alone)

    def described(self, dues: Sequence[tuple[bytes, Entry]], language: str) -> list[Described]:
        """Case and person of each of these due dates, in their order; a case that has left meanwhile is empty."""
        persons = identifiers.named(each.person for _, each in dues)
        cases = {case for case, _ in dues}
        with self._desk.view() as view:
            found = view.records([*cases, *persons])
            names = Wording(view, language, masking.of(self._desk, view)).names_of(
                found[each] for each in persons if each in found
            )
            held = {each: found[each] for each in cases if each in found}
            values = numbering.values_of(view, held.values())
        self._desk.consultation.looked_at(
            "deadlines", [(each, record.row.case) for each, record in held.items()], now=self._desk.now()
        )
        none = Described({}, "")
        about = {
            each: replace(none, case=values[each])
            if record.row.type == CASE
            else replace(none, record=record_type(record.row.type).label.text(language))
            for each, record in held.items()
        }
        return [replace(about.get(case, none), person=names.get(each.person, "")) for case, each in dues]

    def _as_read(self, view: View, found: Sequence[Standing]) -> dict[bytes, tuple[str, tuple[Entry, ...]]]:
        """What is kept; what the rules say anew of a case with sealed records that the user reads, or counted with
        others that are not for him."""
        kept = {each.case: decode_trusted(each.body, Kept) for each in found}
        sealed = (each.row.case for each in view.unsealed())
        own = {each for each in sealed if each in kept}
        tied = joined.every(view, self._desk.asking) if own or any(each.others for each in kept.values()) else {}
        own |= {case for case, each in kept.items() if not tied.get(case, frozenset()).issuperset(each.others)}
        near = own.union(*(tied.get(each, ()) for each in own))
        prints = joined.prints(view, store.prints(view.connection, list(near)), tied) if near else {}
        return {
            each.case: (
                each.stage,
                self._anew(view, each.case, prints[each.case]) if each.case in own else tuple(kept[each.case].entries),
            )
            for each in found
        }

    def _anew(self, view: View, case: bytes, print_: bytes) -> tuple[Entry, ...]:
        now = self._desk.now()
        known = self._of_reader.get(case)
        if known is None or known[0] != print_ or known[1] <= now:
            together = joined.around(view, case_files.read(view, case), self._desk.asking)
            entries, until = _due(together, now, self._desk.clock)
            known = self._of_reader[case] = (print_, until, tuple(entries))
        return known[2]

    def _is_of_these_rules(self, view: View) -> bool:
        """Whether what is kept follows from the rules in force, and was counted for those admitted as this user is."""
        return store.rules_kept(view.connection) == self._rules(view)

    def _rules(self, view: View) -> bytes:
        """What everything that is kept follows from: the rules, and which private files are left out of it."""
        return hashlib.sha256(edition(self._desk.clock) + encode(sorted(view.closed))).digest()

    def _found(self, view: View) -> list[Standing]:
        """What is kept of the cases that may be shown."""
        if not self._is_of_these_rules(view):
            return []
        return [each for each in store.every(view.connection) if view.shows(each.case)]

    def _computed(self, prints: Mapping[bytes, bytes], now: int) -> Iterator[Standing]:
        """What the rules say now of these cases, as far as they are here still, under the prints that they had."""
        with self._desk.whole() as view:
            files = case_files.several(view, [*view.types_of(prints)])
            for case, together in zip(files, joined.several(view, [*files.values()]), strict=True):
                file = together.case_file
                stage = "" if file.is_alone else derive(file, instant(now)).case.state
                entries, until = _due(together, now, self._desk.clock)
                others = [identifiers.parse(each.case) for each in together.others]
                alerts: list[Alert] = [*changed_times(file), *annulled_acts(file), *added_values(file)]
                kept = Kept(entries, len(alerts), others, max(map(_recorded, alerts), default=(0, "", "", "")))
                yield Standing(case, prints[case], now, until, stage, encode(kept))


def _recorded(alert: Alert) -> tuple[int, str, str, str]:
    """When it was recorded, and by whom."""
    if isinstance(alert, ChangedTime):
        at, who = milliseconds(alert.device_at or alert.stated), alert.officer
    else:
        told = alert.annulment if isinstance(alert, AnnulledAct) else alert.added
        at, who = told.at, told.officer
    return at, who.login, who.name, who.role


def _due(together: Together, now: int, clock: Clock) -> tuple[list[Entry], int]:
    """The open due dates of a case, and until when time alone changes nothing about them."""
    rules = rules_in_force()
    found = due_dates.counted(together, rules, instant(now), clock)
    until = min((each for each in _turns(together.files, found) if each > now), default=now + LONGEST_MS)
    holding = cache(lambda person: ledger(together.of(person), person, instant(now)).acted.current)
    entries = []
    for each in open_entries(found, rules):
        by = holding(each.person) if each.person and each.severity == LIBERTY else None
        unjudged = by is not None and by.kind == APPREHENSION
        entries.append(msgspec.structs.replace(each, held=by is not None, unjudged=unjudged))
    return entries, min(until, now + LONGEST_MS)


def open_entries(found: Iterable[Deadline], rules: Rules) -> list[Entry]:
    """What somebody still has to look at; what recurs and was missed again and again is told once, with how often."""
    missed: dict[tuple[str, str | None], int] = {}
    entries: list[Entry] = []
    for each in found:
        kind = rules.of(each).kind
        if each.state not in due_dates.OPEN or kind == "not_before":
            continue
        if kind == "periodic" and each.state is State.MISSED:
            at = missed.setdefault((each.rule, each.person), len(entries))
            if at < len(entries):
                entries[at] = msgspec.structs.replace(entries[at], times=entries[at].times + 1)
                continue
        entries.append(_entry(each))
    return entries


def _entry(found: Deadline) -> Entry:
    due = found.acted.due
    ends = {each.due.moment for each in found.alternatives if each.due}
    return Entry(
        rule=found.rule,
        severity=found.severity,
        state=found.state.value,
        person=found.person or "",
        record=found.acted.step,
        field=found.acted.field,
        start=milliseconds(found.acted.start.moment),
        due=milliseconds(due.moment) if due else None,
        exact=bool(due and not due.whole_day),
        due_day=due.day.isoformat() if due else "",
        done=milliseconds(found.at) if found.at and found.state is State.MISSED else None,
        ends=max(len(ends), 1),
        uncertain=found.clock_uncertain,
    )


def _turns(files: Iterable[CaseFile], found: Iterable[Deadline]) -> Iterator[int]:
    """The moments at which time alone changes what the rules say: each end, and each moment that is stated."""
    for each in found:
        for end in each.alternatives:
            if end.due is not None:
                yield milliseconds(end.due.moment) + 1
    for step in (each for file in files for each in file.steps):
        yield step.recorded_at + 1
        for standing in step.units.values():
            for values in standing:
                for value in values.values():
                    for text in times(value):
                        stated = moment_stated(text)
                        if stated is not None:
                            yield milliseconds(stated) + 1


def _holds(held: tuple[bytes, int, int] | None, print_: bytes, now: int) -> bool:
    return held is not None and held[0] == print_ and held[1] <= now < held[2]


def edition(clock: Clock) -> bytes:
    """A digest of the rules and the gravities in force, shipped and published, and of how far the clock is believed."""
    articles = codes.code_list("criminal_code_article").edition
    published = encode(
        [in_force().edition, articles, *(part for each in rules_in_force().editions.items() for part in each)]
    )
    return hashlib.sha256(_shipped() + clock.mark() + published).digest()


@cache
def _shipped() -> bytes:
    """A digest of every file of the rules, and of the form of what is kept."""
    digest = hashlib.sha256(FORM.to_bytes(2))
    for package in ("law", "deadlines.rules", "deadlines.calendars", "workflow", "custody", "safeguards", "persons"):
        folder = resources.files(f"icjims_core.{package}")
        for each in sorted(folder.iterdir(), key=lambda one: one.name):
            if each.name.endswith((".toml", ".py")):
                digest.update(each.name.encode() + each.read_bytes())
    return digest.digest()

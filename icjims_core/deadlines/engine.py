"""The deadlines of a case: a pure function of its case file, the rules, the calendar and the present."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from icjims_core.deadlines.beside import counted_with, runs_here
from icjims_core.deadlines.calendar import Calendar
from icjims_core.deadlines.counting import Point
from icjims_core.deadlines.notes import Note, note
from icjims_core.deadlines.now import Now
from icjims_core.deadlines.outcome import Judge, Outcome
from icjims_core.deadlines.periods import periods
from icjims_core.deadlines.result import Alternative, Deadline, State
from icjims_core.deadlines.rules import Rules
from icjims_core.deadlines.rules.model import Event, Reading, Rule
from icjims_core.deadlines.sessions import sessions
from icjims_core.deadlines.terms import Occurrence, Terms, moment_of, occurrences, time_of
from icjims_core.deadlines.view import View
from icjims_core.law.casefile import CaseFile

Found = tuple[Occurrence, Alternative]
_STILL = (State.SUSPENDED, State.LIFTED)


def deadlines(
    file: CaseFile, rules: Rules, calendar: Calendar, now: Now, others: Sequence[CaseFile] = ()
) -> tuple[Deadline, ...]:
    """Every deadline of a case by these rules, the soonest first; those without an end come last.

    `others` are the cases joined to it or severed from it, in which persons go by the same ids. Nothing but the
    arguments is read: the same case gives the same deadlines in whatever order its steps arrived.
    """
    if not others:
        return _Engine(View(file, rules), rules, calendar, now).run()
    view = View(counted_with(file, others, rules), rules, (file, *others))
    found = _Engine(view, rules, calendar, now).run()
    return tuple(each for each in found if runs_here(rules.of(each), each.acted.step, file))


class _Engine:
    def __init__(self, view: View, rules: Rules, calendar: Calendar, now: Now) -> None:
        self._rules = rules
        self._calendar = calendar
        self._now = now
        self._view = view
        self._found: dict[str, list[tuple[Occurrence, Deadline]]] = {}

    def run(self) -> tuple[Deadline, ...]:
        for rule in self._rules.in_order:
            self._found.setdefault(rule.id, []).extend(self._evaluate(rule))
        every = (each for several in self._found.values() for _, each in several)
        return tuple(sorted(every, key=_order))

    def _evaluate(self, rule: Rule) -> Iterator[tuple[Occurrence, Deadline]]:
        if not any(each.deadline or self._view.of(each.type) for each in _starts(rule)):
            return
        judge = Judge(rule, self._view, self._calendar, self._now)
        if rule.kind == "session":
            for one, ends, outcome in sessions(rule, self._view, self._calendar, judge):
                yield one, self._deadline(rule, [(one, each) for each in ends], outcome)
            return
        for several in self._grouped(rule).values():
            if rule.kind == "periodic":
                for one, end, outcome in periods(rule, several[0][0], judge, self._now):
                    yield one, self._deadline(rule, [(one, end)], outcome)
                continue
            one, acted = self._acted(rule, several)
            outcome = self._judged(rule, judge, one, acted)
            yield one, self._deadline(rule, several, outcome)

    def _grouped(self, rule: Rule) -> dict[str, list[Found]]:
        """The ends of each term of the rule: of a step, or of a person or the case as a whole."""
        terms = Terms(rule, self._view, self._calendar)
        groups: dict[str, list[Found]] = {}
        for reading in rule.readings or (None,):
            for key, one in self._starting(rule, reading):
                applies = self._view.may_hold(rule.applies_when, one.values, one.person, one.start.moment)
                if True not in applies or not rule.in_force(one.start.day):
                    continue
                known = groups.setdefault(key, [])
                if rule.kind == "periodic":
                    known.append((one, terms.bare(one)))
                else:
                    known.extend((one, each) for each in terms.alternatives(one, reading))
        return {key: _distinct(several) for key, several in groups.items() if several}

    def _starting(self, rule: Rule, reading: Reading | None) -> Iterator[tuple[str, Occurrence]]:
        starts = (reading.starts if reading else ()) or rule.starts
        for one in self._of_persons(rule, starts):
            keys = {"step": one.step.id, "person": one.person or "", "case": ""}
            yield keys[rule.per], one
        for event in starts:
            for base, deadline in self._found.get(event.deadline, ()) if event.deadline else ():
                for count, stage in enumerate(deadline.acted.stages):
                    start = Point(stage.due.moment, exact=not stage.due.whole_day)
                    yield (
                        f"{base.step.id}/{deadline.acted.step}/{count}",
                        replace(base, start=start, base=stage.due, since=stage.since),
                    )

    def _of_persons(self, rule: Rule, starts: tuple[Event, ...]) -> Iterator[Occurrence]:
        """The events a rule runs from; in a rule on custody one that concerns the whole case concerns each held."""
        held = {self._view.person(step) for each in rule.segments for step in self._view.of(each.type)} - {None}
        for one in occurrences(tuple(each for each in starts if each.type), rule, self._view):
            if rule.kind == "custody" and one.person is None:
                yield from (replace(one, person=person) for person in sorted(filter(None, held)))
            else:
                yield one

    def _acted(self, rule: Rule, several: list[Found]) -> Found:
        """The end that is acted on: of the reading decided on, or of all, the strictest."""
        reading = self._rules.acted_on(rule)
        chosen = [each for each in several if reading in ("strictest", each[1].reading)] or several
        ends = [each for each in chosen if each[1].due] or chosen
        pick = max if rule.strict == "latest" else min
        return pick(ends, key=lambda each: each[1].due.moment if each[1].due else each[0].start.moment)

    def _judged(self, rule: Rule, judge: Judge, one: Occurrence, acted: Alternative) -> Outcome:
        outcome = judge.outcome(one, acted, judge.recorded(rule.ends, one))
        bases = [each.deadline for each in rule.starts if each.deadline]
        if not bases or outcome.state not in (State.MISSED, State.RUNNING, State.UNCERTAIN) or outcome.at is not None:
            return outcome
        for base, deadline in (each for name in bases for each in self._found.get(name, ())):
            if base.step.id == one.step.id and deadline.state in (*_STILL, State.MET, State.BEFORE_TAKEOVER):
                state = deadline.state if deadline.state in (State.SUSPENDED, State.BEFORE_TAKEOVER) else State.LIFTED
                return Outcome(state, deadline.at, (note("base_is_over", rule=deadline.rule),))
        return outcome

    def _deadline(self, rule: Rule, several: list[Found], outcome: Outcome) -> Deadline:
        one, acted = self._acted(rule, several)
        notes = [*acted.notes, *self._others(rule, acted, several)]
        notes.append(_by_article(rule))
        if not rule.verified:
            notes.append(note("unverified"))
        notes += outcome.notes
        if not self._now.trusted:
            notes.append(note("clock_uncertain", reason=self._now.reason))
        every = tuple(each for _, each in several)
        return Deadline(
            rule=rule.id,
            severity=rule.severity,
            person=one.person,
            state=outcome.state,
            acted=acted,
            alternatives=every,
            at=outcome.at,
            clock_uncertain=not self._now.trusted,
            explanation=tuple(notes),
        )

    def _others(self, rule: Rule, acted: Alternative, several: list[Found]) -> Iterator[Note]:
        """The ends that are not acted on, each with where it comes from, and why this one is."""
        names = {each.id: each.label for each in rule.readings}
        others = [(each, each.due) for _, each in several if each.due and each.due != acted.due]
        for each, due in others:
            label = names.get(each.reading)
            texts = {"ky": label.ky, "ru": label.ru, "en": label.en} if label else {"ky": "", "ru": "", "en": ""}
            yield note("other_end", until=moment_of(due), at=time_of(each.start), limit=each.limit, **texts)
        if others:
            reading = self._rules.acted_on(rule)
            strictest = "latest_acted_on" if rule.strict == "latest" else "strictest_acted_on"
            yield note(strictest if reading == "strictest" else "reading_acted_on")


def _starts(rule: Rule) -> Iterator[Event]:
    yield from rule.starts
    for reading in rule.readings:
        yield from reading.starts


def _by_article(rule: Rule) -> Note:
    stated = {"act": rule.act, "article": rule.article, "edition": rule.edition, "issue": rule.issue}
    return note("by_article", rule=rule.id, **stated)


def _distinct(several: list[Found]) -> list[Found]:
    seen: dict[object, Found] = {}
    for found in several:
        one, each = found
        seen.setdefault((each.step, each.field, one.start, each.reading, each.limit, each.due), found)
    return list(seen.values())


def _order(deadline: Deadline) -> tuple[bool, str, str, str, str, str]:
    due = deadline.due
    when = due.isoformat() if due else ""
    acted = deadline.acted
    return due is None, when, deadline.severity, deadline.rule, acted.step, acted.start.moment.isoformat()

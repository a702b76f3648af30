"""Whether a term was kept: what was recorded against it, what lifted or explained it, and what the clock says."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from icjims_core.deadlines.calendar import Calendar
from icjims_core.deadlines.counting import Due, Point, forwards
from icjims_core.deadlines.notes import Note, note
from icjims_core.deadlines.now import Now
from icjims_core.deadlines.result import Alternative, State
from icjims_core.deadlines.rules.model import Event, Rule
from icjims_core.deadlines.terms import Occurrence, Terms, moment_of, time_of
from icjims_core.deadlines.view import Values, View, fields_of, points


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a term stands, since when, and why."""

    state: State
    at: datetime.datetime | None = None
    notes: tuple[Note, ...] = ()


class Judge:
    """Judges the terms of one rule in one case."""

    def __init__(self, rule: Rule, view: View, calendar: Calendar, now: Now) -> None:
        self._rule = rule
        self._view = view
        self._calendar = calendar
        self._now = now

    def recorded(self, events: tuple[Event, ...], one: Occurrence) -> Point | None:
        """The earliest of these events that may keep the term."""
        since = one.since or one.start.moment
        late = [each for each in self.every(events, one) if self._unbound(one) or _not_earlier(each, since, one.start)]
        return min(late, key=lambda each: each.moment, default=None)

    def every(self, events: tuple[Event, ...], one: Occurrence) -> list[Point]:
        """All of these events; of one with conflicting values the latest, so that doubt keeps no term."""
        found: list[Point] = []
        for event in events:
            names = (event.at, *fields_of(event.when))
            for step in self._view.linked(one.step, event.type, event.link, one.person):
                times = [self._times(event, values, one) for values in self._view.variants(step, names)]
                if len(times) == 1:
                    found += times[0]
                elif all(times):
                    found.append(max((each[0] for each in times), key=lambda each: each.moment))
        return sorted(found, key=lambda each: each.moment)

    def _unbound(self, one: Occurrence) -> bool:
        rule = self._rule
        return rule.before_too or rule.kind == "length" or (rule.kind == "before" and one.base is None)

    def _times(self, event: Event, values: Values, one: Occurrence) -> list[Point]:
        certain = self._view.may_hold(event.when, values, one.person, one.start.moment) == {True}
        return points(values.get(event.at)) if certain else []

    def outcome(self, one: Occurrence, acted: Alternative, kept: Point | None) -> Outcome:
        """How the term that is acted on stands, given when it was kept, if it was."""
        found = self._done(one, acted, kept) if kept is not None else self._not_done(one, acted)
        if found.state is State.MISSED:
            reason = self._explained(one)
            if reason is not None:
                return Outcome(State.EXPLAINED, found.at, (*found.notes, reason))
        return found

    def _done(self, one: Occurrence, acted: Alternative, kept: Point) -> Outcome:
        at, due, rule = kept.moment, acted.due, self._rule
        if due is None or rule.kind == "pause":
            return Outcome(State.MET, at, (note("kept", at=time_of(kept)),))
        if rule.kind == "not_before":
            if _after(due, kept):
                return Outcome(State.MET, at, (note("kept", at=time_of(kept)),))
            return Outcome(State.MISSED, at, (note("too_early", at=time_of(kept), allowed=moment_of(due)),))
        if rule.kind == "length":
            return self._length(one, due, kept)
        if due.kept_by(kept):
            return Outcome(State.MET, at, (note("kept", at=time_of(kept)),))
        if rule.kind == "expiry":
            return Outcome(State.ENDED, due.moment, (note("ended", until=moment_of(due)),))
        return Outcome(State.MISSED, at, (note("too_late", at=time_of(kept)),))

    def _length(self, one: Occurrence, due: Due, kept: Point) -> Outcome:
        """A term that an act sets: not longer than the limit and not shorter than the least."""
        terms = Terms(self._rule, self._view, self._calendar)
        for limit, certain in terms.possible(self._rule.at_least, one):
            least = forwards(one.start, limit.term, self._calendar, shift=False).due
            if certain and kept.day < least.day:
                return Outcome(State.MISSED, kept.moment, (note("too_short", at=kept.day, least=least.day),))
        if kept.day > due.day:
            return Outcome(State.MISSED, kept.moment, (note("too_long", at=kept.day, most=due.day),))
        return Outcome(State.MET, kept.moment, (note("within_limits", at=kept.day),))

    def _not_done(self, one: Occurrence, acted: Alternative) -> Outcome:
        due = acted.due
        lifted = self.recorded(self._rule.lifted_by, one)
        if lifted is not None and (due is None or due.kept_by(lifted)):
            return Outcome(State.LIFTED, lifted.moment, (note("lifted", at=time_of(lifted)),))
        suspended = self._suspended(one, due)
        if suspended is not None:
            return suspended
        if due is None:
            still = self._rule.kind in ("pause", "custody")
            return Outcome(State.SUSPENDED if still else State.RUNNING)
        if self._taken_over(one, due):
            return Outcome(State.BEFORE_TAKEOVER, None, (note("before_takeover"),))
        if not self._now.trusted:
            return Outcome(State.UNCERTAIN)
        if self._now.moment <= due.moment:
            return Outcome(State.RUNNING)
        if self._rule.kind in ("expiry", "not_before", "length"):
            return Outcome(State.ENDED, due.moment, (note("ended", until=moment_of(due)),))
        return Outcome(State.MISSED, None, (note("not_kept"),))

    def _suspended(self, one: Occurrence, due: Due | None) -> Outcome | None:
        """A term stands still from a suspension until resumption, and then a fresh term is set."""
        if due is None:
            return None
        terms = Terms(self._rule, self._view, self._calendar)
        for began, ended in terms.spans(self._rule.suspended_by, one, certain=True):
            if began.day < one.start.day or began.day > due.day + datetime.timedelta(days=1):
                continue
            if ended is None:
                last = terms.absolute_end(one)
                if last is not None and self._now.trusted and self._now.moment > last.moment:
                    return Outcome(State.ENDED, last.moment, (note("ended", until=moment_of(last)),))
                return Outcome(State.SUSPENDED, began.moment, (note("suspended", at=time_of(began)),))
            if self._rule.after_suspension == "new_term":
                return Outcome(State.LIFTED, ended.moment, (note("fresh_term", at=time_of(ended)),))
        return None

    def _explained(self, one: Occurrence) -> Note | None:
        for event in self._rule.explained:
            for step in self._view.linked(one.step, event.type, event.link, one.person):
                values = self._view.variants(step, (event.at, *fields_of(event.when)))[0]
                reason = values.get(event.at)
                if reason not in (None, "", []):
                    return note("explained", type=event.type, field=event.at, reason=str(reason)[:500])
        return None

    def _taken_over(self, one: Occurrence, due: Due) -> bool:
        """Whether the term ended before the case that it runs in, or this person in it, was taken over from paper.

        What the take-over itself says goes on is not over with it, nor is custody that is beyond its limit, nor what
        runs from a step that was recorded here already.
        """
        if one.goes_on or self._rule.kind == "custody":
            return False
        for step in self._view.of("takeover"):
            if step.case != one.step.case or not one.step.was_on_paper(step):
                continue
            concerned = self._view.person(step)
            taken = points(self._view.variants(step, ())[0].get(step.declared.moment or ""))
            ours = concerned in (None, one.person) or step.id == one.step.id
            if taken and ours and due.day <= taken[0].day:
                return True
        return False


def _not_earlier(found: Point, since: datetime.datetime, start: Point) -> bool:
    if found.exact and start.exact:
        return found.moment >= since
    return found.day >= Point(since).day


def _after(due: Due, kept: Point) -> bool:
    if due.whole_day:
        return kept.day > due.day
    return kept.moment >= due.moment if kept.exact else kept.day >= due.day
